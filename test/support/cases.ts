/** The sample workbooks that tests read, and the hand-made truth about them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell, CellValue, Sheet, Workbook } from '../../src/core/workbook';
import { readXlsx } from '../../src/xlsx';

const CASES = join(__dirname, '..', 'cases');

export function caseBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(CASES, name)));
}

export function caseWorkbook(name: string): Workbook {
  return readXlsx(caseBytes(name));
}

export interface TruthCell {
  readonly sheet: string;
  readonly addr: string;
  readonly value: string | null;
}

export interface TruthFinding {
  readonly id: string;
  readonly class: string;
  readonly family: string;
  readonly core: boolean;
  readonly rule: string;
  readonly lhs: readonly TruthCell[];
  readonly rhs: readonly TruthCell[];
  readonly lhs_value: string | null;
  readonly rhs_value: string | null;
  readonly difference: string | null;
}

export interface Truth {
  readonly findings: readonly TruthFinding[];
  readonly traps: readonly { readonly what: string; readonly cells: readonly TruthCell[] }[];
}

export function caseTruth(name: string): Truth {
  return JSON.parse(readFileSync(join(CASES, name), 'utf8')) as Truth;
}

/** The workbook with one cell's value replaced; its format stays. */
export function withValue(workbook: Workbook, sheetName: string, row: number, column: number, value: CellValue): Workbook {
  return {
    sheets: workbook.sheets.map((sheet): Sheet => {
      if (sheet.name !== sheetName) return sheet;
      const rows = [...sheet.rows];
      const cells = [...(rows[row] ?? [])];
      const old = cells[column];
      const kept: { format?: string } = old?.format === undefined ? {} : { format: old.format };
      cells[column] = value === null ? undefined : ({ ...kept, value } satisfies Cell);
      rows[row] = cells;
      return { ...sheet, rows };
    }),
  };
}
