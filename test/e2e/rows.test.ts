/** A person lets rows in, takes rows out and sorts some, by the menu of a cell: what is marked follows, and comes off as if it had never been there. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { addressOf } from '../../src/core/workbook';
import { markOfFormula } from '../../src/present/marks';
import type { ModelConditionalFormat } from '../../src/workbench/model';
import { readPresentation, readXlsx } from '../../src/xlsx';
import { openWorkbench, stopBrowser, type Workbench } from './support/browser';
import { commentsOf, markedCells, workbookState } from './support/state';

let workbench: Workbench;
let pane: Frame;

beforeEach(async () => {
  workbench = await openWorkbench();
  pane = await workbench.paneFrame();
  await pane.getByRole('button', { name: '开始核对' }).waitFor({ state: 'attached' });
});

afterEach(async () => {
  expect(workbench.errors).toEqual([]);
  expect(workbench.foreign).toEqual([]);
  expect(await workbench.page.evaluate(() => window.goujiWorkbench?.host.gaps.list())).toEqual([]);
  await workbench.close();
});

afterAll(stopBrowser);

/** Right click on the cell, then the entry of the menu. */
async function choose(sheet: string, cell: string, entry: string): Promise<void> {
  const { x, y, width, height } = await workbench.cellRect(sheet, cell);
  await workbench.page.mouse.move(x + width / 2 - 2, y + height / 2);
  await workbench.page.mouse.click(x + width / 2, y + height / 2, { button: 'right' });
  await workbench.page.getByRole('menuitem', { name: entry }).click();
  await workbench.page.evaluate(() => window.goujiWorkbench?.model.settle());
}

/** Selects by dragging from one cell to the other. */
async function drag(sheet: string, from: string, to: string): Promise<void> {
  const first = await workbench.cellRect(sheet, from);
  const last = await workbench.cellRect(sheet, to);
  await workbench.page.mouse.move(first.x + first.width / 2, first.y + first.height / 2);
  await workbench.page.mouse.down();
  await workbench.page.mouse.move(last.x + last.width / 2, last.y + last.height / 2, { steps: 5 });
  await workbench.page.mouse.up();
}

/** What people have in their sheets beside figures, and a figure mistyped. */
async function fillIn(): Promise<void> {
  await workbench.page.evaluate(() => {
    const model = window.goujiWorkbench?.model;
    if (!model) return;
    const id = (name: string): string => model.sheets().find((sheet) => sheet.name === name)?.id ?? '';
    const [three, five] = [id('表三'), id('表五')];
    const rows = { top: 5, left: 2, bottom: 20, right: 4 };
    model.writeStyle(three, { top: 7, left: 2, bottom: 8, right: 2 }, { fill: '#FFFF00', font: { bold: true } });
    model.addValidation({ sheet: three, range: rows, rule: { custom: { formula: '=C6>=0' } } });
    model.addConditionalFormat({ sheet: three, ranges: [rows], formula: '=C6<0', fill: '#00FF00', fontColor: null });
    model.addName({ name: '行政运行数', formula: "='表三'!$C$8", visible: true, sheet: null });
    const thread = model.addComment(three, 8, 2, '请核实', '审核人');
    model.addReply(thread.id, '已核', '经办');
    model.addComment(five, 8, 3, '公开前再看', '审核人');
    model.write(five, [{ row: 8, column: 7, formula: "='表三'!C8-D9" }], 'user');
    model.write(three, [{ row: 7, column: 6, formula: '=SUM(C8:C18)' }], 'user');
  });
  await workbench.typeInCell('表三', 'C8', '777.05');
}

/** A row above a marked one, a row out, three rows sorted by their total. */
async function edit(): Promise<void> {
  await choose('表三', 'B8', '在上方插入 1 行');
  await choose('表三', 'A14', '删除选中的 1 行');
  await drag('表三', 'A10', 'E12');
  await choose('表三', 'C11', '选中区域按 C 列升序排列');
}

async function check(): Promise<void> {
  await workbench.showTab('预算勾稽');
  await workbench.clickRibbon('勾稽核对');
  await pane.waitForSelector('[data-phase="done"]', { state: 'attached' });
}

/** Waits until the marks are as wanted, and says what they are when they never are. */
async function marks(wanted: (cells: readonly string[]) => boolean): Promise<void> {
  for (let turn = 0; turn < 60 && !wanted(await markedCells(workbench.page)); turn += 1) await workbench.page.waitForTimeout(100);
  const cells = await markedCells(workbench.page);
  expect(wanted(cells) ? [] : cells).toEqual([]);
}

/** The sheet in front is no part of what must be the same. */
const state = (): Promise<readonly string[]> => workbookState(workbench.page);

type Format = Pick<ModelConditionalFormat, 'formula' | 'ranges'>;

/** What the file says is what the grid says, and our marks stand on the same cells in it. */
async function savedRight(): Promise<void> {
  const { bytes } = await workbench.saveByButton();
  await workbench.showTab('预算勾稽');
  const sheet = readXlsx(bytes).sheets.find(({ name }) => name === '表三');
  expect(Array.from({ length: 6 }, (_, i) => sheet?.rows[7 + i]?.[2]?.value ?? null)).toEqual([null, 777.05, 5, 25.2, 38.4, 39]);
  expect(sheet?.rows[8]?.[6]).toMatchObject({ formula: '=SUM(C9:C18)', value: 1452.94 });
  const cells = (formats: readonly (readonly [string, Format])[]): readonly string[] =>
    formats
      .filter(([, { formula }]) => markOfFormula(formula) !== null)
      .flatMap(([sheet, { formula, ranges }]) =>
        ranges.flatMap(({ top, left, bottom, right }) =>
          Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, i) => {
            const [row, column] = [top + Math.floor(i / (right - left + 1)), left + (i % (right - left + 1))];
            return `${sheet}!${addressOf({ row, column })} ${formula}`;
          }),
        ),
      )
      .sort();
  const inFile = readPresentation(bytes).sheets.flatMap((each) => each.conditionalFormats.map((format) => [each.name, format] as const));
  const inGrid = await workbench.page.evaluate(() => {
    const model = window.goujiWorkbench?.model;
    return (model?.sheets() ?? []).flatMap(({ id, name }) =>
      (model?.conditionalFormats(id) ?? []).map(({ formula, ranges }) => [name, { formula, ranges }] as const),
    );
  });
  expect(cells(inFile).length).toBeGreaterThan(10);
  expect(cells(inFile)).toEqual(cells(inGrid));
}

test('check, insert, delete, sort, clear: as if it had never been checked; check again: marked where things are now', async () => {
  await fillIn();
  await edit();
  const wanted = await state();
  expect(await Promise.all(['C8', 'C9', 'A10', 'A11', 'A12', 'G9'].map((cell) => workbench.textOf('表三', cell)))).toEqual([
    '',
    '777.05',
    '2080107',
    '2080102',
    '2080104',
    '1452.94',
  ]);
  await check();
  const marks = await markedCells(workbench.page);
  const comments = await commentsOf(workbench.page);
  expect(marks).toContain('表三!C9');
  await workbench.close();

  workbench = await openWorkbench();
  pane = await workbench.paneFrame();
  await fillIn();
  await check();
  expect(await markedCells(workbench.page)).toContain('表三!C8');
  await workbench.screenshot('rows-before');
  await edit();
  await workbench.screenshot('rows-after');
  await savedRight();
  await workbench.clickRibbon('清除标注');
  await workbench.page.waitForFunction(() => window.goujiWorkbench?.model.names().every(({ name }) => !name.startsWith('_gouji')));
  expect(await state()).toEqual(wanted);
  await check();
  expect(await markedCells(workbench.page)).toEqual(marks);
  expect(await commentsOf(workbench.page)).toEqual(comments);
}, 120_000);

test('with 随改随查 the findings and marks follow rows that come, go and are sorted, and what is taken back', async () => {
  await workbench.showTab('预算勾稽');
  await workbench.clickRibbon('设置');
  await pane.getByRole('combobox', { name: '随改随查' }).click();
  await pane.getByRole('option', { name: /^打开/ }).click();
  await pane.getByRole('button', { name: '保存' }).click();
  await pane.getByText('设置已存入工作簿').waitFor();
  await pane
    .getByRole('button', { name: '返回结果' })
    .or(pane.getByRole('button', { name: '返回' }))
    .first()
    .click();
  await check();
  const before = await markedCells(workbench.page);
  expect(before).toContain('表三!B14');

  await choose('表三', 'B8', '在上方插入 1 行');
  await marks((cells) => cells.includes('表三!B15') && !cells.includes('表三!B14'));
  expect(await pane.locator('main').innerText()).not.toContain('可能已过时');
  await choose('表三', 'B9', '删除选中的 1 行');
  await marks((cells) => cells.includes('表三!D7'));
  expect(await markedCells(workbench.page)).toContain('表三!B14');

  await workbench.page.keyboard.press('Control+z');
  await marks((cells) => cells.includes('表三!B15') && !cells.includes('表三!D7'));
  expect(await workbench.textOf('表三', 'C9')).toBe('877.05');
  await workbench.page.keyboard.press('Control+z');
  await marks((cells) => cells.join() === before.join());

  await drag('表三', 'A8', 'E18');
  await choose('表三', 'C12', '选中区域按 C 列降序排列');
  await marks((cells) => cells.includes('表三!B17') || cells.includes('表三!B16') || cells.includes('表三!B15'));
  const place = (await markedCells(workbench.page)).find((cell) => cell.startsWith('表三!B')) ?? '';
  expect(await workbench.textOf('表三', place.slice('表三!'.length))).toBe('劳动关系和维权');
  await workbench.page.keyboard.press('Control+z');
  await marks((cells) => cells.join() === before.join());

  // All is taken back: the file has the cells that were opened.
  const { bytes } = await workbench.saveByButton();
  const cells = (file: Uint8Array): unknown => readPresentation(file).sheets.map(({ name, cells: all, rows }) => [name, all, rows]);
  expect(cells(bytes)).toEqual(cells(new Uint8Array(readFileSync(path.join(__dirname, '../../assets/samples/sample-budget.xlsx')))));
}, 120_000);

test('what would tear a merged block, and a sort without a choice, is refused with words', async () => {
  const says = (part: string): Promise<unknown> => workbench.page.locator('.message-text', { hasText: part }).waitFor();
  await choose('表五', 'A4', '删除选中的 1 行');
  await says('有一个合并单元格从这里开始');
  expect(await workbench.textOf('表五', 'A4')).toBe('功能分类科目');
  await choose('表五', 'C9', '排序');
  await says('请先选中要排序的数据行');
  await drag('表五', 'A4', 'F8');
  await choose('表五', 'C7', '选中区域按 C 列升序排列');
  await says('选中区域里有合并单元格');
  await workbench.page.evaluate(() => {
    const { model, host } = window.goujiWorkbench!;
    host.document.protection.set(model.active(), { options: {}, password: null });
  });
  await choose('表五', 'C9', '在下方插入 1 行');
  await says('这张工作表受保护');
  expect(await workbench.textOf('表五', 'B10')).toBe('一般行政管理事务');
});

test('rows are chosen by their numbers as well; the menu is there in English too', async () => {
  await workbench.close();
  workbench = await openWorkbench({ query: '?lang=en' });
  pane = await workbench.paneFrame();
  await pane.getByRole('button', { name: 'Check' }).first().waitFor({ state: 'attached' });
  const { x, y, height } = await workbench.cellRect('表三', 'A8');
  await workbench.page.mouse.click(x - 20, y + height / 2);
  await workbench.page.keyboard.down('Shift');
  await workbench.page.mouse.click(x - 20, y + height * 1.5);
  await workbench.page.keyboard.up('Shift');
  await workbench.page.mouse.click(x - 20, y + height / 2, { button: 'right' });
  await workbench.screenshot('rows-menu-english');
  await workbench.page.getByRole('menuitem', { name: 'Delete the 2 selected row(s)' }).click();
  await workbench.page.waitForFunction(() => {
    const model = window.goujiWorkbench?.model;
    return model?.read(model.active(), { top: 7, left: 0, bottom: 7, right: 0 })[0]?.[0]?.value === '2080104';
  });
});

test('the grid draws rows as high as they are, and keeps the frozen ones in sight', async () => {
  await workbench.page.evaluate(() => {
    const model = window.goujiWorkbench!.model;
    const sheet = model.sheets().find(({ name }) => name === '表五')?.id ?? '';
    model.activate(sheet);
    model.freeze(sheet, 5, 0);
  });
  /** Rows 1 to 8: as the model has them, and as they are drawn. */
  const heights = (): Promise<{ held: readonly number[]; drawn: readonly number[]; frozen: number }> =>
    workbench.page.evaluate(() => {
      const { model, cellRect } = window.goujiWorkbench!;
      const sheet = model.active();
      const rows = [0, 1, 2, 3, 4, 5, 6, 7];
      const held = rows.map((row) => model.engine.sheet(sheet).getRowHeight(row));
      return { held, drawn: rows.map((row) => cellRect('表五', `G${row + 1}`)?.height ?? 0), frozen: model.frozen(sheet).rows };
    });
  const { held: before } = await heights();
  await choose('表五', 'A2', '在上方插入 1 行');
  const [title = 0, ...rest] = before;
  const inserted = [title, title, ...rest].slice(0, 8);
  expect(await heights()).toEqual({ held: inserted, drawn: inserted, frozen: 6 });
  await workbench.page.keyboard.press('Control+z');
  await workbench.page.waitForFunction(() => window.goujiWorkbench?.model.changedRows().length === 0);
  expect(await heights()).toEqual({ held: before, drawn: before, frozen: 5 });
});
