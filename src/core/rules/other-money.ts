/** Which figures of a department's tables count money that does not come from the treasury? */
import { FISCAL_FUNDS } from '../funds';
import type { Fact, Facts, Table, Term } from '../model';
import { FUND_TABLES } from './fund-tables';
import { minus, plus, select } from './select';
import { setOf } from './table-sets';
import { leavesOut } from './this-year';

function hasCarryOver(facts: Facts, summary: Table): boolean {
  return (['carry-in', 'carry-out'] as const).some((line) => select(facts, summary, { line }).some((fact) => fact.value !== null));
}

/** The treasury's carry-over that its expenditure tables count: all of it, or (tables of 当年 money) that of some funds. */
function countedCarryIn(facts: Facts, fiscal: Table): readonly Fact[] {
  const set = setOf(facts, fiscal);
  const tables = FUND_TABLES.flatMap(({ kind, fund }) => {
    const table = set?.get(kind);
    return table ? [{ table, fund }] : [];
  });
  const leaving = tables.filter(({ table, fund }) => leavesOut(facts, fiscal, table, fund) !== null);
  const split = select(facts, fiscal, { side: 'income', line: 'carry-in-source' });
  // not told apart by fund: a table that states no more than its source may have had nothing carried over
  const undivided = split.every((fact) => fact.value === null);
  if (leaving.length === 0 || (undivided && leaving.length < tables.length))
    return select(facts, fiscal, { side: 'income', line: 'carry-in' });
  return split.filter((fact) => !leaving.some(({ fund }) => fund === fact.source));
}

/**
 * What 部门收支总表 counts and the treasury's tables do not: other sources, and the carry-over that is not theirs. `null` where nobody
 * tells: without a 收支总表, or where it has carry-over and no 财政拨款收支总表 tells whose.
 */
export function otherMoney(facts: Facts, summary: Table | undefined, fiscal: Table | undefined): Term[] | null {
  if (!summary || (!fiscal && hasCarryOver(facts, summary))) return null;
  const told = select(facts, summary, { side: 'income', line: 'source' }).filter(
    (fact) => fact.source !== null && fact.source !== 'fiscal' && !FISCAL_FUNDS.includes(fact.source),
  );
  // 单位资金 counts its parts already
  const rows = new Set(told.map((fact) => fact.row));
  const sources = told.filter((fact) => fact.parent === null || !rows.has(fact.parent));
  const terms = [
    ...plus(sources),
    ...plus(select(facts, summary, { side: 'income', line: 'balance-use' })),
    ...plus(select(facts, summary, { side: 'income', line: 'carry-in' })),
    ...minus(select(facts, summary, { side: 'expenditure', line: 'carry-out' })),
  ];
  if (fiscal) {
    terms.push(...minus(countedCarryIn(facts, fiscal)));
    terms.push(...plus(select(facts, fiscal, { side: 'expenditure', line: 'carry-out', fund: 'fiscal' })));
  }
  return terms.filter((term) => term.fact.value !== null);
}
