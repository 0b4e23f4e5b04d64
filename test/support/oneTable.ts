/** What is read of literal little sheets, for tests that ask one question of one table. */
import { factsOf } from '../../src/core/facts';
import type { Fact, Table } from '../../src/core/model';
import { recogniseTables } from '../../src/core/recognise';
import { addressOf, type Sheet } from '../../src/core/workbook';
import { book, sheet, type GridCell, type GridOptions } from './grid';

export function read(...sheets: readonly Sheet[]): { readonly tables: readonly Table[]; readonly facts: readonly Fact[] } {
  const workbook = book(...sheets);
  const tables = recogniseTables(workbook);
  return { tables, facts: factsOf(workbook, tables).facts };
}

/** The only table of one sheet. */
export function one(
  rows: readonly (readonly GridCell[])[],
  options: GridOptions = {},
  name = '表',
): { readonly table: Table; readonly facts: readonly Fact[] } {
  const { tables, facts } = read(sheet(name, rows, options));
  expect(tables).toHaveLength(1);
  return { table: tables[0]!, facts };
}

/** `C7 208 all` for every fact with a value. */
export const brief = (facts: readonly Fact[], tell: (fact: Fact) => unknown): readonly string[] =>
  facts.filter((f) => f.value).map((f) => `${addressOf(f.cell)} ${String(tell(f))}`);
