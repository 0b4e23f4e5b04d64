/**
 * What does a range look like, asked as one? Excel answers with the value that all cells share, or null when they differ.
 */
import { DEFAULT_FONT } from '../../defaults';
import type { CellStyle, FontStyle } from '../../model';
import { cellsOf, intersect } from './address';
import type { AreasTarget, ExcelDocument } from './document';

/** The value that every cell of the areas shares, or null. */
export function shared<T>(document: ExcelDocument, target: AreasTarget, pick: (style: CellStyle) => T): T | null {
  const used = document.model.usedRange(target.sheet, false);
  let found: { readonly value: T } | null = null;
  for (const range of target.ranges) {
    const part = used && intersect(range, used);
    if (!part || cellsOf(part) < cellsOf(range)) {
      const value = pick({});
      if (found && found.value !== value) return null;
      found = { value };
    }
    if (!part) continue;
    for (let row = part.top; row <= part.bottom; row++) {
      for (let column = part.left; column <= part.right; column++) {
        const value = pick(document.model.readStyle(target.sheet, row, column));
        if (found && found.value !== value) return null;
        found = { value };
      }
    }
  }
  return found ? found.value : null;
}

export function applyStyle(document: ExcelDocument, target: AreasTarget, style: CellStyle, location: string): void {
  document.guard(target.sheet, location, 'allowFormatCells');
  for (const range of target.ranges) document.model.writeStyle(target.sheet, range, style);
}

export const fontOf = (style: CellStyle): Required<FontStyle> => ({
  name: style.font?.name ?? DEFAULT_FONT.name,
  size: style.font?.size ?? DEFAULT_FONT.size,
  bold: style.font?.bold ?? DEFAULT_FONT.bold,
  italic: style.font?.italic ?? DEFAULT_FONT.italic,
  underline: style.font?.underline ?? DEFAULT_FONT.underline,
  color: style.font?.color ?? DEFAULT_FONT.color,
});

/** A cell without a fill reports white. */
export const fillOf = (style: CellStyle): string => style.fill ?? '#FFFFFF';

/** Everything that `clear('Formats')` takes away. */
export const PLAIN: CellStyle = {
  fill: null,
  font: { ...DEFAULT_FONT, color: null },
  horizontal: 'general',
  vertical: 'bottom',
  wrap: false,
  indent: 0,
  borders: { top: { style: 'none' }, bottom: { style: 'none' }, left: { style: 'none' }, right: { style: 'none' } },
};
