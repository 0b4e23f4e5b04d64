/** How do some cells of a worksheet part change while all others stay as they are written? */
import { groupBy } from '../core/group';
import { addressOf, type CellValue } from '../core/workbook';
import { cellMarkup } from './cellMarkup';
import { shiftFormula } from './formula';
import {
  attributeOf,
  attributeSplice,
  elementNamed,
  elementsOf,
  rootOf,
  splice,
  textOf,
  withAttribute,
  type Markup,
  type Splice,
} from './markup';
import { escapeText } from './xml';
import { parseRange } from './worksheet';

export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula: string | null;
  /** From the cell's present style (index into cellXfs) to the new one. */
  style(present: number): number;
}

export interface CellPatch {
  readonly xml: string;
  /** Addresses of cells that held a formula and hold none now. */
  readonly formulasRemoved: readonly string[];
}

export interface PlacedRow {
  readonly element: Markup;
  readonly row: number;
}

export interface PlacedCell {
  readonly element: Markup;
  readonly column: number;
}

/** The rows of `sheetData` with their places, 0-based. */
export function placedRows(xml: string, data: Markup): PlacedRow[] {
  let row = -1;
  return elementsOf(xml, data).map((element) => {
    const r = attributeOf(xml, element, 'r');
    row = r === undefined ? row + 1 : Number(r) - 1;
    return { element, row };
  });
}

export function placedCells(xml: string, row: Markup): PlacedCell[] {
  let column = -1;
  return elementsOf(xml, row).map((element) => {
    const at = parseRange(attributeOf(xml, element, 'r') ?? '');
    column = at ? at.left : column + 1;
    return { element, column };
  });
}

/** Writes the edits. Addresses are unique; rows and cells that are not there are put in their place. */
export function patchCells(source: string, edits: readonly CellEdit[]): CellPatch {
  if (edits.length === 0) return { xml: source, formulasRemoved: [] };
  let xml = withSheetData(withAddresses(source));
  const touched = new Set(edits.map(addressOf));
  xml = unshared(xml, (cell) => touched.has(addressOf(cell)));
  const root = rootOf(xml);
  const data = elementNamed(xml, root, 'sheetData');
  if (!data) throw new Error('The worksheet has no cell data');
  const byRow = groupBy(edits, (edit) => edit.row);
  const splices: Splice[] = [];
  const formulasRemoved: string[] = [];
  const rows = placedRows(xml, data);
  for (const { element, row } of rows) {
    const here = byRow.get(row);
    if (!here) continue;
    byRow.delete(row);
    splices.push(...patchRow(xml, element, here, formulasRemoved));
  }
  for (const [row, here] of [...byRow].sort(([a], [b]) => a - b)) {
    const content = [...here]
      .sort((a, b) => a.column - b.column)
      .map((edit) => cellMarkup({ ...edit, style: edit.style(0) }, data.prefix))
      .join('');
    if (content === '') continue;
    const before = rows.find((each) => each.row > row)?.element.start ?? data.closeStart;
    splices.push({ start: before, end: before, text: `<${data.prefix}row r="${row + 1}">${content}</${data.prefix}row>` });
  }
  return { xml: grownDimension(splice(xml, splices), edits), formulasRemoved };
}

function patchRow(xml: string, row: Markup, edits: readonly CellEdit[], formulasRemoved: string[]): Splice[] {
  const cells = placedCells(xml, row);
  const splices: Splice[] = [];
  const added: { readonly before: number; readonly text: string }[] = [];
  for (const edit of [...edits].sort((a, b) => a.column - b.column)) {
    const there = cells.find(({ column }) => column === edit.column)?.element;
    const style = edit.style(there ? Number(attributeOf(xml, there, 's') ?? 0) : 0);
    const text = cellMarkup({ ...edit, style }, row.prefix);
    if (there) {
      if (edit.formula === null && elementNamed(xml, there, 'f')) formulasRemoved.push(addressOf(edit));
      splices.push({ start: there.start, end: there.end, text });
    } else if (text !== '') added.push({ before: cells.find(({ column }) => column > edit.column)?.element.start ?? row.closeStart, text });
  }
  // The hint of used columns would be wrong for a cell outside it; it is optional.
  let open = xml.slice(row.start, row.openEnd);
  if (added.length > 0) open = withAttribute(open, 'spans', null);
  if (row.openEnd === row.end) {
    if (added.length === 0) return splices;
    const content = added.map(({ text }) => text).join('');
    return [{ start: row.start, end: row.end, text: `${open.replace(/\s*\/>$/, '>')}${content}</${row.prefix}row>` }];
  }
  splices.push({ start: row.start, end: row.openEnd, text: open });
  return [...splices, ...added.map(({ before, text }) => ({ start: before, end: before, text }))];
}

/** An empty `<sheetData/>` opened, so that rows can be put into it. */
function withSheetData(xml: string): string {
  const data = elementNamed(xml, rootOf(xml), 'sheetData');
  if (!data || data.openEnd !== data.end) return xml;
  const open = xml.slice(data.start, data.end).replace(/\s*\/>$/, '>');
  return splice(xml, [{ start: data.start, end: data.end, text: `${open}</${data.prefix}sheetData>` }]);
}

const WITHOUT_ADDRESS = /<(?:[\w.-]+:)?(?:c|row)(?=[\s/>])(?![^>]*\sr\s*=)/;

/** Rows and cells that stand without an address get theirs, since an inserted neighbour would move them. */
export function withAddresses(xml: string): string {
  const data = elementNamed(xml, rootOf(xml), 'sheetData');
  if (!data || !WITHOUT_ADDRESS.test(xml.slice(data.openEnd, data.closeStart))) return xml;
  const splices: Splice[] = [];
  for (const { element, row } of placedRows(xml, data)) {
    if (attributeOf(xml, element, 'r') === undefined) splices.push(attributeSplice(xml, element, 'r', String(row + 1)));
    for (const { element: cell, column } of placedCells(xml, element)) {
      if (attributeOf(xml, cell, 'r') === undefined) splices.push(attributeSplice(xml, cell, 'r', addressOf({ row, column })));
    }
  }
  return splice(xml, splices);
}

/** When the first cell of a shared formula is overwritten or moved (`isTouched`), the others must hold the formula themselves. */
export function unshared(xml: string, isTouched: (first: { readonly row: number; readonly column: number }) => boolean): string {
  const data = elementNamed(xml, rootOf(xml), 'sheetData');
  if (!data || !/\bt\s*=\s*["']shared["']/.test(xml)) return xml;
  const masters = new Map<string, { readonly formula: string; readonly row: number; readonly column: number }>();
  const members: { readonly f: Markup; readonly group: string; readonly row: number; readonly column: number }[] = [];
  const broken = new Set<string>();
  for (const { element, row } of placedRows(xml, data)) {
    for (const { element: cell, column } of placedCells(xml, element)) {
      const f = elementNamed(xml, cell, 'f');
      if (!f || attributeOf(xml, f, 't') !== 'shared') continue;
      const group = attributeOf(xml, f, 'si') ?? '';
      members.push({ f, group, row, column });
      const formula = textOf(xml, f);
      if (formula === '') continue;
      masters.set(group, { formula, row, column });
      if (isTouched({ row, column })) broken.add(group);
    }
  }
  return splice(
    xml,
    members.flatMap(({ f, group, row, column }) => {
      const master = masters.get(group);
      if (!broken.has(group) || !master) return [];
      const formula = shiftFormula(master.formula, row - master.row, column - master.column);
      return [{ start: f.start, end: f.end, text: `<${f.prefix}f>${escapeText(formula)}</${f.prefix}f>` }];
    }),
  );
}

function grownDimension(xml: string, edits: readonly CellEdit[]): string {
  const dimension = elementNamed(xml, rootOf(xml), 'dimension');
  const range = dimension && parseRange(attributeOf(xml, dimension, 'ref') ?? '');
  if (!dimension || !range) return xml;
  const from = {
    row: Math.min(range.top, ...edits.map(({ row }) => row)),
    column: Math.min(range.left, ...edits.map(({ column }) => column)),
  };
  const to = {
    row: Math.max(range.bottom, ...edits.map(({ row }) => row)),
    column: Math.max(range.right, ...edits.map(({ column }) => column)),
  };
  if (from.row === range.top && from.column === range.left && to.row === range.bottom && to.column === range.right) return xml;
  return splice(xml, [attributeSplice(xml, dimension, 'ref', `${addressOf(from)}:${addressOf(to)}`)]);
}
