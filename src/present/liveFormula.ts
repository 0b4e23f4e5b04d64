/**
 * Which question this file answers: how is one side of a finding written as a formula that follows the workbook.
 * Only functions that Excel 2013 and WPS know (SUM, ROUND, MAX, MIN, SUBSTITUTE, CHAR, IFERROR, NUMBERVALUE).
 */
import { isBeside } from '../core/beside';
import { UNIT_POWER, type AmountRelation, type Term, type Unit } from '../core/model';
import { cellAt, quoteSheetName, rangeAddress, singleCell, type CellRef, type Range, type Workbook } from '../core/workbook';
import { figureInText } from './textFigure';

/** Excel refuses longer formulas (8,192 characters) and functions of more than 255 arguments. */
const MOST_CHARACTERS = 8000;
const MOST_ARGUMENTS = 200;

/**
 * `=ROUND(SUM('表三'!C7,'表三'!C19),2)` for Σ terms in `unit`; `null` when no formula can hold it. Every term is named,
 * blank ones too, so that a figure filled in later counts. A figure in a text (`６２．１０`, `≤300万元`) is read by NUMBERVALUE,
 * since SUM would pass it over.
 */
export function sumFormula(terms: readonly Term[], unit: Unit, decimals: number, workbook: Workbook | null): string | null {
  const sum = sumExpression(terms, unit, workbook, rangeAddress);
  if (sum === '') return null;
  const formula = `=ROUND(${sum},${decimals})`;
  return formula.length > MOST_CHARACTERS ? null : formula;
}

/**
 * `SUM('表三'!$C$7:$C$9)-SUM('表五'!$D$8)/10000`: left − right in the left's unit, without `=`, with absolute references as a defined name
 * wants them; `null` when no formula can hold it.
 */
export function gapExpression({ left, right }: AmountRelation, workbook: Workbook | null): string | null {
  const unit = left[0]?.fact.unit ?? right[0]?.fact.unit;
  if (unit === undefined) return null;
  const negated = right.map(({ fact, sign }): Term => ({ fact, sign: sign === 1 ? -1 : 1 }));
  const gap = sumExpression([...left, ...negated], unit, workbook, absoluteAddress);
  return gap === '' || gap.length > MOST_CHARACTERS ? null : gap;
}

type Address = (range: Range) => string;

/** `$C$7:$C$9`. */
const absoluteAddress: Address = (range) => rangeAddress(range).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');

function sumExpression(terms: readonly Term[], unit: Unit, workbook: Workbook | null, address: Address): string {
  const groups = new Map<string, { readonly sign: 1 | -1; readonly unit: Unit; readonly plain: CellRef[]; readonly text: string[] }>();
  // A formula that reads another file would ask the reader for that file.
  if (terms.some(({ fact }) => isBeside(fact.cell))) return '';
  for (const { fact, sign } of terms) {
    const key = `${sign}${fact.unit}`;
    const group = groups.get(key) ?? { sign, unit: fact.unit, plain: [], text: [] };
    const text = fact.value === null ? null : textOf(fact.cell, workbook);
    if (fact.value === null || text === null) group.plain.push(fact.cell);
    else {
      const value = figureInText(cellReference(fact.cell, address), text, fact.value);
      if (value === null) return '';
      group.text.push(value);
    }
    groups.set(key, group);
  }
  let sum = '';
  for (const group of groups.values()) {
    const conversion = converted(UNIT_POWER[group.unit] - UNIT_POWER[unit]);
    const addends = [...sums(group.plain, address), ...group.text];
    for (const addend of addends) sum += `${group.sign === 1 ? (sum === '' ? '' : '+') : '-'}${addend}${conversion}`;
  }
  return sum;
}

/**
 * `=ROUND(F7-H7/10000,2)`: left − right of two cells of the same sheet, right brought to the left's unit. Where one side may be larger,
 * only what it is too large by: `=ROUND(MAX(0,F7-H7),2)` for ≤.
 */
export function differenceFormula(
  left: string,
  right: string,
  units: Record<'left' | 'right', Unit>,
  decimals: number,
  op: AmountRelation['op'],
): string {
  const gap = `${left}-${right}${converted(UNIT_POWER[units.right] - UNIT_POWER[units.left])}`;
  const excess = { '=': gap, '<=': `MAX(0,${gap})`, '>=': `MIN(0,${gap})` }[op];
  return `=ROUND(${excess},${decimals})`;
}

function converted(power: number): string {
  if (power === 0) return '';
  return power > 0 ? `*${10 ** power}` : `/${10 ** -power}`;
}

/** A cell by itself, or SUMs of the cells with neighbours in a column joined to ranges. */
function sums(cells: readonly CellRef[], address: Address): readonly string[] {
  const references = joined(cells, address);
  const result: string[] = [];
  for (let from = 0; from < references.length; from += MOST_ARGUMENTS)
    result.push(`SUM(${references.slice(from, from + MOST_ARGUMENTS).join(',')})`);
  return result;
}

function joined(cells: readonly CellRef[], address: Address): readonly string[] {
  const references: string[] = [];
  for (let from = 0; from < cells.length;) {
    const first = cells[from] as CellRef;
    let to = from + 1;
    while (to < cells.length && follows(first, cells[to] as CellRef, to - from)) to += 1;
    references.push(
      `${quoteSheetName(first.sheet)}!${address({ top: first.row, left: first.column, bottom: first.row + (to - from) - 1, right: first.column })}`,
    );
    from = to;
  }
  return references;
}

function follows(first: CellRef, cell: CellRef, rows: number): boolean {
  return cell.sheet === first.sheet && cell.column === first.column && cell.row === first.row + rows;
}

function cellReference({ sheet, row, column }: CellRef, address: Address): string {
  return `${quoteSheetName(sheet)}!${address(singleCell(row, column))}`;
}

function textOf(cell: CellRef, workbook: Workbook | null): string | null {
  const sheet = workbook?.sheets.find((candidate) => candidate.name === cell.sheet);
  const value = sheet === undefined ? undefined : cellAt(sheet, cell.row, cell.column)?.value;
  return typeof value === 'string' ? value : null;
}
