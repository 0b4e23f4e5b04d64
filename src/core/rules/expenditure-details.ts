/** A table that says more of what another one tells (收入支出决算表, 支出决算明细表 beside 支出决算表): the same expenditure, account by account. */
import type { Rule } from '../model';
import { plus, select } from './select';
import { tableSets } from './table-sets';
import { tie } from './ties';

const RULE = 'expenditure-details';

/**
 * 同一支出的两张表.
 *
 *     一般公共预算财政拨款支出决算表
 *     科目编码 | 科目名称 | 合计   | 基本支出 | 项目支出
 *              | 合计     | 120.50 | 100.00   | 20.50
 *     205      | 教育支出 | 120.50 | 100.00   | 20.50
 *
 *     一般公共预算财政拨款收入支出决算表
 *     科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出 |          |          | 年末结转和结余
 *              |          |                |          | 小计     | 基本支出 | 项目支出 |
 *              | 合计     |                | 120.50   | 120.50   | 100.00   | 20.50    |
 *     205      | 教育支出 |                | 120.50   | 120.50   | 102.00   | 18.50    |
 *
 * → 错误：102.00 ≠ 100.00
 */
export const expenditureDetails: Rule = {
  meta: {
    id: RULE,
    title: '收入支出决算表、支出决算明细表＝支出决算表：合计及各科目的本年支出',
    basis: '部门决算报表各表反映同一口径的支出，按科目逐行相等（财政部各年度部门决算报表编制说明）',
    severity: 'error',
  },
  *relations(facts) {
    for (const [table, plain] of tableSets(facts).details) {
      for (const fact of select(facts, table, {})) {
        if (fact.line !== 'grand-total' && fact.account === null) continue;
        const { nature, account, line, organisation } = fact;
        const same = select(facts, plain, { nature, ...(account ? { account } : { line }) }).filter(
          (other) => other.organisation === organisation,
        );
        if (same.length === 1) yield* tie(RULE, plus([fact]), plus(same));
      }
    }
  },
};
