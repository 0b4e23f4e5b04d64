/** 部门收支总表 against 部门收入总表: the total, and each source. */
import { BETWEEN_FUNDS, FISCAL_FUNDS, OWN_FUNDS } from '../funds';
import type { AmountRelation, Fact, Facts, Fund, Rule, Table, Term } from '../model';
import { indexOf, plus, select, totalOf } from './select';
import { across } from './table-sets';
import { tie } from './ties';

const RULE = 'summary-income';
const SOURCES: readonly Fund[] = [...FISCAL_FUNDS, ...BETWEEN_FUNDS, ...OWN_FUNDS, 'own'];

/**
 * 收支总表＝收入总表.
 *
 *     部门收支总表
 *     收入                 | 预算数 | 支出               | 预算数
 *     一般公共预算拨款收入 | 90.00  | 社会保障和就业支出 | 100.00
 *     事业收入             | 10.00  |                    |
 *     收入总计             | 100.00 | 支出总计           | 100.00
 *
 *     部门收入总表
 *     科目编码 | 科目名称           | 合计   | 一般公共预算拨款收入 | 事业收入
 *              | 合计               | 102.00 | 90.00                | 12.00
 *     208      | 社会保障和就业支出 | 102.00 | 90.00                | 12.00
 *
 * → 错误：10.00 ≠ 12.00
 */
export const summaryIncome: Rule = {
  meta: {
    id: RULE,
    title: '部门收支总表＝部门收入总表：收入合计及各来源',
    basis: '部门收支总表与部门收入总表反映同一口径的全部收入（财预〔2016〕143号）',
    severity: 'error',
  },
  *relations(facts) {
    yield* across(RULE, facts, ['dept-summary', 'dept-income'], function* (summary, income) {
      const detail = totalOf(facts, income, {});
      const total = incomeTotal(facts, summary, income);
      yield* tie(RULE, total, plus(detail));
      for (const source of SOURCES) {
        const left = select(facts, summary, { side: 'income', line: 'source', source });
        yield* tie(RULE, plus(left), plus(ofSource(facts, income, source)));
      }
      const sides = { side: 'income' } as const;
      yield* ties(select(facts, summary, { ...sides, line: 'current-total' }), totalOf(facts, income, { fund: 'current' }));
      yield* ties(select(facts, summary, { ...sides, line: 'carry-in' }), totalOf(facts, income, { fund: 'carry-in' }));
      const fiscal = ofSource(facts, income, 'fiscal');
      const parts = FISCAL_FUNDS.flatMap((source) => select(facts, summary, { side: 'income', line: 'source', source }));
      yield* tie(RULE, plus(parts), plus(fiscal), { label: fiscal[0]?.columnLabel ?? '' });
    });
  },
};

/** A line of the summary that states nothing is none. */
function* ties(left: readonly Fact[], right: readonly Fact[]): Iterable<AmountRelation> {
  if (left.some((fact) => fact.value !== null)) yield* tie(RULE, plus(left), plus(right));
}

/** One source's whole money: its column in the 合计 row, or its row where the sources stand in rows. */
function ofSource(facts: Facts, income: Table, source: Fund): readonly Fact[] {
  const column = totalOf(facts, income, { fund: source });
  return column.length > 0 ? column : select(facts, income, { line: 'source', source });
}

/** With what was carried over when the income table counts it too, without it otherwise. */
function incomeTotal(facts: Facts, summary: Table, income: Table): Term[] {
  const grand = select(facts, summary, { side: 'income', line: 'grand-total' });
  const current = select(facts, summary, { side: 'income', line: 'current-total' });
  const carried = ['carry-in', 'balance-use'].some((line) =>
    select(facts, summary, { side: 'income', line: line as 'carry-in' | 'balance-use' }).some((fact) => fact.value !== null),
  );
  const counted = (indexOf(facts).byTable.get(income) ?? []).some((fact) =>
    [fact.fund, fact.line].some((name) => name === 'carry-in' || name === 'balance-use'),
  );
  return plus(carried && !counted && current.some((fact) => fact.value !== null) ? current : grand);
}
