/** Where do ranges and a formula's references go when rows come into a sheet, go from it, or are sorted? As in Excel. */
import { columnIndex, type Range } from '../core/workbook';
import { shiftFormula } from './formula';

const MAX_ROW = 1_048_576;
const MAX_COLUMN = 16_384;

/** `count` rows that come in before row `at`, or go from `at` on. Rows are 0-based. */
export interface RowMove {
  readonly kind: 'insert' | 'delete';
  readonly at: number;
  readonly count: number;
}

/** How many rows are frozen afterwards: what comes in or goes above the line moves it. */
export function frozenAfter(rows: number, move: RowMove): number {
  if (rows === 0) return 0;
  if (move.kind === 'insert') return move.at < rows ? rows + move.count : rows;
  return (movedSpan(0, rows - 1, move)?.bottom ?? -1) + 1;
}

/** Row `order[i]` comes to stand at `range.top + i`: every row of the range once. Only the cells of the range's columns move. */
export interface RowSort {
  readonly kind: 'sort';
  readonly range: Range;
  readonly order: readonly number[];
}

/** Where a sort puts a cell. */
export function sortTarget({ range, order }: RowSort): (row: number, column: number) => number {
  const to = new Map(order.map((row, i) => [row, range.top + i]));
  return (row, column) => (column < range.left || column > range.right ? row : (to.get(row) ?? row));
}

/** Where a row is afterwards; `null` when it is gone. */
export function movedRow(row: number, { kind, at, count }: RowMove): number | null {
  if (row < at) return row;
  if (kind === 'insert') return row + count;
  return row < at + count ? null : row - count;
}

/** The rows afterwards: they grow with what comes in between them; `null` when the last of them is gone. */
function movedSpan(top: number, bottom: number, move: RowMove): { readonly top: number; readonly bottom: number } | null {
  const { kind, at, count } = move;
  if (kind === 'insert') {
    // Whole columns stay whole.
    if (top === 0 && bottom === MAX_ROW - 1) return { top, bottom };
    return { top: top >= at ? top + count : top, bottom: Math.min(MAX_ROW - 1, bottom >= at ? bottom + count : bottom) };
  }
  const first = movedRow(top, move) ?? at;
  const last = movedRow(bottom, move) ?? at - 1;
  return last < first ? null : { top: first, bottom: bottom === MAX_ROW - 1 ? bottom : last };
}

export function movedRange(range: Range, move: RowMove): Range | null {
  const span = movedSpan(range.top, range.bottom, move);
  return span === null ? null : { ...range, ...span };
}

/**
 * The ranges of a rule afterwards, `null` when none is left. Its formulas are written for the first range's first cell: `rows` and `columns` are how
 * far they have to be shifted, before their references move, for the first cell that is left.
 */
export function movedRanges(
  ranges: readonly Range[],
  move: RowMove,
): { readonly ranges: readonly Range[]; readonly rows: number; readonly columns: number } | null {
  const left = ranges.flatMap((before) => {
    const after = movedRange(before, move);
    return after === null ? [] : [{ before, after }];
  });
  const [first] = ranges;
  const heir = left[0]?.before;
  if (!first || !heir) return null;
  const anchor = movedRow(heir.top, move) === null ? move.at + move.count : heir.top;
  return { ranges: left.map(({ after }) => after), rows: anchor - first.top, columns: heir.left - first.left };
}

/**
 * Texts in quotes and brackets are passed over. A reference: its sheet, quoted or not, then rows or cells. What names another workbook or several
 * sheets at once is left as it stands.
 */
const TOKEN =
  /"(?:[^"]|"")*"|\[(?:[^[\]]|\[[^\]]*\])*\]|(?:'((?:[^']|'')*)'!|(?<![\p{L}\p{N}_.\\:#\]])([\p{L}_\\][\p{L}\p{N}_.\\]*)!|(?<![\p{L}\p{N}_.$:!'\]]))(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.(!:])/gu;

/** Every reference as `change` has it; `sheet` is `null` for one without a sheet's name. */
function changedReferences(formula: string, change: (reference: string, sheet: string | null) => string): string {
  return formula.replace(TOKEN, (whole, quoted?: string, plain?: string, reference?: string) => {
    if (reference === undefined || quoted?.includes(']') || !reference.split(':').every(onGrid)) return whole;
    const sheet = quoted?.replace(/''/g, "'") ?? plain ?? null;
    return whole.slice(0, whole.length - reference.length) + change(reference, sheet);
  });
}

/** A name such as ZZZ1 lies outside the grid: it is no reference. */
function onGrid(part: string): boolean {
  const [, column = '', row = ''] = /^\$?([A-Za-z]*)\$?(\d+)$/.exec(part) ?? [];
  return (column === '' || columnIndex(column) < MAX_COLUMN) && Number(row) >= 1 && Number(row) <= MAX_ROW;
}

/**
 * The formula (with or without `=`) after rows of the sheet `moved` moved; a reference whose rows are gone reads `#REF!`. `own`: the sheet that
 * the formula stands on, `null` for none.
 */
export function movedFormula(formula: string, move: RowMove, moved: string, own: string | null): string {
  return changedReferences(formula, (reference, sheet) => {
    if ((sheet ?? own)?.toLowerCase() !== moved.toLowerCase()) return reference;
    const [from = '', to = from] = reference.split(':');
    const [first, last] = [rowOf(from), rowOf(to)];
    const span = movedSpan(Math.min(first, last), Math.max(first, last), move);
    if (span === null) return '#REF!';
    const start = atRow(from, first <= last ? span.top : span.bottom);
    return reference.includes(':') ? `${start}:${atRow(to, first <= last ? span.bottom : span.top)}` : start;
  });
}

const rowOf = (part: string): number => Number(/\d+$/.exec(part)?.[0]) - 1;
const atRow = (part: string, row: number): string => part.replace(/\d+$/, String(row + 1));

/**
 * The formula as it reads after a sort put its cell `rows` further down: relative references move along, as in a copy (Microsoft Knowledge Base
 * Q40401), but those that name a sheet stay.
 */
export function sortedFormula(formula: string, rows: number): string {
  return changedReferences(formula, (reference, sheet) => (sheet === null ? shiftFormula(reference, rows, 0) : reference));
}
