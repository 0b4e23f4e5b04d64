import { levelOf } from '../../src/present/levels';
import { classesIn, filtered, isFiltering, NO_FILTER, tablesIn, type Filter } from '../../src/taskpane/filter';
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
const shown = (filter: Partial<Filter>) => filtered(RESULT.findings, { ...NO_FILTER, ...filter }, 'zh-CN');

test('the classes and tables that occur, in a fixed order', () => {
  expect(classesIn(RESULT.findings)).toEqual(['mismatch', 'label', 'doubtful', 'rounding']);
  expect(tablesIn(RESULT.findings).map(({ sheet }) => sheet)).toEqual(['表一', '表三', '表十', '表五']);
});

test.each<[string, Partial<Filter>, number]>([
  ['nothing', {}, 6],
  ['a level', { level: 'rounding' }, 2],
  ['a class', { class: 'label' }, 1],
  ['a level and a class that exclude each other', { level: 'error', class: 'label' }, 0],
  [
    'a table on either side',
    {
      tables: tablesIn(RESULT.findings)
        .filter(({ sheet }) => sheet === '表十')
        .map(({ index }) => index),
    },
    1,
  ],
  ['ids', { findings: new Set([RESULT.findings[0]?.id ?? '']) }, 1],
  ['a cell', { text: '表三!C19' }, 1],
  ['an amount with and without separators', { text: '6,523.40' }, 1],
  ['several words, all of them', { text: '表一 9.00' }, 1],
  ['words that nothing holds', { text: '不存在' }, 0],
])('by %s', (_name, filter, count) => {
  expect(shown(filter)).toHaveLength(count);
});

test('blank text is no filter', () => {
  expect(isFiltering({ ...NO_FILTER, text: ' ' })).toBe(false);
  expect(isFiltering({ ...NO_FILTER, level: 'error' })).toBe(true);
  expect(shown({ level: 'rounding' }).map(levelOf)).toEqual(['rounding', 'rounding']);
});
