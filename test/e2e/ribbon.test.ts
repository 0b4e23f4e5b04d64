/** Every button of the ribbon by real clicks, the menu of a cell and the keys: what each does, when it can be pressed, and that nobody is left without a word. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Frame, FrameLocator } from 'playwright-core';
import { checkWorkbook, relationsOf, type Workbook } from '../../src/core';
import { dialogOf } from '../../src/commands/resultDialog';
import { addressOf, type CellRef } from '../../src/core/workbook';
import { annotationsOf } from '../../src/present/annotations';
import { classOf, placeName } from '../../src/present/messages';
import { resultOfSheet } from '../../src/present/scope';
import { readXlsx } from '../../src/xlsx';
import { place } from '../support/findings';
import { openWorkbench, stopBrowser, type Workbench } from './support/browser';
import { ribbonButton } from './support/pane';
import { commentsOf, markedCells } from './support/state';

const SAMPLE: Workbook = readXlsx(new Uint8Array(readFileSync(path.join(__dirname, '../../assets/samples/sample-budget.xlsx'))));
const RESULT = checkWorkbook(SAMPLE);
const placed = (cell: CellRef): string => `${cell.sheet}!${addressOf(cell)}`;
/** Where 下一处 goes to, in this order: rounding gaps need no visit. */
const STOPS = RESULT.findings
  .filter((finding) => finding.cells.length > 0 && classOf(finding) !== 'rounding')
  .map(({ cells }) => placed(cells[0]!.cell));

let workbench: Workbench;
let pane: Frame;

beforeAll(async () => {
  workbench = await openWorkbench();
  pane = await workbench.paneFrame();
});

afterAll(async () => {
  await workbench.close();
  await stopBrowser();
});

const closePane = (): Promise<void> => workbench.page.locator('.pane-close').click();
const paneShown = (): Promise<boolean> => workbench.page.locator('iframe.pane-frame').isVisible();
const resultWindow = (): FrameLocator => workbench.page.frameLocator('.dialog-frame');
const checked = (): Promise<unknown> => pane.waitForSelector('[data-phase="done"]', { state: 'attached' });

/** The selected cell, top left of a range: `表三!C7`. */
const selected = (): Promise<string> =>
  workbench.page.evaluate(() => {
    const model = window.goujiWorkbench?.model;
    const { sheet, range } = model!.selection();
    const name = model!.sheets().find(({ id }) => id === sheet)?.name ?? '';
    return `${name}!${String.fromCharCode(65 + range.left)}${range.top + 1}`;
  });
/** Waits until the cell is selected. */
async function selects(cell: string | undefined): Promise<void> {
  for (let turn = 0; turn < 40 && (await selected()) !== cell; turn += 1) await workbench.page.waitForTimeout(50);
  expect(await selected()).toBe(cell);
}
const activeSheet = (): Promise<string> =>
  workbench.page.evaluate(() => {
    const model = window.goujiWorkbench?.model;
    return model?.sheets().find(({ id }) => id === model.active())?.name ?? '';
  });
const sheetNames = (): Promise<readonly string[]> =>
  workbench.page.evaluate(() => window.goujiWorkbench?.model.sheets().map(({ name }) => name) ?? []);
const textsOf = (sheet: string): Promise<readonly (readonly string[])[]> =>
  workbench.page.evaluate((name) => {
    const model = window.goujiWorkbench?.model;
    const id = model?.sheets().find((info) => info.name === name)?.id ?? '';
    const used = model?.usedRange(id, true);
    return model && used ? model.read(id, used).map((row) => row.map(({ text }) => text)) : [];
  }, sheet);
const settled = (): Promise<void> => workbench.page.evaluate(() => window.goujiWorkbench?.model.settle());

test('before a check there is nowhere to step to; all else can be pressed', async () => {
  for (const label of ['上一处', '下一处']) expect(await ribbonButton(workbench.page, label).isDisabled()).toBe(true);
  for (const label of ['勾稽核对', '只查本表', '核对面板', '差异清单', '底稿', '清除标注', '设置'])
    expect(await ribbonButton(workbench.page, label).isDisabled()).toBe(false);
});

describe('with the pane closed', () => {
  beforeAll(closePane);

  test('勾稽核对 tells its result in a small window, in numbers, and leaves the pane closed', async () => {
    await workbench.clickRibbon('勾稽核对');
    await resultWindow().getByRole('heading').waitFor();
    const { errors, warnings } = dialogOf({ workbook: SAMPLE, result: RESULT, marked: 0, milliseconds: 0 });
    expect(await resultWindow().getByRole('heading').innerText()).toBe(`${errors + warnings} 处需要核实`);
    const said = await resultWindow().locator('main').innerText();
    expect(said).toContain(`错误 ${errors} 条`);
    expect(said).toContain(`核对 ${RESULT.relations.checked} 条关系`);
    expect(await workbench.page.locator('.dialog').getAttribute('aria-label')).toBe('预算勾稽');
    await workbench.screenshot('ribbon-result-window');
    expect(await paneShown()).toBe(false);
    expect(await markedCells(workbench.page)).toContain('表三!B14');
  });

  test('a second check puts its window in the place of the first', async () => {
    await workbench.clickRibbon('勾稽核对');
    await resultWindow().getByRole('heading').waitFor();
    expect(await workbench.page.locator('.dialog').count()).toBe(1);
    await resultWindow().getByRole('button', { name: '关闭' }).click();
    await workbench.page.locator('.dialog').waitFor({ state: 'detached' });
    expect(await paneShown()).toBe(false);
  });

  test('its cross closes it, and it opens again at the next check', async () => {
    await workbench.clickRibbon('勾稽核对');
    await workbench.page.locator('.dialog-close').click();
    await workbench.page.locator('.dialog').waitFor({ state: 'detached' });
    await workbench.clickRibbon('勾稽核对');
    await resultWindow().getByRole('button', { name: '打开核对面板' }).click();
    await workbench.page.locator('iframe.pane-frame').waitFor({ state: 'visible' });
    expect(await workbench.page.locator('.dialog').count()).toBe(0);
    await closePane();
  });

  test('where no window may be opened the pane comes up and tells it', async () => {
    // 12009: the person did not allow the window.
    await workbench.page.evaluate(() => window.goujiWorkbench?.host.dialogs.failNext(12009));
    await workbench.clickRibbon('勾稽核对');
    await workbench.page.locator('iframe.pane-frame').waitFor({ state: 'visible' });
    expect(await workbench.page.locator('.dialog').count()).toBe(0);
    expect(await pane.locator('main').innerText()).toContain(`${RESULT.relations.checked} 条关系`);
    await closePane();
  });

  test('下一处 and 上一处 select one difference after the other, and go round', async () => {
    expect(STOPS.length).toBeGreaterThan(2);
    for (const label of ['上一处', '下一处']) expect(await ribbonButton(workbench.page, label).isDisabled()).toBe(false);
    const visited: string[] = [];
    for (let step = 0; step <= STOPS.length; step += 1) {
      await workbench.clickRibbon('下一处');
      visited.push(await selected());
    }
    expect(visited).toEqual([...STOPS, STOPS[0]]);
    await workbench.clickRibbon('上一处');
    expect(await selected()).toBe(STOPS.at(-1));
    await workbench.clickRibbon('上一处');
    expect(await selected()).toBe(STOPS.at(-2));
    expect(await paneShown()).toBe(false);
  });

  test('the keys do the same', async () => {
    await workbench.clickCell('表一', 'A1');
    await workbench.page.keyboard.press('Control+Alt+n');
    await selects(STOPS.at(-1));
    await workbench.page.keyboard.press('Control+Alt+p');
    await selects(STOPS.at(-2));
    await workbench.page.keyboard.press('Control+Alt+k');
    await resultWindow().getByRole('button', { name: '关闭' }).click();
    await workbench.page.locator('.dialog').waitFor({ state: 'detached' });
  });

  test('差异清单 twice: one sheet, what was written on it stays', async () => {
    await workbench.clickRibbon('差异清单');
    expect(await activeSheet()).toBe('差异清单');
    const texts = await textsOf('差异清单');
    const header = texts.findIndex((row) => row[0] === '序号');
    const clerk = texts[header]!.findIndex((name) => name.includes('经办') || name.includes('回复'));
    const row = texts.findIndex((cells, index) => index > header && cells[0] === '1');
    const address = `${String.fromCharCode(65 + clerk)}${row + 1}`;
    await workbench.typeInCell('差异清单', address, '已核实');
    const replied = await textsOf('差异清单');
    await workbench.clickRibbon('差异清单');
    await settled();
    expect((await sheetNames()).filter((name) => name.startsWith('差异清单'))).toEqual(['差异清单']);
    expect(await textsOf('差异清单')).toEqual(replied);
  });

  test('底稿 twice: one sheet with every relation', async () => {
    await workbench.clickRibbon('底稿');
    expect(await activeSheet()).toBe('勾稽关系底稿');
    const once = await textsOf('勾稽关系底稿');
    expect(once.filter((row) => /^\d+$/.test(row[0] ?? ''))).toHaveLength(RESULT.relations.checked);
    await workbench.clickRibbon('底稿');
    expect((await sheetNames()).filter((name) => name.startsWith('勾稽关系底稿'))).toEqual(['勾稽关系底稿']);
    expect(await textsOf('勾稽关系底稿')).toEqual(once);
    expect(await paneShown()).toBe(false);
  });

  test('清除标注 takes the marks away and the sheets without replies; the sheet with a reply stays, and the pane says so', async () => {
    await workbench.clickRibbon('清除标注');
    await workbench.page.locator('iframe.pane-frame').waitFor({ state: 'visible' });
    expect(await markedCells(workbench.page)).toEqual([]);
    expect(await commentsOf(workbench.page)).toEqual({});
    expect((await sheetNames()).filter((name) => /差异清单|底稿/.test(name))).toEqual(['差异清单']);
    expect(await pane.locator('body').innerText()).toContain('差异清单');
  });
});

describe('with the pane open', () => {
  test('勾稽核对 opens no window: the pane says everything', async () => {
    await workbench.clickRibbon('勾稽核对');
    await checked();
    expect(await workbench.page.locator('.dialog').count()).toBe(0);
  });

  test('只查本表 marks what concerns the sheet in front, and nothing else', async () => {
    const own = resultOfSheet(RESULT, '表三');
    expect(own.findings.length).toBeGreaterThan(0);
    expect(own.findings.length).toBeLessThan(RESULT.findings.length);
    await workbench.clickCell('表三', 'A1');
    await workbench.clickRibbon('只查本表');
    await checked();
    const expected = annotationsOf(own, 'zh-CN').map(({ cell }) => placed(cell));
    expect(await markedCells(workbench.page)).toEqual(expected.sort());
    expect(Object.keys(await commentsOf(workbench.page)).every((cell) => expected.includes(cell))).toBe(true);
    expect(await pane.locator('main').innerText()).toContain('表三');
    await workbench.clickRibbon('勾稽核对');
    await checked();
  });

  test('这个数和谁勾稽？ in the menu of a cell: every relation of it, held ones too, the other cells one click away', async () => {
    const cell = place('表三!C7');
    const checks = relationsOf(RESULT, cell);
    expect(checks.filter(({ verdict }) => verdict === 'held').length).toBeGreaterThan(1);
    await closePane();
    const { x, y, width, height } = await workbench.cellRect('表三', 'C7');
    await workbench.page.mouse.move(x + width / 2 - 2, y + height / 2);
    await workbench.page.mouse.click(x + width / 2, y + height / 2, { button: 'right' });
    await workbench.page.getByRole('menuitem', { name: '这个数和谁勾稽？' }).click();
    await workbench.page.locator('iframe.pane-frame').waitFor({ state: 'visible' });
    const list = pane.locator('main');
    await pane.getByText(placeName(cell)).first().waitFor();
    expect(await list.innerText()).toMatch(new RegExp(`${checks.length}\\s*条`));
    expect(await list.getByText('相符', { exact: true }).count()).toBe(checks.filter(({ verdict }) => verdict === 'held').length);
    await workbench.screenshot('ribbon-cell-relations');
    const other = list.getByRole('button', { name: /表三!C/ }).first();
    const name = await other.innerText();
    await other.click();
    await selects(name);
  });

  test('the key for it asks about the cell that is selected', async () => {
    await workbench.clickCell('表五', 'C7');
    await workbench.page.keyboard.press('Control+Alt+j');
    await pane.getByText('表五!C7').first().waitFor();
  });

  test('设置 opens the settings', async () => {
    await workbench.clickRibbon('设置');
    await pane.getByRole('heading', { name: '设置', level: 1 }).waitFor();
  });
});

test('another workbook, opened with the pane closed, is told of in a window too', async () => {
  await closePane();
  await workbench.openByButton('预算.xlsx', new Uint8Array(readFileSync(path.join(__dirname, '../../assets/samples/sample-budget.xlsx'))));
  await workbench.page.waitForFunction(() => document.querySelector('.file-name')?.textContent?.startsWith('预算.xlsx'));
  pane = await workbench.paneFrame();
  await pane.getByRole('button', { name: '开始核对' }).waitFor({ state: 'attached' });
  await workbench.showTab('预算勾稽');
  expect(await ribbonButton(workbench.page, '下一处').isDisabled()).toBe(true);
  await workbench.clickRibbon('勾稽核对');
  await resultWindow().getByRole('button', { name: '生成差异清单' }).click();
  await workbench.page.waitForFunction(() => window.goujiWorkbench?.model.sheets().some(({ name }) => name === '差异清单'));
  expect(await paneShown()).toBe(false);
  const { bytes } = await workbench.saveByButton();
  const parts = Object.values(unzipSync(bytes)).map((part) => strFromU8(part));
  const list = parts.find((part) => part.includes('勾稽核对差异清单')) ?? '';
  expect(list).toMatch(/<autoFilter ref="A6:\w+"\/>/);
  expect(list).toContain('orientation="landscape" fitToHeight="0"');
  expect(list).toContain('<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter>');
  expect(parts.join('')).toMatch(/_xlnm\.Print_Titles"[^>]*>'差异清单'!\$6:\$6</);
});

test('no request left this machine, no error was thrown, no call went unanswered', async () => {
  expect(workbench.foreign).toEqual([]);
  expect(workbench.errors).toEqual([]);
  expect(await workbench.page.evaluate(() => window.goujiWorkbench?.host.gaps.list())).toEqual([]);
});
