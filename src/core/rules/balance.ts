/** Income and expenditure totals of one summary table agree. */
import type { AmountRelation, Facts, Rule, Table, TableKind } from '../model';
import { isTwoSided, plus, select, type Wanted } from './select';
import { across } from './table-sets';

const SUMMARIES: readonly { readonly kind: TableKind; readonly fund: 'all' | 'fiscal' }[] = [
  { kind: 'dept-summary', fund: 'all' },
  { kind: 'fiscal-summary', fund: 'fiscal' },
];

/** Tables of one fund may have two sides as well: 一般公共预算收支总表, 政府性基金预算收支表. */
const OF_ONE_FUND: ReadonlySet<TableKind> = new Set<TableKind>(['gov-fund', 'state-capital', 'other']);

/**
 * 收支平衡.
 *
 *     部门收支总表
 *     收入     | 预算数 | 支出     | 预算数
 *     收入总计 | 100.00 | 支出总计 | 101.00
 *
 * → 错误：100.00 ≠ 101.00
 */
export const balance: Rule = {
  meta: {
    id: 'balance',
    title: '收支平衡：收入总计＝支出总计',
    basis: '《中华人民共和国预算法》第十二条（收支平衡）；财预〔2016〕143号所列各表',
    severity: 'error',
  },
  *relations(facts) {
    for (const { kind, fund } of SUMMARIES) yield* across('balance', facts, [kind], (table) => balances(facts, table, { fund }));
    for (const table of facts.tables)
      if (OF_ONE_FUND.has(table.kind) && isTwoSided(table)) yield* balances(facts, table, { nature: 'all' });
  },
};

function* balances(facts: Facts, table: Table, wanted: Pick<Wanted, 'fund' | 'nature'>): Iterable<AmountRelation> {
  const income = select(facts, table, { ...wanted, side: 'income', line: 'grand-total' });
  const expenditure = select(facts, table, { ...wanted, side: 'expenditure', line: 'grand-total' });
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
}
