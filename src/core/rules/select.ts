/**
 * How rules find facts: by table kind and by dimension, never by place. Built once per set of facts.
 */
import { fundOfTitle } from '../funds';
import { append, groupBy } from '../group';
import type { Account, Fact, Facts, Flow, Line, Nature, Fund, Side, Table, TableKind, Term } from '../model';
import { oncePer } from '../once';

/** What distinguishes two amounts of one row: everything that the column says. */
export function measureKey(fact: Fact): string {
  return `${fact.nature}|${fact.fund}|${fact.year}|${fact.item ?? ''}|${fact.stage ?? ''}|${fact.flow ?? ''}|${fact.part?.join('/') ?? ''}`;
}

export interface FactIndex {
  readonly tables: ReadonlyMap<TableKind, readonly Table[]>;
  readonly byTable: ReadonlyMap<Table, readonly Fact[]>;
  /** Per table: the facts of one account, and of one kind of line. */
  readonly byAccount: ReadonlyMap<Table, ReadonlyMap<string, readonly Fact[]>>;
  readonly byLine: ReadonlyMap<Table, ReadonlyMap<Line, readonly Fact[]>>;
  /** Row id → its facts, in column order. */
  readonly byRow: ReadonlyMap<string, readonly Fact[]>;
  /** Row id → the ids of the rows that are its parts. */
  readonly children: ReadonlyMap<string, readonly string[]>;
}

export const indexOf = oncePer((facts: Facts): FactIndex => {
  const tables = groupBy(facts.tables, (table) => table.kind);
  const byTable = new Map<Table, Fact[]>();
  const byAccount = new Map<Table, Map<string, Fact[]>>();
  const byLine = new Map<Table, Map<Line, Fact[]>>();
  const byRow = new Map<string, Fact[]>();
  const children = new Map<string, string[]>();
  for (const fact of facts.facts) {
    append(byTable, fact.table, fact);
    append(inner(byLine, fact.table), fact.line, fact);
    if (fact.account) append(inner(byAccount, fact.table), accountKey(fact.account), fact);
    const row = byRow.get(fact.row);
    if (row) row.push(fact);
    else {
      byRow.set(fact.row, [fact]);
      if (fact.parent !== null) append(children, fact.parent, fact.row);
    }
  }
  return { tables, byTable, byAccount, byLine, byRow, children };
});

function accountKey(account: Account): string {
  return `${account.scheme} ${account.code}`;
}

function inner<K, L, V>(map: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const known = map.get(key);
  if (known) return known;
  const made = new Map<L, V>();
  map.set(key, made);
  return made;
}

/** Whether the accounts down the side of a table are functional ones. */
export function isByFunction(table: Table): boolean {
  return table.panels.some((panel) => panel.rows.some((row) => row.account?.scheme === 'functional'));
}

export interface Wanted {
  readonly side?: Side;
  readonly line?: Line;
  readonly account?: Account;
  readonly nature?: Nature;
  readonly fund?: Fund;
  readonly source?: Fund;
  readonly year?: 'current' | 'last';
  readonly organisation?: string;
  readonly flow?: Flow;
}

/** Whose money the main column of a table counts; its other columns tell parts of it (this year's, carried over, by source). */
const MAIN_FUND: Partial<Record<TableKind, Fund>> = {
  'dept-summary': 'all',
  'dept-income': 'all',
  'dept-expenditure': 'all',
  'fiscal-summary': 'fiscal',
  'fiscal-expenditure': 'fiscal',
  'general-expenditure': 'general',
  'general-basic': 'general',
  'general-basic-gov': 'general',
  'general-project': 'general',
  'general-project-gov': 'general',
  'gov-fund': 'gov-fund',
  'state-capital': 'state-capital',
};

/** The fund of the column that holds a table's whole amounts. */
export function mainFund(table: Table): Fund | undefined {
  return MAIN_FUND[table.kind] ?? (table.kind === 'other' ? fundOfTitle(table) : undefined);
}

/**
 * The facts of a table that have these dimensions. Unless they are named, `year` is the current one and `fund` that of
 * the table's main column. Repeated total rows are left out.
 */
export function select(facts: Facts, table: Table, wanted: Wanted): readonly Fact[] {
  const year = wanted.year ?? 'current';
  const fund = wanted.fund ?? mainFund(table);
  return candidates(indexOf(facts), table, wanted).filter(
    (fact) =>
      fact.year === year &&
      !fact.duplicateTotal &&
      fact.stage === undefined &&
      fact.flow === wanted.flow &&
      (fact.line !== 'purpose' || wanted.line === 'purpose') &&
      (fact.part === undefined || wanted.nature === 'part') &&
      (wanted.side === undefined || fact.side === wanted.side) &&
      (wanted.line === undefined || fact.line === wanted.line) &&
      (wanted.nature === undefined || fact.nature === wanted.nature) &&
      (fund === undefined || fact.fund === fund) &&
      (wanted.source === undefined || fact.source === wanted.source) &&
      (wanted.organisation === undefined || fact.organisation === wanted.organisation),
  );
}

/**
 * What a table states for an account: its own row, or, where the table lists only finer accounts, the highest rows below
 * it. Of a 类 that a table does not mention at all it states nothing.
 */
export function figuresOf(facts: Facts, table: Table, account: Account, wanted: Omit<Wanted, 'account' | 'line'>): readonly Fact[] {
  const own = select(facts, table, { ...wanted, account });
  if (own.length > 0) return own;
  const below = select(facts, table, { ...wanted, line: 'account' }).filter(
    (fact) => fact.account?.scheme === account.scheme && fact.account.code.startsWith(account.code),
  );
  const rows = new Set(below.map((fact) => fact.row));
  return below.filter((fact) => fact.parent === null || !rows.has(fact.parent));
}

/** The narrowest list that the index has for what is wanted. */
function candidates(index: FactIndex, table: Table, wanted: Wanted): readonly Fact[] {
  if (wanted.account !== undefined) return index.byAccount.get(table)?.get(accountKey(wanted.account)) ?? [];
  if (wanted.line !== undefined) return index.byLine.get(table)?.get(wanted.line) ?? [];
  return index.byTable.get(table) ?? [];
}

/** The accounts that are part of no other account of the table. */
export function topAccounts(facts: Facts, table: Table, wanted: Omit<Wanted, 'account' | 'line'>): readonly Fact[] {
  const accounts = select(facts, table, { ...wanted, line: 'account' });
  const rows = new Set(accounts.map((fact) => fact.row));
  return accounts.filter((fact) => fact.parent === null || !rows.has(fact.parent));
}

/** Tables that list an account or two: those of a single fund. */
const SHORT: ReadonlySet<TableKind> = new Set<TableKind>(['gov-fund', 'state-capital']);

/**
 * What a table by accounts states in all: its 合计; without such a row its 类, which are all of it. A list of finer accounts may be a
 * selection, unless it is a short one.
 */
export function totalOf(facts: Facts, table: Table, wanted: Omit<Wanted, 'account' | 'line'>): readonly Fact[] {
  const total = select(facts, table, { ...wanted, line: 'grand-total' });
  const lines = indexOf(facts).byLine.get(table);
  if (total.length > 0 || isTwoSided(table) || lines?.has('grand-total') || lines?.has('current-total')) return total;
  const top = topAccounts(facts, table, wanted);
  return SHORT.has(table.kind) || top.every(({ account }) => account?.code.length === 3) ? top : [];
}

/** What several tables state together; `null` where one of them lists accounts and tells no total. */
export function totalOfAll(facts: Facts, tables: readonly Table[], wanted: Omit<Wanted, 'account' | 'line'>): readonly Fact[] | null {
  const totals = tables.map((table) => totalOf(facts, table, wanted));
  const untold = tables.some((table, i) => totals[i]?.length === 0 && select(facts, table, { ...wanted, line: 'account' }).length > 0);
  return untold ? null : totals.flat();
}

export function plus(facts: readonly Fact[]): Term[] {
  return facts.map((fact) => ({ fact, sign: 1 as const }));
}

export function minus(facts: readonly Fact[]): Term[] {
  return facts.map((fact) => ({ fact, sign: -1 as const }));
}

/** The figure of a panel that counts this year's expenditure: 本年支出合计, else (or where that is left blank) 支出总计 without 结转下年. */
export function currentExpenditure(facts: Facts, table: Table, wanted: Omit<Wanted, 'line' | 'account' | 'side'>): Term[] {
  const current = select(facts, table, { ...wanted, side: 'expenditure', line: 'current-total' });
  const grand = select(facts, table, { ...wanted, side: 'expenditure', line: 'grand-total' });
  const heading = current.every((fact) => fact.value === null) && grand.some((fact) => fact.value !== null);
  if (current.length > 0 && !heading) return plus(current);
  return [...plus(grand), ...minus(select(facts, table, { ...wanted, side: 'expenditure', line: 'carry-out' }))];
}

/** The functional 类 or economic 类 codes of a table, in its own order. */
export function classCodes(facts: Facts, table: Table, scheme: Account['scheme']): string[] {
  const codes = new Set<string>();
  for (const fact of indexOf(facts).byTable.get(table) ?? []) {
    if (fact.line === 'account' && fact.account?.scheme === scheme && fact.account.code.length === 3) codes.add(fact.account.code);
  }
  return [...codes];
}

/** 收入 and 支出 in one table: a summary, of all money or of one fund. */
export function isTwoSided(table: Table): boolean {
  return (['income', 'expenditure'] as const).every((side) => table.panels.some((panel) => panel.side === side));
}
