/** 部门收支总表 and 部门收入总表 by functional 类: what is spent on a 类 came in for it. */
import type { Rule } from '../model';
import { classCodes, figuresOf, plus, select } from './select';
import { across } from './table-sets';
import { skip } from './skip';
import { tie } from './ties';

const RULE = 'income-classes';

/**
 * 收支总表支出各类＝收入总表.
 *
 *     部门收支总表
 *     收入                 | 预算数 | 支出               | 预算数
 *     一般公共预算拨款收入 | 90.00  | 社会保障和就业支出 | 100.00
 *     事业收入             | 10.00  |                    |
 *     收入总计             | 100.00 | 支出总计           | 100.00
 *
 *     部门收入总表
 *     科目编码 | 科目名称           | 合计   | 一般公共预算拨款收入 | 事业收入
 *              | 合计               | 102.00 | 90.00                | 12.00
 *     208      | 社会保障和就业支出 | 102.00 | 90.00                | 12.00
 *
 * → 错误：100.00 ≠ 102.00
 */
export const incomeClasses: Rule = {
  meta: {
    id: RULE,
    title: '部门收支总表支出各类＝部门收入总表该类',
    basis: '部门收入总表按支出功能分类科目反映资金来源（财预〔2016〕143号）',
    severity: 'error',
  },
  *relations(facts) {
    yield* across(RULE, facts, ['dept-summary', 'dept-income'], function* (summary, income) {
      const keptBack = select(facts, summary, { side: 'expenditure', line: 'carry-out' }).some((fact) => fact.value !== null);
      if (keptBack || income.phase === 'final') {
        yield skip(RULE, 'skip.carried-on', {}, income.sheet);
        return;
      }
      for (const code of classCodes(facts, summary, 'functional')) {
        const account = { scheme: 'functional', code } as const;
        yield* tie(RULE, plus(select(facts, summary, { side: 'expenditure', account })), plus(figuresOf(facts, income, account, {})));
      }
    });
  },
};
