/** In the list of projects: 合计 = Σ units, a unit or function = Σ its projects, in every amount column. */
import type { Rule } from '../model';
import { rollUps } from './roll-up';

/**
 * 项目支出逐级汇总.
 *
 *     单位、科目、项目 | 金额
 *     合计             | 9.00
 *     项目甲           | 5.00
 *     项目乙           | 3.00
 *
 * → 合计 9.00，所列项目之和 8.00
 */
export const projectRollup: Rule = {
  meta: {
    id: 'project-rollup',
    title: '项目支出明细逐级汇总：合计＝Σ单位，单位（科目）＝Σ项目',
    basis: '项目支出明细表表内关系（财预〔2016〕143号 附表格式）',
    severity: 'error',
  },
  *relations(facts) {
    yield* rollUps('project-rollup', 'rule.rollup', facts, ['project-list']);
  },
};
