/** The overall form (整体绩效) lists what each project may cost: that is the project's amount in the list of projects. */
import { judge } from '../interval';
import type { Fact, Rule } from '../model';
import { moneyOf } from './performance-cost';
import { listedProjects, matchProjects, projectGist, similarity } from './project-names';
import { plus } from './select';
import { tieOf } from './ties';

const RULE = 'performance-cost-projects';

/**
 * 整体绩效成本指标＝项目金额.
 *
 *     项目支出明细表
 *     项目名称               | 合计
 *     合计                   | 12.00
 *     2024年社保政策宣传项目 | 12.00
 *
 *     部门整体支出绩效目标表
 *     部门名称       | 某局             |          |          |          |
 *     部门支出预算数 | 12.00            |          |          |          |
 *     一级指标       | 指标名称         | 指标权重 | 计量单位 | 指标性质 | 指标值
 *     成本指标       | 社保政策宣传项目 | 100      | 万元     | ≤       | 21
 *
 * → 警告：21.00 ≠ 12.00
 */
export const performanceCostProjects: Rule = {
  meta: {
    id: RULE,
    title: '整体绩效目标表的项目成本指标＝项目支出明细表该项目金额',
    basis: '《项目支出绩效评价管理办法》（财预〔2020〕10号）；成本指标应与预算数相匹配',
    severity: 'warning',
  },
  *relations(facts) {
    const listed = listedProjects(facts);
    for (const table of facts.tables) {
      for (const form of table.forms ?? []) {
        if (form.kind !== 'overall') continue;
        const costs = form.indicators
          .filter((indicator) => indicator.levels.some((level) => level?.includes('成本') === true))
          .flatMap((indicator) => moneyOf(table, form, indicator) ?? []);
        const alike = (cost: Fact, project: string): number => similarity(projectGist(cost.label), projectGist(project));
        const agrees = (cost: Fact, project: Fact): boolean => judge(tieOf(RULE, plus([cost]), plus([project]))).verdict !== 'mismatch';
        for (const { item, project } of matchProjects(costs, listed, alike, agrees)) yield tieOf(RULE, plus([item]), plus([project]));
      }
    }
  },
};
