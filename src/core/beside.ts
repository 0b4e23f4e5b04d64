/**
 * Which question this file answers: what is checked together with a workbook without being part of it? The narrative of a document
 * (or pasted text) with the tables in it, and last year's workbook. Their sheets bear names in brackets, `[说明.docx]`, `[说明.docx]表1` and
 * `[上年.xlsx]表三`, as Excel writes references to other files: no sheet of the workbook can be called so, and whoever marks or links cells leaves them out.
 */
import type { Sheet, Workbook } from './workbook';

/** True for a cell of another file: it can be named, never marked, linked to or changed. */
export function isBeside({ sheet }: { readonly sheet: string }): boolean {
  return /^\[[^\]]+\]/.test(sheet);
}

/** What the user knows the document by whose text the sheet holds; `null` for any other sheet. */
export function documentName(sheet: string): string | null {
  return /^\[([^\]]+)\]$/.exec(sheet)?.[1] ?? null;
}

/** The paragraph that a cell of a document is, counted from 1 without blank ones; `null` for a cell of a sheet. */
export function paragraphNumber({ sheet, row }: { readonly sheet: string; readonly row: number }): number | null {
  return documentName(sheet) === null ? null : row + 1;
}

function bracketed(name: string): string {
  return `[${name.replace(/[[\]]/g, ' ').trim() || '?'}]`;
}

/** Two documents of one name are told apart by a number. */
function unused(name: string, workbook: Workbook): string {
  const taken = new Set(workbook.sheets.map((sheet) => sheet.name));
  for (let n = 1; ; n += 1) {
    const candidate = bracketed(n === 1 ? name : `${name} ${n}`);
    if (!taken.has(candidate)) return candidate;
  }
}

export interface Document {
  /** What the user knows it by: `说明.docx`. */
  readonly name: string;
  /** In the order of the text; blank ones are left out. */
  readonly paragraphs: readonly string[];
  /** A sheet each: lines of its caption, then its rows. */
  readonly tables?: readonly Sheet[];
}

/** True for a document in which there is nothing to check. */
export function isBlank({ paragraphs, tables = [] }: Omit<Document, 'name'>): boolean {
  return paragraphs.length === 0 && tables.length === 0;
}

/**
 * The workbook with the text of a document to be read as its narrative (a cell's row is the paragraph), and the document's tables to be
 * compared with its own.
 */
export function withNarrative(workbook: Workbook, { name, paragraphs, tables = [] }: Document): Workbook {
  const sheet = unused(name, workbook);
  const rows = paragraphs.filter((text) => text.trim() !== '').map((value) => [{ value }]);
  const copies = [...(workbook.copies?.sheets ?? []), ...tables.map((table): Sheet => ({ ...table, name: `${sheet}${table.name}` }))];
  return {
    ...workbook,
    sheets: [...workbook.sheets, { name: sheet, text: true, rows }],
    ...(copies.length > 0 ? { copies: { sheets: copies } } : {}),
  };
}

/** Pasted text, a paragraph a line. */
export function paragraphsOfText(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '');
}

/** The workbook with last year's beside it (an earlier one is replaced); `name` is what the user knows that by. */
export function withLastYear(workbook: Workbook, lastYear: Workbook, name: string): Workbook {
  const sheets = lastYear.sheets.map((sheet): Sheet => ({ ...sheet, name: `${bracketed(name)}${sheet.name}` }));
  return { ...workbook, lastYear: { ...lastYear, sheets } };
}
