/** Which columns of amounts are the sum of which others? The figures of most rows decide, one broken row does not. */
import type { Body } from './body';
import { cellIn } from './sheetView';

/** Fewer agreeing rows than this are chance. */
const MIN_AGREEING = 3;

/** Column → the columns that it adds up, by sheet index. */
export type ColumnSums = ReadonlyMap<number, readonly number[]>;

interface Fit {
  readonly parts: readonly number[];
  readonly agreeing: number;
}

/** The amounts of the columns, row by row, in units of the finest digit that any of them states. Blank is 0, words are NaN. */
function matrix(columns: readonly number[], body: Body): number[][] {
  let scale = 0;
  const rows = body.rows.map((row) =>
    columns.map((column) => {
      const figure = cellIn(row, column)?.figure;
      if (figure?.type === 'amount') scale = Math.max(scale, figure.value.scale);
      return figure;
    }),
  );
  return rows.map((row) =>
    row.map((figure) =>
      figure === undefined || figure.type === 'nil' || figure.type === 'blank'
        ? 0
        : figure.type === 'amount'
          ? Number(figure.value.units) * 10 ** (scale - figure.value.scale)
          : NaN,
    ),
  );
}

/** How many rows say total = Σ parts; `null` when they are few, or not most of the rows that tell. */
function agreement(rows: readonly (readonly number[])[], total: number, parts: readonly number[]): number | null {
  let telling = 0;
  let agreeing = 0;
  /** A total that only ever repeats one column is that column's copy, not a sum. */
  const adding = new Set<number>();
  for (const row of rows) {
    const stated = row[total] as number;
    let sum = 0;
    for (const part of parts) sum += row[part] as number;
    if (stated === 0 && parts.every((part) => row[part] === 0)) continue;
    telling += 1;
    // half a last digit for each figure: rounding of the stated figures explains it
    if (stated !== 0 && Math.abs(stated - sum) <= (parts.length + 1) / 2) {
      agreeing += 1;
      for (const part of parts) if (row[part] !== 0) adding.add(part);
    }
  }
  return adding.size > 1 && agreeing >= MIN_AGREEING && agreeing * 2 > telling ? agreeing : null;
}

/** Whether at least half of the rows that tell say total = Σ parts. */
export function mostlyAdds(total: number, parts: readonly number[], body: Body): boolean {
  let telling = 0;
  let agreeing = 0;
  for (const [stated = 0, ...amounts] of matrix([total, ...parts], body)) {
    if (stated === 0 && amounts.every((amount) => amount === 0)) continue;
    telling += 1;
    if (Math.abs(stated - amounts.reduce((sum, amount) => sum + amount, 0)) <= (parts.length + 1) / 2) agreeing += 1;
  }
  return agreeing > 0 && agreeing * 2 >= telling;
}

/** The run of neighbours, nearest first, that the column adds up best; of equal ones the shortest. */
function bestFit(rows: readonly (readonly number[])[], total: number, neighbours: readonly number[]): Fit | null {
  let best: Fit | null = null;
  for (let count = 2; count <= neighbours.length; count += 1) {
    const parts = neighbours.slice(0, count);
    const agreeing = agreement(rows, total, parts);
    if (agreeing !== null && (best === null || agreeing > best.agreeing)) best = { parts, agreeing };
  }
  return best;
}

/** One reading direction: a total stands before its parts, and what has become a part of a total is no part of another. */
function sumsAlong(rows: readonly (readonly number[])[], order: readonly number[]): Map<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  let open: number[] = [];
  for (let i = order.length - 1; i >= 0; i -= 1) {
    const column = order[i] as number;
    const fit = bestFit(rows, column, open);
    if (fit) {
      found.set(column, fit.parts);
      open = open.slice(fit.parts.length);
    }
    open.unshift(column);
  }
  return found;
}

/** Totals to the left of their parts, as nearly all tables have them; where none is found, totals to the right. */
export function columnSums(columns: readonly number[], body: Body): ColumnSums {
  if (columns.length < 3) return new Map();
  const rows = matrix(columns, body);
  const positions = columns.map((_, i) => i);
  const left = sumsAlong(rows, positions);
  const sums = left.size > 0 ? left : sumsAlong(rows, positions.reverse());
  return new Map([...sums].map(([total, parts]) => [columns[total] as number, parts.map((part) => columns[part] as number)]));
}
