/**
 * How high is a row whose height the file leaves to the program? As high as its largest font and its wrapped lines need.
 * Estimated from the characters, without a canvas, so that it is the same in Node and in the browser.
 */
import { isWide } from '../../present/width';
import { wrappedLines } from '../../present/wrap';
import type { PresentedSheet, ResolvedStyle } from '../../xlsx';

const DEFAULT_POINTS = 11;
const PIXELS_PER_POINT = 96 / 72;
/** Line height over font size, and the space that a cell keeps above and below its text. */
const LINE_SPACING = 1.2;
const PADDING = 2;
const SIDE_PADDING = 6;
/** Excel's tallest row is 409 points. */
const TALLEST = 545;

/** Rows that must be higher than the sheet's default, with their heights in pixels. */
export function fittingHeights(sheet: PresentedSheet, styles: readonly ResolvedStyle[]): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  const widths = new Map<number, number>();
  for (const { from, to, width } of sheet.columns) {
    if (width !== null) for (let column = from; column <= Math.min(to, 1000); column += 1) widths.set(column, width);
  }
  // Merged text does not make a row grow, as in Excel; its font still does.
  const merged = new Set(
    sheet.merges.flatMap(({ top, left, bottom }) => Array.from({ length: bottom - top + 1 }, (_, i) => `${top + i}:${left}`)),
  );
  for (const { row, column, value, style: index } of sheet.cells) {
    if (value === null || value === '') continue;
    const style = styles[index];
    const wraps = style?.wrap === true && !merged.has(`${row}:${column}`);
    const height = heightOf(String(value), style?.font?.size, wraps ? (widths.get(column) ?? sheet.defaultColumnWidth) : null);
    if (height > Math.max(heights.get(row) ?? 0, sheet.defaultRowHeight)) heights.set(row, height);
  }
  return heights;
}

/** Height in pixels of a cell's text at a font size in points; `width` in pixels when it wraps. */
export function heightOf(text: string, points: number = DEFAULT_POINTS, width: number | null = null): number {
  const size = points * PIXELS_PER_POINT;
  const widthOf = (symbol: string): number => (isWide(symbol) ? size : size * 0.55);
  const lines = width === null ? 1 : wrappedLines(text, Math.max(size, width - SIDE_PADDING), widthOf);
  return Math.min(TALLEST, Math.ceil(lines * size * LINE_SPACING + PADDING));
}
