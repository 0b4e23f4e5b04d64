/**
 * The engine's door: a workbook in, tables and findings out.
 *
 * What core may not do: import anything of Office, the DOM or Node; read a clock, a locale or the environment; build
 * sentences (it emits message ids with data). Every step is a pure function of the one before.
 */
import { check } from './check';
import { factsOf } from './facts';
import type { CheckResult } from './model';
import { recogniseTables } from './recognise';
import { RULES } from './rules';
import type { Workbook } from './workbook';

export * from './model';
export * from './workbook';
export type * from './spreadsheet';

/** Checks every budget table of the workbook against every other. Never throws on a readable workbook. */
export function checkWorkbook(workbook: Workbook): CheckResult {
  const tables = recogniseTables(workbook);
  const facts = factsOf(workbook, tables);
  return check(facts, RULES);
}
