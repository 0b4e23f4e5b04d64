/** Where a table follows a fund through the year: what it had, plus what came in, less what was spent, is what it has left. */
import type { AmountRelation, Fact, Facts, Fund, Rule, Table } from '../model';
import { acrossFunds } from './fund-tables';
import { indexOf, measureKey, minus, plus, select } from './select';
import { tie } from './ties';

const RULE = 'fund-flow';

/**
 * 结转结余滚动平衡.
 *
 *     政府性基金预算财政拨款收入支出决算表
 *     科目编码 | 科目名称     | 年初结转和结余 | 本年收入 | 本年支出 |          |          | 年末结转和结余
 *              |              |                |          | 小计     | 基本支出 | 项目支出 |
 *              | 合计         | 22.00          | 120.50   | 130.50   |          | 130.50   | 21.00
 *     212      | 城乡社区支出 | 22.00          | 120.50   | 130.50   |          | 130.50   | 21.00
 *
 * → 错误：21.00 ≠ 12.00
 */
export const fundFlow: Rule = {
  meta: {
    id: RULE,
    title: '结转结余：年初结转和结余＋本年收入－本年支出＝年末结转和结余',
    basis: '部门决算报表 政府性基金预算财政拨款收入支出决算表等的表内关系（财政部《部门决算报表编制说明》）',
    severity: 'error',
  },
  *relations(facts) {
    for (const row of indexOf(facts).byRow.values()) {
      for (const closing of row) {
        if (closing.flow !== 'closing' || closing.part !== undefined) continue;
        const of = (flow: Fact['flow']): Fact[] => {
          const key = measureKey({ ...closing, flow });
          return row.filter((fact) => measureKey(fact) === key && !fact.beside);
        };
        const income = of('income');
        const spent = of(undefined);
        // 结转下年 beside 本年收入 alone tells no movement
        if (income.length > 0 && spent.length > 0) yield relationOf(closing, of('opening'), income, spent);
      }
    }
    yield* acrossFunds(RULE, facts, (fiscal, table, fund) => ties(facts, fiscal, table, fund));
  },
};

/** What a fund had, took in and kept, against the lines of 财政拨款收支总表 that say the same. */
function* ties(facts: Facts, fiscal: Table, table: Table, source: Fund): Iterable<AmountRelation> {
  const pairs = [
    { flow: 'opening', stated: select(facts, fiscal, { side: 'income', line: 'carry-in-source', source }) },
    { flow: 'income', stated: select(facts, fiscal, { side: 'income', line: 'source', source }) },
    { flow: 'closing', stated: select(facts, fiscal, { side: 'expenditure', line: 'carry-out', fund: source }) },
  ] as const;
  for (const { flow, stated } of pairs) {
    const total = select(facts, table, { line: 'grand-total', flow, nature: 'all' });
    yield* tie(RULE, plus(total), plus(stated), { label: total[0]?.columnLabel ?? '' });
  }
}

function relationOf(closing: Fact, opening: readonly Fact[], income: readonly Fact[], spent: readonly Fact[]): AmountRelation {
  return {
    type: 'amount',
    rule: RULE,
    op: '=',
    left: plus([closing]),
    right: [...plus(opening), ...plus(income), ...minus(spent)],
    message: { id: 'rule.fund-flow', data: { label: closing.label } },
  };
}
