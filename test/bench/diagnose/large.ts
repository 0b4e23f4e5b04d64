/** Two tables of many rows, each row a sum, each column rolled up, each figure stated in both: over 20,000 relations. */
import { judge } from '../../../src/core/interval';
import type { DiagnosisInput, Judged } from '../../../src/core/diagnose/input';
import type { AmountRelation, Fact, Finding, Table } from '../../../src/core/model';
import { randomOf } from './random';

const COLUMNS = ['all', 'basic', 'project'] as const;

function tableNamed(sheet: string, index: number): Table {
  return {
    index,
    sheet,
    range: { top: 0, left: 0, bottom: 5000, right: 5 },
    kind: index === 0 ? 'dept-expenditure' : 'general-expenditure',
    phase: 'budget',
    title: sheet,
    unit: '万元',
    year: 2024,
    department: null,
    panels: [],
    notes: [],
    evidence: [],
    bodyRows: 5000,
    mappedRows: 5000,
    unread: [],
  };
}

function factAt(table: Table, row: number, column: number, units: number): Fact {
  const value = units === 0 ? null : { units: BigInt(units), scale: 2 };
  return {
    table,
    cell: { sheet: table.sheet, row, column },
    value,
    printed: (units / 100).toFixed(2),
    decimals: 2,
    unit: '万元',
    side: 'expenditure',
    line: 'account',
    account: null,
    fund: 'all',
    source: null,
    nature: COLUMNS[column] ?? 'all',
    year: 'current',
    item: null,
    organisation: null,
    project: null,
    row: `t${table.index}:${row}`,
    parent: null,
    duplicateTotal: false,
    label: `第 ${row + 1} 行`,
    columnLabel: COLUMNS[column] ?? '',
  };
}

/** `groups` × 10 rows and `slips` wrong cells. */
export function largeInput(groups: number, slips: number): DiagnosisInput {
  const random = randomOf(20);
  const amounts: number[][] = [];
  for (let group = 0; group < groups; group += 1) {
    const parts = Array.from({ length: 10 }, () => [0, 100 + random.below(900_000), random.below(500_000)]);
    for (const part of parts) part[0] = (part[1] ?? 0) + (part[2] ?? 0);
    amounts.push(
      COLUMNS.map((_, column) => parts.reduce((sum, part) => sum + (part[column] ?? 0), 0)),
      ...parts,
    );
  }
  const tables = [tableNamed('表三', 0), tableNamed('表五', 1)];
  const wrong = new Map<string, number>();
  while (wrong.size < slips) wrong.set(`${random.below(2)} ${random.below(amounts.length)} ${random.below(3)}`, 0);
  const facts = tables.map((table, at) =>
    amounts.map((row, index) =>
      row.map((units, column) => factAt(table, index, column, wrong.has(`${at} ${index} ${column}`) ? units * 10 : units)),
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
      COLUMNS.forEach((_, column) =>
        put(
          'functional-rollup',
          table[group * 11]?.[column] as Fact,
          table.slice(group * 11 + 1, group * 11 + 11).map((row) => row[column] as Fact),
        ),
      );
  }
  first.forEach((row, index) => row.forEach((fact, column) => put('all-funds-general', fact, [second[index]?.[column] as Fact])));
  return { facts: { tables, facts: facts.flat(2), labels: [] }, relations, findings };
}
