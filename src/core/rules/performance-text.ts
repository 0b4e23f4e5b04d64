/** 年度目标: 2024年预计使用财政资金7万元 … what the text of a form says its project costs, against the form's budget amount. */
import { append } from '../group';
import type { NarrativeRelation, Rule } from '../model';
import { choose, preciseAs, said, stated } from '../narrative/claims';
import { formFiguresOf, type FormFigure } from '../narrative/form-text';
import { budgetOf } from './form-facts';

const RULE = 'performance-text';
/** The whole clause before the amount, or nothing is claimed: 安排培训资金 may be a part. */
const COSTS =
  /^(?:\d{1,2}[.)])?(?:该|本)?(?:项目)?为?(?:(\d{4})年度?|当年|本年度?|全年|年度)?(?:项目)?(?:预计|计划|拟|共计?|总共)*(?:使用|安排|投入|申请|申报|需要?|用|预算)(?:财政|预算|项目)*(?:资金|经费|预算)?(?:数|额|金额|总额|共计|合计|为)*$/;

/**
 * 绩效目标文字中的金额.
 *
 *     2024年项目绩效目标表
 *     项目名称     | 仲裁项目                                            | 业务主管部门 | 某局     |          |
 *     当年预算     | 4.00                                                |              |          |          |
 *     当年绩效目标 | 2024年预计使用财政资金7万元，用于推动企业合法用工。 |              |          |          |
 *     一级指标     | 指标名称                                            | 指标权重     | 计量单位 | 指标性质 | 指标值
 *     产出指标     | 受理案件                                            | 100          | 件       | ≥       | 300
 *
 * → 警告：7 ≠ 4.00
 */
export const performanceText: Rule = {
  meta: {
    id: RULE,
    title: '项目绩效目标表概况、依据、年度目标所写的资金额＝预算数',
    basis: '绩效目标应与预算数相匹配；投资、贷款、单价和分项金额不作比较',
    severity: 'warning',
  },
  *relations(facts) {
    const byForm = new Map<FormFigure['passage'], FormFigure[]>();
    for (const one of formFiguresOf(facts)) {
      const { form, table } = one.passage;
      const year = COSTS.exec(one.clause)?.[1];
      if (form?.kind !== 'project' || form.sum || one.kind !== 'amount' || !COSTS.test(one.clause)) continue;
      if (year !== undefined && table.year !== null && Number(year) !== table.year) continue;
      append(byForm, one.passage, one);
    }
    for (const [{ table, form }, figures] of byForm) {
      const budget = form ? budgetOf(table, form) : null;
      if (!budget || budget.total.value === null) continue;
      for (const { figure, approximate } of figures) {
        // 使用财政资金: the whole, or what the treasury gives of it.
        const choice = choose(
          [budget.total, ...budget.parts].map((fact): NarrativeRelation => ({
            type: 'narrative',
            rule: RULE,
            op: '=',
            left: [said(preciseAs(figure, fact))],
            right: stated([fact]),
            message: { id: 'rule.performance-text', data: { label: budget.total.label } },
          })),
        );
        if (choice && (choice.holds || (figures.length === 1 && !approximate))) yield choice.relation;
      }
    }
  },
};
