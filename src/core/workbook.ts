/**
 * The workbook as any host can give it: plain data, the same from Excel, from an .xlsx file and from a test's literal.
 * Which question this file answers: what is a cell, and how is it named.
 */

/** What a cell holds, as the program stores it. `null` is an empty cell. */
export type CellValue = string | number | boolean | null;

export interface Cell {
  readonly value: CellValue;
  /** The displayed text, when the host knows it. */
  readonly text?: string;
  /** The number format code, e.g. `#,##0.00`; absent means General. */
  readonly format?: string;
  /** The formula with its leading `=`, when the cell holds one; `value` is then the cached result. */
  readonly formula?: string;
}

/** A rectangle of cells; rows and columns are 0-based, both ends included. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The rectangle of one cell. */
export function singleCell(row: number, column: number): Range {
  return { top: row, left: column, bottom: row, right: column };
}

export interface Sheet {
  readonly name: string;
  readonly hidden?: boolean;
  /** True for a sheet that Gouji itself wrote (差异清单): it is never checked. */
  readonly generated?: boolean;
  /** True for running text given beside the workbook, a paragraph a row: no tables are looked for (see beside.ts). */
  readonly text?: true;
  /** Ragged rows from A1: `rows[r][c]`; a missing entry is an empty cell. Hosts trim trailing blanks. */
  readonly rows: readonly (readonly (Cell | undefined)[] | undefined)[];
  /** Merged ranges, when the host knows them. */
  readonly merges?: readonly Range[];
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** The custom XML part `urn:gouji:settings:1` as it stands in the workbook (see settings/document.ts); absent when there is none. */
  readonly settings?: string;
  /** Last year's workbook, to compare with (see beside.ts). */
  readonly lastYear?: Workbook;
  /** The tables of documents given beside the workbook, to compare with its own (see beside.ts). */
  readonly copies?: Workbook;
}

/** One cell of one sheet; row and column are 0-based. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
}

/** A → 0, AA → 26. Case does not matter. */
export function columnIndex(name: string): number {
  let n = 0;
  for (const letter of name.toUpperCase()) n = n * 26 + (letter.charCodeAt(0) - 64);
  return n - 1;
}

/** `C7` for row 6, column 2. */
export function addressOf(cell: { readonly row: number; readonly column: number }): string {
  return `${columnName(cell.column)}${cell.row + 1}`;
}

/** `A1:E43`, or `A1` for a single cell. */
export function rangeAddress(range: Range): string {
  const from = addressOf({ row: range.top, column: range.left });
  const to = addressOf({ row: range.bottom, column: range.right });
  return from === to ? from : `${from}:${to}`;
}

/** `C7` or `$C$7` → row 6, column 2; `null` when the text is not an A1 address. */
export function parseAddress(address: string): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d*)$/.exec(address);
  if (!match) return null;
  return { row: Number(match[2]) - 1, column: columnIndex(match[1] ?? '') };
}

/** The cell at a place, `undefined` when it is empty or outside the sheet. */
export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.rows[row]?.[column];
}

/** A sheet's name as a formula writes it: always quoted, inner quotes doubled. */
export function quoteSheetName(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}
