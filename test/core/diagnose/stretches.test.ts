/** One slip of many cells is one cause with all of them. */
import { addressOf } from '../../../src/core/workbook';
import type { Relation } from '../../../src/core/model';
import { equation, resultOf, type TermLiteral } from '../../support/findings';

const SPENT = ['12.50', '7.30', '45.10', '3.00', '28.40', '9.90'] as const;

/** 表六 row by row: 合计 = 基本 + 项目; 项目 is `shown`. 表八 states 合计 again. */
function rows(shown: readonly string[]): readonly Relation[] {
  return SPENT.flatMap((right, row) => [
    equation([`表八!B${row + 2}`, (Number(right) + 100).toFixed(2)], [[`表六!B${row + 2}`, (Number(right) + 100).toFixed(2)]]),
    equation(
      [`表六!B${row + 2}`, (Number(right) + 100).toFixed(2)],
      [
        [`表六!C${row + 2}`, '100.00'],
        [`表六!D${row + 2}`, shown[row] ?? ''],
      ],
      { rule: 'row-sums' },
    ),
  ]);
}

const told = (relations: readonly Relation[]): readonly string[] => {
  const { causes, findings } = resultOf(...relations);
  expect(causes[0]?.findings).toEqual(findings.map(({ id }) => id));
  return [causes[0]?.slip ?? '', ...(causes[0]?.cells ?? []).map(({ cell, suggested }) => `${addressOf(cell)}=${suggested}`)];
};

test('a column moved down by one row: the last figure is what its row asks for', () => {
  expect(told(rows([SPENT[0], '', SPENT[1], SPENT[2], SPENT[3], SPENT[4]]))).toEqual([
    'row-shift',
    'D3=7.3',
    'D4=45.10',
    'D5=3.00',
    'D6=28.40',
    'D7=9.90',
  ]);
});

test('a column moved up by one row', () => {
  expect(told(rows([SPENT[1], SPENT[2], SPENT[3], SPENT[4], SPENT[5], '']))[0]).toBe('row-shift');
});

test('a column in 元 in a table of 万元', () => {
  expect(told(rows(SPENT.map((figure) => String(Number(figure) * 10_000))))).toEqual([
    'unit',
    'D2=12.5',
    'D3=7.3',
    'D4=45.1',
    'D5=3',
    'D6=28.4',
    'D7=9.9',
  ]);
});

test('a column of which little but its own sums speaks: the figures beside are what all of them ask for', () => {
  // Four accounts of two items each; their 款 add up to row 2. From the first 款 on everything stands one row too low.
  const right = ['64.15', '7.95', '3.45', '4.50', '18.20', '11.10', '7.10', '23.00', '9.60', '13.40', '15.00', '6.00', '9.00'];
  const shown = [right[0] ?? '', '', ...right.slice(1, -1)];
  const at = (row: number): TermLiteral => [`表九!C${row + 2}`, shown[row] ?? ''];
  const accounts = [1, 4, 7, 10];
  const sums = [equation(at(0), accounts.map(at)), ...accounts.map((row) => equation(at(row), [at(row + 1), at(row + 2)]))];
  const elsewhere = equation(['表八!C14', '9.00'], [at(12)], { rule: 'copies' });
  expect(told([...sums, elsewhere])).toEqual(['row-shift', ...right.slice(1).map((figure, row) => `C${row + 3}=${figure}`)]);
});

test('two columns that could have moved against one another: neither is claimed', () => {
  const shown = [SPENT[0], '', ...SPENT.slice(1, 5)];
  const sums = rows(shown).filter(({ rule }) => rule === 'row-sums');
  const { causes } = resultOf(...sums);
  expect(causes.slice(0, 2).map(({ slip, confidence }) => [slip, confidence < 0.5])).toEqual([
    ['row-shift', true],
    ['row-shift', true],
  ]);
});

test('two figures exchanged: one cause of both cells', () => {
  const total: TermLiteral = ['表六!D1', '106.20'];
  const elsewhere = SPENT.map((figure, row) => equation([`表八!D${row + 2}`, figure], [[`表六!D${row + 2}`, EXCHANGED[row] ?? '']]));
  const sum = equation(
    total,
    EXCHANGED.map((figure, row): TermLiteral => [`表六!D${row + 2}`, figure]),
  );
  const [first] = resultOf(...rows(EXCHANGED), ...elsewhere, sum).causes;
  expect(first).toMatchObject({ slip: 'row-shift', cells: [{ suggested: '12.50' }, { suggested: '45.10' }] });
  expect(first?.confidence).toBeGreaterThanOrEqual(0.9);
});

const EXCHANGED: readonly string[] = [SPENT[2], SPENT[1], SPENT[0], ...SPENT.slice(3)];
