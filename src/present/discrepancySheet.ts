/** Which question this file answers: what stands where on the 差异清单 sheet. What a finding's row says is in discrepancyRow.ts. */
import { isBudgetTable, type Cause, type CheckResult, type Finding, type Skipped } from '../core/model';
import type { Mark, SheetPlan } from '../core/spreadsheet';
import type { Range, Workbook } from '../core/workbook';
import { translate, type Locale } from '../i18n';
import { columnWidths } from './columnWidths';
import { causeGroups, causeText } from './causes';
import { counted } from './counts';
import { COLUMN_IDS, columnOf, COLUMNS, findingRow, type RowContext } from './discrepancyRow';
import { FINDING_GROUPS, groupFindings, groupOf, skippedText } from './messages';
import { CODE_HEADING, repliesOf, type Reply } from './replies';
import { ruleTitle } from './rules';
import { groupRow, text, type SheetRow } from './sheetCells';

export interface DiscrepancySheetOptions {
  /** The workbook that was checked: numbers stored as text are then met by formulas that read them. */
  readonly workbook?: Workbook | null;
  /** What the sheet written before holds by now: replies on it are kept. */
  readonly earlier?: readonly (readonly string[])[] | null;
}

/** Shown with their meaning above the list. */
const LEGEND: readonly Mark[] = ['culprit', 'error', 'warning', 'label', 'related', 'rounding'];

/**
 * The sheet for a check's result: the findings that one change would mend together under their cause, the others by class; then what was
 * accepted, what was not checked, and replies to findings that are no more. Everything that comes from the workbook is text, a link or a
 * reference.
 */
export function discrepancySheet(
  result: CheckResult,
  locale: Locale,
  { workbook = null, earlier = null }: DiscrepancySheetOptions = {},
): SheetPlan {
  const replies = repliesOf(earlier);
  const rows: SheetRow[] = [...heading(result, locale), header(locale)];
  const frozenRows = rows.length;
  const context: RowContext = {
    locale,
    workbook,
    tolerance: result.tolerance,
    tables: result.tables,
    causes: bestCauses(result.causes),
    replies,
  };
  let number = 0;
  const add = (title: string, findings: readonly Finding[]): void => {
    rows.push(groupRow(title, COLUMN_IDS.length));
    for (const finding of findings) {
      number += 1;
      rows.push(findingRow(finding, number, rows.length + 1, context));
    }
  };
  for (const { title, findings } of sections(result, locale)) add(title, findings);
  if (number === 0) rows.push([text(translate(locale, 'sheet.none'), 'note')]);
  const filter = number === 0 ? {} : { filter: { top: frozenRows - 1, left: 0, bottom: rows.length - 1, right: columnOf('reviewer') } };
  const accepted = result.findings.filter((finding) => groupOf(finding) === 'accepted');
  if (accepted.length > 0) add(withCount(translate(locale, 'sheet.group.accepted'), accepted.length, locale), accepted);
  const merges: Range[] = [];
  const addNotes = (title: string, notes: readonly SheetRow[]): void => {
    if (notes.length === 0) return;
    rows.push(groupRow(title, COLUMN_IDS.length));
    for (const note of notes) {
      merges.push({ top: rows.length, left: columnOf('left-cell'), bottom: rows.length, right: columnOf('difference') });
      rows.push(note);
    }
  };
  addNotes(
    translate(locale, 'sheet.skipped', { count: counted(result.skipped.length) }),
    result.skipped.map((entry) => skippedRow(entry, locale)),
  );
  const orphans = orphanRows(replies, result.findings);
  addNotes(translate(locale, 'sheet.orphans', { count: counted(orphans.length) }), orphans);
  return {
    sheet: 'discrepancies',
    name: translate(locale, 'sheet.name'),
    rows,
    widths: columnWidths(
      rows,
      COLUMN_IDS.map((id) => COLUMNS[id]),
      merges,
    ),
    merges,
    frozenRows,
    footer: translate(locale, 'sheet.page'),
    ...filter,
    hiddenColumns: [columnOf('code')],
  };
}

function heading(result: CheckResult, locale: Locale): SheetRow[] {
  const tables = result.tables.filter(isBudgetTable);
  const names = [...new Set(tables.map((table) => table.sheet))].join(translate(locale, 'present.list.separator'));
  const { checked, held, rounding, violated } = result.relations;
  const counts = { checked: counted(checked), held: counted(held), rounding: counted(rounding), violated: counted(violated) };
  const legend = LEGEND.map((mark) => text(translate(locale, `sheet.legend.${mark}`), mark));
  return [
    [text(translate(locale, 'sheet.title'), 'title')],
    [text(translate(locale, 'sheet.tables', { count: counted(tables.length), tables: names }), 'note')],
    [text(translate(locale, 'sheet.relations', counts), 'note')],
    [text(translate(locale, 'sheet.live'), 'note')],
    [null, text(translate(locale, 'sheet.legend'), 'note'), null, ...legend],
  ];
}

function header(locale: Locale): SheetRow {
  return COLUMN_IDS.map((id) => text(id === 'code' ? CODE_HEADING : translate(locale, `sheet.column.${id}`), 'header'));
}

interface Section {
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** A cause that explains several findings heads them; the gravest first. What stands alone comes under its class. */
function sections(result: CheckResult, locale: Locale): readonly Section[] {
  const open = result.findings.filter((finding) => groupOf(finding) !== 'accepted');
  const byId = new Map(open.map((finding) => [finding.id, finding]));
  const placed = new Set<string>();
  const explained = causeGroups(result.causes).flatMap(([cause]): (Section & { readonly rank: number })[] => {
    const findings = (cause?.findings ?? []).flatMap((id) => (placed.has(id) ? [] : (byId.get(id) ?? [])));
    if (cause === undefined || findings.length < 2) return [];
    for (const { id } of findings) placed.add(id);
    const rank = Math.min(...findings.map((finding) => FINDING_GROUPS.indexOf(groupOf(finding))));
    return [{ title: withCount(causeText(locale, cause), findings.length, locale), findings, rank }];
  });
  const alone = groupFindings(open.filter(({ id }) => !placed.has(id))).map(({ group, findings }) => ({
    title: withCount(translate(locale, `sheet.group.${group}`), findings.length, locale),
    findings,
    rank: FINDING_GROUPS.indexOf(group),
  }));
  return [...explained, ...alone].sort((a, b) => a.rank - b.rank);
}

function withCount(name: string, count: number, locale: Locale): string {
  return translate(locale, 'sheet.group', { name, count: counted(count) });
}

/** For each finding the likeliest change that mends it. */
function bestCauses(causes: readonly Cause[]): ReadonlyMap<string, Cause> {
  const best = new Map<string, Cause>();
  for (const cause of causes) for (const id of cause.findings) if ((best.get(id)?.confidence ?? -1) < cause.confidence) best.set(id, cause);
  return best;
}

function skippedRow(entry: Skipped, locale: Locale): SheetRow {
  return COLUMN_IDS.map((id) => {
    if (id === 'class') return text(entry.sheet ?? '');
    if (id === 'left-table') return text(ruleTitle(locale, entry.rule));
    return id === 'left-cell' ? text(skippedText(locale, entry)) : null;
  });
}

/** Nothing that a user wrote is lost: what the finding said, with the replies. */
function orphanRows(replies: ReadonlyMap<string, Reply>, findings: readonly Finding[]): readonly SheetRow[] {
  const known = new Set(findings.map(({ id }) => id));
  return [...replies]
    .filter(([id]) => !known.has(id))
    .map(([code, { clerk, reviewer, message }]) =>
      COLUMN_IDS.map((id) => {
        if (id === 'message') return text(message);
        if (id === 'clerk' || id === 'reviewer') return text(id === 'clerk' ? clerk : reviewer, 'reply');
        return id === 'code' ? text(code, 'code') : null;
      }),
    );
}
