/** 部门收支总表 (all money) against the expenditure tables of the treasury's money: the total by what other sources bring in, and each 类. */
import { isZero } from '../amount';
import { yuan } from '../interval';
import type { AmountRelation, Facts, Rule, Table, Term } from '../model';
import { FUND_TABLES } from './fund-tables';
import { otherMoney } from './other-money';
import { skip } from './skip';
import { classCodes, currentExpenditure, figuresOf, isTwoSided, plus, select, totalOfAll } from './select';
import { across, setOf } from './table-sets';
import { tie, tieOf } from './ties';

const RULE = 'summary-general';

/**
 * 收支总表＝一般公共预算等支出表＋其他资金.
 *
 *     部门收支总表
 *     收入                 | 预算数 | 支出               | 预算数
 *     一般公共预算拨款收入 | 90.00  | 社会保障和就业支出 | 100.00
 *     事业收入             | 10.00  |                    |
 *     收入总计             | 100.00 | 支出总计           | 100.00
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称           | 合计  | 基本支出 | 项目支出
 *              | 合计               | 91.00 | 60.00    | 31.00
 *     208      | 社会保障和就业支出 | 91.00 | 60.00    | 31.00
 *
 * → 错误：9.00 ≠ 10.00
 */
export const summaryGeneral: Rule = {
  meta: {
    id: RULE,
    title: '部门收支总表＝一般公共预算等支出表＋其他资金：收入总计、支出各类',
    basis: '部门收支总表为全口径，一般公共预算等支出表为财政拨款口径（财预〔2016〕143号）',
    severity: 'error',
  },
  *relations(facts) {
    yield* across(RULE, facts, ['dept-summary', 'general-expenditure'], function* (summary) {
      // 结余分配 and 年末结转 of final accounts are told by their own lines, and add up there
      if (summary.phase === 'final') return;
      const set = setOf(facts, summary);
      const fiscal = set?.get('fiscal-summary');
      const details = FUND_TABLES.flatMap(({ kind }) => set?.get(kind) ?? []);
      // the fund that has figures and no table of its own is missing in the sum
      const untold = FUND_TABLES.some(
        ({ fund, kind }) => !set?.has(kind) && stated(plus(select(facts, summary, { side: 'income', line: 'source', source: fund }))),
      );
      const carried = stated(plus(select(facts, summary, { side: 'income', line: 'carry-in' })));
      if (untold || (carried && !fiscal)) {
        yield skip(RULE, untold ? 'skip.fund-untold' : 'skip.carry-over-undivided', {}, summary.sheet);
        return;
      }
      const others = otherMoney(facts, summary, fiscal) ?? [];
      yield* total(facts, summary, details, others);
      yield* classes(facts, summary, details, others.length === 0);
    });
  },
};

function stated(terms: readonly Term[]): boolean {
  return terms.some(({ fact }) => !isZero(yuan(fact)));
}

/** What came in without the treasury's expenditure is the other money, and what is carried on to next year. */
function* total(facts: Facts, summary: Table, details: readonly Table[], others: readonly Term[]): Iterable<AmountRelation> {
  const income = select(facts, summary, { side: 'income', line: 'grand-total' });
  const totals = totalOfAll(
    facts,
    details.filter((table) => !isTwoSided(table)),
    { nature: 'all' },
  );
  if (totals === null) return;
  const spent = [...plus(totals), ...details.filter(isTwoSided).flatMap((table) => currentExpenditure(facts, table, { nature: 'all' }))];
  if (income.length !== 1 || spent.length === 0) return;
  // what is carried on is taken off the other money already, and is in the income
  const rest = others.filter(({ fact }) => fact.table !== summary || fact.line !== 'carry-out');
  if (rest.length === 0) {
    yield tieOf(RULE, plus(income), spent);
    return;
  }
  yield tieOf(RULE, [...plus(income), ...negated(spent)], rest, { id: 'rule.all-funds-gap' });
}

function negated(terms: readonly Term[]): Term[] {
  return terms.map(({ fact, sign }) => ({ fact, sign: sign === 1 ? -1 : 1 }));
}

function* classes(facts: Facts, summary: Table, details: readonly Table[], alone: boolean): Iterable<AmountRelation> {
  for (const code of classCodes(facts, summary, 'functional')) {
    const account = { scheme: 'functional', code } as const;
    const left = select(facts, summary, { side: 'expenditure', account });
    const right = details.flatMap((table) => figuresOf(facts, table, account, { nature: 'all', side: 'expenditure' }));
    yield* tie(RULE, plus(left), plus(right), { op: alone ? '=' : '>=' });
  }
}
