/** How are hyperlinks of cells read, set and taken away? A link set through the API also gives the cell text and its look. */
import { singleCell } from '../../../core/workbook';
import type { ModelHyperlink } from '../../model';
import { invalidArgument } from '../errors';
import { cellsOf, intersect } from './address';
import type { ExcelDocument, RangeTarget } from './document';
import { readEntry } from './input';

const LOOK = { font: { color: '#0563C1', underline: true } } as const;

/** The link that all cells of the range share, or null. */
export function readHyperlink(document: ExcelDocument, { sheet, range }: RangeTarget): ModelHyperlink | null {
  if (cellsOf(range) > 1) return null;
  return document.model.hyperlink(sheet, range.top, range.left);
}

export function writeHyperlink(document: ExcelDocument, target: RangeTarget, input: unknown): void {
  const location = 'Range.hyperlink';
  const { sheet, range } = target;
  if (typeof input !== 'object' || input === null || Array.isArray(input) || cellsOf(range) > 1000) throw invalidArgument(location);
  document.guard(sheet, location, 'allowInsertHyperlinks');
  const link = readLink(input as Readonly<Record<string, unknown>>, location);
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      const existing = document.model.read(sheet, singleCell(row, column))[0]?.[0];
      const text = link.textToDisplay ?? (existing?.text ? undefined : (link.documentReference ?? link.address));
      const shown = existing?.formula === null && existing.value === text;
      // The text goes in like one that is typed.
      if (text !== undefined && !shown)
        document.model.write(sheet, [{ row, column, ...readEntry(text, existing?.numberFormat ?? 'General', location) }], 'api');
      document.model.setHyperlink(sheet, row, column, link);
    }
  }
  // A sheet of a thousand links looks so already: each write of a style is a change of the grid.
  if (!looksLinked(document, target)) document.model.writeStyle(sheet, range, LOOK);
}

function looksLinked({ model }: ExcelDocument, { sheet, range }: RangeTarget): boolean {
  if (cellsOf(range) > 1) return false;
  const { font } = model.readStyle(sheet, range.top, range.left);
  return font?.color === LOOK.font.color && font.underline === LOOK.font.underline;
}

function readLink(input: Readonly<Record<string, unknown>>, location: string): ModelHyperlink {
  const link: Record<string, string> = {};
  for (const key of ['address', 'documentReference', 'screenTip', 'textToDisplay'] as const) {
    const value = input[key];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') throw invalidArgument(location);
    link[key] = value;
  }
  if (!link['address'] && !link['documentReference']) throw invalidArgument(location);
  return link;
}

/** Removes the links of the range; the look goes only when asked, as `clear('RemoveHyperlinks')` does. */
export function clearHyperlinks(document: ExcelDocument, { sheet, range }: RangeTarget, withLook: boolean): void {
  const used = document.model.usedRange(sheet, false);
  const part = used && intersect(range, used);
  if (!part) return;
  for (let row = part.top; row <= part.bottom; row++) {
    for (let column = part.left; column <= part.right; column++) {
      if (!document.model.hyperlink(sheet, row, column)) continue;
      document.model.setHyperlink(sheet, row, column, null);
      if (withLook) {
        const cell = singleCell(row, column);
        document.model.writeStyle(sheet, cell, { font: { color: null, underline: false } });
      }
    }
  }
}
