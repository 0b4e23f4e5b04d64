/** Which cells of a workbook hold running text? Every text cell of a table of kind `narrative`. */
import type { Paragraph, Table } from '../model';
import type { Workbook } from '../workbook';

/** In the order of the tables, then of rows and columns. */
export function paragraphsOf(workbook: Workbook, tables: readonly Table[]): readonly Paragraph[] {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  return tables
    .filter(({ kind }) => kind === 'narrative')
    .flatMap((table) => {
      const paragraphs: Paragraph[] = [];
      for (let row = table.range.top; row <= table.range.bottom; row += 1) {
        (sheets.get(table.sheet)?.rows[row] ?? []).forEach((cell, column) => {
          if (typeof cell?.value !== 'string' || cell.value.trim() === '') return;
          paragraphs.push({ table, cell: { sheet: table.sheet, row, column }, text: cell.value });
        });
      }
      return paragraphs;
    });
}
