import { countLevels, classesIn, groupByTable, levelOf, NO_FILTER } from '../../src/taskpane/view';
import { equation, resultOf, sameName, type TermLiteral } from '../support/findings';

const RESULT = resultOf(
  equation(['表一!B6', '9.00'], [['表三!C5', '1.00']]),
  equation(
    ['表三!C6', '6523.40'],
    [
      ['表三!C7', '1555.94'],
      ['表三!C19', '259.89'],
      ['表三!C24', '4707.56'],
    ],
  ),
  equation(
    ['表三!D6', '1.03'],
    Array.from({ length: 9 }, (_, index): TermLiteral => [`表三!D${index + 7}`, '0.11']),
  ),
  equation(['表三!E6', '9.00'], [['表三!E7', '1.00']]),
  equation(['表三!E9', '9.00'], [['表十!B1', '1.00']], { severity: 'info' }),
  sameName(['表三!B14', '甲'], ['表五!B15', '乙']),
);

test('four counters; rounding is one of them whatever its severity', () => {
  expect(countLevels(RESULT.findings)).toEqual({ error: 2, warning: 1, info: 1, rounding: 2 });
});

test('the classes that occur, in a fixed order', () => {
  expect(classesIn(RESULT.findings)).toEqual(['mismatch', 'label', 'doubtful', 'rounding']);
});

test('findings stand under the table of their stated total, from error to rounding', () => {
  expect(
    groupByTable(RESULT, NO_FILTER).map(({ table, count, groups }) => [table?.sheet, count, groups.map(({ group }) => group)]),
  ).toEqual([
    ['表一', 1, ['error']],
    ['表三', 5, ['error', 'label', 'hint', 'doubtful', 'rounding']],
  ]);
});

test('a filter by level and class', () => {
  const shown = (filter: Parameters<typeof groupByTable>[1]) =>
    groupByTable(RESULT, filter).flatMap(({ groups }) => groups.flatMap(({ findings }) => findings));
  expect(shown({ level: 'rounding', class: null }).map(levelOf)).toEqual(['rounding', 'rounding']);
  expect(shown({ level: null, class: 'label' }).map(({ rule }) => rule)).toEqual(['account-names']);
  expect(shown({ level: 'error', class: 'label' })).toEqual([]);
});
