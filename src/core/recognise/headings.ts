/** Which year, unit and phase do a table's headings name? */
import type { Unit } from '../model';
import { unitInBrackets } from '../units';
import type { Header } from './header';
import { phaseOf } from './kind';

/** The largest year that a heading names: the budget's own when the caption names none. */
export function yearOfHeader(header: Header | null): { readonly year: number; readonly row: number; readonly column: number } | null {
  let best: { year: number; row: number; column: number } | null = null;
  for (const row of header?.rows ?? []) {
    for (const cell of row.cells) {
      const year = Number(/(20\d{2})年/.exec(cell.text)?.[1] ?? 0);
      if (year > (best?.year ?? 0)) best = { year, row: cell.row, column: cell.column };
    }
  }
  return best;
}

/** A unit written into the headings, e.g. 「预算数（万元）」. */
export function unitOfHeader(header: Header | null): { readonly unit: Unit; readonly row: number; readonly column: number } | null {
  for (const row of header?.rows ?? []) {
    for (const cell of row.cells) {
      const unit = unitInBrackets(cell.text);
      if (unit) return { unit, row: cell.row, column: cell.column };
    }
  }
  return null;
}

/** Final accounts say so in the title or in a heading 「决算数」. */
export function isFinal(title: string, header: Header | null): boolean {
  if (phaseOf(title) === 'final') return true;
  const headings = (header?.rows ?? []).flatMap((row) => row.cells.map((cell) => cell.text));
  // a 决算数 of an earlier year beside this year's 预算数 makes no final accounts
  return (
    headings.some((text) => /^决算数/.test(text)) ||
    (headings.some((text) => /决算数/.test(text)) && !headings.some((text) => /预算数/.test(text)))
  );
}

/** 年初预算数 and 决算数 beside one another: final accounts that print what was planned. */
export function hasBudgetBesideFinal(header: Header): boolean {
  const texts = header.rows.flatMap((row) => row.cells.map((cell) => cell.text));
  return texts.some((text) => /^决算数$/.test(text)) && texts.some((text) => /^(?:年初|全年|调整后?)?预算数$/.test(text));
}
