/** Which figures does a table hold that no rule understands? The body of a table of kind `other` as plain rows and columns of facts. */
import { schemeOfCode } from '../accounts';
import { formatDecimal, type Decimal } from '../amount';
import { NO_DIMENSIONS } from '../bare-fact';
import type { Fact, Table } from '../model';
import { readFigure, shownValue, type Figure } from '../recognise/figure';
import { compact, textOf } from '../recognise/text';
import { cellAt, type Sheet, type Workbook } from '../workbook';

export interface Grid {
  readonly table: Table;
  /** What a person would call each row and column; '' when nothing does. */
  readonly rowLabels: readonly string[];
  readonly columnLabels: readonly string[];
  /** So many columns, from the first on, stand side by side right of the labels; those behind a gap may belong to other labels. */
  readonly beside: number;
  /** Row by row; `null` where a cell holds words. */
  readonly rows: readonly (readonly (Fact | null)[])[];
}

/** Columns and rows that number, name or date things are no amounts, whatever adds up in them. */
const NO_AMOUNT = /编码|代码|编号|序号|栏次|年度|年份|日期|电话|邮编|^(?:编?号|年|月)$/;

/** The grids of a workbook's unknown tables: three rows or three columns of amounts at least. */
export function gridsOf(workbook: Workbook, tables: readonly Table[]): readonly Grid[] {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  const unknown = tables.filter(({ kind, panels, corrected }) => kind === 'other' && panels.length === 0 && !corrected?.correction.ignored);
  return unknown.flatMap((table) => {
    const sheet = sheets.get(table.sheet);
    const grid = sheet && !sheet.hidden ? gridOf(sheet, table) : null;
    return grid ? [grid] : [];
  });
}

/** A percentage is no amount. */
function amountAt(sheet: Sheet, row: number, column: number): Figure {
  const cell = cellAt(sheet, row, column);
  return cell?.format?.includes('%') ? { type: 'text', text: textOf(cell.value) } : readFigure(cell);
}

interface Line {
  readonly index: number;
  readonly figures: readonly Figure[];
}

function gridOf(sheet: Sheet, table: Table): Grid | null {
  const { top, bottom, left, right } = table.range;
  const columns = Array.from({ length: right - left + 1 }, (_, at) => left + at);
  const all: Line[] = [];
  for (let index = top; index <= bottom; index += 1) all.push({ index, figures: columns.map((column) => amountAt(sheet, index, column)) });
  const amounts = (figures: readonly Figure[]): number => figures.filter(({ type }) => type === 'amount').length;
  const body = all.filter(({ figures }) => amounts(figures) > 0 && !isNumbering(figures));
  const [first] = body;
  if (first === undefined) return null;
  const labelOf = (column: number): string => {
    const texts = all.filter(({ index }) => index < first.index).map(({ index }) => textOf(cellAt(sheet, index, column)?.value));
    return compact(texts.reverse().find((text) => text.trim() !== '') ?? '');
  };
  const used = columns.flatMap((column, at) => {
    const figures = body.map((line) => line.figures[at] as Figure);
    const label = labelOf(column);
    return amounts(figures) >= 2 && !NO_AMOUNT.test(label) && !isNumbering(figures) && !areCodes(figures) ? [{ column, at, label }] : [];
  });
  const [firstUsed] = used;
  const filled = body.filter(({ figures }) => used.some(({ at }) => figures[at]?.type === 'amount'));
  const last = filled[filled.length - 1];
  if (!firstUsed || !last || Math.max(filled.length, used.length) < 3) return null;
  // a row of zeros and blanks is an item like the others
  const rows = all.filter(
    (line) => filled.includes(line) || (line.index > first.index && line.index < last.index && isNil(line.figures, used)),
  );
  const decimals = used.map(({ at }) => rows.reduce((most, { figures }) => Math.max(most, decimalsOf(figures[at])), 0));
  const rowLabels = rows.map(({ index }) => labelOfRow(sheet, index, columns.slice(0, firstUsed.at)));
  return {
    table,
    rowLabels,
    columnLabels: used.map(({ label }) => label),
    beside: used.filter(({ at }, c) => at === firstUsed.at + c).length,
    rows: rows.map(({ index, figures }, r) =>
      used.map(({ column, at, label }, c) => {
        const figure = figures[at] as Figure;
        const shown = figure.type === 'amount' ? shownValue(cellAt(sheet, index, column)) : null;
        const names = { row: rowLabels[r] ?? '', column: label };
        return figure.type === 'text' ? null : factOf(table, { row: index, column }, figure, decimals[c] ?? 0, names, shown);
      }),
    ),
  };
}

function decimalsOf(figure: Figure | undefined): number {
  return figure?.type === 'amount' || figure?.type === 'nil' ? figure.decimals : 0;
}

/** States nothing, and holds no words where the others hold figures. */
function isNil(figures: readonly Figure[], used: readonly { readonly at: number }[]): boolean {
  const types = used.map(({ at }) => figures[at]?.type);
  return types.includes('nil') && types.every((type) => type === 'nil' || type === 'blank');
}

/** The last words of the columns left of the figures. */
function labelOfRow(sheet: Sheet, row: number, columns: readonly number[]): string {
  const texts = columns.map((column) => textOf(cellAt(sheet, row, column)?.value).trim());
  return compact(texts.reverse().find((text) => /\D/.test(text)) ?? '');
}

/** 栏次, 序号: 1, 2, 3 … one after the other; or years. */
function isNumbering(figures: readonly Figure[]): boolean {
  const values = figures.flatMap((figure) => (figure.type === 'amount' ? [figure.value] : []));
  if (values.length < 2 || values.some(({ scale }) => scale > 0)) return false;
  const numbers = values.map(({ units }) => Number(units));
  const consecutive = numbers.every((value, at) => at === 0 || value === (numbers[at - 1] ?? 0) + 1);
  return consecutive || numbers.every((value) => value >= 1990 && value <= 2099);
}

function areCodes(figures: readonly Figure[]): boolean {
  const values = figures.flatMap((figure) => (figure.type === 'amount' ? [figure.value] : []));
  return values.length >= 2 && values.every((value) => value.scale === 0 && schemeOfCode(formatDecimal(value)) !== null);
}

interface Names {
  readonly row: string;
  readonly column: string;
}

/** The dimensions say nothing: only the sums of its own table speak of this fact. */
function factOf(
  table: Table,
  { row, column }: { readonly row: number; readonly column: number },
  figure: Exclude<Figure, { readonly type: 'text' }>,
  decimals: number,
  names: Names,
  shown: Decimal | null,
): Fact {
  const value = figure.type === 'amount' ? figure.value : null;
  return {
    ...NO_DIMENSIONS,
    table,
    cell: { sheet: table.sheet, row, column },
    value,
    printed: value === null ? '' : formatDecimal(value, decimals),
    ...(shown ? { shown } : {}),
    decimals,
    unit: table.unit ?? '万元',
    row: `t${table.index}:g${row}`,
    label: names.row,
    columnLabel: names.column,
  };
}
