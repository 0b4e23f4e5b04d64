/** Which question this file answers: which sheets does the workbook hold, and which of them did Gouji write. */
import { GENERATED_SHEETS, type GeneratedSheet } from '../core/spreadsheet';
import { GENERATED_NAME } from '../present/marks';

/** Rows and columns are 0-based. */
export interface UsedRange {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

export interface SheetInfo {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  /** Which of Gouji's own sheets it is; `null` for a user's. */
  readonly generated: GeneratedSheet | null;
  readonly protected: boolean;
  /** Where values are; formatting alone does not count, it may reach down to the last row. `null` for an empty sheet. */
  readonly used: UsedRange | null;
}

/** Two round trips: the sheets, then everything about each of them. */
export async function listSheets(context: Excel.RequestContext): Promise<readonly SheetInfo[]> {
  const worksheets = context.workbook.worksheets;
  worksheets.load('items/id,items/name,items/visibility');
  await context.sync();
  const asked = worksheets.items.map((worksheet) => {
    const used = worksheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    const own = worksheet.names.getItemOrNullObject(GENERATED_NAME);
    own.load('value');
    worksheet.protection.load('protected');
    return { worksheet, used, own };
  });
  await context.sync();
  return asked.map(({ worksheet, used, own }) => ({
    id: worksheet.id,
    name: worksheet.name,
    hidden: worksheet.visibility !== 'Visible',
    generated: own.isNullObject ? null : generatedSheet(own.value),
    protected: worksheet.protection.protected,
    used: used.isNullObject ? null : { top: used.rowIndex, left: used.columnIndex, rows: used.rowCount, columns: used.columnCount },
  }));
}

/** The name says which sheet it is; one of an earlier version only said that it is ours: then it is the 差异清单. */
function generatedSheet(value: unknown): GeneratedSheet {
  return GENERATED_SHEETS.find((sheet) => sheet === value) ?? 'discrepancies';
}
