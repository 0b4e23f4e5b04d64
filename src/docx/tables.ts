/** What is a table of a Word document as a sheet: its caption's lines, then its cells in their grid places? */
import type { Cell, Range, Sheet } from '../core/workbook';
import { textOf, type DocumentNode } from './tree';

/** Lines above a table that may be its title, department and unit. */
const MOST_CAPTIONS = 3;
const LONGEST_CAPTION = 45;

/** The lines right above a table, from the top down, that caption it: short ones that are no sentences. */
export function captionAbove(paragraphs: readonly string[]): readonly string[] {
  const captions: string[] = [];
  for (const text of [...paragraphs].reverse()) {
    if (captions.length === MOST_CAPTIONS || text.length > LONGEST_CAPTION || /[。；，！？]|[:：]$/.test(text)) break;
    captions.unshift(text);
  }
  return captions;
}

/** A table of one column is a frame around text. */
export function isFrame(table: DocumentNode): boolean {
  return rowsOf(table).every((row) => cellsOf(row).length <= 1);
}

const rowsOf = (table: DocumentNode): readonly DocumentNode[] => (table.children ?? []).filter(({ type }) => type === 'tableRow');
const cellsOf = (row: DocumentNode): readonly DocumentNode[] => (row.children ?? []).filter(({ type }) => type === 'tableCell');

/** A cell that spans columns or rows is a merged range. */
export function tableSheet(name: string, captions: readonly string[], table: DocumentNode): Sheet {
  const rows: (Cell | undefined)[][] = captions.map((value): Cell[] => [{ value }]);
  const merges: Range[] = [];
  const taken = new Set<string>();
  rowsOf(table).forEach((tableRow, at) => {
    const top = captions.length + at;
    let column = 0;
    const cells: (Cell | undefined)[] = (rows[top] ??= []);
    for (const cell of cellsOf(tableRow)) {
      while (taken.has(`${top},${column}`)) column += 1;
      const right = column + (cell.colSpan ?? 1) - 1;
      const bottom = top + (cell.rowSpan ?? 1) - 1;
      if (right > column || bottom > top) merges.push({ top, left: column, bottom, right });
      for (let r = top; r <= bottom; r++) for (let c = column; c <= right; c++) taken.add(`${r},${c}`);
      const value = textOf(cell);
      if (value !== '') cells[column] = { value };
      column = right + 1;
    }
  });
  return { name, rows, ...(merges.length > 0 ? { merges } : {}) };
}
