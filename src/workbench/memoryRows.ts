/**
 * What follows when a person inserts, deletes or sorts rows? Where ranges and references go; the memory model's own part of what Excel
 * does. A sort moves cells and their comments; conditional formats, validation and names stay where they are.
 */
import { quoteSheetName, type Range } from '../core/workbook';

/** Where a row is afterwards; `null` when it is gone. */
export type RowMap = (row: number) => number | null;

export const inserted =
  (at: number, count: number): RowMap =>
  (row) =>
    row >= at ? row + count : row;

export const deleted =
  (at: number, count: number): RowMap =>
  (row) =>
    row < at ? row : row >= at + count ? row - count : null;

/** The range afterwards: it grows with rows inserted inside, and is gone with its last row. */
export function movedRange(range: Range, map: RowMap): Range | null {
  const rows: number[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const moved = map(row);
    if (moved !== null) rows.push(moved);
  }
  const [top] = rows;
  return top === undefined ? null : { ...range, top, bottom: rows[rows.length - 1] ?? top };
}

/** References to the sheet, also within the sheet's own formulas; one whose cell is gone reads #REF!. */
export function movedFormula(formula: string, sheet: string, own: boolean, map: RowMap): string {
  const quoted = quoteSheetName(sheet).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const plain = sheet.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const cell = '\\$?[A-Z]{1,3}\\$?\\d+';
  const prefix = own ? `(${quoted}!|${plain}!)?` : `(${quoted}!|${plain}!)`;
  const reference = new RegExp(`("(?:[^"]|"")*")|(?<![\\w.!$'])${prefix}(${cell}(?::${cell})?)(?![\\w(!])`, 'g');
  return formula.replace(reference, (whole, text: string | undefined, at: string | undefined, address: string) => {
    if (text !== undefined) return whole;
    const moved = movedAddress(address, map);
    return `${at ?? ''}${moved ?? '#REF!'}`;
  });
}

function movedAddress(address: string, map: RowMap): string | null {
  const [from = '', to] = address.split(':');
  const rowOf = (part: string): number => Number(/\d+$/.exec(part)?.[0]) - 1;
  const range = movedRange({ top: rowOf(from), bottom: rowOf(to ?? from), left: 0, right: 0 }, map);
  if (range === null) return null;
  const withRow = (part: string, row: number): string => part.replace(/\d+$/, String(row + 1));
  return to === undefined ? withRow(from, range.top) : `${withRow(from, range.top)}:${withRow(to, range.bottom)}`;
}
