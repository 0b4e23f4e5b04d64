/** What is in the grid's cells, and how it gets there: values, formulas, number formats, displayed text. */
import { CellValueType, type ICellData, type IObjectMatrixPrimitiveType, type Nullable, numfmt, type Worksheet } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { SetRangeValuesMutation, SetStyleCommand, SetWorksheetColumnCountMutation, SetWorksheetRowCountMutation } from '@univerjs/sheets';
import { singleCell, type CellValue, type Range } from '../../core/workbook';
import type { CellStyle, CellWrite, ModelCell, SheetId } from '../model';
import type { GridEngine, Origin } from './engine';
import { fromGridStyle, toGridStyle } from './styles';

type Matrix = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

/** The smallest rectangle that holds every value (and, unless `valuesOnly`, every format). */
export function usedRange(sheet: Worksheet, valuesOnly: boolean): Range | null {
  let used: { top: number; left: number; bottom: number; right: number } | null = null;
  sheet.getCellMatrix().forValue((row, column, cell) => {
    if (!cell || !(holdsContent(cell) || (!valuesOnly && cell.s))) return;
    used = used
      ? {
          top: Math.min(used.top, row),
          left: Math.min(used.left, column),
          bottom: Math.max(used.bottom, row),
          right: Math.max(used.right, column),
        }
      : singleCell(row, column);
  });
  return used;
}

export function readCells(engine: GridEngine, id: SheetId, range: Range): readonly (readonly ModelCell[])[] {
  const sheet = engine.sheet(id);
  const rows: ModelCell[][] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const cells: ModelCell[] = [];
    for (let column = range.left; column <= range.right; column += 1) cells.push(readCell(engine, sheet, row, column));
    rows.push(cells);
  }
  return rows;
}

export function readCell(engine: GridEngine, sheet: Worksheet, row: number, column: number): ModelCell {
  const data = sheet.getCellRaw(row, column);
  const numberFormat = formatOf(engine, sheet, row, column);
  const value = valueOf(data);
  return {
    value,
    formula: formulaOf(engine, sheet, row, column),
    numberFormat,
    // Worked out only when asked for: whole sheets are read for their values.
    get text() {
      return displayText(value, numberFormat);
    },
  };
}

/** As Univer composes styles (cell over row over column over sheet), without composing all of them for one property. */
function formatOf(engine: GridEngine, sheet: Worksheet, row: number, column: number): string {
  const own = engine.workbook.getStyles().getStyleByCell(sheet.getCellRaw(row, column));
  const format = own?.n ?? sheet.getRowStyle(row)?.n ?? sheet.getColumnStyle(column)?.n ?? sheet.getDefaultCellStyleInternal()?.n;
  return format?.pattern ?? 'General';
}

export function displayText(value: CellValue, format: string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string' && (format === 'General' || format === '@')) return value;
  try {
    return numfmt.format(format, value);
  } catch {
    // A format code that cannot be read shows the bare value, as Excel's own General would.
    return String(value);
  }
}

/** Writes all cells as one mutation. A string value is text for good, whatever it looks like. */
export function writeCells(engine: GridEngine, id: SheetId, cells: readonly CellWrite[], origin: Origin): void {
  if (cells.length === 0) return;
  const cellValue: Matrix = {};
  let bottom = 0;
  let right = 0;
  for (const cell of cells) {
    const line = (cellValue[cell.row] ??= {});
    line[cell.column] = { ...line[cell.column], ...gridCell(cell) };
    bottom = Math.max(bottom, cell.row);
    right = Math.max(right, cell.column);
  }
  ensureSize(engine, id, bottom, right);
  engine.run(SetRangeValuesMutation.id, { subUnitId: id, cellValue }, origin);
}

export function readStyle(engine: GridEngine, id: SheetId, row: number, column: number): CellStyle {
  return fromGridStyle(engine.sheet(id).getComposedCellStyle(row, column));
}

export function writeStyle(engine: GridEngine, id: SheetId, range: Range, style: CellStyle): void {
  const cellValue: Matrix = {};
  for (let row = range.top; row <= range.bottom; row += 1) {
    const line: Record<number, ICellData> = {};
    // Univer keeps the object it is given: every cell gets its own.
    for (let column = range.left; column <= range.right; column += 1) line[column] = { s: toGridStyle(style) };
    cellValue[row] = line;
  }
  ensureSize(engine, id, range.bottom, range.right);
  // The trigger tells the formula engine that no value changed, so nothing is calculated again.
  engine.run(SetRangeValuesMutation.id, { subUnitId: id, cellValue, trigger: SetStyleCommand.id });
}

/** The grid has as many rows and columns as it was made with; a write beyond them makes it larger. */
export function ensureSize(engine: GridEngine, id: SheetId, row: number, column: number): void {
  const sheet = engine.sheet(id);
  if (row >= sheet.getRowCount()) engine.run(SetWorksheetRowCountMutation.id, { subUnitId: id, rowCount: row + 50 });
  if (column >= sheet.getColumnCount()) {
    engine.run(SetWorksheetColumnCountMutation.id, { subUnitId: id, columnCount: column + 6 });
  }
}

/** What the grid holds for a value: the type is always said, so that nothing is parsed as if typed. */
export function gridValue(value: CellValue): Pick<ICellData, 'v' | 't'> {
  if (value === null) return { v: null, t: null };
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: CellValueType.STRING };
}

function gridCell(cell: CellWrite): ICellData {
  const data: ICellData = {};
  if (cell.formula !== undefined && cell.formula !== null) {
    Object.assign(data, { f: cell.formula, si: null, p: null, ...gridValue(cell.value ?? null) });
  } else if (cell.value !== undefined || cell.formula === null) {
    Object.assign(data, { f: null, si: null, p: null });
    if (cell.value !== undefined) Object.assign(data, gridValue(cell.value));
  }
  if (cell.numberFormat !== undefined) {
    data.s = { n: cell.numberFormat === 'General' ? null : { pattern: cell.numberFormat } };
  }
  return data;
}

export function valueOf(cell: Nullable<ICellData>): CellValue {
  if (!cell) return null;
  if (cell.p) return (cell.p.body?.dataStream ?? '').replace(/\r\n$/, '').replace(/\r/g, '\n');
  if (cell.v === undefined || cell.v === null) return null;
  if (cell.t === CellValueType.BOOLEAN) return cell.v === 1 || cell.v === true || cell.v === '1';
  if (cell.v === '' && !cell.f && !cell.si) return null;
  return cell.v;
}

/** A filled-down formula is kept once, with its other cells pointing at it; the engine writes each out. */
function formulaOf(engine: GridEngine, sheet: Worksheet, row: number, column: number): string | null {
  const cell = sheet.getCellRaw(row, column);
  if (cell?.f) return cell.f;
  if (!cell?.si) return null;
  return engine.injector.get(FormulaDataModel).getFormulaStringByCell(row, column, sheet.getSheetId(), engine.unitId) ?? null;
}

function holdsContent(cell: ICellData): boolean {
  return Boolean(cell.f) || Boolean(cell.si) || Boolean(cell.p) || (cell.v !== undefined && cell.v !== null && cell.v !== '');
}
