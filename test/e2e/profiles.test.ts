/** In every Excel that the add-in is made for: ribbon, marks, pane, suggestion, live checking, the window after a check, the sheets, clearing. */
import type { Frame } from 'playwright-core';
import { openWorkbench, stopBrowser, type Workbench } from './support/browser';
import { operation, turnLiveOn } from './support/pane';
import { markedCells, workbookState } from './support/state';

afterAll(stopBrowser);

describe.each(['2021', '2024', '365', 'web'])('Excel %s', (profile) => {
  let workbench: Workbench;
  let pane: Frame;
  beforeAll(async () => {
    workbench = await openWorkbench({ query: `?profile=${profile}` });
    pane = await workbench.paneFrame();
  });
  afterAll(() => workbench.close());

  const done = (start: () => Promise<unknown>): Promise<void> => operation(pane, start);

  test('a slip is found from the ribbon, mended from the pane, and nothing is left after clearing', async () => {
    expect(await workbench.page.evaluate(() => window.goujiWorkbench?.host.profile.name)).toBe(profile);
    const untouched = await workbookState(workbench.page);
    // 2080107 社会保险业务管理事务: 5.00 becomes 50.00
    await workbench.typeInCell('表三', 'E11', '50');
    await done(() => workbench.clickRibbon('勾稽核对'));
    expect(await markedCells(workbench.page)).toContain('表三!E11');
    expect(await pane.locator('[data-list="findings"]').innerText()).toContain('表三 E11 很可能应为 5.00（现为 50.00）');
    await pane.getByRole('button', { name: '采用建议' }).first().click();
    await done(() => pane.getByRole('button', { name: '写入' }).click());
    expect(await workbench.textOf('表三', 'E11')).toMatch(/^5(\.00)?$/);
    expect(await markedCells(workbench.page)).not.toContain('表三!E11');
    await done(() => workbench.clickRibbon('清除标注'));
    expect(await workbench.page.evaluate(() => window.goujiWorkbench?.model.comments())).toEqual([]);
    expect(await markedCells(workbench.page)).toEqual([]);
    const changed = (await workbookState(workbench.page)).filter((line) => !untouched.includes(line));
    expect(changed.filter((line) => !line.startsWith('表三 {"row":10,"column":4}'))).toEqual([]);
  });

  test('an edit is followed live, and undone', async () => {
    await turnLiveOn(workbench.page, pane);
    await done(() => workbench.clickRibbon('勾稽核对'));
    await workbench.typeInCell('表三', 'E11', '50');
    await pane.getByText('表三 E11 很可能应为 5.00（现为 50.00）').first().waitFor();
    await workbench.page.waitForFunction(() =>
      window.goujiWorkbench?.model.comments().some(({ row, column }) => row === 10 && column === 4),
    );
    await workbench.page.keyboard.press('Control+z');
    await pane.getByText('表三 E11 很可能应为 5.00（现为 50.00）').first().waitFor({ state: 'detached' });
    expect(await workbench.textOf('表三', 'E11')).toMatch(/^5(\.00)?$/);
  });

  test('with the pane closed the ribbon tells, lists, goes from one difference to the next, explains a cell and clears', async () => {
    const dialog = workbench.page.frameLocator('.dialog-frame');
    const sheets = (): Promise<readonly string[]> =>
      workbench.page.evaluate(() => window.goujiWorkbench?.model.sheets().map(({ name }) => name) ?? []);
    const selection = (): Promise<string> => workbench.page.evaluate(() => JSON.stringify(window.goujiWorkbench?.model.selection()));
    await workbench.page.locator('.pane-close').click();
    await workbench.clickRibbon('勾稽核对');
    await dialog.getByRole('button', { name: '生成差异清单' }).click();
    await workbench.page.waitForFunction(() => window.goujiWorkbench?.model.sheets().some(({ name }) => name === '差异清单'));
    await workbench.page.locator('.dialog').waitFor({ state: 'detached' });
    await workbench.clickRibbon('底稿');
    expect(await sheets()).toEqual(expect.arrayContaining(['差异清单', '勾稽关系底稿']));
    await workbench.clickRibbon('下一处');
    const first = await selection();
    await workbench.clickRibbon('下一处');
    expect(await selection()).not.toBe(first);
    await workbench.clickRibbon('上一处');
    expect(await selection()).toBe(first);
    await workbench.clickRibbon('清除标注');
    expect(await sheets()).not.toContain('差异清单');
    expect(await markedCells(workbench.page)).toEqual([]);
    await workbench.clickCell('表三', 'C7');
    await workbench.page.keyboard.press('Control+Alt+j');
    await workbench.page.locator('iframe.pane-frame').waitFor({ state: 'visible' });
    await pane.getByText('表三!C7').first().waitFor();
  });

  test('nothing left this machine, no error was thrown, nothing went unanswered', async () => {
    expect(workbench.errors).toEqual([]);
    expect(workbench.foreign).toEqual([]);
    const host = await workbench.page.evaluate(() => [window.goujiWorkbench?.host.faults.length, window.goujiWorkbench?.host.gaps.list()]);
    expect(host).toEqual([0, []]);
  });
});

test('an Excel that is too old is told so in words, nothing is written, and the findings are shown all the same', async () => {
  const workbench = await openWorkbench({ query: '?profile=2019' });
  const pane = await workbench.paneFrame();
  await pane.getByRole('button', { name: '开始核对' }).click();
  await pane.waitForSelector('[data-phase="error"]');
  expect(await pane.getByRole('alert').innerText()).toContain('此版本的 Excel');
  expect(await pane.getByText('核对已完成，结果在窗格中；没有写入标注，单元格与核对前一样。').count()).toBe(1);
  expect(await pane.getByText('4 处需要核实').count()).toBe(1);
  expect(await markedCells(workbench.page)).toEqual([]);
  await workbench.close();
});

describe('the theme of Office', () => {
  test.each([
    ['white', 'light'],
    ['black', 'dark'],
  ])('%s: the pane is %s', async (theme, scheme) => {
    const workbench = await openWorkbench({ query: `?theme=${theme}` });
    const pane = await workbench.paneFrame();
    await pane.getByRole('button', { name: '开始核对' }).waitFor();
    const { shown, background } = await pane.evaluate(() => ({
      shown: document.documentElement.dataset['scheme'],
      background: getComputedStyle(document.body).backgroundColor,
    }));
    expect(shown).toBe(scheme);
    const [red = 0] = background.match(/\d+/g)?.map(Number) ?? [];
    expect(red > 127 ? 'light' : 'dark').toBe(scheme);
    await workbench.close();
  });

  test('changed while the pane is open: the pane follows when the user comes back to it', async () => {
    const workbench = await openWorkbench();
    const pane = await workbench.paneFrame();
    await pane.getByRole('button', { name: '开始核对' }).waitFor();
    const scheme = (): Promise<string | undefined> => pane.evaluate(() => document.documentElement.dataset['scheme']);
    expect(await scheme()).toBe('light');
    await workbench.page.evaluate(() => window.goujiWorkbench?.host.setTheme('black'));
    // office.js keeps what it read for five seconds.
    await workbench.page.waitForTimeout(5200);
    await workbench.clickCell('表三', 'A1');
    await pane.getByRole('button', { name: '开始核对' }).hover();
    await pane.waitForSelector('html[data-scheme="dark"]');
    expect(await scheme()).toBe('dark');
    await workbench.close();
  });
});

test('opened outside Excel the pane says where it runs, and what users of WPS can do', async () => {
  const workbench = await openWorkbench();
  const page = await workbench.page.context().newPage();
  await page.goto(new URL('taskpane.html', workbench.page.url()).href);
  await page.getByRole('heading', { name: '请在 Excel 中打开' }).waitFor();
  expect(await page.locator('main').innerText()).toContain('WPS');
  expect(await page.getByRole('button').count()).toBe(0);
  await workbench.close();
});
