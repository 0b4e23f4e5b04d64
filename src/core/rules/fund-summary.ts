/** One fund's income and expenditure (一般公共预算收支总表) against that fund's expenditure table and its column of 财政拨款收支总表. */
import type { AmountRelation, Facts, Fund, Rule, Table, TableKind } from '../model';
import { classCodes, currentExpenditure, figuresOf, isTwoSided, mainFund, plus, select, totalOf } from './select';
import { setOf } from './table-sets';
import { tie } from './ties';

const RULE = 'fund-summary';

const DETAIL: Partial<Record<Fund, TableKind>> = {
  general: 'general-expenditure',
  'gov-fund': 'gov-fund',
  'state-capital': 'state-capital',
};

/**
 * 一般公共预算收支总表＝一般公共预算支出表＝财政拨款收支总表的一般公共预算栏.
 *
 *     一般公共预算收支总表
 *     收入                 | 预算数 | 支出     | 预算数
 *     一般公共预算财政拨款 | 70.00  | 教育支出 | 70.00
 *     收入总计             | 70.00  | 支出总计 | 70.00
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称 | 合计  | 基本支出 | 项目支出
 *              | 合计     | 71.00 | 71.00    |
 *     205      | 教育支出 | 71.00 | 71.00    |
 *
 * → 错误：70.00 ≠ 71.00
 */
export const fundSummary: Rule = {
  meta: {
    id: RULE,
    title: '一般公共预算（基金、国资）收支总表＝该预算支出表＝财政拨款收支总表对应栏：合计及各类',
    basis: '同一本预算的收支总表、支出表与财政拨款收支总表各栏同口径（财预〔2016〕143号）',
    severity: 'error',
  },
  *relations(facts) {
    for (const table of facts.tables) {
      if (!isTwoSided(table) || table.kind === 'dept-summary' || table.kind === 'fiscal-summary') continue;
      const fund = mainFund(table);
      const kind = fund && DETAIL[fund];
      if (!fund || !kind) continue;
      const set = setOf(facts, table);
      const detail = set?.get(kind);
      const fiscal = set?.get('fiscal-summary');
      if (detail && detail !== table && !isTwoSided(detail)) yield* ties(facts, table, detail);
      // a fund's own table (政府性基金预算收支表) is laid against that column by the rule of the fiscal summary
      if (fiscal && table.kind === 'other') yield* columnTies(facts, table, fiscal, fund);
    }
  },
};

function* ties(facts: Facts, table: Table, detail: Table): Iterable<AmountRelation> {
  yield* tie(RULE, currentExpenditure(facts, table, { nature: 'all' }), plus(totalOf(facts, detail, { nature: 'all' })));
  for (const code of classCodes(facts, table, 'functional')) {
    const account = { scheme: 'functional', code } as const;
    yield* tie(
      RULE,
      plus(select(facts, table, { side: 'expenditure', account, nature: 'all' })),
      plus(figuresOf(facts, detail, account, { nature: 'all' })),
    );
  }
}

function* columnTies(facts: Facts, table: Table, fiscal: Table, fund: Fund): Iterable<AmountRelation> {
  yield* tie(RULE, currentExpenditure(facts, table, { nature: 'all' }), currentExpenditure(facts, fiscal, { fund }));
  for (const code of classCodes(facts, table, 'functional')) {
    const account = { scheme: 'functional', code } as const;
    yield* tie(
      RULE,
      plus(select(facts, table, { side: 'expenditure', account, nature: 'all' })),
      plus(select(facts, fiscal, { side: 'expenditure', account, fund })),
    );
  }
}
