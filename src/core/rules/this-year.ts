/** Does a fund's expenditure table leave out what was carried over from last year? Some offices publish it for 当年拨款 only. */
import { holds } from '../interval';
import type { Fact, Facts, Fund, Table, Term } from '../model';
import { currentExpenditure, minus, plus, select, topAccounts } from './select';
import { tieOf } from './ties';

/** A table of 当年 money says so in its title or a note. */
const SAYS_SO = /当年|本年(?!度)/;

/** What was brought forward, where the table leaves it out. */
export interface LeftOut {
  /** The fund's own line under 上年结转; empty where 财政拨款收支总表 does not tell the funds apart. */
  readonly carried: readonly Fact[];
}

/** `null` where the table counts all that 财政拨款收支总表 counts. The figures decide before the words. */
export function leavesOut(facts: Facts, fiscal: Table, detail: Table, fund: Fund): LeftOut | null {
  const whole = select(facts, fiscal, { side: 'income', line: 'carry-in' }).filter(isStated);
  const split = select(facts, fiscal, { side: 'income', line: 'carry-in-source' }).filter(isStated);
  const carried = split.filter((fact) => fact.source === fund);
  if (carried.length === 0 && (split.length > 0 || whole.length === 0)) return null;
  const stated = [plus(select(facts, detail, { line: 'grand-total', nature: 'all' })), plus(topAccounts(facts, detail, { nature: 'all' }))];
  const all = [currentExpenditure(facts, fiscal, { fund }), plus(topAccounts(facts, fiscal, { side: 'expenditure', nature: 'all', fund }))];
  if (all.some((left) => stated.some((right) => agree(left, right)))) return null;
  const own = plus(select(facts, fiscal, { side: 'income', line: 'source', source: fund }));
  const spent = all.map((terms) => [...terms, ...minus(carried)]);
  const current = carried.length > 0 ? [own, ...spent] : [own];
  const agreed = current.some((left) => stated.some((right) => agree(left, right)));
  return agreed || [detail.title, ...detail.notes].some((text) => SAYS_SO.test(text)) ? { carried } : null;
}

const isStated = (fact: Fact): boolean => fact.value !== null;

function agree(left: readonly Term[], right: readonly Term[]): boolean {
  if (left.length === 0 || right.length === 0) return false;
  return holds(tieOf('', left, right));
}
