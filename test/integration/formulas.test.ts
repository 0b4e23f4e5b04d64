/** Subtotals that are formulas, one SUM leaving a row out: the same findings as the values by themselves. */
import ExcelJS from 'exceljs';
import { checkWorkbook } from '../../src/core';
import type { Finding } from '../../src/core/model';
import { addressOf } from '../../src/core/workbook';
import { readXlsx } from '../../src/xlsx';
import { caseBytes } from '../support/cases';

interface Subtotal {
  readonly sheet: string;
  readonly total: string;
  readonly parts: readonly string[];
}

const column = (letter: string, rows: readonly number[]): string[] => rows.map((row) => `${letter}${row}`);

/** 表三: 合计, 208 and its 款; the SUM of 20807 leaves out its last row (E32). */
const SUBTOTALS: readonly Subtotal[] = ['C', 'D', 'E'].flatMap((letter) => [
  {
    sheet: '表三',
    total: `${letter}24`,
    parts: column(letter, letter === 'E' ? [25, 26, 27, 28, 29, 30, 31] : [25, 26, 27, 28, 29, 30, 31, 32]),
  },
  { sheet: '表三', total: `${letter}19`, parts: column(letter, [20, 21, 22, 23]) },
  { sheet: '表三', total: `${letter}7`, parts: column(letter, [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]) },
  { sheet: '表三', total: `${letter}6`, parts: column(letter, [7, 19, 24]) },
  { sheet: '表三', total: `${letter}5`, parts: column(letter, [6, 33, 38, 41]) },
]);

/** The seed with those subtotals, as formulas with their floating-point results, or as the bare results. */
async function variant(as: 'formulas' | 'values'): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(caseBytes('seed-000.xlsx') as unknown as ExcelJS.Buffer);
  for (const { sheet, total, parts } of SUBTOTALS) {
    const worksheet = workbook.getWorksheet(sheet)!;
    const numbers = parts.map((part) => {
      const { value } = worksheet.getCell(part);
      if (typeof value === 'number') return value;
      return value !== null && typeof value === 'object' && 'result' in value ? Number(value.result ?? 0) : 0;
    });
    const result = numbers.reduce((sum, number) => sum + number, 0);
    const cell = worksheet.getCell(total);
    cell.value = as === 'formulas' ? { formula: `SUM(${parts.join(',')})`, result } : Math.round(result * 100) / 100;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const said = (findings: readonly Finding[]): string[] =>
  findings.map(({ id, rule, class: kind, severity, left, right, difference }) =>
    [id, rule, kind, severity, left, right, difference].join(' '),
  );

test('findings are those of the values', async () => {
  const formulas = readXlsx(await variant('formulas'));
  const values = readXlsx(await variant('values'));
  const cell = formulas.sheets.find((sheet) => sheet.name === '表三')?.rows[23]?.[4];
  expect(cell?.formula).toBe('=SUM(E25,E26,E27,E28,E29,E30,E31)');
  const findings = checkWorkbook(formulas).findings;
  expect(said(findings)).toEqual(said(checkWorkbook(values).findings));
  const wrong = findings.find(
    (finding) =>
      finding.rule === 'functional-rollup' && finding.cells.some((entry) => entry.side === 'left' && addressOf(entry.cell) === 'E24'),
  );
  expect(wrong).toMatchObject({ class: 'mismatch', severity: 'error', left: '4560.67', right: '4707.56', difference: '-146.89' });
});
