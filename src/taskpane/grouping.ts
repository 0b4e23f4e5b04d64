/** Which question this file answers: under which heading, and in which order, does each finding stand: by cause, by table or by rule? */
import { absolute, compare, parseDecimal, shift, ZERO, type Decimal } from '../core/amount';
import { tablesOfRelation, UNIT_POWER, type Cause, type Finding, type Table } from '../core';
import { append, groupBy } from '../core/group';
import { causeGroups } from '../present/causes';
import { FINDING_GROUPS, groupFindings, groupOf, type FindingGroup } from '../present/messages';

export const GROUPINGS = ['cause', 'table', 'rule'] as const;
export type Grouping = (typeof GROUPINGS)[number];
export const ORDERS = ['place', 'amount'] as const;
export type Order = (typeof ORDERS)[number];

export type Heading =
  /** The likeliest cause first, then its alternatives. */
  | { readonly type: 'cause'; readonly causes: readonly Cause[] }
  /** What no cause is known for, from error to rounding. */
  | { readonly type: 'kind'; readonly group: FindingGroup }
  /** `null` gathers findings whose table is not known. */
  | { readonly type: 'table'; readonly table: Table | null }
  | { readonly type: 'rule'; readonly rule: string }
  | { readonly type: 'accepted' };

export interface Group {
  readonly key: string;
  readonly heading: Heading;
  readonly findings: readonly Finding[];
  /** Open unless the user closes it: errors, warnings and names stand open, hints and rounding gaps open at a click. */
  readonly open: boolean;
}

const SERIOUS: ReadonlySet<FindingGroup> = new Set(['error', 'warning', 'label']);

/** The table whose figure is on the left: the stated total. */
export function tableOf(finding: Finding): Table | null {
  return tablesOfRelation(finding.relation)[0] ?? null;
}

/** The difference in 元, without its sign; zero for names and texts. */
export function amountOf(finding: Finding): Decimal {
  const value = parseDecimal(finding.difference.replace(/,/g, ''));
  const unit = finding.cells.find(({ side }) => side === 'left')?.unit ?? null;
  if (value === null || finding.difference === '') return ZERO;
  return absolute(unit === null ? value : shift(value, UNIT_POWER[unit]));
}

/** What the user accepted stands apart, at the end. */
export function groupsOf(findings: readonly Finding[], causes: readonly Cause[], by: Grouping, order: Order): readonly Group[] {
  const open = findings.filter(({ accepted }) => accepted === undefined);
  const accepted = findings.filter((finding) => finding.accepted !== undefined);
  const groups = sorted(by === 'cause' ? byCause(open, causes) : by === 'table' ? byTable(open) : byRule(open), order);
  if (accepted.length === 0) return groups;
  return [...groups, { key: 'accepted', heading: { type: 'accepted' }, findings: accepted, open: false }];
}

function sorted(groups: readonly Group[], order: Order): readonly Group[] {
  if (order === 'place') return groups;
  const largest = (group: Group): Decimal => group.findings.map(amountOf).reduce((a, b) => (compare(a, b) >= 0 ? a : b), ZERO);
  return groups
    .map((group) => ({ ...group, findings: [...group.findings].sort((a, b) => compare(amountOf(b), amountOf(a))) }))
    .sort((a, b) => compare(largest(b), largest(a)));
}

/** Each finding once: under the likeliest cause that explains it. */
function byCause(findings: readonly Finding[], causes: readonly Cause[]): readonly Group[] {
  const left = new Map(findings.map((finding) => [finding.id, finding]));
  const explained = causeGroups(causes).flatMap((group): Group[] => {
    const own = (group[0]?.findings ?? []).flatMap((id) => left.get(id) ?? []);
    for (const { id } of own) left.delete(id);
    if (own.length === 0) return [];
    // Its first finding names the group: it keeps the name while others come and go.
    return [{ key: `cause ${own[0]?.id ?? ''}`, heading: { type: 'cause', causes: group }, findings: own, open: false }];
  });
  const others = groupFindings([...left.values()]).map(({ group, findings: own }): Group => ({
    key: `kind ${group}`,
    heading: { type: 'kind', group },
    findings: own,
    open: SERIOUS.has(group),
  }));
  return [...explained, ...others];
}

function byTable(findings: readonly Finding[]): readonly Group[] {
  const tables = new Map<Table | null, Finding[]>();
  for (const finding of findings) {
    const table = tableOf(finding);
    append(tables, table, finding);
  }
  return [...tables]
    .sort(([a], [b]) => (a?.index ?? Infinity) - (b?.index ?? Infinity))
    .map(([table, own]) => ({
      key: `table ${table === null ? '' : table.index}`,
      heading: { type: 'table', table },
      findings: bySeriousness(own),
      open: own.some(isSerious),
    }));
}

function byRule(findings: readonly Finding[]): readonly Group[] {
  const rules = groupBy(findings, (finding) => finding.rule);
  const worst = (own: readonly Finding[]): number => Math.min(...own.map((finding) => FINDING_GROUPS.indexOf(groupOf(finding))));
  return [...rules]
    .sort(([, a], [, b]) => worst(a) - worst(b))
    .map(([rule, own]) => ({
      key: `rule ${rule}`,
      heading: { type: 'rule', rule },
      findings: bySeriousness(own),
      open: own.some(isSerious),
    }));
}

function bySeriousness(findings: readonly Finding[]): readonly Finding[] {
  return groupFindings(findings).flatMap((entry) => entry.findings);
}

function isSerious(finding: Finding): boolean {
  return SERIOUS.has(groupOf(finding));
}
