/** How are fill, font, alignment and sizes of a range read and set? `RangeFormat`, `RangeFill` and `RangeFont`. */
import type { Range } from '../../../core/workbook';
import { textWidth } from '../../../present/width';
import type { CellStyle, FontStyle } from '../../model';
import type { TypeBinding } from '../binding';
import { invalidArgument } from '../errors';
import { intersect } from './address';
import { readColor } from './colors';
import type { AreasTarget, ExcelDocument } from './document';
import { applyStyle, fillOf, fontOf, shared } from './styles';

const HORIZONTAL = { general: 'General', left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

/** The API measures in points, the model in pixels: 96 of these to 72 of those. */
const toPoints = (pixels: number): number => (pixels * 72) / 96;
const toPixels = (points: number): number => Math.round((points * 96) / 72);

function oneOf<K extends string>(table: Readonly<Record<K, string>>, value: unknown, location: string): K {
  const wanted = String(value).toLowerCase();
  const found = (Object.keys(table) as K[]).find((key) => table[key].toLowerCase() === wanted);
  if (!found) throw invalidArgument(location);
  return found;
}

function boolean(value: unknown, location: string): boolean {
  if (typeof value !== 'boolean') throw invalidArgument(location);
  return value;
}

function size(value: unknown, most: number, location: string): number {
  if (typeof value !== 'number' || !(value >= 0) || value > most) throw invalidArgument(location);
  return value;
}

export function rangeFill(document: ExcelDocument): TypeBinding<AreasTarget> {
  return {
    get: { Color: (target) => shared(document, target, fillOf) },
    set: {
      Color: (target, value) => {
        const location = 'RangeFill.color';
        // An empty text takes the fill away, as Excel's desktop versions do.
        applyStyle(document, target, { fill: value === '' ? null : readColor(value, location) }, location);
      },
    },
    call: { Clear: (target) => applyStyle(document, target, { fill: null }, 'RangeFill.clear') },
  };
}

export function rangeFont(document: ExcelDocument): TypeBinding<AreasTarget> {
  const set = (target: AreasTarget, font: FontStyle, member: string): void => applyStyle(document, target, { font }, `RangeFont.${member}`);
  return {
    get: {
      Name: (target) => shared(document, target, (style) => fontOf(style).name),
      Size: (target) => shared(document, target, (style) => fontOf(style).size),
      Bold: (target) => shared(document, target, (style) => fontOf(style).bold),
      Italic: (target) => shared(document, target, (style) => fontOf(style).italic),
      Color: (target) => shared(document, target, (style) => fontOf(style).color),
      Underline: (target) => shared(document, target, (style) => (fontOf(style).underline ? 'Single' : 'None')),
    },
    set: {
      Name: (target, value) => set(target, { name: String(value) }, 'name'),
      Size: (target, value) => set(target, { size: size(value, 409, 'RangeFont.size') }, 'size'),
      Bold: (target, value) => set(target, { bold: boolean(value, 'RangeFont.bold') }, 'bold'),
      Italic: (target, value) => set(target, { italic: boolean(value, 'RangeFont.italic') }, 'italic'),
      Color: (target, value) => set(target, { color: readColor(value, 'RangeFont.color') }, 'color'),
      Underline: (target, value) =>
        set(target, { underline: oneOf({ none: 'None', single: 'Single' }, value, 'RangeFont.underline') === 'single' }, 'underline'),
    },
  };
}

export function rangeFormat(document: ExcelDocument): TypeBinding<AreasTarget> {
  const set = (target: AreasTarget, style: CellStyle, member: string): void => applyStyle(document, target, style, `RangeFormat.${member}`);
  const columnWidth = (target: AreasTarget): number | null => {
    const widths = new Set<number>();
    for (const range of target.ranges) {
      for (let column = range.left; column <= range.right && widths.size < 2; column++) {
        widths.add(document.model.columnWidth(target.sheet, column));
      }
    }
    const [only] = widths;
    return widths.size === 1 && only !== undefined ? toPoints(only) : null;
  };
  return {
    get: {
      WrapText: (target) => shared(document, target, (style) => style.wrap ?? false),
      HorizontalAlignment: (target) => shared(document, target, (style) => HORIZONTAL[style.horizontal ?? 'general']),
      VerticalAlignment: (target) => shared(document, target, (style) => VERTICAL[style.vertical ?? 'bottom']),
      IndentLevel: (target) => shared(document, target, (style) => style.indent ?? 0),
      ColumnWidth: columnWidth,
    },
    set: {
      WrapText: (target, value) => set(target, { wrap: boolean(value, 'RangeFormat.wrapText') }, 'wrapText'),
      HorizontalAlignment: (target, value) =>
        set(target, { horizontal: oneOf(HORIZONTAL, value, 'RangeFormat.horizontalAlignment') }, 'horizontalAlignment'),
      VerticalAlignment: (target, value) =>
        set(target, { vertical: oneOf(VERTICAL, value, 'RangeFormat.verticalAlignment') }, 'verticalAlignment'),
      IndentLevel: (target, value) => set(target, { indent: size(value, 250, 'RangeFormat.indentLevel') }, 'indentLevel'),
      ColumnWidth: (target, value) => {
        const pixels = toPixels(size(value, 1790, 'RangeFormat.columnWidth'));
        document.guard(target.sheet, 'RangeFormat.columnWidth');
        for (const range of target.ranges) document.model.setColumnWidth(target.sheet, range.left, range.right, pixels);
      },
      RowHeight: (target, value) => {
        const pixels = toPixels(size(value, 409.5, 'RangeFormat.rowHeight'));
        document.guard(target.sheet, 'RangeFormat.rowHeight');
        for (const range of target.ranges) document.model.setRowHeight(target.sheet, range.top, range.bottom, pixels);
      },
    },
    navigate: {
      Fill: (target) => target,
      Font: (target) => target,
      Borders: (target) => target,
      Protection: (target) => target,
    },
    call: {
      AutofitColumns: (target) => {
        document.guard(target.sheet, 'RangeFormat.autofitColumns');
        for (const range of target.ranges) autofitColumns(document, target.sheet, range);
      },
      AutofitRows: (target) => {
        document.guard(target.sheet, 'RangeFormat.autofitRows');
        for (const range of target.ranges) autofitRows(document, target.sheet, range);
      },
    },
  };
}

/** Every cell is locked, as in a new workbook: the model keeps no protection of single cells. */
export function formatProtection(): TypeBinding<AreasTarget> {
  return { get: { Locked: () => true } };
}

function autofitColumns(document: ExcelDocument, sheet: string, range: Range): void {
  const used = document.model.usedRange(sheet, true);
  const part = used && intersect(range, used);
  if (!part) return;
  const rows = document.model.read(sheet, part);
  for (let column = part.left; column <= part.right; column++) {
    const lines = rows.flatMap((row) => (row[column - part.left]?.text ?? '').split('\n'));
    const widest = Math.max(0, ...lines.map(textWidth));
    if (widest > 0) document.model.setColumnWidth(sheet, column, column, Math.min(widest * 7 + 12, 1790));
  }
}

function autofitRows(document: ExcelDocument, sheet: string, range: Range): void {
  const used = document.model.usedRange(sheet, true);
  const part = used && intersect(range, used);
  if (!part) return;
  for (const [i, row] of document.model.read(sheet, part).entries()) {
    const lines = Math.max(1, ...row.map((cell) => cell.text.split('\n').length));
    document.model.setRowHeight(sheet, part.top + i, part.top + i, lines * 20);
  }
}
