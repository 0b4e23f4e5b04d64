/** In the list of projects: 合计 = Σ units, a unit or function = Σ its projects, in every amount column. */
import type { Rule } from '../model';
import { rollUps } from './roll-up';

/**
 * 项目支出逐级汇总.
 *
 *     项目支出明细表
 *     项目名称 | 合计
 *     合计     | 9.00
 *     培训项目 | 5.00
 *     仲裁项目 | 3.00
 *
 * → 错误：9.00 ≠ 8.00
 */
export const projectRollup: Rule = {
  meta: {
    id: 'project-rollup',
    title: '项目支出明细逐级汇总：合计＝Σ单位，单位（科目）＝Σ项目',
    basis: '项目支出明细表表内关系（财预〔2016〕143号所列各表）',
    severity: 'error',
  },
  *relations(facts) {
    yield* rollUps('project-rollup', 'rule.rollup', facts, ['project-list']);
  },
};
