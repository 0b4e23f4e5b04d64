/** The add-in itself behind the protocol of Excel on the web: its pages as they are built, the web's client file, the window after a check. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { checkWorkbook } from '../../src/core';
import { dialogOf } from '../../src/commands/resultDialog';
import { readXlsx } from '../../src/xlsx';
import { openWebSite, type WebSite } from './support/webSite';

const BUILT = path.join(__dirname, '../../dist/pane');
const SAMPLE = readXlsx(new Uint8Array(readFileSync(path.join(__dirname, '../../assets/samples/sample-budget.xlsx'))));
const NUMBERS = dialogOf({ workbook: SAMPLE, result: checkWorkbook(SAMPLE), marked: 0, milliseconds: 0 });

const OUTER = `
import { connectWebDialog, connectWebPane } from '../../src/workbench/host/webHost';
import { OfficeHost } from '../../src/workbench/host/host';
import { MemoryWorkbookModel } from '../../src/workbench/memoryModel';
import { dialogScreen } from '../../src/workbench/page/dialogWindow';
Promise.all(['metadata.json', 'workbook.json'].map((file) => fetch(file).then((response) => response.json()))).then(([metadata, workbook]) => {
  const model = MemoryWorkbookModel.from(workbook);
  const host = new OfficeHost(model, { metadata, profile: 'web', fileName: '预算.xlsx' });
  host.dialogs.screen = dialogScreen(document.body, host, { title: '预算勾稽', close: '关闭' }, connectWebDialog);
  connectWebPane(document.querySelector('iframe'), host, 'pane/taskpane.html');
  window.bench = { model, host };
});`;

let site: WebSite;

beforeAll(async () => {
  site = await openWebSite({ script: OUTER, folders: { pane: BUILT }, files: { '/workbook.json': JSON.stringify(SAMPLE) } });
  await site.pane.getByRole('button', { name: '开始核对' }).waitFor();
  await site.page.evaluate('window.bench.host.setPaneVisible(false)');
});

afterAll(() => site.close());

const press = (command: string): Promise<unknown> => site.page.evaluate(`window.bench.host.invokeFunction('${command}', '${command}')`);
const resultWindow = (): FrameLocator => site.page.frameLocator('.dialog-frame');
const windowGone = (): Promise<void> => site.page.locator('.dialog').waitFor({ state: 'detached' });
const sheetNames = (): Promise<unknown> => site.page.evaluate('window.bench.model.sheets().map(({ name }) => name)');

test('勾稽核对 marks the cells and tells its result in a window', async () => {
  await press('checkWorkbook');
  await resultWindow().getByRole('heading').waitFor();
  expect(await resultWindow().getByRole('heading').innerText()).toBe(`${NUMBERS.errors + NUMBERS.warnings} 处需要核实`);
  expect(await resultWindow().locator('main').innerText()).toContain(`核对 ${NUMBERS.checked} 条关系`);
  expect(await site.page.evaluate('window.bench.model.comments().length')).toBeGreaterThan(0);
});

test('its cross closes it; the next check opens it again, and its button writes the 差异清单', async () => {
  await site.page.locator('.dialog-close').click();
  await windowGone();
  await press('checkWorkbook');
  await resultWindow().getByRole('button', { name: '生成差异清单' }).click();
  await windowGone();
  await site.page.waitForFunction(`window.bench.model.sheets().some(({ name }) => name === '差异清单')`);
  await site.pane.waitForSelector('[data-phase="done"]', { state: 'attached' });
});

test('a second check puts its window in the place of the first, which can be closed by its own button', async () => {
  await press('checkWorkbook');
  await resultWindow().getByRole('heading').waitFor();
  await press('checkSheet');
  await resultWindow().getByText('只列出与当前工作表有关的。').waitFor();
  expect(await site.page.locator('.dialog').count()).toBe(1);
  await resultWindow().getByRole('button', { name: '关闭' }).click();
  await windowGone();
});

test('打开核对面板 in the window opens the pane', async () => {
  await press('checkWorkbook');
  await resultWindow().getByRole('button', { name: '打开核对面板' }).click();
  await windowGone();
  await site.page.waitForFunction(`window.bench.host.shell.paneState === 'Visible'`);
  expect(await site.pane.locator('main').innerText()).toContain(`${NUMBERS.checked} 条关系`);
});

test('清除标注 takes marks and sheet away again; nothing went unanswered', async () => {
  await press('clearAnnotations');
  expect(await site.page.evaluate('window.bench.model.comments().length')).toBe(0);
  expect(await sheetNames()).toEqual(SAMPLE.sheets.map(({ name }) => name));
  expect(await site.page.evaluate('[window.bench.host.gaps.list(), window.bench.host.faults.length]')).toEqual([[], 0]);
});
