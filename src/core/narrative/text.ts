/**
 * How is a paragraph read, whatever blanks and full-width characters it was typed with, without losing where its words stand?
 */
import type { Paragraph, Words } from '../model';

/** One line of a paragraph, compacted: half-width digits and brackets, no blanks. */
export interface Line {
  readonly paragraph: Paragraph;
  readonly text: string;
  /** For each character of `text` its place in the cell's text; one more entry for the end. */
  readonly at: readonly number[];
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

/** The words of a line between two places of its compacted text, as they stand in the cell. */
export function wordsOf(line: Line, from: number, to: number): Words {
  const start = line.at[from] ?? 0;
  const end = (line.at[to - 1] ?? start) + 1;
  const { table, cell, text } = line.paragraph;
  return { table, cell, text: text.slice(start, end), start, length: end - start };
}
