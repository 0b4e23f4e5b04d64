/** How do tests draw a table: one line a row, `|` between cells, merged cells marked where they lie. */
import type { Cell, Range, Sheet, Workbook } from '../../src/core/workbook';

const DECIMAL = /^-?\d{1,3}(?:,?\d{3})*\.(\d+)$/;
const PERCENT = /^(-?\d+)(?:\.(\d+))?%$/;

/** `12.50` and `#12` are numbers (shown with the digits written), `12.5%` a number shown as a percentage, all else text. */
function cellOf(token: string): Cell | undefined {
  if (token === '' || token === '<' || token === '^') return undefined;
  if (/^#-?\d+$/.test(token)) return { value: Number(token.slice(1)) };
  const digits = DECIMAL.exec(token)?.[1];
  if (digits !== undefined) return { value: Number(token.replace(/,/g, '')), format: `#,##0.${'0'.repeat(digits.length)}` };
  const percent = PERCENT.exec(token);
  if (percent) return { value: Number(token.slice(0, -1)) / 100, format: `0.${'0'.repeat(percent[2]?.length ?? 0)}%` };
  return { value: token.replace(/^_+/, (marks) => '\u3000'.repeat(marks.length)) };
}

/** The cells marked `<` (merged with the one on the left) and `^` (with the one above) and what they are merged with. */
function mergesOf(tokens: readonly (readonly string[])[]): Range[] {
  const anchors = new Map<string, Range>();
  const anchorOf = (row: number, column: number): string => {
    const token = tokens[row]?.[column];
    if (token === '<') return anchorOf(row, column - 1);
    return token === '^' ? anchorOf(row - 1, column) : `${row} ${column}`;
  };
  tokens.forEach((row, r) => {
    row.forEach((token, c) => {
      if (token !== '<' && token !== '^') return;
      const key = anchorOf(r, c);
      const [top = 0, left = 0] = key.split(' ').map(Number);
      const known = anchors.get(key) ?? { top, left, bottom: top, right: left };
      anchors.set(key, { ...known, bottom: Math.max(known.bottom, r), right: Math.max(known.right, c) });
    });
  });
  return [...anchors.values()];
}

/**
 * A sheet from its picture. Blanks around a cell's text are left out; `_` before it is a full-width blank (indentation); an empty
 * line is an empty row. Without `merges` the host does not know them.
 */
export function drawn(name: string, picture: string, { merges = true }: { readonly merges?: boolean } = {}): Sheet {
  const lines = picture
    .replace(/^\n/, '')
    .replace(/\n[ ]*$/, '')
    .split('\n');
  const tokens = lines.map((line) => line.split('|').map((token) => token.replace(/^[ ]+|[ ]+$/g, '')));
  return {
    name,
    rows: tokens.map((row) => row.map(cellOf)),
    ...(merges ? { merges: mergesOf(tokens) } : {}),
  };
}

/** Sheet name → picture. */
export type Pictures = Readonly<Record<string, string>>;

export function drawnBook(pictures: Pictures, options: { readonly merges?: boolean } = {}): Workbook {
  return { sheets: Object.entries(pictures).map(([name, picture]) => drawn(name, picture, options)) };
}
