/**
 * Which sums do the labels of a table promise: 小计 below (or above) its group and 合计 of them all, even in one single column of
 * amounts; a total beside items numbered 1, 2, 3 …?
 */
import { bitsOf, CERTAINTY, LEAST_PLACES, type Figures } from './sums';

/** A total and its parts, by row. */
export interface LabelledSum {
  readonly total: number;
  readonly parts: readonly number[];
}

export interface LabelledPlace {
  readonly sum: LabelledSum;
  readonly column: number;
}

export interface LabelledSums {
  /** Borne out by the figures: at least three places hold beyond chance, and what does not is one wrong figure. */
  readonly held: readonly LabelledPlace[];
  readonly broken: readonly LabelledPlace[];
  /** Told by nothing but the numbers of the items; whether they hold or not. */
  readonly numbered: readonly LabelledPlace[];
}

/** 其中：办公用房 is a part of the row above it, and no part of the total. */
const OF_WHICH = /^其中/;
const NUMBER = /^[(（]?(\d{1,2})[)）、.．](?!\d)|^[(（]?([一二三四五六七八九十]{1,3})[)）、.．]/;

/** 小计 adds up rows, 合计 these and 小计, 总计 all of them; 0 for a row that is no total. */
function rankOf(label: string): number {
  const bare = label.replace(NUMBER, '').replace(/\([^()]*\)$/, '');
  if (/小计$/.test(bare)) return 1;
  if (/合计$/.test(bare)) return 2;
  return /总计$|总额$/.test(bare) ? 3 : 0;
}

export function labelledSums(labels: readonly string[], rows: readonly Figures[], columns: readonly number[]): LabelledSums {
  const order = labels.map((_label, row) => row).filter((row) => !OF_WHICH.test(labels[row] ?? ''));
  const readings = [order, [...order].reverse()].map((rowsInOrder) => judged(sumsAlong(labels, rowsInOrder), rows, columns));
  const [below, above] = readings as [Judged, Judged];
  const better = above.held.length > below.held.length ? above : below;
  const certain = better.held.reduce((bits, { sum, column }) => bits + bitsOf(rows[sum.total]?.[column] ?? undefined), 0) >= CERTAINTY;
  const accepted = certain && better.held.length >= LEAST_PLACES && isOneFigure(better.broken) ? better : { held: [], broken: [] };
  const taken = new Set([...accepted.held, ...accepted.broken].map(({ sum, column }) => `${sum.total} ${column}`));
  const numbered = readings
    .flatMap(({ held, broken }) => [...held, ...broken])
    .filter(({ sum, column }) => isNumbered(sum, labels) && !taken.has(`${sum.total} ${column}`));
  return { ...accepted, numbered };
}

/** Every total takes the rows and lesser totals since the last one of its rank, in the order given. */
function sumsAlong(labels: readonly string[], order: readonly number[]): readonly LabelledSum[] {
  const sums: LabelledSum[] = [];
  const open: { readonly row: number; readonly rank: number }[] = [];
  for (const row of order) {
    const rank = rankOf(labels[row] ?? '');
    if (rank > 0) {
      let from = open.length;
      while (from > 0 && (open[from - 1]?.rank ?? 0) < rank) from -= 1;
      const parts = open
        .splice(from)
        .map((part) => part.row)
        .sort((a, b) => a - b);
      if (parts.length >= 2) sums.push({ total: row, parts });
    }
    open.push({ row, rank });
  }
  return sums;
}

type Judged = Pick<LabelledSums, 'held' | 'broken'>;

/** Places without a total, or with fewer than two parts, say nothing. */
function judged(sums: readonly LabelledSum[], rows: readonly Figures[], columns: readonly number[]): Judged {
  const held: LabelledPlace[] = [];
  const broken: LabelledPlace[] = [];
  for (const sum of sums) {
    for (const column of columns) {
      const total = rows[sum.total]?.[column];
      const parts = sum.parts.map((row) => rows[row]?.[column]);
      const stated = parts.filter((part) => part && part.value !== 0);
      if (!total || total.value === 0 || parts.some((part) => !part) || stated.length < 2) continue;
      const gap = parts.reduce((rest, part) => rest - (part?.value ?? 0), total.value);
      const width = stated.reduce((all, part) => all + (part?.half ?? 0), total.half);
      (Math.abs(gap) <= width ? held : broken).push({ sum, column });
    }
  }
  return { held, broken };
}

/** One wrong 小计 breaks its own sum and the one that it goes into. */
function isOneFigure(broken: readonly LabelledPlace[]): boolean {
  const [first, ...others] = broken;
  if (!first) return true;
  const own = [first.sum.total, ...first.sum.parts];
  return own.some((row) => others.every(({ sum, column }) => column === first.column && (sum.total === row || sum.parts.includes(row))));
}

/** 1, 2, 3 … to the last part, none left out. */
function isNumbered({ parts }: LabelledSum, labels: readonly string[]): boolean {
  const numbers = parts.map((row) => numberOf(labels[row] ?? '')).sort((a, b) => a - b);
  return numbers.every((number, at) => number === at + 1);
}

const DIGITS = '一二三四五六七八九十';

/** 1、 and 一、 are 1; NaN where no number stands. Only the first ten are told in words. */
function numberOf(label: string): number {
  const [, digits, word] = NUMBER.exec(label) ?? [];
  return digits !== undefined ? Number(digits) : word?.length === 1 ? DIGITS.indexOf(word) + 1 : NaN;
}
