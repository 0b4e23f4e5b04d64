/** How do tests write down what a person does to rows? 0-based, as the model counts. */
import type { Range } from '../../src/core/workbook';
import type { SheetId, WorkbookModel } from '../../src/workbench/model';

export function insertRows(model: WorkbookModel, sheet: SheetId, at: number, count = 1): void {
  model.changeRows({ kind: 'insert', sheet, at, count });
}

export function deleteRows(model: WorkbookModel, sheet: SheetId, at: number, count = 1): void {
  model.changeRows({ kind: 'delete', sheet, at, count });
}

/** Row `order[i]` comes to stand at `range.top + i`. */
export function sortRows(model: WorkbookModel, sheet: SheetId, range: Range, order: readonly number[]): void {
  model.changeRows({ kind: 'sort', sheet, range, order });
}
