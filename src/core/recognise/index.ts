/**
 * Which tables does a workbook hold? Sheets are read one by one; what one table leaves open (year, department) the others may tell. A snapshot
 * never changes, so a sheet that an edit did not touch (the same object as at the last check) is not read again.
 */
import { BUILT_IN_CATALOGUE, type Catalogue } from '../accounts';
import type { Table, TableKind } from '../model';
import { drain, type CheckProgress, type Steps } from '../progress';
import type { Sheet, Workbook } from '../workbook';
import type { TableCorrection } from '../settings';
import { readCaption } from './caption';
import { applyCorrections, type Reading } from './corrections';
import { NOTHING_GIVEN, type Given } from './given';
import { message } from './evidence';
import { joinPages, type Page } from './pages';
import { regionsOf, shapeOf, type Region, type SheetShape } from './regions';
import { viewOf, type SheetView } from './sheetView';
import { markTemplates } from './templates';
import { readTable, type DraftTable, type TableContext } from './table';

function mostCommon<T>(values: readonly (T | null)[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** What a table does not say itself is taken from the workbook's other tables, and the evidence says so. */
function complete(table: DraftTable, year: number | null, department: string | null, unit: string | null): DraftTable {
  const evidence = [...table.evidence];
  const checked = table.panels.length > 0;
  if (checked && table.year === null && year !== null) {
    evidence.push({ what: 'year', because: { id: 'recognise.year.workbook', data: { year: String(year) } }, cells: [] });
  }
  if (checked && table.department === null && department !== null) {
    evidence.push({ what: 'department', because: { id: 'recognise.department.workbook', data: { department } }, cells: [] });
  }
  if (checked && table.unit === null) {
    evidence.push({ what: 'unit', because: { id: 'recognise.unit.none', data: { unit: unit ?? '万元' } }, cells: [] });
  }
  return { ...table, evidence, ...(checked ? { year: table.year ?? year, department: table.department ?? department } : {}) };
}

function leftAlone(table: DraftTable): DraftTable {
  const evidence = [
    { what: 'kind' as const, because: { id: 'recognise.kind.hidden', data: { sheet: table.sheet } }, cells: [] },
    ...table.evidence,
  ];
  return { ...table, kind: 'other', evidence, panels: [], bodyRows: 0, mappedRows: 0, unread: [] };
}

const FORCED_KIND: Readonly<Record<SheetShape, TableKind | null>> = { contents: 'other', narrative: 'narrative', tables: null };

/** A sheet that holds anything, cut into the regions of its tables; Gouji's own sheet is left out. What was read of the same snapshot before is not read again. */
function pagesOf(sheet: Sheet, catalogue: Catalogue): readonly Page[] {
  const known = pagesRead.get(sheet);
  if (known?.catalogue === catalogue) return known.pages;
  const pages = readPages(sheet, catalogue);
  pagesRead.set(sheet, { catalogue, pages });
  return pages;
}

const pagesRead = new WeakMap<Sheet, { readonly catalogue: Catalogue; readonly pages: readonly Page[] }>();

function readPages(sheet: Sheet, catalogue: Catalogue): readonly Page[] {
  if (sheet.generated) return [];
  const view = viewOf(sheet, catalogue);
  if (view.rows.length === 0) return [];
  const shape = shapeOf(view);
  return [{ view, shape, regions: FORCED_KIND[shape] ? [{ rows: view.rows }] : regionsOf(view) }];
}

/** The table without the user's word on it; one of the same region is not read again unless the workbook's year is another now. */
function tableAsRead(page: Page, region: Region, context: TableContext): DraftTable {
  const known = tablesRead.get(region);
  if (known?.view === page.view && known.year === context.usualYear) return known.table;
  const table = readTable(page.view, region, context);
  tablesRead.set(region, { view: page.view, year: context.usualYear, table });
  return table;
}

const tablesRead = new WeakMap<Region, { readonly view: SheetView; readonly year: number | null; readonly table: DraftTable }>();

export interface RecogniseOptions {
  readonly catalogue?: Catalogue;
  /** What the user says of single tables; it is used instead of what is recognised. */
  readonly corrections?: readonly TableCorrection[];
}

/** All tables in the order of the sheets; sheets that Gouji wrote and empty sheets have none. Never throws. */
export function recogniseTables(workbook: Workbook, options: RecogniseOptions = {}): readonly Table[] {
  return drain(recogniseSteps(workbook, options));
}

/** The same, sheet by sheet. */
export function* recogniseSteps(workbook: Workbook, options: RecogniseOptions = {}): Steps<readonly Table[]> {
  const { catalogue = BUILT_IN_CATALOGUE, corrections = [] } = options;
  const read: Reading[] = [];
  // Every sheet is gone through twice, for what is on it and for its tables: each time is half of it.
  const step = (halves: number): CheckProgress => ({ phase: 'recognise', done: Math.floor(halves / 2), total: workbook.sheets.length });
  const pages: Page[] = [];
  for (const [at, sheet] of workbook.sheets.entries()) {
    yield step(at);
    pages.push(...pagesOf(sheet, catalogue));
  }
  const joined = joinPages(pages);
  const usual = mostCommon(joined.flatMap(({ page }) => page.regions.map(({ rows }) => readCaption(rows, catalogue).year?.value ?? null)));
  for (const [at, { page, cut }] of joined.entries()) {
    yield step(workbook.sheets.length + at);
    const forced = FORCED_KIND[page.shape];
    for (const region of page.regions) {
      const next = cut.get(region);
      const reread = (given: Given): DraftTable => {
        const context = { sheetKind: given.kind === null ? forced : null, usualYear: usual, given };
        const table = given === NOTHING_GIVEN ? tableAsRead(page, region, context) : readTable(page.view, region, context);
        if (next === undefined || table.panels.length === 0) return table;
        const incomplete = message('cut', { sheet: next });
        return { ...table, incomplete, evidence: [...table.evidence, { what: 'title', because: incomplete, cells: [] }] };
      };
      read.push({ table: reread(NOTHING_GIVEN), hidden: page.view.sheet.hidden === true, reread });
    }
  }
  const found = applyCorrections(read, corrections);
  // A hidden sheet with a table that the workbook shows elsewhere is last year's copy or a template: it is not published.
  const what = ({ kind, title }: DraftTable): string => (kind === 'other' ? title : kind);
  const shown = new Set(found.filter((f) => !f.hidden).map((f) => what(f.table)));
  const shownTables = found.map(({ table, hidden }) =>
    hidden && !table.corrected && table.panels.length > 0 && shown.has(what(table)) ? leftAlone(table) : table,
  );
  const tables = markTemplates(shownTables, workbook.sheets);
  const year = mostCommon(tables.map((t) => t.year));
  const department = mostCommon(tables.map((t) => t.department));
  const unit = mostCommon(tables.map((t) => t.unit));
  return tables.map((table, index) => ({ index, ...complete(table, year, department, unit) }));
}
