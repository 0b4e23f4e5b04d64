/**
 * The engine's door: a workbook in, tables and findings out.
 *
 * What core may not do: import anything of Office, the DOM or Node; read a clock, a locale or the environment; build
 * sentences (it emits message ids with data). Every step is a pure function of the one before.
 */
import { BUILT_IN_CATALOGUE, type Catalogue } from './accounts';
import { check } from './check';
import { factsOf } from './facts';
import { TABLE_KINDS, type CheckResult, type Skipped, type Table } from './model';
import { paragraphsOf } from './narrative/paragraphs';
import { recogniseTables } from './recognise';
import { goneCorrections } from './recognise/corrections';
import { RULES } from './rules';
import { decodeSettings, type WorkbookSettings } from './settings';
import { cellAt, type CellRef, type Workbook } from './workbook';

export * from './model';
export * from './relationsOf';
export * from './workbook';
export type * from './spreadsheet';
export { documentName, isBeside, paragraphNumber, paragraphsOfText, withLastYear, withNarrative, type Document } from './beside';

export interface CheckOptions {
  /** Instead of the settings that the workbook carries. */
  readonly settings?: WorkbookSettings;
  /** The built-in one when absent. */
  readonly catalogue?: Catalogue;
}

/** Checks every budget table of the workbook against every other. Never throws on a readable workbook. */
export function checkWorkbook(workbook: Workbook, options: CheckOptions = {}): CheckResult {
  const { catalogue = BUILT_IN_CATALOGUE } = options;
  const { tables, skipped } = readTables(workbook, options);
  const facts = {
    ...factsOf(workbook, tables, catalogue),
    paragraphs: paragraphsOf(workbook, tables),
    ...(workbook.lastYear ? { lastYear: factsOf(workbook.lastYear, readTables(workbook.lastYear, { catalogue }).tables, catalogue) } : {}),
  };
  const result = check(facts, RULES, formulaOf(workbook));
  return skipped.length === 0 ? result : { ...result, skipped: [...result.skipped, ...skipped] };
}

function formulaOf(workbook: Workbook): (cell: CellRef) => string | undefined {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  return ({ sheet: name, row, column }) => {
    const sheet = sheets.get(name);
    return sheet && cellAt(sheet, row, column)?.formula;
  };
}

/** The workbook's tables as its settings and the catalogue have them read, and what of the settings could not be used. */
export function readTables(
  workbook: Workbook,
  { settings, catalogue = BUILT_IN_CATALOGUE }: CheckOptions = {},
): { readonly tables: readonly Table[]; readonly skipped: readonly Skipped[] } {
  const decoded = settings ? { settings, notices: [] } : decodeSettings(workbook.settings);
  const { corrections } = decoded.settings;
  const tables = inCanonicalOrder(recogniseTables(workbook, { catalogue, corrections }));
  const unread = decoded.notices.map((reason): Skipped => ({ rule: 'settings', reason }));
  return { tables, skipped: [...unread, ...goneCorrections(tables, corrections)] };
}

/** By kind, then sheet name and place: what is said does not depend on the order of the sheets. */
function inCanonicalOrder(tables: readonly Table[]): readonly Table[] {
  const rank = (table: Table): number => TABLE_KINDS.indexOf(table.kind);
  const name = (a: Table, b: Table): number => (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : 0);
  return [...tables]
    .sort((a, b) => rank(a) - rank(b) || name(a, b) || a.range.top - b.range.top || a.range.left - b.range.left)
    .map((table, index) => ({ ...table, index }));
}
