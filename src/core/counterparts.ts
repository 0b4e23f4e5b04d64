/** Which question this file answers: which figure of another workbook stands for the same thing as a figure of this one? */
import { groupBy } from './group';
import type { Fact, Facts, Phase, Table } from './model';
import { oncePer } from './once';
import { compact } from './recognise/text';
import { tableSets } from './rules/table-sets';

/** Everything that says which amount of a table it is. */
function keyOf(fact: Fact, year: Fact['year']): string {
  const { side, line, account, fund, source, nature, item, organisation, project, part, stage, flow } = fact;
  return JSON.stringify([
    year,
    side,
    line,
    account?.scheme,
    account?.code,
    fund,
    source,
    nature,
    item,
    organisation,
    project,
    part,
    stage,
    flow,
  ]);
}

const figuresByKey = oncePer((facts: Facts): ReadonlyMap<Table, ReadonlyMap<string, readonly Fact[]>> => {
  const told = facts.facts.filter(({ duplicateTotal }) => !duplicateTotal);
  const byTable = groupBy(told, ({ table }) => table);
  return new Map([...byTable].map(([table, own]) => [table, groupBy(own, (fact) => keyOf(fact, fact.year))]));
});

/** The table of the same kind, phase and department, `years` before; `null` when there is none, several, or one of another year. */
function counterpartOf(facts: Facts, table: Table, phase: Phase, years: number): Table | null {
  const departments = new Set(facts.tables.flatMap(({ department }) => department ?? []));
  const found = tableSets(facts).sets.flatMap((set) => {
    const other = set.get(table.kind);
    if (other?.phase !== phase || (table.year !== null && other.year !== null && other.year !== table.year - years)) return [];
    return departments.size > 1 && other.department !== table.department ? [] : [other];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The only figure of the table for the same account, side, nature, fund and the like. */
function figureIn(facts: Facts, table: Table | null, fact: Fact, year: Fact['year']): Fact | null {
  const same = table ? (figuresByKey(facts).get(table)?.get(keyOf(fact, year)) ?? []) : [];
  return same.length === 1 ? (same[0] ?? null) : null;
}

/** 2023年执行数, 上年决算数: what was spent, which only final accounts tell. */
const SPENT = /执行|决算|完成|实际/;

/**
 * The figure of last year's workbook for a figure of this one (of this year, or of its 上年 column); `null` when that workbook has none,
 * or several.
 */
export function statedLastYear({ lastYear }: Facts, fact: Fact): Fact | null {
  if (!lastYear) return null;
  const phase: Phase = fact.year === 'last' && SPENT.test(fact.columnLabel) ? 'final' : fact.table.phase;
  return figureIn(lastYear, counterpartOf(lastYear, fact.table, phase, 1), fact, 'current');
}

/** The workbook's own figure for a figure that a document's table repeats; `null` when it has none, several, or another department's. */
export function statedInWorkbook(facts: Facts, copy: Fact): Fact | null {
  const table = counterpartOf(facts, copy.table, copy.table.phase, 0);
  const [own, other] = [table?.department, copy.table.department].map((name) => (name ? compact(name).replace(/^\d+-?/, '') : ''));
  if (own && other && !own.includes(other) && !other.includes(own)) return null;
  return figureIn(facts, table, copy, copy.year);
}
