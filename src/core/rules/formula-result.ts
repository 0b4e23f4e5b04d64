/** A formula's result is what the formula gives: a workbook that was not recalculated keeps old figures. */
import { formatDecimal, isZero, subtract, ZERO } from '../amount';
import { cellLabel } from '../finding-parts';
import type { OldResult } from '../formulas';
import type { CellRelation, Rule } from '../model';
import { skip } from './skip';

const RULE = 'formula-result';

/**
 * 公式结果是最新的.
 *
 *     部门支出总表
 *     科目编码 | 科目名称           | 合计            | 基本支出 | 项目支出
 *              | 合计               | 29.00 =C5+C6    | 25.00    | 5.00
 *     208      | 社会保障和就业支出 | 20.00           | 15.00    | 5.00
 *     221      | 住房保障支出       | 10.00           | 10.00    |
 *
 * → 提示：29.00 ≠ 30.00
 */
export const formulaResult: Rule = {
  meta: {
    id: RULE,
    title: '公式的结果等于其引用的单元格之和（手动计算的工作簿会留下旧值）',
    basis: '表格程序的重新计算（ECMA-376 第 1 部分 18.2.2 calcPr：calcMode）',
    severity: 'info',
  },
  *relations(facts) {
    const uncalculated = new Map<string, number>();
    for (const old of facts.oldResults ?? []) {
      const { sheet } = old.fact.cell;
      // Programs that write formulas without calculating them keep nothing, or 0.
      if (old.fact.value === null || isZero(old.fact.value)) uncalculated.set(sheet, (uncalculated.get(sheet) ?? 0) + 1);
      else yield relationOf(old);
    }
    for (const [sheet, count] of uncalculated) yield skip(RULE, 'skip.not-calculated', { sheet, count: String(count) }, sheet);
  },
};

function relationOf({ fact, formula, gives }: OldResult): CellRelation {
  const { table, cell, value, decimals } = fact;
  const stated = formatDecimal(value ?? ZERO, decimals);
  return {
    type: 'cell',
    rule: RULE,
    class: 'mismatch',
    holds: false,
    left: [{ table, cell, text: stated, label: cellLabel(fact) }],
    right: [],
    stated,
    expected: formatDecimal(gives, decimals),
    difference: formatDecimal(subtract(value ?? ZERO, gives), decimals),
    message: { id: 'rule.formula-result', data: { formula } },
  };
}
