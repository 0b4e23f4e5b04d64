/** Sums learnt from figures: never by coincidence, and a single broken place is found. */
import { findSums, type Figures } from '../../../src/core/unknown/sums';
import { randomOf, type Random } from '../../bench/diagnose/random';

type Table = readonly (readonly (number | null)[])[];

/** Figures of no digits after the point: twice the value, half a digit is 1. */
const linesOf = (table: Table): readonly Figures[] =>
  table.map((line) => line.map((value) => (value === null ? null : { value: 2 * value, half: value === 0 ? 0 : 1 })));

const told = (table: Table) =>
  findSums(linesOf(table)).map(
    ({ total, parts, held, broken }) => `${total} = ${parts.join('+')} at ${held.join(' ')}${broken === null ? '' : `, not at ${broken}`}`,
  );

describe('tables by hand', () => {
  const A = [12050, 9820, 14370, 8760];
  const B = [31040, 27510, 28890, 30130];
  const C = [5511, 7203, 1190, 4408];
  const D = [777, 8121, 30, 9152];
  const plus = (...lines: readonly (readonly number[])[]) => A.map((_value, at) => lines.reduce((sum, line) => sum + (line[at] ?? 0), 0));
  const but = (line: readonly number[], place: number, value: number) => line.map((old, at) => (at === place ? value : old));

  test('a total above or below its parts', () => {
    expect(told([plus(A, B, C), A, B, C])).toEqual(['0 = 1+2+3 at 0 1 2 3']);
    expect(told([A, B, C, plus(A, B, C)])).toEqual(['3 = 2+1+0 at 0 1 2 3']);
  });

  test('subtotals, and the total of the subtotals', () => {
    expect(told([plus(A, B, C, D), plus(A, B), A, B, plus(C, D), C, D])).toEqual([
      '1 = 2+3 at 0 1 2 3',
      '0 = 1+4 at 0 1 2 3',
      '4 = 5+6 at 0 1 2 3',
    ]);
  });

  test('one broken place', () => {
    expect(told([but(plus(A, B, C), 2, 44405), A, B, C])).toEqual(['0 = 1+2+3 at 0 1 3, not at 2']);
  });

  test('a broken subtotal does not hide the total above it', () => {
    expect(told([plus(A, B, C, D), plus(A, B), A, B, but(plus(C, D), 0, 6299), C, D])).toEqual([
      '1 = 2+3 at 0 1 2 3',
      '0 = 1+4 at 1 2 3, not at 0',
      '4 = 5+6 at 1 2 3, not at 0',
    ]);
  });

  test('rounding is no break', () => {
    expect(told([but(plus(A, B, C), 2, 44451), A, B, C])).toEqual(['0 = 1+2+3 at 0 1 2 3']);
  });

  test('two places are no relation, and two broken ones neither', () => {
    expect(told([plus(A, B).slice(2), A.slice(2), B.slice(2)])).toEqual([]);
    expect(told([but(but(plus(A, B), 0, 1), 1, 1), A, B])).toEqual([]);
  });

  test('zeros, blanks, words and a single part are no evidence', () => {
    expect(told([A, A, [0, 0, 0, 0]])).toEqual([]);
    expect(told([but(plus(A, B), 3, 0), A, but(but(B, 0, 0), 1, 0)])).toEqual([]);
    expect(told([[43090, null, null, 38890], A, B])).toEqual([]);
  });

  test('small figures and figures that follow from others are little evidence', () => {
    expect(
      told([
        [3, 5, 7],
        [1, 2, 3],
        [2, 3, 4],
      ]),
    ).toEqual([]);
    const line = (value: number) => [value, 2 * value, 3 * value, 4 * value];
    expect(told([line(430), line(120), line(310)])).toEqual([]);
  });
});

// ---- at random ----------------------------------------------------------------------------------------------------

/** How figures are made: small counts, amounts, many zeros, a few values again and again, columns that follow from others, runs. */
const STYLES: readonly ((random: Random, rows: number, columns: number) => number[][])[] = [
  (random, rows, columns) => fill(rows, columns, () => random.below(10)),
  (random, rows, columns) => fill(rows, columns, () => random.below(1_000)),
  (random, rows, columns) => fill(rows, columns, () => random.below(100_000_000)),
  (random, rows, columns) => fill(rows, columns, () => (random.below(3) > 0 ? 0 : random.below(1_000))),
  (random, rows, columns) => fill(rows, columns, () => random.pick([0, 50, 100, 150, 200, 500])),
  (random, rows, columns) => fill(rows, columns, () => 100 * random.below(100)),
  (random, rows, columns) =>
    fill(rows, 1, () => random.below(100_000)).map(([value = 0]) => Array.from({ length: columns }, (_, at) => value * (at + 1))),
  (random, rows, columns) =>
    fill(rows, columns, () => random.below(100_000)).map((row) => [...row, row.reduce((sum, value) => sum + value, 0)]),
  (random, rows, columns) => fill(rows, columns, () => random.below(30)).map((row, at) => row.map((value) => 1_000 + 7 * at + value)),
  (random, rows, columns) => fill(rows, columns, () => random.below(50_000) - 25_000),
];

function fill(rows: number, columns: number, make: () => number): number[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, make));
}

test('random tables have no totals', () => {
  for (let seed = 1; seed <= 4_000; seed += 1) {
    const random = randomOf(seed);
    const style = seed % STYLES.length;
    const table = (STYLES[style] as (typeof STYLES)[number])(random, 3 + random.below(12), 2 + random.below(8));
    expect([seed, style, told(table)]).toEqual([seed, style, []]);
  }
});

test('a planted total is found with its parts; a slip in it, or in a part, breaks it there and nowhere else', () => {
  for (let seed = 1; seed <= 600; seed += 1) {
    const random = randomOf(seed);
    const parts = fill(2 + random.below(8), 4 + random.below(4), () => random.below(1_000_000));
    const before = fill(random.below(3), parts[0]!.length, () => random.below(1_000_000));
    const total = parts[0]!.map((_value, at) => parts.reduce((sum, line) => sum + line[at]!, 0));
    const table = [...before, ...parts, total];
    const at = { line: before.length + random.below(parts.length + 1), place: random.below(total.length) };
    const slipped = table.map((line, index) =>
      line.map((value, place) => (index === at.line && place === at.place ? value + 9_000 : value)),
    );
    const summary = (some: Table) =>
      findSums(linesOf(some)).map(({ total: line, parts: found, broken }) => [line, [...found].sort((a, b) => a - b), broken]);
    const wanted = parts.map((_line, index) => before.length + index);
    expect([seed, summary(table)]).toEqual([seed, [[table.length - 1, wanted, null]]]);
    expect([seed, summary(slipped)]).toEqual([seed, [[table.length - 1, wanted, at.place]]]);
  }
});

test('the longer the table the more is looked at, but no more for each figure', () => {
  const random = randomOf(3);
  const looksAt = (count: number): number => {
    let looks = 0;
    const figure = (value: number) => ({
      get value() {
        looks += 1;
        return value;
      },
      half: 1,
    });
    const lines = Array.from({ length: count }, (): Figures => Array.from({ length: 8 }, () => figure(2 * random.below(1e7))));
    expect(findSums(lines)).toEqual([]);
    return looks / (8 * count);
  };
  expect(looksAt(2_000)).toBeLessThan(1.5 * looksAt(500));
});
