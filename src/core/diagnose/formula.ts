/** Which cells does a formula add up, and how would it take in one that it leaves out? Sums and differences only. */
import type { Fact } from '../model';
import { addressOf, parseAddress, quoteSheetName, type CellRef } from '../workbook';

/** A cell's name within the engine's maps. */
export function cellKey({ sheet, row, column }: CellRef): string {
  return `${sheet}!${row},${column}`;
}

/** The same for the place of a fact: words of one paragraph are told apart by where they stand and what they are read as. */
export function factKey({ cell, words }: Fact): string {
  return words === undefined ? cellKey(cell) : `${cellKey(cell)}@${words.start} ${words.unit ?? ''}`;
}

export interface Addend {
  readonly cell: CellRef;
  readonly times: number;
}

/** More cells than any budget table has rows: a whole column is no list of addends. */
const MOST_CELLS = 4000;

/**
 * `=SUM(C7:C12)`, `=C7+C8-C9`, `=表三!C5`, `=ROUND(SUM(…),2)` → what is added how often; `null` for any other formula.
 * `sheet` is the one that the formula stands on.
 */
export function addendsOf(formula: string, sheet: string): readonly Addend[] | null {
  const reader = new Reader(formula.replace(/^=/, ''), sheet);
  return reader.whole();
}

class Reader {
  private at = 0;
  private readonly found = new Map<string, { cell: CellRef; times: number }>();
  constructor(
    private readonly text: string,
    private readonly sheet: string,
  ) {}

  whole(): readonly Addend[] | null {
    if (!this.sum(1)) return null;
    this.blanks();
    return this.at === this.text.length ? [...this.found.values()].filter(({ times }) => times !== 0) : null;
  }

  private sum(sign: number): boolean {
    this.blanks();
    let own = sign;
    if (this.take('-')) own = -sign;
    else this.take('+');
    if (!this.term(own)) return false;
    for (;;) {
      this.blanks();
      if (this.take('+')) {
        if (!this.term(sign)) return false;
      } else if (this.take('-')) {
        if (!this.term(-sign)) return false;
      } else return true;
    }
  }

  private term(sign: number): boolean {
    this.blanks();
    if (this.take('(')) return this.sum(sign) && this.closes();
    const call = /^(SUM|ROUND)\s*\(/i.exec(this.text.slice(this.at));
    if (call) {
      this.at += call[0].length;
      if (call[1]?.toUpperCase() === 'SUM') return this.list(sign);
      if (!this.sum(sign)) return false;
      const digits = /^\s*,\s*\d\s*\)/.exec(this.text.slice(this.at));
      if (!digits) return false;
      this.at += digits[0].length;
      return true;
    }
    return this.reference(sign, false);
  }

  private list(sign: number): boolean {
    do {
      this.blanks();
      const start = this.at;
      if (!this.reference(sign, true)) {
        this.at = start;
        if (!this.sum(sign)) return false;
      }
      this.blanks();
    } while (this.take(','));
    return this.closes();
  }

  private reference(sign: number, ranges: boolean): boolean {
    const match = /^(?:('(?:[^']|'')+'|[^\s'!()+\-*/,:^&=<>]+)!)?(\$?[A-Za-z]{1,3}\$?\d+)(?::(\$?[A-Za-z]{1,3}\$?\d+))?/.exec(
      this.text.slice(this.at),
    );
    const from = match?.[2] === undefined ? null : parseAddress(match[2]);
    if (!match || !from) return false;
    const to = match[3] === undefined ? from : parseAddress(match[3]);
    if (!to || (to !== from && !ranges)) return false;
    const after = this.text[this.at + match[0].length] ?? '';
    if (ranges && !/^[\s,)]?$/.test(after)) return false;
    this.at += match[0].length;
    const named = match[1];
    const sheet = named === undefined ? this.sheet : named.startsWith("'") ? named.slice(1, -1).replace(/''/g, "'") : named;
    if ((Math.abs(to.row - from.row) + 1) * (Math.abs(to.column - from.column) + 1) > MOST_CELLS) return false;
    for (let row = Math.min(from.row, to.row); row <= Math.max(from.row, to.row); row += 1)
      for (let column = Math.min(from.column, to.column); column <= Math.max(from.column, to.column); column += 1)
        this.add({ sheet, row, column }, sign);
    return true;
  }

  private add(cell: CellRef, sign: number): void {
    const known = this.found.get(cellKey(cell));
    if (known) known.times += sign;
    else this.found.set(cellKey(cell), { cell, times: sign });
  }

  private blanks(): void {
    while (this.text[this.at] === ' ') this.at += 1;
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private closes(): boolean {
    this.blanks();
    return this.take(')');
  }
}

/** The formula with a cell taken in: `=SUM(C7:C12)` and C13 → `=SUM(C7:C13)`, else one more argument or addend. */
export function withAddend(formula: string, cell: CellRef, sheet: string): string {
  const address = cell.sheet === sheet ? addressOf(cell) : `${quoteSheetName(cell.sheet)}!${addressOf(cell)}`;
  const range = /^=SUM\(([A-Za-z]{1,3}\d+):([A-Za-z]{1,3}\d+)\)$/i.exec(formula);
  const from = range?.[1] === undefined ? null : parseAddress(range[1]);
  const to = range?.[2] === undefined ? null : parseAddress(range[2]);
  if (from && to && cell.sheet === sheet && from.column === to.column && cell.column === to.column) {
    if (cell.row === to.row + 1) return `=SUM(${addressOf(from)}:${address})`;
    if (cell.row === from.row - 1) return `=SUM(${address}:${addressOf(to)})`;
  }
  return /^=SUM\([^()]*\)$/i.test(formula) ? formula.replace(/\)$/, `,${address})`) : `${formula}+${address}`;
}

/** `=SUM(C7:C12)` where the cells stand one below the other, else `=SUM(C7,C9)`; `sheet` is the one that the formula stands on. */
export function sumOf(cells: readonly CellRef[], sheet: string): string {
  const [first] = cells;
  const last = cells[cells.length - 1];
  const together = cells.every((cell, at) => first && cell.sheet === sheet && cell.column === first.column && cell.row === first.row + at);
  if (first && last && together && cells.length > 1) return `=SUM(${addressOf(first)}:${addressOf(last)})`;
  const named = cells.map((cell) => (cell.sheet === sheet ? addressOf(cell) : `${quoteSheetName(cell.sheet)}!${addressOf(cell)}`));
  return `=SUM(${named.join(',')})`;
}
