/** The workbook's sheets and their build: order, names, visibility, merges, sizes, frozen panes, gridlines. */
import {
  BooleanNumber,
  ICommandService,
  type IRange,
  mergeWorksheetSnapshotWithDefault,
  sequenceExecute,
  type Worksheet,
} from '@univerjs/core';
import {
  AddWorksheetMergeMutation,
  InsertSheetMutation,
  RemoveSheetCommand,
  RemoveSheetMutation,
  RemoveWorksheetMergeMutation,
  SetFrozenMutation,
  SetTabColorMutation,
  SetWorksheetActiveOperation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
  SheetInterceptorService,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import type { Range } from '../../core/workbook';
import type { SheetId, SheetInfo } from '../model';
import { ensureSize } from './cells';
import { type GridEngine, GridError, ORIGIN } from './engine';

/** `custom` of a sheet that Excel hides so that only a program can show it again. */
export const VERY_HIDDEN = 'veryHidden';
const DEFAULT_COLUMN_WIDTH = 72;
const DEFAULT_ROW_HEIGHT = 20;

export function toGridRange(range: Range): IRange {
  return { startRow: range.top, startColumn: range.left, endRow: range.bottom, endColumn: range.right };
}

export function fromGridRange(range: IRange): Range {
  return { top: range.startRow, left: range.startColumn, bottom: range.endRow, right: range.endColumn };
}

export function sheetInfo(sheet: Worksheet): SheetInfo {
  const hidden = sheet.isSheetHidden() === BooleanNumber.TRUE;
  const veryHidden = hidden && sheet.getCustomMetadata()?.[VERY_HIDDEN] === true;
  return {
    id: sheet.getSheetId(),
    name: sheet.getName(),
    visibility: veryHidden ? 'veryHidden' : hidden ? 'hidden' : 'visible',
    tabColor: sheet.getTabColor() || null,
  };
}

export function addSheet(engine: GridEngine, name: string, position: number | undefined): SheetId {
  checkName(engine, name, null);
  const id = newSheetId(engine);
  const active = activeSheet(engine);
  const sheet = mergeWorksheetSnapshotWithDefault({
    id,
    name,
    cellData: {},
    rowCount: 200,
    columnCount: 26,
    defaultColumnWidth: DEFAULT_COLUMN_WIDTH,
    defaultRowHeight: DEFAULT_ROW_HEIGHT,
  });
  const last = engine.workbook.getSheetSize();
  engine.run(InsertSheetMutation.id, { index: Math.min(position ?? last, last), sheet });
  activate(engine, active);
  return id;
}

export function deleteSheet(engine: GridEngine, id: SheetId): void {
  const sheet = engine.sheet(id);
  const others = engine.workbook.getSheets().filter((other) => other !== sheet && sheetInfo(other).visibility === 'visible');
  const heir = others.find((other) => engine.workbook.getSheetIndex(other) > engine.workbook.getSheetIndex(sheet)) ?? others.at(-1);
  if (!heir) throw new GridError('InvalidOperation', 'A workbook keeps at least one visible sheet');
  const active = activeSheet(engine);
  activate(engine, active === id ? heir.getSheetId() : active);
  withFormulaUpkeep(engine, RemoveSheetCommand.id, { unitId: engine.unitId, subUnitId: id }, () => {
    engine.run(RemoveSheetMutation.id, { subUnitId: id, subUnitName: sheet.getName() });
  });
  activate(engine, active === id ? heir.getSheetId() : active);
}

export function renameSheet(engine: GridEngine, id: SheetId, name: string): void {
  const sheet = engine.sheet(id);
  if (sheet.getName() === name) return;
  checkName(engine, name, id);
  withFormulaUpkeep(engine, SetWorksheetNameCommand.id, { unitId: engine.unitId, subUnitId: id, name }, () => {
    engine.run(SetWorksheetNameMutation.id, { subUnitId: id, name });
  });
}

export function moveSheet(engine: GridEngine, id: SheetId, position: number): void {
  const fromOrder = engine.workbook.getSheetIndex(engine.sheet(id));
  const toOrder = Math.max(0, Math.min(position, engine.workbook.getSheetSize() - 1));
  if (fromOrder !== toOrder) engine.run(SetWorksheetOrderMutation.id, { subUnitId: id, fromOrder, toOrder });
}

export function setVisibility(engine: GridEngine, id: SheetId, visibility: SheetInfo['visibility']): void {
  const sheet = engine.sheet(id);
  const visible = engine.workbook.getSheets().filter((other) => sheetInfo(other).visibility === 'visible');
  if (visibility !== 'visible' && visible.length === 1 && visible[0] === sheet) {
    throw new GridError('InvalidOperation', 'A workbook keeps at least one visible sheet');
  }
  const heir = visible.find((other) => other !== sheet);
  if (visibility !== 'visible' && activeSheet(engine) === id && heir) activate(engine, heir.getSheetId());
  sheet.setCustomMetadata({ ...sheet.getCustomMetadata(), [VERY_HIDDEN]: visibility === 'veryHidden' });
  const hidden = visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE;
  engine.run(SetWorksheetHideMutation.id, { subUnitId: id, hidden });
}

export function setTabColor(engine: GridEngine, id: SheetId, color: string | null): void {
  engine.run(SetTabColorMutation.id, { subUnitId: id, color: color ?? '' });
}

export function setColumnWidth(engine: GridEngine, id: SheetId, from: number, to: number, pixels: number): void {
  ensureSize(engine, id, 0, to);
  const ranges = [toGridRange({ top: 0, left: from, bottom: engine.sheet(id).getRowCount() - 1, right: to })];
  engine.run(SetWorksheetColWidthMutation.id, { subUnitId: id, ranges, colWidth: pixels });
}

export function setColumnsHidden(engine: GridEngine, id: SheetId, from: number, to: number, hidden: boolean): void {
  if (hidden) ensureSize(engine, id, 0, to);
  const last = Math.min(to, engine.sheet(id).getColumnCount() - 1);
  const ranges = [toGridRange({ top: 0, left: from, bottom: engine.sheet(id).getRowCount() - 1, right: last })];
  engine.run(hidden ? SetColHiddenMutation.id : SetColVisibleMutation.id, { subUnitId: id, ranges });
}

export function setRowsHidden(engine: GridEngine, id: SheetId, from: number, to: number, hidden: boolean): void {
  if (hidden) ensureSize(engine, id, to, 0);
  const last = Math.min(to, engine.sheet(id).getRowCount() - 1);
  const ranges = [toGridRange({ top: from, left: 0, bottom: last, right: engine.sheet(id).getColumnCount() - 1 })];
  engine.run(hidden ? SetRowHiddenMutation.id : SetRowVisibleMutation.id, { subUnitId: id, ranges });
}

export function setRowHeight(engine: GridEngine, id: SheetId, from: number, to: number, pixels: number): void {
  ensureSize(engine, id, to, 0);
  const ranges = [toGridRange({ top: from, left: 0, bottom: to, right: engine.sheet(id).getColumnCount() - 1 })];
  engine.run(SetWorksheetRowHeightMutation.id, { subUnitId: id, ranges, rowHeight: pixels });
  engine.run(SetWorksheetRowIsAutoHeightMutation.id, { subUnitId: id, ranges, autoHeightInfo: BooleanNumber.FALSE });
}

export function merge(engine: GridEngine, id: SheetId, range: Range): void {
  const overlapping = engine.sheet(id).getMergedCellRange(range.top, range.left, range.bottom, range.right);
  if (overlapping.length > 0) engine.run(RemoveWorksheetMergeMutation.id, { subUnitId: id, ranges: overlapping });
  if (range.top === range.bottom && range.left === range.right) return;
  ensureSize(engine, id, range.bottom, range.right);
  engine.run(AddWorksheetMergeMutation.id, { subUnitId: id, ranges: [toGridRange(range)] });
}

export function unmerge(engine: GridEngine, id: SheetId, range: Range): void {
  const ranges = engine.sheet(id).getMergedCellRange(range.top, range.left, range.bottom, range.right);
  if (ranges.length > 0) engine.run(RemoveWorksheetMergeMutation.id, { subUnitId: id, ranges });
}

/** Makes these the sheet's merges; no cell's content goes. */
export function replaceMerges(engine: GridEngine, id: SheetId, merges: readonly Range[]): void {
  const before = engine.sheet(id).getMergeData();
  if (JSON.stringify(before.map(fromGridRange)) === JSON.stringify(merges)) return;
  if (before.length > 0) engine.run(RemoveWorksheetMergeMutation.id, { subUnitId: id, ranges: [...before] });
  if (merges.length > 0) engine.run(AddWorksheetMergeMutation.id, { subUnitId: id, ranges: merges.map(toGridRange) });
}

export function freeze(engine: GridEngine, id: SheetId, rows: number, columns: number): void {
  engine.run(SetFrozenMutation.id, {
    subUnitId: id,
    startRow: rows > 0 ? rows : -1,
    startColumn: columns > 0 ? columns : -1,
    ySplit: rows,
    xSplit: columns,
  });
}

export function setGridlines(engine: GridEngine, id: SheetId, shown: boolean): void {
  const showGridlines = shown ? BooleanNumber.TRUE : BooleanNumber.FALSE;
  engine.run(ToggleGridlinesMutation.id, { subUnitId: id, showGridlines });
}

export function showsGridlines(engine: GridEngine, id: SheetId): boolean {
  return engine.sheet(id).getConfig().showGridlines !== BooleanNumber.FALSE;
}

export function activeSheet(engine: GridEngine): SheetId {
  return engine.workbook.ensureActiveSheet().getSheetId();
}

/** Does nothing when the sheet is in front already, so that calls that do not switch send no event. */
export function activate(engine: GridEngine, id: SheetId): void {
  engine.sheet(id);
  if (engine.workbook.getActiveSheet(true)?.getSheetId() !== id) engine.run(SetWorksheetActiveOperation.id, { subUnitId: id });
}

/** Excel's own limits on a sheet's name; names are compared without regard to case. */
function checkName(engine: GridEngine, name: string, self: SheetId | null): void {
  if (name.length === 0 || name.length > 31 || /[\\/?*[\]:]/.test(name) || name.startsWith("'") || name.endsWith("'")) {
    throw new GridError('InvalidSheetName', `Not a sheet name: ${name}`);
  }
  const same = engine.workbook
    .getSheets()
    .some((sheet) => sheet.getSheetId() !== self && sheet.getName().toLowerCase() === name.toLowerCase());
  if (same) throw new GridError('DuplicateSheetName', `There is a sheet named ${name} already`);
}

/** Numbered, not random, so that a run can be repeated; a number is never used again while its sheet is there. */
function newSheetId(engine: GridEngine): SheetId {
  for (let n = engine.workbook.getSheetSize() + 1; ; n += 1) {
    if (!engine.workbook.getSheetBySheetId(`sheet-${n}`)) return `sheet-${n}`;
  }
}

/** What Univer's own command does around its mutation: formulas that name the sheet follow it (or become #REF!). */
function withFormulaUpkeep(engine: GridEngine, commandId: string, params: object, mutation: () => void): void {
  const upkeep = engine.injector.get(SheetInterceptorService).onCommandExecute({ id: commandId, params });
  const commands = engine.injector.get(ICommandService);
  const options = { [ORIGIN]: 'api' };
  sequenceExecute([...(upkeep.preRedos ?? [])], commands, options);
  mutation();
  sequenceExecute(upkeep.redos, commands, options);
}
