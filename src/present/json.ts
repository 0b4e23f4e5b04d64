/**
 * Which question this file answers: what does a check say to a script. The JSON of `gouji check --format json` (DESIGN.md,
 * "What a check says outside Excel"): plain objects whose keys stand in the order in which they are printed.
 *
 * The order inside is of tables, rows and columns, never of the sheets in the file: reordering sheets changes no byte.
 */
import {
  TABLE_KINDS,
  type Cause,
  type CheckResult,
  type Finding,
  type FindingClass,
  type Phase,
  type Severity,
  type Slip,
  type Skipped,
  type Table,
  type TableKind,
  type Unit,
} from '../core/model';
import { addressOf, rangeAddress, type CellRef } from '../core/workbook';
import type { Locale } from '../i18n';
import { findingText, messageText, skippedText } from './messages';

export interface EvidenceReport {
  readonly what: string;
  readonly because: string;
  /** A1 addresses on the table's sheet. */
  readonly cells: readonly string[];
}

export interface TableReport {
  readonly sheet: string;
  readonly range: string;
  readonly kind: TableKind;
  readonly phase: Phase;
  readonly title: string;
  readonly unit: Unit | null;
  readonly year: number | null;
  readonly department: string | null;
  readonly panels: number;
  readonly rows: number;
  readonly mappedRows: number;
  readonly unread: number;
  readonly evidence: readonly EvidenceReport[];
}

export interface CellReport {
  readonly sheet: string;
  readonly address: string;
  /** As printed, in its table's own unit. */
  readonly value: string;
  readonly side: 'left' | 'right';
  /** Only for words of a paragraph: the words, and where they stand in the cell (UTF-16 units). */
  readonly text?: string;
  readonly start?: number;
  readonly length?: number;
}

export interface FindingReport {
  readonly id: string;
  readonly rule: string;
  readonly class: FindingClass;
  readonly severity: Severity;
  readonly doubtful?: true;
  /** Only the figures as shown do not tie out. */
  readonly display?: true;
  /** Does not count for the exit code. */
  readonly accepted?: { readonly reason: string };
  /** Was accepted with other figures. */
  readonly reopened?: true;
  readonly message: string;
  readonly cells: readonly CellReport[];
  readonly left: string;
  readonly right: string;
  readonly difference: string;
}

export interface CauseReport {
  readonly cells: readonly {
    readonly sheet: string;
    readonly address: string;
    readonly value: string;
    readonly suggested: string;
    /** The formula that the cell should hold. */
    readonly formula?: string;
    /** For words of running text: where `value` stands in the cell's text. */
    readonly start?: number;
    readonly length?: number;
  }[];
  readonly slip: Slip;
  readonly confidence: number;
  readonly findings: readonly string[];
}

export interface SkippedReport {
  readonly rule: string;
  readonly reason: string;
  readonly sheet?: string;
}

/** What was read of one workbook: the part of the report that `gouji tables` prints. */
export interface InventoryReport {
  readonly file: string;
  readonly tables: readonly TableReport[];
  readonly skipped: readonly SkippedReport[];
}

export interface WorkbookReport extends InventoryReport {
  readonly relations: { readonly checked: number; readonly held: number; readonly rounding: number; readonly violated: number };
  readonly findings: readonly FindingReport[];
  readonly causes: readonly CauseReport[];
}

export interface ErrorReport {
  readonly file: string;
  readonly reason: string;
}

export interface Report<T extends InventoryReport = WorkbookReport> {
  readonly version: 1;
  readonly workbooks: readonly T[];
  readonly errors: readonly ErrorReport[];
}

/** What the check of one workbook says; `file` is printed as given. */
export function reportOf(result: CheckResult, file: string, locale: Locale): WorkbookReport {
  const tables = [...result.tables].sort(compareTables);
  const { checked, held, rounding, violated } = result.relations;
  return {
    file,
    tables: tables.map((table) => tableReport(table, locale)),
    relations: { checked, held, rounding, violated },
    findings: [...result.findings].sort(byPlace(tables)).map((finding) => findingReport(finding, locale)),
    causes: result.causes.map(causeReport),
    skipped: skippedReports(result.skipped, locale),
  };
}

/** The inventory of one workbook, in the same order and words. */
export function inventoryOf(tables: readonly Table[], skipped: readonly Skipped[], file: string, locale: Locale): InventoryReport {
  return {
    file,
    tables: [...tables].sort(compareTables).map((table) => tableReport(table, locale)),
    skipped: skippedReports(skipped, locale),
  };
}

function skippedReports(skipped: readonly Skipped[], locale: Locale): readonly SkippedReport[] {
  return skipped
    .map((entry) => ({
      rule: entry.rule,
      reason: skippedText(locale, entry),
      ...(entry.sheet === undefined ? {} : { sheet: entry.sheet }),
    }))
    .sort((a, b) => compareText(a.rule, b.rule) || compareText(a.sheet ?? '', b.sheet ?? '') || compareText(a.reason, b.reason));
}

/** All workbooks and all files that could not be read, each by name: the order of the arguments does not show. */
export function reportOfAll<T extends InventoryReport>(workbooks: readonly T[], errors: readonly ErrorReport[]): Report<T> {
  const byFile = (a: { readonly file: string }, b: { readonly file: string }): number => compareText(a.file, b.file);
  return { version: 1, workbooks: [...workbooks].sort(byFile), errors: [...errors].sort(byFile) };
}

function tableReport(table: Table, locale: Locale): TableReport {
  return {
    sheet: table.sheet,
    range: rangeAddress(table.range),
    kind: table.kind,
    phase: table.phase,
    title: table.title,
    unit: table.unit,
    year: table.year,
    department: table.department,
    panels: table.panels.length,
    rows: table.bodyRows,
    mappedRows: table.mappedRows,
    unread: table.unread.length,
    evidence: table.evidence.map(({ what, because, cells }) => ({
      what,
      because: messageText(locale, because),
      // What a page on another sheet told has no address on this one.
      cells: cells.filter((cell) => cell.sheet === table.sheet).map(addressOf),
    })),
  };
}

function findingReport(finding: Finding, locale: Locale): FindingReport {
  return {
    id: finding.id,
    rule: finding.rule,
    class: finding.class,
    severity: finding.severity,
    ...(finding.doubtful === true ? { doubtful: true } : {}),
    ...(finding.display === true ? { display: true } : {}),
    ...(finding.accepted ? { accepted: { reason: finding.accepted.reason } } : {}),
    ...(finding.reopened === true ? { reopened: true } : {}),
    message: findingText(locale, finding),
    cells: finding.cells
      .filter(({ nil }) => !nil)
      .map(({ cell, value, side, text, start, length }) => ({
        sheet: cell.sheet,
        address: addressOf(cell),
        value,
        side,
        ...(text === undefined ? {} : { text }),
        ...(start === undefined ? {} : { start }),
        ...(length === undefined ? {} : { length }),
      })),
    left: finding.left,
    right: finding.right,
    difference: finding.difference,
  };
}

/** The engine's order stands: by falling confidence. */
function causeReport({ cells, slip, confidence, findings }: Cause): CauseReport {
  return {
    cells: cells.map(({ cell, value, suggested, formula, start, length }) => ({
      sheet: cell.sheet,
      address: addressOf(cell),
      value,
      suggested,
      ...(formula === undefined ? {} : { formula }),
      ...(start === undefined ? {} : { start }),
      ...(length === undefined ? {} : { length }),
    })),
    slip,
    confidence,
    findings,
  };
}

// ---- order --------------------------------------------------------------------------------------------------------

function compareTables(a: Table, b: Table): number {
  return (
    TABLE_KINDS.indexOf(a.kind) - TABLE_KINDS.indexOf(b.kind) ||
    compareText(a.sheet, b.sheet) ||
    a.range.top - b.range.top ||
    a.range.left - b.range.left
  );
}

/** By the table, row and column of the first cell; rule and id decide between findings at the same cell. */
function byPlace(tables: readonly Table[]): (a: Finding, b: Finding) => number {
  const places = new Map<Finding, { readonly table: number; readonly cell: CellRef }>();
  const placeOf = (finding: Finding): { readonly table: number; readonly cell: CellRef } => {
    const known = places.get(finding);
    if (known !== undefined) return known;
    const cell = finding.cells[0]?.cell ?? { sheet: '', row: 0, column: 0 };
    const place = { cell, table: tables.findIndex((table) => holds(table, cell)) };
    places.set(finding, place);
    return place;
  };
  return (a, b) => {
    const x = placeOf(a);
    const y = placeOf(b);
    return (
      x.table - y.table ||
      x.cell.row - y.cell.row ||
      x.cell.column - y.cell.column ||
      compareText(a.rule, b.rule) ||
      compareText(a.id, b.id)
    );
  };
}

function holds({ sheet, range }: Table, cell: CellRef): boolean {
  return (
    sheet === cell.sheet && cell.row >= range.top && cell.row <= range.bottom && cell.column >= range.left && cell.column <= range.right
  );
}

/** By code units: the same on every machine, whatever its language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
