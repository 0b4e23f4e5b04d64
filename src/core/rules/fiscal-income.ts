/** 财政拨款 as every income table tells it, and 一般公共预算支出 against the income that pays for it. */
import type { AmountRelation, Facts, Fund, Rule, Skipped, Table } from '../model';
import { acrossFunds } from './fund-tables';
import { isTwoSided, minus, plus, select, totalOf } from './select';
import { across } from './table-sets';
import { skip } from './skip';
import { leavesOut } from './this-year';
import { tie, tieOf } from './ties';

const RULE = 'fiscal-income';

/**
 * 一般公共预算收入＝支出.
 *
 *     财政拨款收支总表
 *     收入                 | 预算数 | 支出         | 合计  | 一般公共预算 | 政府性基金预算
 *     一般公共预算财政拨款 | 95.00  | 卫生健康支出 | 94.00 | 94.00        |
 *     收入总计             | 95.00  | 支出总计     | 95.00 | 95.00        |
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称     | 合计  | 基本支出 | 项目支出
 *              | 合计         | 94.00 | 94.00    |
 *     210      | 卫生健康支出 | 94.00 | 94.00    |
 *
 * → 错误：94.00 ≠ 95.00
 */
export const fiscalIncome: Rule = {
  meta: {
    id: RULE,
    title: '一般公共预算拨款收入＋上年结转＝一般公共预算支出＋结转下年；收入总表财政拨款＝财政拨款收支总表本年收入',
    basis: '《中华人民共和国预算法》第十二条；财预〔2016〕143号所列各表',
    severity: 'error',
  },
  *relations(facts) {
    yield* across(RULE, facts, ['dept-income', 'fiscal-summary'], function* (income, fiscal) {
      const left = totalOf(facts, income, { fund: 'fiscal' });
      const right = select(facts, fiscal, { side: 'income', line: 'current-total' }).filter((fact) => fact.value !== null);
      yield* tie(RULE, plus(left), plus(right));
    });
    yield* acrossFunds(RULE, facts, (fiscal, detail, fund) => paidFor(facts, fiscal, detail, fund));
  },
};

function* paidFor(facts: Facts, fiscal: Table, detail: Table, fund: Fund): Iterable<AmountRelation | Skipped> {
  // a table with two sides balances by itself, and is laid against the summary by a rule of its own
  if (isTwoSided(detail)) return;
  const source = select(facts, fiscal, { side: 'income', line: 'source', source: fund });
  const spent = totalOf(facts, detail, { nature: 'all' });
  const ofThisYear = totalOf(facts, detail, { nature: 'all', fund: 'current' });
  yield* tie(RULE, plus(source), plus(ofThisYear));
  if (source.length === 0 || spent.length === 0) return;
  // a table of 当年 money counts neither what was carried in nor what is carried out
  if (leavesOut(facts, fiscal, detail, fund)) {
    yield tieOf(RULE, plus(source), plus(spent));
    return;
  }
  const carried = select(facts, fiscal, { side: 'income', line: 'carry-in' }).some((fact) => fact.value !== null);
  const split = select(facts, fiscal, { side: 'income', line: 'carry-in-source', source: fund });
  const otherSplit = select(facts, fiscal, { side: 'income', line: 'carry-in-source' }).some((fact) => fact.value !== null);
  // a carry-over that is not told apart by fund cannot be added to one of them
  if (carried && !otherSplit) {
    yield skip(RULE, 'skip.carry-over-undivided', {}, fiscal.sheet);
    return;
  }
  const kept = select(facts, fiscal, { side: 'expenditure', line: 'carry-out', fund });
  yield tieOf(RULE, plus(spent), [...plus(source), ...plus(split), ...minus(kept)], { id: 'rule.fiscal-income' });
}
