/** 财政拨款收支总表, column by column, against the expenditure table of each fund. */
import type { Facts, Fund, Rule, Table, TableKind } from '../model';
import { across, classCodes, currentExpenditure, plus, select } from './select';

const DETAILS: readonly { readonly fund: Fund; readonly kind: TableKind }[] = [
  { fund: 'general', kind: 'general-expenditure' },
  { fund: 'gov-fund', kind: 'gov-fund' },
  { fund: 'state-capital', kind: 'state-capital' },
];

/**
 * 财政拨款收支总表＝一般公共预算（基金、国资）支出表.
 *
 *     财政拨款收支总表 一般公共预算：卫生健康支出 78.62
 *     一般公共预算支出表：210 卫生健康支出       76.82
 *
 * → 两表 210 不一致
 */
export const fiscalGeneral: Rule = {
  meta: {
    id: 'fiscal-general',
    title: '财政拨款收支总表＝一般公共预算、政府性基金、国有资本经营预算支出表：合计及各类',
    basis: '财政拨款收支总表支出按三本预算列示，各列与分表同口径（财预〔2016〕143号）',
    severity: 'error',
  },
  *relations(facts) {
    for (const { fund, kind } of DETAILS) {
      yield* across('fiscal-general', facts, ['fiscal-summary', kind], (fiscal, detail) => ties(facts, fiscal, detail, fund));
    }
  },
};

function* ties(facts: Facts, fiscal: Table, detail: Table, fund: Fund) {
  const total = currentExpenditure(facts, fiscal, { fund });
  const stated = select(facts, detail, { line: 'grand-total', nature: 'all' });
  if (total.length > 0 && stated.length > 0) {
    yield {
      type: 'amount',
      rule: 'fiscal-general',
      op: '=',
      left: total,
      right: plus(stated),
      message: { id: 'rule.tables-agree', data: { label: `${total[0]?.fact.label ?? ''} ${total[0]?.fact.columnLabel ?? ''}`.trim() } },
    } as const;
  }
  for (const code of classCodes(facts, fiscal, 'functional')) {
    const account = { scheme: 'functional', code } as const;
    const left = select(facts, fiscal, { side: 'expenditure', account, fund });
    const right = select(facts, detail, { account, nature: 'all' });
    if (left.length === 0 || right.length === 0) continue;
    yield {
      type: 'amount',
      rule: 'fiscal-general',
      op: '=',
      left: plus(left),
      right: plus(right),
      message: { id: 'rule.tables-agree', data: { label: right[0]?.label ?? code } },
    } as const;
  }
}
