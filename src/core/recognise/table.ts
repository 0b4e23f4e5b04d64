/** How do caption, header, columns and rows of one region come together as a table? */
import type { AccountScheme, Column, Evidence, Message, Panel, Table, TableKind, Unit } from '../model';
import type { CellRef, Range } from '../workbook';
import { schemeOfCode } from '../accounts';
import { bodyOf, type Body } from './body';
import { readCaption, type Caption } from './caption';
import { readCodeRows } from './codeRows';
import { rolesOf, type RoledColumn } from './columns';
import { draftOf, rowsOf, type Draft } from './draft';
import { readHeader, type Header } from './header';
import { itemsInRows, readItemRows } from './itemRows';
import { isLeftAlone, kindByCodes, kindOfTitle, phaseOf, schemeOfKind } from './kind';
import { measureKey, measureOf, type MeasureContext } from './measure';
import { isTwoSided, panelsOf, type PanelColumns } from './panels';
import type { Region } from './regions';
import { cellIn, refOf, type SheetView, type ViewRow } from './sheetView';
import { readSummaryRows } from './summaryRows';
import { compact, textOf } from './text';

export type DraftTable = Omit<Table, 'index'>;

const message = (id: string, data: Readonly<Record<string, string>> = {}): Message => ({ id: `recognise.${id}`, data });

function rangeOf(rows: readonly ViewRow[]): Range {
  let left = Infinity;
  let right = 0;
  for (const row of rows) {
    left = Math.min(left, row.cells[0]?.column ?? left);
    right = Math.max(right, row.cells[row.cells.length - 1]?.column ?? 0);
  }
  return { top: rows[0]?.index ?? 0, left: Number.isFinite(left) ? left : 0, bottom: rows[rows.length - 1]?.index ?? 0, right };
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

/** Digits after the point that a column's amounts are stated to; formats of blank cells say nothing. */
function decimalsOf(column: RoledColumn, body: Body): number {
  let decimals = 0;
  for (const row of body.rows) {
    const cell = cellIn(row, column.index);
    if (!cell) continue;
    const figure = cell.figure;
    if (figure.type === 'amount' || figure.type === 'nil') decimals = Math.max(decimals, figure.decimals);
  }
  return decimals;
}

function isPlainer(column: Column, other: Column, body: Body): boolean {
  const filled = (c: Column): boolean => body.rows.some((row) => cellIn(row, c.index) !== undefined);
  return filled(column) === filled(other) ? column.header.length < other.header.length : filled(column);
}

function columnsOf(panel: PanelColumns, body: Body, context: MeasureContext): readonly Column[] {
  const columns = panel.columns.map((column): Column => {
    if (column.role !== 'amount') return column;
    const measure = measureOf(column.header, context);
    return { ...column, ...(measure ? { measure } : {}), decimals: decimalsOf(column, body) };
  });
  // Where two columns seem to mean the same, the one with figures and the plainer heading does.
  const best = new Map<string, Column>();
  for (const column of columns) {
    if (!column.measure) continue;
    const key = measureKey(column.measure);
    const other = best.get(key);
    if (!other || isPlainer(column, other, body)) best.set(key, column);
  }
  return columns.map((column) => {
    if (!column.measure || best.get(measureKey(column.measure)) === column) return column;
    const { measure: _, ...rest } = column;
    return rest;
  });
}

interface ReadPanels {
  readonly panels: readonly Panel[];
  readonly drafts: readonly (readonly Draft[])[];
}

function readPanels(
  kind: TableKind,
  view: SheetView,
  columns: readonly RoledColumn[],
  body: Body,
  base: MeasureContext,
  scheme: AccountScheme,
): ReadPanels {
  const all: (readonly Draft[])[] = [];
  const panels = panelsOf(columns, kind).map((panel, index): Panel => {
    const drafts = body.rows.flatMap((row) => draftOf(row, panel) ?? []);
    let vertical = false;
    if (isTwoSided(kind)) readSummaryRows(drafts, panel.side);
    else if (kind === 'three-public' || kind === 'procurement') {
      vertical = itemsInRows(drafts, kind);
      readItemRows(drafts, kind, vertical);
    } else {
      readCodeRows(drafts, {
        kind,
        scheme,
        byOrganisation: panel.columns.some((c) => c.role === 'organisation'),
        hasCodes: panel.columns.some((c) => c.role === 'code'),
      });
    }
    all.push(drafts);
    return {
      side: panel.side,
      columns: columnsOf(panel, body, { ...base, itemsInRows: vertical }),
      rows: rowsOf(drafts, index, view.sheet.name),
    };
  });
  return { panels, drafts: all };
}

/** Body rows all of whose amounts got a meaning, and the amount cells that got none. */
function coverage(
  panels: readonly Panel[],
  body: Body,
  sheet: string,
): { readonly mappedRows: number; readonly unread: readonly CellRef[] } {
  const unread: CellRef[] = [];
  let mappedRows = 0;
  const meanings = panels.map((panel) => ({
    panel,
    lines: new Map(panel.rows.map((row) => [row.index, row.line])),
    amounts: panel.columns.filter((c) => c.role === 'amount' || c.role === 'unknown'),
  }));
  for (const row of body.rows) {
    const before = unread.length;
    for (const { lines, amounts } of meanings) {
      const line = lines.get(row.index);
      for (const column of amounts) {
        const cell = cellIn(row, column.index);
        if (!cell) continue;
        const type = cell.figure.type;
        if (type === 'blank' || type === 'nil') continue;
        if (type === 'amount' && column.measure && line !== undefined && line !== 'unknown') continue;
        if (type === 'text' && !column.measure) continue;
        unread.push(refOf(sheet, cell));
      }
    }
    if (unread.length === before) mappedRows += 1;
  }
  return { mappedRows, unread };
}

function captionEvidence(caption: Caption, sheet: string): Evidence[] {
  const evidence: Evidence[] = [];
  if (caption.title)
    evidence.push({
      what: 'title',
      because: message('title.cell', { title: caption.title.value }),
      cells: [refOf(sheet, caption.title.cell)],
    });
  if (caption.unit)
    evidence.push({
      what: 'unit',
      because: message('unit.caption', { unit: caption.unit.value }),
      cells: [refOf(sheet, caption.unit.cell)],
    });
  if (caption.year)
    evidence.push({
      what: 'year',
      because: message('year.caption', { year: String(caption.year.value) }),
      cells: [refOf(sheet, caption.year.cell)],
    });
  if (caption.department) {
    evidence.push({
      what: 'department',
      because: message('department.caption', { department: caption.department.value }),
      cells: [refOf(sheet, caption.department.cell)],
    });
  }
  return evidence;
}

function totalEvidence(drafts: readonly (readonly Draft[])[], sheet: string): Evidence[] {
  return drafts.flat().flatMap((draft): Evidence[] => {
    const at = draft.codeCell ?? draft.nameCell ?? draft.view.cells[0];
    if (!at) return [];
    const cells = [refOf(sheet, at)];
    const row = String(draft.view.index + 1);
    if (draft.duplicateTotal) return [{ what: 'total-row', because: message('total.duplicate', { row }), cells }];
    if (draft.line !== 'grand-total') return [];
    const label = draft.nameText ?? draft.codeText ?? draft.organisationText;
    return [
      { what: 'total-row', because: label === null ? message('total.nameless', { row }) : message('total.label', { label, row }), cells },
    ];
  });
}

/** Final accounts say so in the title or in a heading 「决算数」. */
function isFinal(title: string, header: Header | null): boolean {
  return phaseOf(title) === 'final' || (header?.rows ?? []).some((row) => row.cells.some((cell) => /决算数/.test(cell.text)));
}

/** One region → one table. `sheetKind` forces the kind of a sheet that is no table (目录, running text). */
export function readTable(view: SheetView, region: Region, sheetKind: TableKind | null): DraftTable {
  const sheet = view.sheet.name;
  const caption = readCaption(region.rows);
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
    range: rangeOf(region.rows),
    unit: caption.unit?.value ?? null,
    year: caption.year?.value ?? null,
    department: caption.department?.value ?? null,
  };
  const titleCells = [caption.title, caption.subtitle].flatMap((found) => (found ? [refOf(sheet, found.cell)] : []));

  let kind = sheetKind ?? kindOfTitle(compact(title));
  let kindBecause = message(sheetKind ? `kind.${sheetKind === 'narrative' ? 'narrative' : 'contents'}` : 'kind.title', { title });
  if (kind === null && caption.title) {
    kind = kindOfTitle(compact(sheet));
    kindBecause = message('kind.sheet', { sheet });
  }
  if (kind === null) kindBecause = message('kind.none', { title });
  kind ??= 'other';

  const header = isLeftAlone(kind) ? null : readHeader(region.rows, caption.rows, view.sheet.merges);
  if (!header || isLeftAlone(kind)) {
    evidence.unshift({ what: 'kind', because: isLeftAlone(kind) ? kindBecause : message('header.none', { title }), cells: titleCells });
    const phase = phaseOf(compact(title));
    return {
      ...base,
      kind: header || isLeftAlone(kind) ? kind : 'other',
      phase,
      panels: [],
      notes: [],
      evidence,
      bodyRows: 0,
      mappedRows: 0,
      unread: [],
    };
  }

  const body = bodyOf(region.rows, header);
  let columns = rolesOf(header, body.rows, kind);
  const found = schemeOfBody(columns, body);
  const byCodes = kindByCodes(kind, found);
  if (byCodes !== kind) {
    kindBecause = message('kind.codes', { title });
    kind = byCodes;
    columns = rolesOf(header, body.rows, kind);
  }
  evidence.unshift({ what: 'kind', because: kindBecause, cells: titleCells });

  const headerYear = yearOfHeader(header);
  const year = base.year ?? headerYear?.year ?? null;
  if (base.year === null && headerYear) {
    evidence.push({ what: 'year', because: message('year.header', { year: String(headerYear.year) }), cells: [refOf(sheet, headerYear)] });
  }
  const headerUnit = unitOfHeader(header);
  const unit = base.unit ?? headerUnit?.unit ?? null;
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
    budgetBesideFinal:
      final &&
      header.rows.some((row) => row.cells.some((c) => c.text === '决算数')) &&
      header.rows.some((row) => row.cells.some((c) => c.text === '预算数')),
  };
  const scheme = found ?? schemeOfKind(kind);
  const { panels, drafts } = readPanels(kind, view, columns, body, context, isTwoSided(kind) ? 'functional' : scheme);
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
  evidence.push(...totalEvidence(drafts, sheet));
  const { mappedRows, unread } = coverage(panels, body, sheet);
  return {
    ...base,
    kind,
    unit,
    year,
    phase: final ? 'final' : 'budget',
    panels,
    notes: body.notes,
    evidence,
    bodyRows: body.rows.length,
    mappedRows,
    unread,
  };
}
