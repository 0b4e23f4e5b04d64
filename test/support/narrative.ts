/** The running text of a workbook as literals, and sentences with a slip planted in a figure. */
import { check } from '../../src/core/check';
import type { Facts, Finding, Paragraph, Phase, Table } from '../../src/core/model';
import { RULES } from '../../src/core/rules';

export const NARRATIVE_RULES = RULES.filter(({ meta }) => meta.id.startsWith('narrative-'));

/** A line a row of the sheet 说明. */
export function textOf(lines: readonly string[], phase: Phase = 'budget'): readonly Paragraph[] {
  const table: Table = {
    index: 99,
    sheet: '说明',
    range: { top: 0, left: 0, bottom: lines.length, right: 0 },
    kind: 'narrative',
    phase,
    title: '说明',
    unit: null,
    year: 2024,
    department: null,
    panels: [],
    notes: [],
    evidence: [],
    bodyRows: 0,
    mappedRows: 0,
    unread: [],
  };
  return lines.map((text, row) => ({ table, cell: { sheet: '说明', row, column: 0 }, text }));
}

/** Heading, sentence. In the sentence `{right|wrong}` is a figure. */
export type Sentence = readonly [heading: string, text: string];

/** `{right|wrong}` → the text, with the n-th figure wrong, and where that one stands. */
function planted(text: string, wrong: number): { readonly text: string; readonly place: number } {
  let n = -1;
  let place = -1;
  let made = '';
  let from = 0;
  for (const match of text.matchAll(/\{([^|}]+)\|([^}]+)\}/g)) {
    n += 1;
    made += text.slice(from, match.index);
    if (n === wrong) place = made.length;
    made += (n === wrong ? match[2] : match[1]) ?? '';
    from = match.index + match[0].length;
  }
  return { text: made + text.slice(from), place };
}

/** The numbers of the figures in which a slip can be planted. */
export function wrongIn(text: string): readonly number[] {
  return [...text.matchAll(/\{[^|}]+\|[^}]+\}/g)].map((_, i) => i);
}

const told = ({ rule, severity, cells, left, right }: Finding): string => `${severity} ${rule} 「${cells[0]?.text}」 ${left} ≠ ${right}`;

function findingsOf(facts: Facts, lines: readonly string[], phase: Phase): readonly Finding[] {
  return check({ ...facts, paragraphs: textOf(lines, phase) }, NARRATIVE_RULES).findings;
}

/** What is said of the sentence as it is; and the slips, planted one at a time, that are not found at their place. */
export function trial(
  facts: Facts,
  [heading, text]: Sentence,
  phase: Phase,
): { readonly said: readonly string[]; readonly missed: readonly string[] } {
  const said = findingsOf(facts, [heading, planted(text, -1).text], phase).map(told);
  const missed = wrongIn(text).flatMap((n) => {
    const { text: slip, place } = planted(text, n);
    const found = findingsOf(facts, [heading, slip], phase).filter(({ class: kind }) => kind !== 'rounding');
    const there = found.some(({ cells }) =>
      cells.some(({ cell, start = -1, length = 0 }) => cell.row === 1 && start <= place && place < start + length),
    );
    return there ? [] : [`${slip.slice(Math.max(0, place - 12), place + 8)} → ${found.map(told).join('; ') || 'nothing'}`];
  });
  return { said, missed };
}
