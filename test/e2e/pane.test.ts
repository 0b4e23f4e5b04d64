/** The pane as a person uses it: causes, suggestions, filters, the map, accepted findings, settings, documents, last year, a public copy. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { decodeSettings } from '../../src/core/settings';
import { readXlsx } from '../../src/xlsx';
import { openWorkbench, stopBrowser, type Workbench } from './support/browser';
import { findingSentences, operation } from './support/pane';

const SAMPLE_BYTES = readFileSync(path.join(__dirname, '../../assets/samples/sample-budget.xlsx'));

let workbench: Workbench;
let pane: Frame;

beforeAll(async () => {
  workbench = await openWorkbench({ width: 1360 });
  pane = await workbench.paneFrame();
  // 2080107 社会保险业务管理事务: 5.00 becomes 50.00
  await workbench.typeInCell('表三', 'E11', '50');
  await done(() => pane.getByRole('button', { name: '开始核对' }).click());
});

afterAll(async () => {
  await workbench.close();
  await stopBrowser();
});

const done = (start: () => Promise<unknown>): Promise<void> => operation(pane, start);

const button = (name: string | RegExp) => pane.getByRole('button', { name });
const errors = async (): Promise<number> => Number(await pane.locator('[data-count="error"]').innerText());

async function openPage(name: string): Promise<void> {
  await button('更多').click();
  await pane.getByRole('menuitem', { name }).click();
  await pane.getByRole('heading', { name, level: 1 }).waitFor();
}

/** Clicks what opens a file chooser and gives it the file. */
async function give(click: () => Promise<void>, name: string, bytes: Uint8Array): Promise<void> {
  const chooser = workbench.page.waitForEvent('filechooser');
  await click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

async function settingsKept(): Promise<ReturnType<typeof decodeSettings>['settings']> {
  const bytes = await workbench.page.evaluate(() => [...(window.goujiWorkbench?.saveBytes() ?? [])]);
  return decodeSettings(readXlsx(new Uint8Array(bytes)).settings).settings;
}

test('the first causes are in sight without scrolling, the map is small until it is enlarged', async () => {
  const { width, height } = workbench.page.viewportSize() ?? { width: 0, height: 0 };
  await workbench.page.setViewportSize({ width: 1500, height: 950 });
  await workbench.page.waitForTimeout(300);
  const bottoms = await pane.evaluate(() => {
    window.scrollTo(0, 0);
    const causes = [...document.querySelectorAll('[data-list="findings"] [role="listitem"]')];
    return causes.slice(0, 2).map((cause) => cause.getBoundingClientRect().bottom <= window.innerHeight);
  });
  expect(bottoms).toEqual([true, true]);
  expect((await pane.getByRole('region', { name: '勾稽关系图' }).boundingBox())?.height).toBeLessThan(160);
  await workbench.page.setViewportSize({ width, height });
  await pane.getByRole('button', { name: '展开', exact: true }).click();
  expect(await pane.locator('figure svg').count()).toBeGreaterThan(0);
  // Behind another page and back: the map is as the user left it.
  await openPage('设置');
  await button('返回结果').click();
  expect(await pane.locator('figure svg').count()).toBeGreaterThan(0);
});

test('one cause stands for its findings, which are folded under it', async () => {
  const list = pane.locator('[data-list="findings"]');
  expect(await list.innerText()).toContain('表三 E11 很可能应为 5.00（现为 50.00）');
  expect(await list.innerText()).toMatch(/小数点错位\s+\d 处不一致|\d 处不一致/);
  await button(/^展开 \d 处/)
    .first()
    .click();
  expect(await list.locator('article').count()).toBeGreaterThan(2);
});

test('the inspector shows every term, both totals, the difference, and what the suggestion makes of them', async () => {
  const card = pane.locator('article', { hasText: '功能科目逐级汇总' }).first();
  await card.getByRole('button', { name: '明细' }).click();
  const said = (await card.innerText()).replace(/\s+/g, ' ');
  expect(said).toContain('+ 50.00 → 5.00');
  expect(said).toContain('49.995 ~ 50.005');
  expect(said).toMatch(/差额 -45\.00 → 0\.00/);
  expect(said).toContain('采用建议后 相符');
  await workbench.screenshot('pane-inspector');
});

test('采用建议 shows old and new, writes after the click, and 撤销 brings the old value back', async () => {
  const before = await errors();
  await button('采用建议').first().click();
  expect(await pane.getByRole('form', { name: '将写入以下内容' }).innerText()).toMatch(/表三!E11\s+50\.00\s*→\s*5\.00/);
  expect(await workbench.textOf('表三', 'E11')).toMatch(/^50/);
  await done(() => button('写入').click());
  expect(await workbench.textOf('表三', 'E11')).toMatch(/^5(\.00)?$/);
  expect(await errors()).toBeLessThan(before);
  await done(() => button(/^撤销/).click());
  expect(await workbench.textOf('表三', 'E11')).toMatch(/^50/);
  expect(await errors()).toBe(before);
});

test('a click on a broken line of the map shows its findings alone', async () => {
  const line = pane.locator('svg [role="button"][aria-label*="不相符"]').first();
  const count = Number(/(\d+) 条不相符/.exec((await line.getAttribute('aria-label')) ?? '')?.[1]);
  await line.focus();
  await workbench.page.keyboard.press('Enter');
  // Rounding gaps between the two tables are listed too.
  expect((await findingSentences(pane)).length).toBeGreaterThanOrEqual(count);
  expect(await pane.getByRole('button', { name: /^关系图所选的/ }).count()).toBe(1);
  await button('清除筛选').click();
});

test('the map is there as a list, too', async () => {
  await button('以列表查看').click();
  expect(await pane.locator('figure ul').innerText()).toMatch(/表一 部门收支总表 与 表.*：核对 \d+ 条/);
  await button('以列表查看').click();
});

test('search narrows the list, grouping and sorting rearrange it', async () => {
  const all = (await findingSentences(pane)).length;
  await pane.getByRole('searchbox').fill('表三!E11');
  const found = await findingSentences(pane);
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(all);
  await pane.getByRole('searchbox').fill('');
  await button(/^筛选/).click();
  for (const [label, option] of [
    ['分组', '按规则'],
    ['排序', '按金额'],
  ] as const) {
    await pane.getByRole('combobox', { name: label }).click();
    await pane.getByRole('option', { name: option, exact: true }).click();
  }
  expect(await findingSentences(pane)).toHaveLength(all);
  await pane.getByRole('combobox', { name: '分组' }).click();
  await pane.getByRole('option', { name: '按原因', exact: true }).click();
});

test('a finding is accepted for a reason, kept in the workbook, taken up again', async () => {
  const before = await errors();
  await pane.getByRole('searchbox').fill('预算说明');
  const card = pane.locator('article[data-finding]').first();
  const id = (await card.getAttribute('data-finding')) ?? '';
  await card.getByRole('button', { name: '忽略…' }).click();
  await pane.getByRole('textbox', { name: '为什么可以忽略？' }).fill('口径不同');
  await done(() => pane.locator('form').getByRole('button', { name: '忽略', exact: true }).click());
  expect(await errors()).toBe(before - 1);
  expect((await settingsKept()).ignored).toMatchObject([{ id, reason: '口径不同' }]);
  await done(() => pane.locator(`article[data-finding="${id}"]`).getByRole('button', { name: '恢复' }).click());
  expect(await errors()).toBe(before);
  expect((await settingsKept()).ignored).toEqual([]);
  await pane.getByRole('searchbox').fill('');
});

test('settings: a rule is turned off for this workbook, and counts in the saved file', async () => {
  await openPage('设置');
  await pane.getByRole('searchbox', { name: '搜索规则' }).fill('functional-rollup');
  await pane.getByRole('switch', { name: '功能科目逐级汇总' }).click();
  await done(() => button('保存').click());
  expect((await settingsKept()).rules).toEqual([{ rule: 'functional-rollup', off: true }]);
  expect(await pane.getByText('设置已存入工作簿').count()).toBe(1);
  await button('全部恢复默认').click();
  await done(() => button('保存').click());
  expect((await settingsKept()).rules).toBeUndefined();
  await button('返回结果').click();
});

test('settings: a list of accounts with a mistake is refused with its line; own relations likewise', async () => {
  await openPage('设置');
  const part = pane.locator('section', { has: pane.getByRole('heading', { name: '本单位的科目表' }) });
  const choose = (): Promise<void> => part.getByRole('button', { name: '从文件读入' }).click();
  await give(choose, 'list.csv', Buffer.from('科目编码,科目名称\n2080199,其他事务\n20x,错'));
  await part.getByRole('alert').waitFor();
  expect(await part.innerText()).toContain('第 3 行');
  await give(choose, 'list.csv', Buffer.from('科目编码,科目名称\n2080199,其他事务'));
  await part.getByText('已读入 1 个科目').waitFor();
  await pane.getByRole('textbox', { name: '自定义勾稽关系' }).fill('- title: 甲\n  what: [');
  await pane
    .locator('section', { has: pane.getByRole('heading', { name: '自定义勾稽关系' }) })
    .getByRole('alert')
    .waitFor();
  await button('放弃修改').click();
  await button('返回结果').click();
});

test('the language can be chosen apart from Office', async () => {
  await openPage('设置');
  await pane.getByRole('radio', { name: '我的默认' }).click();
  await pane.getByRole('combobox', { name: '语言' }).click();
  await pane.getByRole('option', { name: 'English' }).click();
  await button('保存').click();
  await pane.getByRole('heading', { name: 'Settings' }).waitFor();
  expect(await pane.evaluate(() => document.documentElement.lang)).toBe('en');
  await button('Reset all').click();
  await button('Save').click();
  await pane.getByRole('heading', { name: '设置' }).waitFor();
  await button('返回结果').click();
});

test('pasted text is checked against the tables', async () => {
  await openPage('添加说明文件');
  await pane.getByRole('textbox', { name: '粘贴文字' }).fill('2024年一般公共预算财政拨款支出9999.99万元。');
  await done(() => button('核对这段文字').click());
  expect(await pane.locator('main').innerText()).toMatch(/粘贴的文字\s+1 段/);
  await button('返回结果').click();
  await pane.getByRole('searchbox').fill('9999.99');
  expect((await findingSentences(pane)).join()).toContain('9999.99');
  await pane.getByRole('searchbox').fill('');
  await openPage('添加说明文件');
  await done(() => button('移除 粘贴的文字').click());
  await button('返回结果').click();
});

test('last year’s workbook is read and can be taken away; what is no workbook is refused', async () => {
  await openPage('比对上年');
  await give(() => button('选择上年的工作簿').click(), '上年.xlsx', Buffer.from('no workbook'));
  await pane.getByText('没有完成').waitFor();
  await done(() => give(() => button('选择上年的工作簿').click(), '上年.xlsx', SAMPLE_BYTES));
  await pane.getByRole('heading', { name: '上年.xlsx' }).waitFor();
  await done(() => button('移除').click());
  await button('返回结果').click();
});

test('a public copy holds nothing of ours, the open workbook keeps its marks', async () => {
  await openPage('导出公开稿');
  const waiting = workbench.page.waitForEvent('download');
  await button('保存公开稿').click();
  const copy = await waiting;
  expect(copy.suggestedFilename()).toMatch(/-公开稿\.xlsx$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await copy.createReadStream()) chunks.push(chunk as Buffer);
  const bytes = new Uint8Array(Buffer.concat(chunks));
  const { unzipSync, strFromU8 } = await import('fflate');
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => name + strFromU8(part));
  expect(parts.filter((part) => /gouji|【勾稽】|差异清单/.test(part))).toEqual([]);
  expect(await workbench.page.evaluate(() => window.goujiWorkbench?.model.comments().length)).toBeGreaterThan(0);
});

test('clearing everything asks first', async () => {
  await button('全部清除').click();
  await pane.getByRole('dialog').getByRole('button', { name: '全部清除' }).click();
  await workbench.page.waitForFunction(() => window.goujiWorkbench?.model.comments().length === 0);
  expect(await workbench.page.evaluate(() => window.goujiWorkbench?.model.customXml().size)).toBe(0);
  await button('返回结果').click();
});

test('no request left this machine, no error was thrown, no call went unanswered', async () => {
  expect(workbench.foreign).toEqual([]);
  expect(workbench.errors).toEqual([]);
  expect(await workbench.page.evaluate(() => window.goujiWorkbench?.host.gaps.list())).toEqual([]);
});
