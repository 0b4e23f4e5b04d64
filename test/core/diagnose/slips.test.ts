import { rightAmounts, readingOf, type Exchange } from '../../../src/core/diagnose/slips';

const exchange = (seen: number, right: number, around: Partial<Exchange> = {}): Exchange => ({
  seen,
  right,
  decimals: 2,
  neighbours: [],
  family: [],
  parts: [],
  stale: [],
  copies: [],
  ...around,
});

// Amounts in hundredths.
test.each<readonly [string, string, Exchange]>([
  ['468.40 for 486.40', 'transposed-digits', exchange(46840, 48640)],
  ['1979.00 for 19979.00', 'digit-omitted', exchange(197900, 1997900)],
  ['4668.40 for 468.40', 'digit-added', exchange(466840, 46840)],
  ['468.90 for 468.40', 'digit-replaced', exchange(46890, 46840)],
  ['752.00 for 75.20', 'decimal-shift', exchange(75200, 7520)],
  ['7.52 for 75.20', 'decimal-shift', exchange(752, 7520)],
  ['752000.00 for 75.20', 'unit', exchange(75200000, 7520)],
  ['-75.20 for 75.20', 'sign', exchange(-7520, 7520)],
  ['75.00 for 75.23', 'truncated', exchange(7500, 7523)],
  ['the figure beside', 'neighbour-cell', exchange(123456, 7523, { neighbours: [123456, 999] })],
  ['its total again', 'repeated-figure', exchange(123456, 7523, { family: [123456, 999] })],
  ['a part left out', 'missing-row', exchange(7523, 7523 + 4711, { parts: [4711, 7523] })],
  ["last year's figure", 'stale-copy', exchange(7523, 9911, { stale: [7523] })],
  ['an amount that the other tables agree on', 'stale-copy', exchange(7523, 9911, { copies: [9911] })],
  ['any other amount', 'unknown', exchange(7523, 9911)],
])('%s: %s', (_, slip, given) => {
  expect(readingOf(given).slip).toBe(slip);
});

test('a slip of the fingers is far likelier than no slip at all', () => {
  expect(readingOf(exchange(46840, 48640)).likelihood).toBeGreaterThan(100 * readingOf(exchange(46840, 51234)).likelihood);
});

test('amounts below nothing are unlikely', () => {
  expect(readingOf(exchange(7523, -9911)).likelihood).toBeLessThan(readingOf(exchange(7523, 9911)).likelihood / 50);
});

test('where the fingers could have come from', () => {
  const found = rightAmounts(46840, 2);
  expect([48640, -46840, 4684, 468400, 46890, 466840, 6840].filter((amount) => !found.has(amount))).toEqual([]);
  expect(found.has(46840)).toBe(false);
});
