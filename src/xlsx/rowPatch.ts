/**
 * How do rows come into a file, go from it, or change places, with everything that stands on them or speaks of them in any part? What the
 * workbench's grid does to rows is done to the opened file first; only then are its cells compared with the grid's.
 */
import { FileError } from '../core/file-error';
import { addressOf, rangeAddress } from '../core/workbook';
import { unshared } from './cellPatch';
import { PackageEditor } from './editor';
import { attributeOf, attributeSplice, elementNamed, elementsOf, rootOf, splice } from './markup';
import { changedFormulas } from './partFormulas';
import { withMovedPlaces } from './rowAround';
import { withMovedCells } from './rowData';
import { withMovedAnchors } from './rowDrawings';
import { movedFormula, movedRange, movedRow, sortTarget, type RowMove, type RowSort } from './rowMoves';
import { moveShapes } from './vml';
import { calculateOnLoad, forgetChain, sheetNames, sheetPart } from './workbookPatch';
import { parseRange } from './worksheet';

/** The sheet by its name in the file. */
export type SheetRowChange = (RowMove | RowSort) & { readonly sheetName: string };

/** The file after the changes, in order. Throws `FileError` when a change takes away what a file cannot be without. */
export function changeRowsInFile(original: Uint8Array, changes: readonly SheetRowChange[]): Uint8Array {
  const editor = new PackageEditor(original);
  for (const change of changes) {
    const { part } = sheetPart(editor, change.sheetName);
    editor.setText(part, withMovedCells(editor.text(part), change));
    if (change.kind === 'sort') sortBeside(editor, part, change);
    else moveBeside(editor, part, change);
  }
  if (changes.length > 0) {
    forgetChain(editor);
    calculateOnLoad(editor);
  }
  return editor.finish();
}

/** A sort takes comments and links of single cells along. */
function sortBeside(editor: PackageEditor, part: string, sort: RowSort): void {
  const target = sortTarget(sort);
  const placed = (name: string, text: string): string => {
    const list = name === 'hyperlink' ? elementNamed(text, rootOf(text), 'hyperlinks') : rootOf(text);
    const items = name === 'comment' ? elementNamed(text, list, 'commentList') : list;
    const splices = (items ? elementsOf(text, items) : []).flatMap((item) => {
      const at = parseRange(attributeOf(text, item, 'ref') ?? '');
      if (item.name !== name || !at || at.top !== at.bottom) return [];
      const row = target(at.top, at.left);
      return row === at.top ? [] : [attributeSplice(text, item, 'ref', addressOf({ row, column: at.left }))];
    });
    return splice(text, splices);
  };
  editor.setText(part, placed('hyperlink', editor.text(part)));
  for (const { kind, target: own } of editor.relationships(part)) {
    if (kind === 'comments') editor.setText(own, placed('comment', editor.text(own)));
    if (kind === 'threadedComment') editor.setText(own, placed('threadedComment', editor.text(own)));
    if (kind === 'vmlDrawing') editor.setText(own, moveShapes(editor.text(own), target));
  }
}

function moveBeside(editor: PackageEditor, part: string, move: RowMove & { readonly sheetName: string }): void {
  editor.setText(part, withMovedPlaces(editor.text(part), move));
  const tables: string[] = [];
  for (const { kind, target } of editor.relationships(part)) {
    const text = editor.has(target) ? editor.text(target) : '';
    if (kind === 'table') {
      keepsItsHeader(text, move);
      tables.push(target);
    }
    if (kind === 'pivotTable') keepsItsHeader(text, move);
    if (['comments', 'threadedComment', 'table', 'pivotTable'].includes(kind)) editor.setText(target, withMovedPlaces(text, move));
    if (kind === 'drawing') editor.setText(target, withMovedAnchors(text, move));
    if (kind === 'vmlDrawing')
      editor.setText(
        target,
        moveShapes(text, (row) => movedRow(row, move)),
      );
  }
  followInFormulas(editor, move, part, tables);
}

/** A table without its header row, or a pivot table without its first row, makes a broken file. */
function keepsItsHeader(xml: string, move: RowMove & { readonly sheetName: string }): void {
  const root = rootOf(xml);
  const place = root.name === 'table' ? root : elementNamed(xml, root, 'location');
  const range = place && parseRange(attributeOf(xml, place, 'ref') ?? '');
  if (!range || movedRow(range.top, move) !== null) return;
  throw new FileError('files.tableHeaderDeleted', { sheet: move.sheetName, range: rangeAddress(range) });
}

/** Formulas of all sheets, names, tables and charts; the source of a pivot table. */
function followInFormulas(
  editor: PackageEditor,
  move: RowMove & { readonly sheetName: string },
  moved: string,
  tables: readonly string[],
): void {
  const names = sheetNames(editor);
  const parts = new Map(names.flatMap((name) => worksheetOf(editor, name).map((part) => [part, name] as const)));
  const { workbook } = editor.opc;
  const ownerOf = (part: string): string | null => parts.get(part) ?? (tables.includes(part) ? move.sheetName : null);
  for (const part of editor.partNames()) {
    if (part !== workbook && !parts.has(part) && !/\/(?:charts|tables|pivotCache)\/[^/]+\.xml$/.test(part)) continue;
    // A formula that is kept once for several cells may have to follow differently in each.
    const before = parts.has(part) ? unshared(editor.text(part), () => true) : editor.text(part);
    const after = changedFormulas(before, (formula, tag) => {
      const local = /\slocalSheetId\s*=\s*["'](\d+)["']/.exec(tag)?.[1];
      const owner = local === undefined ? ownerOf(part) : (names[Number(local)] ?? null);
      return movedFormula(formula, move, move.sheetName, owner);
    });
    if (after !== before) editor.setText(part, after);
    if (part === moved) editor.setText(part, withMovedArrays(editor.text(part), move));
    if (part.includes('/pivotCache/')) editor.setText(part, withMovedSource(editor.text(part), move));
  }
}

/** Chart sheets are no worksheets. */
function worksheetOf(editor: PackageEditor, name: string): readonly string[] {
  try {
    return [sheetPart(editor, name).part];
  } catch (error) {
    if (error instanceof FileError && error.id === 'files.unknownSheet') return [];
    throw error;
  }
}

const ARRAY_FORMULA = /<(?:[\w.-]+:)?f\s[^>]*\bt\s*=\s*["'](?:array|dataTable)["'][^>]*>/g;
const ARRAY_PLACE = /\b(ref|r1|r2)(\s*=\s*["'])([^"']*)/g;

/** The cells that a formula for several cells fills, and the inputs of a data table. */
function withMovedArrays(xml: string, move: RowMove): string {
  return xml.replace(ARRAY_FORMULA, (tag) =>
    tag.replace(ARRAY_PLACE, (whole, name: string, equals: string, address: string) => {
      const range = parseRange(address);
      const to = range && movedRange(range, move);
      return to ? `${name}${equals}${rangeAddress(to)}` : whole;
    }),
  );
}

function withMovedSource(xml: string, move: RowMove & { readonly sheetName: string }): string {
  const source = elementNamed(xml, elementNamed(xml, rootOf(xml), 'cacheSource'), 'worksheetSource');
  if (!source || attributeOf(xml, source, 'sheet')?.toLowerCase() !== move.sheetName.toLowerCase()) return xml;
  const range = parseRange(attributeOf(xml, source, 'ref') ?? '');
  const to = range && movedRange(range, move);
  if (!to) return xml;
  return splice(xml, [attributeSplice(xml, source, 'ref', rangeAddress(to))]);
}
