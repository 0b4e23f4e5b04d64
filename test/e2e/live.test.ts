/** 随改随查 by keyboard in a workbook of 20,000 cells: edits, undoing them, and another person who edits too. */
import type { Frame } from 'playwright-core';
import { asFile, largeBudget } from '../bench/largeBudget';
import { openWorkbench, stopBrowser, type Workbench } from './support/browser';
import { turnLiveOn } from './support/pane';
import { markedCells } from './support/state';

let workbench: Workbench;
let pane: Frame;

beforeAll(async () => {
  workbench = await openWorkbench();
  await workbench.openByButton('大.xlsx', asFile(largeBudget(0)));
  await workbench.page.waitForFunction(() => document.querySelector('.file-name')?.textContent?.startsWith('大.xlsx'));
  pane = await workbench.paneFrame();
  await pane.getByRole('button', { name: '开始核对' }).waitFor();
  await workbench.showTab('预算勾稽');
}, 60_000);

afterAll(async () => {
  await workbench.close();
  await stopBrowser();
});

const verdict = (): Promise<string> => pane.locator('h1').first().innerText();
const verdictIs = (text: string): Promise<void> => pane.locator('h1', { hasText: text }).waitFor();
const batches = (): Promise<number> => workbench.page.evaluate(() => window.goujiWorkbench?.host.log.length ?? 0);
/** Until the add-in asks nothing more of the host. */
async function quiet(): Promise<number> {
  for (let before = -1; ;) {
    const now = await batches();
    if (now === before) return now;
    before = now;
    await workbench.page.waitForTimeout(700);
  }
}

test('it is turned on in the settings; the pane then keeps to the findings', async () => {
  await turnLiveOn(workbench.page, pane);
  await workbench.clickRibbon('勾稽核对');
  await verdictIs('未发现不一致');
  await quiet();
});

test('an error that is typed is shown and marked; undone by Ctrl+Z, both are gone', async () => {
  const marked = await markedCells(workbench.page);
  expect(marked).not.toContain('表三!D7');
  await workbench.typeInCell('表三', 'D7', '100002');
  await verdictIs('处需要核实');
  await pane.getByText('表三 D7 很可能应为 89.00').first().waitFor();
  await quiet();
  expect(await markedCells(workbench.page)).toContain('表三!D7');
  await workbench.screenshot('live-error');
  await workbench.page.keyboard.press('Control+z');
  await verdictIs('未发现不一致');
  expect(await workbench.textOf('表三', 'D7')).toBe('89.00');
  expect(await pane.locator('[data-phase]').getAttribute('data-phase')).toBe('done');
});

test('redone with Ctrl+Y and undone again, the pane follows each time; nothing goes on by itself', async () => {
  await workbench.page.keyboard.press('Control+y');
  await verdictIs('处需要核实');
  await workbench.page.keyboard.press('Control+z');
  await verdictIs('未发现不一致');
  const before = await quiet();
  await workbench.page.waitForTimeout(1000);
  expect(await batches()).toBe(before);
});

test('what another person breaks is shown too, and left to be marked by that person’s own add-in', async () => {
  await quiet();
  const marked = await markedCells(workbench.page);
  await workbench.page.evaluate(() => {
    const { model, host } = window.goujiWorkbench ?? {};
    const sheet = model?.sheets().find(({ name }) => name === '表五')?.id ?? '';
    host?.asCoauthor(() => model?.write(sheet, [{ row: 8, column: 3, value: 7 }], 'user'));
  });
  await verdictIs('处需要核实');
  await pane
    .getByText(/表五 D9 很可能应为/)
    .first()
    .waitFor();
  await quiet();
  expect(await markedCells(workbench.page)).toEqual(marked);
});

test('typing goes on while the pane follows: the last figure counts', async () => {
  await workbench.typeInCell('表三', 'D10', '1');
  await workbench.typeInCell('表三', 'D11', '2');
  await workbench.typeInCell('表三', 'D12', '3');
  await quiet();
  for (const cell of ['表三 D10', '表三 D11', '表三 D12']) expect(await pane.locator('main').innerText()).toContain(cell);
  expect(await verdict()).toContain('处需要核实');
});

test('no request left this machine, no error was thrown, no call went unanswered', async () => {
  expect(workbench.foreign).toEqual([]);
  expect(workbench.errors).toEqual([]);
  expect(await workbench.page.evaluate(() => window.goujiWorkbench?.host.gaps.list())).toEqual([]);
});
