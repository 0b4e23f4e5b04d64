/**
 * Which question this file answers: how many columns of a terminal does a text take, and how is it padded. Chinese characters
 * and full-width signs take two (Unicode East Asian Width W and F), combining marks none.
 */

/** First and last code points of what takes two columns. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x20000, 0x3fffd],
];

const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Chinese characters and full-width signs. */
export function isWide(symbol: string): boolean {
  const point = symbol.codePointAt(0) ?? 0;
  return WIDE.some(([from, to]) => point >= from && point <= to);
}

export function textWidth(text: string): number {
  let width = 0;
  for (const symbol of text) {
    if (ZERO_WIDTH.test(symbol)) continue;
    width += isWide(symbol) ? 2 : 1;
  }
  return width;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - textWidth(text))) + text;
}

/** A text from a workbook as one harmless line: control and bidirectional characters could move the terminal's cursor. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
