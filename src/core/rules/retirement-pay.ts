/** What is paid to retired staff is part of what the accounts for them spend. A hint only: some places pay it from other accounts as well. */
import type { Rule } from '../model';
import { identities, type Identity } from './identities';

const RULE = 'retirement-pay';

/** 行政单位离退休, 事业单位离退休 ↔ 离休费, 退休费; the former two pay the retired staff's other costs too. */
const IDENTITIES: readonly Identity[] = [
  { functional: ['2080501', '2080502'], economic: ['30301', '30302'], op: '>=', message: 'rule.retirement-pay' },
];

/**
 * 离退休费.
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称       | 合计  | 基本支出 | 项目支出
 *              | 合计           | 62.10 | 62.10    |
 *     2080501  | 行政单位离退休 | 62.10 | 62.10    |
 *
 *     一般公共预算基本支出表（部门预算支出经济分类）
 *     科目编码 | 科目名称 | 合计  | 人员经费 | 公用经费
 *              | 合计     | 66.20 | 66.20    |
 *     30302    | 退休费   | 66.20 | 66.20    |
 *
 * → 提示：62.10 ＜ 66.20
 */
export const retirementPay: Rule = {
  meta: {
    id: RULE,
    title: '离退休费：2080501＋2080502 基本支出不小于 30301＋30302',
    basis: '《政府收支分类科目》科目说明；各地列支科目不一，仅作提示',
    severity: 'info',
  },
  relations: (facts) => identities(RULE, facts, IDENTITIES),
};
