/** Which question this file answers: how does a planned sheet (差异清单) get into Excel. */
import { Cancelled, Unfinished } from '../core/cancelled';
import { append } from '../core/group';
import type {
  EdgeNotice,
  GeneratedSheet,
  PlannedCell,
  PlannedStyle,
  Progress,
  SheetMaker,
  SheetPlan,
  WrittenSheet,
} from '../core/spreadsheet';
import { addressOf, quoteSheetName, rangeAddress } from '../core/workbook';
import { GENERATED_NAME } from '../present/marks';
import { LINK_COLOUR, PAGE_MARGINS, SHEET_LINE, SHEET_LOOKS } from '../present/sheetLooks';
import { freeSheetName } from '../present/sheetName';
import { EdgeError, codeOf, stoppedInside } from './errors';
import { BYTES_PER_CHARACTER, inParts, queueParts } from './parts';
import { addressLists } from './places';
import { listSheets, type SheetInfo } from './sheets';

/** Points for one character of the default font, and the cell's own margin. */
const POINTS_PER_CHARACTER = 5.25;
const CELL_MARGIN = 4;

/**
 * Writes the sheet and shows it. The one that Gouji wrote before is written over in place (deleting it would take away the
 * user's undo), after it was read for what users wrote on it; a sheet of the user's with that name is left alone. A new sheet that is
 * cancelled is taken away; one that is being written over is written to its end.
 */
export async function writeGeneratedSheet(
  context: Excel.RequestContext,
  which: GeneratedSheet,
  make: SheetMaker,
  progress: Progress = () => undefined,
): Promise<WrittenSheet> {
  const sheets = await listSheets(context);
  const earlier = sheets.find((sheet) => sheet.generated === which);
  if (earlier?.protected) throw new EdgeError({ id: 'edge.sheet.protected', data: { sheet: earlier.name } });
  const asked = earlier && askTexts(context, earlier);
  if (asked) await context.sync();
  const plan = make(asked === undefined ? null : textsIn(asked));
  const total = plan.rows.length;
  progress(0, total);
  const worksheet = earlier === undefined ? await addSheet(context, plan, sheets) : emptied(context, earlier, which);
  const tell = earlier === undefined ? progress : toTheEnd(progress);
  let written = 0;
  try {
    await writeCells(context, worksheet, plan, (rows) => {
      written = rows;
      tell(rows, total);
    });
    format(worksheet, plan);
    worksheet.activate();
    worksheet.getRange('A1').select();
    worksheet.load('name');
    await context.sync();
    tell(total, total);
  } catch (error) {
    const touched = written > 0 || stoppedInside(error);
    if (earlier !== undefined && !touched) throw error;
    const left = await (earlier === undefined ? takenAway(context, worksheet, plan) : putBack(context, earlier, textsIn(asked ?? null)));
    throw left.length === 0 ? error : new Unfinished(error, left);
  }
  return { name: worksheet.name, notices: await printOnA4(context, worksheet, plan) };
}

/** Tells all the same, and goes on when the user would have it end. */
function toTheEnd(progress: Progress): Progress {
  return (done, total) => {
    try {
      progress(done, total);
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
    }
  };
}

/** A new sheet that was written in part only. Returns what is left of it. */
async function takenAway(context: Excel.RequestContext, worksheet: Excel.Worksheet, { name }: SheetPlan): Promise<readonly EdgeNotice[]> {
  worksheet.delete();
  try {
    await context.sync();
    return [];
  } catch {
    // What made Excel refuse the sheet is what is told as the reason.
    return [{ id: 'edge.notice.half-sheet', data: { sheet: name } }];
  }
}

/**
 * The texts that stood on a sheet that could not be written anew: what users wrote on it is there when it is tried again. Returns what is there
 * now.
 */
async function putBack(
  context: Excel.RequestContext,
  { id, name }: SheetInfo,
  texts: readonly (readonly string[])[],
): Promise<readonly EdgeNotice[]> {
  const worksheet = context.workbook.worksheets.getItem(id);
  worksheet.getRange().clear();
  const rows = texts.map((cells, top): PlannedRow => ({ top, cells: cells.map((text) => ({ type: 'text', text })) }));
  try {
    await queueParts(context, inParts(rows, bytesOf), (part) => writeRows(context, worksheet, part));
    await context.sync();
    return [{ id: 'edge.notice.texts-put-back', data: { sheet: name } }];
  } catch {
    return [{ id: 'edge.notice.half-sheet', data: { sheet: name } }];
  }
}

/** Asks for every cell of the sheet, from A1 on; they are known after the next sync. `null` for an empty sheet. */
export function askTexts(context: Excel.RequestContext, { id, used }: SheetInfo): Excel.Range | null {
  if (used === null) return null;
  const range = context.workbook.worksheets.getItem(id).getRangeByIndexes(0, 0, used.top + used.rows, used.left + used.columns);
  range.load('text,values');
  return range;
}

/** The cells as displayed; where nothing can be seen of one, its value. */
export function textsIn(asked: Excel.Range | null): readonly (readonly string[])[] {
  if (asked === null) return [];
  const values: readonly (readonly unknown[])[] = asked.values;
  // A number in a column that is too narrow is displayed as ####; what is hidden may be displayed as nothing.
  return asked.text.map((row, r) => row.map((shown, c) => (/^#*$/.test(shown) ? String(values[r]?.[c] ?? '') : shown)));
}

async function addSheet(context: Excel.RequestContext, plan: SheetPlan, sheets: readonly SheetInfo[]): Promise<Excel.Worksheet> {
  const worksheet = context.workbook.worksheets.add(
    freeSheetName(
      plan.name,
      sheets.map(({ name }) => name),
    ),
  );
  worksheet.names.add(GENERATED_NAME, `="${plan.sheet}"`).visible = false;
  try {
    await context.sync();
  } catch (error) {
    const refused = ['AccessDenied', 'InvalidOperation', 'OperationNotAllowed'].includes(codeOf(error));
    throw refused ? new EdgeError({ id: 'edge.sheet.protected-workbook', data: {} }, error) : error;
  }
  return worksheet;
}

function emptied(context: Excel.RequestContext, sheet: SheetInfo, which: GeneratedSheet): Excel.Worksheet {
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  const own = worksheet.names.getItem(GENERATED_NAME);
  own.formula = `="${which}"`;
  worksheet.autoFilter.remove();
  worksheet.getRange().unmerge();
  worksheet.getRange().clear();
  worksheet.getRange().columnHidden = false;
  worksheet.getRange().rowHidden = false;
  worksheet.freezePanes.unfreeze();
  worksheet.visibility = 'Visible';
  return worksheet;
}

/** Bytes that the library takes for a cell, and for a link besides its texts. */
const CELL_BYTES = 30;
const LINK_BYTES = 900;

interface PlannedRow {
  readonly top: number;
  readonly cells: readonly (PlannedCell | null)[];
}

/** The rows as wide as the sheet, in as many round trips as they need; `written` is told how many of them are there. */
async function writeCells(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  plan: SheetPlan,
  written: (rows: number) => void,
): Promise<void> {
  const columns = Math.max(plan.widths.length, ...plan.rows.map((row) => row.length));
  if (columns === 0) return;
  const rows = plan.rows.map((row, top): PlannedRow => ({
    top,
    cells: Array.from({ length: columns }, (_, column) => row[column] ?? null),
  }));
  const write = (part: readonly PlannedRow[]): void => writeRows(context, worksheet, part);
  await queueParts(context, inParts(rows, bytesOf), write, (part) => written((part.at(-1)?.top ?? 0) + 1));
}

function bytesOf({ cells }: PlannedRow): number {
  const bytes = (cell: PlannedCell | null): number =>
    CELL_BYTES + String(entered(cell)).length * BYTES_PER_CHARACTER + (cell?.type === 'link' ? LINK_BYTES : 0);
  return cells.reduce((sum, cell) => sum + bytes(cell), 0);
}

function writeRows(context: Excel.RequestContext, worksheet: Excel.Worksheet, rows: readonly PlannedRow[]): void {
  const [first] = rows;
  if (first === undefined) return;
  context.application.suspendScreenUpdatingUntilNextSync();
  const range = worksheet.getRangeByIndexes(first.top, 0, rows.length, first.cells.length);
  range.numberFormat = rows.map(({ cells }) => cells.map(formatOf));
  range.formulas = rows.map(({ cells }) => cells.map(entered));
  const links = rows.flatMap(({ top, cells }) =>
    cells.flatMap((cell, column) => (cell?.type === 'link' ? [{ row: top, column, cell }] : [])),
  );
  lookLikeLinks(worksheet, links);
  for (const { row, column, cell } of links) {
    const documentReference = `${quoteSheetName(cell.target.sheet)}!${addressOf(cell.target)}`;
    worksheet.getRangeByIndexes(row, column, 1, 1).hyperlink = {
      documentReference,
      textToDisplay: cell.text,
      screenTip: documentReference,
    };
  }
}

/** All at once, before they are links: a host that has to give each its look writes every cell one by one. */
function lookLikeLinks(worksheet: Excel.Worksheet, links: readonly { readonly row: number; readonly column: number }[]): void {
  for (const addresses of addressLists(links)) {
    const { font } = worksheet.getRanges(addresses).format;
    font.color = LINK_COLOUR;
    font.underline = 'Single';
  }
}

/** What would have to be typed: the apostrophe makes text of anything, `=1+1` and `001` included, and is not stored as a character. */
function entered(cell: PlannedCell | null): string | number {
  if (cell === null) return '';
  if (cell.type === 'formula') return cell.formula;
  if (cell.type === 'number') return Number(cell.value);
  return cell.text === '' ? '' : `'${cell.text}`;
}

function formatOf(cell: PlannedCell | null): string {
  return cell?.type === 'number' || cell?.type === 'formula' ? cell.format : 'General';
}

function format(worksheet: Excel.Worksheet, plan: SheetPlan): void {
  plan.widths.forEach((characters, column) => {
    worksheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = characters * POINTS_PER_CHARACTER + CELL_MARGIN;
  });
  for (const [style, cells] of cellsByStyle(plan)) {
    const look = SHEET_LOOKS[style];
    for (const addresses of addressLists(cells)) {
      const { format: target } = worksheet.getRanges(addresses);
      if (look.fill !== undefined) target.fill.color = look.fill;
      if (look.color !== undefined) target.font.color = look.color;
      if (look.bold === true) target.font.bold = true;
      if (look.align !== undefined) target.horizontalAlignment = look.align === 'center' ? 'Center' : 'Right';
      if (look.size !== undefined) target.font.size = look.size;
      if (look.height !== undefined) target.rowHeight = look.height;
    }
  }
  wrapTexts(worksheet, plan);
  const lines = worksheet.getRangeByIndexes(0, 0, Math.max(1, plan.rows.length), Math.max(1, plan.widths.length));
  lines.format.verticalAlignment = 'Center';
  if (plan.rows.length > plan.frozenRows) underline(worksheet, plan);
  worksheet.showGridlines = false;
  if (plan.filter !== undefined) worksheet.autoFilter.apply(worksheet.getRange(rangeAddress(plan.filter)));
  for (const column of plan.hiddenColumns ?? []) worksheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().columnHidden = true;
  for (const merge of plan.merges) worksheet.getRange(rangeAddress(merge)).merge();
  if (plan.frozenRows > 0) worksheet.freezePanes.freezeRows(plan.frozenRows);
}

/** Texts wrap, so that a row shows all of them; rows then fit themselves. In the first column headings begin that run over the others. */
function wrapTexts(worksheet: Excel.Worksheet, { rows, frozenRows, widths }: SheetPlan): void {
  if (rows.length > frozenRows && widths.length > 1)
    worksheet.getRangeByIndexes(frozenRows, 1, rows.length - frozenRows, widths.length - 1).format.wrapText = true;
}

/**
 * Landscape, as wide as the page, as long as it is, the columns' names and the page's number on every page. (PageLayout: ExcelApi 1.9.) A batch
 * of its own: an Excel that knows no printer may refuse it, and the sheet is whole without it.
 */
async function printOnA4(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  { frozenRows, footer }: SheetPlan,
): Promise<readonly EdgeNotice[]> {
  const { pageLayout } = worksheet;
  pageLayout.orientation = 'Landscape';
  pageLayout.paperSize = 'A4';
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.leftMargin = PAGE_MARGINS.left;
  pageLayout.rightMargin = PAGE_MARGINS.right;
  pageLayout.topMargin = PAGE_MARGINS.top;
  pageLayout.bottomMargin = PAGE_MARGINS.bottom;
  pageLayout.footerMargin = PAGE_MARGINS.footer;
  if (footer !== undefined) pageLayout.headersFooters.defaultForAllPages.centerFooter = footer;
  if (frozenRows > 0) pageLayout.setPrintTitleRows(`$${frozenRows}:$${frozenRows}`);
  try {
    await context.sync();
    return [];
  } catch (error) {
    return [{ id: 'edge.notice.page-setup', data: { sheet: worksheet.name, code: codeOf(error) } }];
  }
}

/** A thin line under each row below the header, in place of the gridlines. */
function underline(worksheet: Excel.Worksheet, plan: SheetPlan): void {
  const body = worksheet.getRangeByIndexes(plan.frozenRows, 0, plan.rows.length - plan.frozenRows, Math.max(1, plan.widths.length));
  for (const edge of ['InsideHorizontal', 'EdgeBottom'] as const) {
    const border = body.format.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = SHEET_LINE;
  }
}

function cellsByStyle(plan: SheetPlan): ReadonlyMap<PlannedStyle, readonly { readonly row: number; readonly column: number }[]> {
  const groups = new Map<PlannedStyle, { readonly row: number; readonly column: number }[]>();
  plan.rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (cell?.style === undefined) return;
      append(groups, cell.style, { row, column });
    }),
  );
  return groups;
}
