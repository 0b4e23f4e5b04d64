/** How much of a table's body got a meaning? */
import type { Panel } from '../model';
import type { CellRef } from '../workbook';
import type { Body } from './body';
import { cellIn, refOf, type ViewCell } from './sheetView';

/** Rows of several sheets may bear the same number. */
function place(index: number, origin: { readonly sheet: string } | undefined): string | number {
  return origin ? `${origin.sheet}!${index}` : index;
}

/** Body rows all of whose amounts got a meaning, and the amount cells that got none. */
export function coverage(
  panels: readonly Panel[],
  body: Body,
  sheet: string,
): { readonly mappedRows: number; readonly unread: readonly CellRef[] } {
  const unread: CellRef[] = [];
  let mappedRows = 0;
  const meanings = panels.map((panel) => ({
    panel,
    lines: new Map(panel.rows.map((row) => [place(row.index, row.continued), row.line])),
    amounts: panel.columns.filter((c) => c.role === 'amount' || c.role === 'unknown'),
  }));
  const isHeldElsewhere = (column: number, at: string | number): boolean =>
    meanings.some(({ lines, amounts }) => lines.has(at) && amounts.some(({ index }) => index === column));
  for (const row of body.rows) {
    const at = place(row.index, row.origin);
    const before = unread.length;
    const seen = new Set<ViewCell>();
    for (const { lines, amounts } of meanings) {
      // 收入 and 支出 below one another share their columns: the row belongs to one of them
      const elsewhere = !lines.has(at);
      for (const column of amounts) {
        const cell = cellIn(row, column.index);
        if (!cell || seen.has(cell) || (elsewhere && isHeldElsewhere(column.index, at))) continue;
        seen.add(cell);
        const type = cell.figure.type;
        if (type === 'blank' || type === 'nil') continue;
        if (type === 'amount' && column.measure && !elsewhere && lines.get(at) !== 'unknown') continue;
        if (type === 'text' && !column.measure) continue;
        unread.push(refOf(sheet, cell));
      }
    }
    if (unread.length === before) mappedRows += 1;
  }
  return { mappedRows, unread };
}
