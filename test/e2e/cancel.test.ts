/** 取消 by a real click while the workbook is being written: what the pane says, and what is left in the cells. */
import type { Frame } from 'playwright-core';
import { openWorkbench, stopBrowser, type Workbench } from './support/browser';
import { ribbonButton } from './support/pane';
import { commentsOf, markedCells, workbookState } from './support/state';

let workbench: Workbench;
let pane: Frame;
let untouched: readonly string[];

beforeAll(async () => {
  workbench = await openWorkbench();
  pane = await workbench.paneFrame();
  untouched = await workbookState(workbench.page);
});

afterAll(async () => {
  await workbench.close();
  await stopBrowser();
});

/** Excel takes its time over the batch that writes this text, until it is released. */
async function slowWriting(text: string): Promise<() => Promise<void>> {
  await workbench.page.evaluate((wanted) => {
    const host = window.goujiWorkbench?.host;
    if (!host) throw new Error('The workbench is not open');
    const batch = host.batch.bind(host);
    host.batch = async (body, flags) => {
      if (!String(body).includes(wanted)) return batch(body, flags);
      host.batch = batch;
      document.body.dataset['held'] = 'yes';
      await new Promise<void>((resolve) => document.body.addEventListener('release', () => resolve(), { once: true }));
      return batch(body, flags);
    };
  }, text);
  return () =>
    workbench.page.evaluate(() => {
      delete document.body.dataset['held'];
      document.body.dispatchEvent(new Event('release'));
    });
}

const held = (): Promise<unknown> => workbench.page.waitForSelector('body[data-held]');
const finished = (): Promise<unknown> => pane.waitForSelector('[data-phase="done"]');
const bars = (): Promise<string> => pane.locator('[data-bars]').innerText();
const start = (label: string): Promise<void> => ribbonButton(workbench.page, label).click();

test.each([
  ['colours', 'LEN(', /标注 0\/\d+ 处/],
  ['comments', '【勾稽】', /标注 [1-9]\d*\/\d+ 处/],
])('cancelled while Excel writes the %s: no mark is left, the findings stay in the pane', async (what, text, told) => {
  const release = await slowWriting(text);
  await start('勾稽核对');
  await held();
  await pane.getByText(told).waitFor();
  await workbench.screenshot(`cancel-${what}`);
  await pane.getByRole('button', { name: '取消', exact: true }).click();
  await release();
  await finished();
  await workbench.page.evaluate(() => window.goujiWorkbench?.model.settle());
  expect(await bars()).toContain('已取消标注。');
  expect(await bars()).toContain('已全部撤回');
  expect(await pane.locator('main').innerText()).toContain('处需要核实');
  expect(await workbookState(workbench.page)).toEqual(untouched);
});

test('the next check marks as usual', async () => {
  await workbench.clickRibbon('勾稽核对');
  await finished();
  expect((await markedCells(workbench.page)).length).toBeGreaterThan(0);
  expect(Object.keys(await commentsOf(workbench.page)).length).toBeGreaterThan(0);
  expect(await bars()).not.toContain('取消');
});

test('差异清单, cancelled while Excel writes it, is not there', async () => {
  const before = await workbookState(workbench.page);
  const release = await slowWriting('勾稽核对差异清单');
  await start('差异清单');
  await held();
  await pane.getByText(/写入 0\/\d+ 行/).waitFor();
  await pane.getByRole('button', { name: '取消', exact: true }).click();
  await release();
  await finished();
  expect(await bars()).toContain('已取消写入。');
  expect(await workbookState(workbench.page)).toEqual(before);
  await workbench.clickRibbon('差异清单');
  expect(await workbench.page.evaluate(() => window.goujiWorkbench?.model.sheets().map(({ name }) => name))).toContain('差异清单');
});

test('no request left this machine, no error was thrown, no call went unanswered', async () => {
  expect(workbench.foreign).toEqual([]);
  expect(workbench.errors).toEqual([]);
  expect(await workbench.page.evaluate(() => window.goujiWorkbench?.host.gaps.list())).toEqual([]);
});
