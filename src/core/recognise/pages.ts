/** Does a sheet continue the table of the sheet before it? Pages of a PDF become sheets of their own. */
import type { Sheet } from '../workbook';
import { isTitleRow, readCaption, titleLine } from './caption';
import { isBodyRow, readHeader, type Header } from './header';
import type { Region, SheetShape } from './regions';
import type { SheetView, ViewCell, ViewRow } from './sheetView';
import { fundOf, isSideSum, lineOf } from './vocabulary';

/** One sheet, cut into the regions of its tables. */
export interface Page {
  readonly view: SheetView;
  readonly shape: SheetShape;
  readonly regions: readonly Region[];
}

const CONTINUED = /\(?续表?[一二三\d]*\)?/;

/** What stands in each column: words, figures, or both. */
function contents(rows: readonly ViewRow[]): ReadonlyMap<number, 'words' | 'figures'> {
  const counts = new Map<number, { words: number; figures: number }>();
  for (const row of rows) {
    for (const cell of row.cells) {
      const at = counts.get(cell.column) ?? { words: 0, figures: 0 };
      if (cell.figure.type === 'text') at.words += 1;
      else at.figures += 1;
      counts.set(cell.column, at);
    }
  }
  return new Map([...counts].map(([column, { words, figures }]) => [column, words >= figures ? 'words' : 'figures']));
}

/** The columns of a header whose cells below are blank hold figures where their heading is not the name's or the code's. */
function headedOnly(column: number, headed: ReadonlySet<number>, known: ReadonlyMap<number, unknown>): boolean {
  return headed.has(column) && !known.has(column);
}

function lastColumn(rows: readonly ViewRow[]): number {
  return rows.reduce((most, row) => Math.max(most, row.cells[row.cells.length - 1]?.column ?? 0), 0);
}

function moved(rows: readonly ViewRow[], sheet: Sheet, shift: number): readonly ViewRow[] {
  return rows.map((row) => ({
    index: row.index,
    origin: { sheet: sheet.name, shift },
    cells: row.cells.map((cell) => ({
      ...cell,
      column: cell.column + shift,
      origin: { sheet: sheet.name, row: cell.row, column: cell.column },
    })),
  }));
}

/** Codes of the page go on where those of the table ended. */
function goesOn(before: readonly ViewRow[], page: readonly ViewRow[]): boolean {
  const codes = (rows: readonly ViewRow[]): readonly string[] =>
    rows.flatMap((row) => row.cells.slice(0, 3).flatMap((cell) => (/^[235]\d{2}(?:\d{2}){0,2}$/.test(cell.text) ? [cell.text] : [])));
  const last = codes(before).at(-1);
  const first = codes(page)[0];
  return last !== undefined && first !== undefined && first >= last;
}

/** 总计, 年初结转和结余: the lines that close a summary table. */
function closes(rows: readonly ViewRow[]): boolean {
  return rows.some((row) => row.cells.some((cell) => cell.figure.type === 'text' && lineOf(cell.text) !== null));
}

function headerOf({ rows }: Region, { view }: Page): Header | null {
  return readHeader(rows, readCaption(rows, view.catalogue).rows, view.sheet.merges, view.catalogue);
}

/** So many columns of words and figures in the same places are no chance. */
const MANY_COLUMNS = 5;

/** Columns to the right by which the page's columns must be moved to be the table's, `null` when they do not fit. */
function fitOf(region: Region, page: Page): number | null {
  const rows = page.view.rows;
  const header = headerOf(region, page);
  if (!header) return null;
  const body = region.rows.slice(header.bodyFrom);
  const known = contents(body);
  const found = contents(rows);
  if (![...found.values()].includes('figures')) return null;
  const shifts = [0, lastColumn(region.rows) - lastColumn(rows)].filter((shift, i, all) => shift >= 0 && all.indexOf(shift) === i);
  for (const shift of shifts) {
    let words = 0;
    const fits = [...found].every(([column, content]) => {
      const there = known.get(column + shift);
      if (content === 'words') words += 1;
      return there === content || (content === 'figures' && headedOnly(column + shift, header.headed, known));
    });
    if (fits && (goesOn(body, rows) || closes(rows) || words >= 3 || found.size >= MANY_COLUMNS)) return shift;
  }
  return null;
}

/** 事业单位经营收入, and no amount: no heading, though it has none of a body's marks. */
const isSourceOnly = ({ cells }: ViewRow): boolean => cells.length === 1 && cells.every(({ text }) => fundOf(text) !== null);

/** A page that begins in the middle of a table: no title, no header of its own. */
function isHeadless(page: Page): boolean {
  const { rows, catalogue } = page.view;
  if (page.shape !== 'tables' || rows.some(isTitleRow) || rows.every((row) => row.cells.length === 1)) return false;
  const begins = rows.findIndex((row) => isBodyRow(row, catalogue) || closes([row]));
  return begins >= 0 && rows.slice(0, begins).every(isSourceOnly);
}

const textOfRow = ({ cells }: ViewRow): string => cells.map(({ column, text }) => `${column} ${text}`).join('|');

const isTotal = ({ text, figure }: ViewCell): boolean => figure.type === 'text' && lineOf(text) === 'grand-total' && !isSideSum(text);
const totals = (rows: readonly ViewRow[]): number => rows.filter((row) => row.cells.some(isTotal)).length;

/** The headings of the table once more, its title, or both, and right below them rows that go on where it ended. */
function repeatsHeader(region: Region, page: Page): boolean {
  const header = headerOf(region, page);
  if (page.shape !== 'tables' || !header || header.rows.length === 0) return false;
  const above = new Set(region.rows.slice(0, header.bodyFrom).map(textOfRow));
  const at = page.view.rows.findIndex((row) => !above.has(textOfRow(row)));
  const repeated = page.view.rows.slice(0, Math.max(at, 0));
  const head = new Set(repeated.map(textOfRow));
  const body = region.rows.slice(header.bodyFrom);
  const rest = page.view.rows.slice(at);
  const [next] = rest;
  const titleAlone = repeated.some(isTitleRow) && next !== undefined && isBodyRow(next, page.view.catalogue);
  if (!titleAlone && !header.rows.every((row) => head.has(textOfRow(row)))) return false;
  if (rest.some(isTitleRow)) return false;
  // a second total is that of another table, of another unit for instance
  const count = totals(body) + totals(rest);
  return count === 1 || (count === 0 && (goesOn(body, rest) || closes(rest)));
}

/** 「××表（续）」 under the title of the sheet before. */
function isNamedContinuation(region: Region, page: Page): boolean {
  const title = page.view.rows
    .slice(0, 3)
    .map((row) => (row.cells[0] ? titleLine(row.cells[0]) : null))
    .find((line) => line !== null);
  const before = region.rows
    .slice(0, 3)
    .map((row) => (row.cells[0] ? titleLine(row.cells[0]) : null))
    .find((line) => line !== null);
  if (!title || !before || !CONTINUED.test(title)) return false;
  return title.replace(CONTINUED, '') === before.replace(CONTINUED, '');
}

export interface Joined {
  readonly page: Page;
  /** Regions that a later sheet seems to continue, in a way that cannot be joined: the name of that sheet. */
  readonly cut: ReadonlyMap<Region, string>;
}

/** Joins what continues to the table before it; a page that became part of another has no regions left. */
export function joinPages(pages: readonly Page[]): readonly Joined[] {
  const joined: { page: Page; cut: Map<Region, string> }[] = [];
  /** The page whose last region is the table that may go on. */
  let open: { page: Page; cut: Map<Region, string> } | null = null;
  for (const page of pages) {
    const region = open?.page.regions[open.page.regions.length - 1];
    const named = region !== undefined && (isNamedContinuation(region, page) || repeatsHeader(region, page));
    if (open && region && page.regions.length === 1 && (named || isHeadless(page))) {
      const shift = named ? 0 : fitOf(region, page);
      if (shift !== null) {
        const longer: Region = { rows: [...region.rows, ...moved(page.view.rows, page.view.sheet, shift)] };
        open.page = { ...open.page, regions: [...open.page.regions.slice(0, -1), longer] };
        continue;
      }
      open.cut.set(region, page.view.sheet.name);
    }
    const entry = { page, cut: new Map<Region, string>() };
    joined.push(entry);
    open = page.shape === 'tables' && page.view.sheet.hidden !== true ? entry : null;
  }
  return joined;
}
