/** Which question this file answers: how is a snapshot brought up to date after an edit without reading the whole workbook again. */
import type { SheetChange } from '../core/spreadsheet';
import { parseAddress, rangeAddress, type Cell, type Range, type Sheet, type Workbook } from '../core/workbook';
import { codeOf } from './errors';
import { cellOf } from './read';

/** More cells than these are read with the whole workbook, in parts. */
const MOST_CELLS = 50_000;

interface Part {
  readonly sheet: Sheet;
  readonly range: Range;
}

/**
 * One round trip: the changed ranges, and the area of each sheet's formulas, whose results may have followed the edit without an event of
 * their own. `null` when places have moved, a sheet is gone, or so much changed that the workbook has to be read whole.
 */
export async function refreshWorkbook(
  context: Excel.RequestContext,
  workbook: Workbook,
  changes: readonly SheetChange[],
): Promise<Workbook | null> {
  const parts: Part[] = [];
  for (const change of changes) {
    const sheet = workbook.sheets.find(({ name }) => name === change.sheet);
    const ranges = change.moved ? null : rangesOf(change.address);
    if (sheet === undefined || sheet.generated || ranges === null) return null;
    parts.push(...ranges.map((range) => ({ sheet, range })));
  }
  for (const sheet of workbook.sheets) {
    const formulas = sheet.generated ? null : formulaArea(sheet);
    if (formulas !== null) parts.push({ sheet, range: formulas });
  }
  if (parts.reduce((sum, { range }) => sum + cellsIn(range), 0) > MOST_CELLS) return null;
  const asked = parts.map(({ sheet, range }) => {
    const cells = context.workbook.worksheets.getItem(sheet.name).getRange(rangeAddress(range));
    cells.load('values,formulas,numberFormat,text');
    return cells;
  });
  try {
    await context.sync();
  } catch (error) {
    if (MOVED.has(codeOf(error))) return null;
    throw error;
  }
  const now = new Map<Sheet, Sheet['rows']>();
  parts.forEach(({ sheet, range }, index) => now.set(sheet, withCells(now.get(sheet) ?? sheet.rows, range, asked[index] as Excel.Range)));
  return { ...workbook, sheets: workbook.sheets.map((sheet) => withRows(sheet, now.get(sheet))) };
}

/** What Excel answers when the sheet was renamed or deleted in the meantime. */
const MOVED: ReadonlySet<string> = new Set(['ItemNotFound', 'InvalidReference', 'InvalidArgument']);

/** The same sheet where nothing changed: the check then reads it no more. */
function withRows(sheet: Sheet, rows: Sheet['rows'] | undefined): Sheet {
  return rows === undefined || rows === sheet.rows ? sheet : { ...sheet, rows };
}

/** `C7`, `C7:D9`, `C7,D9`; `null` for whole rows and columns. */
function rangesOf(address: string): readonly Range[] | null {
  const ranges: Range[] = [];
  for (const part of address.split(',')) {
    const [from = '', to = from] = part.slice(part.lastIndexOf('!') + 1).split(':');
    const [first, last] = [parseAddress(from.trim()), parseAddress(to.trim())];
    if (first === null || last === null) return null;
    ranges.push({ top: first.row, left: first.column, bottom: last.row, right: last.column });
  }
  return ranges;
}

function cellsIn({ top, left, bottom, right }: Range): number {
  return (bottom - top + 1) * (right - left + 1);
}

function formulaArea(sheet: Sheet): Range | null {
  let area: { top: number; left: number; bottom: number; right: number } | null = null;
  sheet.rows.forEach((cells, row) =>
    cells?.forEach((cell, column) => {
      if (cell?.formula === undefined) return;
      area ??= { top: row, left: column, bottom: row, right: column };
      area.left = Math.min(area.left, column);
      area.right = Math.max(area.right, column);
      area.bottom = row;
    }),
  );
  return area;
}

/** The rows with the range as it was asked for; the same rows when it holds what they hold. */
function withCells(rows: Sheet['rows'], range: Range, asked: Excel.Range): Sheet['rows'] {
  const values: unknown[][] = asked.values;
  const formulas: unknown[][] = asked.formulas;
  const formats: unknown[][] = asked.numberFormat;
  let result: (readonly (Cell | undefined)[] | undefined)[] | null = null;
  for (let row = range.top; row <= range.bottom; row += 1) {
    const r = row - range.top;
    let cells: (Cell | undefined)[] | null = null;
    for (let column = range.left; column <= range.right; column += 1) {
      const c = column - range.left;
      const cell = cellOf(values[r]?.[c], formulas[r]?.[c], formats[r]?.[c], asked.text[r]?.[c]);
      if (isSame(rows[row]?.[column], cell)) continue;
      cells ??= [...(rows[row] ?? [])];
      while (cells.length < column) cells.push(undefined);
      cells[column] = cell;
    }
    if (cells === null) continue;
    result ??= [...rows];
    while (result.length < row) result.push([]);
    result[row] = cells;
  }
  return result ?? rows;
}

function isSame(a: Cell | undefined, b: Cell | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.value === b.value && a.text === b.text && a.format === b.format && a.formula === b.formula;
}
