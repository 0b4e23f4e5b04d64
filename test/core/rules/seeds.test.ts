/** What the rules of tables say of five published budgets: these differences and no other; the same in whatever order the sheets stand. */
import { checkWorkbook, type CheckResult, type Finding } from '../../../src/core';
import { addressOf, type Workbook } from '../../../src/core/workbook';
import { caseWorkbook } from '../../support/cases';

const SEEDS = ['000', '001', '002', '003', '004'] as const;

const brief = ({ rule, severity, cells }: Finding): string => {
  const [first] = cells;
  return `${severity} ${rule} ${first ? `${first.cell.sheet}!${addressOf(first.cell)}` : ''}`;
};

const ofTables = ({ findings }: CheckResult): readonly Finding[] =>
  findings.filter(
    (finding) => finding.relation.type !== 'narrative' && finding.relation.type !== 'wording' && finding.class !== 'rounding',
  );

/** Each read against the cells. What 001 shows in 表四 and 表十 are its own mistakes: a total in the place of a part, 430.10 for 43.01. */
const SAID: Readonly<Record<(typeof SEEDS)[number], readonly string[]>> = {
  '000': ['warning account-names 表三!B14', 'info performance-budget 表五!F6', 'info contents-tables 目录!C4'],
  '001': [
    'warning account-code 表二!B30',
    'info performance-budget 表二!F6',
    'error row-sums 表十!E6',
    'error project-rollup 表十!F6',
    'error project-rollup 表十!I6',
    'error row-sums 表十!D44',
    'error row-sums 表十!I44',
    'error row-sums 表四!C8',
    'error row-sums 表四!E8',
    'error row-sums 表四!I8',
    'error row-sums 表四!K8',
  ],
  '002': [
    'warning performance-cost 表6!C28',
    'warning performance-cost 表6!C56',
    'info performance-weights 表6!K43',
    'warning performance-rates 表6!I54',
    'info contents-tables 预算说明!A10',
    'info contents-tables 预算说明!A13',
    'info contents-tables 预算说明!A19',
    'info contents-tables 预算说明!A20',
  ],
  '003': ['warning performance-cost 项目绩效!C301'],
  '004': ['info performance-budget 表二!E6'],
};

test.each(SEEDS)('seed %s: these and no other', (name) => {
  expect(
    ofTables(checkWorkbook(caseWorkbook(`seed-${name}.xlsx`)))
      .map(brief)
      .sort(),
  ).toEqual([...SAID[name]].sort());
});

/** Always the same order that is not the one of the file: every third sheet first. */
function shuffled(workbook: Workbook): Workbook {
  const third = (rest: number): Workbook['sheets'] => workbook.sheets.filter((_, i) => i % 3 === rest).reverse();
  return { ...workbook, sheets: [...third(2), ...third(0), ...third(1)] };
}

test.each(SEEDS)('seed %s: the same findings, ids, causes and skips in another order of the sheets', (name) => {
  const workbook = caseWorkbook(`seed-${name}.xlsx`);
  const said = ({ findings, causes, skipped, relations }: CheckResult): unknown => ({
    findings: findings.map(({ relation: _, ...finding }) => finding),
    causes,
    skipped,
    relations,
  });
  expect(said(checkWorkbook(shuffled(workbook)))).toEqual(said(checkWorkbook(workbook)));
});

test.each(SEEDS)('seed %s: no finding is without cells, no id occurs twice', (name) => {
  const { findings } = checkWorkbook(caseWorkbook(`seed-${name}.xlsx`));
  expect(findings.filter(({ cells }) => cells.length === 0)).toEqual([]);
  expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
});
