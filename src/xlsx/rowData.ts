/** How do the rows and cells of a worksheet part move, each as it is written? Formulas are changed elsewhere. */
import { append } from '../core/group';
import { addressOf } from '../core/workbook';
import { placedCells, placedRows, unshared, withAddresses, type PlacedRow } from './cellPatch';
import { attributeOf, attributeSplice, elementNamed, rootOf, splice, withAttribute, type Markup, type Splice } from './markup';
import { movedRow, sortedFormula, sortTarget, type RowMove, type RowSort } from './rowMoves';
import { changedFormulas } from './partFormulas';

/** The worksheet with rows let in (looking as the row above), taken out, or cells sorted. Shared formulas are written out. */
export function withMovedCells(source: string, change: RowMove | RowSort): string {
  const xml = unshared(withAddresses(source), () => true);
  const data = elementNamed(xml, rootOf(xml), 'sheetData');
  if (!data || data.openEnd === data.end) return xml;
  const rows = placedRows(xml, data);
  return change.kind === 'sort'
    ? withSorted(xml, data, rows, change)
    : splice(
        xml,
        rows.flatMap((row) => movedSplices(xml, row, change)),
      );
}

function movedSplices(xml: string, { element, row }: PlacedRow, move: RowMove): readonly Splice[] {
  const to = movedRow(row, move);
  if (to === null) return [{ start: element.start, end: element.end, text: '' }];
  const added: readonly Splice[] =
    move.kind === 'insert' && row === move.at - 1
      ? Array.from({ length: move.count }, (_, i) => ({ start: element.end, end: element.end, text: emptyAs(xml, element, move.at + i) }))
      : [];
  if (to === row) return added;
  return [
    attributeSplice(xml, element, 'r', String(to + 1)),
    ...placedCells(xml, element).map((cell) => attributeSplice(xml, cell.element, 'r', addressOf({ row: to, column: cell.column }))),
    ...added,
  ];
}

/** An empty row that looks as this one does; never hidden. */
function emptyAs(xml: string, element: Markup, row: number): string {
  const open = withAttribute(withAttribute(xml.slice(element.start, element.openEnd), 'r', String(row + 1)), 'hidden', null);
  const cells = placedCells(xml, element).flatMap(({ element: cell, column }) => {
    const style = attributeOf(xml, cell, 's');
    return style === undefined ? [] : [`<${cell.prefix}c r="${addressOf({ row, column })}" s="${style}"/>`];
  });
  return `${open.replace(/\s*\/?>$/, '>')}${cells.join('')}</${element.prefix}row>`;
}

/** Rows stay where they are; the cells of the sorted columns change places between them. */
function withSorted(xml: string, data: Markup, rows: readonly PlacedRow[], sort: RowSort): string {
  const { range } = sort;
  const target = sortTarget(sort);
  const cells = new Map<number, { readonly column: number; readonly text: string }[]>();
  const open = new Map<number, string>();
  for (const { element, row } of rows) {
    if (row < range.top || row > range.bottom) continue;
    open.set(row, xml.slice(element.start, element.openEnd).replace(/\s*\/>$/, '>'));
    for (const { element: cell, column } of placedCells(xml, element)) {
      const to = target(row, column);
      const tag = withAttribute(xml.slice(cell.start, cell.openEnd), 'r', addressOf({ row: to, column }));
      const text = changedFormulas(tag + xml.slice(cell.openEnd, cell.end), (formula) => sortedFormula(formula, to - row));
      append(cells, to, { column, text });
    }
  }
  const made = [...new Set([...open.keys(), ...cells.keys()])]
    .sort((a, b) => a - b)
    .map((row) => {
      const content = (cells.get(row) ?? []).sort((a, b) => a.column - b.column).map(({ text }) => text);
      // The hint of used columns may be wrong now; it is optional.
      const tag = withAttribute(open.get(row) ?? `<${data.prefix}row r="${row + 1}">`, 'spans', null);
      return `${tag}${content.join('')}</${data.prefix}row>`;
    });
  const sorted = rows.filter(({ row }) => row >= range.top && row <= range.bottom);
  const [first] = sorted;
  const last = sorted[sorted.length - 1];
  return first && last ? splice(xml, [{ start: first.element.start, end: last.element.end, text: made.join('') }]) : xml;
}
