/** What do a panel's columns measure, and to how many digits are they stated? */
import { FISCAL_FUNDS, NOT_FISCAL } from '../funds';
import type { Column, Evidence, Fund, Measure, Nature } from '../model';
import { columnName } from '../workbook';
import type { Body } from './body';
import type { RoledColumn } from './columns';
import { columnSums, type ColumnSums } from './columnSums';
import { message } from './evidence';
import { headedTotal } from './headedTotals';
import type { Layout } from './kind';
import { measureKey, measureOf, partMeasure, type MeasureContext } from './measure';
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

function hasAmounts(column: Column, body: Body): boolean {
  return body.rows.some((row) => cellIn(row, column.index)?.figure.type === 'amount');
}

function isPlainer(column: Column, other: Column, body: Body, sums: ColumnSums | null): boolean {
  const filled = (c: Column): boolean => body.rows.some((row) => cellIn(row, c.index) !== undefined);
  if (filled(column) !== filled(other)) return filled(column);
  if (sums && sums.has(column.index) !== sums.has(other.index)) return sums.has(column.index);
  return column.header.length < other.header.length;
}

export interface Measured {
  readonly columns: readonly Column[];
  /** What the figures told that the headings did not. */
  readonly evidence: readonly Evidence[];
}

/** Lists of projects and goods: a further column tells more of the same money, it is no further source or kind of it. */
const LISTS: ReadonlySet<Layout> = new Set<Layout>(['project-list', 'procurement']);

const headingsAbove = (column: Column): string => column.header.slice(0, -1).join('|');

/** 本年拨款 with the three budgets below it, beside 财政专户 and 单位资金: all of the treasury's money, not all of the year's. */
function narrowed(columns: readonly Column[]): readonly Column[] {
  const isSource = (column: Column, funds: readonly Fund[]): boolean => funds.includes(column.measure?.fund ?? 'all');
  if (columns.some((column) => isSource(column, ['fiscal']))) return columns;
  return columns.map((column) => {
    const above = headingsAbove(column);
    if (column.measure?.fund !== 'current' || above === '') return column;
    const [within, outside] = [true, false].map((same) => columns.filter((c) => c !== column && (headingsAbove(c) === above) === same));
    const fiscal = within?.some((c) => isSource(c, FISCAL_FUNDS)) && !within.some((c) => isSource(c, NOT_FISCAL));
    return fiscal && outside?.some((c) => isSource(c, NOT_FISCAL)) ? { ...column, measure: { ...column.measure, fund: 'fiscal' } } : column;
  });
}

/** The only amounts of a panel are the amounts meant, in whatever words this year's form heads them; unless they compare. */
function onlyAmounts(columns: readonly Column[], body: Body, context: MeasureContext): readonly Column[] {
  const amounts = columns.filter((column) => column.role === 'amount');
  const [only, ...more] = amounts.filter((column) => hasAmounts(column, body));
  if (!only || more.length > 0 || amounts.some((column) => column.measure)) return columns;
  const { year, beside } = partMeasure(only.header, context) ?? { beside: true };
  if (beside || context.itemsInRows || LISTS.has(context.layout) || context.layout === 'three-public') return columns;
  return columns.map((column) => (column === only ? { ...column, measure: { ...(year ? { year } : {}) } } : column));
}

/** Columns of one panel with measure and precision. */
export function measuredColumns(panel: PanelColumns, body: Body, context: MeasureContext, sheet: string): Measured {
  const columns = onlyAmounts(
    narrowed(
      panel.columns.map((column): Column => {
        const counted = column.role === 'quantity' || column.role === 'price';
        if (column.role !== 'amount') return counted ? { ...column, decimals: decimalsOf(column, body) } : column;
        const measure = context.given?.get(column.index) ?? measureOf(column.header, context);
        return { ...column, ...(measure ? { measure } : {}), decimals: decimalsOf(column, body) };
      }),
    ),
    body,
    context,
  );
  const amounts = columns.filter((column) => column.role === 'amount');
  const doubtful = amounts.some((column, i) => {
    if (!column.measure) return hasAmounts(column, body);
    const key = measureKey(column.measure);
    return amounts.some((other, j) => j < i && other.measure && measureKey(other.measure) === key);
  });
  // The figures are asked only where the headings leave something open.
  const sums = doubtful ? columnSums(addable(amounts, context), body) : null;
  // Where two columns seem to mean the same, the one with figures and the plainer heading does.
  const best = new Map<string, Column>();
  for (const column of columns) {
    if (!column.measure) continue;
    const key = measureKey(column.measure);
    const other = best.get(key);
    if (!other || isPlainer(column, other, body, sums)) best.set(key, column);
  }
  const settled = columns.map((column) => {
    if (!column.measure || best.get(measureKey(column.measure)) === column) return column;
    const { measure: _, ...bare } = column;
    return bare;
  });
  return sums ? byFigures(settled, sums, body, context, sheet) : { columns: settled, evidence: [] };
}

/** Columns that could take part in a sum of the row. */
function addable(amounts: readonly Column[], context: MeasureContext): readonly number[] {
  return amounts.filter((column) => column.measure ?? partMeasure(column.header, context)).map((column) => column.index);
}

const TOTALS: readonly { readonly parts: readonly (Nature | Fund)[]; readonly total: Measure }[] = [
  { parts: ['basic', 'project'], total: { nature: 'all' } },
  { parts: ['staff', 'operating'], total: { nature: 'basic' } },
  { parts: ['general', 'gov-fund', 'state-capital'], total: { fund: 'fiscal' } },
];

/** The measure of a total by what it adds up; `null` when its parts do not tell. */
function totalOf(parts: readonly Column[]): Measure | null {
  const told = parts.map((part) => part.measure?.nature ?? part.measure?.fund);
  if (told.some((dimension) => dimension === undefined || dimension === 'part')) return null;
  const year = parts[0]?.measure?.year ?? 'current';
  const rule = TOTALS.find(
    (known) => known.parts.every((part) => told.includes(part)) && told.every((d) => known.parts.includes(d as Nature)),
  );
  return rule ? { ...rule.total, year } : null;
}

/** Gives the columns without meaning the one that the figures show. */
function byFigures(columns: readonly Column[], sums: ColumnSums, body: Body, context: MeasureContext, sheet: string): Measured {
  const evidence: Evidence[] = [];
  const taken = new Set(columns.flatMap((column) => (column.measure ? [measureKey(column.measure)] : [])));
  const byIndex = new Map(columns.map((column) => [column.index, column]));
  const totalFor = new Map([...sums].flatMap(([total, parts]) => parts.map((part): [number, number] => [part, total])));
  const say = (id: string, column: Column, others: readonly number[], top: number): void => {
    const data = { column: columnName(column.index), columns: others.map(columnName).join('＋') };
    const cells = [column.index, ...others].map((index) => ({ sheet, row: top, column: index }));
    evidence.push({ what: 'arithmetic', because: message(id, data), cells });
  };
  const totalAbove = (index: number): number | undefined => {
    const column = byIndex.get(index);
    return totalFor.get(index) ?? (column && headedTotal(column, columns, body)?.index);
  };
  const top = body.rows[0]?.index ?? 0;
  const settled = columns.map((column): Column => {
    if (column.role !== 'amount' || column.measure || !hasAmounts(column, body)) return column;
    const parts = sums.get(column.index);
    const known = parts ? totalOf(parts.flatMap((part) => byIndex.get(part) ?? [])) : null;
    if (parts && known && !taken.has(measureKey(known))) {
      taken.add(measureKey(known));
      say('arithmetic.column-total', column, parts, top);
      return { ...column, measure: known };
    }
    const part = partMeasure(column.header, context);
    if (!part || taken.has(measureKey(part))) return column;
    const total = totalAbove(column.index);
    const others = total === undefined ? [] : [total];
    // a subtotal of columns that the total adds in already is no further part of it
    const again = parts?.some((index) => byIndex.get(index)?.measure !== undefined) ?? false;
    if (again && !part.beside) return column;
    const within = total === undefined || part.beside ? null : withinOf(total, byIndex, totalAbove);
    const added = within !== null;
    const beside = !added && (part.beside === true || LISTS.has(context.layout) || isComplete(columns, sums));
    if (!added && !beside) return column;
    taken.add(measureKey(part));
    if (part.beside) return { ...column, measure: part };
    if (added && parts) say('arithmetic.column-total', column, parts, top);
    else if (added) say('arithmetic.column-part', column, others, top);
    else say('arithmetic.column-beside', column, [], top);
    return { ...column, measure: within ? { ...part, within } : { ...part, beside: true } };
  });
  return { columns: settled, evidence };
}

/** The dimensions of the nearest total above that has its meaning from its heading; `null` when there is none. */
function withinOf(
  total: number,
  columns: ReadonlyMap<number, Column>,
  above: (column: number) => number | undefined,
): Measure['within'] | null {
  const measure = columns.get(total)?.measure;
  if (measure) return { ...(measure.nature ? { nature: measure.nature } : {}), ...(measure.fund ? { fund: measure.fund } : {}) };
  const next = above(total);
  return next === undefined ? null : withinOf(next, columns, above);
}

/** The columns with a meaning add up among themselves in most rows: what else there is stands beside them. */
function isComplete(columns: readonly Column[], sums: ColumnSums): boolean {
  const known = new Set(columns.flatMap((column) => (column.measure ? [column.index] : [])));
  return [...sums].some(([total, parts]) => known.has(total) && parts.every((part) => known.has(part)));
}
