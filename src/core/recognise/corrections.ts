/** Which tables did the user correct, and what do they say when they are read his way? */
import { columnName, type CellRef } from '../workbook';
import type { Column, Evidence, Measure, Message, Skipped, Table } from '../model';
import { headerText, saysSomething, type ColumnCorrection, type TableAnchor, type TableCorrection } from '../settings';
import { xmlText } from '../xmlTree';
import { message } from './evidence';
import { meaningOf } from './meaning';
import { NOTHING_GIVEN, type Given } from './given';
import type { DraftTable } from './table';

/** A table as it was read, and the way to read it again. */
export interface Reading {
  readonly table: DraftTable;
  readonly hidden: boolean;
  reread(given: Given): DraftTable;
}

type Placed = Pick<Table, 'sheet' | 'title' | 'range'>;

/** By what a table's correction is found again. */
export function anchorOf({ sheet, title, range }: Placed): TableAnchor {
  return { sheet: xmlText(sheet), title: xmlText(title), top: range.top };
}

/**
 * The table that an anchor means: of that title on that sheet, the nearest; else the only one of that title in the workbook (the
 * sheet was renamed); else the one that begins in that row of that sheet (the title was reworded).
 */
function tableOfAnchor<T extends Placed>(tables: readonly T[], anchor: TableAnchor): T | null {
  const titled = tables.filter((table) => xmlText(table.title) === anchor.title);
  const here = titled.filter((table) => xmlText(table.sheet) === anchor.sheet);
  const distance = (table: T): number => Math.abs(table.range.top - anchor.top);
  if (here.length > 0) return here.reduce((best, table) => (distance(table) < distance(best) ? table : best));
  if (titled.length === 1) return titled[0] ?? null;
  return tables.find((table) => xmlText(table.sheet) === anchor.sheet && table.range.top === anchor.top) ?? null;
}

/** The column with those headings, at that place when several have them; by its place alone when it has no heading. */
export function columnOfCorrection(columns: readonly Column[], correction: ColumnCorrection): Column | null {
  const same = columns.filter((column) => headerText(column.header) === correction.header);
  const placed = same.find((column) => column.index === correction.index);
  if (placed || correction.header === '') return placed ?? null;
  return same.length === 1 ? (same[0] ?? null) : null;
}

/** Every table that a correction means is read again as the correction says; of several for one table the last counts. */
export function applyCorrections<T extends Reading>(readings: readonly T[], corrections: readonly TableCorrection[]): readonly T[] {
  if (corrections.length === 0) return readings;
  const tables = readings.map(({ table }) => table);
  const chosen = new Map<DraftTable, TableCorrection>();
  for (const correction of corrections.filter(saysSomething)) {
    const table = tableOfAnchor(tables, correction.anchor);
    if (table) chosen.set(table, correction);
  }
  return readings.map((reading) => {
    const correction = chosen.get(reading.table);
    return correction === undefined ? reading : { ...reading, table: corrected(reading, correction) };
  });
}

function corrected({ table, reread }: Reading, correction: TableCorrection): DraftTable {
  const recognised = { correction, kind: table.kind, unit: table.unit };
  if (correction.ignored) {
    const evidence = [said('kind', 'ignored', {}), ...table.evidence];
    return { ...table, corrected: recognised, kind: 'other', evidence, panels: [], bodyRows: 0, mappedRows: 0, unread: [] };
  }
  const asked: Given = { ...NOTHING_GIVEN, kind: correction.kind ?? null, unit: correction.unit ?? null };
  const before = asked.kind !== null || asked.unit !== null ? reread(asked) : table;
  const columns = before.panels.flatMap((panel) => panel.columns);
  const found = correction.columns.flatMap((wanted) => {
    const column = columnOfCorrection(columns, wanted);
    return column ? [{ column, wanted }] : [];
  });
  const after = found.length === 0 ? before : reread({ ...asked, ...givenColumns(found) });
  const evidence: Evidence[] = [];
  if (asked.kind !== null) evidence.push(said('kind', 'kind', { kind: asked.kind, recognised: table.kind }));
  if (asked.unit !== null) evidence.push(said('unit', 'unit', { unit: asked.unit }));
  for (const { column, wanted } of found) {
    const cells = cellsOfHeader(after, column);
    evidence.push(
      said(
        'column',
        'column',
        { column: column.header.join('·') || columnName(column.index), meaning: meaningOf(wanted).join(',') },
        cells,
      ),
    );
  }
  const silenced = new Set<Evidence['what']>(evidence.map(({ what }) => what).filter((what) => what !== 'column'));
  const told = new Set(found.map(({ column }) => column.header.join('·')));
  const isSilenced = ({ what, because }: Evidence): boolean =>
    silenced.has(what) || (what === 'column' && told.has(because.data['column'] ?? ''));
  return { ...after, corrected: recognised, evidence: [...evidence, ...after.evidence.filter((entry) => !isSilenced(entry))] };
}

function said(what: Evidence['what'], id: string, data: Message['data'], cells: readonly CellRef[] = []): Evidence {
  return { what, because: message(`corrected.${id}`, data), cells };
}

function givenColumns(found: readonly { readonly column: Column; readonly wanted: ColumnCorrection }[]): Pick<Given, 'roles' | 'measures'> {
  const measures = new Map<number, Measure>();
  for (const { column, wanted } of found) if (wanted.measure) measures.set(column.index, { year: 'current', ...wanted.measure });
  return { roles: new Map(found.map(({ column, wanted }) => [column.index, wanted.role])), measures };
}

/** The cell of its heading. */
function cellsOfHeader(table: DraftTable, column: Column): readonly CellRef[] {
  const told = table.evidence.filter(({ what, because }) => what === 'column' && because.data['column'] === column.header.join('·'));
  return told.flatMap(({ cells }) => cells).filter((cell) => cell.column === column.index);
}

/** What the user corrected and is no longer there, table or column: said, never silent. */
export function goneCorrections(tables: readonly Table[], corrections: readonly TableCorrection[]): readonly Skipped[] {
  return corrections.filter(saysSomething).flatMap((correction): Skipped[] => {
    const { anchor } = correction;
    const table = tables.find((one) => one.corrected?.correction === correction) ?? tableOfAnchor(tables, anchor);
    if (!table) return [gone('correction-gone', { title: anchor.title }, anchor.sheet)];
    if (correction.ignored) return [];
    const columns = table.panels.flatMap((panel) => panel.columns);
    return correction.columns
      .filter((wanted) => !columnOfCorrection(columns, wanted))
      .map((wanted) => gone('correction-column-gone', { title: anchor.title, column: wanted.header }, table.sheet));
  });
}

function gone(id: string, data: Message['data'], sheet: string): Skipped {
  return { rule: 'settings', reason: { id: `skip.${id}`, data: { ...data, sheet } }, sheet };
}
