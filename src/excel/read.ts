/** Which question this file answers: how does a workbook in Excel become the engine's snapshot, in few round trips. */
import type { Progress } from '../core/spreadsheet';
import type { Cell, CellValue, Sheet, Workbook } from '../core/workbook';
import { isTooLarge } from './errors';
import { askForSettings, settingsXml } from './settings';
import { listSheets, type SheetInfo } from './sheets';

/** Four properties of 100,000 cells stay below the 5 MB that Excel on the web passes at once. */
const CELLS_PER_SYNC = 100_000;

/** A block of rows of one sheet that is read as a whole. */
interface Block {
  readonly sheet: SheetInfo;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

export interface ReadOutcome {
  readonly workbook: Workbook;
  readonly sheets: readonly SheetInfo[];
}

/**
 * The whole workbook, with Gouji's settings. Generated sheets are named but not read. Merged ranges are left unknown: asking for them takes a
 * newer Excel, and the engine does without. `progress` counts cells.
 */
export async function readWorkbook(context: Excel.RequestContext, progress: Progress = () => undefined): Promise<ReadOutcome> {
  const parts = askForSettings(context);
  const sheets = await listSheets(context);
  const settings = settingsXml(parts);
  const blocks = sheets.flatMap(blocksOf);
  const total = blocks.reduce((sum, block) => sum + cellsIn(block), 0);
  const rows = new Map<string, (Cell | undefined)[][]>(sheets.map((sheet) => [sheet.id, []]));
  progress(0, total);
  await readBatches(context, batchesOf(blocks), 0, rows, (done) => progress(done, total));
  const snapshot = sheets.map((sheet): Sheet => ({
    name: sheet.name,
    ...(sheet.hidden ? { hidden: true } : {}),
    ...(sheet.generated === null ? {} : { generated: true }),
    rows: rows.get(sheet.id) ?? [],
  }));
  // Without cells to read nothing has been asked for since.
  if (settings !== null && total === 0) await context.sync();
  return { workbook: { sheets: snapshot, ...(settings === null ? {} : { settings: settings.value }) }, sheets };
}

function cellsIn(block: Block): number {
  return block.rows * block.columns;
}

function blocksOf(sheet: SheetInfo): Block[] {
  const { used } = sheet;
  if (used === null || sheet.generated !== null) return [];
  const height = Math.max(1, Math.floor(CELLS_PER_SYNC / used.columns));
  const blocks: Block[] = [];
  for (let done = 0; done < used.rows; done += height) {
    const rows = Math.min(height, used.rows - done);
    blocks.push({ sheet, top: used.top + done, left: used.left, rows, columns: used.columns });
  }
  return blocks;
}

/** Small sheets share a round trip. */
function batchesOf(blocks: readonly Block[]): Block[][] {
  const batches: Block[][] = [];
  let cells = 0;
  for (const block of blocks) {
    const last = batches[batches.length - 1];
    if (last !== undefined && cells + cellsIn(block) <= CELLS_PER_SYNC) last.push(block);
    else {
      batches.push([block]);
      cells = 0;
    }
    cells += cellsIn(block);
  }
  return batches;
}

type Rows = ReadonlyMap<string, (Cell | undefined)[][]>;

async function readBatches(
  context: Excel.RequestContext,
  batches: readonly Block[][],
  done: number,
  rows: Rows,
  progress: (done: number) => void,
): Promise<void> {
  const [batch, ...rest] = batches;
  if (batch === undefined) return;
  const ranges = batch.map((block) => {
    const range = context.workbook.worksheets.getItem(block.sheet.id).getRangeByIndexes(block.top, block.left, block.rows, block.columns);
    range.load('values,formulas,numberFormat,text');
    return range;
  });
  try {
    await context.sync();
  } catch (error) {
    const halves = isTooLarge(error) ? split(batch) : null;
    if (halves === null) throw error;
    return readBatches(context, [...halves, ...rest], done, rows, progress);
  }
  ranges.forEach((range, index) => take(range, batch[index] as Block, rows));
  const now = done + batch.reduce((sum, block) => sum + cellsIn(block), 0);
  progress(now);
  return readBatches(context, rest, now, rows, progress);
}

/** Long texts can make even few cells too much for one answer: half of them is asked for at a time. */
function split(batch: readonly Block[]): [Block[], Block[]] | null {
  const [first] = batch;
  if (first === undefined) return null;
  if (batch.length > 1) {
    const middle = Math.floor(batch.length / 2);
    return [batch.slice(0, middle), batch.slice(middle)];
  }
  if (first.rows < 2) return null;
  const upper = Math.floor(first.rows / 2);
  return [[{ ...first, rows: upper }], [{ ...first, top: first.top + upper, rows: first.rows - upper }]];
}

function take(range: Excel.Range, block: Block, rows: Rows): void {
  const values: unknown[][] = range.values;
  const formulas: unknown[][] = range.formulas;
  const formats: unknown[][] = range.numberFormat;
  const texts: string[][] = range.text;
  const target = rows.get(block.sheet.id);
  if (target === undefined) return;
  values.forEach((line, r) => {
    const cells: (Cell | undefined)[] = new Array<Cell | undefined>(block.left).fill(undefined);
    line.forEach((value, c) => {
      cells[block.left + c] = cellOf(value, formulas[r]?.[c], formats[r]?.[c], texts[r]?.[c]);
    });
    const row = block.top + r;
    while (target.length < row) target.push([]);
    target[row] = trimmed(cells);
  });
}

/** An empty cell is `undefined` whatever its format. */
export function cellOf(value: unknown, formula: unknown, format: unknown, text: string | undefined): Cell | undefined {
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  const stored: CellValue =
    typeof value === 'number' || typeof value === 'boolean' ? value : typeof value === 'string' && value !== '' ? value : null;
  if (stored === null && !isFormula) return undefined;
  return {
    value: stored,
    ...(text !== undefined && text !== '' ? { text } : {}),
    ...(typeof format === 'string' && format !== 'General' && format !== '' ? { format } : {}),
    ...(isFormula ? { formula } : {}),
  };
}

function trimmed(cells: (Cell | undefined)[]): (Cell | undefined)[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === undefined) end -= 1;
  return cells.slice(0, end);
}
