/** A workbook of any format that can be read: .xlsx here, the old binary .xls (and WPS's .et) by a reader loaded when it is met. */
import { FileError } from '../core/file-error';
import type { Cell, Range, Sheet, Workbook } from '../core/workbook';
import { GENERATED_NAME } from '../present/marks';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { readXlsx, type ReadOptions } from './read';
import { sniff } from './sniff';

/** Reads a workbook by its content; the name is not looked at. Throws `FileError`. */
export async function readAny(bytes: Uint8Array, options: ReadOptions = {}): Promise<Workbook> {
  return sniff(bytes) === 'xls' ? readXls(bytes) : readXlsx(bytes, options);
}

async function readXls(bytes: Uint8Array): Promise<Workbook> {
  const { read, utils } = await import('@e965/xlsx');
  let book: WorkBook;
  try {
    // Without codepage tables texts of Excel 95 and before would be guessed at; from Excel 97 on they are Unicode.
    book = read(bytes, { type: 'array', cellFormula: true, cellNF: true, cellText: false, cellStyles: false });
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    throw new FileError(/password|encrypt/i.test(text) ? 'files.encrypted' : 'files.oldXlsBroken');
  }
  return {
    sheets: book.SheetNames.flatMap((name, index): Sheet[] => {
      const sheet = book.Sheets[name];
      if (!sheet || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) return [];
      const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
      const generated = book.Workbook?.Names?.some((entry) => entry.Name === GENERATED_NAME && entry.Sheet === index) ?? false;
      const merges = (sheet['!merges'] ?? []).map(({ s, e }): Range => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
      return [
        {
          name,
          ...(hidden ? { hidden } : {}),
          ...(generated ? { generated } : {}),
          rows: rowsOf(sheet, utils.decode_cell),
          ...(merges.length > 0 ? { merges } : {}),
        },
      ];
    }),
  };
}

function rowsOf(sheet: WorkSheet, decode: (address: string) => { r: number; c: number }): (Cell | undefined)[][] {
  const rows: (Cell | undefined)[][] = [];
  for (const address of Object.keys(sheet)) {
    if (address.startsWith('!')) continue;
    const cell = cellOf(sheet[address] as CellObject);
    if (!cell) continue;
    const { r, c } = decode(address);
    (rows[r] ??= [])[c] = cell;
  }
  return rows;
}

/** BIFF error codes (MS-XLS 2.5.10) as Excel shows them. */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

function cellOf(cell: CellObject): Cell | null {
  const formula = cell.f === undefined || cell.f === '' ? undefined : `=${cell.f}`;
  const raw = cell.t === 'e' ? (ERRORS[Number(cell.v)] ?? '#N/A') : cell.t === 'z' || cell.v instanceof Date ? null : (cell.v ?? null);
  const value = raw === '' && formula === undefined ? null : raw;
  if (value === null && formula === undefined) return null;
  const format = typeof cell.z === 'string' && cell.z.toLowerCase() !== 'general' ? cell.z : undefined;
  return { value, ...(format === undefined ? {} : { format }), ...(formula === undefined ? {} : { formula }) };
}
