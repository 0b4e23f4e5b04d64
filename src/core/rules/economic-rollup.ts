/** By economic account, departmental (3xx) and government (5xx): 类 = Σ款, 合计 = Σ类, in every amount column. */
import type { Rule, TableKind } from '../model';
import { tableRollUps } from './roll-up';
import { isByFunction, isTwoSided } from './select';

/** `other`: 支出表 by economic class that is none of the published kinds. */
const KINDS: ReadonlySet<TableKind> = new Set<TableKind>([
  'general-basic',
  'general-basic-gov',
  'general-project',
  'general-project-gov',
  'other',
]);

/**
 * 经济分类逐级汇总.
 *
 *     一般公共预算项目支出表（部门预算支出经济分类）
 *     科目编码 | 科目名称       | 金额
 *              | 合计           | 9.00
 *     302      | 商品和服务支出 | 9.00
 *     30201    | 办公费         | 5.00
 *     30211    | 差旅费         | 3.00
 *
 * → 错误：9.00 ≠ 8.00
 */
export const economicRollup: Rule = {
  meta: {
    id: 'economic-rollup',
    title: '经济分类科目逐级汇总：类＝Σ款，合计＝Σ类',
    basis: '《政府收支分类科目》部门预算、政府预算支出经济分类的类、款层级（财预〔2017〕98号）',
    severity: 'error',
  },
  *relations(facts) {
    for (const table of facts.tables) {
      if (!KINDS.has(table.kind) || isTwoSided(table) || (table.kind === 'other' && isByFunction(table))) continue;
      yield* tableRollUps('economic-rollup', 'rule.rollup', facts, table);
    }
  },
};
