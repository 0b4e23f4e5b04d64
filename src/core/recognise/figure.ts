/** What amount does a cell state: a figure, nil, or none at all? */
import { decimalOfNumber, isZero, parseDecimal, rounded, shortDecimal, type Decimal } from '../amount';
import type { Cell } from '../workbook';
import { UNIT_WORDS } from '../units';
import { compact } from './text';

export type Figure =
  | { readonly type: 'blank' }
  /** A dash, 无, or any way of writing zero; `decimals` as for a number. */
  | { readonly type: 'nil'; readonly decimals: number; readonly dash: boolean }
  | { readonly type: 'amount'; readonly value: Decimal; readonly decimals: number }
  | { readonly type: 'text'; readonly text: string };

/** A number's exact value is made when it is asked for: most cells are only counted. */
class NumberFigure {
  readonly type = 'amount';
  constructor(
    private readonly units: number,
    private readonly scale: number,
    readonly decimals: number,
  ) {}
  get value(): Decimal {
    return { units: BigInt(this.units), scale: this.scale };
  }
}

const BLANK: Figure = { type: 'blank' };
/** What a figure begins with; most labels are told by their first character. */
const COULD_BE_FIGURE = /^['’]?[-+.\d(¥$\u2212△▲]/;
const DASH = /^(?:[-\u2010-\u2015\u2212\ufe63\uff0d\u30fc\u4e00/]+|无)$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** `6,912.23`, `６９１２．２３`, `(18.00)`, `￥5` → exact, with its digits after the point; `null` when it is no figure. */
export function parseFigure(text: string): { readonly value: Decimal; readonly decimals: number } | null {
  let body = compact(text)
    // exports write down the mark with which Excel keeps a number as text
    .replace(/^['’]/, '')
    .replace(/^[¥$]/, '')
    .replace(/\u2212/g, '-')
    // △18.00 is how ledgers write a negative figure
    .replace(/^[△▲](?=[\d.])/, '-');
  let negative = false;
  const bracketed = /^\((.+)\)$/.exec(body);
  if (bracketed?.[1] !== undefined && /[.,]|\d{2}/.test(bracketed[1])) {
    body = bracketed[1];
    negative = true;
  }
  if (!GROUPED.test(body) && !PLAIN.test(body)) return null;
  const digits = body
    .replace(/,/g, '')
    .replace(/^([+-]?)\./, '$10.')
    .replace(/\.$/, '');
  const value = parseDecimal(digits);
  if (!value) return null;
  return { value: negative ? { units: -value.units, scale: value.scale } : value, decimals: value.scale };
}

const WITH_UNIT = new RegExp(`^[-+]?\\d[\\d,.]*(?:${UNIT_WORDS})$`);

/** 12.50万元: an amount that states its own unit is no figure of its table's, which has one unit; nor is it a heading or a name. */
export function statesUnit(text: string): boolean {
  return WITH_UNIT.test(text);
}

const FORMAT_DIGITS = new Map<string, number>();

/** Digits after the point that a number format always shows: `#,##0.00_ ` → 2; General, text and integers → 0. */
export function decimalsOfFormat(format: string | undefined): number {
  if (format === undefined || format === '' || format === 'General') return 0;
  const known = FORMAT_DIGITS.get(format);
  if (known !== undefined) return known;
  const section = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  const digits = /[0#?]\.([0?]+)/.exec(section)?.[1]?.length ?? /^\.([0?]+)/.exec(section)?.[1]?.length ?? 0;
  if (FORMAT_DIGITS.size < 1000) FORMAT_DIGITS.set(format, digits);
  return digits;
}

const PLAIN_FORMAT = /^(?:#,##)?[0#](?:\.0+)?$/;

/**
 * What a number's format shows of it, where that is less than is stored: 6.235 as `0.00` → 6.24 (half away from zero, as programs do).
 * `null` when all is shown, and for formats that do more than cut digits (percent, scaling, dates, General).
 */
export function shownValue(cell: Cell | undefined): Decimal | null {
  if (typeof cell?.value !== 'number' || cell.format === undefined) return null;
  const section = (cell.format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[\s¥$￥]/g, '');
  if (!PLAIN_FORMAT.test(section)) return null;
  const value = decimalOfNumber(cell.value);
  const decimals = decimalsOfFormat(cell.format);
  return value && value.scale > decimals ? rounded(value, decimals) : null;
}

function decimalsShown(cell: Cell): number {
  const shown = cell.text !== undefined ? parseFigure(cell.text) : null;
  return Math.max(shown?.decimals ?? 0, decimalsOfFormat(cell.format));
}

/** Reads one cell; its compacted text may be passed when it is known. Decimals = digits after the point, stored or shown, whichever are more. */
export function readFigure(cell: Cell | undefined, compacted?: string): Figure {
  if (!cell || cell.value === null) return BLANK;
  if (typeof cell.value === 'number') {
    const short = shortDecimal(cell.value);
    if (short) {
      const decimals = Math.max(short.scale, decimalsShown(cell));
      return short.units === 0 ? { type: 'nil', decimals, dash: false } : new NumberFigure(short.units, short.scale, decimals);
    }
    const value = decimalOfNumber(cell.value);
    if (!value) return { type: 'text', text: String(cell.value) };
    const decimals = Math.max(value.scale, decimalsShown(cell));
    return isZero(value) ? { type: 'nil', decimals, dash: false } : { type: 'amount', value, decimals };
  }
  if (typeof cell.value !== 'string') return { type: 'text', text: String(cell.value) };
  const text = compacted ?? compact(cell.value);
  if (text === '') return BLANK;
  if (DASH.test(text)) return { type: 'nil', decimals: 0, dash: true };
  if (!COULD_BE_FIGURE.test(text)) return { type: 'text', text };
  const figure = parseFigure(text);
  if (!figure) return { type: 'text', text };
  return isZero(figure.value) ? { type: 'nil', decimals: figure.decimals, dash: false } : { type: 'amount', ...figure };
}
