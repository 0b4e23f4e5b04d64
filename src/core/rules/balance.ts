/** Income and expenditure totals of one summary table agree. */
import type { Rule, TableKind } from '../model';
import { across, plus, select } from './select';

const SUMMARIES: readonly { readonly kind: TableKind; readonly fund: 'all' | 'fiscal' }[] = [
  { kind: 'dept-summary', fund: 'all' },
  { kind: 'fiscal-summary', fund: 'fiscal' },
];

/**
 * 收支平衡.
 *
 *     收入      | 预算数 | 支出      | 预算数
 *     收入总计  | 100.00 | 支出总计  | 101.00
 *
 * → 收入总计 100.00 ≠ 支出总计 101.00
 */
export const balance: Rule = {
  meta: {
    id: 'balance',
    title: '收支平衡：收入总计＝支出总计',
    basis: '《中华人民共和国预算法》第十二条（收支平衡）；财预〔2016〕143号 收支总表格式',
    severity: 'error',
  },
  *relations(facts) {
    for (const { kind, fund } of SUMMARIES) {
      yield* across('balance', facts, [kind], function* (table) {
        const income = select(facts, table, { side: 'income', line: 'grand-total', fund });
        const expenditure = select(facts, table, { side: 'expenditure', line: 'grand-total', fund });
        for (const [at, total] of income.entries()) {
          const other = expenditure[Math.min(at, expenditure.length - 1)];
          if (!other) continue;
          yield {
            type: 'amount',
            rule: 'balance',
            op: '=',
            left: plus([total]),
            right: plus([other]),
            message: { id: 'rule.balance', data: { leftLabel: total.label, rightLabel: other.label } },
          };
        }
      });
    }
  },
};
