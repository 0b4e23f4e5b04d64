/** Social insurance and housing: what the functional account pays is what the economic account spends. */
import type { Rule } from '../model';
import { identities, type Identity } from './identities';

const RULE = 'insurance-identities';

/** Functional 项 of basic expenditure ↔ departmental economic 款 (《政府收支分类科目》, from 2018 on). */
const IDENTITIES: readonly Identity[] = [
  { functional: ['2080505'], economic: ['30108'] },
  { functional: ['2080506'], economic: ['30109'] },
  { functional: ['2210201'], economic: ['30113'] },
];

/**
 * 社保、住房公积金对应.
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称                         | 合计   | 基本支出 | 项目支出
 *              | 合计                             | 107.49 | 107.49   |
 *     2080505  | 机关事业单位基本养老保险缴费支出 | 107.49 | 107.49   |
 *
 *     一般公共预算基本支出表（部门预算支出经济分类）
 *     科目编码 | 科目名称                     | 合计   | 人员经费 | 公用经费
 *              | 合计                         | 170.49 | 170.49   |
 *     30108    | 机关事业单位基本养老保险缴费 | 170.49 | 170.49   |
 *
 * → 提示：107.49 ≠ 170.49
 */
export const insuranceIdentities: Rule = {
  meta: {
    id: RULE,
    title: '社保缴费、公积金：功能科目基本支出＝对应经济科目（2080505＝30108，2080506＝30109，2210201＝30113）',
    basis: '《政府收支分类科目》科目说明（2018年起）',
    severity: 'info',
  },
  relations: (facts) => identities(RULE, facts, IDENTITIES),
};
