import type { PlannedCell } from '../../src/core/spreadsheet';
import { columnWidths } from '../../src/present/columnWidths';
import { text } from '../../src/present/sheetCells';

const RANGE = { least: 8, most: 16 };
const number = (value: string): PlannedCell => ({ type: 'number', value, format: '#,##0.00_ ' });
const width = (...cells: readonly (PlannedCell | null)[]): number | undefined =>
  columnWidths(
    cells.map((cell) => [cell]),
    [RANGE],
  )[0];

test.each([
  ['nothing', [], 8],
  ['a short text', [text('表一')], 8],
  ['the longest of the texts', [text('表一'), text('项目支出表')], 12],
  ['a long text, which wraps', [text('一般公共预算财政拨款支出表')], 16],
  ['the longest line of a text', [text('表一\n项目支出表')], 12],
  ['a name of a column with its arrow', [text('预算单位', 'header')], 12],
  ['a name of a column that is longer than a text may be, as in English', [text('Reviewer’s reply', 'header')], 18],
  ['a figure that no formula can follow', [text('123,456,789,012.34', 'figure')], 20],
  ['a figure with its separators', [number('1234567.89')], 14],
  ['a figure that is wider than a text may be', [number('-123456789012.34')], 21],
  ['a formula that gives a text', [{ type: 'formula', formula: '=A1', value: '四舍五入的差', format: 'General' } as const], 14],
])('%s', (_what, cells, expected) => {
  expect(width(...cells)).toBe(expected);
});

test('what runs over several columns does not count', () => {
  const long = '一般公共预算财政';
  expect(width(text(long, 'title'), text(long, 'note'), text(long, 'group'))).toBe(8);
  expect(columnWidths([[text(long)], [text('表一')]], [RANGE], [{ top: 0, left: 0, bottom: 0, right: 3 }])).toEqual([8]);
});
