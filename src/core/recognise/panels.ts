/** Which columns belong together: 收入 | 支出 side by side are two panels, most tables are one. */
import type { Side, TableKind } from '../model';
import type { RoledColumn } from './columns';

export interface PanelColumns {
  readonly side: Side;
  readonly columns: readonly RoledColumn[];
}

const isLabel = (column: RoledColumn): boolean => column.role === 'code' || column.role === 'name';

export function isTwoSided(kind: TableKind): boolean {
  return kind === 'dept-summary' || kind === 'fiscal-summary';
}

/** 收入 or 支出, as the headings of the panel's label columns (or of its first amounts) say. */
function sideOf(columns: readonly RoledColumn[], position: number, kind: TableKind): Side {
  if (!isTwoSided(kind)) return kind === 'dept-income' ? 'income' : 'expenditure';
  for (const column of [...columns.filter(isLabel), ...columns]) {
    for (const text of column.header) {
      if (/支出/.test(text) && !/收入/.test(text)) return 'expenditure';
      if (/收入/.test(text) && !/支出/.test(text)) return 'income';
    }
  }
  return position === 0 ? 'income' : 'expenditure';
}

/** 人员经费 | 科目编码 and 公用经费 | 科目编码 head the same column of two blocks. */
function isHeadedAlike(a: RoledColumn, b: RoledColumn): boolean {
  return a.header.length === b.header.length && a.header[a.header.length - 1] === b.header[b.header.length - 1];
}

/**
 * A label column to the right of amounts begins a panel. Outside two-sided tables it must be headed as the first panel's
 * labels are, so that a 备注 or 品目 column at the right is not taken for one.
 */
export function panelsOf(columns: readonly RoledColumn[], kind: TableKind): readonly PanelColumns[] {
  const groups: RoledColumn[][] = [[]];
  for (const column of columns) {
    const current = groups[groups.length - 1] as RoledColumn[];
    const startsPanel =
      isLabel(column) &&
      current.some((c) => c.role === 'amount') &&
      (isTwoSided(kind) || (groups[0] ?? []).some((c) => isLabel(c) && isHeadedAlike(c, column)));
    if (startsPanel) groups.push([column]);
    else current.push(column);
  }
  return groups.map((group, i) => ({ side: sideOf(group, i, kind), columns: group }));
}
