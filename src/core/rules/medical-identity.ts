/** Medical insurance: what the functional accounts pay is what the economic accounts spend. A hint only: provinces differ. */
import type { Rule } from '../model';
import { identities, type Identity } from './identities';

const RULE = 'medical-identity';
/**
 * 行政单位医疗, 事业单位医疗, 公务员医疗补助 ↔ 职工基本医疗保险缴费, 公务员医疗补助缴费. 其他行政事业单位医疗支出 may be spent from the
 * same economic accounts.
 */
const IDENTITIES: readonly Identity[] = [
  { functional: ['2101101', '2101102', '2101103'], economic: ['30110', '30111'], unless: '2101199' },
];

/**
 * 医疗保险对应.
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称     | 合计  | 基本支出 | 项目支出
 *              | 合计         | 63.82 | 63.82    |
 *     2101101  | 行政单位医疗 | 57.64 | 57.64    |
 *     2101102  | 事业单位医疗 | 6.18  | 6.18     |
 *
 *     一般公共预算基本支出表（部门预算支出经济分类）
 *     科目编码 | 科目名称             | 合计  | 人员经费 | 公用经费
 *              | 合计                 | 67.18 | 67.18    |
 *     30110    | 职工基本医疗保险缴费 | 67.18 | 67.18    |
 *
 * → 提示：63.82 ≠ 67.18
 */
export const medicalIdentity: Rule = {
  meta: {
    id: RULE,
    title: '医疗保险：2101101＋2101102＋2101103 基本支出＝30110＋30111',
    basis: '《政府收支分类科目》科目说明；各地口径不一，仅作提示',
    severity: 'info',
  },
  relations: (facts) => identities(RULE, facts, IDENTITIES),
};
