/** Which question this file answers: how are the cells of a generated sheet planned: texts, links, amounts that follow the workbook. */
import { isBeside } from '../core/beside';
import type { AmountRelation, Term, Unit } from '../core/model';
import type { PlannedCell, PlannedStyle } from '../core/spreadsheet';
import { columnName, type CellRef, type Workbook } from '../core/workbook';
import type { Locale } from '../i18n';
import { differenceFormula, sumFormula } from './liveFormula';
import { placeList } from './messages';

export type SheetRow = readonly (PlannedCell | null)[];

const MOST_CELLS = 6;

export function text(value: string, style?: PlannedStyle): PlannedCell {
  return style === undefined ? { type: 'text', text: value } : { type: 'text', text: value, style };
}

/**
 * True for a text that a spreadsheet program would take for a formula, or for something else than what stands there, if a person typed it. A Chinese
 * Excel takes the full-width signs too; blanks, tabs and line breaks before the sign make no difference.
 */
export function readsAsEntry(value: string): boolean {
  return /^\s*[=+\-@＝＋－＠]|^[\s']/.test(value);
}

/** The first cell is the link; the text names them all. A sheet's name may begin like a formula: then it is bracketed. */
export function link(cells: readonly CellRef[], locale: Locale): PlannedCell | null {
  const target = cells[0];
  if (target === undefined) return null;
  const names = placeList(locale, cells, MOST_CELLS);
  const shown = readsAsEntry(names) ? `〔${names}〕` : names;
  // What is in another file can be named only.
  if (isBeside(target)) return text(shown);
  return { type: 'link', text: shown, target };
}

/** A figure that no formula can follow stands where the others do; words begin at the left. */
export function figure(value: string): PlannedCell {
  return /^[-+]?[\d,.]+%?$/.test(value) ? text(value, 'figure') : text(value);
}

/** A heading that runs over all columns. */
export function groupRow(heading: string, columns: number): SheetRow {
  return Array.from({ length: columns }, (_, index) => text(index === 0 ? heading : '', 'group'));
}

/** Digits after the point of a decimal string. */
export function decimalsOf(value: string): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}

/** So that a figure does not touch the text of the next column; as Excel's own formats for amounts in Chinese. */
const SPACE_BEHIND = '_ ';

export function amountFormat(decimals: number): string {
  return `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}${SPACE_BEHIND}`;
}

function unitsOf({ left, right }: AmountRelation): { readonly left: Unit; readonly right: Unit } {
  const own = (terms: readonly Term[]): Unit | undefined => terms[0]?.fact.unit;
  const unit = own(left) ?? own(right) ?? '万元';
  return { left: unit, right: own(right) ?? unit };
}

/** Both sides and their difference as formulas; a side that no formula can hold is the figure it was. */
export function amounts(
  relation: AmountRelation,
  values: { readonly left: string; readonly right: string; readonly difference: string },
  at: { readonly row: number; readonly left: number; readonly right: number },
  workbook: Workbook | null,
): readonly [PlannedCell, PlannedCell, PlannedCell] {
  const units = unitsOf(relation);
  const decimals = decimalsOf(values.difference);
  const [left, right] = [at.left, at.right].map((column) => `${columnName(column)}${at.row}`) as [string, string];
  const formula = differenceFormula(left, right, units, decimals, relation.op);
  return [
    amount(relation.left, units.left, values.left, workbook),
    amount(relation.right, units.right, values.right, workbook),
    { type: 'formula', formula, value: values.difference, format: amountFormat(decimals) },
  ];
}

function amount(terms: readonly Term[], unit: Unit, value: string, workbook: Workbook | null): PlannedCell {
  const decimals = decimalsOf(value);
  const formula = sumFormula(terms, unit, decimals, workbook);
  const format = amountFormat(decimals);
  return formula === null ? { type: 'number', value, format } : { type: 'formula', formula, value, format };
}
