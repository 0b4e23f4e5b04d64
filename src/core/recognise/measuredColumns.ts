/** What do a panel's columns measure, and to how many digits are they stated? */
import type { Column } from '../model';
import type { Body } from './body';
import type { RoledColumn } from './columns';
import { measureKey, measureOf, type MeasureContext } from './measure';
import type { PanelColumns } from './panels';
import { cellIn } from './sheetView';

/** Digits after the point that a column's amounts are stated to; formats of blank cells say nothing. */
function decimalsOf(column: RoledColumn, body: Body): number {
  let decimals = 0;
  for (const row of body.rows) {
    const cell = cellIn(row, column.index);
    if (!cell) continue;
    const figure = cell.figure;
    if (figure.type === 'amount' || figure.type === 'nil') decimals = Math.max(decimals, figure.decimals);
  }
  return decimals;
}

function isPlainer(column: Column, other: Column, body: Body): boolean {
  const filled = (c: Column): boolean => body.rows.some((row) => cellIn(row, c.index) !== undefined);
  return filled(column) === filled(other) ? column.header.length < other.header.length : filled(column);
}

/** Columns of one panel with measure and precision. */
export function measuredColumns(panel: PanelColumns, body: Body, context: MeasureContext): readonly Column[] {
  const columns = panel.columns.map((column): Column => {
    if (column.role !== 'amount') return column;
    const measure = context.given?.get(column.index) ?? measureOf(column.header, context);
    return { ...column, ...(measure ? { measure } : {}), decimals: decimalsOf(column, body) };
  });
  // Where two columns seem to mean the same, the one with figures and the plainer heading does.
  const best = new Map<string, Column>();
  for (const column of columns) {
    if (!column.measure) continue;
    const key = measureKey(column.measure);
    const other = best.get(key);
    if (!other || isPlainer(column, other, body)) best.set(key, column);
  }
  return columns.map((column) => {
    if (!column.measure || best.get(measureKey(column.measure)) === column) return column;
    return {
      index: column.index,
      role: column.role,
      header: column.header,
      ...(column.decimals === undefined ? {} : { decimals: column.decimals }),
    };
  });
}
