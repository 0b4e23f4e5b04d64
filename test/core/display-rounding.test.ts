/** What is stored is judged; a gap that only the number formats show is told as display rounding. */
import { checkWorkbook } from '../../src/core';
import { shownValue } from '../../src/core/recognise/figure';
import { formatDecimal } from '../../src/core/amount';
import { findingText } from '../../src/present/messages';
import { book, sheet, type GridCell } from '../support/grid';

const told = (format: string | undefined, total: number, ...parts: readonly number[]) => {
  const amount = (value: number): GridCell => (format === undefined ? { value } : { value, format });
  const workbook = book(
    sheet('表三', [
      ['2024年部门支出总表'],
      [null, null, null, '单位：万元'],
      ['科目编码', '科目名称', '合计', '基本支出'],
      ['合计', null, amount(total), null],
      ...parts.map((part, at): readonly GridCell[] => [`20${at + 1}`, `类${at + 1}`, amount(part), null]),
    ]),
  );
  return checkWorkbook(workbook).findings.filter(({ rule }) => rule === 'functional-rollup');
};

test('stored figures that tie out and are shown rounded: a hint of its own, with the figures as shown', () => {
  const [finding, ...rest] = told('0.00', 2.01, 1.005, 1.005);
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({ class: 'rounding', severity: 'info', display: true, left: '2.01', right: '2.02', difference: '-0.01' });
  expect(finding!.cells.map(({ value }) => value)).toEqual(['2.01', '1.01', '1.01']);
  expect(findingText('zh-CN', finding!)).toBe(
    '表三 C4 显示为 2.01，表三 C5、C6 按显示的数合计为 2.02，差 -0.01：显示尾差，存储的数字相符，只是按格式显示时各自舍入',
  );
});

test.each<[string, string | undefined, number, readonly number[]]>([
  ['the shown figures tie out too', '0.00', 2.002, [1.001, 1.001]],
  ['everything is shown', '0.000', 2.01, [1.005, 1.005]],
  ['the width of the column decides what is shown', undefined, 2.01, [1.005, 1.005]],
])('nothing is told when %s', (_, format, total, parts) => {
  expect(told(format, total, ...parts)).toEqual([]);
});

test('a gap in what is stored is judged as ever, though nothing of it is shown', () => {
  expect(told('0.00', 2.004, 1, 1)).toMatchObject([{ class: 'mismatch', left: '2.004', difference: '0.004' }]);
  expect(told('0.00', 2.001, 1, 1)).toMatchObject([{ class: 'rounding', difference: '0.001' }]);
});

test('what adding up in doubles leaves behind the 15th digit is no gap', () => {
  const parts = [1000 / 3, 2000 / 3, 5912.23 / 7, 1 / 9];
  const total = parts.reduce((sum, part) => sum + part, 0);
  expect(told(undefined, total, ...parts)).toEqual([]);
});

test.each<[number | string, string, string | null]>([
  [6.235, '0.00', '6.24'],
  [-6.235, '#,##0.00_ ', '-6.24'],
  [1234.5, '#,##0', '1235'],
  [6.2, '0.00', null],
  [6.235, 'General', null],
  [0.62351, '0.00%', null],
  [6.235, '0.00,', null],
  [6.235, '0.00E+00', null],
  ['6.235', '0.00', null],
])('%j in the format %s is shown as %s', (value, format, shown) => {
  const seen = shownValue({ value, format });
  expect(seen && formatDecimal(seen, seen.scale)).toBe(shown);
});
