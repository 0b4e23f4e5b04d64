/** What can a person do to rows from the menu of a cell? Let rows in above or below, take them out, sort the selected cells by a column. */
import { columnName, type Range } from '../../core/workbook';
import type { MessageId } from '../../i18n';
import { sortedOrder, type RowChange } from '../rows/change';
import { refusalOf } from '../rows/refusal';
import { finishEditing } from '../univer/editing';
import type { HoveredCell } from '../univer/marks';
import type { UniverWorkbookModel } from '../univer/univerModel';
import type { MenuEntry } from './contextMenu';

type RowAction = 'insertAbove' | 'insertBelow' | 'delete' | 'sort' | 'sortUp' | 'sortDown';

export interface RowMenuSettings {
  readonly model: UniverWorkbookModel;
  readonly protection: (sheet: string) => { readonly options: Readonly<Record<string, unknown>> } | null;
  readonly text: (id: MessageId, data?: Readonly<Record<string, string>>) => string;
  readonly refused: (why: MessageId) => void;
}

/** The entries for the selection as it is now; the column to sort by is that of the cell the menu was opened on. */
export function rowEntries(settings: RowMenuSettings, opened: HoveredCell | null): readonly MenuEntry[] {
  const { model, text, refused } = settings;
  const { sheet, range } = model.selection();
  const { top, bottom } = range;
  const count = bottom - top + 1;
  // A whole column is no choice of rows.
  if (count >= model.engine.sheet(sheet).getRowCount()) return [];
  const entry = (name: RowAction, data: Readonly<Record<string, string>>, change: () => RowChange): MenuEntry => ({
    id: `row-menu-${name}`,
    label: text(`workbench.rows.${name}`, data),
    tip: text(`workbench.rows.${name}Tip`),
    icon: null,
    run: () => void carryOut(settings, change),
  });
  const rows = { count: String(count) };
  const sorted = sortedRange(model, sheet, range);
  const column = opened && opened.column >= range.left && opened.column <= range.right ? opened.column : model.activeCell().column;
  const sort = (ascending: boolean) => (): RowChange => {
    const values = model.read(sheet, { ...sorted, left: column, right: column }).map(([cell]) => cell?.value ?? null);
    return { kind: 'sort', sheet, range: sorted, order: sortedOrder(sorted.top, values, ascending) };
  };
  const by = { column: columnName(column) };
  const sorts: readonly MenuEntry[] =
    sorted.bottom > sorted.top
      ? [entry('sortUp', by, sort(true)), entry('sortDown', by, sort(false))]
      : [{ ...entry('sort', {}, sort(true)), run: () => refused('workbench.rows.sortSelect') }];
  return [
    entry('insertAbove', rows, () => ({ kind: 'insert', sheet, at: top, count })),
    entry('insertBelow', rows, () => ({ kind: 'insert', sheet, at: bottom + 1, count })),
    entry('delete', rows, () => ({ kind: 'delete', sheet, at: top, count })),
    ...sorts,
  ];
}

/** Whole rows are sorted as far as they hold anything. */
function sortedRange(model: UniverWorkbookModel, sheet: string, range: Range): Range {
  const used = model.usedRange(sheet, false);
  if (used === null) return { ...range, bottom: range.top };
  return {
    ...range,
    bottom: Math.min(range.bottom, Math.max(range.top, used.bottom)),
    right: Math.max(range.left, Math.min(range.right, used.right)),
  };
}

/** What is being typed is taken over first; it may be part of what is sorted. */
async function carryOut({ model, protection, refused }: RowMenuSettings, wanted: () => RowChange): Promise<void> {
  await finishEditing(model);
  const change = wanted();
  const refusal = refusalOf(model, change, protection(change.sheet));
  if (refusal === null) model.changeRows(change);
  else refused(refusal);
}
