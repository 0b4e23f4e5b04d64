/** Why can rows not come, go or be sorted as a person wants it? Each reason has a sentence that says what to do instead. */
import type { MessageId } from '../../i18n';
import type { Range } from '../../core/workbook';
import type { WorkbookModel } from '../model';
import { intersect } from '../host/excel/address';
import type { RowChange } from './change';

/** What a protected sheet may allow all the same; option names as in `WorksheetProtectionOptions`. */
const ALLOWED = { insert: 'allowInsertRows', delete: 'allowDeleteRows', sort: 'allowSort' } as const;

/** `protection`: the options of a protected sheet, `null` for one that is not. `null` when nothing stands against the change. */
export function refusalOf(
  model: WorkbookModel,
  change: RowChange,
  protection: { readonly options: Readonly<Record<string, unknown>> } | null,
): MessageId | null {
  if (protection !== null && protection.options[ALLOWED[change.kind]] !== true) return 'workbench.rows.protected';
  const merges = model.merges(change.sheet);
  switch (change.kind) {
    case 'insert':
      return null;
    case 'delete':
      // The first row holds a merged block's content: what is left would be empty.
      return merges.some((merge) => losesItsFirstRow(merge, change.at, change.at + change.count - 1))
        ? 'workbench.rows.deleteMerged'
        : null;
    case 'sort': {
      const { range, sheet } = change;
      if (merges.some((merge) => intersect(merge, range))) return 'workbench.rows.sortMerged';
      return change.order.some((row) => model.isRowHidden(sheet, row)) ? 'workbench.rows.sortHidden' : null;
    }
  }
}

function losesItsFirstRow({ top, bottom }: Range, first: number, last: number): boolean {
  return top >= first && top <= last && bottom > last;
}
