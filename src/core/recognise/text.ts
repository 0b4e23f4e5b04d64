/** How is a cell's text read, whatever blanks, line breaks and full-width letters it was typed with? */
import type { CellValue } from '../workbook';

/** Half-width, all blanks and line breaks gone: 「科目    编码」 → 「科目编码」, 「（万元）」 → 「(万元)」. */
export function compact(text: string): string {
  if (/^[!-~]*$/.test(text)) return text;
  return text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '');
}

/** The text of any value; numbers as JavaScript prints them, blanks as ''. */
export function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : String(value);
}

/** The lines of a cell, each compacted, empty ones left out: a title cell may hold title, department and unit. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/[\r\n\t]+/)
    .map(compact)
    .filter((line) => line !== '');
}

const ORDINAL = /^(?:[一二三四五六七八九十百]+[、.]|\([一二三四五六七八九十百]+\)[、.]?|\d{1,2}[、.](?!\d)|\(\d{1,2}\)[、.]?)/;
const LEAD_IN = /^(?:其中[:：]?|减[:：]|加[:：])/;

/** The name behind an ordinal: 「八、社会保障和就业支出」, 「(八)…」, 「1.…」, 「其中：…」 → the name alone. Takes compacted text. */
export function stripOrdinal(text: string): string {
  return text.replace(LEAD_IN, '').replace(ORDINAL, '').replace(LEAD_IN, '');
}

export function hasOrdinal(text: string): boolean {
  return ORDINAL.test(text);
}

/** How deep a label is indented: number of leading blanks, a full-width blank counting as two. */
export function indentOf(text: string): number {
  const lead = /^[\s\u3000]*/.exec(text)?.[0] ?? '';
  return [...lead].reduce((n, c) => n + (c === '\u3000' ? 2 : 1), 0);
}
