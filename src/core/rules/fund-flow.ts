/** Where a table follows a fund through the year: what it had, plus what came in, less what was spent, is what it has left. */
import { FISCAL_FUNDS } from '../funds';
import type { AmountRelation, Fact, Facts, Flow, Fund, Rule, Table } from '../model';
import { indexOf, mainFund, measureKey, minus, plus, select } from './select';
import { followsMoney, setOf } from './table-sets';
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
    title: '结转结余：年初结转和结余＋本年收入（＋使用结余）－本年支出（－结余分配）＝年末结转和结余；与收支总表一致',
    basis: '部门决算报表 政府性基金预算财政拨款收入支出决算表等的表内关系（财政部各年度部门决算报表编制说明）',
    severity: 'error',
  },
  *relations(facts) {
    for (const table of facts.tables.filter(followsMoney)) {
      const rows = new Set((indexOf(facts).byTable.get(table) ?? []).map((fact) => fact.row));
      for (const row of rows) yield* movements(indexOf(facts).byRow.get(row) ?? []);
      const fund = mainFund(table);
      const summary = setOf(facts, table)?.get(fund === 'all' ? 'dept-summary' : 'fiscal-summary');
      if (summary && fund) yield* ties(facts, summary, table, fund);
    }
  },
};

/** Every closing balance of a row: in all, and for each nature whose movement is told. */
function* movements(row: readonly Fact[]): Iterable<AmountRelation> {
  const undivided = row.some((fact) => (fact.flow === 'balance-use' || fact.flow === 'allotment') && fact.value !== null);
  for (const closing of row) {
    if (closing.flow !== 'closing' || closing.part !== undefined || closing.beside) continue;
    const of = (flow: Fact['flow']): Fact[] => {
      const key = measureKey({ ...closing, flow });
      return row.filter((fact) => measureKey(fact) === key && !fact.beside);
    };
    const spent = of(undefined);
    // 结转下年 beside 本年收入 alone tells no movement, and of which nature a balance was used no column says
    if (of('income').length === 0 || spent.length === 0 || (undivided && closing.nature !== 'all')) continue;
    yield {
      type: 'amount',
      rule: RULE,
      op: '=',
      left: plus([closing]),
      right: [...plus([...of('opening'), ...of('income'), ...of('balance-use')]), ...minus([...spent, ...of('allotment')])],
      message: { id: undivided ? 'rule.fund-flow-whole' : 'rule.fund-flow', data: { label: closing.label } },
    };
  }
}

/** What the money had, took in and kept, against the lines of the summary table that say the same. */
function* ties(facts: Facts, summary: Table, table: Table, fund: Fund): Iterable<AmountRelation> {
  const stated = summary.kind === 'dept-summary' ? ofDepartment(facts, summary) : ofFund(facts, summary, fund);
  for (const [flows, lines] of stated) {
    const totals = flows.flatMap((flow) => select(facts, table, { line: 'grand-total', flow, nature: 'all' }));
    yield* tie(RULE, plus(totals), plus(lines), { label: totals[0]?.columnLabel ?? '' });
  }
}

type Stated = readonly (readonly [flows: readonly Flow[], lines: readonly Fact[]])[];

function ofDepartment(facts: Facts, summary: Table): Stated {
  return [
    [['opening'], select(facts, summary, { side: 'income', line: 'carry-in' })],
    [['income'], select(facts, summary, { side: 'income', line: 'current-total' })],
    [['balance-use'], select(facts, summary, { side: 'income', line: 'balance-use' })],
    [['allotment', 'closing'], select(facts, summary, { side: 'expenditure', line: 'carry-out' })],
  ];
}

/** One of the three budgets by its own lines, all of the treasury's money by the whole ones. */
function ofFund(facts: Facts, fiscal: Table, source: Fund): Stated {
  const single = FISCAL_FUNDS.includes(source);
  const lines = single
    ? ([
        { line: 'carry-in-source', source },
        { line: 'source', source },
      ] as const)
    : ([{ line: 'carry-in' }, { line: 'current-total' }] as const);
  return [
    [['opening'], select(facts, fiscal, { side: 'income', ...lines[0] })],
    [['income'], select(facts, fiscal, { side: 'income', ...lines[1] })],
    [['closing'], select(facts, fiscal, { side: 'expenditure', line: 'carry-out', fund: source })],
  ];
}
