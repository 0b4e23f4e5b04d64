/** What becomes of a value that an add-in writes: the ground on which the defence against formula injection is proven. */
import { createOffice } from '../../support/office';
import { readEntry } from '../../../src/workbench/host/excel/input';

type Row = readonly [input: unknown, value: unknown, formula: string | null, format?: string];
const rows = (...list: Row[]): { input: unknown; value: unknown; formula: string | null; format: string | undefined }[] =>
  list.map(([input, value, formula, format]) => ({ input, value, formula, format }));

describe('our model: an entry in a cell with the General format', () => {
  test.each(
    rows(
      ['预算', '预算', null],
      ['', null, null],
      [12.5, 12.5, null],
      [true, true, null],
      ['TRUE', true, null],
      ['12.50', 12.5, null],
      [' 7 ', 7, null],
      ['007', 7, null],
      ['-3.2', -3.2, null],
      ['+3', 3, null],
      ['(5)', -5, null],
      ['1,234.50', 1234.5, null, '#,##0.00'],
      ['1,234', 1234, null, '#,##0'],
      ['12,34', '12,34', null],
      ['5%', 0.05, null, '0%'],
      ['1e3', 1000, null, '0.00E+00'],
      ['2026-02-11', 46064, null, 'yyyy/m/d'],
      ['2026年2月11日', 46064, null, 'yyyy/m/d'],
      ['2026-02-31', '2026-02-31', null],
      ['#n/a', '#N/A', null],
      ['2050101', 2050101, null],
      ['=1+1', 0, '=1+1'],
      [" =HYPERLINK('x')", 0, "=HYPERLINK('x')"],
      ['=', '=', null],
      ["'=1+1", '=1+1', null],
      ["''x", "'x", null],
      // What typing would turn into a formula is taken for one: the strict reading.
      ['+A1', 0, '=+A1'],
      ['-合计', 0, '=-合计'],
      ['@SUM(A1)', 0, '=@SUM(A1)'],
      ['＝1+1', 0, '=1+1'],
      ['\t=A1', 0, '=A1'],
      ['＋A1', 0, '=+A1'],
      ['＠SUM(A1)', 0, '=@SUM(A1)'],
      ['-', '-', null],
      ['@', '@', null],
    ),
  )('$input is stored as $value, formula $formula', ({ input, value, formula, format }) => {
    expect(readEntry(input, 'General', 'Range.values')).toEqual({ value, formula, ...(format ? { numberFormat: format } : {}) });
  });

  test.each([['=SUM(A1'], ['=A1)'], ['="x'], ['=1+'], ['-- 合计 --'], ['文'.repeat(32768)], [{}], [['x']]])('%j is refused', (input) => {
    expect(() => readEntry(input, 'General', 'Range.values')).toThrow(expect.objectContaining({ code: 'InvalidArgument' }));
  });
});

test.each([['=1+1'], ['+A1'], ['007'], ['5%'], ['2026-02-11'], ['TRUE']])(
  'our model: under the text format %j stays what it is',
  (input) => {
    expect(readEntry(input, '@', 'Range.values')).toEqual({ value: input, formula: null });
  },
);

test('the text format holds when it was set earlier in the same batch', async () => {
  const { Excel, model } = createOffice();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B1');
    range.numberFormat = [['@', 'General']];
    range.values = [['=cmd()', '=1+1']];
    range.load('formulas,values,valueTypes');
    await context.sync();
    expect(range.formulas).toEqual([['=cmd()', '=1+1']]);
    expect(range.valueTypes).toEqual([['String', 'Double']]);
  });
  const [cells] = model.read(model.active(), { top: 0, left: 0, bottom: 0, right: 1 });
  expect(cells?.map(({ formula }) => formula)).toEqual([null, '=1+1']);
});
