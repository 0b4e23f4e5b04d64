/** Which question this file answers: which tables are tied to which, how often, and where do the ties break? Data for a picture; nothing is drawn here. */
import { groupBy } from '../core/group';
import { tablesOfRelation } from '../core/relationsOf';
import type { CheckedRelation, CheckResult, Table } from '../core/model';

export interface TieCounts {
  readonly checked: number;
  readonly held: number;
  readonly rounding: number;
  readonly violated: number;
}

/** One table, or all tables of a kind where a workbook has too many to draw each. */
export interface MapNode {
  readonly key: string;
  readonly tables: readonly Table[];
  /** Relations within the node. */
  readonly within: TieCounts;
  /** Ids of the findings within the node. */
  readonly findings: readonly string[];
}

/** The relations between two nodes, `a` before `b` in the order of the tables. */
export interface MapLine {
  readonly key: string;
  readonly a: MapNode;
  readonly b: MapNode;
  readonly ties: TieCounts;
  readonly findings: readonly string[];
}

export interface RelationMap {
  readonly nodes: readonly MapNode[];
  readonly lines: readonly MapLine[];
}

/** More tables than these are drawn by kind: multi-unit workbooks hold a hundred. */
export const MOST_TABLES = 16;

interface Tally {
  checked: number;
  held: number;
  rounding: number;
  violated: number;
  readonly findings: string[];
}

const tally = (): Tally => ({ checked: 0, held: 0, rounding: 0, violated: 0, findings: [] });

function count(entry: Tally, { verdict, finding }: CheckedRelation): void {
  entry.checked += 1;
  entry[verdict] += 1;
  if (finding !== null) entry.findings.push(finding);
}

/** Tables that take part in no relation are left out; a relation over three tables ties each pair of them. */
export function relationMap(result: CheckResult): RelationMap {
  const tied = new Set(result.checks.flatMap(({ relation }) => tablesOfRelation(relation)));
  const tables = result.tables.filter((table) => tied.has(table));
  const byKind = tables.length > MOST_TABLES;
  const keyOf = (table: Table): string => (byKind ? table.kind : String(table.index));
  const members = groupBy(tables, keyOf);
  const keys = [...members.keys()];
  const within = new Map(keys.map((key) => [key, tally()]));
  const between = new Map<string, Tally>();
  const place = new Map(keys.map((key, index) => [key, index]));
  for (const checked of result.checks) {
    const touched = tablesOfRelation(checked.relation)
      .map(keyOf)
      .filter((key) => place.has(key));
    const own = [...new Set(touched)].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    const [first] = own;
    if (own.length === 1 && first !== undefined) count(within.get(first) ?? tally(), checked);
    own.forEach((a, index) => {
      for (const b of own.slice(index + 1)) {
        const entry = between.get(`${a} ${b}`) ?? tally();
        between.set(`${a} ${b}`, entry);
        count(entry, checked);
      }
    });
  }
  const nodes = keys.map((key): MapNode => {
    const { findings, ...ties } = within.get(key) ?? tally();
    return { key, tables: members.get(key) ?? [], within: ties, findings };
  });
  const lines = nodes.flatMap((a, index) =>
    nodes.slice(index + 1).flatMap((b): MapLine[] => {
      const entry = between.get(`${a.key} ${b.key}`);
      if (!entry) return [];
      const { findings, ...ties } = entry;
      return [{ key: `${a.key} ${b.key}`, a, b, ties, findings }];
    }),
  );
  return { nodes, lines };
}
