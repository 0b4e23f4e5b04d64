/** Basic expenditure: the functional table, the departmental and the government economic tables tell one figure. */
import type { Fact, Facts, Rule, Table } from '../model';
import { counterpart, organisationsOf } from './counterpart';
import { otherMoney } from './other-money';
import { economicTies } from './economic-map';
import { plus, select, totalOf } from './select';
import { across, setOf } from './table-sets';
import { tie } from './ties';

const RULE = 'basic-economic';

/**
 * 基本支出＝基本支出表.
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称           | 合计  | 基本支出 | 项目支出
 *              | 合计               | 91.00 | 60.00    | 31.00
 *     208      | 社会保障和就业支出 | 91.00 | 60.00    | 31.00
 *
 *     一般公共预算基本支出表（部门预算支出经济分类）
 *     科目编码 | 科目名称     | 合计  | 人员经费 | 公用经费
 *              | 合计         | 66.00 | 66.00    |
 *     301      | 工资福利支出 | 66.00 | 66.00    |
 *
 * → 错误：60.00 ≠ 66.00
 */
export const basicEconomic: Rule = {
  meta: {
    id: RULE,
    title: '一般公共预算基本支出＝基本支出表（部门经济分类＝政府经济分类）',
    basis: '财预〔2017〕98号（部门预算与政府预算支出经济分类对应关系）；财预〔2016〕143号',
    severity: 'error',
  },
  *relations(facts) {
    for (const kind of ['general-basic', 'general-basic-gov'] as const) {
      yield* across(RULE, facts, ['general-expenditure', kind], function* (_general, basic) {
        const set = setOf(facts, basic);
        const table = counterpart(facts, set, 'general', 'basic');
        if (!table) return;
        const total = totalOf(facts, table, { nature: 'basic' });
        yield* tie(RULE, plus(total), plus(basicTotal(facts, basic)), { label: total[0]?.columnLabel ?? '' });
        for (const organisation of organisationsOf(facts, basic)) {
          const unit = { line: 'organisation', nature: 'basic', organisation } as const;
          yield* tie(RULE, plus(select(facts, table, unit)), plus(select(facts, basic, unit)));
        }
      });
    }
    yield* across(RULE, facts, ['dept-expenditure', 'general-basic'], function* (department, basic) {
      const set = setOf(facts, basic);
      const others = otherMoney(facts, set?.get('dept-summary'), set?.get('fiscal-summary'));
      // with other money the whole is at least what the general budget pays
      const op = others?.length === 0 ? '=' : '>=';
      const total = totalOf(facts, department, { nature: 'basic' });
      yield* tie(RULE, plus(total), plus(basicTotal(facts, basic)), { label: total[0]?.columnLabel ?? '', op });
    });
    yield* across(RULE, facts, ['general-basic', 'general-basic-gov'], (dept, gov) => economicTies(RULE, facts, dept, gov, 'basic'));
  },
};

/** The table's 合计; without one, its 人员经费合计 and 公用经费合计 together. */
function basicTotal(facts: Facts, basic: Table): readonly Fact[] {
  const total = totalOf(facts, basic, { nature: 'basic' });
  if (total.length > 0) return total;
  const parts = (['staff', 'operating'] as const).map((nature) =>
    select(facts, basic, { line: 'purpose', nature }).filter((fact) => fact.parent === null),
  );
  return parts.every((part) => part.length === 1) ? parts.flat() : [];
}
