/** 一般公共预算支出 is what its two detail tables spend together: 基本支出 by economic account and 项目支出 by account or by project. */
import type { AmountRelation, Fact, Facts, Fund, Rule, Table, TableKind } from '../model';
import { otherMoney } from './other-money';
import { plus, select, totalOf } from './select';
import { across, setOf, type TableSet } from './table-sets';

const RULE = 'basic-project';
const PROJECTS: readonly TableKind[] = ['general-project', 'project-list'];

/**
 * 支出合计＝基本支出表＋项目支出表.
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称           | 合计
 *              | 合计               | 91.00
 *     208      | 社会保障和就业支出 | 91.00
 *
 *     一般公共预算基本支出表（部门预算支出经济分类）
 *     科目编码 | 科目名称     | 合计  | 人员经费 | 公用经费
 *              | 合计         | 60.00 | 60.00    |
 *     301      | 工资福利支出 | 60.00 | 60.00    |
 *
 *     一般公共预算项目支出表（部门预算支出经济分类）
 *     科目编码 | 科目名称       | 金额
 *              | 合计           | 13.00
 *     302      | 商品和服务支出 | 13.00
 *
 * → 错误：91.00 ≠ 73.00
 */
export const basicProject: Rule = {
  meta: {
    id: RULE,
    title: '一般公共预算支出合计＝基本支出表合计＋项目支出表合计',
    basis: '部门预算支出包括基本支出和项目支出（《中华人民共和国预算法实施条例》第五条）',
    severity: 'error',
  },
  *relations(facts) {
    yield* across(RULE, facts, ['general-expenditure', 'general-basic'], function* (general, basic) {
      const set = setOf(facts, general);
      for (const kind of PROJECTS) {
        const projects = set?.get(kind);
        if (projects && countsGeneralMoney(facts, set, projects)) yield* sum(facts, general, basic, projects);
      }
    });
  },
};

/** What a list counts in the column that holds its whole amounts: the general budget's money, or all. */
function listed(facts: Facts, projects: Table): readonly Fact[] {
  const of = (fund: Fund): readonly Fact[] => select(facts, projects, { line: 'grand-total', nature: 'project', fund });
  return of('all').length > 0 ? of('all') : of('general');
}

/** A list of projects of all funds is one of the general budget when the department has no other money. */
function countsGeneralMoney(facts: Facts, set: TableSet | undefined, projects: Table): boolean {
  if (listed(facts, projects).some((fact) => fact.fund === 'general')) return true;
  const others = otherMoney(facts, set?.get('dept-summary'), set?.get('fiscal-summary'));
  const otherFunds = (['gov-fund', 'state-capital'] as const).flatMap((kind) => {
    const table = set?.get(kind);
    return table ? totalOf(facts, table, { nature: 'all' }) : [];
  });
  return others?.length === 0 && otherFunds.every((fact) => fact.value === null);
}

function* sum(facts: Facts, general: Table, basic: Table, projects: Table): Iterable<AmountRelation> {
  const whole = totalOf(facts, general, { nature: 'all' });
  const ofBasic = totalOf(facts, basic, { nature: 'basic' });
  const ofProjects = listed(facts, projects);
  const [first] = whole;
  if (!first || ofBasic.length === 0 || ofProjects.length === 0) return;
  yield {
    type: 'amount',
    rule: RULE,
    op: '=',
    left: plus(whole),
    right: plus([...ofBasic, ...ofProjects]),
    message: { id: 'rule.basic-project', data: { label: first.label } },
  };
}
