/**
 * Which question this file answers: how is one side of a finding written as a formula that follows the workbook.
 * Only functions that Excel, WPS and the .xlsx format know without a prefix (SUM, ROUND, VALUE, SUBSTITUTE, IFERROR, ASC).
 */
import { isBeside } from '../core/beside';
import { UNIT_POWER, type Fact, type Term, type Unit } from '../core/model';
import { addressOf, cellAt, quoteSheetName, rangeAddress, type CellRef, type Workbook } from '../core/workbook';

/** Excel refuses longer formulas (8,192 characters) and functions of more than 255 arguments. */
const MOST_CHARACTERS = 8000;
const MOST_ARGUMENTS = 200;

/**
 * `=ROUND(SUM('表三'!C7,'表三'!C19),2)` for Σ terms in `unit`; `null` when no formula can hold it. Every term is named,
 * blank ones too, so that a figure filled in later counts. A number that is stored as text is read by VALUE, since SUM
 * would pass it over.
 */
export function sumFormula(terms: readonly Term[], unit: Unit, decimals: number, workbook: Workbook | null): string | null {
  const groups = new Map<string, { readonly sign: 1 | -1; readonly unit: Unit; readonly plain: CellRef[]; readonly text: CellRef[] }>();
  // A formula that reads another file would ask the reader for that file.
  if (terms.some(({ fact }) => isBeside(fact.cell))) return null;
  for (const { fact, sign } of terms) {
    const key = `${sign}${fact.unit}`;
    const group = groups.get(key) ?? { sign, unit: fact.unit, plain: [], text: [] };
    (isTextNumber(fact, workbook) ? group.text : group.plain).push(fact.cell);
    groups.set(key, group);
  }
  let sum = '';
  for (const group of groups.values()) {
    const conversion = converted(UNIT_POWER[group.unit] - UNIT_POWER[unit]);
    const addends = [...sums(group.plain), ...group.text.map((cell) => textValue(cell, workbook))];
    for (const addend of addends) sum += `${group.sign === 1 ? (sum === '' ? '' : '+') : '-'}${addend}${conversion}`;
  }
  if (sum === '') return null;
  const formula = `=ROUND(${sum},${decimals})`;
  return formula.length > MOST_CHARACTERS ? null : formula;
}

/** `=ROUND(F7-H7/10000,2)`: left − right of two cells of the same sheet, right brought to the left's unit. */
export function differenceFormula(left: string, right: string, leftUnit: Unit, rightUnit: Unit, decimals: number): string {
  return `=ROUND(${left}-${right}${converted(UNIT_POWER[rightUnit] - UNIT_POWER[leftUnit])},${decimals})`;
}

function converted(power: number): string {
  if (power === 0) return '';
  return power > 0 ? `*${10 ** power}` : `/${10 ** -power}`;
}

/** A cell by itself, or SUMs of the cells with neighbours in a column joined to ranges. */
function sums(cells: readonly CellRef[]): readonly string[] {
  const references = joined(cells);
  const result: string[] = [];
  for (let from = 0; from < references.length; from += MOST_ARGUMENTS)
    result.push(`SUM(${references.slice(from, from + MOST_ARGUMENTS).join(',')})`);
  return result;
}

function joined(cells: readonly CellRef[]): readonly string[] {
  const references: string[] = [];
  for (let from = 0; from < cells.length;) {
    const first = cells[from] as CellRef;
    let to = from + 1;
    while (to < cells.length && follows(first, cells[to] as CellRef, to - from)) to += 1;
    references.push(
      `${quoteSheetName(first.sheet)}!${rangeAddress({ top: first.row, left: first.column, bottom: first.row + (to - from) - 1, right: first.column })}`,
    );
    from = to;
  }
  return references;
}

function follows(first: CellRef, cell: CellRef, rows: number): boolean {
  return cell.sheet === first.sheet && cell.column === first.column && cell.row === first.row + rows;
}

function textOf(cell: CellRef, workbook: Workbook | null): string | null {
  const sheet = workbook?.sheets.find((candidate) => candidate.name === cell.sheet);
  const value = sheet === undefined ? undefined : cellAt(sheet, cell.row, cell.column)?.value;
  return typeof value === 'string' ? value : null;
}

/** A text that means an amount; `-` and the like mean nil, which SUM passes over rightly. */
function isTextNumber(fact: Fact, workbook: Workbook | null): boolean {
  return fact.value !== null && textOf(fact.cell, workbook) !== null;
}

function textValue(cell: CellRef, workbook: Workbook | null): string {
  const reference = `${quoteSheetName(cell.sheet)}!${addressOf(cell)}`;
  const wide = /[\uFF01-\uFF5E]/.test(textOf(cell, workbook) ?? '');
  const half = wide ? `ASC(${reference})` : reference;
  return `IFERROR(VALUE(SUBSTITUTE(${half},",","")),0)`;
}
