/** The calculation inspector, and what a suggestion would make of the equation. */
import type { Cause } from '../../src/core/model';
import { inspect, withSuggestion } from '../../src/present/inspection';
import { equation, place } from '../support/findings';

const RELATION = equation(
  ['表三!C6', '75.20'],
  [
    ['表三!C7', '50.10'],
    ['表三!C8', '251.00'],
  ],
);
const CAUSE: Cause = {
  cells: [{ cell: place('表三!C8'), value: '251.00', suggested: '25.10', unit: '万元', label: '' }],
  slip: 'decimal-shift',
  confidence: 0.9,
  findings: [],
};

test('terms with lowest and highest value, totals, difference, and what rounding may explain', () => {
  const { left, right, difference, allowance, verdict } = inspect(RELATION);
  expect(left).toMatchObject({ total: '75.20', low: '75.195', high: '75.205' });
  expect(right.terms.map(({ sign, value, low, high }) => [sign, value, low, high])).toEqual([
    [1, '50.10', '50.095', '50.105'],
    [1, '251.00', '250.995', '251.005'],
  ]);
  expect([right.total, difference, allowance, verdict]).toEqual(['301.10', '-225.90', '0.015', 'mismatch']);
});

test('with the suggestion', () => {
  const after = withSuggestion(RELATION, CAUSE);
  expect(after && inspect(after)).toMatchObject({
    right: { terms: [{ value: '50.10' }, { value: '25.10' }], total: '75.20' },
    difference: '0.00',
    verdict: 'held',
  });
});

test('a suggestion elsewhere changes nothing', () => {
  expect(withSuggestion(RELATION, { ...CAUSE, cells: [] })).toBeNull();
});

test('the tolerance that the check used', () => {
  const relation = equation(['表三!C6', '75.21'], [['表三!C7', '75.20']]);
  expect(inspect(relation)).toMatchObject({ allowance: '0.01', verdict: 'rounding' });
  expect(inspect(relation, { kind: 'exact' })).toMatchObject({ allowance: '0.00', verdict: 'mismatch' });
});
