/** Within one side of a summary table, every heading line equals the lines below it. */
import type { Rule } from '../model';
import { rollUps } from './roll-up';

/**
 * 收支总表各侧合计.
 *
 *     收入             | 预算数
 *     本年收入合计     | 101.00
 *     一般公共预算拨款 | 90.00
 *     事业收入         | 10.00
 *
 * → 本年收入合计 101.00 ≠ 各项之和 100.00
 */
export const sideSums: Rule = {
  meta: {
    id: 'side-sums',
    title: '收支总表：总计＝本年合计＋结转，本年合计＝各项之和',
    basis: '部门预算收支总表、财政拨款收支总表表内关系（财预〔2016〕143号 附表格式）',
    severity: 'error',
  },
  *relations(facts) {
    yield* rollUps('side-sums', 'rule.side-sums', facts, ['dept-summary', 'fiscal-summary']);
  },
};
