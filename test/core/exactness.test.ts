/**
 * Exactness: random tables, sums of up to a thousand addends, units mixed, negative figures. A correctly rounded table never gives a
 * mismatch; an error planted outside the interval always does.
 */
import { compare, formatDecimal, rounded, shift, unitsAt, type Decimal } from '../../src/core/amount';
import { judge } from '../../src/core/interval';
import { UNIT_POWER, type AmountRelation, type Fact, type Term, type Unit } from '../../src/core/model';
import { factsOfLiterals } from '../support/facts';
import { randomOf, type Random } from '../bench/diagnose/random';

const UNITS: readonly Unit[] = ['元', '千元', '万元'];
const [TEMPLATE] = factsOfLiterals([
  { kind: 'dept-expenditure', sheet: '表', rows: [{ line: 'grand-total', amounts: { all: '1' } }] },
]).facts;

/** An exact amount in 元, with more digits than any table states. */
function amount(random: Random): Decimal {
  const size = 10n ** BigInt(random.below(13));
  const units = (BigInt(random.below(1_000_000)) * size) / 1_000n;
  return { units: random.below(5) === 0 ? -units : units, scale: 6 };
}

/** The amount as a table states it: rounded half away from zero to the table's digits, or left blank when nothing remains. */
function stated(exact: Decimal, unit: Unit, decimals: number): Fact {
  const value = rounded(shift(exact, -UNIT_POWER[unit]), decimals);
  return { ...TEMPLATE!, unit, decimals, value: value.units === 0n ? null : value, printed: formatDecimal(value, decimals) };
}

interface Made {
  readonly relation: AmountRelation;
  /** Largest gap that rounding can make, in millionths of 元. */
  readonly bound: bigint;
}

function table(random: Random): Made {
  const count = 1 + random.below(random.below(4) === 0 ? 1_000 : 30);
  const [ownUnit, otherUnit] = [random.pick(UNITS), random.pick(UNITS)];
  const [ownDecimals, otherDecimals] = [random.below(3), random.below(3)];
  const exact = Array.from({ length: count }, () => ({
    value: amount(random),
    sign: random.below(6) === 0 ? (-1 as const) : (1 as const),
  }));
  const right = exact.map(({ value, sign }): Term => ({ fact: stated(value, otherUnit, otherDecimals), sign }));
  // A part that is rounded away to nothing leaves no interval: such a sum is not correctly stated, so it is left out of the total too.
  const total = exact.reduce((sum, { value, sign }, at) => (right[at]!.fact.value === null ? sum : sum + BigInt(sign) * value.units), 0n);
  const left: Term = { fact: stated({ units: total, scale: 6 }, ownUnit, ownDecimals), sign: 1 };
  const half = (unit: Unit, decimals: number): bigint => (5n * 10n ** BigInt(UNIT_POWER[unit] + 6)) / 10n ** BigInt(decimals + 1);
  const parts = right.filter(({ fact }) => fact.value !== null).length;
  const bound = half(ownUnit, ownDecimals) + BigInt(parts) * half(otherUnit, otherDecimals);
  return { relation: { type: 'amount', rule: 'test', op: '=', left: [left], right, message: { id: '', data: {} } }, bound };
}

test('a correctly rounded table never gives a mismatch', () => {
  for (let seed = 1; seed <= 1_500; seed += 1) {
    const { relation } = table(randomOf(seed));
    // A total that rounds to nothing has no interval either.
    if (relation.left[0]!.fact.value === null) continue;
    expect([seed, judge(relation).verdict]).not.toEqual([seed, 'mismatch']);
  }
});

test('an error planted outside the interval always does, one inside never', () => {
  for (let seed = 1; seed <= 1_500; seed += 1) {
    const random = randomOf(seed);
    const { relation, bound } = table(random);
    const [{ fact }] = relation.left as readonly [Term];
    if (fact.value === null) continue;
    const { right, allowance } = judge(relation);
    expect([seed, compare(allowance, { units: bound, scale: 6 })]).toEqual([seed, 0]);
    const direction = random.below(2) === 0 ? 1n : -1n;
    // The total is moved away from the sum of the parts: by the bound and a little more, or a little less.
    const verdictAt = (distance: bigint): string => {
      const value = shift({ units: unitsAt(right, 6) + direction * distance, scale: 6 }, -UNIT_POWER[fact.unit]);
      return judge({ ...relation, left: [{ fact: { ...fact, value }, sign: 1 }] }).verdict;
    };
    const little = BigInt(1 + random.below(Math.min(Number(bound), 1_000_000)));
    expect([seed, verdictAt(bound + little)]).toEqual([seed, 'mismatch']);
    expect([seed, verdictAt(bound - little)]).not.toEqual([seed, 'mismatch']);
  }
});
