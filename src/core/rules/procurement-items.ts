/** Government procurement: the total equals goods, works and services, in every column of money. */
import type { Rule } from '../model';
import { rollUps } from './roll-up';

/**
 * 政府采购合计.
 *
 *     政府采购预算表
 *     项目 | 合计  | 一般公共预算拨款收入 | 事业收入
 *     合计 | 10.00 | 10.00                |
 *     货物 | 4.00  | 4.00                 |
 *     工程 |       |                      |
 *     服务 | 5.00  | 5.00                 |
 *
 * → 错误：10.00 ≠ 9.00
 */
export const procurementItems: Rule = {
  meta: {
    id: 'procurement-items',
    title: '政府采购：合计＝货物＋工程＋服务',
    basis: '《中华人民共和国政府采购法》第二条（货物、工程、服务）',
    severity: 'error',
  },
  *relations(facts) {
    yield* rollUps(
      'procurement-items',
      'rule.procurement-items',
      facts,
      ['procurement'],
      (total) => total.line === 'grand-total' || total.line === 'organisation',
    );
  },
};
