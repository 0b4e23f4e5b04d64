/** 部门收支总表 against 财政拨款收支总表: the money that comes from the treasury is the same in both. */
import type { Fund, Rule } from '../model';
import { across, plus, select } from './select';

const FISCAL: readonly Fund[] = ['general', 'gov-fund', 'state-capital'];

/**
 * 收支总表财政拨款＝财政拨款收支总表.
 *
 *     收支总表 收入：一般公共预算财政拨款       6,870.64
 *     财政拨款收支总表 收入：一般公共预算财政拨款 6,807.64
 *
 * → 两表一般公共预算财政拨款不一致
 */
export const summaryFiscal: Rule = {
  meta: {
    id: 'summary-fiscal',
    title: '部门收支总表财政拨款收入＝财政拨款收支总表收入',
    basis: '财政拨款收支总表是部门收支总表中财政拨款部分的展开（财预〔2016〕143号）',
    severity: 'error',
  },
  *relations(facts) {
    yield* across('summary-fiscal', facts, ['dept-summary', 'fiscal-summary'], function* (summary, fiscal) {
      for (const source of FISCAL) {
        const left = select(facts, summary, { side: 'income', line: 'source', source });
        const right = select(facts, fiscal, { side: 'income', line: 'source', source });
        if (left.length === 0 || right.length === 0) continue;
        yield {
          type: 'amount',
          rule: 'summary-fiscal',
          op: '=',
          left: plus(left),
          right: plus(right),
          message: { id: 'rule.tables-agree', data: { label: left[0]?.label ?? '' } },
        };
      }
      const parts = FISCAL.flatMap((source) => select(facts, summary, { side: 'income', line: 'source', source }));
      // a heading without a figure is no statement
      const total = select(facts, fiscal, { side: 'income', line: 'current-total' }).filter((fact) => fact.value !== null);
      if (parts.length > 0 && total.length > 0) {
        yield {
          type: 'amount',
          rule: 'summary-fiscal',
          op: '=',
          left: plus(total),
          right: plus(parts),
          message: { id: 'rule.summary-fiscal-total', data: { label: total[0]?.label ?? '' } },
        };
      }
    });
  },
};
