/** In which order does a sort put rows, and when is a change of rows refused? */
import type { CellValue } from '../../src/core/workbook';
import { MemoryWorkbookModel } from '../../src/workbench/memoryModel';
import { inverse, sortedOrder, type RowChange } from '../../src/workbench/rows/change';
import { refusalOf } from '../../src/workbench/rows/refusal';
import { range } from '../support/grid';

test.each<[string, CellValue[], boolean, CellValue[]]>([
  ['numbers', [3, 1, 2], true, [1, 2, 3]],
  ['numbers, descending', [3, 1, 2], false, [3, 2, 1]],
  ['numbers before texts before FALSE and TRUE; blanks last', [true, '乙', null, 10, false, 9], true, [9, 10, '乙', false, true, null]],
  ['blanks last when descending, too', [null, 1, '', 2], false, [2, 1, null, '']],
  ['Chinese by sound', ['卫生健康支出', '保障', '社会保障'], true, ['保障', '社会保障', '卫生健康支出']],
  ['codes kept as text', ['2080102', '20801', '208'], true, ['208', '20801', '2080102']],
])('sorted: %s', (_what, values, ascending, wanted) => {
  expect(sortedOrder(7, values, ascending).map((row) => values[row - 7])).toEqual(wanted);
});

test('rows that are alike stay in their order, either way', () => {
  expect(sortedOrder(3, [1, 0, 1, 0], true)).toEqual([4, 6, 3, 5]);
  expect(sortedOrder(3, [1, 0, 1, 0], false)).toEqual([3, 5, 4, 6]);
});

test('a change and its inverse', () => {
  const sort: RowChange = { kind: 'sort', sheet: 's', range: range('A3:B5'), order: [4, 2, 3] };
  expect(inverse(sort)).toEqual({ ...sort, order: [3, 4, 2] });
  expect(inverse(inverse(sort))).toEqual(sort);
  expect(inverse({ kind: 'insert', sheet: 's', at: 2, count: 3 })).toEqual({ kind: 'delete', sheet: 's', at: 2, count: 3 });
});

describe('refused', () => {
  const model = new MemoryWorkbookModel();
  const sheet = model.active();
  model.merge(sheet, range('A3:A5'));
  model.merge(sheet, range('C9:D9'));
  model.setRowsHidden(sheet, 12, 12, true);
  const sort = (address: string): RowChange => {
    const at = range(address);
    return { kind: 'sort', sheet, range: at, order: Array.from({ length: at.bottom - at.top + 1 }, (_, i) => at.top + i) };
  };
  const remove = (at: number, count = 1): RowChange => ({ kind: 'delete', sheet, at, count });

  test.each<[string, RowChange, string | null]>([
    ['the first row of a block that reaches further', remove(2), 'workbench.rows.deleteMerged'],
    ['with a row above it', remove(1, 2), 'workbench.rows.deleteMerged'],
    ['a lower row of a block: it shrinks', remove(3), null],
    ['the whole block', remove(2, 3), null],
    ['a block of one row', remove(8), null],
    ['a row let into a block: it grows', { kind: 'insert', sheet, at: 3, count: 1 }, null],
    ['a sort over merged cells', sort('A4:B7'), 'workbench.rows.sortMerged'],
    ['a sort beside merged cells', sort('B3:B7'), null],
    ['a sort over hidden rows', sort('A11:B14'), 'workbench.rows.sortHidden'],
  ])('%s', (_what, change, wanted) => {
    expect(refusalOf(model, change, null)).toBe(wanted);
  });

  test('on a protected sheet, unless the protection allows it', () => {
    expect(refusalOf(model, remove(8), { options: {} })).toBe('workbench.rows.protected');
    expect(refusalOf(model, remove(8), { options: { allowInsertRows: true } })).toBe('workbench.rows.protected');
    expect(refusalOf(model, remove(8), { options: { allowDeleteRows: true } })).toBeNull();
  });
});
