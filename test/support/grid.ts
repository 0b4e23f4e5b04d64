/** How do tests write a workbook down: literal little grids → the engine's snapshot. */
import type { Cell, CellValue, Range, Sheet, Workbook } from '../../src/core/workbook';
import { parseAddress } from '../../src/core/workbook';

/** A bare value, or a cell with its format, displayed text or formula. */
export type GridCell = CellValue | Cell;

export interface GridOptions {
  /** A1 ranges, `A1:E1`. Absent: the host does not know the merges. */
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
  readonly generated?: boolean;
}

/** `A1:E43` or `A1` → 0-based range. Throws on anything else. */
export function range(address: string): Range {
  const [first = '', last = first] = address.split(':');
  const from = parseAddress(first);
  const to = parseAddress(last);
  if (!from || !to) throw new Error(`Not a range: ${address}`);
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

function cellOf(entry: GridCell | undefined): Cell | undefined {
  if (entry === null || entry === undefined || entry === '') return undefined;
  return typeof entry === 'object' ? entry : { value: entry };
}

/** `sheet('表三', [['科目编码', '合计'], ['208', 1.5]], { merges: ['A1:B1'] })`; rows start at A1. */
export function sheet(name: string, rows: readonly (readonly GridCell[])[], options: GridOptions = {}): Sheet {
  return {
    name,
    rows: rows.map((row) => row.map(cellOf)),
    ...(options.merges ? { merges: options.merges.map(range) } : {}),
    ...(options.hidden ? { hidden: true } : {}),
    ...(options.generated ? { generated: true } : {}),
  };
}

export function book(...sheets: readonly Sheet[]): Workbook {
  return { sheets };
}
