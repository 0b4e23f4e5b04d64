/** Procurement tables: what is bought for a project stays within its budget, and what is set aside of it within what is bought. */
import { append } from '../group';
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
      const rows = new Set((indexOf(facts).byTable.get(table) ?? []).map((fact) => fact.row));
      for (const row of rows) yield* ofRow(indexOf(facts).byRow.get(row) ?? [], forms);
    }
  },
};

function* ofRow(row: readonly Fact[], forms: ReadonlyMap<string, readonly Fact[]>): Iterable<AmountRelation> {
  const headed = (heading: RegExp): readonly Fact[] =>
    row.filter((fact) => fact.beside && fact.value !== null && heading.test(fact.part?.[fact.part.length - 1] ?? ''));
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
