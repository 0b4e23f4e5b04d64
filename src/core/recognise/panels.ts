/** Which columns belong together: 收入 | 支出 side by side are two panels, most tables are one. */
import type { Side } from '../model';
import type { RoledColumn } from './columns';
import type { Layout } from './kind';

export interface PanelColumns {
  readonly side: Side;
  readonly columns: readonly RoledColumn[];
}

const isLabel = (column: RoledColumn): boolean => column.role === 'code' || column.role === 'name';

const TWO_SIDED: ReadonlySet<Layout> = new Set<Layout>([
  'dept-summary',
  'fiscal-summary',
  'fund-summary',
  'gov-fund-summary',
  'state-capital-summary',
]);

export function isTwoSided(layout: Layout): boolean {
  return TWO_SIDED.has(layout);
}

const namesIncome = (text: string): boolean => /收入/.test(text) && !/支出|收支/.test(text);
const namesExpenditure = (text: string): boolean => /支出/.test(text) && !/收入|收支/.test(text);

/** 收入 over one column of labels and 支出 over another: the table of one fund has two sides, each with its own labels. */
export function hasTwoSides(columns: readonly RoledColumn[]): boolean {
  const labels = columns.filter(isLabel);
  return labels.length > 1 && [namesIncome, namesExpenditure].every((names) => labels.some((column) => column.header.some(names)));
}

/** 收入 or 支出, as the headings of the panel's label columns (or of its first amounts) say. */
function sideOf(columns: readonly RoledColumn[], position: number, layout: Layout): Side {
  if (!isTwoSided(layout)) return layout === 'dept-income' ? 'income' : 'expenditure';
  for (const column of [...columns.filter(isLabel), ...columns]) {
    for (const text of column.header) {
      if (namesExpenditure(text)) return 'expenditure';
      if (namesIncome(text)) return 'income';
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
export function panelsOf(columns: readonly RoledColumn[], layout: Layout): readonly PanelColumns[] {
  const groups: RoledColumn[][] = [[]];
  for (const column of columns) {
    const current = groups[groups.length - 1] as RoledColumn[];
    const startsPanel =
      isLabel(column) &&
      current.some((c) => c.role === 'amount') &&
      (isTwoSided(layout) || (groups[0] ?? []).some((c) => isLabel(c) && isHeadedAlike(c, column)));
    if (startsPanel) groups.push([column]);
    else current.push(column);
  }
  return groups.map((group, i) => ({ side: sideOf(group, i, layout), columns: group }));
}
