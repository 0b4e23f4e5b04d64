/**
 * One expenditure told twice, by departmental (3xx) and by government (5xx) economic accounts: which 类 must agree.
 * Source: 财预〔2017〕98号, the map between the two classifications; at 类 it is exact, at 款 it is not.
 */
import type { AmountRelation, Facts, Nature, Skipped, Table } from '../model';
import { indexOf, plus, select, totalOf } from './select';
import { skip } from './skip';
import { tie } from './ties';

interface Tie {
  readonly dept: readonly string[];
  readonly gov: readonly string[];
  /** Government accounts that would take part of the departmental ones without saying which: the tie is then not made. */
  readonly unless: readonly string[];
  /** A coarser tie, made only when a finer one could not be. */
  readonly coarse?: true;
}

const TIES: readonly Tie[] = [
  { dept: ['301'], gov: ['501', '50501'], unless: ['50599'] },
  { dept: ['302'], gov: ['502', '50502'], unless: ['50599'] },
  { dept: ['310'], gov: ['503', '50601'], unless: [] },
  { dept: ['309'], gov: ['504', '50602'], unless: [] },
  { dept: ['303'], gov: ['509'], unless: [] },
  // whoever buys it, the department or its units
  { dept: ['309', '310'], gov: ['503', '504', '506'], unless: [] },
  { dept: ['301', '302'], gov: ['501', '502', '505'], unless: [], coarse: true },
];

/** Relations between a 部门经济分类 table and its 政府经济分类 table: the totals, then the 类 of the map. */
export function* economicTies(rule: string, facts: Facts, dept: Table, gov: Table, nature: Nature): Iterable<AmountRelation | Skipped> {
  const deptTotal = totalOf(facts, dept, { nature });
  const govTotal = totalOf(facts, gov, { nature });
  yield* tie(rule, plus(deptTotal), plus(govTotal));
  let undividedFound = false;
  for (const tie of TIES) {
    if (tie.coarse === true && !undividedFound) continue;
    const undivided = [...tie.unless, ...blocks(facts, gov, tie)].find((code) =>
      figures(facts, gov, 'economic-gov', [code], nature).some((fact) => fact.value !== null),
    );
    if (undivided !== undefined) {
      undividedFound = true;
      yield skip(rule, 'skip.economic-undivided', { dept: tie.dept.join('＋'), code: undivided }, gov.sheet);
      continue;
    }
    const left = figures(facts, dept, 'economic-dept', tie.dept, nature);
    const right = figures(facts, gov, 'economic-gov', tie.gov, nature);
    if (left.length === 0 && right.length === 0) continue;
    yield {
      type: 'amount',
      rule,
      op: '=',
      left: plus(left),
      right: plus(right),
      message: { id: 'rule.economic-map', data: { dept: tie.dept.join('＋'), gov: tie.gov.join('＋') } },
    };
  }
}

/** 类 of the government table of which the tie needs a 款 that is not listed. */
function blocks(facts: Facts, gov: Table, tie: Tie): string[] {
  const listed = new Set((indexOf(facts).byTable.get(gov) ?? []).map((fact) => fact.account?.code));
  return tie.gov
    .filter((code) => code.length === 5)
    .map((code) => code.slice(0, 3))
    .filter((parent) => ![...listed].some((code) => code !== undefined && code.length === 5 && code.startsWith(parent)));
}

function figures(facts: Facts, table: Table, scheme: 'economic-dept' | 'economic-gov', codes: readonly string[], nature: Nature) {
  return codes.flatMap((code) => select(facts, table, { account: { scheme, code }, nature }));
}
