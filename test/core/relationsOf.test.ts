/** With what does a cell tie out: violated relations first, held ones too. */
import { relationsOf } from '../../src/core';
import { equation, place, resultOf, sameName } from '../support/findings';

const RESULT = resultOf(
  equation(
    ['表三!C6', '3.00'],
    [
      ['表三!C7', '1.00'],
      ['表三!C8', '2.00'],
    ],
  ),
  equation(['表一!B6', '9.00'], [['表三!C6', '3.00']]),
  equation(['表五!B6', '3.01'], [['表三!C6', '3.00']]),
  sameName(['表三!B14', '甲'], ['表五!B15', '乙']),
);

test.each([
  ['表三!C6', ['violated', 'rounding', 'held']],
  ['表三!C7', ['held']],
  ['表五!B15', ['violated']],
  ['表三!D6', []],
])('%s', (where, verdicts) => {
  const relations = relationsOf(RESULT, place(where));
  expect(relations.map(({ verdict }) => verdict)).toEqual(verdicts);
  expect(relations.map(({ finding }) => finding !== null)).toEqual(verdicts.map((verdict) => verdict !== 'held'));
});

test('the checks are the relations that are counted', () => {
  const { checked, held, rounding, violated } = RESULT.relations;
  expect(RESULT.checks).toHaveLength(checked);
  expect([held, rounding, violated]).toEqual([1, 1, 2]);
});
