/** Procurement tables: what is bought for a project stays within its budget, and what is set aside of it within what is bought. */
import { append, groupBy } from '../group';
import type { AmountRelation, Fact, Facts, Rule, Table } from '../model';
import { budgetOf } from './form-facts';
import { projectKey } from './project-names';
import { indexOf, plus } from './select';

const RULE = 'procurement-limits';
/** Headings of the money that a project has in all, and of a share of what is bought. */
const BUDGET = /预算资金|项目预算|预算金额|资金总额/;
const SHARE = /预留|其中|中小微?企业/;

/**
 * 政府采购与项目预算.
 *
 *     政府采购预算表
 *     政府采购项目来源 |          | 采购物品名称 | 数量 | 单价  | 政府采购金额 |                  | 预留中小微企业份额
 *     项目名称         | 预算资金 |              |      |       | 合计         | 一般公共预算拨款 |
 *     合计             |          |              |      |       | 16.50        | 16.50            | 16.50
 *     网络维护费       | 15.00    | 复印纸       | 1    | 16.50 | 16.50        | 16.50            | 16.50
 *
 * → 警告：16.50 ＞ 15.00
 */
export const procurementLimits: Rule = {
  meta: {
    id: RULE,
    title: '政府采购：采购金额不大于项目预算资金，预留份额不大于采购金额，预算资金＝项目绩效目标表预算数',
    basis: '《政府采购促进中小企业发展管理办法》（财库〔2020〕46号）；采购预算从项目预算中安排',
    severity: 'warning',
  },
  *relations(facts) {
    const forms = formBudgets(facts);
    for (const table of indexOf(facts).tables.get('procurement') ?? []) {
      const all = indexOf(facts).byTable.get(table) ?? [];
      const isTold = (fact: Fact): boolean => fact.value !== null || isToldZero(fact, all.filter(isBudget));
      for (const row of groupBy(all, (fact) => fact.row).values()) yield* ofRow(row, forms, isTold);
    }
  },
};

function isHeaded(fact: Fact, heading: RegExp): boolean {
  return fact.beside === true && heading.test(fact.part?.[fact.part.length - 1] ?? '');
}

const isBudget = (fact: Fact): boolean => isHeaded(fact, BUDGET);

/** 0 in figures, in a table that tells budgets, and this project's in no other row: several purchases of one project may tell it once. */
function isToldZero(fact: Fact, budgets: readonly Fact[]): boolean {
  if (!isBudget(fact) || !/\d/.test(fact.printed) || budgets.every(({ value }) => value === null)) return false;
  const project = projectKey(fact.project ?? '');
  return budgets.every((other) => other === fact || projectKey(other.project ?? '') !== project);
}

function* ofRow(
  row: readonly Fact[],
  forms: ReadonlyMap<string, readonly Fact[]>,
  isTold: (fact: Fact) => boolean,
): Iterable<AmountRelation> {
  const headed = (heading: RegExp): readonly Fact[] => row.filter((fact) => isHeaded(fact, heading) && isTold(fact));
  const totals = row.filter((fact) => fact.fund === 'all' && fact.nature === 'all' && fact.year === 'current' && !fact.beside);
  const [total] = totals;
  const [budget, ...more] = headed(BUDGET);
  if (total && totals.length === 1) {
    if (budget && more.length === 0) yield relation('<=', total, budget, 'rule.procurement-budget');
    for (const share of headed(SHARE)) yield relation('<=', share, total, 'rule.procurement-share');
  }
  const planned = forms.get(projectKey(budget?.project ?? '')) ?? [];
  const [only, ...others] = planned;
  if (budget && only && others.length === 0) yield relation('=', budget, only, 'rule.tables-agree');
}

function relation(op: AmountRelation['op'], left: Fact, right: Fact, id: string): AmountRelation {
  return { type: 'amount', rule: RULE, op, left: plus([left]), right: plus([right]), message: { id, data: { label: left.label } } };
}

/** Project → the budget amounts that forms of this name state; two projects of one name cannot be told apart. */
function formBudgets(facts: Facts): ReadonlyMap<string, readonly Fact[]> {
  const budgets = new Map<string, Fact[]>();
  const put = (table: Table): void => {
    for (const form of table.forms ?? []) {
      const budget = form.kind === 'project' && !form.sum && form.project ? budgetOf(table, form) : null;
      if (!budget || !form.project) continue;
      const key = projectKey(form.project.text);
      append(budgets, key, budget.total);
    }
  };
  facts.tables.forEach(put);
  return budgets;
}
