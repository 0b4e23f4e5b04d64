import { attentionCount, countLevels, levelOf } from '../../src/present/levels';
import { equation, resultOf, sameName, type TermLiteral } from '../support/findings';

const { findings } = resultOf(
  equation(['表一!B6', '9.00'], [['表三!C5', '1.00']]),
  equation(
    ['表三!D6', '1.03'],
    Array.from({ length: 9 }, (_, index): TermLiteral => [`表三!D${index + 7}`, '0.11']),
  ),
  equation(['表三!E9', '9.00'], [['表十!B1', '1.00']], { severity: 'info' }),
  sameName(['表三!B14', '甲'], ['表五!B15', '乙']),
);

test('four counters; rounding is one of them whatever its severity', () => {
  expect(findings.map(levelOf)).toEqual(['error', 'rounding', 'info', 'warning']);
  expect(countLevels(findings)).toEqual({ error: 1, warning: 1, info: 1, rounding: 1 });
});

test('errors and warnings want attention, names among them by their own severity', () => {
  expect(attentionCount(findings)).toBe(2);
  expect(attentionCount(findings.map((finding) => ({ ...finding, severity: 'info' as const })))).toBe(0);
});

test('what is accepted does not count', () => {
  const accepted = findings.map((finding) => ({ ...finding, accepted: { reason: 'x' } }));
  expect(countLevels(accepted)).toEqual({ error: 0, warning: 0, info: 0, rounding: 0 });
  expect(attentionCount(accepted)).toBe(0);
});
