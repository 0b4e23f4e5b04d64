/**
 * 部门支出总表 (all money) against the expenditure tables of the treasury's money. Where other income exists the two differ
 * rightly: the gap must then be what the other sources bring in, and is said to be explained by them.
 */
import { formatDecimal, shift, subtract } from '../amount';
import { judge } from '../interval';
import {
  UNIT_POWER,
  type AmountRelation,
  type Fact,
  type Facts,
  type Nature,
  type Rule,
  type Skipped,
  type Table,
  type TableKind,
  type Term,
} from '../model';
import { addressOf } from '../workbook';
import { FUND_TABLES } from './fund-tables';
import { otherMoney } from './other-money';
import { skip } from './skip';
import { currentExpenditure, indexOf, minus, plus, select, totalOfAll } from './select';
import { across, setOf } from './table-sets';
import { tieOf } from './ties';

const RULE = 'all-funds-general';
const NATURES: readonly Nature[] = ['all', 'basic', 'project'];

/**
 * 支出总表与财政拨款支出表.
 *
 *     部门收支总表
 *     收入                 | 预算数 | 支出               | 预算数
 *     一般公共预算拨款收入 | 90.00  | 社会保障和就业支出 | 100.00
 *     事业收入             | 10.00  |                    |
 *     收入总计             | 100.00 | 支出总计           | 100.00
 *
 *     部门支出总表
 *     科目编码 | 科目名称           | 合计   | 基本支出 | 项目支出
 *              | 合计               | 100.00 | 60.00    | 40.00
 *     208      | 社会保障和就业支出 | 100.00 | 60.00    | 40.00
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称           | 合计  | 基本支出 | 项目支出
 *              | 合计               | 91.00 | 60.00    | 31.00
 *     208      | 社会保障和就业支出 | 91.00 | 60.00    | 31.00
 *
 * → 错误：9.00 ≠ 10.00
 */
export const allFundsGeneral: Rule = {
  meta: {
    id: RULE,
    title: '部门支出总表＝财政拨款支出表＋其他资金：合计调节，逐科目核对',
    basis: '部门支出总表为全口径，一般公共预算等支出表为财政拨款口径（财预〔2016〕143号）',
    severity: 'error',
  },
  *relations(facts) {
    yield* across(RULE, facts, ['dept-expenditure', 'general-expenditure'], function* (all, general) {
      const set = setOf(facts, all);
      const fiscal = [general, ...present(set, ['gov-fund', 'state-capital'])];
      const others = otherMoney(facts, set?.get('dept-summary'), set?.get('fiscal-summary'))?.concat(untold(facts, set)) ?? null;
      for (const nature of NATURES) yield* byNature(facts, all, fiscal, others, nature);
    });
  },
};

/** What the treasury's budgets without a table of their own pay for: the fiscal summary's column of that fund. */
function untold(facts: Facts, set: ReadonlyMap<TableKind, Table> | undefined): Term[] {
  const summary = set?.get('fiscal-summary');
  if (!summary) return [];
  const missing = FUND_TABLES.filter(({ kind }) => !set?.has(kind));
  return missing.flatMap(({ fund }) => currentExpenditure(facts, summary, { fund })).filter(({ fact }) => fact.value !== null);
}

function present(set: ReadonlyMap<TableKind, Table> | undefined, kinds: readonly TableKind[]): Table[] {
  return kinds.flatMap((kind) => set?.get(kind) ?? []);
}

function* byNature(
  facts: Facts,
  all: Table,
  fiscal: readonly Table[],
  others: Term[] | null,
  nature: Nature,
): Iterable<AmountRelation | Skipped> {
  // a column that the general table does not have cannot be laid against it
  const [general] = fiscal;
  if (!general || select(facts, general, { nature }).length === 0) return;
  const totals = pairOf(facts, all, fiscal, { nature });
  if (totals.left.length === 0 || totals.right.length === 0) return;
  const { verdict } = judge(equal(totals));
  if (verdict !== 'mismatch' || others === null || others.length === 0) {
    // no other money (or none in this column): the same figures, code by code
    if (others === null && verdict === 'mismatch') yield skip(RULE, 'skip.no-other-income-table', {}, all.sheet);
    else {
      if (others === null || others.length === 0 || verdict !== 'vacuous') yield equal(totals);
      yield* equalities(facts, all, fiscal, nature);
    }
    return;
  }
  const reconciled = gap(totals, others);
  if (nature !== 'all' && judge(reconciled).verdict === 'mismatch') {
    // the other money is spread over several columns: which part is here no table says
    for (const code of codesOf(facts, all)) yield atLeast(pairOf(facts, all, fiscal, { account: code, nature }));
    return;
  }
  yield reconciled;
  if (nature === 'all' && judge(reconciled).verdict !== 'mismatch') yield explained(all, totals, others);
  yield* reconciledByCode(facts, all, fiscal, others, nature);
}

interface Pair {
  readonly left: readonly Fact[];
  readonly right: readonly Fact[];
  readonly label: string;
}

/** One account, or the whole. */
type PairKey = { readonly account?: string; readonly nature: Nature };

function pairOf(facts: Facts, all: Table, fiscal: readonly Table[], { account: code, nature }: PairKey): Pair {
  const of = (tables: readonly Table[]): readonly Fact[] =>
    code === undefined
      ? (totalOfAll(facts, tables, { nature }) ?? [])
      : tables.flatMap((table) => select(facts, table, { account: { scheme: 'functional', code }, nature }));
  const left = of([all]);
  const right = of(fiscal);
  return { left, right, label: (left[0] ?? right[0])?.label ?? '' };
}

function equal({ left, right, label }: Pair): AmountRelation {
  return tieOf(RULE, plus(left), plus(right), { label });
}

function atLeast({ left, right, label }: Pair): AmountRelation {
  return tieOf(RULE, plus(left), plus(right), { label, op: '>=' });
}

/** 支出总表 − 财政拨款 = other money. */
function gap({ left, right, label }: Pair, others: readonly Term[]): AmountRelation {
  return tieOf(RULE, [...plus(left), ...minus(right)], others, { label, id: 'rule.all-funds-gap' });
}

function codesOf(facts: Facts, table: Table): string[] {
  const codes = new Set<string>();
  for (const fact of indexOf(facts).byTable.get(table) ?? [])
    if (fact.line === 'account' && fact.account?.scheme === 'functional') codes.add(fact.account.code);
  return [...codes];
}

/** Every code of either table; a code that one of them lacks counts there as nothing, if that table goes down to its level. */
function* equalities(facts: Facts, all: Table, fiscal: readonly Table[], nature: Nature): Iterable<AmountRelation> {
  const left = codesOf(facts, all);
  const right = fiscal.flatMap((table) => codesOf(facts, table));
  const common = Math.min(depth(left), depth(right));
  for (const code of new Set([...left, ...right])) {
    if (code.length > common) continue;
    const pair = pairOf(facts, all, fiscal, { account: code, nature });
    if (pair.left.length + pair.right.length > 0) yield equal(pair);
  }
}

/**
 * Other money is there: codes whose figures agree are equal; when one single leaf differs, it and its ancestors differ by
 * exactly the other money; when several do, each must at least reach the treasury's figure and together they differ by it.
 */
function* reconciledByCode(
  facts: Facts,
  all: Table,
  fiscal: readonly Table[],
  others: readonly Term[],
  nature: Nature,
): Iterable<AmountRelation> {
  const codes = codesOf(facts, all);
  const leaves = codes.filter((code) => !codes.some((other) => other !== code && other.startsWith(code)));
  const differing = leaves.filter((code) => {
    return judge(equal(pairOf(facts, all, fiscal, { account: code, nature }))).verdict === 'mismatch';
  });
  for (const code of codes) {
    const pair = pairOf(facts, all, fiscal, { account: code, nature });
    if (pair.left.length === 0) continue;
    if (!differing.some((leaf) => leaf.startsWith(code))) yield equal(pair);
    else if (differing.length === 1) yield gap(pair, others);
    else yield atLeast(pair);
  }
  if (differing.length > 1 && depth(codes) === depth(fiscal.flatMap((table) => codesOf(facts, table)))) {
    const pairs = differing.map((code) => pairOf(facts, all, fiscal, { account: code, nature }));
    const label = pairs.map((pair) => pair.label).join('、');
    yield gap({ left: pairs.flatMap((pair) => pair.left), right: pairs.flatMap((pair) => pair.right), label }, others);
  }
}

/** How far down a list of codes goes: 7 for 项. */
function depth(codes: readonly string[]): number {
  return codes.reduce((most, code) => Math.max(most, code.length), 0);
}

function explained(all: Table, totals: Pair, others: readonly Term[]): Skipped {
  const unit = totals.left[0]?.unit ?? '万元';
  const decimals = totals.left[0]?.decimals ?? 2;
  const { left, right } = judge(equal(totals));
  const difference = subtract(left, right);
  return skip(
    RULE,
    'skip.gap-explained',
    {
      gap: formatDecimal(shift(difference, -UNIT_POWER[unit]), decimals),
      cells: others.map(({ fact }) => `${fact.cell.sheet} ${addressOf(fact.cell)} ${fact.label}`).join('、'),
    },
    all.sheet,
  );
}
