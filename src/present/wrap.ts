/** Which question this file answers: how many lines does a text take in a cell that wraps? As spreadsheet programs break lines, without a canvas. */
import { isWide } from './width';

/** They never begin a line, or never end one (GB/T 15834, JIS X 4051). */
const NEVER_FIRST = new Set('，。、；：！？）」』】》〉〕”’％…,.;:!?)%');
const NEVER_LAST = new Set('（「『【《〈〔“‘(');

function canBreakBetween(before: string, after: string): boolean {
  if (before === ' ') return after !== ' ';
  if (NEVER_FIRST.has(after) || NEVER_LAST.has(before) || after === ' ') return false;
  // Chinese can be broken between any two characters.
  return isWide(before) || isWide(after) || before === '-';
}

/** `room` of a line and `widthOf` a character in the same measure. At least 1. */
export function wrappedLines(text: string, room: number, widthOf: (symbol: string) => number): number {
  return text.split('\n').reduce((sum, paragraph) => sum + linesOf(paragraph, room, widthOf), 0);
}

function linesOf(paragraph: string, room: number, widthOf: (symbol: string) => number): number {
  let lines = 1;
  let used = 0;
  for (const piece of piecesOf(paragraph)) {
    // Blanks at the end of a line take no room.
    const width = [...piece.trimEnd()].reduce((sum, symbol) => sum + widthOf(symbol), 0);
    if (used > 0 && used + width > room) {
      lines += 1;
      used = 0;
    }
    // A piece longer than a line is cut wherever the line ends.
    const cut = Math.max(0, Math.ceil(width / room) - 1);
    lines += cut;
    used += width - cut * room + (piece.length - piece.trimEnd().length) * widthOf(' ');
  }
  return lines;
}

/** What stays together. */
function piecesOf(paragraph: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let before = '';
  for (const symbol of paragraph) {
    if (before !== '' && canBreakBetween(before, symbol)) {
      pieces.push(piece);
      piece = '';
    }
    piece += symbol;
    before = symbol;
  }
  return piece === '' ? pieces : [...pieces, piece];
}
