/** 部门收支总表 against 财政拨款收支总表: the money that comes from the treasury is the same in both. */
import { FISCAL_FUNDS } from '../funds';
import type { AmountRelation, Fact, Facts, Rule, Table } from '../model';
import { classCodes, plus, select } from './select';
import { across } from './table-sets';

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
        yield* tie('=', left, select(facts, fiscal, { side: 'income', line: 'source', source }));
      }
      const parts = FISCAL_FUNDS.flatMap((source) => select(facts, summary, { side: 'income', line: 'source', source }));
      // a heading without a figure is no statement
      const total = select(facts, fiscal, { side: 'income', line: 'current-total' }).filter((fact) => fact.value !== null);
      yield* tie('=', total, parts, 'rule.summary-fiscal-total');
      yield* sections(facts, summary, fiscal);
    });
  },
};

function* tie(op: AmountRelation['op'], left: readonly Fact[], right: readonly Fact[], id = 'rule.tables-agree'): Iterable<AmountRelation> {
  if (left.length === 0 || right.length === 0) return;
  const message = { id: op === '>=' ? 'rule.all-funds-at-least' : id, data: { label: left[0]?.label ?? '' } };
  yield { type: 'amount', rule: RULE, op, left: plus(left), right: plus(right), message };
}

/** Without other money the two tables tell the same totals and sections; with it the whole is at least its fiscal part. */
function* sections(facts: Facts, summary: Table, fiscal: Table): Iterable<AmountRelation> {
  const others = [
    ...select(facts, summary, { side: 'income', line: 'source' }).filter(
      (fact) => fact.source === null || !FISCAL_FUNDS.includes(fact.source),
    ),
    ...select(facts, summary, { side: 'income', line: 'balance-use' }),
  ];
  const op = others.some((fact) => fact.value !== null && fact.source !== 'fiscal') ? '>=' : '=';
  for (const side of ['income', 'expenditure'] as const) {
    yield* tie(op, select(facts, summary, { side, line: 'grand-total' }), select(facts, fiscal, { side, line: 'grand-total' }));
    const current = [summary, fiscal].map((table) =>
      select(facts, table, { side, line: 'current-total' }).filter((fact) => fact.value !== null),
    );
    yield* tie(op, current[0] ?? [], current[1] ?? []);
    const carried = side === 'income' ? 'carry-in' : 'carry-out';
    yield* tie(op, select(facts, summary, { side, line: carried }), select(facts, fiscal, { side, line: carried }));
  }
  for (const code of classCodes(facts, summary, 'functional')) {
    const account = { scheme: 'functional', code } as const;
    yield* tie(
      op,
      select(facts, summary, { side: 'expenditure', account }),
      select(facts, fiscal, { side: 'expenditure', account, fund: 'fiscal' }),
    );
  }
}
