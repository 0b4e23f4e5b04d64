/** 部门收支总表 against 部门支出总表: the total, and each functional 类. */
import type { Rule } from '../model';
import { across, classCodes, currentExpenditure, plus, select } from './select';

/**
 * 收支总表＝支出总表.
 *
 *     收支总表 支出：社会保障和就业支出 6,523.40
 *     支出总表：208 社会保障和就业支出  6,532.40
 *
 * → 两表 208 不一致
 */
export const summaryExpenditure: Rule = {
  meta: {
    id: 'summary-expenditure',
    title: '部门收支总表＝部门支出总表：支出合计及各类',
    basis: '部门收支总表与部门支出总表反映同一口径的全部支出（财预〔2016〕143号）',
    severity: 'error',
  },
  *relations(facts) {
    yield* across('summary-expenditure', facts, ['dept-summary', 'dept-expenditure'], function* (summary, detail) {
      const total = currentExpenditure(facts, summary, { fund: 'all' });
      const stated = plus(select(facts, detail, { line: 'grand-total', nature: 'all' }));
      if (total.length > 0 && stated.length > 0) {
        yield {
          type: 'amount',
          rule: 'summary-expenditure',
          op: '=',
          left: total,
          right: stated,
          message: { id: 'rule.tables-agree', data: { label: total[0]?.fact.label ?? '' } },
        };
      }
      for (const code of classCodes(facts, summary, 'functional')) {
        const account = { scheme: 'functional', code } as const;
        const left = select(facts, summary, { side: 'expenditure', account, fund: 'all' });
        const right = select(facts, detail, { account, nature: 'all' });
        if (left.length === 0 || right.length === 0) continue;
        yield {
          type: 'amount',
          rule: 'summary-expenditure',
          op: '=',
          left: plus(left),
          right: plus(right),
          message: { id: 'rule.tables-agree', data: { label: right[0]?.label ?? code } },
        };
      }
    });
  },
};
