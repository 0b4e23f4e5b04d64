/** exceljs as an independent reader: what does another program see in the bytes? */
import ExcelJS from 'exceljs';
import type { Cell, CellValue } from '../../src/core/workbook';

export async function openedByExceljs(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  return workbook;
}

function plain(value: ExcelJS.CellValue): CellValue {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25569;
  if (typeof value !== 'object') return value;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return value.error;
  if ('formula' in value || 'sharedFormula' in value) return plain(value.result as ExcelJS.CellValue);
  if ('text' in value) return plain(value.text as ExcelJS.CellValue);
  throw new Error(`Not a value: ${JSON.stringify(value)}`);
}

/** Value and number format of every cell that holds something, by address. */
export function cellsOf(sheet: ExcelJS.Worksheet): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      // exceljs gives every cell of a merged range its first one's value.
      if (cell.isMerged && cell.master !== cell) return;
      const value = plain(cell.value);
      const formula = cell.formula ? `=${cell.formula}` : undefined;
      if ((value === null || value === '') && formula === undefined) return;
      const format = cell.numFmt && cell.numFmt !== 'General' ? cell.numFmt : undefined;
      cells[cell.address] = { value, ...(format === undefined ? {} : { format }), ...(formula === undefined ? {} : { formula }) };
    }),
  );
  return cells;
}

export function noteText(cell: ExcelJS.Cell): string | null {
  const { note } = cell;
  if (note === undefined || note === null) return null;
  return typeof note === 'string' ? note : (note.texts ?? []).map(({ text }) => text).join('');
}
