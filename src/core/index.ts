/**
 * The engine's door: a workbook in, tables and findings out.
 *
 * What core may not do: import anything of Office, the DOM or Node; read a clock, a locale or the environment; build
 * sentences (it emits message ids with data). Every step is a pure function of the one before.
 */
import { check } from './check';
import { factsOf } from './facts';
import { TABLE_KINDS, type CheckResult, type Table } from './model';
import { recogniseTables } from './recognise';
import { RULES } from './rules';
import type { Workbook } from './workbook';

export * from './model';
export * from './workbook';
export type * from './spreadsheet';

/** Checks every budget table of the workbook against every other. Never throws on a readable workbook. */
export function checkWorkbook(workbook: Workbook): CheckResult {
  const tables = inCanonicalOrder(recogniseTables(workbook));
  return check(factsOf(workbook, tables), RULES);
}

/** By kind, then sheet name and place: what is said does not depend on the order of the sheets. */
function inCanonicalOrder(tables: readonly Table[]): readonly Table[] {
  const rank = (table: Table): number => TABLE_KINDS.indexOf(table.kind);
  const name = (a: Table, b: Table): number => (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : 0);
  return [...tables]
    .sort((a, b) => rank(a) - rank(b) || name(a, b) || a.range.top - b.range.top || a.range.left - b.range.left)
    .map((table, index) => ({ ...table, index }));
}
