/** Which question this file answers: how does a formula read a figure that stands in a text: `６２．１０`, `△18.00`, `≤300万元`? */
import { compare, type Decimal } from '../core/amount';
import { parseFigure } from '../core/recognise/figure';

const WIDE = '０１２３４５６７８９．，－＋（）￥';
/** As `parseFigure` of the engine reads them; brackets and the triangles of ledgers mean minus. */
const MEANT: readonly Replacement[] = [
  ['(', '-'],
  [')', ''],
  ['△', '-'],
  ['▲', '-'],
  ['¥', ''],
  ['$', ''],
  ["'", ''],
  ['’', ''],
  ['\u2212', '-'],
];
/** Excel refuses longer texts within a formula. */
const LONGEST_TEXT = 255;

/** What is found in a text, and what it stands for. */
type Replacement = readonly [string, string];

/**
 * A formula that gives the figure in the text at `reference` (`'表三'!C7`): NUMBERVALUE (Excel 2013) reads it the same in every language of Excel
 * and passes over blanks and separators of thousands; what else stands in the text is taken out or put right before. `null` when what is left
 * would not be read as `value`.
 */
export function figureInText(reference: string, text: string, value: Decimal): string | null {
  const signs = signsIn(text);
  const written = replaced(text, signs);
  const replacements = isRead(written, value) ? signs : [...signs, ...wordsAround(written, value)];
  if (!isRead(replaced(text, replacements), value) || replacements.some(([found]) => !canBeWritten(found))) return null;
  const cleaned = replacements.reduce((inner, [found, meant]) => `SUBSTITUTE(${inner},${literal(found)},"${meant}")`, reference);
  return `IFERROR(NUMBERVALUE(${cleaned},".",","),0)`;
}

/** What NUMBERVALUE would not take of an amount. ASC would turn full-width digits in a Chinese Excel only. */
function signsIn(text: string): readonly Replacement[] {
  const wide = /[\uFF01-\uFF5E\uFFE5]/.test(text)
    ? [...WIDE].map((each) => [each, each === '￥' ? '¥' : String.fromCharCode(each.charCodeAt(0) - 0xfee0)] as const)
    : [];
  const narrow = text.normalize('NFKC');
  const blanks = [...new Set(text.match(/[^\S ]/g) ?? [])].map((blank): Replacement => [blank, '']);
  return [...wide, ...MEANT.filter(([found]) => text.includes(found) || (wide.length > 0 && narrow.includes(found))), ...blanks];
}

/** What stands before and behind the figure: the ≤ and the 万元 of `≤300万元`. */
function wordsAround(text: string, value: Decimal): readonly Replacement[] {
  for (const { 0: figure, index } of text.matchAll(/[-+]?\d[\d,]*(?:\.\d+)?/g)) {
    if (!isRead(figure, value)) continue;
    const words = [text.slice(0, index), text.slice(index + figure.length)].filter((word) => word !== '');
    return words.map((word): Replacement => [word, '']);
  }
  return [];
}

function replaced(text: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((before, [found, meant]) => before.replaceAll(found, meant), text);
}

/** Whether NUMBERVALUE makes the value of the text: it takes no separator of thousands behind the point. */
function isRead(text: string, value: Decimal): boolean {
  const written = text.replaceAll(' ', '');
  if (!/^[-+]?(?:\d[\d,]*\.?\d*|\.\d+)$/.test(written)) return false;
  const read = parseFigure(written.replaceAll(',', ''));
  return read !== null && compare(read.value, value) === 0;
}

/** A file holds no control characters within a formula. */
function canBeWritten(text: string): boolean {
  return text.length <= LONGEST_TEXT && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text.length === 1 ? text.trim() : text);
}

/** A text within a formula; what cannot be seen there by its number. */
function literal(text: string): string {
  const code = text.charCodeAt(0);
  return text.length === 1 && code < 32 ? `CHAR(${code})` : `"${text.replaceAll('"', '""')}"`;
}
