/** The workbench page as a person meets it: it opens with the sample, takes files, refuses bad ones, saves only changes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx } from '../../src/xlsx';
import { openWorkbench, stopBrowser, type Workbench } from './support/browser';

const SAMPLE = new Uint8Array(readFileSync(path.join(__dirname, '../../assets/samples/sample-budget.xlsx')));
const SEED = new Uint8Array(readFileSync(path.join(__dirname, '../cases/seed-000.xlsx')));
const SAMPLE_NAME = '示例-部门预算公开表.xlsx';
let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench();
});

afterAll(async () => {
  await workbench.close();
  await stopBrowser();
});

test('the page opens with the sample, its ribbon drawn from the manifest, and asks nothing of any other machine', async () => {
  expect(await workbench.fileName()).toBe(SAMPLE_NAME);
  expect(await workbench.page.locator('.ribbon-tab').allInnerTexts()).toEqual(['开始', '预算勾稽']);
  for (const label of ['勾稽核对', '核对面板', '差异清单', '清除标注']) {
    expect(await workbench.page.getByRole('button', { name: label, exact: true }).isVisible()).toBe(true);
  }
  const icons = await workbench.page
    .locator('.ribbon-panel img')
    .evaluateAll((images) => images.map((image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0));
  expect(icons).toEqual(Array.from({ length: 9 }, () => true));
  expect(await workbench.page.locator('.privacy').innerText()).toBe('文件只在本机浏览器中处理，不会上传；批注保存为备注');
  expect(await workbench.textOf('表三', 'C7')).toBe('1,555.94');
  await workbench.cellRect('表三', 'C7');
  await workbench.screenshot('page-sample');
  expect(workbench.foreign).toEqual([]);
});

test('typing in a cell is a person’s edit; undo takes it back', async () => {
  const before = await workbench.textOf('表三', 'C9');
  await workbench.typeInCell('表三', 'C9', '26.5');
  expect(await workbench.textOf('表三', 'C9')).toBe('26.50');
  expect(await workbench.fileName()).toBe(`${SAMPLE_NAME} （未保存）`);
  await workbench.showTab('开始');
  await workbench.clickRibbon('撤销');
  await workbench.page.waitForTimeout(200);
  expect(await workbench.textOf('表三', 'C9')).toBe(before);
  await workbench.clickRibbon('重做');
  await workbench.page.waitForTimeout(200);
  expect(await workbench.textOf('表三', 'C9')).toBe('26.50');
});

test('saving downloads a copy under another name in which only the changed sheet differs', async () => {
  const { name, bytes } = await workbench.saveByButton();
  expect(name).toBe('示例-部门预算公开表-勾稽.xlsx');
  const [before, after] = [unzipSync(SAMPLE), unzipSync(bytes)];
  const differing = Object.keys(before).filter(
    (part) => Buffer.compare(Buffer.from(before[part] ?? []), Buffer.from(after[part] ?? [])) !== 0,
  );
  expect(differing).toEqual(['xl/worksheets/sheet3.xml']);
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
  expect(readXlsx(bytes).sheets.find((sheet) => sheet.name === '表三')?.rows[8]?.[2]?.value).toBe(26.5);
  expect(await workbench.message()).toContain('批注已写成备注');
  expect(await workbench.fileName()).toBe(SAMPLE_NAME);
});

test('what is being typed is taken over before the workbook is saved or checked', async () => {
  await workbench.clickCell('表三', 'D12');
  await workbench.page.keyboard.type('12.34');
  const { bytes } = await workbench.saveByButton();
  expect(readXlsx(bytes).sheets.find((sheet) => sheet.name === '表三')?.rows[11]?.[3]?.value).toBe(12.34);
  await workbench.clickCell('表三', 'D13');
  await workbench.page.keyboard.type('0.56');
  await workbench.showTab('预算勾稽');
  await workbench.clickRibbon('勾稽核对');
  await workbench.page.waitForFunction(() => (window.goujiWorkbench?.model.comments().length ?? 0) > 0);
  expect(await workbench.textOf('表三', 'D13')).toBe('0.56');
  await workbench.clickRibbon('清除标注');
  await workbench.page.waitForFunction(() => window.goujiWorkbench?.model.comments().length === 0);
});

test('a comment shows as a card beside its cell and is gone when the pointer leaves', async () => {
  await workbench.page.evaluate(() => {
    const model = window.goujiWorkbench?.model;
    const sheet = model?.sheets().find(({ name }) => name === '表三')?.id ?? '';
    const range = { top: 10, left: 3, bottom: 10, right: 3 };
    model?.addConditionalFormat({ sheet, ranges: [range], formula: '=LEN("gouji:error")>0', fill: '#FFC7CE', fontColor: '#9C0006' });
    model?.addComment(sheet, 10, 3, '【勾稽】<b>不一致</b>', '用户');
  });
  await workbench.hoverCell('表三', 'D11');
  const card = workbench.page.locator('.comment-card');
  await card.waitFor({ state: 'visible' });
  expect(await card.innerText()).toBe('用户\n【勾稽】<b>不一致</b>');
  await workbench.screenshot('page-comment');
  await workbench.hoverCell('表三', 'B15');
  await card.waitFor({ state: 'hidden' });
});

test('a link to another cell is followed by one click', async () => {
  await workbench.page.evaluate(() => {
    const model = window.goujiWorkbench?.model;
    const sheet = model?.sheets().find(({ name }) => name === '目录')?.id ?? '';
    model?.setHyperlink(sheet, 4, 4, { documentReference: "'表四'!B6", textToDisplay: '表四 B6' });
  });
  await workbench.clickCell('目录', 'E5');
  await workbench.page.waitForFunction(() => {
    const model = window.goujiWorkbench?.model;
    return model?.sheets().find(({ id }) => id === model.active())?.name === '表四';
  });
  expect(await workbench.page.evaluate(() => window.goujiWorkbench?.model.selection().range)).toEqual({
    top: 5,
    left: 1,
    bottom: 5,
    right: 1,
  });
});

test('renaming a sheet or making a cell bold is refused with a sentence, and nothing changes', async () => {
  await workbench.clickCell('表三', 'B8');
  await workbench.page.keyboard.press('Control+B');
  await workbench.page.waitForFunction(() => document.querySelector('.message-text')?.textContent?.includes('不修改单元格格式'));
  expect(
    await workbench.page.evaluate(() => {
      const model = window.goujiWorkbench?.model;
      return model?.readStyle(model.active(), 7, 1).font?.bold;
    }),
  ).toBeUndefined();
});

test('a call that the workbench does not have is counted and named in the status bar', async () => {
  const gaps = workbench.page.locator('.gaps');
  expect(await gaps.isVisible()).toBe(false);
  await workbench.page.evaluate(() => void window.goujiWorkbench?.host.gaps.raise('Range.AutoFill()'));
  expect(await gaps.innerText()).toBe('工作台尚缺 1 项接口：Range.AutoFill()');
});

test('a closed pane keeps working, and is shown again by its button', async () => {
  await workbench.page.getByRole('button', { name: '关闭窗格' }).click();
  expect(await workbench.page.locator('.pane').isVisible()).toBe(false);
  await workbench.showTab('预算勾稽');
  await workbench.clickRibbon('勾稽核对');
  await workbench.page.waitForFunction(() => (window.goujiWorkbench?.model.comments().length ?? 0) > 1);
  await workbench.page.waitForFunction(() => window.goujiWorkbench?.host.runningFunctions.length === 0);
  await workbench.clickRibbon('清除标注');
  await workbench.page.waitForFunction(() => window.goujiWorkbench?.host.runningFunctions.length === 0);
  await workbench.clickRibbon('核对面板');
  expect(await workbench.page.locator('.pane').isVisible()).toBe(true);
});

/** The sample with every sheet hidden; no program saves such a file, yet it can be made. */
function hiddenWorkbook(): Uint8Array {
  const parts = unzipSync(SAMPLE);
  const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  const hidden = workbook.replace(/<sheet (?![^>]*state="hidden")/g, '<sheet state="hidden" ').replace(/state="visible"/g, '');
  return zipSync({ ...parts, 'xl/workbook.xml': strToU8(hidden) });
}

describe('files that cannot be opened', () => {
  const broken = SEED.slice(0, 9000);
  const files: readonly (readonly [string, string, Uint8Array, string])[] = [
    ['an empty file', '空.xlsx', new Uint8Array(0), '文件是空的'],
    ['a text file', '表.xlsx', strToU8('科目编码,科目名称\n208,社会保障\n'), '这是文本文件'],
    ['a broken zip', '坏.xlsx', broken, '文件已损坏或不完整'],
    ['a zip without a workbook', '包.xlsx', zipSync({ 'a.txt': strToU8('a') }), '里面没有工作簿'],
    ['a workbook whose sheets are all hidden', '藏.xlsx', hiddenWorkbook(), '没有可显示的工作表'],
    ['a PDF', '预算.xlsx', strToU8('%PDF-1.7\n'), '这是 PDF 文件'],
  ];
  test.each(files)('%s', async (_what, name, bytes, sentence) => {
    await workbench.drop(name, bytes);
    await workbench.page.waitForFunction((text) => document.querySelector('.message-text')?.textContent?.includes(text), sentence);
    expect(await workbench.message()).toContain(`未能打开 ${name}`);
    expect(await workbench.fileName()).toContain(SAMPLE_NAME);
    expect(await workbench.textOf('表三', 'C7')).toBe('1,555.94');
  });
});

test('another workbook opens by drop and by the button', async () => {
  await workbench.drop('某局 2024.xlsx', SEED);
  await workbench.page.waitForFunction(() => document.querySelector('.file-name')?.textContent === '某局 2024.xlsx');
  expect(await workbench.message()).toBe('');
  expect(await workbench.textOf('表一', 'B6')).toBe('6,912.23');
  await workbench.openByButton('再开.xlsx', SAMPLE);
  await workbench.page.waitForFunction(() => document.querySelector('.file-name')?.textContent === '再开.xlsx');
  expect(await workbench.textOf('表三', 'C9')).toBe('25.20');
  await workbench.screenshot('page-reopened');
});

test('an old .xls file opens for checking; saving says why it cannot', async () => {
  const sheet = utils.aoa_to_sheet([
    ['科目编码', '科目名称', '总计'],
    ['208', '社会保障和就业支出', 6523.4],
  ]);
  const book = utils.book_new(sheet, '表三');
  await workbench.drop('旧.xls', new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer));
  await workbench.page.waitForFunction(() => document.querySelector('.file-name')?.textContent === '旧.xls');
  expect(await workbench.textOf('表三', 'C2')).toBe('6523.4');
  await workbench.showTab('开始');
  await workbench.clickRibbon('另存');
  await workbench.page.waitForFunction(() => document.querySelector('.message-text')?.textContent?.includes('旧版 .xls'));
});

test('in English every text of the page is English', async () => {
  const english = await openWorkbench({ query: '?lang=en' });
  expect(await english.page.locator('.ribbon-tab').allInnerTexts()).toEqual(['Home', 'Budget tie-out']);
  const texts = await english.page.locator('.product, .file-name, .ribbon, .status-bar, .pane-header').allInnerTexts();
  expect(texts.filter((text) => /[\u4e00-\u9fff]/.test(text))).toEqual([]);
  await english.screenshot('page-english');
  await english.close();
});

test('at the end: no request left this machine, no error was thrown', () => {
  expect(workbench.foreign).toEqual([]);
  expect(workbench.errors).toEqual([]);
});
