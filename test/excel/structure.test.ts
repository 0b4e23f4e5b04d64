/** What is marked comes off again whatever a person did to the rows in between: nothing of ours is kept by address. */
import { checkWorkbook, type CellAnnotation } from '../../src/core';
import { ExcelSpreadsheet } from '../../src/excel';
import { annotationsOf } from '../../src/present/annotations';
import { discrepancySheet } from '../../src/present/discrepancySheet';
import { NAME_PREFIX } from '../../src/present/marks';
import type { ProfileName } from '../../src/workbench/host/profiles';
import type { MemoryWorkbookModel } from '../../src/workbench/memoryModel';
import { caseWorkbook } from '../support/cases';
import { dump } from '../support/dump';
import { range } from '../support/grid';
import { deleteRows, insertRows, sortRows } from '../support/rows';
import { createOffice } from '../support/office';

const PROFILES: readonly ProfileName[] = ['2021', '2024', '365', 'web'];

/** A published budget rich in what annotating must leave alone, and a figure of it mistyped. */
function rich(profile: ProfileName = '365') {
  const office = createOffice({ workbook: caseWorkbook('seed-000.xlsx'), profile });
  office.install();
  const { model } = office;
  const id = (name: string): string => model.sheets().find((sheet) => sheet.name === name)?.id ?? '';
  const first = id('表三');
  model.writeStyle(first, range('C6:C9'), {
    fill: '#FFFF00',
    font: { bold: true, color: '#123456' },
    borders: { top: { style: 'double' } },
  });
  model.addValidation({ sheet: first, range: range('C6:E20'), rule: { decimal: { formula1: 0, operator: 'GreaterThan' } } });
  model.addConditionalFormat({ sheet: first, ranges: [range('C6:E40')], formula: '=C6<0', fill: '#00FF00', fontColor: null });
  model.addName({ name: '合计', formula: "='表三'!$C$5", visible: true, sheet: null });
  const thread = model.addComment(first, 5, 2, '请核实', '审核人');
  model.addReply(thread.id, '已核', '经办');
  model.addComment(id('表五'), 10, 2, '公开前再看', '审核人');
  model.merge(first, range('A40:B41'));
  model.write(
    first,
    [
      { row: 41, column: 3, value: '１２．５０' },
      { row: 42, column: 3, value: 12.5, numberFormat: '0.00_ ' },
    ],
    'user',
  );
  model.setHyperlink(first, 8, 1, { address: 'https://gouji.test/', textToDisplay: '一般行政管理事务' });
  model.setRowsHidden(first, 9, 10, true);
  model.setColumnsHidden(first, 5, 5, true);
  model.setColumnWidth(first, 2, 2, 131);
  model.setRowHeight(first, 11, 11, 33);
  model.freeze(first, 5, 2);
  model.setVisibility(id('表六'), 'hidden');
  office.host.document.protection.set(id('表七'), { options: { allowFormatCells: false }, password: '1' });
  model.write(first, [{ row: 7, column: 2, value: 777.05 }], 'user');
  return { office, model, first, excel: new ExcelSpreadsheet('zh-CN') };
}

async function annotate(excel: ExcelSpreadsheet): Promise<readonly CellAnnotation[]> {
  const workbook = await excel.read();
  const result = checkWorkbook(workbook);
  const annotations = annotationsOf(result, 'zh-CN', { workbook, comments: 'all' });
  await excel.annotate(annotations);
  await excel.writeSheet('discrepancies', (earlier) => discrepancySheet(result, 'zh-CN', { workbook, earlier }));
  return annotations;
}

const EDITS: readonly (readonly [string, (model: MemoryWorkbookModel, sheet: string) => void])[] = [
  ['nothing', () => undefined],
  ['rows inserted above and among the marked cells', (model, sheet) => (insertRows(model, sheet, 5, 2), insertRows(model, sheet, 9))],
  ['rows deleted, marked ones too', (model, sheet) => (deleteRows(model, sheet, 7), deleteRows(model, sheet, 12, 3))],
  ['rows sorted', (model, sheet) => sortRows(model, sheet, range('A8:E11'), [10, 8, 7, 9])],
  ['the sheet renamed', (model, sheet) => model.renameSheet(sheet, "表'三")],
  ['the sheet deleted', (model, sheet) => model.deleteSheet(sheet)],
];

/** Without the ids that the model gives away, and the sheet in front. */
function plain(model: MemoryWorkbookModel): unknown {
  return JSON.parse(JSON.stringify({ ...dump(model), active: null }, (key, value: unknown) => (key === 'id' ? undefined : value)));
}

/** Ticks of a filter, as a person sets them. */
async function filter({ Excel: excel }: ReturnType<typeof createOffice>): Promise<void> {
  await excel.run(async (context) => {
    const { autoFilter } = context.workbook.worksheets.getItem('表五');
    autoFilter.apply('A4:E20', 1, { filterOn: 'Values', values: ['行政运行', '信息化建设'] });
    await context.sync();
  });
}

describe.each(PROFILES)('Excel %s', (profile) => {
  test.each(EDITS)('annotate, %s, clear: as if it had never been annotated', async (_what, edit) => {
    const never = rich(profile);
    await filter(never.office);
    edit(never.model, never.first);
    const { model, first, excel, office } = rich(profile);
    await filter(office);
    const annotations = await annotate(excel);
    expect(annotations.length).toBeGreaterThan(10);
    edit(model, first);
    const { notices } = await excel.clear();
    expect(notices).toEqual([]);
    expect(plain(model)).toEqual(plain(never.model));
    expect(office.host.faults).toEqual([]);
    expect(office.host.gaps.list()).toEqual([]);
  });
});

test('rows in sight and out of sight are marked alike, and stay where they are', async () => {
  const { office, model, excel } = rich();
  await filter(office);
  const five = model.sheets().find(({ name }) => name === '表五')?.id ?? '';
  const hidden = (): readonly boolean[] => Array.from({ length: 30 }, (_, row) => model.isRowHidden(five, row));
  const before = hidden();
  expect(before.filter((each) => each).length).toBeGreaterThan(10);
  const annotations = await annotate(excel);
  const marked = model.conditionalFormats(five).flatMap(({ ranges }) => ranges);
  for (const { cell } of annotations)
    if (cell.sheet === '表五') expect(marked.some(({ top, bottom }) => cell.row >= top && cell.row <= bottom)).toBe(true);
  expect(hidden()).toEqual(before);
});

test.each(EDITS.slice(1, 5))('annotate, %s, annotate again: marked once, where things are now', async (_what, edit) => {
  const never = rich();
  edit(never.model, never.first);
  await annotate(never.excel);
  const wanted = plain(never.model);
  const { model, first, excel, office } = rich();
  office.install();
  await annotate(excel);
  edit(model, first);
  await annotate(excel);
  const counts = (what: unknown): unknown => {
    const { sheets, comments, names } = what as { sheets: { formats: { formula: string }[] }[]; comments: unknown[]; names: unknown[] };
    return [sheets.map(({ formats }) => formats.map(({ formula }) => formula).sort()), comments.length, names.length];
  };
  expect(counts(plain(model))).toEqual(counts(wanted));
});

test('the names by which marks see their figures follow the rows', async () => {
  const { model, first, excel } = rich();
  await annotate(excel);
  const formulas = (): string[] =>
    model
      .names()
      .filter(({ name }) => name.startsWith(NAME_PREFIX))
      .map(({ formula }) => formula);
  const before = formulas();
  expect(before.some((formula) => formula.includes("'表三'!$C$7"))).toBe(true);
  insertRows(model, first, 0, 3);
  expect(formulas().some((formula) => formula.includes("'表三'!$C$10"))).toBe(true);
  deleteRows(model, first, 9);
  expect(formulas().some((formula) => formula.includes('#REF!') && formula.endsWith(',TRUE)'))).toBe(true);
});
