/** Which tables does a workbook's own 目录 promise? The entries of a list of contents, on a sheet of its own or in the running text. */
import type { TableKind } from './model';
import { kindOfTitle } from './recognise/kind';
import { compact } from './recognise/text';
import type { CellRef, Sheet, Workbook } from './workbook';

export interface ContentsEntry {
  readonly cell: CellRef;
  /** As it stands there: 五、一般公共预算支出表. */
  readonly text: string;
  readonly kind: TableKind;
  /** What stands left of it in the row, as the sheet may be called: 表五. */
  readonly number: string | null;
}

const HEADING = /目录[)）]?$/;
/** A heading of contents stands near the top. */
const FIRST_ROWS = 40;
/** A list of contents may name parts and sections between its tables; a longer gap is its end. */
const LONGEST_GAP = 6;
const LONGEST_TITLE = 60;

/** In the order of the sheets. A workbook without a 目录 has none. */
export function contentsOf(workbook: Workbook): readonly ContentsEntry[] {
  return workbook.sheets.filter((sheet) => sheet.generated !== true).flatMap(entriesOf);
}

interface Text {
  readonly column: number;
  /** As it stands in the cell, and without its blanks. */
  readonly text: string;
  readonly key: string;
}

/** The short texts of a row, from left to right. */
function textsOf(sheet: Sheet, row: number): readonly Text[] {
  return (sheet.rows[row] ?? []).flatMap((cell, column): readonly Text[] => {
    const text = cell?.value;
    return typeof text === 'string' && text.length <= LONGEST_TITLE ? [{ column, text: text.trim(), key: compact(text) }] : [];
  });
}

function entriesOf(sheet: Sheet): readonly ContentsEntry[] {
  const rows = Math.min(FIRST_ROWS, sheet.rows.length);
  let heading = 0;
  while (heading < rows && !textsOf(sheet, heading).some(({ key }) => HEADING.test(key))) heading += 1;
  const entries: ContentsEntry[] = [];
  for (let row = heading + 1, gap = 0; heading < rows && row < sheet.rows.length && gap <= LONGEST_GAP; row += 1) {
    const entry = entryIn(sheet, row);
    if (entry) entries.push(entry);
    // parts of the text may be listed before the first table
    gap = entry || (entries.length === 0 && row < rows) ? 0 : gap + 1;
  }
  return entries;
}

/** A title of a table, and nothing that reads like a sentence. */
function entryIn(sheet: Sheet, row: number): ContentsEntry | null {
  const texts = textsOf(sheet, row);
  for (const { column, text, key } of texts) {
    const kind = /表/.test(key) && !/[。；;，,]/.test(key) ? kindOfTitle(key) : null;
    if (kind === null || kind === 'other' || kind === 'narrative') continue;
    const left = texts.filter((other) => other.column < column);
    return { cell: { sheet: sheet.name, row, column }, text, kind, number: left[left.length - 1]?.key ?? null };
  }
  return null;
}
