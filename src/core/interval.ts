/**
 * Judges one equation on intervals (XBRL Calculations 1.1, round-to-nearest): a stated figure v with d decimals stands
 * for v ± ½·10^-d; a sum ties out when the interval of the total and the interval of the parts meet. Nil and 0 have no
 * width. Within the interval a gap of more than three standard deviations of the rounding errors is `doubtful`.
 */
import { absolute, add, compare, isZero, multiply, negate, shift, subtract, ZERO, type Decimal } from './amount';
import { UNIT_POWER, type AmountRelation, type Fact, type Term } from './model';

export type Verdict = 'held' | 'rounding' | 'doubtful' | 'mismatch' | 'vacuous';

export interface Judgement {
  readonly verdict: Verdict;
  /** Σ left and Σ right in 元. */
  readonly left: Decimal;
  readonly right: Decimal;
  /** Largest gap that rounding of the stated figures alone can explain, in 元. */
  readonly allowance: Decimal;
}

const THREE: Decimal = { units: 3n, scale: 0 };

/** The fact's value in 元; nil counts as 0. */
export function yuan(fact: Fact): Decimal {
  return fact.value === null ? ZERO : shift(fact.value, UNIT_POWER[fact.unit]);
}

/** Half of the last stated digit, in 元; 0 for nil and for zero. */
export function halfWidth(fact: Fact): Decimal {
  if (fact.value === null || isZero(fact.value)) return ZERO;
  return shift({ units: 5n, scale: fact.decimals + 1 }, UNIT_POWER[fact.unit]);
}

function sum(terms: readonly Term[]): Decimal {
  return terms.reduce((total, term) => add(total, term.sign === 1 ? yuan(term.fact) : negate(yuan(term.fact))), ZERO);
}

export function judge(relation: AmountRelation): Judgement {
  const left = sum(relation.left);
  const right = sum(relation.right);
  const terms = [...relation.left, ...relation.right];
  const widths = terms.map((term) => halfWidth(term.fact));
  const allowance = widths.reduce(add, ZERO);
  if (terms.every((term) => term.fact.value === null)) return { verdict: 'vacuous', left, right, allowance };
  const gap = violation(relation.op, subtract(left, right));
  if (isZero(gap)) return { verdict: 'held', left, right, allowance };
  if (compare(gap, allowance) > 0) return { verdict: 'mismatch', left, right, allowance };
  // σ² = Σ(2h)²/12, so |D| > 3σ is the same as D² > 3·Σh²
  const squares = widths.reduce((total, width) => add(total, multiply(width, width)), ZERO);
  const likely = compare(multiply(gap, gap), multiply(THREE, squares)) <= 0;
  return { verdict: likely ? 'rounding' : 'doubtful', left, right, allowance };
}

/** By how much the difference breaks the relation; 0 when it does not. */
function violation(op: AmountRelation['op'], difference: Decimal): Decimal {
  if (op === '<=') return compare(difference, ZERO) > 0 ? difference : ZERO;
  if (op === '>=') return compare(difference, ZERO) < 0 ? negate(difference) : ZERO;
  return absolute(difference);
}
