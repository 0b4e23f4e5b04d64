/** 部门收支总表 against 部门支出总表: the total, and each functional 类. */
import type { Rule, Term } from '../model';
import { classCodes, currentExpenditure, figuresOf, minus, plus, select, totalOf } from './select';
import { across } from './table-sets';
import { tie } from './ties';

const RULE = 'summary-expenditure';

/**
 * 收支总表＝支出总表.
 *
 *     部门收支总表
 *     收入                 | 预算数 | 支出               | 预算数
 *     一般公共预算拨款收入 | 90.00  | 社会保障和就业支出 | 100.00
 *     事业收入             | 10.00  |                    |
 *     收入总计             | 100.00 | 支出总计           | 100.00
 *
 *     部门支出总表
 *     科目编码 | 科目名称           | 合计   | 基本支出 | 项目支出
 *              | 合计               | 110.00 | 60.00    | 50.00
 *     208      | 社会保障和就业支出 | 110.00 | 60.00    | 50.00
 *
 * → 错误：100.00 ≠ 110.00
 */
export const summaryExpenditure: Rule = {
  meta: {
    id: RULE,
    title: '部门收支总表＝部门支出总表：支出合计及各类',
    basis: '部门收支总表与部门支出总表反映同一口径的全部支出（财预〔2016〕143号）',
    severity: 'error',
  },
  *relations(facts) {
    yield* across(RULE, facts, ['dept-summary', 'dept-expenditure'], function* (summary, detail) {
      const current = plus(select(facts, detail, { line: 'current-total', nature: 'all' }));
      const grand = plus(select(facts, detail, { line: 'grand-total', nature: 'all' }));
      const kept = minus(select(facts, detail, { line: 'carry-out', nature: 'all' }));
      const own = currentExpenditure(facts, summary, { fund: 'all' });
      const ofYear = current.length > 0 && own.some(({ fact }) => fact.line === 'current-total');
      if (ofYear) yield* tie(RULE, own, current);
      const stated = grand.length > 0 ? [...grand, ...kept] : [...current, ...plus(totalOf(facts, detail, { nature: 'all' }))];
      const carryOut = minus(select(facts, summary, { side: 'expenditure', line: 'carry-out' }));
      const totals = [
        ...(ofYear ? [] : [own]),
        [...plus(select(facts, summary, { side: 'expenditure', line: 'grand-total' })), ...carryOut],
        [...plus(select(facts, summary, { side: 'income', line: 'grand-total' })), ...carryOut],
      ];
      for (const total of distinct(totals)) yield* tie(RULE, total, stated);
      for (const code of classCodes(facts, summary, 'functional')) {
        const account = { scheme: 'functional', code } as const;
        const left = select(facts, summary, { side: 'expenditure', account, fund: 'all' });
        yield* tie(RULE, plus(left), plus(figuresOf(facts, detail, account, { nature: 'all' })));
      }
    });
  },
};

/** Totals that state something, each of its own cells once. */
function distinct(totals: readonly (readonly Term[])[]): (readonly Term[])[] {
  const seen = new Set<string>();
  return totals.filter((terms) => {
    const key = terms.map(({ fact, sign }) => `${sign}${fact.row}${fact.cell.column}`).join();
    const known = seen.has(key) || !terms.some(({ sign }) => sign === 1);
    seen.add(key);
    return !known;
  });
}
