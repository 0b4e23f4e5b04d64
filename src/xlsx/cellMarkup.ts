/** How is one cell written? Text is an inline string, whatever it begins with; a formula carries its result. */
import { addressOf, type CellValue } from '../core/workbook';
import { storedFormula } from './formula';
import { escapeText, escapeXstring } from './xml';

/** The most characters a cell may hold; Excel repairs a file that has more. */
const MAX_TEXT = 32_767;

/** The values of an error cell (18.18.11); newer ones such as #SPILL! are kept otherwise, and come back when the formula is calculated. */
const ERRORS: ReadonlySet<string> = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

export interface CellContent {
  readonly row: number;
  readonly column: number;
  /** The value, or the formula's result. */
  readonly value: CellValue;
  /** With its leading `=`. */
  readonly formula?: string | null;
  /** Index into cellXfs; 0 is not written. */
  readonly style: number;
}

/** The element, or an empty text for a cell with neither content nor style. */
export function cellMarkup({ row, column, value, formula, style }: CellContent, prefix = ''): string {
  const open = `<${prefix}c r="${addressOf({ row, column })}"${style > 0 ? ` s="${style}"` : ''}`;
  const tag = (name: string, content: string, attributes = ''): string => `<${prefix}${name}${attributes}>${content}</${prefix}${name}>`;
  const close = `</${prefix}c>`;
  if (formula !== undefined && formula !== null && formula.length > 1) {
    const f = tag('f', escapeXstring(storedFormula(formula)));
    if (value === null) return `${open}>${f}${close}`;
    if (typeof value === 'number' && Number.isFinite(value)) return `${open}>${f}${tag('v', String(value))}${close}`;
    if (typeof value === 'boolean') return `${open} t="b">${f}${tag('v', value ? '1' : '0')}${close}`;
    const type = ERRORS.has(String(value)) ? 'e' : 'str';
    return `${open} t="${type}">${f}${tag('v', escapeXstring(String(value)))}${close}`;
  }
  if (value === null || value === '') return style > 0 ? `${open}/>` : '';
  if (typeof value === 'number' && Number.isFinite(value)) return `${open}>${tag('v', String(value))}${close}`;
  if (typeof value === 'boolean') return `${open} t="b">${tag('v', value ? '1' : '0')}${close}`;
  const text = String(value);
  if (ERRORS.has(text)) return `${open} t="e">${tag('v', escapeText(text))}${close}`;
  return `${open} t="inlineStr">${tag('is', tag('t', escapeXstring(text.slice(0, MAX_TEXT)), spaceAttribute(text)))}${close}`;
}

/** Blanks at either end, and line breaks, are kept only when this says so. */
export function spaceAttribute(text: string): string {
  return /^\s|\s$|[\n\t]| {2}/.test(text) ? ' xml:space="preserve"' : '';
}
