/** How is an account's code read where 类 | 款 | 项 stand in columns of their own, or its name in the same cell? */
import type { ViewCell } from './sheetView';
import { looksLikeOrganisation } from './vocabulary';

const CODE_PART = /^[类款项]$/;

/** 类, 款 or 项: heads a part of a code. */
export function isCodePart(heading: string | undefined): boolean {
  return heading !== undefined && CODE_PART.test(heading);
}

/** Text of a code cell; a part under 款 or 项 keeps its two digits even when it is stored as a number. */
export function codePart(cell: ViewCell, header: readonly string[]): string {
  const part = header[header.length - 1];
  const padded = (part === '款' || part === '项') && /^\d$/.test(cell.text);
  return padded ? `0${cell.text}` : cell.text;
}

const CODE_AND_NAME = /^[[(【]?([235]\d{2}(?:[-.]?\d{2}){0,2})[\])】]?[-—_.、]?(\p{Script=Han}.*)$/u;

/** 「[30101]基本工资」, 「208-社会保障和就业支出」, 「201-32 组织事务」 in one cell; a unit's 「301-某局」 is no account. */
export function codeAndName(text: string): { readonly code: string; readonly name: string } | null {
  const match = CODE_AND_NAME.exec(text);
  if (!match || looksLikeOrganisation(match[2] as string)) return null;
  return { code: digitsOf(match[1] as string) ?? '', name: match[2] as string };
}

/** Digits of a code, leading blanks and separators gone: 「 20132」, 「208.05.01」. */
export function digitsOf(text: string | null): string | null {
  if (text === null) return null;
  const digits = text.replace(/[.\-_]/g, '');
  return /^\d+$/.test(digits) ? digits : null;
}

const FILLED_UP = /^([235]\d{2})(?:00){1,2}$|^([235]\d{4})00$/;

/** 2080500 and 208 | 05 | 00 → 20805: a code that is filled up with zeros to the digits of the finest level. */
export function withoutFill(code: string): string {
  const match = FILLED_UP.exec(digitsOf(code) ?? '');
  return match?.[1] ?? match?.[2] ?? code;
}
