/** What stands on a sheet, row by row, without its empty cells? */
import type { Catalogue } from '../accounts';
import type { Cell, CellRef, Range, Sheet } from '../workbook';
import { readFigure, type Figure } from './figure';
import { compact, textOf } from './text';
import { isOrnament } from './vocabulary';

export interface ViewCell {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  /** Compacted text of the value. */
  readonly text: string;
  readonly figure: Figure;
  /** Where the cell really stands, when its row was joined to a table of another sheet. */
  readonly origin?: CellRef;
}

export interface ViewRow {
  readonly index: number;
  /** From left to right; never empty. */
  readonly cells: readonly ViewCell[];
  /** The sheet that continues the table, and by how many columns its cells were moved to the right. */
  readonly origin?: { readonly sheet: string; readonly shift: number };
}

export interface SheetView {
  readonly sheet: Sheet;
  /** By which names of accounts are known. */
  readonly catalogue: Catalogue;
  readonly rows: readonly ViewRow[];
}

/** Keeps the cells that hold something of a table; blanks, formats without content and holes cost nothing further on. */
export function viewOf(sheet: Sheet, catalogue: Catalogue): SheetView {
  const rows: ViewRow[] = [];
  sheet.rows.forEach((row, index) => {
    if (!row) return;
    const cells: ViewCell[] = [];
    row.forEach((cell, column) => {
      if (!cell || cell.value === null) return;
      const text = compact(textOf(cell.value));
      if (text === '') return;
      const figure = readFigure(cell, text);
      if (figure.type !== 'text' || !isOrnament(text)) cells.push({ row: index, column, cell, text, figure });
    });
    if (cells.length > 0) rows.push({ index, cells });
  });
  return { sheet, catalogue, rows };
}

export function cellIn(row: ViewRow, column: number): ViewCell | undefined {
  for (const cell of row.cells) {
    if (cell.column === column) return cell;
    if (cell.column > column) return undefined;
  }
  return undefined;
}

export function refOf(sheet: string, cell: { readonly row: number; readonly column: number; readonly origin?: CellRef }): CellRef {
  if (cell.origin) return cell.origin;
  return { sheet, row: cell.row, column: cell.column };
}

/** The merged range that covers a cell, when the host knows merges and there is one. */
export function mergeAt(merges: readonly Range[], row: number, column: number): Range | undefined {
  return merges.find((m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right);
}
