import type { PlannedCell, SheetPlan } from '../../src/core/spreadsheet';
import { sheetOfPlan } from '../../src/xlsx/planSheet';

const plan = (...cells: PlannedCell[]): SheetPlan => ({
  sheet: 'discrepancies',
  name: '差异清单',
  rows: [[{ type: 'text', text: '列', style: 'header' }], cells],
  widths: cells.map(() => 11),
  merges: [],
  frozenRows: 1,
});

test('headings are centred; amounts stand to the right on one line; texts and names that follow the workbook wrap, and the row is high enough for them', () => {
  const { cells, heights } = sheetOfPlan(
    plan(
      { type: 'formula', formula: '=表三!C7', value: '1555.94', format: '#,##0.00' },
      { type: 'formula', formula: '=T(表三!B14)', value: '劳动关系和维权权益', format: 'General' },
      { type: 'text', text: '短' },
    ),
  );
  expect(cells[0]?.style?.horizontal).toBe('center');
  const body = cells.filter(({ row }) => row === 1).map(({ value, style }) => [value, style?.horizontal, style?.wrap]);
  expect(body).toEqual([
    [1555.94, 'right', false],
    ['劳动关系和维权权益', undefined, true],
    ['短', undefined, true],
  ]);
  expect(heights?.get(1)).toBe(30);
});
