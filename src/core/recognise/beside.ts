/** Which tables of a sheet stand beside one another, each under a title of its own? */
import { isTableNumber, isTitleRow, titleLine } from './caption';
import { layoutOfTitle } from './kind';
import type { ViewCell, ViewRow } from './sheetView';

function titlesOf(row: ViewRow): readonly ViewCell[] {
  return row.cells.filter((cell) => {
    const line = titleLine(cell);
    return line !== null && layoutOfTitle(line) !== null;
  });
}

const isNumbers = (row: ViewRow | undefined): boolean => row !== undefined && row.cells.every((cell) => isTableNumber(cell.text));

/** Where the table under a title begins: behind the last column to the left of it that is empty in all rows, or at the title. */
function leftEdge(title: ViewCell, after: ViewCell, rows: readonly ViewRow[]): number {
  const filled = new Set(rows.flatMap((row) => row.cells.map((cell) => cell.column)));
  for (let column = title.column - 1; column > after.column; column -= 1) if (!filled.has(column)) return column + 1;
  return title.column;
}

function cut(rows: readonly ViewRow[], from: number, to: number): readonly ViewRow[] {
  return rows.flatMap((row) => {
    const cells = row.cells.filter((cell) => cell.column >= from && cell.column < to);
    return cells.length > 0 ? [{ ...row, cells }] : [];
  });
}

/** One below the other: rows whose tables stand beside one another are told one table after the other, from left to right. */
export function besideOneAnother(rows: readonly ViewRow[]): readonly (readonly ViewRow[])[] {
  const starts = rows.flatMap((row, i) => {
    const titles = titlesOf(row);
    if (titles.length < 2 && !isTitleRow(row)) return [];
    let start = i;
    while (start > 0 && isNumbers(rows[start - 1])) start -= 1;
    return [{ start, titles }];
  });
  if (!starts.some(({ titles }) => titles.length > 1)) return [rows];
  const found: (readonly ViewRow[])[] = [];
  let plain: ViewRow[] = rows.slice(0, starts[0]?.start ?? 0);
  starts.forEach(({ start, titles }, i) => {
    const stretch = rows.slice(start, starts[i + 1]?.start ?? rows.length);
    if (titles.length < 2) {
      plain.push(...stretch);
      return;
    }
    if (plain.length > 0) found.push(plain);
    plain = [];
    const edges = titles.map((title, n) => (n === 0 ? 0 : leftEdge(title, titles[n - 1] as ViewCell, stretch)));
    edges.forEach((edge, n) => found.push(cut(stretch, edge, edges[n + 1] ?? Infinity)));
  });
  if (plain.length > 0) found.push(plain);
  return found;
}
