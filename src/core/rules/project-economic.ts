/** Project expenditure: the functional table, the departmental and the government economic tables tell one figure. */
import type { Rule } from '../model';
import { economicTies } from './economic-map';
import { plus, totalOf } from './select';
import { across } from './table-sets';
import { tie } from './ties';

const RULE = 'project-economic';

/**
 * 项目支出＝项目支出表.
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称           | 合计  | 基本支出 | 项目支出
 *              | 合计               | 91.00 | 60.00    | 31.00
 *     208      | 社会保障和就业支出 | 91.00 | 60.00    | 31.00
 *
 *     一般公共预算项目支出表（部门预算支出经济分类）
 *     科目编码 | 科目名称       | 金额
 *              | 合计           | 13.00
 *     302      | 商品和服务支出 | 13.00
 *
 * → 错误：31.00 ≠ 13.00
 */
export const projectEconomic: Rule = {
  meta: {
    id: RULE,
    title: '一般公共预算项目支出＝项目支出表（部门经济分类＝政府经济分类）',
    basis: '财预〔2017〕98号（部门预算与政府预算支出经济分类对应关系）；财预〔2016〕143号',
    severity: 'error',
  },
  *relations(facts) {
    for (const kind of ['general-project', 'general-project-gov'] as const) {
      yield* across(RULE, facts, ['general-expenditure', kind], function* (general, project) {
        const left = totalOf(facts, general, { nature: 'project' });
        const right = totalOf(facts, project, { nature: 'project' });
        yield* tie(RULE, plus(left), plus(right), { label: left[0]?.columnLabel ?? '' });
      });
    }
    yield* across(RULE, facts, ['general-project', 'general-project-gov'], (dept, gov) => economicTies(RULE, facts, dept, gov, 'project'));
  },
};
