/** Within 财政拨款收支总表, each fund balances by itself: what comes in (with its carry-over) is what goes out. */
import { FISCAL_FUNDS } from '../funds';
import type { AmountRelation, Fact, Facts, Fund, Rule, Table, Term } from '../model';
import { minus, plus, select } from './select';
import { across } from './table-sets';
import { skip } from './skip';

/**
 * 财政拨款分资金平衡.
 *
 *     财政拨款收支总表
 *     收入                   | 预算数 | 支出               | 合计  | 一般公共预算 | 政府性基金预算 | 国有资本经营预算
 *     一、本年收入           | 95.00  | 一、本年支出       | 95.00 | 90.00        | 5.00           |
 *     一般公共预算财政拨款   | 95.00  | 社会保障和就业支出 | 95.00 | 90.00        | 5.00           |
 *     政府性基金预算财政拨款 |        |                    |       |              |                |
 *     收入总计               | 95.00  | 支出总计           | 95.00 | 90.00        | 5.00           |
 *
 * → 错误：90.00 ≠ 95.00
 */
export const fiscalBalance: Rule = {
  meta: {
    id: 'fiscal-balance',
    title: '财政拨款收支总表：各资金收入（含上年结转）＝该资金支出总计',
    basis: '一般公共预算、政府性基金预算、国有资本经营预算应当保持完整、独立（《中华人民共和国预算法》第五条），各自收支相抵',
    severity: 'error',
  },
  *relations(facts) {
    yield* across('fiscal-balance', facts, ['fiscal-summary'], function* (table) {
      const carryIn = select(facts, table, { side: 'income', line: 'carry-in' }).filter((fact) => fact.value !== null);
      const split = select(facts, table, { side: 'income', line: 'carry-in-source' });
      // a carry-over that is not told apart by fund cannot be laid against the columns
      if (carryIn.length > 0 && split.every((fact) => fact.value === null)) {
        yield skip('fiscal-balance', 'skip.carry-over-undivided', {}, table.sheet);
        return;
      }
      for (const source of FISCAL_FUNDS) {
        const income = [
          ...select(facts, table, { side: 'income', line: 'source', source }),
          ...select(facts, table, { side: 'income', line: 'carry-in-source', source }),
        ];
        if (income.length === 0) continue;
        yield* tie(select(facts, table, { side: 'expenditure', line: 'grand-total', fund: source }), plus(income));
        yield* thisYear(facts, table, source, income);
      }
      const whole = [...select(facts, table, { side: 'income', line: 'current-total' }), ...carryIn];
      if (whole.some((fact) => fact.value !== null)) yield* thisYear(facts, table, 'fiscal', whole);
    });
  },
};

/** 本年支出 is what came in without what is carried on to next year. */
function* thisYear(facts: Facts, table: Table, fund: Fund, income: readonly Fact[]): Iterable<AmountRelation> {
  const spent = select(facts, table, { side: 'expenditure', line: 'current-total', fund }).filter((fact) => fact.value !== null);
  yield* tie(spent, [...plus(income), ...minus(select(facts, table, { side: 'expenditure', line: 'carry-out', fund }))]);
}

function* tie(spent: readonly Fact[], income: readonly Term[]): Iterable<AmountRelation> {
  const [first] = spent;
  if (!first) return;
  yield {
    type: 'amount',
    rule: 'fiscal-balance',
    op: '=',
    left: plus(spent),
    right: income,
    message: { id: 'rule.fiscal-balance', data: { label: first.label, column: first.columnLabel } },
  };
}
