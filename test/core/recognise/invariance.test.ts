/** The five budgets moved, renamed, retyped, unmerged and broken over pages state the same facts. */
import { formatDecimal } from '../../../src/core/amount';
import { factsOf } from '../../../src/core/facts';
import { recogniseTables } from '../../../src/core/recognise';
import type { Cell, Range, Sheet, Workbook } from '../../../src/core/workbook';
import { caseWorkbook } from '../../support/cases';
import { book, sheet, type GridCell } from '../../support/grid';

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

type Rows = Sheet['rows'];

type Change = (workbook: Workbook) => Workbook;

function mapSheets(change: (sheet: Sheet) => Sheet): Change {
  return (workbook) => ({ sheets: workbook.sheets.map(change) });
}

function mapCells(change: (cell: Cell) => Cell): Change {
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

/** After the third body row of every table alone on its sheet, its title and header rows once more, as a printed page has them. */
function withPageHeaders(workbook: Workbook): Workbook {
  const tables = recogniseTables(workbook);
  return {
    sheets: workbook.sheets.map((sheet) => {
      const own = tables.filter((t) => t.sheet === sheet.name);
      const [table] = own;
      const header = table?.evidence.find((e) => e.what === 'header')?.because.data['to'];
      const body = table?.panels[0]?.rows ?? [];
      const after = body[2]?.index;
      if (own.length !== 1 || !table || header === undefined || after === undefined || body.length < 5) return sheet;
      const first = table.range.top;
      const page = sheet.rows.slice(first, Number(header));
      const shift = (row: number): number => (row > after ? row + page.length : row);
      const moved = move(sheet, shift, same);
      const rows = [...moved.rows];
      page.forEach((row, i) => {
        rows[after + 1 + i] = row;
      });
      return { ...moved, rows };
    }),
  };
}

const CHANGES: readonly (readonly [string, Change])[] = [
  ['the table moved down by seven rows', mapSheets((s) => move(s, (r) => r + 7, same))],
  ['the table moved right by three columns', mapSheets((s) => move(s, same, (c) => c + 3))],
  ['a blank row after every third', mapSheets((s) => move(s, (r) => r + Math.floor(r / 3), same))],
  ['a blank column after every second', mapSheets((s) => move(s, same, (c) => c + Math.floor(c / 2)))],
  ['merges not known', mapSheets(({ merges: _, ...sheet }) => sheet)],
  ['merges not known, blank columns between', mapSheets(({ merges: _, ...sheet }) => move(sheet, same, (c) => c * 2))],
  ['sheets named by numbers', (workbook) => ({ sheets: workbook.sheets.map((s, i) => ({ ...s, name: `Sheet${i + 1} ` })) })],
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
  ['title and header repeated on the next page', (workbook) => withPageHeaders(workbook)],
  [
    'full-width brackets and colons',
    mapCells((cell) => {
      if (typeof cell.value !== 'string' || cell.value.length > 40) return cell;
      const wide: Readonly<Record<string, string>> = { '(': '（', ')': '）', ':': '：' };
      return { ...cell, value: cell.value.replace(/[():]/g, (c) => wide[c] ?? c) };
    }),
  ],
];

describe.each(['seed-000.xlsx', 'seed-001.xlsx', 'seed-002.xlsx', 'seed-003.xlsx', 'seed-004.xlsx'])('%s', (name) => {
  const workbook = caseWorkbook(name);
  const expected = meanings(workbook);

  test('states facts at all', () => {
    expect(expected.length).toBeGreaterThan(500);
  });

  test.each(CHANGES)('%s', (_, change) => {
    expect(meanings(change(workbook))).toEqual(expected);
  });

  test('the order of the sheets changes the order of the facts only', () => {
    const reversed = meanings({ sheets: [...workbook.sheets].reverse() });
    expect([...reversed].sort()).toEqual([...expected].sort());
  });
});

const sample = caseWorkbook('seed-000.xlsx');

test('zero written in the blank amount cells changes no value', () => {
  const tables = recogniseTables(sample);
  const blanks = factsOf(sample, tables).facts.filter((f) => f.value === null && f.printed === '');
  const filled = mapSheets((sheet) => {
    const rows = sheet.rows.map((row) => [...(row ?? [])]);
    for (const fact of blanks)
      if (fact.cell.sheet === sheet.name) (rows[fact.cell.row] ??= [])[fact.cell.column] = { value: fact.cell.row % 2 ? '-' : 0 };
    return { ...sheet, rows };
  })(sample);
  const values = (workbook: Workbook): readonly string[] =>
    factsOf(workbook, recogniseTables(workbook)).facts.map((f) => `${f.row} ${f.columnLabel} ${f.value ? formatDecimal(f.value) : 'nil'}`);
  expect(values(filled)).toEqual(values(sample));
});

describe('“三公” columns in any order', () => {
  const groups: Readonly<Record<string, readonly (readonly [string, string | null, number])[]>> = {
    total: [['合计', null, 6]],
    abroad: [['因公出国（境）费', null, 1]],
    vehicle: [
      ['公务用车购置及运行费', '小计', 3],
      ['', '购置费', 1],
      ['', '运行费', 2],
    ],
    reception: [['公务接待费', null, 2]],
  };
  const orders = (keys: readonly string[]): readonly (readonly string[])[] =>
    keys.length === 0 ? [[]] : keys.flatMap((key) => orders(keys.filter((other) => other !== key)).map((rest) => [key, ...rest]));

  test.each(orders(Object.keys(groups)).map((order) => [order.join(' '), order] as const))('%s', (_, order) => {
    const columns = order.flatMap((key) => groups[key] ?? []);
    const rows: readonly (readonly GridCell[])[] = [
      ['一般公共预算“三公”经费支出表'],
      columns.map(([heading]) => heading),
      columns.map(([, heading]) => heading),
      columns.map(([, , amount]) => amount),
    ];
    const workbook = book(sheet('三公', rows));
    const { facts } = factsOf(workbook, recogniseTables(workbook));
    const found = Object.fromEntries(facts.map((f) => [f.item, f.value && Number(f.value.units)]));
    expect(found).toEqual({ 'three-public-total': 6, abroad: 1, vehicle: 3, 'vehicle-purchase': 1, 'vehicle-running': 2, reception: 2 });
  });
});

describe('“三公” columns of the five budgets in another order', () => {
  /** 因公出国 and 公务接待 change places, with their merges; 003 has its items in rows. */
  const SWAPS: Readonly<Record<string, readonly [sheet: string, pairs: readonly (readonly [number, number])[]]>> = {
    'seed-000.xlsx': ['表十', [[1, 5]]],
    'seed-001.xlsx': [
      '表四',
      [
        [3, 7],
        [9, 13],
      ],
    ],
    'seed-002.xlsx': ['表3-3', [[3, 7]]],
    'seed-004.xlsx': ['表四', [[1, 5]]],
  };

  test.each(Object.entries(SWAPS))('%s', (name, [sheetName, pairs]) => {
    const workbook = caseWorkbook(name);
    const to = (column: number): number => {
      for (const [a, b] of pairs) if (column === a || column === b) return a + b - column;
      return column;
    };
    const said = (book: Workbook): readonly string[] =>
      factsOf(book, recogniseTables(book))
        .facts.filter((f) => f.cell.sheet === sheetName)
        .map((f) => [f.item, f.year, f.fund, f.organisation, f.line, f.value ? formatDecimal(f.value) : 'nil'].join(' '))
        .sort();
    /** A heading merged over both places still covers all of them. */
    const mergesOf = (one: Sheet): readonly Range[] =>
      (one.merges ?? []).map((merge) => {
        const columns = Array.from({ length: merge.right - merge.left + 1 }, (_, i) => to(merge.left + i));
        return { ...merge, left: Math.min(...columns), right: Math.max(...columns) };
      });
    const swapped = mapSheets((one) => (one.name === sheetName ? { ...move(one, same, to), merges: mergesOf(one) } : one))(workbook);
    expect(said(swapped)).toEqual(said(workbook));
    expect(said(workbook).some((line) => line.startsWith('reception current'))).toBe(true);
    const facts = (book: Workbook) => factsOf(book, recogniseTables(book)).facts.filter((f) => f.item === 'reception' && f.value);
    expect(facts(swapped).map((f) => f.cell.column)).toEqual(facts(workbook).map((f) => to(f.cell.column)));
  });
});
