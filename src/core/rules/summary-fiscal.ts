/** 部门收支总表 against 财政拨款收支总表: the money that comes from the treasury is the same in both. */
import { FISCAL_FUNDS } from '../funds';
import type { AmountRelation, Fact, Facts, Rule, Table } from '../model';
import { classCodes, plus, select, type Wanted } from './select';
import { across } from './table-sets';
import { tie } from './ties';

const RULE = 'summary-fiscal';

/**
 * 收支总表财政拨款＝财政拨款收支总表.
 *
 *     部门收支总表
 *     收入                 | 预算数 | 支出               | 预算数
 *     一般公共预算拨款收入 | 90.00  | 社会保障和就业支出 | 100.00
 *     事业收入             | 10.00  |                    |
 *     收入总计             | 100.00 | 支出总计           | 100.00
 *
 *     财政拨款收支总表
 *     收入                 | 预算数 | 支出               | 合计  | 一般公共预算 | 政府性基金预算
 *     一般公共预算财政拨款 | 80.00  | 社会保障和就业支出 | 80.00 | 80.00        |
 *     收入总计             | 80.00  | 支出总计           | 80.00 | 80.00        |
 *
 * → 错误：90.00 ≠ 80.00
 */
export const summaryFiscal: Rule = {
  meta: {
    id: RULE,
    title: '部门收支总表财政拨款收入＝财政拨款收支总表收入；没有其他资金时两表总计、各类一致',
    basis: '财政拨款收支总表是部门收支总表中财政拨款部分的展开（财预〔2016〕143号）',
    severity: 'error',
  },
  *relations(facts) {
    yield* across(RULE, facts, ['dept-summary', 'fiscal-summary'], function* (summary, fiscal) {
      for (const source of FISCAL_FUNDS) {
        const left = select(facts, summary, { side: 'income', line: 'source', source });
        yield* tie(RULE, plus(left), plus(select(facts, fiscal, { side: 'income', line: 'source', source })));
      }
      const parts = FISCAL_FUNDS.flatMap((source) => select(facts, summary, { side: 'income', line: 'source', source }));
      // a heading without a figure is no statement
      const total = select(facts, fiscal, { side: 'income', line: 'current-total' }).filter((fact) => fact.value !== null);
      yield* tie(RULE, plus(total), plus(parts), { id: 'rule.summary-fiscal-total' });
      yield* sections(facts, summary, fiscal);
    });
  },
};

/** Without other money the two tables tell the same totals and sections; with it the whole is at least its fiscal part. */
function* sections(facts: Facts, summary: Table, fiscal: Table): Iterable<AmountRelation> {
  const others = [
    ...select(facts, summary, { side: 'income', line: 'source' }).filter(
      (fact) => fact.source === null || !FISCAL_FUNDS.includes(fact.source),
    ),
    ...select(facts, summary, { side: 'income', line: 'balance-use' }),
  ];
  const op = others.some((fact) => fact.value !== null && fact.source !== 'fiscal') ? '>=' : '=';
  const both = (wanted: Wanted, which: (fact: Fact) => boolean = () => true): Iterable<AmountRelation> => {
    const [left, right] = [summary, fiscal].map((table) => plus(select(facts, table, wanted).filter(which)));
    return tie(RULE, left ?? [], right ?? [], { op });
  };
  for (const side of ['income', 'expenditure'] as const) {
    yield* both({ side, line: 'grand-total' });
    yield* both({ side, line: 'current-total' }, (fact) => fact.value !== null);
    yield* both({ side, line: side === 'income' ? 'carry-in' : 'carry-out' });
  }
  for (const code of classCodes(facts, summary, 'functional'))
    yield* both({ side: 'expenditure', account: { scheme: 'functional', code } });
}
