/** Two tables of many rows, each row a sum, each column rolled up, each figure stated in both: over 20,000 relations. */
import { judge } from '../../../src/core/interval';
import type { DiagnosisInput, Judged } from '../../../src/core/diagnose/input';
import type { AmountRelation, Fact, Finding } from '../../../src/core/model';
import { factAt, tableOn } from '../../support/findings';
import { randomOf } from './random';

const COLUMNS = [0, 1, 2] as const;
const SHEETS = ['表三', '表五'] as const;

/** `groups` × 10 rows and `slips` wrong cells. */
export function largeInput(groups: number, slips: number): DiagnosisInput {
  const random = randomOf(20);
  const amounts: number[][] = [];
  for (let group = 0; group < groups; group += 1) {
    const parts = Array.from({ length: 10 }, () => [0, 100 + random.below(900_000), random.below(500_000)]);
    for (const part of parts) part[0] = (part[1] ?? 0) + (part[2] ?? 0);
    amounts.push(
      COLUMNS.map((column) => parts.reduce((sum, part) => sum + (part[column] ?? 0), 0)),
      ...parts,
    );
  }
  const wrong = new Map<string, number>();
  while (wrong.size < slips) wrong.set(`${random.below(2)} ${random.below(amounts.length)} ${random.below(COLUMNS.length)}`, 0);
  const printed = (units: number): string => (units === 0 ? '' : (units / 100).toFixed(2));
  const facts = SHEETS.map((sheet, at) =>
    amounts.map((cells, row) =>
      cells.map((units, column) => factAt({ sheet, row, column }, printed(wrong.has(`${at} ${row} ${column}`) ? units * 10 : units))),
    ),
  );
  const relations: Judged[] = [];
  const findings: Finding[] = [];
  const put = (rule: string, left: Fact, right: readonly Fact[]): void => {
    const relation: AmountRelation = {
      type: 'amount',
      rule,
      op: '=',
      left: [{ fact: left, sign: 1 }],
      right: right.map((fact) => ({ fact, sign: 1 })),
      message: { id: 'rule.tables-agree', data: {} },
    };
    const judgement = judge(relation);
    const finding: Finding | null =
      judgement.verdict === 'held' || judgement.verdict === 'vacuous'
        ? null
        : {
            id: `f${relations.length}`,
            rule,
            class: judgement.verdict === 'mismatch' ? 'mismatch' : 'rounding',
            severity: 'error',
            message: relation.message,
            cells: [],
            left: '',
            right: '',
            difference: '',
            op: '=',
            relation,
          };
    if (finding) findings.push(finding);
    relations.push({ relation, judgement, finding, weak: false });
  };
  const [first, second] = facts as [Fact[][], Fact[][]];
  for (const table of facts) {
    table.forEach((row) => put('row-sums', row[0] as Fact, row.slice(1)));
    for (let group = 0; group < groups; group += 1)
      COLUMNS.forEach((column) =>
        put(
          'functional-rollup',
          table[group * 11]?.[column] as Fact,
          table.slice(group * 11 + 1, group * 11 + 11).map((row) => row[column] as Fact),
        ),
      );
  }
  first.forEach((row, index) => row.forEach((fact, column) => put('all-funds-general', fact, [second[index]?.[column] as Fact])));
  return { facts: { tables: SHEETS.map(tableOn), facts: facts.flat(2), labels: [] }, relations, findings };
}
