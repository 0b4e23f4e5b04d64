/** Which question this file answers: what did last year's workbook state for the same thing? */
import type { Fact, Facts, Phase, Table } from './model';
import { indexOf, tableSets } from './rules/select';

/** 2023年执行数, 上年决算数: what was spent, which only final accounts tell. */
const SPENT = /执行|决算|完成|实际/;

/** Everything that says which amount of a table it is, but the year. */
function keyOf(fact: Fact): string {
  const { side, line, account, fund, source, nature, item, organisation, project, part, stage } = fact;
  return JSON.stringify([side, line, account?.scheme, account?.code, fund, source, nature, item, organisation, project, part, stage]);
}

const BY_KEY = new WeakMap<Table, ReadonlyMap<string, readonly Fact[]>>();

function byKey(facts: Facts, table: Table): ReadonlyMap<string, readonly Fact[]> {
  const known = BY_KEY.get(table);
  if (known) return known;
  const made = new Map<string, Fact[]>();
  for (const fact of indexOf(facts).byTable.get(table) ?? []) {
    if (fact.year !== 'current' || fact.duplicateTotal) continue;
    const key = keyOf(fact);
    const list = made.get(key);
    if (list) list.push(fact);
    else made.set(key, [fact]);
  }
  BY_KEY.set(table, made);
  return made;
}

/** Last year's table of the same kind and department; `null` when there is none, several, or one of another year. */
function counterpartOf(lastYear: Facts, table: Table, phase: Phase): Table | null {
  const departments = new Set(lastYear.tables.flatMap(({ department }) => department ?? []));
  const found = tableSets(lastYear).sets.flatMap((set) => {
    const other = set.get(table.kind);
    if (other?.phase !== phase || (table.year !== null && other.year !== null && other.year !== table.year - 1)) return [];
    return departments.size > 1 && other.department !== table.department ? [] : [other];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * The figure of last year's workbook that stands for the same kind of table, account, side, nature and fund as a figure of this
 * one (of this year, or of its 上年 column); `null` when that workbook has none, or several.
 */
export function statedLastYear(facts: Facts, fact: Fact): Fact | null {
  const { lastYear } = facts;
  if (!lastYear) return null;
  const phase: Phase = fact.year === 'last' && SPENT.test(fact.columnLabel) ? 'final' : fact.table.phase;
  const table = counterpartOf(lastYear, fact.table, phase);
  const same = table ? (byKey(lastYear, table).get(keyOf(fact)) ?? []) : [];
  return same.length === 1 ? (same[0] ?? null) : null;
}
