/** 财政拨款收支总表, column by column, against the expenditure table of each fund. */
import { judge } from '../interval';
import type { AmountRelation, Fact, Facts, Fund, Rule, Table } from '../model';
import { acrossFunds, FUND_TABLES } from './fund-tables';
import { classCodes, currentExpenditure, figuresOf, isTwoSided, minus, plus, select, totalOf } from './select';
import { tableSets, type TableSet } from './table-sets';
import { leavesOut, type LeftOut } from './this-year';
import { tie, tieOf } from './ties';

const RULE = 'fiscal-general';

/**
 * 财政拨款收支总表＝一般公共预算（基金、国资）支出表.
 *
 *     财政拨款收支总表
 *     收入                 | 预算数 | 支出         | 合计  | 一般公共预算 | 政府性基金预算
 *     一般公共预算财政拨款 | 78.62  | 卫生健康支出 | 78.62 | 78.62        |
 *     收入总计             | 78.62  | 支出总计     | 78.62 | 78.62        |
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称     | 合计  | 基本支出 | 项目支出
 *              | 合计         | 76.82 | 76.82    |
 *     210      | 卫生健康支出 | 76.82 | 76.82    |
 *
 * → 错误：78.62 ≠ 76.82
 */
export const fiscalGeneral: Rule = {
  meta: {
    id: RULE,
    title: '财政拨款收支总表＝一般公共预算、政府性基金、国有资本经营预算支出表：合计及各类',
    basis: '财政拨款收支总表支出按三本预算列示，各列与分表同口径（财预〔2016〕143号）',
    severity: 'error',
  },
  *relations(facts) {
    yield* acrossFunds(RULE, facts, (fiscal, detail, fund) => ties(facts, fiscal, detail, fund));
    for (const set of tableSets(facts).sets) yield* wholes(facts, set);
  },
};

/** One fund's column against that fund's table. */
function* ties(facts: Facts, fiscal: Table, detail: Table, fund: Fund): Iterable<AmountRelation> {
  const stated = isTwoSided(detail)
    ? currentExpenditure(facts, detail, { nature: 'all' })
    : plus(totalOf(facts, detail, { nature: 'all' }));
  const current = currentExpenditure(facts, fiscal, { fund });
  const grand = select(facts, fiscal, { side: 'expenditure', line: 'grand-total', fund });
  const whole = [...plus(grand), ...minus(select(facts, fiscal, { side: 'expenditure', line: 'carry-out', fund }))];
  const totals = current.some(({ fact }) => fact.line === 'current-total') && grand.length > 0 ? [current, whole] : [current];
  const leftOut = leavesOut(facts, fiscal, detail, fund);
  for (const total of totals) {
    const first = total[0]?.fact;
    if (!first || stated.length === 0) continue;
    const label = `${first.label} ${first.columnLabel}`.trim();
    if (leftOut?.carried.length === 0) yield tieOf(RULE, total, stated, { label, op: '>=' });
    else yield tieOf(RULE, [...total, ...minus(leftOut?.carried ?? [])], stated, { label });
  }
  const pairs = classCodes(facts, fiscal, 'functional').flatMap((code): readonly Pair[] => {
    const account = { scheme: 'functional', code } as const;
    const left = select(facts, fiscal, { side: 'expenditure', account, fund });
    const right = figuresOf(facts, detail, account, { nature: 'all', side: 'expenditure' });
    return left.length > 0 && right.length > 0 ? [{ left, right }] : [];
  });
  yield* byClass(pairs, leftOut);
}

interface Pair {
  readonly left: readonly Fact[];
  readonly right: readonly Fact[];
}

/** 类 by 类; what was carried over explains the one that differs, or makes the several that do at least as large. */
function* byClass(pairs: readonly Pair[], leftOut: LeftOut | null): Iterable<AmountRelation> {
  const made = pairs.map((pair) => tieOf(RULE, plus(pair.left), plus(pair.right)));
  const differing = leftOut ? made.filter((relation) => judge(relation).verdict === 'mismatch') : [];
  for (const [i, relation] of made.entries()) {
    const { left, right } = pairs[i] as Pair;
    if (!leftOut || !differing.includes(relation)) yield relation;
    else if (differing.length === 1 && leftOut.carried.length > 0)
      yield tieOf(RULE, [...plus(left), ...minus(leftOut.carried)], plus(right));
    else yield tieOf(RULE, plus(left), plus(right), { op: '>=' });
  }
}

/** The 合计 column against the tables of all funds together; a fund without a table of its own must be nil. */
function* wholes(facts: Facts, set: TableSet): Iterable<AmountRelation> {
  const fiscal = set.get('fiscal-summary');
  if (!fiscal) return;
  for (const code of classCodes(facts, fiscal, 'functional')) {
    const account = { scheme: 'functional', code } as const;
    const left = select(facts, fiscal, { side: 'expenditure', account, fund: 'fiscal' });
    const untold = FUND_TABLES.some(
      ({ fund, kind }) =>
        !set.has(kind) && select(facts, fiscal, { side: 'expenditure', account, fund }).some((fact) => fact.value !== null),
    );
    let leftOut = false;
    const right = FUND_TABLES.flatMap(({ kind, fund }) => {
      const table = set.get(kind);
      const found = table ? figuresOf(facts, table, account, { nature: 'all' }) : [];
      leftOut ||= table !== undefined && found.length > 0 && leavesOut(facts, fiscal, table, fund) !== null;
      return found;
    });
    if (!untold) yield* tie(RULE, plus(left), plus(right), { op: leftOut ? '>=' : '=' });
  }
}
