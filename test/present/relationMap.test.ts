import { MOST_TABLES, relationMap } from '../../src/present/relationMap';
import { equation, resultOf } from '../support/findings';

const RESULT = resultOf(
  equation(
    ['表三!C6', '3.00'],
    [
      ['表三!C7', '1.00'],
      ['表三!C8', '2.00'],
    ],
  ),
  equation(['表一!B6', '9.00'], [['表三!C6', '3.00']]),
  equation(['表一!B7', '3.00'], [['表三!C6', '3.00']]),
  equation(['表五!B6', '3.01'], [['表三!C6', '3.00']]),
);

test('each pair of tables is one line that counts its relations', () => {
  const { nodes, lines } = relationMap(RESULT);
  expect(nodes.map(({ tables, within }) => [tables[0]?.sheet, within.checked, within.violated])).toEqual([
    ['表三', 1, 0],
    ['表一', 0, 0],
    ['表五', 0, 0],
  ]);
  expect(lines.map(({ a, b, ties, findings }) => [a.tables[0]?.sheet, b.tables[0]?.sheet, ties, findings.length])).toEqual([
    ['表三', '表一', { checked: 2, held: 1, rounding: 0, violated: 1 }, 1],
    ['表三', '表五', { checked: 1, held: 0, rounding: 1, violated: 0 }, 1],
  ]);
});

test('many tables are drawn by kind', () => {
  const many = resultOf(...Array.from({ length: MOST_TABLES + 1 }, (_, n) => equation([`多${n}!B6`, '3.00'], [[`多${n}!B7`, '3.00']])));
  const { nodes } = relationMap(many);
  expect(nodes).toHaveLength(1);
  expect(nodes[0]?.tables).toHaveLength(MOST_TABLES + 1);
});
