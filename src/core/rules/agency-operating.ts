/** 机关运行经费 is a part (in an administrative unit the whole) of 公用经费. */
import type { Rule } from '../model';
import { indexOf, plus, totalOf } from './select';
import { across } from './table-sets';

const RULE = 'agency-operating';

/**
 * 机关运行经费不大于公用经费.
 *
 *     “三公”经费和机关运行经费预算表
 *     合计 | 因公出国(境)费 | 公务接待费 | 公务用车购置及运行费 |        |        | 机关运行经费预算数
 *          |                |            | 小计                 | 购置费 | 运行费 |
 *     3.65 |                | 0.65       | 3.00                 |        | 3.00   | 210.39
 *
 *     一般公共预算基本支出表（部门预算支出经济分类）
 *     科目编码 | 科目名称       | 合计   | 人员经费 | 公用经费
 *              | 合计           | 250.39 | 50.00    | 200.39
 *     301      | 工资福利支出   | 50.00  | 50.00    |
 *     302      | 商品和服务支出 | 200.39 |          | 200.39
 *
 * → 提示：210.39 ＞ 200.39
 */
export const agencyOperating: Rule = {
  meta: {
    id: RULE,
    title: '机关运行经费不大于基本支出公用经费',
    basis: '机关运行经费为行政单位（含参公单位）一般公共预算安排的公用经费；应在公开时说明（《中华人民共和国预算法》第十四条）',
    severity: 'info',
  },
  *relations(facts) {
    yield* across(RULE, facts, ['three-public', 'general-basic'], function* (threePublic, basic) {
      const all = (indexOf(facts).byTable.get(threePublic) ?? []).filter(
        (fact) => fact.item === 'agency-operating' && fact.year === 'current' && !fact.duplicateTotal,
      );
      const totals = all.filter((fact) => fact.line !== 'organisation');
      const left = totals.length > 0 ? totals : all;
      const right = totalOf(facts, basic, { nature: 'operating' });
      if (left.length === 0 || right.length === 0) return;
      yield {
        type: 'amount',
        rule: RULE,
        op: '<=',
        left: plus(left),
        right: plus(right),
        message: { id: 'rule.agency-operating', data: { label: left[0]?.columnLabel ?? '' } },
      };
    });
  },
};
