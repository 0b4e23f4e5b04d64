/** One thing, two values in the text, and no table figure to say which. */
import { compare } from '../amount';
import type { Rule } from '../model';
import { lastYearOf, meaningIn, said, statementsOf, yearMeant } from '../narrative/claims';
import { isOfDepartment } from '../narrative/resolve';
import type { Statement } from '../narrative/statements';
import { byDepartment } from '../narrative/departments';

const RULE = 'narrative-two-values';

/**
 * 同一事项两处数值.
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称           | 合计    | 基本支出 | 项目支出
 *              | 合计               | 6870.64 | 1449.13  | 5421.51
 *     208      | 社会保障和就业支出 | 6870.64 | 1449.13  | 5421.51
 *
 *     2024年部门预算情况说明
 *     2024年支出预算6870.64万元，比2023年增加453.78万元。
 *     支出情况
 *     支出预算6870.64万元，较2023年增加435.78万元。
 *
 * → 提示：435.78 ≠ 453.78
 */
export const narrativeTwoValues: Rule = {
  meta: {
    id: RULE,
    title: '预算说明前后文对同一事项的数值一致（表中无该数时）',
    basis: '审核常见问题：前后文数字矛盾',
    severity: 'info',
  },
  relations: (all) =>
    byDepartment(all, function* (facts, set) {
      const first = new Map<string, Statement>();
      for (const statement of (['level', 'change'] as const).flatMap((kind) => statementsOf(facts, kind))) {
        const { subject, figure, kind, section } = statement;
        if (!subject || statement.approximate || statement.unchanged || figure.unit === null) continue;
        const year = yearMeant(statement, set);
        if (!year || year === 'planned' || !isOfDepartment(subject, { facts, set })) continue;
        const { readings } = meaningIn(facts, set, statement, subject, year);
        // What a table states is checked against the table.
        const checked = kind === 'level' ? readings.length > 0 : readings.some(([fact]) => fact && lastYearOf(facts, fact));
        if (checked || (kind === 'level' && subject.topic !== 'budget')) continue;
        const { topic, side, nature, item, name, path, carried } = subject;
        const money = subject.fund ?? section.fund;
        const key = JSON.stringify([kind, year, topic, side, money, nature, item, name, path, carried, basisOf(statement)]);
        const earlier = first.get(key);
        if (!earlier) first.set(key, statement);
        else if (
          earlier.figure.unit === figure.unit &&
          (earlier.sign !== statement.sign || compare(earlier.figure.value, figure.value) !== 0)
        )
          yield {
            type: 'narrative',
            rule: RULE,
            op: '=',
            left: [said(figure, statement.sign)],
            right: [said(earlier.figure, earlier.sign)],
            message: { id: 'rule.narrative-two-values', data: {} },
          };
      }
    }),
};

const BASIS = /(?:比|较|与|同)[^,，]*?(预算|决算|执行|完成|调整|实际|同口径|可比)/;

/** 比预算数减少5万元，比2023年决算数减少2万元: changes on two things. */
function basisOf({ kind, figure, since }: Statement): string {
  return kind === 'change' ? (BASIS.exec(since?.figure.text ?? figure.text)?.[1] ?? '') : '';
}
