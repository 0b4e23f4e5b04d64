/**
 * How likely does a clerk who should have entered one amount enter another, and by which slip? The shares of the kinds of
 * slips follow the typing errors counted in business surveys (Scholtus 2009: 112 replaced, 15 omitted, 14 swapped, 11 added of
 * 152) and what reviewers find in budgets (DOMAIN.md, section 1); what counts is their order of size.
 */
import { rounded, unitsAt, type Decimal } from '../amount';
import type { Slip } from '../model';
import { decimalsCut, digitCount, figures, oneDigitReplaced, powerBetween, withDigitsSwapped, withoutOneDigit } from './digits';

/** Amounts in whole last digits of the cell's own column. */
export interface Exchange {
  readonly seen: number;
  readonly right: number;
  readonly decimals: number;
  readonly neighbours: readonly number[];
  readonly family: readonly number[];
  readonly parts: readonly number[];
  readonly stale: readonly number[];
  readonly copies: readonly number[];
}

export interface Reading {
  readonly slip: Slip;
  /** P(seen | right), all slips together; the slip named is the one with the largest share. */
  readonly likelihood: number;
  /** The same without any slip. */
  readonly unread: number;
}

/** Of two amounts of which nothing else is known, each to so many decimals. */
export function readingBetween(seen: Decimal, right: Decimal, decimals: number): Reading {
  const units = (value: Decimal): number => Number(unitsAt(rounded(value, decimals), decimals));
  const none = { neighbours: [], family: [], parts: [], stale: [], copies: [] } as const;
  return readingOf({ seen: units(seen), right: units(right), decimals, ...none });
}

const SHARE = {
  transposed: 0.12,
  replaced: 0.14,
  omitted: 0.08,
  added: 0.08,
  sign: 0.05,
  shiftByOne: 0.05,
  shiftByMore: 0.012,
  unit: 0.03,
  neighbour: 0.08,
  repeated: 0.06,
  missingRow: 0.08,
  truncated: 0.05,
  stale: 0.05,
  anything: 0.08,
} as const;

/** Amounts below nothing hardly occur in a budget. */
const NEGATIVE = 0.003;
/** A blank that should hold just this amount, in last digits: most blanks are blank rightly. */
const LEFT_BLANK = 0.3;
/** An amount where nothing should stand. */
const OUT_OF_PLACE = 0.005;

export function readingOf(exchange: Exchange): Reading {
  const { seen, right } = exchange;
  const shares = new Map<Slip, number>();
  const add = (slip: Slip, share: number): void => void shares.set(slip, Math.max(shares.get(slip) ?? 0, share));
  const spread = Math.abs(seen) + Math.abs(right) + 100;
  // When the other tables agree on the right amount, an arbitrary difference is most likely an amount that was changed there only.
  const voted = right !== 0 && exchange.copies.includes(right);
  add(voted ? 'stale-copy' : 'unknown', SHARE.anything / spread);
  if (seen === 0) add('unknown', Math.min(0.003, LEFT_BLANK / spread));
  if (right === 0) add('unknown', OUT_OF_PLACE);
  if (right !== 0 && seen !== 0) fingers(exchange, add);
  if (exchange.neighbours.includes(seen)) add('neighbour-cell', SHARE.neighbour / exchange.neighbours.length);
  if (exchange.family.includes(seen)) add('repeated-figure', SHARE.repeated / exchange.family.length);
  if (exchange.stale.includes(seen)) add('stale-copy', SHARE.stale / exchange.stale.length);
  if (right !== 0 && exchange.parts.some((part) => right - part === seen)) add('missing-row', SHARE.missingRow / exchange.parts.length);
  const negative = right < 0 ? NEGATIVE : 1;
  let slip: Slip = 'unknown';
  let best = 0;
  let likelihood = 0;
  for (const [name, share] of shares) {
    likelihood += share;
    if (share > best) [slip, best] = [name, share];
  }
  const plausible = negative * roundness(seen, right);
  return { slip, likelihood: likelihood * plausible, unread: (SHARE.anything / spread) * plausible };
}

/**
 * Round amounts are common: that 5.00 stands for 2705.00 is less likely than that 4121.80 stands for 1421.80. Half a power of
 * ten for each figure that counts.
 */
function roundness(seen: number, right: number): number {
  return seen === 0 || right === 0 ? 1 : 10 ** ((figures(seen) - figures(right)) / 2);
}

function fingers({ seen, right, decimals }: Exchange, add: (slip: Slip, share: number) => void): void {
  if (seen === -right) add('sign', SHARE.sign);
  const power = powerBetween(seen, right);
  if (power !== null) {
    if (Math.abs(power) === 4 || Math.abs(power) === 8) add('unit', SHARE.unit);
    else add('decimal-shift', Math.abs(power) === 1 ? SHARE.shiftByOne : SHARE.shiftByMore);
  }
  if (seen < 0 !== right < 0) return;
  const a = Math.abs(seen);
  const b = Math.abs(right);
  const digits = digitCount(b, decimals);
  const swapped = withDigitsSwapped(b, decimals);
  if (swapped.has(a)) add('transposed-digits', SHARE.transposed / swapped.size);
  if (oneDigitReplaced(a, b, decimals)) add('digit-replaced', SHARE.replaced / (digits * 9));
  if (power === null && withoutOneDigit(b, decimals).has(a)) add('digit-omitted', SHARE.omitted / digits);
  if (power === null && withoutOneDigit(a, decimals).has(b)) add('digit-added', SHARE.added / ((digits + 1) * 10));
  if (decimalsCut(a, b, decimals)) add('truncated', SHARE.truncated / decimals);
}

/** Amounts that a slip of the fingers could have turned into the one seen: where to look when an interval is wide. */
export function rightAmounts(seen: number, decimals: number): ReadonlySet<number> {
  const found = new Set<number>([-seen]);
  const a = Math.abs(seen);
  const sign = seen < 0 ? -1 : 1;
  const put = (value: number): void => void (value !== a && found.add(value * sign));
  for (const step of [10, 100, 1000, 10_000]) {
    put(a * step);
    if (a % step === 0) put(a / step);
  }
  for (const value of withDigitsSwapped(a, decimals)) put(value);
  for (const value of withoutOneDigit(a, decimals)) put(value);
  const length = digitCount(a, decimals);
  for (let at = 0; at < length; at += 1) {
    const place = 10 ** at;
    const digit = Math.floor(a / place) % 10;
    for (let other = 0; other < 10; other += 1) if (other !== digit) put(a + (other - digit) * place);
  }
  for (let at = 0; at <= length; at += 1) {
    const place = 10 ** at;
    for (let digit = 0; digit < 10; digit += 1) put(Math.floor(a / place) * place * 10 + digit * place + (a % place));
  }
  return found;
}
