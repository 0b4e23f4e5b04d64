/**
 * How is a paragraph read, whatever blanks and full-width characters it was typed with, without losing where its words stand?
 */
import type { Paragraph, Words } from '../model';

/** One line of a paragraph, compacted: half-width digits and brackets, no blanks. */
export interface Line {
  /** That it begins in. */
  readonly paragraph: Paragraph;
  readonly text: string;
  /** For each character of `text` its place in the cell's text; one more entry for the end. */
  readonly at: readonly number[];
  /** A line that was broken over several cells: where in `text` each further cell begins. */
  readonly further?: readonly Part[];
}

interface Part {
  readonly from: number;
  readonly paragraph: Paragraph;
}

const BLANK = /[\s\u3000\u200b\ufeff]/;
/** The full-width comma stays: it separates clauses, the half-width one thousands. */
const KEPT = '，';

function halfWidth(character: string): string {
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e && character !== KEPT ? String.fromCharCode(code - 0xfee0) : character;
}

export function linesOf(paragraph: Paragraph): readonly Line[] {
  const lines: Line[] = [];
  let text = '';
  let at: number[] = [];
  const close = (end: number): void => {
    if (text !== '') lines.push({ paragraph, text, at: [...at, end] });
    text = '';
    at = [];
  };
  for (let i = 0; i < paragraph.text.length; i += 1) {
    const character = paragraph.text.charAt(i);
    if (character === '\n' || character === '\r') close(i);
    else if (!BLANK.test(character)) {
      text += halfWidth(character);
      at.push(i);
    }
  }
  close(paragraph.text.length);
  return lines;
}

/** Text that was broken into rows of one width (a page's lines as cells) has no longer lines than this. */
const WIDEST = 80;
/** A row this full goes on in the next one. */
const FULL = 0.85;

/** The lines of one text; where every row is a line of a page, a sentence that fills its row is joined with the next. */
export function joinedLinesOf(paragraphs: readonly Paragraph[]): readonly Line[] {
  const lines = paragraphs.flatMap(linesOf);
  const widest = lines.reduce((most, { text }) => Math.max(most, text.length), 0);
  if (widest > WIDEST) return lines;
  const joined: Line[] = [];
  let above: Line | null = null;
  for (const line of lines) {
    const before = joined[joined.length - 1];
    if (before && above && continues(above, line, widest * FULL)) joined[joined.length - 1] = join(before, line);
    else joined.push(line);
    above = line;
  }
  return joined;
}

/** A sentence (no heading: those have no commas) that has not come to its end, and words that begin nothing new. */
function continues(above: Line, line: Line, full: number): boolean {
  const { cell } = above.paragraph;
  const next = line.paragraph.cell;
  const below =
    next.sheet === cell.sheet && next.column === cell.column && (next.row === cell.row + 1 || line.paragraph === above.paragraph);
  return (
    below &&
    above.text.length >= full &&
    /[,，;、]|\d(?:万元|元|%)/.test(above.text) &&
    !/[。;:!?)"”]$/.test(above.text) &&
    !/^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d{1,2}[、.](?!\d))/.test(line.text)
  );
}

function join(a: Line, b: Line): Line {
  const from = a.text.length;
  const further = [...(a.further ?? []), { from, paragraph: b.paragraph }];
  return { paragraph: a.paragraph, text: a.text + b.text, at: [...a.at.slice(0, -1), ...b.at], further };
}

function partsOf({ paragraph, further = [] }: Line): readonly Part[] {
  return [{ from: 0, paragraph }, ...further];
}

/** The words of a line between two places of its compacted text, as they stand in the cell (the last one, where they are broken). */
export function wordsOf(line: Line, from: number, to: number): Words {
  const parts = partsOf(line).filter((part) => part.from < to);
  const { paragraph, from: least } = parts[parts.length - 1] ?? { from: 0, paragraph: line.paragraph };
  const start = line.at[Math.max(from, least)] ?? 0;
  const end = (line.at[to - 1] ?? start) + 1;
  const { table, cell, text } = paragraph;
  return { table, cell, text: text.slice(start, end), start, length: end - start };
}

/** What the patterns find in a text, one find a place: the first pattern's. */
export function findsIn(
  { text }: Line,
  patterns: readonly RegExp[],
): readonly { readonly at: number; readonly found: string; readonly pattern: RegExp }[] {
  const places = new Set<number>();
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index: at }) => {
      if (places.has(at)) return [];
      places.add(at);
      return [{ at, found, pattern }];
    }),
  );
}

/** Where the words of a cell stand in the line's compacted text: from, and behind their end; `null` when they do not. */
export function placeOf(line: Line, { cell, start, length }: Words): { readonly from: number; readonly to: number } | null {
  const part = partsOf(line).find(({ paragraph }) => paragraph.cell.row === cell.row && paragraph.cell.column === cell.column);
  if (!part) return null;
  const from = line.at.indexOf(start, part.from);
  const to = line.at.indexOf(start + length - 1, part.from);
  return from < 0 || to < 0 ? null : { from, to: to + 1 };
}
