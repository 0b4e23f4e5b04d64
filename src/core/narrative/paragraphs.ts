/** Which cells of a workbook hold sentences: the running text, the paragraphs of performance forms, the notes under tables? */
import type { Paragraph, Passage, Table } from '../model';
import { compact } from '../recognise/text';
import { cellAt, type CellRef, type Sheet, type Workbook } from '../workbook';

/** The running text: every text cell of a table of kind `narrative`, in the order of the tables, then of rows and columns. */
export function paragraphsOf(workbook: Workbook, tables: readonly Table[]): readonly Paragraph[] {
  const sheets = sheetsOf(workbook);
  return tables
    .filter(({ kind }) => kind === 'narrative')
    .flatMap((table) => textCells(sheets, table).map(({ cell, text }) => ({ table, cell, text })));
}

/** Sentences that stand in the tables themselves, in the order of the tables. */
export function passagesOf(workbook: Workbook, tables: readonly Table[]): readonly Passage[] {
  const sheets = sheetsOf(workbook);
  return tables.flatMap((table): readonly Passage[] => {
    if (table.template || table.kind === 'narrative') return [];
    const forms = (table.forms ?? []).flatMap((form) =>
      form.paragraphs.flatMap(({ role, cell }): readonly Passage[] => {
        const text = textAt(sheets, cell);
        return text === null ? [] : [{ table, cell, text, role, form }];
      }),
    );
    if (table.notes.length === 0) return forms;
    const notes = new Set(table.notes.map(compact));
    const found = textCells(sheets, table).filter(({ text }) => notes.has(compact(text)));
    return [...forms, ...found.map(({ cell, text }): Passage => ({ table, cell, text, role: 'note' }))];
  });
}

function sheetsOf(workbook: Workbook): ReadonlyMap<string, Sheet> {
  return new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
}

/** As it stands in the cell; `null` for anything but words. */
function textAt(sheets: ReadonlyMap<string, Sheet>, { sheet: name, row, column }: CellRef): string | null {
  const sheet = sheets.get(name);
  const value = sheet ? cellAt(sheet, row, column)?.value : null;
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function textCells(
  sheets: ReadonlyMap<string, Sheet>,
  { sheet, range }: Table,
): readonly { readonly cell: CellRef; readonly text: string }[] {
  const found: { readonly cell: CellRef; readonly text: string }[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    (sheets.get(sheet)?.rows[row] ?? []).forEach((_cell, column) => {
      const cell: CellRef = { sheet, row, column };
      const text = textAt(sheets, cell);
      if (text !== null) found.push({ cell, text });
    });
  }
  return found;
}
