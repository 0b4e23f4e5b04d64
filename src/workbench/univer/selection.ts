/** What is selected in the grid, and how is something selected from outside? */
import { getPrimaryForRange, SetSelectionsOperation, SheetsSelectionsService } from '@univerjs/sheets';
import type { Range } from '../../core/workbook';
import type { ModelSelection, SheetId } from '../model';
import type { GridEngine } from './engine';
import { activeSheet, fromGridRange, toGridRange } from './sheets';

/** The latest of the selected ranges, on the sheet in front. */
export function selected(engine: GridEngine): ModelSelection {
  const range = latest(engine)?.range;
  return { sheet: activeSheet(engine), range: range ? fromGridRange(range) : { top: 0, left: 0, bottom: 0, right: 0 } };
}

export function activeCell(engine: GridEngine): { readonly row: number; readonly column: number } {
  const { range, primary } = latest(engine) ?? {};
  return { row: primary?.actualRow ?? range?.startRow ?? 0, column: primary?.actualColumn ?? range?.startColumn ?? 0 };
}

/** On a sheet that is in front. */
export function select(engine: GridEngine, sheet: SheetId, range: Range): void {
  const worksheet = engine.sheet(sheet);
  const single = range.top === range.bottom && range.left === range.right;
  // A merged cell is selected whole.
  const grid = (single ? worksheet.getMergedCell(range.top, range.left) : null) ?? toGridRange(range);
  const primary = getPrimaryForRange(grid, worksheet);
  engine.run(SetSelectionsOperation.id, { subUnitId: sheet, selections: [{ range: grid, primary, style: null }], reveal: true });
}

function latest(engine: GridEngine): ReturnType<ReturnType<SheetsSelectionsService['getWorkbookSelections']>['getCurrentLastSelection']> {
  return engine.injector.get(SheetsSelectionsService).getWorkbookSelections(engine.unitId).getCurrentLastSelection();
}
