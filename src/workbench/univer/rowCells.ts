/**
 * How do the grid's own cells and rows move? Not by Univer's commands, whose upkeep of formulas, merges and conditional formats is not Excel's:
 * cells are put in their new places as they are, and what follows them is set by the model.
 */
import {
  BooleanNumber,
  type ICellData,
  type IObjectMatrixPrimitiveType,
  type IRowData,
  type Nullable,
  type Worksheet,
} from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { MoveRangeMutation, SetRangeValuesMutation, SetRowDataMutation, SetWorksheetRowCountMutation } from '@univerjs/sheets';
import { movedRow, sortTarget, type RowMove } from '../../xlsx/rowMoves';
import type { SheetId } from '../model';
import type { RowChange } from '../rows/change';
import type { PlacedFormula } from '../rows/state';
import type { GridEngine } from './engine';

type Matrix = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

/** What stood on rows that went: their cells, and their heights. */
export interface CutRows {
  readonly cells: Matrix;
  readonly rows: Readonly<Record<number, Partial<IRowData>>>;
}

/** Every formula of the workbook, those that are kept once for several cells written out. */
export function formulasOf(engine: GridEngine): readonly PlacedFormula[] {
  const data = engine.injector.get(FormulaDataModel);
  const found: PlacedFormula[] = [];
  for (const sheet of engine.workbook.getSheets()) {
    const id = sheet.getSheetId();
    sheet.getCellMatrix().forValue((row, column, cell) => {
      const formula = cell?.f || (cell?.si ? data.getFormulaStringByCell(row, column, id, engine.unitId) : null);
      if (formula) found.push({ sheet: id, row, column, formula });
    });
  }
  return found;
}

/** Takes the formulas out of the sheet's cells; their results stay. */
export function takeFormulasOut(engine: GridEngine, id: SheetId): void {
  const cellValue: Matrix = {};
  engine
    .sheet(id)
    .getCellMatrix()
    .forValue((row, column, cell) => {
      if (cell?.f || cell?.si) (cellValue[row] ??= {})[column] = { f: null, si: null };
    });
  if (Object.keys(cellValue).length > 0) engine.run(SetRangeValuesMutation.id, { subUnitId: id, cellValue });
}

/** Puts formulas into cells; their results stay until they are calculated. */
export function putFormulasIn(engine: GridEngine, formulas: readonly PlacedFormula[]): void {
  const sheets = new Map<SheetId, Matrix>();
  for (const { sheet, row, column, formula } of formulas) {
    const cellValue = sheets.get(sheet) ?? {};
    (cellValue[row] ??= {})[column] = { f: formula, si: null };
    sheets.set(sheet, cellValue);
  }
  for (const [subUnitId, cellValue] of sheets) engine.run(SetRangeValuesMutation.id, { subUnitId, cellValue });
}

export function cutOf(engine: GridEngine, { sheet: id, at, count }: RowMove & { readonly sheet: SheetId }): CutRows {
  const sheet = engine.sheet(id);
  const cells: Matrix = {};
  const rows: Record<number, Partial<IRowData>> = {};
  sheet.getCellMatrix().forValue((row, column, cell) => {
    if (cell && row >= at && row < at + count) (cells[row] ??= {})[column] = withoutFormula(cell);
  });
  for (let row = at; row < at + count; row += 1) {
    const data = sheet.getRowManager().getRow(row);
    if (data) rows[row] = { ...data };
  }
  return { cells, rows };
}

/** Puts cut rows back into the rows that were let in for them. */
export function putBack(engine: GridEngine, id: SheetId, { cells, rows }: CutRows): void {
  engine.run(MoveRangeMutation.id, { from: { subUnitId: id, value: {} }, to: { subUnitId: id, value: structuredClone(cells) } });
  engine.run(SetRowDataMutation.id, { subUnitId: id, rowData: structuredClone(rows) });
}

/** Moves the cells, which have no formulas at this time, and with rows that come or go their heights. */
export function moveCells(engine: GridEngine, change: RowChange): void {
  const sheet = engine.sheet(change.sheet);
  const target = change.kind === 'sort' ? sortTarget(change) : (row: number): number | null => movedRow(row, change);
  const from: Matrix = {};
  const to: Matrix = {};
  sheet.getCellMatrix().forValue((row, column, cell) => {
    const moved = target(row, column);
    if (!cell || moved === row) return;
    (from[row] ??= {})[column] = null;
    if (moved !== null) (to[moved] ??= {})[column] = structuredClone(cell);
  });
  if (change.kind === 'insert') for (const [row, cells] of formatsAbove(sheet, change)) to[row] = cells;
  engine.run(MoveRangeMutation.id, { from: { subUnitId: change.sheet, value: from }, to: { subUnitId: change.sheet, value: to } });
  if (change.kind !== 'sort') moveRowData(engine, sheet, change);
}

/** The grid is longer by the rows that came in; being told of its length, it measures all rows anew. */
export function measureRows(engine: GridEngine, change: RowChange): void {
  const more = change.kind === 'insert' ? change.count : 0;
  const rowCount = engine.sheet(change.sheet).getRowCount() + more;
  engine.run(SetWorksheetRowCountMutation.id, { subUnitId: change.sheet, rowCount });
}

/** New rows have the formats of the cells above them. */
function formatsAbove(sheet: Worksheet, { at, count }: RowMove): readonly (readonly [number, Record<number, ICellData>])[] {
  const styles = sheet.getCellMatrix().getMatrix()[at - 1] ?? {};
  return Array.from({ length: count }, (_, i) => {
    const cells = Object.entries(styles).flatMap(([column, cell]) => (cell?.s ? [[column, { s: structuredClone(cell.s) }] as const] : []));
    return [at + i, Object.fromEntries(cells)] as const;
  });
}

function moveRowData(engine: GridEngine, sheet: Worksheet, move: RowMove): void {
  const rows = Object.entries(sheet.getRowManager().getRowData()).map(([row, data]) => [Number(row), data] as const);
  const cleared = Object.fromEntries(rows.filter(([row]) => row >= move.at).map(([row]) => [row, null]));
  const moved: Record<number, Partial<IRowData>> = {};
  for (const [row, data] of rows) {
    const place = movedRow(row, move);
    if (row >= move.at && place !== null) moved[place] = { ...data };
  }
  const above = sheet.getRowManager().getRow(move.at - 1);
  if (move.kind === 'insert' && above) {
    for (let i = 0; i < move.count; i += 1) moved[move.at + i] = { ...above, hd: BooleanNumber.FALSE };
  }
  const subUnitId = sheet.getSheetId();
  engine.run(SetRowDataMutation.id, { subUnitId, rowData: cleared });
  engine.run(SetRowDataMutation.id, { subUnitId, rowData: moved });
}

function withoutFormula(cell: ICellData): ICellData {
  const { f: _formula, si: _shared, ...rest } = cell;
  return structuredClone(rest);
}
