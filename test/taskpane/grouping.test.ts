import type { Cause } from '../../src/core';
import { amountOf, groupsOf, type Group } from '../../src/taskpane/grouping';
import { formatDecimal } from '../../src/core/amount';
import { rowsOf } from '../../src/taskpane/rows';
import { equation, place, resultOf, sameName } from '../support/findings';

const { findings } = resultOf(
  equation(['表一!B6', '9.00'], [['表三!C5', '1.00']], { rule: 'summary-expenditure' }),
  equation(['表三!C6', '5.00'], [['表三!C7', '1.00']]),
  equation(['表三!D6', '50000.00', '元'], [['表三!D7', '1.00']]),
  equation(
    ['表五!D6', '1.01'],
    [
      ['表五!D7', '0.50'],
      ['表五!D8', '0.50'],
    ],
  ),
  sameName(['表三!B14', '甲'], ['表五!B15', '乙']),
);
const cause = (where: string, ids: readonly string[], confidence: number): Cause => ({
  cells: [{ cell: place(where), value: '9.00', suggested: '1.00', unit: '万元', label: '' }],
  slip: 'unknown',
  confidence,
  findings: ids,
});
const idOf = (rule: string): string => findings.find((finding) => finding.rule === rule)?.id ?? '';
const told = (groups: readonly Group[]) => groups.map(({ key, open, findings: own }) => [key.split(' ')[0], open, own.length]);

test('by cause: what a cause explains is folded under it, each finding once; the rest from error to rounding', () => {
  const both = [idOf('summary-expenditure'), findings[1]?.id ?? ''];
  const groups = groupsOf(
    findings,
    [cause('表一!B6', both, 0.9), cause('表三!C5', both, 0.05), cause('表三!C6', [both[1] ?? ''], 0.3)],
    'cause',
    'place',
  );
  expect(told(groups)).toEqual([
    ['cause', false, 2],
    ['kind', true, 1],
    ['kind', true, 1],
    ['kind', false, 1],
  ]);
  expect(groups[0]?.heading).toMatchObject({ type: 'cause', causes: [{ confidence: 0.9 }, { confidence: 0.05 }] });
});

test('by table: under the table of the stated total, rounding alone stays closed', () => {
  expect(
    groupsOf(findings, [], 'table', 'place').map(({ heading, findings: own, open }) => [
      heading.type === 'table' ? heading.table?.sheet : '',
      own.length,
      open,
    ]),
  ).toEqual([
    ['表一', 1, true],
    ['表三', 3, true],
    ['表五', 1, false],
  ]);
});

test('by rule: the most serious rule first', () => {
  expect(groupsOf(findings, [], 'rule', 'place').map(({ heading }) => (heading.type === 'rule' ? heading.rule : ''))).toEqual([
    'summary-expenditure',
    'functional-rollup',
    'account-names',
  ]);
});

test('by amount: the largest difference in 元 first, whatever the unit', () => {
  const amounts = groupsOf(findings, [], 'rule', 'amount').flatMap(({ findings: own }) =>
    own.map((finding) => formatDecimal(amountOf(finding))),
  );
  expect(amounts).toEqual(['80000', '40000', '40000', '100', '0']);
});

test('what is accepted stands apart, at the end, closed', () => {
  const accepted = findings.map((finding, index) => (index === 0 ? { ...finding, accepted: { reason: '口径不同' } } : finding));
  expect(told(groupsOf(accepted, [], 'table', 'amount')).at(-1)).toEqual(['accepted', false, 1]);
});

test('rows: a closed group shows its heading alone; the user opens or closes it; a filter opens the others', () => {
  const groups = groupsOf(findings, [], 'table', 'place');
  const count = (chosen: readonly (readonly [string, boolean])[], all = false) => rowsOf(groups, new Map(chosen), all).length;
  expect(count([])).toBe(3 + 1 + 3);
  expect(count([[groups[2]?.key ?? '', true]])).toBe(3 + 1 + 3 + 1);
  expect(count([[groups[1]?.key ?? '', false]])).toBe(3 + 1);
  expect(count([], true)).toBe(3 + 5);
  expect(count([[groups[1]?.key ?? '', false]], true)).toBe(3 + 2);
});
