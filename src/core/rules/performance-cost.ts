/** Cost indicators of a performance form against its budget amount. */
import type { PerformanceForm, Indicator } from '../forms';
import { UNIT_POWER, type AmountRelation, type Fact, type Rule, type Table, type Unit } from '../model';
import { UNIT_WORDS } from '../units';
import { budgetOf, formFact } from './form-facts';
import { plus } from './select';
import { skip } from './skip';

const RULE = 'performance-cost';
/** An indicator of the whole cost, by its name. */
const WHOLE = /总额|总成本|总费用|控制数|预算数/;
/** 30000 元/年 of a year's budget is 30000 元. */
const PER_YEAR = new RegExp(`^(${UNIT_WORDS})/年$`);

/**
 * 成本指标与预算数.
 *
 *     项目绩效目标表
 *     项目名称 | 仲裁项目           | 业务主管部门 | 某局     |          |
 *     当年预算 | 4.00               |              |          |          |
 *     一级指标 | 指标名称           | 指标权重     | 计量单位 | 指标性质 | 指标值
 *     成本指标 | 仲裁项目预算控制数 | 100          | 万元     | ≤       | 7
 *
 * → 警告：4.00 ≠ 7.00
 */
export const performanceCost: Rule = {
  meta: {
    id: RULE,
    title: '绩效目标表成本指标＝预算数（总额、总成本、控制数）；分项成本之和不大于预算数',
    basis: '《项目支出绩效评价管理办法》（财预〔2020〕10号）；成本指标应与预算数相匹配',
    severity: 'warning',
  },
  *relations(facts) {
    for (const table of facts.tables) {
      let unclear = 0;
      for (const form of table.forms ?? []) {
        const made = [...costs(table, form)];
        if (made.length === 0 && hasCosts(form)) unclear += 1;
        yield* made;
      }
      if (unclear > 0) yield skip(RULE, 'skip.costs-unclear', { count: String(unclear) }, table.sheet);
    }
  },
};

function costsOf(form: PerformanceForm): readonly Indicator[] {
  return form.indicators.filter((indicator) => indicator.levels.some((level) => level?.includes('成本') === true));
}

function hasCosts(form: PerformanceForm): boolean {
  return form.kind === 'project' && !form.sum && costsOf(form).some(({ number }) => number !== null);
}

function* costs(table: Table, form: PerformanceForm): Iterable<AmountRelation> {
  const budget = form.sum ? null : budgetOf(table, form);
  if (!budget || budget.total.value === null) return;
  const indicators = costsOf(form);
  const whole = indicators.filter((indicator) => WHOLE.test(indicator.name.text));
  const data = { label: budget.total.label };
  const [only, ...more] = whole;
  if (only && more.length === 0) {
    const stated = moneyOf(table, form, only);
    if (stated) yield relation(budget.total, '=', [stated], 'rule.performance-whole-cost', data);
    // a figure without a unit is taken to be in that of the budget amount: worth a look when it is another one
    const bare = only.unit === null ? moneyOf(table, form, { ...only, unit: budget.total.unit }) : null;
    if (bare) yield { ...relation(budget.total, '=', [bare], 'rule.performance-whole-cost', data), severity: 'info' };
    return;
  }
  // prices (元/人) are no parts, and neither is a list of which some entry is no amount
  const parts = indicators.map((indicator) => moneyOf(table, form, indicator));
  if (form.kind === 'project' && parts.length > 0 && parts.every((part): part is Fact => part !== null)) {
    yield relation(budget.total, '>=', parts, 'rule.performance-costs', data);
  }
}

function relation(
  total: Fact,
  op: AmountRelation['op'],
  parts: readonly Fact[],
  id: string,
  data: Readonly<Record<string, string>>,
): AmountRelation {
  return { type: 'amount', rule: RULE, op, left: plus([total]), right: plus(parts), message: { id, data } };
}

/** What an indicator says in money; `null` for counts, rates and prices (元/人). */
export function moneyOf(table: Table, form: PerformanceForm, indicator: Indicator): Fact | null {
  const unit = PER_YEAR.exec(indicator.unit ?? '')?.[1] ?? indicator.unit;
  if (indicator.number === null || indicator.value === null || !isUnit(unit)) return null;
  return formFact(table, form, {
    cell: indicator.value.cell,
    value: indicator.number,
    printed: indicator.value.text,
    unit,
    label: indicator.name.text,
    columnLabel: '',
  });
}

function isUnit(unit: string | null): unit is Unit {
  return unit !== null && unit in UNIT_POWER;
}
