/** 部门收入总表 against 部门支出总表: what comes in for an account is what is spent on it. */
import type { Rule } from '../model';
import { skip } from './skip';
import { indexOf, plus, select, totalOf } from './select';
import { across, setOf } from './table-sets';
import { tie } from './ties';

const RULE = 'income-expenditure';

/**
 * 收入总表＝支出总表（按科目）.
 *
 *     部门收入总表
 *     科目编码 | 科目名称           | 合计  | 一般公共预算拨款收入 | 事业收入
 *              | 合计               | 25.20 | 25.20                |
 *     208      | 社会保障和就业支出 | 25.20 | 25.20                |
 *
 *     部门支出总表
 *     科目编码 | 科目名称           | 合计  | 基本支出 | 项目支出
 *              | 合计               | 52.20 | 52.20    |
 *     208      | 社会保障和就业支出 | 52.20 | 52.20    |
 *
 * → 错误：25.20 ≠ 52.20
 */
export const incomeExpenditure: Rule = {
  meta: {
    id: RULE,
    title: '部门收入总表＝部门支出总表：合计及各科目',
    basis: '部门收入总表按支出功能分类科目反映资金来源（财预〔2016〕143号）',
    severity: 'error',
  },
  *relations(facts) {
    yield* across(RULE, facts, ['dept-income', 'dept-expenditure'], function* (income, expenditure) {
      const summary = setOf(facts, income)?.get('dept-summary');
      const keptBack = summary && select(facts, summary, { side: 'expenditure', line: 'carry-out' }).some((fact) => fact.value !== null);
      // what is carried to next year, or distributed in final accounts, is income without expenditure
      if (keptBack === true || income.phase === 'final') {
        yield skip(RULE, 'skip.carried-on', {}, income.sheet);
        return;
      }
      yield* tie(RULE, plus(totalOf(facts, income, {})), plus(totalOf(facts, expenditure, { nature: 'all' })));
      const codes = new Set((indexOf(facts).byTable.get(income) ?? []).flatMap((fact) => (fact.account ? [fact.account.code] : [])));
      for (const code of codes) {
        const account = { scheme: 'functional', code } as const;
        yield* tie(RULE, plus(select(facts, income, { account })), plus(select(facts, expenditure, { account, nature: 'all' })));
      }
    });
  },
};
