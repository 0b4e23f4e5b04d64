/** By functional account (支出功能分类): 类 = Σ款, 款 = Σ项, 合计 = Σ类, in every amount column. */
import type { Facts, Rule, Table, TableKind } from '../model';
import { tableRollUps } from './roll-up';
import { indexOf, isByFunction, isTwoSided } from './select';
import { skip } from './skip';

/** `other`: 支出表 by function that is none of the published kinds. */
const KINDS: ReadonlySet<TableKind> = new Set<TableKind>([
  'dept-income',
  'dept-expenditure',
  'fiscal-expenditure',
  'general-expenditure',
  'gov-fund',
  'state-capital',
  'other',
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
      if (!KINDS.has(table.kind) || isTwoSided(table) || (table.kind === 'other' && !isByFunction(table))) continue;
      yield* tableRollUps('functional-rollup', 'rule.rollup', facts, table);
      if (hasLeavesOnly(facts, table)) yield skip('functional-rollup', 'skip.leaves-only', { sheet: table.sheet }, table.sheet);
    }
  },
};

/** Several accounts, none of which is part of another: 类 and 款 have no rows of their own, and only the total can be added up. */
function hasLeavesOnly(facts: Facts, table: Table): boolean {
  const rows = new Set((indexOf(facts).byLine.get(table)?.get('account') ?? []).map((fact) => fact.row));
  return rows.size > 1 && [...rows].every((row) => !indexOf(facts).children.has(row));
}
