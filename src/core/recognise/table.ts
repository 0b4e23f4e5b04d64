/** How do caption, header, columns and rows of one region come together as a table? */
import type { PerformanceForm } from '../forms';
import type { AccountScheme, Evidence, Table, TableKind } from '../model';
import type { Range } from '../workbook';
import { inYear, schemeOfCode } from '../accounts';
import { bodyOf, type Body } from './body';
import { codeAndName, digitsOf, withoutFill } from './codeParts';
import { readCaption } from './caption';
import { rolesOf, type RoledColumn } from './columns';
import { withGivenMeasures, withGivenRoles, type Given } from './given';
import { coverage } from './coverage';
import { captionEvidence, correctionEvidence, message, totalEvidence } from './evidence';
import { readForms, type FormContext } from './forms';
import { readHeader } from './header';
import { hasBudgetBesideFinal, isFinal, unitOfHeader, yearOfHeader } from './headings';
import { isLeftAlone, kindOfLayout, layoutOfTitle, phaseOf, schemeOfLayout, wordsOfTitle, type Layout } from './kind';
import { columnEvidence } from './meaning';
import { followsFund, tellsFunds, type MeasureContext } from './measure';
import { isTwoSided } from './panels';
import { readPanels } from './readPanels';
import type { Region } from './regions';
import { settledLayout, withSides } from './settledLayout';
import { cellIn, refOf, type SheetView, type ViewRow } from './sheetView';
import { compact, textOf } from './text';
import { isUntitled, layoutOfContents } from './untitled';

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

/** The classification that most codes belong to, in columns of their own or before the names. */
function schemeOfBody(columns: readonly RoledColumn[], body: Body): AccountScheme | null {
  const codes = columns.filter((c) => c.role === 'code' || c.role === 'organisation' || c.role === 'name');
  const counts = new Map<AccountScheme, number>();
  // a unit's code may have the shape of an account's: 301 above 301001 and 301002
  const units = codes
    .filter((column) => column.role === 'organisation')
    .flatMap((column) => body.rows.map((row) => cellIn(row, column.index)?.text ?? ''))
    .filter((text) => /^\d{4,}$/.test(text) && schemeOfCode(text) === null);
  for (const row of body.rows) {
    for (const column of codes) {
      const text = cellIn(row, column.index)?.text ?? '';
      const joint = codeAndName(text);
      if (column.role === 'name' && joint === null) continue;
      const scheme = schemeOfCode(joint?.code ?? digitsOf(withoutFill(text)) ?? '');
      if (scheme && !units.some((unit) => unit.startsWith(text))) counts.set(scheme, (counts.get(scheme) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The forms of a performance table; `undefined` for any other. */
function formsOf(kind: TableKind, region: Region, context: Pick<FormContext, 'sheet' | 'unit'>): readonly PerformanceForm[] | undefined {
  if (kind !== 'performance-overall' && kind !== 'performance-project') return undefined;
  return readForms(region.rows, { ...context, kind: kind === 'performance-overall' ? 'overall' : 'project' });
}

/** Why no kind was found: another language, a piece of a table without its title, or a title of something else. */
function nothingKnown({ rows }: Region, titled: boolean): string {
  const chinese = rows.some((row) => row.cells.some((cell) => /\p{Script=Han}/u.test(cell.text)));
  return !chinese ? 'kind.not-chinese' : titled ? 'kind.none' : 'kind.no-title';
}

/** 部门收支总体情况, 一般公共预算支出: a title may leave out that it is one of a 表. */
function asTable(title: string): string {
  return /(?:收支|收入|支出|预算|决算|情况|明细|汇总)$/.test(title) ? `${title}表` : title;
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

  let layout: Layout | null = given.kind ?? sheetKind ?? layoutOfTitle(compact(title));
  let because = message(sheetKind ? `kind.${sheetKind === 'narrative' ? 'narrative' : 'contents'}` : 'kind.title', {
    title,
    words: wordsOfTitle(compact(title)).join('、'),
  });
  if (layout === null && caption.title) {
    layout = layoutOfTitle(compact(sheet));
    because = message('kind.sheet', { sheet });
  }
  if (layout === null && caption.title) {
    const named = asTable(compact(title));
    layout = layoutOfTitle(named);
    because = message('kind.title', { title, words: wordsOfTitle(named).join('、') });
  }
  if (layout === null) because = message(nothingKnown(region, caption.title !== null), { title });
  const mayTell = layout === null && isUntitled(caption.title && compact(caption.title.value));
  const header =
    mayTell || (layout !== null && !isLeftAlone(layout))
      ? readHeader(region.rows, caption.rows, view.sheet.merges, inYear(view.catalogue, base.year ?? usualYear))
      : null;
  if (mayTell && header) {
    layout = layoutOfContents(header, bodyOf(region.rows, header));
    if (layout !== null) because = message('kind.contents-tell', {});
  }
  layout ??= 'other';
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
  if (!header || isLeftAlone(layout)) {
    evidence.unshift({ what: 'kind', because: isLeftAlone(layout) ? because : message('header.none', { title }), cells: titleCells });
    return named(isLeftAlone(layout) ? kindOfLayout(layout) : 'other');
  }

  const body = bodyOf(region.rows, header);
  const columnsAs = (as: Layout): readonly RoledColumn[] => withGivenRoles(rolesOf(header, body.rows, as), given);
  let columns = columnsAs(layout);
  const found = schemeOfBody(columns, body);
  const follows = followsFund(header.rows.flatMap((row) => row.cells.map((cell) => cell.text)));
  const contents = { title: compact(title), follows, columns, scheme: found };
  const settled = given.kind ? withSides(given.kind, columns) : settledLayout(layout, contents);
  if (settled !== layout) {
    if (kindOfLayout(settled) !== kindOfLayout(layout)) because = message('kind.codes', { title });
    layout = settled;
    columns = columnsAs(layout);
  }
  if (layout === 'fund-summary' || layout === 'expenditure-detail') because = message(`kind.${layout}`, { title });
  evidence.unshift({ what: 'kind', because, cells: titleCells });
  const kind = kindOfLayout(layout);
  if (isLeftAlone(layout)) return named(kind);

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
    layout,
    phase: final ? 'final' : 'budget',
    year,
    threePublicIsGroup:
      kind === 'three-public' &&
      [...header.paths.values()].some((p) => p.length > 1 && p.some((t) => /^“?三公”?经费$/.test(t.replace(/["“”]/g, '')))),
    itemsInRows: false,
    given: given.measures,
    byFund: tellsFunds(header.paths.values(), layout),
    followsFund: follows,
    budgetBesideFinal: final && hasBudgetBesideFinal(header),
  };
  const scheme = found ?? schemeOfLayout(layout, compact(title));
  const {
    panels,
    drafts,
    evidence: told,
  } = readPanels(columns, body, {
    layout,
    sheet,
    scheme: isTwoSided(layout) ? 'functional' : scheme,
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
