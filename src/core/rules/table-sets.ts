/** Which tables of a workbook are laid against one another: those of one department and phase, at most one of each kind? */
import { holds } from '../interval';
import type { Facts, Phase, Skipped, Table, TableKind } from '../model';
import { oncePer } from '../once';
import { indexOf, isByFunction, plus, select } from './select';
import { skip } from './skip';
import { tieOf } from './ties';

/** Tables that speak of the same department, year and phase, at most one of each kind. */
export type TableSet = ReadonlyMap<TableKind, Table>;

/**
 * The tables of one kind that hold facts, grouped so that cross-table rules compare like with like: by phase, then, when
 * a kind occurs more than once, by department. Two tables that cannot be told apart are left out and reported.
 */
export const tableSets = oncePer(groupTables);

export interface TableSets {
  readonly sets: readonly TableSet[];
  readonly ambiguous: readonly Table[];
  /** Tables that say more of what a table of a set tells (收入支出决算表, 支出决算明细表 beside 支出决算表), each with that one. */
  readonly details: ReadonlyMap<Table, Table>;
}

function groupTables(facts: Facts): TableSets {
  const index = indexOf(facts);
  const ambiguous: Table[] = [];
  const sets: TableSet[] = [];
  const details = new Map<Table, Table>();
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
      const own = ofPhase.filter((table) => department === null || (table.department ?? '') === department);
      for (const kind of new Set(own.map((table) => table.kind))) {
        const same = own.filter((table) => table.kind === kind);
        const plain = plainOf(facts, same);
        if (!plain) ambiguous.push(...same);
        else {
          set.set(kind, plain);
          for (const table of same) if (table !== plain) details.set(table, plain);
        }
      }
      if (set.size > 0) sets.push(set);
    }
  }
  return { sets, ambiguous, details };
}

/** The only one; or the only one with the fewest further columns, where those that have them state the same total. */
function plainOf(facts: Facts, same: readonly Table[]): Table | undefined {
  if (same.length === 1) return same[0];
  const least = Math.min(...same.map(furtherColumns));
  const [plain, ...others] = same.filter((table) => furtherColumns(table) === least);
  const total = (table: Table) => plus(select(facts, table, { line: 'grand-total', nature: 'all' }));
  if (!plain || others.length > 0) return undefined;
  return same.every((table) => holds(tieOf('', total(plain), total(table)))) ? plain : undefined;
}

/** 2 with columns of single accounts beside what is spent, 1 with those of 年初, 本年收入, 年末, 0 with neither. */
function furtherColumns(table: Table): number {
  const ofAccounts = table.panels.some(({ columns }) => columns.some(({ measure }) => measure?.nature === 'part' && !measure.beside));
  return ofAccounts ? 2 : followsMoney(table) ? 1 : 0;
}

/** 收入支出决算表, whose columns go from 年初结转和结余 to 年末结转和结余. */
export function followsMoney(table: Table): boolean {
  return table.panels.some(({ columns }) => columns.some(({ measure }) => measure?.flow !== undefined));
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
