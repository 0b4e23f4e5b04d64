/** Procurement tables that list what is bought: 数量 × 单价 is the row's amount. */
import { append } from '../group';
import { productHolds } from '../judge-cells';
import type { Fact, Facts, ProductRelation, Quantity, Rule, Table, Unit } from '../model';
import { compact } from '../recognise/text';
import { unitInBrackets } from '../units';
import { indexOf } from './select';
import { skip } from './skip';

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
    for (const table of indexOf(facts).tables.get('procurement') ?? []) {
      const rows = rowsOf(facts, table);
      const [first] = rows;
      if (!first) continue;
      const units = [unitInBrackets(compact(first.price.columnLabel)) ?? first.total.unit, '元'] as const;
      const made = units.map((unit) => rows.map((row) => relationOf(row, unit)));
      const [stated = [], inYuan = []] = made;
      // prices in 元 beside amounts in 万元, where no heading says so: most rows tell
      const best = holding(inYuan) > holding(stated) ? inYuan : stated;
      if (rows.length >= SEVERAL && holding(best) * 2 < rows.length) yield skip(RULE, 'skip.price-unclear', {}, table.sheet);
      else yield* best;
    }
  },
};

/** From so many rows on, of which most do not hold, the columns mean something else. */
const SEVERAL = 3;

interface Row {
  readonly total: Fact;
  readonly quantity: Quantity;
  readonly price: Quantity;
}

/** The rows that state a quantity, a price and an amount, each once. */
function rowsOf(facts: Facts, table: Table): readonly Row[] {
  const factors = new Map<string, Quantity[]>();
  for (const factor of facts.quantities ?? []) {
    if (factor.table !== table || factor.value === null) continue;
    append(factors, factor.row, factor);
  }
  return [...factors].flatMap(([row, own]): readonly Row[] => {
    const quantities = own.filter((factor) => factor.of === 'quantity');
    const prices = own.filter((factor) => factor.of === 'price');
    const totals = (indexOf(facts).byRow.get(row) ?? []).filter(
      ({ fund, nature, year, part, beside, value }) =>
        fund === 'all' && nature === 'all' && year === 'current' && part === undefined && !beside && value !== null,
    );
    const [total] = totals;
    const [quantity] = quantities;
    const [price] = prices;
    const once = [totals, quantities, prices].every((list) => list.length === 1);
    return total && quantity && price && once ? [{ total, quantity, price }] : [];
  });
}

function relationOf({ total, quantity, price }: Row, priceUnit: Unit): ProductRelation {
  const message = { id: 'rule.procurement-price', data: { label: total.label, column: total.columnLabel } };
  return { type: 'product', rule: RULE, total, quantity, price, priceUnit, message };
}

function holding(relations: readonly ProductRelation[]): number {
  return relations.filter(productHolds).length;
}
