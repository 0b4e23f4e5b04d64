/** What did the user say of a table instead of the reader's own answer? */
import type { Column, ColumnRole, Measure, Panel, TableKind, Unit } from '../model';
import type { RoledColumn } from './columns';
import { measureKey } from './measure';

export interface Given {
  readonly kind: TableKind | null;
  readonly unit: Unit | null;
  /** By sheet column. */
  readonly roles: ReadonlyMap<number, ColumnRole>;
  /** By sheet column. */
  readonly measures: ReadonlyMap<number, Measure>;
}

export const NOTHING_GIVEN: Given = { kind: null, unit: null, roles: new Map(), measures: new Map() };

export function withGivenRoles(columns: readonly RoledColumn[], given: Given): readonly RoledColumn[] {
  if (given.roles.size === 0) return columns;
  return columns.map((column) => ({ ...column, role: given.roles.get(column.index) ?? column.role }));
}

/** The user's measures, whatever headings and figures told; another column of the panel with the same meaning gives way. */
export function withGivenMeasures(panels: readonly Panel[], given: Given): readonly Panel[] {
  if (given.measures.size === 0) return panels;
  return panels.map((panel) => {
    const taken = new Set(panel.columns.flatMap(({ index }) => given.measures.get(index) ?? []).map(measureKey));
    const columns = panel.columns.map((column): Column => {
      const measure = given.measures.get(column.index);
      if (measure && column.role === 'amount') return { ...column, measure };
      if (!column.measure || !taken.has(measureKey(column.measure))) return column;
      const { measure: _, ...bare } = column;
      return bare;
    });
    return { ...panel, columns };
  });
}
