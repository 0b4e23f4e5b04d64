import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, rangeAddress, type Cell } from '../../src/core/workbook';
import { annotateXlsx, clearXlsx, patchXlsx, readPresentation, readXlsx, type PresentedWorkbook } from '../../src/xlsx';
import { cellsOf, openedByExceljs } from './exceljs';
import { changedParts } from './tiny';

const FOLDER = join(__dirname, '../cases');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'));

/** What the grid shows, each cell with its own style. */
function shown({ sheets, styles, ...rest }: PresentedWorkbook): unknown {
  return {
    ...rest,
    sheets: sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) => ({ ...cell, style: styles[cell.style] })) })),
  };
}

describe.each(files)('%s', (file) => {
  const bytes = new Uint8Array(readFileSync(join(FOLDER, file)));
  const workbook = readXlsx(bytes);

  test('every cell, format and merge is what exceljs reads', async () => {
    const other = await openedByExceljs(bytes);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(other.worksheets.map(({ name }) => name));
    for (const sheet of workbook.sheets) {
      const theirs = other.getWorksheet(sheet.name);
      if (!theirs) throw new Error(sheet.name);
      const merged = new Set((sheet.merges ?? []).flatMap((range) => addressesIn(range).slice(1)));
      const ours: Record<string, Cell> = {};
      sheet.rows.forEach((cells, row) =>
        cells?.forEach((cell, column) => {
          const address = addressOf({ row, column });
          if (cell && !merged.has(address)) ours[address] = cell;
        }),
      );
      expect({ sheet: sheet.name, cells: ours }).toEqual({ sheet: sheet.name, cells: cellsOf(theirs) });
      const merges = Object.values((theirs as unknown as { _merges: Record<string, { range: string }> })._merges).map(({ range }) => range);
      expect((sheet.merges ?? []).map(rangeAddress).sort()).toEqual(merges.sort());
    }
  });

  test('the presentation holds the same values', () => {
    const presented = readPresentation(bytes);
    for (const [index, sheet] of workbook.sheets.entries()) {
      const values = presented.sheets[index]?.cells.filter(({ value, formula }) => value !== null || formula !== null) ?? [];
      expect(values.map(({ value }) => value)).toEqual(
        sheet.rows.flatMap((row) => (row ?? []).filter((cell) => cell !== undefined)).map((cell) => cell?.value),
      );
    }
  });

  test('no change gives back the same bytes', () => {
    expect(Buffer.compare(patchXlsx(bytes, {}), bytes)).toBe(0);
  });

  test('annotated everywhere and cleared, it shows what it showed', () => {
    const annotations = workbook.sheets.map(({ name }) => ({
      cell: { sheet: name, row: 4, column: 2 },
      mark: 'error' as const,
      comment: '【勾稽】差 1.00',
    }));
    const annotated = annotateXlsx(bytes, annotations, {});
    const touched = changedParts(bytes, annotated);
    expect(touched).not.toContain('xl/sharedStrings.xml');
    expect(touched).not.toContain('xl/workbook.xml');
    expect(readXlsx(annotated)).toEqual(workbook);
    const cleared = clearXlsx(annotated);
    expect(readXlsx(cleared)).toEqual(workbook);
    expect(shown(readPresentation(cleared))).toEqual(shown(readPresentation(bytes)));
    expect(changedParts(bytes, cleared)).toEqual([]);
  });
});

function addressesIn(range: { top: number; left: number; bottom: number; right: number }): string[] {
  const addresses: string[] = [];
  for (let row = range.top; row <= range.bottom; row++)
    for (let column = range.left; column <= range.right; column++) addresses.push(addressOf({ row, column }));
  return addresses;
}
