/** What a fact says besides its meaning: the figure as printed, its precision, its unit, its labels. */
import { factsOf } from '../../src/core/facts';
import { recogniseTables } from '../../src/core/recognise';
import { addressOf } from '../../src/core/workbook';
import { book, sheet, type GridCell } from '../support/grid';

function read(rows: readonly (readonly GridCell[])[]): ReturnType<typeof factsOf> {
  const workbook = book(sheet('表三', [['部门支出总表'], ['单位：万元'], ['科目编码', '科目名称', '合计', '基本支出'], ...rows]));
  return factsOf(workbook, recogniseTables(workbook));
}

test('a figure is printed to the digits of its column, in text or number alike', () => {
  const { facts } = read([
    ['合计', null, '1,234.50', { value: 62.1, format: '0.00' }],
    ['208', '社会保障和就业支出', 1234.5, 62],
  ]);
  expect(facts.map((f) => f.printed)).toEqual(['1234.50', '62.10', '1234.50', '62.00']);
  expect(facts.map((f) => f.decimals)).toEqual([2, 2, 2, 2]);
});

test('formats of blank cells say nothing about the precision', () => {
  const { facts } = read([
    ['合计', null, 10, { value: null, format: '0.00' }],
    ['208', '社会保障和就业支出', 10, 3],
  ]);
  expect(facts.filter((f) => addressOf(f.cell).startsWith('D')).map((f) => f.decimals)).toEqual([0, 0]);
});

test('nil: a blank prints nothing, a zero its digits, a dash itself', () => {
  const { facts } = read([
    ['合计', null, 10.25, null],
    ['208', '社会保障和就业支出', 0, '—'],
    ['210', '卫生健康支出', 10.25, '0.00'],
  ]);
  expect(facts.map((f) => [f.value === null, f.printed])).toEqual([
    [false, '10.25'],
    [true, ''],
    [true, '0.00'],
    [true, '-'],
    [false, '10.25'],
    [true, '0.00'],
  ]);
});

test('what a chain of additions leaves behind the last digit is no digit', () => {
  const { facts } = read([['合计', null, 84.65000000000001, 0.9399999999999999]]);
  expect(facts.map((f) => [f.printed, f.decimals])).toEqual([
    ['84.65', 2],
    ['0.94', 2],
  ]);
});

test('a formula counts with the result that was stored', () => {
  const { facts } = read([['合计', null, { value: 12.5, formula: '=SUM(C5:C9)' }, 12.5]]);
  expect(facts[0]?.printed).toBe('12.5');
});

test('labels carry code and name cells', () => {
  const { labels } = read([
    ['合计', null, 10],
    [208, '社会保障和就业支出', 10],
    ['2080', '少一位', 0],
  ]);
  expect(labels.map((l) => [l.account.code, l.name, l.codeCell && addressOf(l.codeCell), addressOf(l.nameCell)])).toEqual([
    ['208', '社会保障和就业支出', 'A5', 'B5'],
  ]);
});

test('rows and columns are named as a person would', () => {
  const { facts } = read([['208', '社会保障和就业支出', 10, 3]]);
  expect(facts.map((f) => `${f.label} · ${f.columnLabel}`)).toEqual(['208 社会保障和就业支出 · 合计', '208 社会保障和就业支出 · 基本支出']);
});
