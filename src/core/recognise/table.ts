/** How do caption, header, columns and rows of one region come together as a table? */
import type { PerformanceForm } from '../forms';
import type { AccountScheme, Evidence, Table, TableKind, Unit } from '../model';
import type { Range } from '../workbook';
import { inYear, schemeOfCode } from '../accounts';
import { bodyOf, type Body } from './body';
import { readCaption } from './caption';
import { rolesOf, type RoledColumn } from './columns';
import { withGivenMeasures, withGivenRoles, type Given } from './given';
import { coverage } from './coverage';
import { captionEvidence, correctionEvidence, message, totalEvidence } from './evidence';
import { readForms, type FormContext } from './forms';
import { readHeader, type Header } from './header';
import { isLeftAlone, kindByCodes, kindOfTitle, phaseOf, schemeOfKind, wordsOfTitle } from './kind';
import { columnEvidence } from './meaning';
import type { MeasureContext } from './measure';
import { isTwoSided } from './panels';
import { readPanels } from './readPanels';
import type { Region } from './regions';
import { cellIn, refOf, type SheetView, type ViewRow } from './sheetView';
import { compact, textOf } from './text';

export type DraftTable = Omit<Table, 'index'>;

function rangeOf(rows: readonly ViewRow[]): Range {
  let left = Infinity;
  let right = 0;
  for (const row of rows) {
    left = Math.min(left, row.cells[0]?.column ?? left);
    right = Math.max(right, row.cells[row.cells.length - 1]?.column ?? 0);
  }
  return { top: rows[0]?.index ?? 0, left: Number.isFinite(left) ? left : 0, bottom: rows[rows.length - 1]?.index ?? 0, right };
}

/** The sheets that continue the table, when there are any. */
function continuationOf(region: Region): Pick<Table, 'continuation'> {
  const sheets = [...new Set(region.rows.flatMap((row) => (row.origin ? [row.origin.sheet] : [])))];
  if (sheets.length === 0) return {};
  const continuation = sheets.map((sheet) => {
    const rows = region.rows.filter((row) => row.origin?.sheet === sheet);
    const shift = rows[0]?.origin?.shift ?? 0;
    const range = rangeOf(rows);
    return { sheet, range: { ...range, left: range.left - shift, right: range.right - shift } };
  });
  return { continuation };
}

/** The classification that most codes of the code columns belong to. */
function schemeOfBody(columns: readonly RoledColumn[], body: Body): AccountScheme | null {
  const codes = columns.filter((c) => c.role === 'code' || c.role === 'organisation');
  const counts = new Map<AccountScheme, number>();
  for (const row of body.rows) {
    for (const column of codes) {
      const scheme = schemeOfCode(cellIn(row, column.index)?.text ?? '');
      if (scheme) counts.set(scheme, (counts.get(scheme) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The largest year that a heading names: the budget's own when the caption names none. */
function yearOfHeader(header: Header | null): { readonly year: number; readonly row: number; readonly column: number } | null {
  let best: { year: number; row: number; column: number } | null = null;
  for (const row of header?.rows ?? []) {
    for (const cell of row.cells) {
      const year = Number(/(20\d{2})年/.exec(cell.text)?.[1] ?? 0);
      if (year > (best?.year ?? 0)) best = { year, row: cell.row, column: cell.column };
    }
  }
  return best;
}

/** A unit written into the headings, e.g. 「预算数（万元）」. */
function unitOfHeader(header: Header | null): { readonly unit: Unit; readonly row: number; readonly column: number } | null {
  for (const row of header?.rows ?? []) {
    for (const cell of row.cells) {
      const unit = /\((?:单位[::])?(亿元|万元|千元|元)\)/.exec(cell.text)?.[1];
      if (unit) return { unit: unit as Unit, row: cell.row, column: cell.column };
    }
  }
  return null;
}

/** The forms of a performance table; `undefined` for any other. */
function formsOf(kind: TableKind, region: Region, context: Pick<FormContext, 'sheet' | 'unit'>): readonly PerformanceForm[] | undefined {
  if (kind !== 'performance-overall' && kind !== 'performance-project') return undefined;
  return readForms(region.rows, { ...context, kind: kind === 'performance-overall' ? 'overall' : 'project' });
}

/** Final accounts say so in the title or in a heading 「决算数」. */
function isFinal(title: string, header: Header | null): boolean {
  if (phaseOf(title) === 'final') return true;
  const headings = (header?.rows ?? []).flatMap((row) => row.cells.map((cell) => cell.text));
  // a 决算数 of an earlier year beside this year's 预算数 makes no final accounts
  return (
    headings.some((text) => /^决算数/.test(text)) ||
    (headings.some((text) => /决算数/.test(text)) && !headings.some((text) => /预算数/.test(text)))
  );
}

export interface TableContext {
  /** Forces the kind of a sheet that is no table (目录, running text). */
  readonly sheetKind: TableKind | null;
  /** The year that most captions of the workbook name, for a table that names none: accounts have the names of their year. */
  readonly usualYear: number | null;
  /** What the user gave is used instead of the reader's own answer, and everything that follows from it is read anew. */
  readonly given: Given;
}

/** One region → one table. */
export function readTable(view: SheetView, region: Region, { sheetKind, usualYear, given }: TableContext): DraftTable {
  const sheet = view.sheet.name;
  const caption = readCaption(region.rows, view.catalogue);
  const opening = region.rows[0]?.cells[0];
  const title =
    sheetKind && opening
      ? textOf(opening.cell.value).replace(/\s+/g, '')
      : caption.title
        ? caption.title.value + (caption.subtitle?.value ?? '')
        : sheet.trim();
  const evidence: Evidence[] = captionEvidence(caption, sheet);
  const base = {
    sheet,
    title,
    range: rangeOf(region.rows.filter((row) => !row.origin)),
    ...continuationOf(region),
    unit: given.unit ?? caption.unit?.value ?? null,
    year: caption.year?.value ?? null,
    department: caption.department?.value ?? null,
  };
  for (const { sheet: next, range } of base.continuation ?? []) {
    const cells = [{ sheet: next, row: range.top, column: range.left }];
    evidence.push({ what: 'title', because: message('title.continued', { sheet: next }), cells });
  }
  const titleCells = [caption.title, caption.subtitle].flatMap((found) => (found ? [refOf(sheet, found.cell)] : []));

  let kind = given.kind ?? sheetKind ?? kindOfTitle(compact(title));
  let kindBecause = message(sheetKind ? `kind.${sheetKind === 'narrative' ? 'narrative' : 'contents'}` : 'kind.title', {
    title,
    words: wordsOfTitle(compact(title)).join('、'),
  });
  if (kind === null && caption.title) {
    kind = kindOfTitle(compact(sheet));
    kindBecause = message('kind.sheet', { sheet });
  }
  if (kind === null) kindBecause = message('kind.none', { title });
  kind ??= 'other';

  const header = isLeftAlone(kind)
    ? null
    : readHeader(region.rows, caption.rows, view.sheet.merges, inYear(view.catalogue, base.year ?? usualYear));
  // Named, and left alone: no panels. The rows of a form are its indicators.
  const named = (as: TableKind): DraftTable => {
    const forms = formsOf(as, region, { sheet, unit: base.unit });
    const rows = (forms ?? []).reduce((sum, form) => sum + form.indicators.length, 0);
    const phase = phaseOf(compact(title));
    return {
      ...base,
      kind: as,
      phase,
      panels: [],
      notes: [],
      evidence,
      bodyRows: rows,
      mappedRows: rows,
      unread: [],
      ...(forms ? { forms } : {}),
    };
  };
  if (!header) {
    evidence.unshift({ what: 'kind', because: isLeftAlone(kind) ? kindBecause : message('header.none', { title }), cells: titleCells });
    return named(isLeftAlone(kind) ? kind : 'other');
  }

  const body = bodyOf(region.rows, header);
  let columns = withGivenRoles(rolesOf(header, body.rows, kind), given);
  const found = schemeOfBody(columns, body);
  const byCodes = given.kind ?? kindByCodes(kind, found);
  if (byCodes !== kind) {
    kindBecause = message('kind.codes', { title });
    kind = byCodes;
    columns = withGivenRoles(rolesOf(header, body.rows, kind), given);
  }
  evidence.unshift({ what: 'kind', because: kindBecause, cells: titleCells });
  if (isLeftAlone(kind)) return named(kind);

  const headerYear = yearOfHeader(header);
  const year = base.year ?? headerYear?.year ?? null;
  if (base.year === null && headerYear) {
    evidence.push({ what: 'year', because: message('year.header', { year: String(headerYear.year) }), cells: [refOf(sheet, headerYear)] });
  }
  const headerUnit = unitOfHeader(header);
  const unit = given.unit ?? base.unit ?? headerUnit?.unit ?? null;
  if (base.unit === null && headerUnit) {
    evidence.push({ what: 'unit', because: message('unit.header', { unit: headerUnit.unit }), cells: [refOf(sheet, headerUnit)] });
  }
  const final = isFinal(compact(title), header);
  if (final) evidence.push({ what: 'phase', because: message('phase.final'), cells: titleCells });

  const context: MeasureContext = {
    kind,
    phase: final ? 'final' : 'budget',
    year,
    threePublicIsGroup:
      kind === 'three-public' &&
      [...header.paths.values()].some((p) => p.length > 1 && p.some((t) => /^“?三公”?经费$/.test(t.replace(/["“”]/g, '')))),
    itemsInRows: false,
    given: given.measures,
    budgetBesideFinal:
      final &&
      header.rows.some((row) => row.cells.some((c) => c.text === '决算数')) &&
      header.rows.some((row) => row.cells.some((c) => c.text === '预算数')),
  };
  const scheme = found ?? schemeOfKind(kind);
  const {
    panels,
    drafts,
    evidence: told,
  } = readPanels(columns, body, {
    kind,
    sheet,
    scheme: isTwoSided(kind) ? 'functional' : scheme,
    measure: context,
    catalogue: inYear(view.catalogue, year ?? usualYear),
  });
  const first = header.rows[0]?.cells[0];
  if (first) {
    evidence.push({
      what: 'header',
      because: message('header.rows', {
        from: String(first.row + 1),
        to: String((header.rows[header.rows.length - 1]?.index ?? first.row) + 1),
      }),
      cells: [refOf(sheet, first)],
    });
  }
  evidence.push(...totalEvidence(drafts, sheet), ...told, ...correctionEvidence(drafts, sheet));
  const measured = withGivenMeasures(panels, given);
  evidence.push(...columnEvidence(measured, header, sheet));
  const { mappedRows, unread } = coverage(measured, body, sheet);
  return {
    ...base,
    kind,
    unit,
    year,
    phase: final ? 'final' : 'budget',
    panels: measured,
    notes: body.notes,
    evidence,
    bodyRows: body.rows.length,
    mappedRows,
    unread,
  };
}
