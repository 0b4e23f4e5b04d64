/** Which question this file answers: which findings does the pane show, under which table, and how are they counted. */
import type { CheckResult, Finding, Table } from '../core';
import { classOf, groupFindings, groupOf, type ClassName, type FindingGroup } from '../present/messages';

/** What the counters on top count; each of them is also a filter. */
export const LEVELS = ['error', 'warning', 'info', 'rounding'] as const;
export type Level = (typeof LEVELS)[number];

export interface Filter {
  readonly level: Level | null;
  readonly class: ClassName | null;
}

export const NO_FILTER: Filter = { level: null, class: null };

export interface TableGroup {
  readonly key: string;
  /** `null` gathers findings whose table is not known. */
  readonly table: Table | null;
  readonly count: number;
  readonly groups: readonly { readonly group: FindingGroup; readonly findings: readonly Finding[] }[];
}

/** Rounding gaps are a level of their own beside the three severities: nobody has to correct them. */
export function levelOf(finding: Finding): Level {
  return finding.class === 'rounding' ? 'rounding' : finding.severity;
}

export function countLevels(findings: readonly Finding[]): Readonly<Record<Level, number>> {
  const counts = { error: 0, warning: 0, info: 0, rounding: 0 };
  for (const finding of findings) if (!finding.accepted) counts[levelOf(finding)] += 1;
  return counts;
}

/** The classes that occur, in the order in which the pane offers them. */
export function classesIn(findings: readonly Finding[]): readonly ClassName[] {
  const order: readonly ClassName[] = ['mismatch', 'label', 'narrative', 'doubtful', 'rounding'];
  const present = new Set(findings.map(classOf));
  return order.filter((name) => present.has(name));
}

/** The table whose figure is on the left: the stated total. */
export function tableOf(finding: Finding): Table | null {
  const { relation } = finding;
  if (relation.type === 'label' || relation.type === 'wording') return relation.left.table;
  if (relation.type === 'product') return relation.total.table;
  if (relation.type === 'cell') return (relation.left[0] ?? relation.right[0])?.table ?? null;
  if (relation.type === 'narrative') return (relation.left[0]?.figure ?? relation.left[0]?.fact)?.table ?? null;
  return (relation.left[0] ?? relation.right[0])?.fact.table ?? null;
}

/** Tables in the workbook's order, each with its findings from error to rounding. */
export function groupByTable(result: CheckResult, filter: Filter): readonly TableGroup[] {
  const shown = result.findings.filter(
    (finding) =>
      (filter.level === null || levelOf(finding) === filter.level) && (filter.class === null || classOf(finding) === filter.class),
  );
  const byTable = new Map<Table | null, Finding[]>();
  for (const finding of shown) {
    const table = tableOf(finding);
    byTable.set(table, [...(byTable.get(table) ?? []), finding]);
  }
  return [...byTable]
    .sort(([a], [b]) => (a?.index ?? Infinity) - (b?.index ?? Infinity))
    .map(([table, findings]) => ({
      key: table === null ? 'none' : String(table.index),
      table,
      count: findings.length,
      groups: groupFindings(findings),
    }));
}

/** What a person has to look at: everything that is not rounding or a hint. */
export function needsAttention(finding: Finding): boolean {
  const group = groupOf(finding);
  return group === 'error' || group === 'warning' || group === 'label';
}
