/** Which rows are a table's header, and which heading stands over each column? */
import type { Range } from '../workbook';
import type { Catalogue } from '../accounts';
import { isCodePart } from './codeParts';
import { statesUnit } from './figure';
import type { ViewCell, ViewRow } from './sheetView';
import { cellIn, mergeAt } from './sheetView';
import { hasOrdinal, stripOrdinal } from './text';
import { isNote, isTotalLabel, saysNothing } from './vocabulary';

export interface Header {
  /** Heading rows from the top down, without the 栏次 row. */
  readonly rows: readonly ViewRow[];
  /** Position, among the region's rows, of the first row below the header. */
  readonly bodyFrom: number;
  /** Heading texts over a column from the top down, for every column that has any. */
  readonly paths: ReadonlyMap<number, readonly string[]>;
  /** Columns with a heading cell of their own; the others only lie under a merged one. */
  readonly headed: ReadonlySet<number>;
}

/** Taller headers do not occur; a sheet that seems to have one is a form. */
const MAX_HEADER_ROWS = 6;
/** A heading merged over more columns than this is a title. */
const MAX_SPAN = 200;
/** Words that only headings have. */
const HEADING_WORD = /编码|代码|名称|^项目$|科目$|^预算数$|^决算数$|^金额$|^合计$|^基本支出$|^项目支出$/;

/** 甲 乙, *: what numbers of columns are written with where a column has none. */
const NUMBERING_WORD = /^(?:栏次|行次|列次|[甲乙丙丁戊类款项]|\*+)$/;

/** 栏次 1 2 3 …, 甲 乙 1 2 3=4+5: the numbers of the columns. */
export function isNumberingRow(row: ViewRow): boolean {
  const [first] = row.cells;
  if (first && /^(?:栏次|行次|列次)$/.test(first.text) && row.cells.some((cell) => /^\d{1,2}(?:=.*)?$/.test(cell.text))) return true;
  let words = 0;
  let numbers = 0;
  for (const cell of row.cells) {
    if (NUMBERING_WORD.test(cell.text)) words += 1;
    else if (Number(/^(\d{1,2})(?:=[\d+-]+)?$/.exec(cell.text)?.[1]) === numbers + 1) numbers += 1;
    else return false;
  }
  return numbers > 1 || (numbers === 1 && words > 0);
}

function isYearCell(cell: ViewCell): boolean {
  return /^20\d{2}$/.test(cell.text);
}

/** 「项目 | 国有资本经营预算支出」: beside such a word the account's name is a heading. */
function isHeading(row: ViewRow): boolean {
  return row.cells.some((cell) => HEADING_WORD.test(cell.text));
}

/** A row that belongs to the body: it has an amount, a code, an ordinal, an account's name, or is a lone total or note. */
export function isBodyRow(row: ViewRow, catalogue: Catalogue): boolean {
  const [first] = row.cells;
  if (!first || isNumberingRow(row)) return false;
  if (isNote(first.text) || (row.cells.length === 1 && saysNothing(first.text))) return true;
  const figures = row.cells.filter((cell) => {
    const figure = cell.figure;
    return figure.type === 'amount' || (figure.type === 'nil' && !figure.dash);
  });
  if (figures.length > 0 && !figures.every(isYearCell)) return true;
  if (row.cells.some((cell) => statesUnit(cell.text))) return true;
  const texts = row.cells.filter((cell) => cell.figure.type === 'text');
  if (texts.length > 0 && texts.every((cell) => isTotalLabel(cell.text) && texts.length === 1)) return true;
  if (row.cells.some((cell) => hasOrdinal(cell.text) && cell.text.length > 3)) return true;
  return !isHeading(row) && row.cells.some((cell) => catalogue.functionalByName(stripOrdinal(cell.text)) !== null);
}

/** The text that stands over a column in a heading row: its own, its merge's, or (merges unknown) its left neighbour's. */
function headingAt(row: ViewRow, column: number, merges: readonly Range[] | undefined, below: readonly ViewRow[]): string | null {
  const own = cellIn(row, column);
  if (own) return own.text;
  if (merges) {
    const merge = mergeAt(merges, row.index, column);
    if (!merge || merge.top !== row.index || merge.left === column) return null;
    return cellIn(row, merge.left)?.text ?? null;
  }
  if (!below.some((r) => cellIn(r, column))) return null;
  let left: ViewCell | undefined;
  for (const cell of row.cells) if (cell.column < column) left = cell;
  return left && below.some((r) => cellIn(r, (left as ViewCell).column)) ? left.text : null;
}

/** Reads the header that begins at a position of the region's rows; `null` when no body follows within a header's height. */
export function readHeader(
  rows: readonly ViewRow[],
  from: number,
  merges: readonly Range[] | undefined,
  catalogue: Catalogue,
): Header | null {
  const header: ViewRow[] = [];
  let at = from;
  for (; at < rows.length; at += 1) {
    const row = rows[at] as ViewRow;
    if (isNumberingRow(row)) continue;
    if (isBodyRow(row, catalogue)) break;
    if (header.length === MAX_HEADER_ROWS) return null;
    header.push(row);
  }
  // 类 | 款 | 项 may share a row with the total: then that row's code cells head their columns.
  const shared = rows[at]?.cells.filter((cell) => isCodePart(cell.text)) ?? [];
  const headings = shared.length > 0 ? [...header, { index: (rows[at] as ViewRow).index, cells: shared }] : header;
  const known = merges?.some((m) => header.some((row) => row.index >= m.top && row.index <= m.bottom)) ? merges : undefined;
  const paths = new Map<number, readonly string[]>();
  const headed = new Set(headings.flatMap((row) => row.cells.map((cell) => cell.column)));
  const columns = new Set(headed);
  for (const row of header) {
    for (const cell of row.cells) {
      const merge = known && mergeAt(known, cell.row, cell.column);
      if (merge) for (let c = merge.left; c <= Math.min(merge.right, cell.column + MAX_SPAN); c += 1) columns.add(c);
    }
  }
  for (const column of [...columns].sort((a, b) => a - b)) {
    const path: string[] = [];
    headings.forEach((row, i) => {
      const text = headingAt(row, column, known, headings.slice(i + 1));
      if (text !== null && text !== path[path.length - 1]) path.push(text);
    });
    if (path.length > 0) paths.set(column, path);
  }
  return { rows: header, bodyFrom: at, paths, headed };
}
