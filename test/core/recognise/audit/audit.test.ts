/**
 * The five budgets against what a person reads off the printed tables: every amount cell of the tables dept-summary … procurement
 * has a fact with the right code, side, nature, fund, year and item, and there is no fact besides.
 */
import { formatDecimal } from '../../../../src/core/amount';
import { factsOf } from '../../../../src/core/facts';
import type { Fact } from '../../../../src/core/model';
import { recogniseTables } from '../../../../src/core/recognise';
import { addressOf, columnIndex, type CellValue, type Sheet } from '../../../../src/core/workbook';
import { caseWorkbook } from '../../../support/cases';
import { CLASSES, SUMMARIES, type AuditedSummary } from './summaries';
import { AUDIT, type AuditedTable } from './tables';

const SEEDS = Object.keys(AUDIT);

function factsBySheet(name: string): { readonly sheets: ReadonlyMap<string, Sheet>; readonly facts: ReadonlyMap<string, readonly Fact[]> } {
  const workbook = caseWorkbook(name);
  const { facts } = factsOf(workbook, recogniseTables(workbook));
  return {
    sheets: new Map(workbook.sheets.map((sheet) => [sheet.name, sheet])),
    facts: new Map(workbook.sheets.map((sheet) => [sheet.name, facts.filter((fact) => fact.cell.sheet === sheet.name)])),
  };
}

const valueAt = (sheet: Sheet, column: string, row: number): CellValue => sheet.rows[row - 1]?.[columnIndex(column)]?.value ?? null;
const textAt = (sheet: Sheet, column: string, row: number): string => String(valueAt(sheet, column, row) ?? '').trim();

/** `6912.23`, or `nil` for blanks, zeros and dashes. */
function figure(value: CellValue): string {
  const text = String(value ?? '').replace(/[,\s]/g, '');
  return text === '' || /^-+$/.test(text) || Number(text) === 0 ? 'nil' : String(Number(text));
}

const figureOf = (fact: Fact): string => (fact.value === null ? 'nil' : String(Number(formatDecimal(fact.value))));

/** The digits in the code columns; a group with other digits than 类 3, 款 5, 项 7 is a unit's code or none. */
function codeIn(sheet: Sheet, { codes = [], codeOfRow = {} }: AuditedTable, row: number): string | null {
  const told = codeOfRow[row];
  if (told !== undefined) return told;
  for (const columns of codes) {
    const digits = [...columns].map((column) => textAt(sheet, column, row)).join('');
    if (/^[235]\d{2}(?:\d{2}){0,2}$/.test(digits)) return digits;
  }
  return null;
}

function expectedOf(sheet: Sheet, table: AuditedTable): ReadonlyMap<string, string> {
  const expected = new Map<string, string>();
  const { side = 'expenditure' } = table;
  for (let row = table.rows[0]; row <= table.rows[1]; row += 1) {
    for (const [column, meaning] of Object.entries(table.amounts)) {
      const words = meaning.split(' ');
      const [nature, fund] = words;
      const year = words.includes('last') ? 'last' : 'current';
      const item = table.items?.[row] ?? words.slice(2).find((word) => word !== 'last') ?? '';
      const code = codeIn(sheet, table, row) ?? '';
      expected.set(`${column}${row}`, [side, code, nature, fund, year, item, '=', figure(valueAt(sheet, column, row))].join(' '));
    }
  }
  return expected;
}

const place = (fact: Fact): string => addressOf(fact.cell);

describe.each(SEEDS)('%s', (name) => {
  const { sheets, facts } = factsBySheet(name);

  test.each((AUDIT[name] ?? []).map((table) => [table.sheet, table] as const))('%s', (sheetName, table) => {
    const sheet = sheets.get(sheetName)!;
    const found = (facts.get(sheetName) ?? []).map((fact): [string, string] => {
      const { side, account, nature, fund, year, item } = fact;
      return [place(fact), [side, account?.code ?? '', nature, fund, year, item ?? '', '=', figureOf(fact)].join(' ')];
    });
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expectedOf(sheet, table)));
  });

  test.each((SUMMARIES[name] ?? []).map((table) => [table.sheet, table] as const))('%s', (sheetName, table) => {
    const sheet = sheets.get(sheetName)!;
    const found = (facts.get(sheetName) ?? []).map((fact): [string, string] => {
      const what = fact.line === 'account' ? `account ${fact.account?.code ?? ''}` : [fact.line, fact.source ?? ''].join(' ').trim();
      return [place(fact), `${fact.side} ${what} ${fact.fund} ${fact.nature} ${fact.year} = ${figureOf(fact)}`];
    });
    expect(Object.fromEntries(found)).toEqual(expectedSummary(sheet, table));
  });

  test('every table that states anything is written down', () => {
    const audited = [...(AUDIT[name] ?? []), ...(SUMMARIES[name] ?? [])].map(({ sheet }) => sheet);
    expect([...facts].flatMap(([sheet, found]) => (found.length > 0 ? [sheet] : [])).sort()).toEqual(audited.sort());
  });

  test('no figure of these sheets stands outside of what is written down', () => {
    const outside: string[] = [];
    for (const table of [...(AUDIT[name] ?? []), ...(SUMMARIES[name] ?? [])]) {
      const sheet = sheets.get(table.sheet)!;
      const told = new Set([...columnsOf(table), ...(table.counts ?? '')].map(columnIndex));
      const labels = new Set(labelsOf(table).map(columnIndex));
      for (let row = table.rows[0]; row <= table.rows[1]; row += 1) {
        sheet.rows[row - 1]?.forEach((cell, column) => {
          const isFigure = cell && figure(cell.value) !== 'nil' && !Number.isNaN(Number(figure(cell.value)));
          if (isFigure && !told.has(column) && !labels.has(column)) outside.push(`${table.sheet}!${addressOf({ row: row - 1, column })}`);
        });
      }
      const beyond = sheet.rows.slice(table.rows[1]).flatMap((row) => row ?? []);
      expect(beyond.filter((cell) => typeof cell?.value === 'number')).toEqual([]);
    }
    expect(outside).toEqual([]);
  });
});

function columnsOf(table: AuditedTable | AuditedSummary): readonly string[] {
  return 'amounts' in table
    ? Object.keys(table.amounts)
    : [...Object.keys(table.income.amounts), ...Object.keys(table.expenditure.amounts)];
}

function labelsOf(table: AuditedTable | AuditedSummary): readonly string[] {
  if (!('amounts' in table)) return [table.income.label, table.expenditure.label];
  return [...(table.codes ?? []).join('')];
}

function expectedSummary(sheet: Sheet, table: AuditedSummary): Readonly<Record<string, string>> {
  const expected: Record<string, string> = {};
  for (const side of ['income', 'expenditure'] as const) {
    const { label, amounts, rows } = table[side];
    for (let row = table.rows[0]; row <= table.rows[1]; row += 1) {
      const name = textAt(sheet, label, row).replace(/^[（(]?[一二三四五六七八九十]+[）)、]/, '');
      const code = CLASSES[name];
      const what =
        rows[row] ?? (name === '' || side === 'income' ? null : code === undefined ? `unlisted ${name}` : `account ${code ?? ''}`);
      if (what === null) continue;
      for (const [column, fund] of Object.entries(amounts)) {
        expected[`${column}${row}`] = `${side} ${what} ${fund} all current = ${figure(valueAt(sheet, column, row))}`;
      }
    }
  }
  return expected;
}
