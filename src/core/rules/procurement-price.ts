/** Procurement tables that list what is bought: 数量 × 单价 is the row's amount. */
import type { Quantity, Rule } from '../model';
import { indexOf } from './select';

const RULE = 'procurement-price';

/**
 * 数量×单价.
 *
 *     政府采购预算表
 *     政府采购项目来源 |          | 采购物品名称 | 数量 | 单价 | 政府采购金额 |                  | 预留中小微企业份额
 *     项目名称         | 预算资金 |              |      |      | 合计         | 一般公共预算拨款 |
 *     合计             |          |              |      |      | 52.00        | 52.00            | 52.00
 *     仲裁办案费       | 60.00    | 复印纸       | 25   | 1.00 | 52.00        | 52.00            | 52.00
 *
 * → 错误：52.00 ≠ 25.00
 */
export const procurementPrice: Rule = {
  meta: {
    id: RULE,
    title: '政府采购：合计＝数量×单价',
    basis: '政府采购预算表的列间关系；部门预算应列出政府采购的项目及资金预算（《政府采购法》第三十三条）',
    severity: 'error',
  },
  *relations(facts) {
    const { quantities = [] } = facts;
    const rows = new Map<string, Quantity[]>();
    for (const quantity of quantities) rows.set(quantity.row, [...(rows.get(quantity.row) ?? []), quantity]);
    for (const [row, factors] of rows) {
      const quantity = factors.filter((factor) => factor.of === 'quantity');
      const price = factors.filter((factor) => factor.of === 'price');
      const totals = (indexOf(facts).byRow.get(row) ?? []).filter(
        (fact) => fact.fund === 'all' && fact.nature === 'all' && fact.year === 'current' && fact.part === undefined && !fact.beside,
      );
      const [total] = totals;
      const [count] = quantity;
      const [each] = price;
      if (!total || !count || !each || totals.length > 1 || quantity.length > 1 || price.length > 1) continue;
      yield {
        type: 'product',
        rule: RULE,
        total,
        quantity: count,
        price: each,
        message: { id: 'rule.procurement-price', data: { label: total.label, column: total.columnLabel } },
      };
    }
  },
};
