/**
 * Whole small workbooks as literal grids: where the figures are sound every amount must get its meaning and no difference may be
 * claimed; then one figure is broken, and that must be found.
 */
import { checkWorkbook } from '../../src/core';
import { factsOf } from '../../src/core/facts';
import type { Fact, Table } from '../../src/core/model';
import { recogniseTables } from '../../src/core/recognise';
import { addressOf, parseAddress, type Sheet, type Workbook } from '../../src/core/workbook';
import { book, sheet, type GridCell } from './grid';

export type Grid = readonly (readonly GridCell[])[];

export interface Read {
  readonly tables: readonly Table[];
  readonly kinds: readonly string[];
  readonly facts: readonly Fact[];
  readonly at: (place: string) => Fact | undefined;
}

export function bookOf(grids: Readonly<Record<string, Grid>>): Workbook {
  return book(...Object.entries(grids).map(([name, rows]): Sheet => sheet(name, rows)));
}

/** Nothing unread, nothing claimed; gives what was read. */
export function sound(grids: Readonly<Record<string, Grid>>): Read {
  const workbook = bookOf(grids);
  const tables = recogniseTables(workbook);
  const { facts } = factsOf(workbook, tables);
  expect(tables.flatMap((t) => t.unread.map((cell) => `${cell.sheet}!${addressOf(cell)}`))).toEqual([]);
  const { findings, relations } = checkWorkbook(workbook);
  expect(
    findings
      .filter((f) => f.severity !== 'info')
      .map((f) => `${f.rule} ${f.cells.map((c) => `${c.cell.sheet}!${addressOf(c.cell)}`).join(' ')}`),
  ).toEqual([]);
  expect(relations.checked).toBeGreaterThan(0);
  return {
    tables,
    kinds: tables.map((t) => t.kind),
    facts,
    at: (place) => facts.find((f) => `${f.cell.sheet}!${addressOf(f.cell)}` === place),
  };
}

/** Which rules find the figure at a place once it is 7.77 more. */
export function broken(grids: Readonly<Record<string, Grid>>, place: string): readonly string[] {
  const [name = '', address = ''] = place.split('!');
  const cell = parseAddress(address)!;
  const changed = Object.fromEntries(
    Object.entries(grids).map(([key, rows]): [string, Grid] => [
      key,
      key === name ? rows.map((row, r) => (r === cell.row ? row.map((v, c) => (c === cell.column ? Number(v) + 7.77 : v)) : row)) : rows,
    ]),
  );
  const { findings } = checkWorkbook(bookOf(changed));
  return [
    ...new Set(
      findings
        .filter((f) => f.class === 'mismatch' && f.cells.some((c) => `${c.cell.sheet}!${addressOf(c.cell)}` === place))
        .map((f) => f.rule),
    ),
  ].sort();
}

/** Line, account or source or item, nature, fund and year of a fact. */
export const brief = (fact: Fact | undefined): string =>
  fact ? [fact.line, fact.account?.code ?? fact.source ?? fact.item ?? '', fact.nature, fact.fund, fact.year].join(' ') : 'none';
