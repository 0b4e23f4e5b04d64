/** How are a range's borders read and set? Excel names edges of the range, the model sides of each cell. */
import type { Range } from '../../../core/workbook';
import type { BorderStyle, CellStyle } from '../../model';
import type { TypeBinding } from '../binding';
import { invalidArgument } from '../errors';
import { readColor } from './colors';
import type { AreasTarget, ExcelDocument } from './document';
import { applyStyle, shared } from './styles';

type Side = 'top' | 'bottom' | 'left' | 'right';
export const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal'] as const;
type Edge = (typeof EDGES)[number];

export interface BorderTarget {
  readonly areas: AreasTarget;
  readonly edge: Edge;
}

/** The cells along an edge and the side of each that the edge is. An inside line belongs to the cells on both its sides. */
function strips(range: Range, edge: Edge): readonly (readonly [Range, Side])[] {
  const { top, left, bottom, right } = range;
  switch (edge) {
    case 'EdgeTop':
      return [[{ top, left, bottom: top, right }, 'top']];
    case 'EdgeBottom':
      return [[{ top: bottom, left, bottom, right }, 'bottom']];
    case 'EdgeLeft':
      return [[{ top, left, bottom, right: left }, 'left']];
    case 'EdgeRight':
      return [[{ top, left: right, bottom, right }, 'right']];
    case 'InsideVertical':
      return left === right
        ? []
        : [
            [{ top, left, bottom, right: right - 1 }, 'right'],
            [{ top, left: left + 1, bottom, right }, 'left'],
          ];
    case 'InsideHorizontal':
      return top === bottom
        ? []
        : [
            [{ top, left, bottom: bottom - 1, right }, 'bottom'],
            [{ top: top + 1, left, bottom, right }, 'top'],
          ];
  }
}

const LINES: Readonly<Record<BorderStyle['style'], readonly [style: string, weight: string]>> = {
  none: ['None', 'Thin'],
  hair: ['Continuous', 'Hairline'],
  thin: ['Continuous', 'Thin'],
  medium: ['Continuous', 'Medium'],
  thick: ['Continuous', 'Thick'],
  double: ['Double', 'Thick'],
  dashed: ['Dash', 'Thin'],
  dotted: ['Dot', 'Thin'],
};

function line(style: string, weight: string): BorderStyle['style'] | null {
  const entries = Object.entries(LINES) as [BorderStyle['style'], readonly [string, string]][];
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const exact = entries.find(([, [s, w]]) => same(s, style) && same(w, weight));
  return (exact ?? entries.find(([, [s]]) => same(s, style)))?.[0] ?? null;
}

const NO_LINE: BorderStyle = { style: 'none' };

export function rangeBorder(document: ExcelDocument): TypeBinding<BorderTarget> {
  const read = ({ areas, edge }: BorderTarget): BorderStyle => {
    const [range] = areas.ranges;
    const [strip] = range ? strips(range, edge) : [];
    if (!strip) return NO_LINE;
    const at = { sheet: areas.sheet, ranges: [strip[0]] };
    const style = shared(document, at, (cell: CellStyle) => cell.borders?.[strip[1]]?.style ?? 'none');
    const color = shared(document, at, (cell: CellStyle) => cell.borders?.[strip[1]]?.color ?? '#000000');
    return { style: style ?? 'none', ...(color ? { color } : {}) };
  };
  const write = ({ areas, edge }: BorderTarget, border: BorderStyle): void => {
    for (const [range, side] of areas.ranges.flatMap((area) => strips(area, edge))) {
      applyStyle(document, { sheet: areas.sheet, ranges: [range] }, { borders: { [side]: border } }, 'RangeBorder');
    }
  };
  const chosen = (style: unknown, weight: unknown, location: string): BorderStyle['style'] => {
    const found = line(String(style), String(weight));
    if (!found) throw invalidArgument(location);
    return found;
  };
  return {
    get: {
      SideIndex: ({ edge }) => edge,
      Style: (target) => LINES[read(target).style][0],
      Weight: (target) => LINES[read(target).style][1],
      Color: (target) => read(target).color ?? '#000000',
    },
    set: {
      Style: (target, value) => write(target, { ...read(target), style: chosen(value, 'Thin', 'RangeBorder.style') }),
      Weight: (target, value) => {
        const [style] = LINES[read(target).style];
        // A weight without a line draws one.
        write(target, { ...read(target), style: chosen(style === 'None' ? 'Continuous' : style, value, 'RangeBorder.weight') });
      },
      Color: (target, value) => {
        const { style } = read(target);
        write(target, { style: style === 'none' ? 'thin' : style, color: readColor(value, 'RangeBorder.color') });
      },
    },
  };
}

export function rangeBorders(): TypeBinding<AreasTarget> {
  const all = (areas: AreasTarget): readonly BorderTarget[] => EDGES.map((edge) => ({ areas, edge }));
  return {
    get: { Count: () => EDGES.length },
    items: all,
    item: (areas, key) => all(areas).find(({ edge }) => edge.toLowerCase() === String(key).toLowerCase()) ?? null,
    call: { GetItemAt: (areas, [index]) => all(areas)[Number(index)] ?? null },
  };
}
