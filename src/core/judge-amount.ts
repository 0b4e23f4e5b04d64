/** How is an amount relation that does not hold said, or one that only the shown figures break: both sides with their cells, each in its own unit? */
import { add, compare, formatDecimal, negate, shift, subtract, ZERO, type Decimal } from './amount';
import { factCell, hash, place } from './finding-parts';
import type { Judgement } from './interval';
import { UNIT_POWER, type AmountRelation, type Fact, type Finding, type FindingCell, type Rule, type Term, type Unit } from './model';

export function judgeAmount(relation: AmountRelation, { verdict, left, right }: Judgement, rule: Rule): Finding | 'held' {
  if (verdict === 'held') return displayRounding(relation) ?? verdict;
  const leftUnit = unitOf(relation.left) ?? unitOf(relation.right) ?? '万元';
  const rightUnit = unitOf(relation.right) ?? leftUnit;
  const leftText = inUnit(left, leftUnit, relation.left);
  const rightText = inUnit(right, rightUnit, relation.right);
  const difference = inUnit(
    subtract(left, right),
    leftUnit,
    leftUnit === rightUnit ? [...relation.left, ...relation.right] : relation.left,
  );
  const cells = [...cellsOf(relation.left, 'left'), ...cellsOf(relation.right, 'right')];
  const rounding = verdict !== 'mismatch';
  const sameUnit = leftUnit === rightUnit;
  return {
    id: hash(`${relation.rule} ${relation.op}`, cells),
    rule: relation.rule,
    class: rounding ? 'rounding' : 'mismatch',
    severity: rounding ? 'info' : (relation.severity ?? rule.meta.severity),
    ...(verdict === 'doubtful' ? { doubtful: true as const } : {}),
    message: {
      id: relation.message.id,
      data: {
        ...relation.message.data,
        left: sameUnit ? leftText : `${leftText} ${leftUnit}`,
        right: sameUnit ? rightText : `${rightText} ${rightUnit}`,
        difference,
        leftPlace: place(cells, 'left'),
        rightPlace: place(cells, 'right'),
      },
    },
    cells,
    left: leftText,
    right: rightText,
    difference,
    op: relation.op,
    relation,
  };
}

/**
 * What is stored ties out, but what the number formats show does not: readers of the printed table will add up and find a gap. Between
 * different units that is no news.
 */
function displayRounding(relation: AmountRelation): Finding | null {
  const { op, left, right } = relation;
  const terms = [...left, ...right];
  const unit = unitOf(terms);
  if (op !== '=' || unit === null || !terms.some(({ fact }) => fact.shown) || terms.some(({ fact }) => fact.unit !== unit)) return null;
  const [leftSum, rightSum] = [shownSum(left), shownSum(right)];
  if (compare(leftSum, rightSum) === 0) return null;
  const decimals = Math.max(leftSum.scale, rightSum.scale);
  const asShown = (fact: Fact): Fact => ({ ...fact, decimals, value: fact.shown ?? fact.value });
  const cells = [...cellsOf(left, 'left', asShown), ...cellsOf(right, 'right', asShown)];
  const say = (value: Decimal): string => formatDecimal(value, decimals);
  const sides = { left: say(leftSum), right: say(rightSum), difference: say(subtract(leftSum, rightSum)) };
  return {
    id: hash(`${relation.rule} ${op}`, cells),
    rule: relation.rule,
    class: 'rounding',
    severity: 'info',
    display: true,
    message: {
      id: 'rule.display-rounding',
      data: { ...sides, leftPlace: place(cells, 'left'), rightPlace: place(cells, 'right') },
    },
    cells,
    ...sides,
    op,
    relation,
  };
}

function shownSum(terms: readonly Term[]): Decimal {
  const values = terms.map(({ fact, sign }) => {
    const value = fact.shown ?? fact.value ?? ZERO;
    return sign === 1 ? value : negate(value);
  });
  return values.reduce(add, ZERO);
}

function unitOf(terms: readonly Term[]): Unit | null {
  return terms[0]?.fact.unit ?? null;
}

/** A sum in 元 → a decimal string in the unit, with the digits its columns are stated to. */
function inUnit(value: Decimal, unit: Unit, terms: readonly Term[]): string {
  const decimals = terms.reduce((most, term) => (term.fact.unit === unit ? Math.max(most, term.fact.decimals) : most), 0);
  return formatDecimal(shift(value, -UNIT_POWER[unit]), decimals);
}

/** The terms that are not nil; when a whole side is nil its cells come too, marked, so that a blank total can be shown. */
function cellsOf(terms: readonly Term[], side: FindingCell['side'], seen: (fact: Fact) => Fact = (fact) => fact): FindingCell[] {
  const stated = terms.filter((term) => term.fact.value !== null);
  return (stated.length > 0 ? stated : terms).map(({ fact, sign }) => factCell(seen(fact), side, sign));
}
