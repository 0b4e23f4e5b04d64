/**
 * What does Excel make of a value that an add-in writes? The same as of a typed entry: a string may become a number, a
 * date, a formula. This is where a hostile text would turn into a formula, so the strict reading is taken throughout: what
 * real Excel might read as a formula is one here (docs/unverified.md).
 */
import type { CellValue } from '../../../core/workbook';
import { invalidArgument } from '../errors';

export interface Entry {
  readonly value: CellValue;
  readonly formula: string | null;
  /** The format that Excel gives a General cell on such an entry. */
  readonly numberFormat?: string;
}

/** Characters a cell can hold. */
const LONGEST_TEXT = 32767;
const LONGEST_FORMULA = 8192;

export function readEntry(input: unknown, numberFormat: string, location: string): Entry {
  if (typeof input === 'number' || typeof input === 'boolean') return { value: input, formula: null };
  if (typeof input !== 'string') throw invalidArgument(location);
  if (input.length > LONGEST_TEXT) throw invalidArgument(location);
  if (input === '') return { value: null, formula: null };
  if (input.startsWith("'")) return { value: input.slice(1), formula: null };
  if (numberFormat === '@') return { value: input, formula: null };
  return asFormula(input, location) ?? asConstant(input) ?? { value: input, formula: null };
}

/** `=…`, and what typing turns into one: `+A1`, `-A1`, `@SUM(…)`. */
function asFormula(input: string, location: string): Entry | null {
  // A Chinese Excel takes the full-width signs for what they mean.
  const text = input.trim().replace(/^[＝＋－＠]/, (sign) => sign.normalize('NFKC'));
  if (text.length < 2) return null;
  if (text.startsWith('=')) return { value: 0, formula: checked(text, location) };
  if (/^[+-]/.test(text) && !asConstant(text)) return { value: 0, formula: checked(`=${text}`, location) };
  if (/^@[A-Za-z_]/.test(text)) return { value: 0, formula: checked(`=${text}`, location) };
  return null;
}

/** Refuses what cannot be a formula, as Excel does: unbalanced parentheses or quotes, nothing after an operator. */
function checked(formula: string, location: string): string {
  const refused = (): Error => invalidArgument(location);
  if (formula.length > LONGEST_FORMULA) throw refused();
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'!/g, 'S!');
  if ((bare.match(/"/g)?.length ?? 0) % 2 === 1) throw refused();
  let depth = 0;
  for (const ch of bare) {
    if (ch === '(') depth++;
    if (ch === ')' && --depth < 0) throw refused();
  }
  if (depth !== 0 || /[-+*/^&=<>,]$/.test(bare)) throw refused();
  return formula;
}

const ERROR_VALUE = /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!)$/i;

function asConstant(input: string): Entry | null {
  const text = input.trim();
  if (/^(true|false)$/i.test(text)) return { value: /^t/i.test(text), formula: null };
  if (ERROR_VALUE.test(text)) return { value: text.toUpperCase(), formula: null };
  return asNumber(text) ?? asDate(text);
}

function asNumber(text: string): Entry | null {
  const match = /^([+-]?|\()(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?(%)?(\))?$/i.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', decimals = '', exponent = '', percent, close] = match;
  if ((whole === '' && decimals.length < 2) || (sign === '(') !== (close !== undefined)) return null;
  const size = Number(`${whole.replace(/,/g, '') || '0'}${decimals}${exponent}`);
  if (!Number.isFinite(size)) return null;
  const signed = sign === '-' || sign === '(' ? -size : size;
  const places = decimals.length > 1;
  if (percent) return { value: signed / 100, formula: null, numberFormat: places ? '0.00%' : '0%' };
  if (whole.includes(',')) return { value: signed, formula: null, numberFormat: places ? '#,##0.00' : '#,##0' };
  if (exponent) return { value: signed, formula: null, numberFormat: '0.00E+00' };
  return { value: signed, formula: null };
}

/** `2026-02-11`, `2026/2/11`, `2026年2月11日`: the dates that a Chinese or English Excel both read. */
function asDate(text: string): Entry | null {
  const match = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  // Day 60 of Excel's calendar is the 29 February 1900 that never was; days before it are one lower.
  const days = Math.round(date.getTime() / 86400000) + 25569;
  return { value: days < 61 ? days - 1 : days, formula: null, numberFormat: 'yyyy/m/d' };
}
