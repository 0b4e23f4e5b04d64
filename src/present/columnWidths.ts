/** Which question this file answers: how wide is each column of a generated sheet, so that figures stand in one line and texts in few, and a page holds all columns? */
import type { PlannedCell, PlannedStyle } from '../core/spreadsheet';
import type { Range } from '../core/workbook';
import { separated } from './counts';
import type { SheetRow } from './sheetCells';
import { textWidth } from './width';

/** In characters. A figure and a column's name do not wrap: they may be wider than `most`. */
export interface WidthRange {
  readonly least: number;
  readonly most: number;
}

/** Edges of the cell; the arrow of the filter beside a column's name. */
const EDGES = 2;
const ARROW = 4;

/** Longer figures are shown as ####, which a reader can widen. */
const WIDEST_FIGURE = 30;

/** They run over the cells beside them. */
const RUNNING: ReadonlySet<PlannedStyle | undefined> = new Set(['title', 'note', 'group']);

/** One width for each of the ranges; rows that run over several columns, and those named as merged, do not count. */
export function columnWidths(rows: readonly SheetRow[], ranges: readonly WidthRange[], merges: readonly Range[] = []): readonly number[] {
  const merged = new Set(merges.map(({ top }) => top));
  const counting = rows.filter(([first], row) => !merged.has(row) && !(first && RUNNING.has(first.style)));
  return ranges.map(({ least, most }, column) =>
    counting.reduce((width, row) => Math.max(width, wanted(row[column] ?? null, most)), least),
  );
}

function wanted(cell: PlannedCell | null, most: number): number {
  if (cell === null) return 0;
  if (cell.type === 'number' || (cell.type === 'formula' && cell.format !== 'General'))
    return Math.min(WIDEST_FIGURE, textWidth(separated(cell.value)) + EDGES);
  const text = cell.type === 'formula' ? cell.value : cell.text;
  if (cell.style === 'header') return Math.max(Math.min(most, textWidth(text) + ARROW), textWidth(text) + EDGES);
  if (cell.style === 'figure') return Math.min(WIDEST_FIGURE, textWidth(text) + EDGES);
  return Math.min(most, Math.max(...text.split('\n').map(textWidth)) + EDGES);
}
