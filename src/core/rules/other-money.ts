/** Which figures of a department's tables count money that does not come from the treasury? */
import { FISCAL_FUNDS } from '../funds';
import type { Facts, Table, Term } from '../model';
import { minus, plus, select } from './select';

/** What 部门收支总表 counts and the treasury's tables do not: other sources, and the carry-over that is not the treasury's. `null` without a 收支总表. */
export function otherMoney(facts: Facts, summary: Table | undefined, fiscal: Table | undefined): Term[] | null {
  if (!summary) return null;
  const sources = select(facts, summary, { side: 'income', line: 'source' }).filter(
    (fact) => fact.source !== null && fact.source !== 'fiscal' && !FISCAL_FUNDS.includes(fact.source),
  );
  const terms = [
    ...plus(sources),
    ...plus(select(facts, summary, { side: 'income', line: 'balance-use' })),
    ...plus(select(facts, summary, { side: 'income', line: 'carry-in' })),
    ...minus(select(facts, summary, { side: 'expenditure', line: 'carry-out' })),
  ];
  if (fiscal) {
    terms.push(...minus(select(facts, fiscal, { side: 'income', line: 'carry-in' })));
    terms.push(...plus(select(facts, fiscal, { side: 'expenditure', line: 'carry-out', fund: 'fiscal' })));
  }
  return terms.filter((term) => term.fact.value !== null);
}
