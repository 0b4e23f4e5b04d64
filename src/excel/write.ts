/** Which question this file answers: how is the content of a few cells replaced in Excel, all or none, and what was there before. */
import type { CellContent } from '../core/spreadsheet';
import { addressOf, type CellRef, type CellValue } from '../core/workbook';
import { EdgeError } from './errors';

/** Three round trips: the sheets, the cells, the writing. Only an unlocked cell of a protected sheet is written. */
export async function writeCells(
  context: Excel.RequestContext,
  cells: readonly CellRef[],
  change: (present: readonly CellContent[]) => readonly CellContent[] | null,
): Promise<readonly CellContent[] | null> {
  const sheets = new Map<string, Excel.Worksheet>();
  for (const { sheet } of cells) {
    if (sheets.has(sheet)) continue;
    const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
    worksheet.load('name');
    sheets.set(sheet, worksheet);
  }
  await context.sync();
  for (const [sheet, worksheet] of sheets) if (worksheet.isNullObject) throw new EdgeError({ id: 'edge.select.gone', data: { sheet } });
  const asked = cells.flatMap((cell) => {
    const worksheet = sheets.get(cell.sheet);
    if (!worksheet) return [];
    worksheet.protection.load('protected');
    const range = worksheet.getRangeByIndexes(cell.row, cell.column, 1, 1);
    range.load('values,formulas,numberFormat');
    return [{ cell, worksheet, range }];
  });
  await context.sync();
  const guarded = asked.filter(({ worksheet }) => worksheet.protection.protected);
  if (guarded.length > 0) {
    for (const { range } of guarded) range.format.protection.load('locked');
    await context.sync();
    const locked = guarded.find(({ range }) => range.format.protection.locked !== false)?.cell;
    if (locked) throw new EdgeError({ id: 'edge.write.protected', data: { sheet: locked.sheet, address: addressOf(locked) } });
  }
  const present = asked.map(({ range }) => contentOf(first(range.values), first(range.formulas)));
  const wanted = change(present);
  if (wanted === null) return null;
  asked.forEach(({ range }, index) => {
    const content = wanted[index];
    if (content) range.formulas = [[written(content, String(first(range.numberFormat)))]];
  });
  await context.sync();
  return present;
}

function first(grid: readonly (readonly unknown[])[]): unknown {
  return grid[0]?.[0];
}

function contentOf(value: unknown, formula: unknown): CellContent {
  const stored: CellValue = typeof value === 'number' || typeof value === 'boolean' ? value : value === '' ? null : String(value);
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value ? { value: stored, formula } : { value: stored };
}

/** Text goes in as text: Excel would read 62.10 as a number and =A1 as a formula, unless an apostrophe or the text format says otherwise. */
function written({ value, formula }: CellContent, format: string): string | number | boolean {
  if (formula !== undefined) return formula;
  if (value === null) return '';
  return typeof value === 'string' && format !== '@' ? `'${value}` : value;
}
