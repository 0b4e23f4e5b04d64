/** Rows that come, go or are sorted in the grid: results are calculated anew, and undo and redo give back exactly what was there. */
import { SetRangeValuesCommand, SetRangeValuesMutation } from '@univerjs/sheets';
import { ConditionalFormattingRuleModel } from '@univerjs/sheets-conditional-formatting';
import { createHeadlessModel } from '../../src/workbench/univer/headless';
import { toGridRange } from '../../src/workbench/univer/sheets';
import type { UniverWorkbookModel } from '../../src/workbench/univer/univerModel';
import { dump } from '../support/dump';
import { range } from '../support/grid';
import { deleteRows, insertRows, sortRows } from '../support/rows';

const made: UniverWorkbookModel[] = [];
afterEach(() => {
  for (const model of made.splice(0)) model.dispose();
});

/** A sheet with everything that follows rows, and one that speaks of it. */
async function rich() {
  const model = createHeadlessModel();
  made.push(model);
  const sheet = model.active();
  model.renameSheet(sheet, '表三');
  const other = model.addSheet('表五');
  const rows = [
    ['科目', '合计'],
    ['丙', 3],
    ['甲', 1],
    ['乙', 2],
  ];
  model.write(
    sheet,
    rows.flatMap((row, r) => row.map((value, column) => ({ row: r, column, value }))),
    'user',
  );
  model.write(sheet, [{ row: 4, column: 1, formula: '=SUM(B2:B4)', numberFormat: '0.00' }], 'user');
  model.write(sheet, [{ row: 2, column: 2, formula: '=B3+1' }], 'user');
  model.write(other, [{ row: 0, column: 0, formula: '=表三!B3*10+表三!B5' }], 'user');
  model.writeStyle(sheet, range('A3:C3'), { fill: '#FFFF00', borders: { top: { style: 'double' } } });
  model.setRowHeight(sheet, 2, 2, 44);
  model.setRowsHidden(sheet, 6, 6, true);
  model.merge(sheet, range('D3:D4'));
  model.merge(sheet, range('E2:E3'));
  model.freeze(sheet, 3, 0);
  model.addValidation({ sheet, range: range('B3'), rule: { custom: { formula: '=B3>0' } } });
  model.addConditionalFormat({ sheet, ranges: [range('B3')], formula: '=B3<0', fill: '#FFC7CE', fontColor: null });
  model.addConditionalFormat({ sheet, ranges: [range('B2:B4')], formula: '=B2>2', fill: '#FFEB9C', fontColor: null });
  model.addName({ name: '甲数', formula: "='表三'!$B$3", visible: true, sheet: null });
  model.addName({ name: '_gouji_m1', formula: "='表三'!$B$3<>'表五'!$A$1", visible: false, sheet: null });
  const thread = model.addComment(sheet, 2, 1, '请核实', '审核人');
  model.addReply(thread.id, '已核', '经办');
  model.setHyperlink(sheet, 2, 0, { address: 'https://gouji.test/' });
  await model.settle();
  const undo = async (id: string): Promise<void> => {
    await model.engine.commands.executeCommand(id);
    await model.settle();
  };
  return { model, sheet, other, undo: () => undo('univer.command.undo'), redo: () => undo('univer.command.redo') };
}

const heights = (model: UniverWorkbookModel, sheet: string): number[] =>
  Array.from({ length: 8 }, (_, row) => model.engine.sheet(sheet).getRowHeight(row));
const state = (model: UniverWorkbookModel, sheet: string): string => JSON.stringify([dump(model), heights(model, sheet)], null, 1);
const valueAt = (model: UniverWorkbookModel, sheet: string, address: string): unknown => model.read(sheet, range(address))[0]?.[0]?.value;

const CHANGES: readonly (readonly [string, (model: UniverWorkbookModel, sheet: string) => void])[] = [
  ['a row inserted', (model, sheet) => insertRows(model, sheet, 2)],
  ['rows inserted at the top', (model, sheet) => insertRows(model, sheet, 0, 3)],
  ['a row deleted', (model, sheet) => deleteRows(model, sheet, 2)],
  ['rows deleted', (model, sheet) => deleteRows(model, sheet, 1, 4)],
  ['rows sorted', (model, sheet) => sortRows(model, sheet, range('A2:C4'), [2, 3, 1])],
];

test.each(CHANGES)('%s: undo gives back what was there, redo does it again', async (_what, change) => {
  const { model, sheet, undo, redo } = await rich();
  const before = state(model, sheet);
  change(model, sheet);
  await model.settle();
  const after = state(model, sheet);
  expect(after).not.toBe(before);
  await undo();
  expect(state(model, sheet)).toBe(before);
  await redo();
  expect(state(model, sheet)).toBe(after);
  await undo();
  expect(state(model, sheet)).toBe(before);
});

test('changes on top of one another are taken back one by one, with edits between them', async () => {
  const { model, sheet, undo } = await rich();
  const states: string[] = [];
  const step = async (change: () => unknown): Promise<void> => {
    states.push(state(model, sheet));
    await change();
    await model.settle();
  };
  for (const [, change] of CHANGES) {
    await step(() => change(model, sheet));
    const params = { subUnitId: sheet, unitId: model.engine.unitId, range: toGridRange(range('B3')), value: { v: states.length, f: null } };
    await step(() => model.engine.commands.executeCommand(SetRangeValuesCommand.id, params));
  }
  for (const wanted of states.reverse()) {
    await undo();
    expect(state(model, sheet)).toBe(wanted);
  }
});

test('what a program changed in the meantime stays when a deletion is taken back', async () => {
  const { model, sheet, undo } = await rich();
  deleteRows(model, sheet, 2);
  const [format] = model.conditionalFormats(sheet);
  model.deleteConditionalFormat(format?.id ?? '');
  model.deleteName('_gouji_m1', null);
  model.addName({ name: '_gouji_m1', formula: "='表三'!$B$2", visible: false, sheet: null });
  model.addComment(sheet, 1, 0, '新的', '勾稽');
  await undo();
  expect(model.names().find(({ name }) => name === '_gouji_m1')?.formula).toBe("='表三'!$B$2");
  expect(model.names().find(({ name }) => name === '甲数')?.formula).toBe("='表三'!$B$3");
  expect(model.comments().map(({ content, row }) => [content, row])).toEqual([
    ['请核实', 2],
    ['新的', 1],
  ]);
});

test('a sheet that a program takes away in the meantime does not stand in the way of undo and redo', async () => {
  const { model, sheet, other, undo, redo } = await rich();
  const list = model.addSheet('差异清单');
  model.write(list, [{ row: 0, column: 0, formula: '=表三!B3' }], 'api');
  await model.settle();
  deleteRows(model, sheet, 2);
  insertRows(model, list, 0);
  insertRows(model, other, 0);
  model.deleteSheet(list);
  await undo();
  await undo();
  await undo();
  expect(valueAt(model, sheet, 'A3')).toBe('甲');
  expect(model.changedRows()).toEqual([]);
  await redo();
  await redo();
  await redo();
  expect(model.changedRows().map((change) => change.sheet)).toEqual([sheet, other]);
  await undo();
  await undo();
  expect(model.changedRows().map((change) => change.sheet)).toEqual([sheet]);
  expect(valueAt(model, sheet, 'A3')).toBe('乙');
});

test('results follow at once, and later edits too', async () => {
  const { model, sheet, other } = await rich();
  expect(valueAt(model, other, 'A1')).toBe(16);
  insertRows(model, sheet, 3);
  await model.settle();
  expect(valueAt(model, sheet, 'B6')).toBe(6);
  model.write(sheet, [{ row: 3, column: 1, value: 4 }], 'user');
  await model.settle();
  expect([valueAt(model, sheet, 'B6'), valueAt(model, other, 'A1')]).toEqual([10, 20]);
  deleteRows(model, sheet, 2);
  await model.settle();
  expect([valueAt(model, sheet, 'B5'), valueAt(model, other, 'A1')]).toEqual([9, '#REF!']);
});

test('a sort is seen by formulas on other sheets, which stay as they are', async () => {
  const { model, sheet, other } = await rich();
  model.write(sheet, [{ row: 2, column: 2, formula: null, value: null }], 'user');
  model.write(sheet, [{ row: 4, column: 1, formula: null, value: 6 }], 'user');
  await model.settle();
  expect(valueAt(model, other, 'A1')).toBe(16);
  sortRows(model, sheet, range('A2:B4'), [2, 1, 3]);
  await model.settle();
  expect(valueAt(model, other, 'A1')).toBe(36);
});

test('formulas that use a name follow its cell', async () => {
  const { model, sheet, other, undo } = await rich();
  model.write(other, [{ row: 1, column: 0, formula: '=IF(LEN("甲")>0,ROUND(甲数*2,2),0)' }], 'user');
  await model.settle();
  const result = async (row: number, value: number): Promise<unknown> => {
    model.write(sheet, [{ row, column: 1, value }], 'user');
    await model.settle();
    return valueAt(model, other, 'A2');
  };
  expect(await result(2, 5)).toBe(10);
  insertRows(model, sheet, 1, 2);
  expect(await result(4, 7)).toBe(14);
  insertRows(model, sheet, 0);
  deleteRows(model, sheet, 1);
  expect(await result(4, 8)).toBe(16);
  await undo();
  expect(await result(5, 9)).toBe(18);
});

test('formulas that the grid keeps once for several cells stay right', async () => {
  const { model, sheet } = await rich();
  const filled = { 1: { 6: { f: '=B2+1', si: 'one' } }, 2: { 6: { si: 'one' } }, 3: { 6: { si: 'one' } } };
  model.engine.run(SetRangeValuesMutation.id, { subUnitId: sheet, cellValue: filled }, 'user');
  await model.settle();
  const formulas = (): unknown[] => model.read(sheet, range('G2:G5')).map(([cell]) => [cell?.formula, cell?.value]);
  expect(formulas().slice(0, 3)).toEqual([
    ['=B2+1', 4],
    ['=B3+1', 2],
    ['=B4+1', 3],
  ]);
  insertRows(model, sheet, 2);
  await model.settle();
  expect(formulas()).toEqual([
    ['=B2+1', 4],
    [null, null],
    ['=B4+1', 2],
    ['=B5+1', 3],
  ]);
});

test('the grid draws the conditional formats where the model has them', async () => {
  const { model, sheet } = await rich();
  const drawn = (): unknown[] =>
    (model.engine.injector.get(ConditionalFormattingRuleModel).getSubunitRules(model.engine.unitId, sheet) ?? [])
      .map(({ ranges, rule }) => [ranges[0]?.startRow, ranges[0]?.endRow, 'value' in rule ? rule.value : null])
      .reverse();
  insertRows(model, sheet, 1);
  expect(drawn()).toEqual([
    [3, 3, '=B4<0'],
    [2, 4, '=B3>2'],
  ]);
  deleteRows(model, sheet, 3);
  expect(drawn()).toEqual([[2, 3, '=B3>2']]);
});
