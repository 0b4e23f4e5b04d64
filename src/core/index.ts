/**
 * The engine's door: a workbook in, tables and findings out.
 *
 * What core may not do: import anything of Office, the DOM or Node; read a clock, a locale or the environment; build
 * sentences (it emits message ids with data). Every step is a pure function of the one before.
 */
import { BUILT_IN_CATALOGUE, type Catalogue } from './accounts';
import { checkSteps } from './check';
import { contentsOf } from './contents';
import { factsOf } from './facts';
import { oldResults } from './formulas';
import { TABLE_KINDS, type CheckResult, type Skipped, type Table } from './model';
import { paragraphsOf, passagesOf } from './narrative/paragraphs';
import { ownRules } from './own';
import { drain, type CheckProgress, type Steps } from './progress';
import { recogniseSteps, recogniseTables } from './recognise';
import { goneCorrections } from './recognise/corrections';
import { RULES } from './rules';
import { decodeSettings, type Preferences, type WorkbookSettings } from './settings';
import { overlaid, withOwnAccounts } from './settings/effective';
import { rulesAsSet } from './settings/rules';
import { gridsOf } from './unknown/grid';
import { cellAt, type Cell, type CellRef, type Workbook } from './workbook';

export * from './model';
export * from './relationsOf';
export * from './workbook';
export type * from './spreadsheet';
export { drain, type CheckProgress, type Steps } from './progress';
export { documentName, isBeside, isBlank, paragraphNumber, paragraphsOfText, withLastYear, withNarrative, type Document } from './beside';

export interface CheckOptions {
  /** Instead of the settings that the workbook carries. */
  readonly settings?: WorkbookSettings;
  /** The user's own defaults: they count where the workbook's settings say nothing. */
  readonly defaults?: Preferences;
  /** What counts above the workbook's settings, for this check alone. */
  readonly overrides?: Preferences;
  /** The built-in one when absent. */
  readonly catalogue?: Catalogue;
}

/** Checks every budget table of the workbook against every other. Never throws on a readable workbook. */
export function checkWorkbook(workbook: Workbook, options: CheckOptions = {}): CheckResult {
  return drain(checkWorkbookSteps(workbook, options));
}

/** The same in steps: between two of them a page may draw, or the check may be given up. */
export function* checkWorkbookSteps(workbook: Workbook, options: CheckOptions = {}): Steps<CheckResult> {
  const { settings, catalogue, notices } = settingsFor(workbook, options);
  const recognised = yield* recogniseSteps(workbook, { catalogue, corrections: settings.corrections });
  const { tables, skipped } = tablesAsSet(recognised, settings);
  const { lastYear, copies } = workbook;
  const earlier = lastYear ? settingsFor(lastYear, { catalogue }) : null;
  const earlierTables =
    lastYear && earlier ? yield* recogniseSteps(lastYear, { catalogue: earlier.catalogue, corrections: earlier.settings.corrections }) : [];
  const copied = copies ? yield* recogniseSteps(copies, { catalogue }) : [];
  const own = ownRules(settings.relations);
  const { rules, off } = rulesAsSet([...RULES, ...own.rules], settings.rules);
  const gathering: CheckProgress = { phase: 'check', done: 0, total: rules.length };
  yield gathering;
  const content = contentOf(workbook);
  const stated = factsOf(workbook, tables, catalogue);
  yield gathering;
  const facts = {
    ...stated,
    paragraphs: paragraphsOf(workbook, tables),
    contents: contentsOf(workbook),
    passages: passagesOf(workbook, tables),
    grids: gridsOf(workbook, tables),
    oldResults: oldResults(stated.facts, content),
    ...(lastYear ? { lastYear: factsOf(lastYear, inCanonicalOrder(earlierTables), catalogue) } : {}),
    ...(copies ? { copies: factsOf(copies, inCanonicalOrder(copied), catalogue) } : {}),
  };
  const { tolerance, ignored } = settings;
  const unused = [...off, ...notices, ...own.problems.map((reason): Skipped => ({ rule: 'settings', reason })), ...skipped];
  return yield* checkSteps(facts, rules, { contentOf: content, ignored, unused, ...(tolerance ? { tolerance } : {}) });
}

interface SettingsFor {
  readonly settings: WorkbookSettings;
  /** With the bureau's own accounts. */
  readonly catalogue: Catalogue;
  readonly notices: readonly Skipped[];
}

/** The settings that count for this workbook, and what of them is not understood. */
function settingsFor(workbook: Workbook, { settings: given, defaults = {}, overrides = {}, catalogue }: CheckOptions): SettingsFor {
  const { settings, notices } = given ? { settings: given, notices: [] } : decodeSettings(workbook.settings);
  const counting = { ...settings, ...overlaid(overlaid(defaults, settings), overrides) };
  return {
    settings: counting,
    catalogue: withOwnAccounts(counting.accounts, catalogue ?? BUILT_IN_CATALOGUE),
    notices: notices.map((reason): Skipped => ({ rule: 'settings', reason })),
  };
}

function contentOf(workbook: Workbook): (cell: CellRef) => Cell | undefined {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  return ({ sheet: name, row, column }) => {
    const sheet = sheets.get(name);
    return sheet && cellAt(sheet, row, column);
  };
}

/** The workbook's tables as its settings and the catalogue have them read, and what of the settings could not be used. */
export function readTables(
  workbook: Workbook,
  options: CheckOptions = {},
): { readonly tables: readonly Table[]; readonly skipped: readonly Skipped[] } {
  const { settings, catalogue, notices } = settingsFor(workbook, options);
  const { tables, skipped } = tablesAsSet(recogniseTables(workbook, { catalogue, corrections: settings.corrections }), settings);
  return { tables, skipped: [...notices, ...skipped] };
}

function tablesAsSet(recognised: readonly Table[], { corrections }: WorkbookSettings) {
  const tables = inCanonicalOrder(recognised);
  return { tables, skipped: goneCorrections(tables, corrections) };
}

/** By kind, then sheet name and place: what is said does not depend on the order of the sheets. */
function inCanonicalOrder(tables: readonly Table[]): readonly Table[] {
  const rank = (table: Table): number => TABLE_KINDS.indexOf(table.kind);
  const name = (a: Table, b: Table): number => (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : 0);
  return [...tables]
    .sort((a, b) => rank(a) - rank(b) || name(a, b) || a.range.top - b.range.top || a.range.left - b.range.left)
    .map((table, index) => ({ ...table, index }));
}
