/** 23元 where the table has 23万元: the number is right, its unit is not. */
import type { Rule } from '../model';
import { meaningIn, said, slippedUnit, stated, statementsOf, yearMeant } from '../narrative/claims';
import { byDepartment } from '../narrative/departments';

const RULE = 'narrative-unit';

/**
 * 说明中的计量单位.
 *
 *     “三公”经费预算表
 *     合计  | 因公出国(境)费 | 公务接待费 | 公务用车购置及运行费 |        |
 *           |                |            | 小计                 | 购置费 | 运行费
 *     23.00 |                | 12.00      | 11.00                |        | 11.00
 *
 *     2024年部门预算情况说明
 *     “三公”经费情况
 *     2024年“三公”经费预算23元。
 *
 * → 错误：23 ≠ 23.00
 */
export const narrativeUnit: Rule = {
  meta: {
    id: RULE,
    title: '预算说明中金额的单位与表格一致（元与万元不混）',
    basis: '数字与表中相同而单位不同，是单位写错',
    severity: 'error',
  },
  relations: (all) =>
    byDepartment(all, function* (facts, set) {
      for (const statement of statementsOf(facts, 'level')) {
        const { subject, figure } = statement;
        const year = yearMeant(statement, set);
        if (!subject || !year) continue;
        const fact = slippedUnit(figure, meaningIn(facts, set, statement, subject, year).readings);
        if (!fact) continue;
        const data = { unit: fact.unit };
        yield {
          type: 'narrative',
          rule: RULE,
          op: '=',
          left: [said(figure)],
          right: stated([fact]),
          message: { id: 'rule.narrative-unit', data },
        };
      }
    }),
};
