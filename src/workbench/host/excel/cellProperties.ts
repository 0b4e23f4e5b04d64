/** How are the looks of many cells read and set at once? `Range.getCellProperties` and `setCellProperties`: fill, font, alignment. */
import type { CellStyle, FontStyle } from '../../model';
import type { TypeBinding } from '../binding';
import { invalidArgument } from '../errors';
import { cellsOf, columnsOf, localAddress, rowsOf } from './address';
import { readColor } from './colors';
import type { ExcelDocument, RangeTarget } from './document';
import { checkSize } from './cells';
import { fillOf, fontOf } from './styles';

type Wanted = Readonly<Record<string, unknown>>;

const part = (wanted: unknown, key: string): Wanted | null => {
  const value = typeof wanted === 'object' && wanted !== null ? (wanted as Wanted)[key] : undefined;
  return typeof value === 'object' && value !== null ? (value as Wanted) : null;
};

export function cellProperties(document: ExcelDocument): TypeBinding<RangeTarget> {
  const location = 'Range.setCellProperties';

  const readOne = (style: CellStyle, address: string, wanted: unknown): Record<string, unknown> => {
    const format = part(wanted, 'format');
    const result: Record<string, unknown> = {};
    if ((wanted as Wanted)['address'] === true) result['address'] = address;
    if (!format) return result;
    const read: Record<string, unknown> = {};
    const known: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
      fill: { color: fillOf(style) },
      font: { ...fontOf(style), underline: fontOf(style).underline ? 'Single' : 'None' },
    };
    for (const key of Object.keys(format)) {
      const values = known[key];
      if (!values) throw document.gaps().raise(`Range.getCellProperties format.${key}`);
      const inner: Record<string, unknown> = {};
      for (const [name, asked] of Object.entries(part(format, key) ?? {})) {
        if (asked !== true) continue;
        if (!(name in values)) throw document.gaps().raise(`Range.getCellProperties format.${key}.${name}`);
        inner[name] = values[name];
      }
      read[key] = inner;
    }
    result['format'] = read;
    return result;
  };

  const readStyle = (input: unknown): CellStyle => {
    const format = part(input, 'format') ?? {};
    const style: { fill?: string; font?: FontStyle } = {};
    for (const key of Object.keys(format)) {
      const values = part(format, key) ?? {};
      if (key === 'fill' && Object.keys(values).every((name) => name === 'color')) style.fill = readColor(values['color'], location);
      else if (key === 'font') style.font = readFont(values);
      else throw document.gaps().raise(`${location} format.${key}`);
    }
    return style;
  };

  const readFont = (values: Wanted): FontStyle => {
    const font: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(values)) {
      const right =
        name === 'bold' || name === 'italic'
          ? typeof value === 'boolean'
          : name === 'size'
            ? typeof value === 'number'
            : typeof value === 'string';
      if (!['name', 'size', 'bold', 'italic', 'underline', 'color'].includes(name)) {
        throw document.gaps().raise(`${location} format.font.${name}`);
      }
      if (!right) throw invalidArgument(location);
      font[name] = name === 'color' ? readColor(value, location) : name === 'underline' ? value !== 'None' : value;
    }
    return font;
  };

  return {
    call: {
      GetCellProperties: ({ sheet, range }, [wanted]) => {
        if (cellsOf(range) > 1_000_000) throw invalidArgument('Range.getCellProperties');
        return Array.from({ length: rowsOf(range) }, (_row, r) =>
          Array.from({ length: columnsOf(range) }, (_column, c) => {
            const cell = { top: range.top + r, left: range.left + c, bottom: range.top + r, right: range.left + c };
            return readOne(document.model.readStyle(sheet, cell.top, cell.left), localAddress(cell), wanted);
          }),
        );
      },
      SetCellProperties: ({ sheet, range }, [input]) => {
        document.guard(sheet, location, 'allowFormatCells');
        if (!Array.isArray(input)) throw invalidArgument(location);
        const rows: readonly unknown[] = input;
        checkSize(range, rows.length, Array.isArray(rows[0]) ? rows[0].length : 0, location);
        for (const [r, row] of rows.entries()) {
          for (const [c, cell] of (row as readonly unknown[]).entries()) {
            const at = { top: range.top + r, left: range.left + c, bottom: range.top + r, right: range.left + c };
            document.model.writeStyle(sheet, at, readStyle(cell));
          }
        }
      },
    },
  };
}
