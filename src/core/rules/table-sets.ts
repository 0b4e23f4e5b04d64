/** Which tables of a workbook are laid against one another: those of one department and phase, at most one of each kind? */
import type { Facts, Phase, Skipped, Table, TableKind } from '../model';
import { indexOf, isByFunction } from './select';
import { skip } from './skip';

/** Tables that speak of the same department, year and phase, at most one of each kind. */
export type TableSet = ReadonlyMap<TableKind, Table>;

/**
 * The tables of one kind that hold facts, grouped so that cross-table rules compare like with like: by phase, then, when
 * a kind occurs more than once, by department. Two tables that cannot be told apart are left out and reported.
 */
export function tableSets(facts: Facts): TableSets {
  const known = TABLE_SETS.get(facts);
  if (known) return known;
  const made = groupTables(facts);
  TABLE_SETS.set(facts, made);
  return made;
}

export interface TableSets {
  readonly sets: readonly TableSet[];
  readonly ambiguous: readonly Table[];
}

const TABLE_SETS = new WeakMap<Facts, TableSets>();

function groupTables(facts: Facts): TableSets {
  const index = indexOf(facts);
  const ambiguous: Table[] = [];
  const sets: TableSet[] = [];
  for (const phase of ['budget', 'final'] as const satisfies readonly Phase[]) {
    const ofPhase = facts.tables.filter(
      (table) => table.phase === phase && index.byTable.has(table) && table.kind !== 'other' && !isByOtherScheme(table),
    );
    if (ofPhase.length === 0) continue;
    const departments = new Set(ofPhase.map((table) => table.department ?? ''));
    const repeated = new Set<TableKind>();
    const seen = new Set<TableKind>();
    for (const table of ofPhase) {
      if (seen.has(table.kind)) repeated.add(table.kind);
      seen.add(table.kind);
    }
    const groups = repeated.size > 0 && departments.size > 1 ? [...departments] : [null];
    for (const department of groups) {
      const set = new Map<TableKind, Table>();
      const dropped = new Set<TableKind>();
      for (const table of ofPhase) {
        if (department !== null && (table.department ?? '') !== department) continue;
        if (set.has(table.kind)) dropped.add(table.kind);
        else set.set(table.kind, table);
      }
      for (const kind of dropped) {
        const same = ofPhase.filter((table) => table.kind === kind && (department === null || (table.department ?? '') === department));
        ambiguous.push(...same);
        set.delete(kind);
      }
      if (set.size > 0) sets.push(set);
    }
  }
  return { sets, ambiguous };
}

/** 基本支出 by function under the title of the economic table: its own sums hold, across tables it is not the economic one. */
function isByOtherScheme(table: Table): boolean {
  return /^general-(?:basic|project)/.test(table.kind) && isByFunction(table);
}

/** The set that a table is in; of one that is in none, the set of the same phase and (where departments are told apart) department. */
export function setOf(facts: Facts, table: Table): TableSet | undefined {
  const sets = tableSets(facts).sets.filter((set) => [...set.values()].every(({ phase }) => phase === table.phase));
  const own = sets.find((set) => set.get(table.kind) === table);
  if (own) return own;
  const same = sets.find((set) => [...set.values()].some((other) => other.department === table.department));
  return same ?? (sets.length === 1 ? sets[0] : undefined);
}

/**
 * For every set of comparable tables: calls `make` with the tables asked for, or says which of them is not there.
 */
export function* across<R>(
  rule: string,
  facts: Facts,
  kinds: readonly TableKind[],
  make: (...tables: Table[]) => Iterable<R>,
): Iterable<R | Skipped> {
  const { sets, ambiguous } = tableSets(facts);
  for (const table of ambiguous)
    if (kinds.includes(table.kind)) yield skip(rule, 'skip.table-repeated', { kind: table.kind, sheet: table.sheet }, table.sheet);
  if (sets.length === 0) {
    for (const kind of kinds) yield skip(rule, 'skip.table-missing', { kind });
    return;
  }
  for (const set of sets) {
    const missing = kinds.filter((kind) => !set.has(kind));
    if (missing.length === 0) yield* make(...kinds.map((kind) => set.get(kind) as Table));
    else for (const kind of missing) if (!ambiguous.some((table) => table.kind === kind)) yield skip(rule, 'skip.table-missing', { kind });
  }
}
