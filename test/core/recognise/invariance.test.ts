/** The sample budget moved, renamed, retyped and unmerged states the same facts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDecimal } from '../../../src/core/amount';
import { factsOf } from '../../../src/core/facts';
import { recogniseTables } from '../../../src/core/recognise';
import type { Cell, Range, Sheet, Workbook } from '../../../src/core/workbook';
import { readXlsx } from '../../../src/xlsx';

const sample = readXlsx(readFileSync(join(__dirname, '../../cases/seed-000.xlsx')));

/** Everything a fact says but where it stands. */
function meanings(workbook: Workbook): readonly string[] {
  const tables = recogniseTables(workbook);
  return factsOf(workbook, tables).facts.map((f) =>
    [
      f.table.kind,
      f.table.year,
      f.table.department,
      f.value ? formatDecimal(f.value, f.decimals) : 'nil',
      f.decimals,
      f.unit,
      f.side,
      f.line,
      f.account?.scheme,
      f.account?.code,
      f.fund,
      f.source,
      f.nature,
      f.year,
      f.item,
      f.row.replace(/^t\d+/, ''),
      f.parent?.replace(/^t\d+/, ''),
      f.label,
      f.columnLabel,
    ].join(' | '),
  );
}

const expected = meanings(sample);

type Rows = Sheet['rows'];

function mapSheets(change: (sheet: Sheet) => Sheet): Workbook {
  return { sheets: sample.sheets.map(change) };
}

function mapCells(change: (cell: Cell) => Cell): Workbook {
  return mapSheets((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row?.map((cell) => cell && change(cell))) }));
}

/** `to(i)` is the new place of row or column i. */
function move(sheet: Sheet, toRow: (row: number) => number, toColumn: (column: number) => number): Sheet {
  const rows: (Cell | undefined)[][] = [];
  sheet.rows.forEach((row, r) => {
    const moved: (Cell | undefined)[] = [];
    row?.forEach((cell, c) => {
      moved[toColumn(c)] = cell;
    });
    rows[toRow(r)] = moved;
  });
  const merges = sheet.merges?.map((m): Range => ({
    top: toRow(m.top),
    bottom: toRow(m.bottom),
    left: toColumn(m.left),
    right: toColumn(m.right),
  }));
  return { ...sheet, rows: rows as Rows, ...(merges ? { merges } : {}) };
}

const same = (i: number): number => i;

test('the sample states facts at all', () => {
  expect(expected.length).toBeGreaterThan(500);
});

test.each<[string, Workbook]>([
  ['the table moved down by seven rows', mapSheets((s) => move(s, (r) => r + 7, same))],
  ['the table moved right by three columns', mapSheets((s) => move(s, same, (c) => c + 3))],
  ['a blank row after every third', mapSheets((s) => move(s, (r) => r + Math.floor(r / 3), same))],
  ['a blank column after every second', mapSheets((s) => move(s, same, (c) => c + Math.floor(c / 2)))],
  ['merges not known', mapSheets(({ merges: _, ...sheet }) => sheet)],
  ['merges not known, blank columns between', mapSheets(({ merges: _, ...sheet }) => move(sheet, same, (c) => c * 2))],
  ['sheets named by numbers', { sheets: sample.sheets.map((s, i) => ({ ...s, name: `Sheet${i + 1} ` })) }],
  [
    'amounts typed as text with commas',
    mapCells((cell) =>
      typeof cell.value === 'number' && cell.format === '#,##0.00'
        ? { value: cell.value.toLocaleString('en-US', { minimumFractionDigits: 2 }) }
        : cell,
    ),
  ],
  [
    'full-width digits',
    mapCells((cell) =>
      typeof cell.value === 'number' && cell.format === '#,##0.00'
        ? { value: cell.value.toFixed(2).replace(/./g, (c) => (c === '.' ? '．' : String.fromCharCode(c.charCodeAt(0) + 0xfee0))) }
        : cell,
    ),
  ],
  [
    'codes as numbers',
    mapCells((cell) =>
      typeof cell.value === 'string' && /^[23]\d{2,6}$/.test(cell.value) ? { ...cell, value: Number(cell.value) } : cell,
    ),
  ],
  [
    'codes as text',
    mapCells((cell) =>
      typeof cell.value === 'number' && /^[35]\d{2}(\d{2})?$/.test(String(cell.value)) ? { value: String(cell.value) } : cell,
    ),
  ],
  [
    'full-width brackets and blanks in headings',
    mapCells((cell) =>
      typeof cell.value === 'string' && cell.value.length < 8 && /^(科目|合计|总计|基本|项目)/.test(cell.value)
        ? { ...cell, value: [...cell.value].join(' ') }
        : cell,
    ),
  ],
  [
    'the displayed text in place of the number format',
    mapCells((cell) => {
      if (typeof cell.value !== 'number' || cell.format !== '#,##0.00') return cell;
      return { value: cell.value, text: cell.value.toLocaleString('en-US', { minimumFractionDigits: 2 }) };
    }),
  ],
])('%s', (_, workbook) => {
  expect(meanings(workbook)).toEqual(expected);
});

test('zero written in the blank amount cells changes no value', () => {
  const tables = recogniseTables(sample);
  const blanks = factsOf(sample, tables).facts.filter((f) => f.value === null && f.printed === '');
  const filled = mapSheets((sheet) => {
    const rows = sheet.rows.map((row) => [...(row ?? [])]);
    for (const fact of blanks)
      if (fact.cell.sheet === sheet.name) (rows[fact.cell.row] ??= [])[fact.cell.column] = { value: fact.cell.row % 2 ? '-' : 0 };
    return { ...sheet, rows };
  });
  const values = (workbook: Workbook): readonly string[] =>
    factsOf(workbook, recogniseTables(workbook)).facts.map((f) => `${f.row} ${f.columnLabel} ${f.value ? formatDecimal(f.value) : 'nil'}`);
  expect(values(filled)).toEqual(values(sample));
});

test('the order of the sheets changes the order of the facts only', () => {
  const reversed = meanings({ sheets: [...sample.sheets].reverse() });
  expect([...reversed].sort()).toEqual([...expected].sort());
});
