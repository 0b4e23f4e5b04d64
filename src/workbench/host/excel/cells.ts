/**
 * How do the grids of values, formulas, formats and texts of a range come and go? Whole rows and columns read as null and
 * refuse writes, as in Excel.
 */
import type { CellValue, Range } from '../../../core/workbook';
import type { CellWrite, ModelCell } from '../../model';
import { HostError, invalidArgument } from '../errors';
import { cellsOf, columnsOf, intersect, isEntireColumn, isEntireRow, rowsOf } from './address';
import type { ExcelDocument, RangeTarget } from './document';
import { readEntry } from './input';

/** Excel's limit for one read. */
const MOST_CELLS = 5_000_000;

const EMPTY: ModelCell = { value: null, formula: null, numberFormat: 'General', text: '' };
const ERROR_TEXT = /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!)$/;

const unbounded = (range: Range): boolean => isEntireColumn(range) || isEntireRow(range);

export function valueType(value: CellValue): string {
  if (value === null || value === '') return 'Empty';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return ERROR_TEXT.test(value) ? 'Error' : 'String';
}

export function readGrid<T>(document: ExcelDocument, target: RangeTarget, pick: (cell: ModelCell) => T): T[][] | null {
  const { sheet, range } = target;
  document.sheet(sheet, 'Range');
  if (unbounded(range)) return null;
  if (cellsOf(range) > MOST_CELLS) throw new HostError('ResponsePayloadSizeLimitExceeded', 'Range');
  const used = document.model.usedRange(sheet, false);
  const part = used && intersect(range, used);
  const rows = part ? document.model.read(sheet, part) : [];
  const nothing = pick(EMPTY);
  return Array.from({ length: rowsOf(range) }, (_row, r) => {
    const row = part ? rows[range.top + r - part.top] : undefined;
    return Array.from({ length: columnsOf(range) }, (_column, c) => {
      const cell = part ? row?.[range.left + c - part.left] : undefined;
      return cell ? pick(cell) : nothing;
    });
  });
}

export const values = (cell: ModelCell): CellValue => cell.value ?? '';
export const formulas = (cell: ModelCell): CellValue => cell.formula ?? cell.value ?? '';

/** A grid of the range's size; a single value stands for every cell. */
function grid(range: Range, input: unknown, location: string): (row: number, column: number) => unknown {
  if (input === null || input === undefined || unbounded(range)) throw invalidArgument(location);
  if (!Array.isArray(input)) return () => input;
  const rows: readonly unknown[] = input;
  checkSize(range, rows.length, Array.isArray(rows[0]) ? rows[0].length : 0, location);
  if (rows.some((row) => !Array.isArray(row) || row.length !== columnsOf(range))) throw wrongSize(location);
  return (row, column) => (rows[row - range.top] as readonly unknown[])[column - range.left];
}

const wrongSize = (location: string): HostError =>
  invalidArgument(location, "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");

export function checkSize(range: Range, rows: unknown, columns: unknown, location: string): void {
  if (rows !== rowsOf(range) || columns !== columnsOf(range)) throw wrongSize(location);
}

/** Writes values or formulas: both are read as entries. A null leaves its cell alone. */
export function writeEntries(document: ExcelDocument, target: RangeTarget, input: unknown, location: string): void {
  const { sheet, range } = target;
  const at = grid(range, input, location);
  document.guard(sheet, location);
  const formats = readGrid(document, target, (cell) => cell.numberFormat) ?? [];
  const writes: CellWrite[] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      const value = at(row, column);
      if (value === null || value === undefined) continue;
      const format = formats[row - range.top]?.[column - range.left] ?? 'General';
      const entry = readEntry(value, format, location);
      writes.push({
        row,
        column,
        ...(entry.formula === null ? { value: entry.value, formula: null } : { formula: entry.formula }),
        ...(entry.numberFormat && format === 'General' ? { numberFormat: entry.numberFormat } : {}),
      });
    }
  }
  if (writes.length > 0) document.model.write(sheet, writes, 'api');
}

export function writeNumberFormats(document: ExcelDocument, target: RangeTarget, input: unknown): void {
  const location = 'Range.numberFormat';
  const { sheet, range } = target;
  const at = grid(range, input, location);
  document.guard(sheet, location, 'allowFormatCells');
  const writes: CellWrite[] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      const format = at(row, column);
      if (format === null || format === undefined) continue;
      if (typeof format !== 'string') throw invalidArgument(location);
      writes.push({ row, column, numberFormat: format === '' ? 'General' : format });
    }
  }
  if (writes.length > 0) document.model.write(sheet, writes, 'api');
}

/** Takes the contents away and leaves the formats. */
export function clearContents(document: ExcelDocument, target: RangeTarget): void {
  const used = document.model.usedRange(target.sheet, true);
  const part = used && intersect(target.range, used);
  if (!part) return;
  const writes: CellWrite[] = [];
  for (let row = part.top; row <= part.bottom; row++) {
    for (let column = part.left; column <= part.right; column++) writes.push({ row, column, value: null, formula: null });
  }
  document.model.write(target.sheet, writes, 'api');
}
