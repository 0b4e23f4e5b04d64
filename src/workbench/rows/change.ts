/** What can a person do to a sheet's rows: let some in, take some out, or sort a range? */
import type { CellValue } from '../../core/workbook';
import type { RowMove, RowSort } from '../../xlsx/rowMoves';
import type { ModelEvent, SheetId } from '../model';

/** `at`, `count`, `range` and `order` count rows of the sheet, 0-based, as they were before. */
export type RowChange = (RowMove | RowSort) & { readonly sheet: SheetId };

const LAST_COLUMN = 16383;

/** What is told of it: whole rows that came or went, or the cells that were sorted. */
export function rowEvent(change: RowChange): ModelEvent {
  const { sheet } = change;
  if (change.kind === 'sort') return { type: 'changed', sheet, range: change.range, origin: 'user' };
  const { kind, at, count } = change;
  const range = { top: at, left: 0, bottom: at + count - 1, right: LAST_COLUMN };
  return { type: 'changed', sheet, range, origin: 'user', change: kind === 'insert' ? 'RowInserted' : 'RowDeleted' };
}

/** What takes the change back, as far as rows that are gone can come back. */
export function inverse(change: RowChange): RowChange {
  if (change.kind !== 'sort') return { ...change, kind: change.kind === 'insert' ? 'delete' : 'insert' };
  const { range, order } = change;
  return { ...change, order: order.map((_, i) => range.top + order.indexOf(range.top + i)) };
}

/** The order of rows from their values in the sorted column: numbers, then texts, FALSE and TRUE; blanks come last either way, equal ones stay as they stand. */
export function sortedOrder(top: number, values: readonly CellValue[], ascending: boolean): readonly number[] {
  const blank = (value: CellValue | undefined): boolean => value === null || value === undefined || value === '';
  return values
    .map((value, i) => ({ value, row: top + i }))
    .sort((a, b) => {
      if (blank(a.value) || blank(b.value)) return Number(blank(a.value)) - Number(blank(b.value));
      return ascending ? compared(a.value, b.value) : compared(b.value, a.value);
    })
    .map(({ row }) => row);
}

const KINDS = ['number', 'string', 'boolean'];
/** Chinese texts by their sound, as a Chinese Excel sorts them. */
const TEXTS = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: false, sensitivity: 'accent' });

function compared(a: CellValue, b: CellValue): number {
  if (typeof a === 'string' && typeof b === 'string') return TEXTS.compare(a, b);
  return typeof a === typeof b ? Number(a) - Number(b) : KINDS.indexOf(typeof a) - KINDS.indexOf(typeof b);
}
