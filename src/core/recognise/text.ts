/** How is a cell's text read, whatever blanks, line breaks and full-width letters it was typed with? */
import type { CellValue } from '../workbook';

/** More texts than this are not kept: the labels of a workbook repeat, its running text does not. */
const MOST_KEPT = 20_000;
const LONGEST_KEPT = 60;

/** The same function, which remembers its answers: the labels of a workbook occur again and again. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  let known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST_KEPT) return read(text);
    const answer = known.get(text);
    if (answer !== undefined || known.has(text)) return answer as T;
    if (known.size >= MOST_KEPT) known = new Map();
    const made = read(text);
    known.set(text, made);
    return made;
  };
}

const ASCII = /^[!-~]*$/;
/** Arabic (Uyghur, Kazakh), Tibetan, Mongolian: forms of the autonomous regions print them beside the Chinese. */
const OTHER_SCRIPT = /[\u0600-\u06ff\u0750-\u077f\u0f00-\u0fff\u1800-\u18af]/;
const OTHER_SCRIPTS = new RegExp(`${OTHER_SCRIPT.source}+`, 'g');
const normalised = remembered((text) => {
  const plain = text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '');
  if (!OTHER_SCRIPT.test(plain)) return plain;
  const chinese = plain.replace(OTHER_SCRIPTS, '');
  return /\p{Script=Han}/u.test(chinese) ? chinese : plain;
});

/** In a cell with Chinese only the Chinese counts. Half-width, all blanks and line breaks gone: 「科目    编码」 → 「科目编码」, 「（万元）」 → 「(万元)」. */
export function compact(text: string): string {
  return ASCII.test(text) ? text : normalised(text);
}

/** The text of any value; numbers as JavaScript prints them, blanks as ''. */
export function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : String(value);
}

/** The lines of a cell, each compacted, empty ones left out: a title cell may hold title, department and unit. */
export function linesOf(text: string): readonly string[] {
  if (!/[\r\n\t]/.test(text)) {
    const line = compact(text);
    return line === '' ? [] : [line];
  }
  return text
    .split(/[\r\n\t]+/)
    .map(compact)
    .filter((line) => line !== '');
}

const ORDINAL = /^(?:[一二三四五六七八九十百]+[、.]|\([一二三四五六七八九十百]+\)[、.]?|\d{1,2}[、.](?!\d)|\(\d{1,2}\)[、.]?)/;
const LEAD_IN = /^(?:其中[:：]?|减[:：]|加[:：])/;

/** The name behind an ordinal: 「八、社会保障和就业支出」, 「(八)…」, 「1.…」, 「其中：…」 → the name alone. Takes compacted text. */
export const stripOrdinal = remembered((text) => text.replace(LEAD_IN, '').replace(ORDINAL, '').replace(LEAD_IN, ''));

const LEVELS: readonly RegExp[] = [
  /^[一二三四五六七八九十百]+[、.]/,
  /^\([一二三四五六七八九十百]+\)/,
  /^\d{1,2}[、.](?!\d)/,
  /^\(\d{1,2}\)/,
];

/** How deep an ordinal stands: 1 for 「一、」, 2 for 「（一）」, 3 for 「1.」, 4 for 「（1）」; 0 without one. Takes compacted text. */
export function ordinalLevel(text: string): number {
  const label = text.replace(LEAD_IN, '');
  return LEVELS.findIndex((pattern) => pattern.test(label)) + 1;
}

/** 「其中：…」 tells a part and need not tell all of them. */
export function isOfWhich(text: string): boolean {
  return /^其中/.test(text);
}

export function hasOrdinal(text: string): boolean {
  return ORDINAL.test(text);
}

/** How deep a label is indented: number of leading blanks, a full-width blank counting as two. */
export function indentOf(text: string): number {
  const lead = /^[\s\u3000]*/.exec(text)?.[0] ?? '';
  return [...lead].reduce((n, c) => n + (c === '\u3000' ? 2 : 1), 0);
}
