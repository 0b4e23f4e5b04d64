/**
 * How is a range named in Excel? A1 addresses with or without a sheet, whole rows and columns included, and the arithmetic
 * of rectangles.
 */
import { columnIndex, columnName, quoteSheetName, rangeAddress, type Range } from '../../../core/workbook';
import { invalidArgument } from '../errors';

export const MAX_ROWS = 1048576;
export const MAX_COLUMNS = 16384;

export const WHOLE_SHEET: Range = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

export const rowsOf = (range: Range): number => range.bottom - range.top + 1;
export const columnsOf = (range: Range): number => range.right - range.left + 1;
export const cellsOf = (range: Range): number => rowsOf(range) * columnsOf(range);
export const isEntireColumn = (range: Range): boolean => rowsOf(range) === MAX_ROWS;
export const isEntireRow = (range: Range): boolean => columnsOf(range) === MAX_COLUMNS;
export const sameRange = (a: Range, b: Range): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
export const contains = (outer: Range, inner: Range): boolean =>
  outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;

export function intersect(a: Range, b: Range): Range | null {
  const range = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return range.top > range.bottom || range.left > range.right ? null : range;
}

/** What is left of `a` without `b`, in at most four rectangles. */
export function subtract(a: Range, b: Range): readonly Range[] {
  const cut = intersect(a, b);
  if (!cut) return [a];
  const rest: Range[] = [];
  if (cut.top > a.top) rest.push({ ...a, bottom: cut.top - 1 });
  if (cut.left > a.left) rest.push({ top: cut.top, bottom: cut.bottom, left: a.left, right: cut.left - 1 });
  if (cut.right < a.right) rest.push({ top: cut.top, bottom: cut.bottom, left: cut.right + 1, right: a.right });
  if (cut.bottom < a.bottom) rest.push({ ...a, top: cut.bottom + 1 });
  return rest;
}

export function boundingRange(a: Range, b: Range): Range {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** The range itself when it lies on a sheet; Excel refuses others. */
export function onSheet(range: Range, location: string): Range {
  const { top, left, bottom, right } = range;
  const whole = [top, left, bottom, right].every(Number.isInteger);
  if (!whole || top < 0 || left < 0 || bottom >= MAX_ROWS || right >= MAX_COLUMNS || bottom < top || right < left) {
    throw invalidArgument(location);
  }
  return range;
}

/** `A1:B2`, `C:C`, `3:4`: without the sheet. */
export function localAddress(range: Range): string {
  if (isEntireRow(range)) return `${range.top + 1}:${range.bottom + 1}`;
  if (isEntireColumn(range)) return `${columnName(range.left)}:${columnName(range.right)}`;
  return rangeAddress(range);
}

/** A sheet's name as Excel shows it in an address: quoted only where it must be. */
export function sheetPrefix(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^(?:[A-Za-z]{1,3}\d+|[Rr]\d*(?:[Cc]\d*)?|[Cc]\d*)$/.test(name);
  return `${plain ? name : quoteSheetName(name)}!`;
}

export interface ParsedAddress {
  readonly sheet: string | null;
  readonly range: Range;
}

const A1 = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;
const COLUMNS = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

/** `null` when the text is not an address of one rectangle. */
export function parseRange(text: string): ParsedAddress | null {
  const bang = text.lastIndexOf('!');
  const prefix = bang < 0 ? null : text.slice(0, bang);
  const sheet = prefix === null ? null : /^'.*'$/.test(prefix) ? prefix.slice(1, -1).replace(/''/g, "'") : prefix;
  const range = parseLocal(text.slice(bang + 1));
  return range && { sheet, range };
}

function parseLocal(text: string): Range | null {
  let match = A1.exec(text);
  if (match) {
    const [, column = '', row = '', toColumn = column, toRow = row] = match;
    return ordered(Number(row) - 1, columnIndex(column), Number(toRow) - 1, columnIndex(toColumn));
  }
  match = COLUMNS.exec(text);
  if (match) return ordered(0, columnIndex(match[1] ?? ''), MAX_ROWS - 1, columnIndex(match[2] ?? ''));
  match = ROWS.exec(text);
  if (match) return ordered(Number(match[1]) - 1, 0, Number(match[2]) - 1, MAX_COLUMNS - 1);
  return null;
}

function ordered(row: number, column: number, toRow: number, toColumn: number): Range | null {
  const range = {
    top: Math.min(row, toRow),
    left: Math.min(column, toColumn),
    bottom: Math.max(row, toRow),
    right: Math.max(column, toColumn),
  };
  return range.top >= 0 && range.bottom < MAX_ROWS && range.right < MAX_COLUMNS ? range : null;
}

/** Splits `'a,b'!A1,C3` at its commas, outside quotes. */
export function splitAddresses(text: string): readonly string[] {
  return text.match(/(?:'(?:[^']|'')*'|[^,'])+/g)?.map((part) => part.trim()) ?? [];
}
