/**
 * Which facts does a term of an own relation name? By dimensions only. What the term leaves open is the table's main figure: the total of
 * natures, the fund that the table counts, the whole department. Where that is not one figure a row, nothing is guessed.
 */
import { groupBy } from '../group';
import type { Account, Fact, Facts, Fund, Item, Nature, Table } from '../model';
import { compact } from '../recognise/text';
import { indexOf, mainFund } from '../rules/select';
import type { OwnTerm } from './model';

export type Found =
  | { readonly facts: readonly Fact[] }
  /** No row, or no column, has these dimensions. */
  | { readonly problem: 'none' }
  /** Several figures of one row have them; `fact` is in that row. */
  | { readonly problem: 'unclear'; readonly fact: Fact };

export function factsOfTerm(facts: Facts, table: Table, term: OwnTerm): Found {
  const named = (indexOf(facts).byTable.get(table) ?? []).filter((fact) => isNamed(fact, term));
  const rows = term.accounts.length > 0 ? term.accounts.flatMap((account) => rowsOf(named, account)) : linesOf(named, term);
  if (rows.length === 0) return { problem: 'none' };
  const byRow = groupBy(rows, (fact) => fact.row);
  const found: Fact[] = [];
  for (const row of byRow.values()) {
    const [fact, ...more] = mainFigures(row, table, term);
    if (fact === undefined) return { problem: 'none' };
    if (more.length > 0) return { problem: 'unclear', fact };
    found.push(fact);
  }
  const [first] = found;
  const twoSides = first !== undefined && found.some((fact) => fact.side !== first.side);
  return twoSides ? { problem: 'unclear', fact: first } : { facts: found };
}

/** True for a fact that has every dimension that the term names, and is no aside of its table. */
function isNamed(fact: Fact, term: OwnTerm): boolean {
  return (
    fact.year === (term.year ?? 'current') &&
    !fact.duplicateTotal &&
    !fact.beside &&
    fact.stage === undefined &&
    fact.part === undefined &&
    fact.line !== 'purpose' &&
    (term.side === undefined || fact.side === term.side) &&
    (term.nature === undefined || fact.nature === term.nature) &&
    (term.fund === undefined || fact.fund === term.fund) &&
    (term.source === undefined || fact.source === term.source) &&
    (term.item === undefined || fact.item === term.item) &&
    (term.unit === undefined || (fact.organisation !== null && unitName(fact.organisation) === unitName(term.unit)))
  );
}

/** Codes before a unit's name are no part of it: `001001 某局本级`. */
function unitName(text: string): string {
  return compact(text).replace(/^[\d\-_.()[\]]+/, '');
}

/** The account's own rows; where the table lists only finer accounts, the highest rows below it. */
function rowsOf(facts: readonly Fact[], { scheme, code }: Account): readonly Fact[] {
  const own = facts.filter(({ account }) => account?.scheme === scheme && account.code === code);
  if (own.length > 0) return own;
  const below = facts.filter(({ account }) => account?.scheme === scheme && account.code.startsWith(code));
  const rows = new Set(below.map(({ row }) => row));
  return below.filter(({ parent }) => parent === null || !rows.has(parent));
}

/** Without an account: the line that is named, else the total row (of the unit that is named), else the only rows there are. */
function linesOf(facts: readonly Fact[], term: OwnTerm): readonly Fact[] {
  const of = (line: Fact['line']): readonly Fact[] => facts.filter((fact) => fact.line === line);
  if (term.line !== undefined) return of(term.line);
  if (term.source !== undefined) return facts;
  const totals = of(term.unit === undefined ? 'grand-total' : 'organisation');
  return totals.length > 0 || term.item === undefined ? totals : facts;
}

const NATURES: readonly Nature[] = ['all', 'basic', 'project'];
const FUNDS: readonly Fund[] = ['all', 'fiscal', 'general'];
const ITEMS: readonly (Item | null)[] = [null, 'expenses-total', 'three-public-total'];

/** Of one row the figures that are meant: where the term is silent, the column that holds the others. */
function mainFigures(row: readonly Fact[], table: Table, term: OwnTerm): readonly Fact[] {
  const main = mainFund(table);
  let figures = row;
  if (term.fund === undefined) figures = preferred(figures, ({ fund }) => fund, main === undefined ? FUNDS : [main, ...FUNDS]);
  if (term.item === undefined) figures = preferred(figures, ({ item }) => item, ITEMS);
  if (term.nature !== undefined) return figures;
  const hasTotal = figures.some(({ nature }) => nature === 'all');
  const halves = figures.filter(({ nature }) => nature === 'basic' || nature === 'project');
  // 基本支出 and 项目支出 without a total: neither is the main one.
  return !hasTotal && halves.length > 1 ? halves : preferred(figures, ({ nature }) => nature, NATURES);
}

/** The figures with the first of the values that occurs; all when none does. */
function preferred<T>(figures: readonly Fact[], valueOf: (fact: Fact) => T, order: readonly T[]): readonly Fact[] {
  for (const value of order) {
    const some = figures.filter((fact) => valueOf(fact) === value);
    if (some.length > 0) return some;
  }
  return figures;
}
