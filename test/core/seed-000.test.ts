/** The published budget the project was born from: what is truly inconsistent in it is found, and nothing else. */
import { checkWorkbook } from '../../src/core';
import type { Finding } from '../../src/core/model';
import { addressOf } from '../../src/core/workbook';
import { caseTruth, caseWorkbook, type TruthFinding } from '../support/cases';

const workbook = caseWorkbook('seed-000.xlsx');
const truth = caseTruth('truth-000.json');
const result = checkWorkbook(workbook);

const cellsOf = (finding: Finding): string[] => finding.cells.map(({ cell }) => `${cell.sheet}!${addressOf(cell)}`).sort();
const truthCells = (finding: TruthFinding): string[] =>
  [...finding.lhs, ...finding.rhs]
    .filter((cell) => cell.value !== null)
    .map((cell) => `${cell.sheet}!${cell.addr}`)
    .sort();

const found = (wanted: TruthFinding): Finding | undefined =>
  result.findings.find((finding) => JSON.stringify(cellsOf(finding)) === JSON.stringify(truthCells(wanted)));

test('the account with two names is found: 2080110', () => {
  const wanted = truth.findings.find((finding) => finding.family === 'code-name' && finding.core)!;
  expect(found(wanted)).toMatchObject({ class: 'label', rule: 'account-names' });
});

const rounding = truth.findings.filter((finding) => finding.class === 'rounding');
test.each(rounding.map((wanted): [string, TruthFinding] => [wanted.rule, wanted]))('rounding, and classed so: %s', (_, wanted) => {
  const finding = found(wanted);
  expect(finding).toMatchObject({ class: 'rounding', severity: 'info', difference: wanted.difference });
  expect(finding?.doubtful).toBeUndefined();
});

test('there are twelve rounding gaps and no other', () => {
  expect(rounding).toHaveLength(12);
  expect(result.findings.filter((finding) => finding.class === 'rounding').map(cellsOf)).toHaveLength(12);
});

const inTheText = truth.findings.filter((finding) => /^narrative-/.test(finding.family));
test.each(inTheText.map((wanted): [string, TruthFinding] => [wanted.rule, wanted]))('narrative: %s', (_, wanted) => {
  const finding = result.findings.find(
    (other) => other.difference === wanted.difference && JSON.stringify(cellsOf(other)) === JSON.stringify(truthCells(wanted)),
  );
  expect(finding).toMatchObject({ class: 'narrative', severity: 'error' });
  expect(Number(finding?.left)).toBe(Number(wanted.lhs_value));
  expect(Number(finding?.right)).toBe(Number(wanted.rhs_value));
  expect(finding?.cells[0]?.text?.replace(/\s/g, '')).toContain(String(wanted.lhs_value));
});

test('no error, no warning but the account name and the three of the narrative: the traps stay silent', () => {
  expect(inTheText).toHaveLength(3);
  expect(result.findings.filter((finding) => finding.severity !== 'info').map((finding) => [finding.rule, ...cellsOf(finding)])).toEqual([
    ['account-names', '表三!B14', '表五!B15'],
    ['narrative-sum', '预算说明!A29', '预算说明!A29', '预算说明!A29'],
    ['narrative-sum', '预算说明!A29', '预算说明!A29', '预算说明!A29'],
    ['narrative-table', '表五!F6', '预算说明!A29'].sort(),
  ]);
});

test('the gap between all funds and the treasury’s money is said to be explained by 事业收入', () => {
  expect(result.skipped.filter((entry) => entry.reason.id === 'skip.gap-explained').map((entry) => entry.reason.data)).toEqual([
    { gap: '41.59', cells: '表一 B12 事业收入资金' },
  ]);
});

test('that only some projects have published forms is a hint', () => {
  const wanted = truth.findings.find((finding) => finding.rule.includes('绩效覆盖'))!;
  expect(found(wanted)).toMatchObject({
    rule: 'performance-budget',
    class: 'mismatch',
    severity: 'info',
    left: '5421.51',
    right: '4813.53',
  });
});

test('several hundred relations were checked and all but these held', () => {
  const { checked, held, rounding: gaps, violated } = result.relations;
  expect(checked).toBe(held + gaps + violated);
  expect(violated).toBe(7);
  expect(checked).toBeGreaterThan(750);
});

test('the order of the sheets changes nothing that is said', () => {
  const reversed = checkWorkbook({ sheets: [...workbook.sheets].reverse() });
  const said = (findings: readonly Finding[]) => findings.map(({ relation: _, ...finding }) => finding);
  expect(said(reversed.findings)).toEqual(said(result.findings));
  expect(reversed.skipped).toEqual(result.skipped);
});
