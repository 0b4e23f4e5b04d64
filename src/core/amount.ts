/**
 * Exact amounts. A stated figure is a scaled integer with the precision it was stated to; as such it stands for the
 * interval value ± half of its last stated digit (XBRL Calculations 1.1, round-to-nearest). No floating point decides anything.
 */

/** An exact decimal: `units × 10^-scale`. `scale` is 0 or more. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

export const ZERO: Decimal = { units: 0n, scale: 0 };

const POWERS: bigint[] = [1n];

/** 10^n; the powers met once are remembered. */
function pow10(n: number): bigint {
  for (let next = POWERS.length; next <= n; next += 1) POWERS.push((POWERS[next - 1] ?? 1n) * 10n);
  return POWERS[n] ?? 1n;
}

/** Drops trailing zeros of the fraction. */
export function normalise(value: Decimal): Decimal {
  let { units, scale } = value;
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  return { units, scale };
}

/** `units` of the value at a scale that is at least its own. */
export function unitsAt(value: Decimal, scale: number): bigint {
  return value.units * pow10(scale - value.scale);
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

export function negate(a: Decimal): Decimal {
  return { units: -a.units, scale: a.scale };
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** −1, 0 or 1. */
export function compare(a: Decimal, b: Decimal): number {
  const difference = subtract(a, b).units;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function isZero(a: Decimal): boolean {
  return a.units === 0n;
}

export function absolute(a: Decimal): Decimal {
  return a.units < 0n ? negate(a) : a;
}

/** The value × 10^power, exactly. */
export function shift(value: Decimal, power: number): Decimal {
  if (power >= value.scale) return { units: value.units * pow10(power - value.scale), scale: 0 };
  return { units: value.units, scale: value.scale - power };
}

/** To so many digits after the point, half away from zero. */
export function rounded(value: Decimal, decimals: number): Decimal {
  if (value.scale <= decimals) return value;
  const step = pow10(value.scale - decimals);
  const size = value.units < 0n ? -value.units : value.units;
  const units = (size + step / 2n) / step;
  return { units: value.units < 0n ? -units : units, scale: decimals };
}

/** whole ÷ by, cut to so many digits after the point. `by` is not 0. */
export function quotient(whole: Decimal, by: Decimal, decimals: number): Decimal {
  const depth = Math.max(whole.scale, by.scale);
  return { units: (unitsAt(whole, depth) * pow10(decimals)) / unitsAt(by, depth), scale: decimals };
}

/** `-18.00` with at least `decimals` digits after the point; digits that are there are never dropped. */
export function formatDecimal(value: Decimal, decimals = 0): string {
  const shown = normalise(value);
  const scale = Math.max(shown.scale, decimals);
  const units = unitsAt(shown, scale);
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const sign = units < 0n ? '-' : '';
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(digits.length - scale)}`;
}

/** `123`, `-1.50`, `1e-7` as JavaScript prints numbers → exact; `null` for anything else. */
export function parseDecimal(text: string): Decimal | null {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!match) return null;
  const fraction = match[3] ?? '';
  const units = BigInt((match[2] ?? '') + fraction);
  const value = { units: match[1] === '-' ? -units : units, scale: fraction.length };
  const exponent = Number(match[4] ?? 0);
  if (Math.abs(exponent) > 400) return null;
  return exponent === 0 ? value : shift(value, exponent);
}

/**
 * Almost every amount has few decimals: n / 10^scale rounds correctly, so equality says that n is what was typed. `null` for
 * numbers with more than four digits after the point, or beyond 15 digits.
 */
export function shortDecimal(value: number): { readonly units: number; readonly scale: number } | null {
  for (let scale = 0, power = 1; scale <= 4; scale += 1, power *= 10) {
    const units = Math.round(value * power);
    if (Math.abs(units) < 1e15 && units / power === value) return { units, scale };
  }
  return null;
}

/** More digits after the point, or in all, no office types: a cent in 亿元 has ten after the point. */
const MOST_DECIMALS = 10;
const MOST_DIGITS = 10n ** 13n;
/** What a computation leaves behind a figure of so many digits: a difference of amounts in 元 leaves the most. */
const RESIDUES: readonly { readonly decimals: number; readonly most: Decimal }[] = [
  { decimals: 6, most: { units: 1n, scale: 9 } },
  { decimals: 2, most: { units: 5n, scale: 7 } },
];

/** 78.8000000007451 → 78.8, 1.45519152283669e-11 → 0: the difference of two large numbers keeps their rounding errors. */
function withoutResidue(value: Decimal): Decimal {
  if (value.scale <= MOST_DECIMALS && absolute(value).units < MOST_DIGITS) return value;
  for (const { decimals, most } of RESIDUES) {
    const near = rounded(value, decimals);
    if (compare(absolute(subtract(value, near)), most) < 0) return normalise(near);
  }
  return value;
}

/**
 * A number as a spreadsheet stores it (IEEE double) → the decimal that was meant. Excel itself keeps 15 significant
 * digits; what a chain of additions leaves behind them (1449.1299999999999) is not a stated digit.
 */
export function decimalOfNumber(value: number): Decimal | null {
  if (!Number.isFinite(value)) return null;
  const short = shortDecimal(value);
  if (short) return { units: BigInt(short.units), scale: short.scale };
  const exact = parseDecimal(value.toPrecision(15));
  if (!exact) return null;
  const trimmed = normalise(exact);
  if (trimmed.scale <= 8) return trimmed;
  const shorter = parseDecimal(value.toPrecision(13));
  const fewer = shorter && normalise(shorter);
  return fewer && fewer.scale <= 6 ? fewer : withoutResidue(trimmed);
}
