/** 占 x%: a share against the two table figures that make it. */
import { compare, isZero } from '../amount';
import { yuan } from '../interval';
import type { Fact, Facts, NarrativeRelation, Rule } from '../model';
import { agreeing, agrees, allFundsOf, choose, meaningIn, precise, said, stated, statementsOf } from '../narrative/claims';
import { holdsPlainly } from '../judge-narrative';
import { wholeOf } from '../narrative/resolve';
import type { Statement } from '../narrative/statements';
import type { TableSet } from './table-sets';
import { byDepartment } from '../narrative/departments';

const RULE = 'narrative-share';

/**
 * 占比.
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称           | 合计    | 基本支出 | 项目支出
 *              | 合计               | 6870.64 | 1449.13  | 5421.51
 *     208      | 社会保障和就业支出 | 6870.64 | 1449.13  | 5421.51
 *
 *     2024年部门预算情况说明
 *     支出情况
 *     一般公共预算支出6870.64万元，其中：基本支出1449.13万元，占31.09%。
 *
 * → 错误：31.09 ≠ 21.0916
 */
export const narrativeShare: Rule = {
  meta: {
    id: RULE,
    title: '预算说明中的占比等于表中两数之比（四舍五入、截位均可）',
    basis: '占比＝该项数÷总数；同列各项占比为凑足 100% 的尾差视同四舍五入',
    severity: 'error',
  },
  relations: (all) =>
    byDepartment(all, function* (facts, set) {
      for (const statement of statementsOf(facts, 'share')) {
        if (statement.approximate) continue;
        if (statement.of && statement.since) {
          yield* ofText(statement, statement.of, statement.since);
          continue;
        }
        const choice = choose(
          partsOf(facts, set, statement).flatMap((part) =>
            wholesOf(facts, set, statement, part).map((whole) => relationOf(statement, part, whole)),
          ),
        );
        if (!choice) {
          if (statement.of && statement.named && statement.named !== statement.of) yield* ofText(statement, statement.of, statement.named);
          continue;
        }
        yield choice.relation;
        if (choice.holds) yield* alsoAllFunds(facts, set, statement, choice.relation);
      }
    }),
};

function relationOf(statement: Statement, part: Fact, whole: readonly Fact[]): NarrativeRelation {
  return {
    type: 'narrative',
    rule: RULE,
    op: '=',
    left: [said(statement.figure)],
    right: stated([part]),
    base: stated(whole),
    message: { id: 'rule.narrative-share', data: {} },
  };
}

/** Where all money is of one fund the department's own tables state the same share. */
function* alsoAllFunds(facts: Facts, set: TableSet, statement: Statement, made: NarrativeRelation): Iterable<NarrativeRelation> {
  const subject = (statement.of ?? statement).subject;
  if (subject?.topic !== 'budget') return;
  for (const [part] of meaningIn(facts, set, statement.of ?? statement, allFundsOf(subject), 'current').readings) {
    if (!part || part === made.right[0]?.fact) continue;
    const also = relationOf(statement, part, wholeOf(facts, part));
    if (also.base?.length === 1 && (holdsPlainly(also) || isSame(also, made))) yield also;
  }
}

/** The same two amounts in another table: what rounding explains there it explains here. */
function isSame(one: NarrativeRelation, other: NarrativeRelation): boolean {
  const terms = ({ right, base = [] }: NarrativeRelation) => [...right, ...base];
  return terms(one).every(({ fact }, i) => {
    const same = terms(other)[i]?.fact;
    return fact !== undefined && same !== undefined && compare(yuan(fact), yuan(same)) === 0;
  });
}

/** 支出决算15万元，完成预算20万元的75%; 合同金额300万元，占采购总额400万元的75%: of two figures of the text. */
function* ofText(statement: Statement, part: Statement, whole: Statement): Iterable<NarrativeRelation> {
  if (part.approximate || whole.approximate || isZero(whole.figure.value)) return;
  yield {
    type: 'narrative',
    rule: RULE,
    op: '=',
    left: [said(statement.figure)],
    right: [said(precise(part.figure, whole.figure))],
    base: [said(precise(whole.figure, part.figure))],
    message: { id: 'rule.narrative-share-text', data: {} },
  };
}

/** The table figures that the share may be of: those that agree with the amount before it, else the likeliest if it is certain. */
function partsOf(facts: Facts, set: TableSet, share: Statement): readonly Fact[] {
  const statement = share.of ?? share;
  if (!statement.subject) return [];
  const { readings, soft, hint } = meaningIn(facts, set, statement, statement.subject, 'current');
  const single = readings.flatMap((reading) => (reading.length === 1 ? reading : []));
  if (!share.of) return soft || hint ? [] : single;
  const meant = single.filter((fact) => agrees(statement.figure, [fact]));
  return meant.length > 0 || soft || hint ? meant : single.slice(0, 1);
}

/** What it is a share of: the total of the same table, or what the words name; nothing when they are not understood. */
function wholesOf(facts: Facts, set: TableSet, statement: Statement, part: Fact): readonly (readonly Fact[])[] {
  const { base } = statement;
  const own = wholeOf(facts, part);
  if (!base || base.generic) {
    const whole = statement.of?.whole;
    const listed = whole?.subject ? agreeing(whole.figure, meaningIn(facts, set, whole, whole.subject, 'current').readings) : [];
    return [...(own.length > 0 ? [own] : []), ...listed];
  }
  if (!base.subject || base.subject.name !== undefined) return [];
  const { of } = statement;
  const named = meaningIn(facts, set, statement, base.subject, 'current').readings;
  // 占收入总预算的80%, where the sentence has told that total.
  const readings = of?.whole ? agreeing(of.whole.figure, named) : named;
  // 占本年支出合计的95%, under a heading of one fund: of that, or of the department's whole.
  const { fund } = statement.section;
  const open = base.subject.fund === undefined && base.subject.topic === 'budget' && fund !== undefined && fund !== 'all';
  const whole = open ? meaningIn(facts, set, statement, allFundsOf(base.subject), 'current').readings : [];
  const total = base.subject.nature === undefined && (base.subject.side === undefined || base.subject.side === part.side);
  return [...(total && own.length > 0 && readings.length > 0 ? [own] : []), ...readings, ...whole];
}
