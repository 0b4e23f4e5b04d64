/**
 * Judges one equation on intervals (XBRL Calculations 1.1, round-to-nearest): a stated figure v with d decimals stands
 * for v ± ½·10^-d; a sum ties out when the interval of the total and the interval of the parts meet. Nil and 0 have no
 * width. Within the interval a gap of more than three standard deviations of the rounding errors is `doubtful`.
 * What is stored is judged, not what a number format shows of it; what lies behind the 15th digit of a stored number is no gap.
 * The user may choose to allow less or more (`Tolerance`); what is allowed is decided here and nowhere else.
 */
import { absolute, add, compare, isZero, multiply, negate, parseDecimal, shift, subtract, ZERO, type Decimal } from './amount';
import { UNIT_POWER, type AmountRelation, type Fact, type Term, type Unit } from './model';

export type Verdict = 'held' | 'rounding' | 'doubtful' | 'mismatch' | 'vacuous';

/** How large a gap is no mismatch. Whatever is chosen, an amount told in a larger unit may be rounded to it: 元 is never 万元 exactly. */
export type Tolerance =
  /** As large as the rounding of the stated figures can make it. */
  | { readonly kind: 'interval' }
  /** None. */
  | { readonly kind: 'exact' }
  /** This amount; a decimal string of 0 or more. */
  | { readonly kind: 'fixed'; readonly amount: string; readonly unit: Unit };

export const INTERVAL: Tolerance = { kind: 'interval' };

export interface Judgement {
  readonly verdict: Verdict;
  /** Σ left and Σ right in 元. */
  readonly left: Decimal;
  readonly right: Decimal;
  /** Largest gap that is no mismatch, in 元: by default what rounding of the stated figures alone can explain. */
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

/** A stored number (IEEE double) keeps 15 digits. */
const STORED_DIGITS = 15;
/** Columns with fewer digits after the point were typed or rounded: they are exact. */
const COMPUTED_DECIMALS = 9;

/** Half of the 15th digit, in 元, of an amount that fills them all (a third, a share): what adding up in doubles may leave. */
function storageWidth({ value, decimals, unit }: Fact): Decimal {
  if (value === null || decimals < COMPUTED_DECIMALS) return ZERO;
  const whole = absolute(value).units.toString().length - value.scale;
  const scale = STORED_DIGITS - Math.max(whole, 0) + 1;
  return scale < 0 ? ZERO : shift({ units: 5n, scale }, UNIT_POWER[unit]);
}

function sum(terms: readonly Term[]): Decimal {
  return terms.reduce((total, term) => add(total, term.sign === 1 ? yuan(term.fact) : negate(yuan(term.fact))), ZERO);
}

/** An amount's half width in 元 and the power of ten of its unit. */
export interface Width {
  readonly half: Decimal;
  readonly power: number;
}

/** The largest gap between amounts of these widths that is no mismatch, in 元. */
export function allowanceOf(widths: readonly Width[], tolerance: Tolerance): Decimal {
  const sumOf = (some: readonly Width[]): Decimal => some.reduce((total, { half }) => add(total, half), ZERO);
  if (tolerance.kind === 'interval') return sumOf(widths);
  const finest = widths.reduce((least, { half, power }) => (isZero(half) ? least : Math.min(least, power)), Infinity);
  const conversion = sumOf(widths.filter(({ power }) => power > finest));
  if (tolerance.kind === 'exact') return conversion;
  const fixed = shift(parseDecimal(tolerance.amount) ?? ZERO, UNIT_POWER[tolerance.unit]);
  return compare(fixed, conversion) > 0 ? fixed : conversion;
}

export function judge(relation: AmountRelation, tolerance: Tolerance = INTERVAL): Judgement {
  const left = sum(relation.left);
  const right = sum(relation.right);
  const terms = [...relation.left, ...relation.right];
  const noise = terms.reduce((total, { fact }) => add(total, storageWidth(fact)), ZERO);
  const widths = terms.map(({ fact }): Width => ({ half: halfWidth(fact), power: UNIT_POWER[fact.unit] }));
  const allowance = allowanceOf(widths, tolerance);
  if (terms.every((term) => term.fact.value === null)) return { verdict: 'vacuous', left, right, allowance };
  const gap = violation(relation.op, subtract(left, right));
  if (compare(gap, noise) <= 0) return { verdict: 'held', left, right, allowance };
  if (compare(gap, allowance) > 0) return { verdict: 'mismatch', left, right, allowance };
  if (tolerance.kind !== 'interval') return { verdict: 'rounding', left, right, allowance };
  // σ² = Σ(2h)²/12, so |D| > 3σ is the same as D² > 3·Σh²
  const squares = widths.reduce((total, { half }) => add(total, multiply(half, half)), ZERO);
  const likely = compare(multiply(gap, gap), multiply(THREE, squares)) <= 0;
  return { verdict: likely ? 'rounding' : 'doubtful', left, right, allowance };
}

/** True when the relation holds, be it by the rounding of its figures. */
export function holds(relation: AmountRelation): boolean {
  const { verdict } = judge(relation);
  return verdict === 'held' || verdict === 'rounding';
}

/** By how much the difference breaks the relation; 0 when it does not. */
function violation(op: AmountRelation['op'], difference: Decimal): Decimal {
  if (op === '<=') return compare(difference, ZERO) > 0 ? difference : ZERO;
  if (op === '>=') return compare(difference, ZERO) < 0 ? negate(difference) : ZERO;
  return absolute(difference);
}
