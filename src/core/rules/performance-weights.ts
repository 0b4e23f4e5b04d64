/** The weights of a form's indicators come to 100, or to 90 with 10 kept for the execution of the budget. */
import { add, compare, formatDecimal, subtract, ZERO, type Decimal } from '../amount';
import type { PerformanceForm } from '../forms';
import type { CellRelation, Rule, StatedCell, Table } from '../model';
import { skip } from './skip';

const RULE = 'performance-weights';
const FULL: Decimal = { units: 100n, scale: 0 };
const WITHOUT_EXECUTION: Decimal = { units: 90n, scale: 0 };

/**
 * 指标权重合计.
 *
 *     项目绩效目标表
 *     项目名称   | 培训项目 | 业务主管部门 | 某局     |          |
 *     当年预算   | 4.00     |              |          |          |
 *     一级指标   | 指标名称 | 指标权重     | 计量单位 | 指标性质 | 指标值
 *     产出指标   | 培训人次 | 40           | 人次     | ≥       | 500
 *     产出指标   | 合格率   | 30           | %        | ≥       | 95
 *     满意度指标 | 满意度   | 10           | %        | ≥       | 95
 *
 * → 提示：80 ≠ 100
 */
export const performanceWeights: Rule = {
  meta: {
    id: RULE,
    title: '绩效指标权重合计为 100，或为 90（另 10 分为预算执行率）',
    basis: '《项目支出绩效评价管理办法》（财预〔2020〕10号）：满分 100 分，预算执行率 10 分',
    severity: 'info',
  },
  *relations(facts) {
    for (const table of facts.tables) {
      const unstated: string[] = [];
      for (const form of table.forms ?? []) {
        const made = form.sum ? null : ofForm(table, form);
        if (made === 'unstated') unstated.push(labelOf(table, form));
        else if (made) yield made;
      }
      if (unstated.length > 0)
        yield skip(RULE, 'skip.weight-missing', { count: String(unstated.length), labels: named(unstated) }, table.sheet);
    }
  },
};

const MOST_NAMED = 3;

function named(labels: readonly string[]): string {
  return (
    labels
      .slice(0, MOST_NAMED)
      .map((label) => `「${label}」`)
      .join('') + (labels.length > MOST_NAMED ? '…' : '')
  );
}

function labelOf(table: Table, form: PerformanceForm): string {
  return form.project?.text ?? form.department?.text ?? table.title;
}

/** `unstated` when indicators without a weight may be what the sum lacks; `null` where there are no weights. */
function ofForm(table: Table, form: PerformanceForm): CellRelation | 'unstated' | null {
  const weighed = form.indicators.filter((indicator) => indicator.weight !== null);
  if (weighed.length < 2) return null;
  const own = weighed.reduce((sum, { weight }) => add(sum, weight ?? ZERO), ZERO);
  const total = add(own, form.executionWeight ?? ZERO);
  const holds = compare(total, FULL) === 0 || (form.executionWeight === null && compare(total, WITHOUT_EXECUTION) === 0);
  if (!holds && weighed.length < form.indicators.length) return 'unstated';
  const cells = weighed.flatMap(({ weight, weightCell, name }): readonly StatedCell[] =>
    weight && weightCell ? [{ table, cell: weightCell, text: formatDecimal(weight), label: name.text }] : [],
  );
  return {
    type: 'cell',
    rule: RULE,
    class: 'mismatch',
    holds,
    left: cells,
    right: [],
    stated: formatDecimal(total),
    expected: formatDecimal(FULL),
    difference: formatDecimal(subtract(total, FULL)),
    message: { id: 'rule.performance-weights', data: { label: labelOf(table, form) } },
  };
}
