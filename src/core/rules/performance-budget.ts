/** The budget amount of performance forms: its own parts, the department's total, the list of projects. */
import { append } from '../group';
import { judge } from '../interval';
import type { AmountRelation, Fact, Facts, Rule, Skipped, Table, TableKind } from '../model';
import { counterpart } from './counterpart';
import { budgetOf, formAmounts } from './form-facts';
import { projectKey } from './project-names';
import { select, plus } from './select';
import { tableSets } from './table-sets';
import { skip } from './skip';
import { tie, tieOf } from './ties';

const RULE = 'performance-budget';

/**
 * 绩效目标表预算数.
 *
 *     项目支出明细表
 *     项目名称 | 合计
 *     合计     | 12.00
 *     培训项目 | 12.00
 *
 *     项目绩效目标表
 *     项目名称 | 培训项目 | 业务主管部门 | 某局     |          |
 *     当年预算 | 21.00    |              |          |          |
 *     一级指标 | 指标名称 | 指标权重     | 计量单位 | 指标性质 | 指标值
 *     产出指标 | 培训人次 | 100          | 人次     | ≥       | 500
 *
 * → 错误：12.00 ≠ 21.00
 */
export const performanceBudget: Rule = {
  meta: {
    id: RULE,
    title: '绩效目标表预算数：整体＝部门支出总计，项目＝项目支出明细，总额＝各资金之和',
    basis: '《中共中央 国务院关于全面实施预算绩效管理的意见》；绩效目标与预算同步编报',
    severity: 'error',
  },
  *relations(facts) {
    const tables = facts.tables.filter((table) => (table.forms ?? []).length > 0);
    for (const table of tables) {
      yield* ownParts(table);
      yield* sums(facts, table);
    }
    yield* coverage(facts, tables);
    yield* overall(facts, tables);
    yield* projects(facts, tables);
  },
};

function* ownParts(table: Table): Iterable<AmountRelation> {
  for (const form of table.forms ?? []) {
    const budget = budgetOf(table, form);
    // one part alone is an 其中, not the whole
    if (budget && budget.parts.length >= 2) yield tieOf(RULE, plus([budget.total]), plus(budget.parts), { id: 'rule.performance-parts' });
  }
}

/** A row that sums up the projects below it, and the list of projects that it repeats. */
function* sums(facts: Facts, table: Table): Iterable<AmountRelation> {
  const forms = (table.forms ?? []).filter((form) => form.kind === 'project');
  const [sum, ...others] = forms.filter((form) => form.sum).flatMap((form) => budgetOf(table, form)?.total ?? []);
  if (!sum || others.length > 0) return;
  const projects = forms.filter((form) => !form.sum).flatMap((form) => budgetOf(table, form)?.total ?? []);
  if (projects.length > 1) yield tieOf(RULE, plus([sum]), plus(projects), { label: sum.columnLabel, id: 'rule.performance-sum' });
  const list = facts.tables.find((other) => other.kind === 'project-list');
  const total = list ? select(facts, list, { line: 'grand-total', nature: 'project' }) : [];
  if (total.length === 1) yield tieOf(RULE, plus(total), plus([sum]), { label: sum.columnLabel });
}

/** All forms together against 项目支出: a hint, since a department may publish the forms of some projects only. */
function* coverage(facts: Facts, tables: readonly Table[]): Iterable<AmountRelation> {
  const totals = tables.flatMap((table) =>
    (table.forms ?? []).filter((form) => form.kind === 'project' && !form.sum).flatMap((form) => budgetOf(table, form)?.total ?? []),
  );
  const set = tableSets(facts).sets.find((tablesOf) => tablesOf.has('dept-expenditure') || tablesOf.has('general-expenditure'));
  const stated = (['general', 'all'] as const).flatMap((fund) => {
    const table = counterpart(facts, set, fund, 'project');
    const spent = table ? select(facts, table, { line: 'grand-total', nature: 'project' }) : [];
    return [...tie(RULE, plus(spent), plus(totals), { id: 'rule.performance-coverage' })];
  });
  // whether the forms speak of the treasury's money or of all of it, the figures say
  const best = stated.find((relation) => judge(relation).verdict !== 'mismatch') ?? stated[0];
  if (best) yield { ...best, severity: 'info' };
}

function* overall(facts: Facts, tables: readonly Table[]): Iterable<AmountRelation | Skipped> {
  const forms = tables.flatMap((table) => (table.forms ?? []).flatMap((form) => (form.kind === 'overall' ? [{ table, form }] : [])));
  const [only] = forms;
  if (!only) return;
  if (forms.length > 1) {
    yield skip(RULE, 'skip.several-overall-forms', { count: String(forms.length) }, only.table.sheet);
    return;
  }
  const of = (kind: TableKind): Table | undefined =>
    tableSets(facts)
      .sets.map((set) => set.get(kind))
      .find((table) => table !== undefined && table.phase === only.table.phase);
  const summary = of('dept-summary');
  const budget = budgetOf(only.table, only.form);
  if (!summary || !budget) return;
  const total = select(facts, summary, { side: 'expenditure', line: 'grand-total' });
  yield* tie(RULE, plus([budget.total]), plus(total), { label: budget.total.columnLabel });
  const fiscal = of('fiscal-summary');
  const [share, ...more] = formAmounts(only.table, only.form, 'fiscal');
  if (!fiscal || !share || more.length > 0) return;
  // the treasury's money is that of this year where nothing was carried over, and is then told in either figure
  const current = select(facts, fiscal, { side: 'income', line: 'current-total' }).filter((fact) => fact.value !== null);
  const grand = select(facts, fiscal, { side: 'income', line: 'grand-total' });
  const carried = select(facts, fiscal, { side: 'income', line: 'carry-in' }).some((fact) => fact.value !== null);
  const whole = current.length > 0 ? current : grand;
  if (!carried) yield* tie(RULE, plus([share]), plus(whole), { label: share.columnLabel });
}

function* projects(facts: Facts, tables: readonly Table[]): Iterable<AmountRelation | Skipped> {
  const listed = new Map<string, Fact[]>();
  for (const fact of facts.facts) {
    if (fact.table.kind !== 'project-list' || fact.line !== 'project' || fact.project === null) continue;
    if (fact.nature !== 'project' || fact.year !== 'current' || (fact.fund !== 'all' && fact.fund !== 'general')) continue;
    const key = projectKey(fact.project);
    append(listed, key, fact);
  }
  const forms = new Map<string, Fact[]>();
  for (const table of tables) {
    for (const form of table.forms ?? []) {
      const budget = form.kind === 'project' && !form.sum && form.project ? budgetOf(table, form) : null;
      if (!budget || !form.project) continue;
      const key = projectKey(form.project.text);
      append(forms, key, budget.total);
    }
  }
  let unmatched = 0;
  // two projects of one name cannot be told apart
  for (const [key, [total, ...others]] of forms) {
    const same = listed.get(key) ?? [];
    const [entry] = same;
    if (total && others.length === 0 && entry && same.length === 1) yield tieOf(RULE, plus([entry]), plus([total]));
    else unmatched += 1 + others.length;
  }
  if (unmatched > 0 && listed.size > 0) yield skip(RULE, 'skip.projects-unmatched', { count: String(unmatched) });
}
