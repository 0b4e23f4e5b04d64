/** By functional account (支出功能分类): 类 = Σ款, 款 = Σ项, 合计 = Σ类, in every amount column. */
import type { Rule, TableKind } from '../model';
import { tableRollUps } from './roll-up';
import { isTwoSided } from './select';

const KINDS: ReadonlySet<TableKind> = new Set<TableKind>([
  'dept-income',
  'dept-expenditure',
  'fiscal-expenditure',
  'general-expenditure',
  'gov-fund',
  'state-capital',
]);

/**
 * 功能分类逐级汇总.
 *
 *     部门支出总表
 *     科目编码 | 科目名称                   | 合计  | 基本支出 | 项目支出
 *              | 合计                       | 12.00 | 12.00    |
 *     208      | 社会保障和就业支出         | 12.00 | 12.00    |
 *     20801    | 人力资源和社会保障管理事务 | 5.00  | 5.00     |
 *     20805    | 行政事业单位养老支出       | 6.00  | 6.00     |
 *
 * → 错误：12.00 ≠ 11.00
 */
export const functionalRollup: Rule = {
  meta: {
    id: 'functional-rollup',
    title: '功能分类科目逐级汇总：类＝Σ款，款＝Σ项，合计＝Σ类',
    basis: '《政府收支分类科目》支出功能分类的类、款、项层级',
    severity: 'error',
  },
  *relations(facts) {
    for (const table of facts.tables) {
      // the sides of a two-sided table add up by side-sums
      if (KINDS.has(table.kind) && !isTwoSided(table)) yield* tableRollUps('functional-rollup', 'rule.rollup', facts, table);
    }
  },
};
