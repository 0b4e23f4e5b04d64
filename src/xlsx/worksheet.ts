/**
 * What does one worksheet part hold? Streams its cells to a caller and returns everything around them as trees.
 * Cells and rows without an address follow the one before (ECMA-376 part 1, 18.3.1.4 and 18.3.1.73).
 */
import { columnIndex, type CellValue, type Range } from '../core/workbook';
import { shiftFormula, shownFormula } from './formula';
import { RichText } from './strings';
import { streamXml, TreeBuilder, unescapeXstring, type Attributes, type XmlNode } from './xml';

export interface RawCell {
  readonly row: number;
  readonly column: number;
  /** Index into cellXfs. */
  readonly style: number;
  readonly value: CellValue;
  readonly formula?: string;
  /** The cell is there although it may hold nothing but its style. */
  readonly blank: boolean;
}

export interface WorksheetContext {
  readonly part: string;
  readonly strings: readonly string[];
  readonly date1904: boolean;
}

export interface WorksheetVisitor {
  row?(row: number, attributes: Attributes): void;
  cell(cell: RawCell): void;
}

interface Shared {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

/** Row and column of an A1 address, quickly; the grid's bounds are not checked here. */
function place(address: string): { row: number; column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(address);
  return match ? { row: Number(match[2]) - 1, column: columnIndex(match[1] ?? '') } : null;
}

/** `A1:C3` or `A1` → a range; `null` for anything else. */
export function parseRange(reference: string): Range | null {
  const [from = '', to = from] = reference.split(':');
  const a = place(from);
  const b = place(to);
  if (!a || !b) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** Days from Excel's day 0 to the Unix epoch, in the 1900 system (after its invented 29 February) and the 1904 system. */
const EPOCH_1900 = 25569;
const EPOCH_1904 = 24107;

/** A `t="d"` value (ISO 8601) as a serial number; the text itself when it is no date. */
function serialOf(text: string, date1904: boolean): CellValue {
  const milliseconds = Date.parse(/T/.test(text) && !/Z|[+-]\d\d:?\d\d$/.test(text) ? `${text}Z` : text);
  if (Number.isNaN(milliseconds)) return text;
  return milliseconds / 86_400_000 + (date1904 ? EPOCH_1904 : EPOCH_1900);
}

function valueOf(type: string, raw: string, context: WorksheetContext): CellValue {
  switch (type) {
    case 's':
      return raw === '' ? null : (context.strings[Number(raw)] ?? null);
    case 'b':
      return raw === '' ? null : raw.trim() === '1' || raw.trim() === 'true';
    case 'str':
      return unescapeXstring(raw);
    case 'e':
      return raw === '' ? null : raw;
    case 'd':
      return raw === '' ? null : serialOf(raw, context.date1904);
    default: {
      if (raw.trim() === '') return null;
      const number = Number(raw);
      return Number.isFinite(number) ? number : raw;
    }
  }
}

/** Streams a worksheet. Returns its top-level elements other than sheetData, in order. */
export function readWorksheet(xml: string, context: WorksheetContext, visitor: WorksheetVisitor): readonly XmlNode[] {
  const around = new TreeBuilder();
  const rich = new RichText();
  const shared = new Map<string, Shared>();
  let depth = 0;
  let inData = false;
  let row = -1;
  let column = -1;
  let attributes: Attributes = {};
  let type = '';
  let raw = '';
  let inline: string | null = null;
  let formulaText: string | null = null;
  let formulaAttributes: Attributes = {};
  let target: 'value' | 'formula' | null = null;
  let inInline = false;

  const formulaHere = (): string | undefined => {
    if (formulaText === null || formulaAttributes['t'] === 'dataTable') return undefined;
    const group = formulaAttributes['t'] === 'shared' ? formulaAttributes['si'] : undefined;
    if (formulaText !== '') {
      if (group !== undefined) shared.set(group, { formula: formulaText, row, column });
      return `=${shownFormula(unescapeXstring(formulaText))}`;
    }
    const master = group === undefined ? undefined : shared.get(group);
    return master ? `=${shiftFormula(unescapeXstring(master.formula), row - master.row, column - master.column)}` : undefined;
  };

  const finishCell = (): void => {
    const formula = formulaHere();
    const value = inline ?? valueOf(type, raw, context);
    const blank = formula === undefined && (value === null || value === '');
    const style = Number(attributes['s'] ?? 0);
    visitor.cell(formula === undefined ? { row, column, style, value, blank } : { row, column, style, value, formula, blank });
  };

  const openInData = (name: string, given: Attributes): void => {
    if (name === 'c') {
      const at = given['r'] === undefined ? null : place(given['r']);
      column = at ? at.column : column + 1;
      if (at) row = at.row;
      attributes = given;
      type = given['t'] ?? '';
      raw = '';
      inline = null;
      formulaText = null;
    } else if (name === 'v') target = 'value';
    else if (name === 'row') {
      row = given['r'] === undefined ? row + 1 : Number(given['r']) - 1;
      column = -1;
      visitor.row?.(row, given);
    } else if (name === 'f') {
      target = 'formula';
      formulaText = '';
      formulaAttributes = given;
    } else if (name === 'is') inInline = true;
    else if (inInline) rich.open(name);
  };

  streamXml(xml, context.part, {
    open(name, given) {
      depth += 1;
      if (inData) openInData(name, given);
      else if (depth === 2 && name === 'sheetData') inData = true;
      else if (depth > 1) around.open(name, given);
    },
    text(text) {
      if (target === 'value') raw += text;
      else if (target === 'formula') formulaText += text;
      else if (inInline) rich.text(text);
      else if (!inData && around.depth > 0) around.text(text);
    },
    close(name) {
      if (inData) {
        if (name === 'c') finishCell();
        else if (name === 'v' || name === 'f') target = null;
        else if (name === 'is') {
          inInline = false;
          inline = rich.take();
        } else if (inInline) rich.close(name);
        if (depth === 2) inData = false;
      } else if (around.depth > 0) around.close();
      depth -= 1;
    },
  });
  return around.roots;
}
