/**
 * Which question this file answers: what does a check say to a person at a terminal. Lines of plain text; colours only when
 * asked for. Whatever comes from a workbook is printed as one harmless line.
 */
import { isBudgetTable, type CheckResult, type Finding, type FindingCell, type Severity, type Table, type TableKind } from '../core/model';
import { rangeAddress } from '../core/workbook';
import { translate, type Locale } from '../i18n';
import { causeGroups, causeText } from './causes';
import {
  addressName,
  className,
  classOf,
  findingText,
  groupOf,
  kindName,
  placeName,
  severityName,
  sideCells,
  skippedText,
  type FindingGroup,
} from './messages';
import { ruleTitle } from './rules';
import { oneLine, padEnd, padStart, textWidth } from './width';

export interface TextOptions {
  readonly locale: Locale;
  /** ANSI colours. */
  readonly colour: boolean;
}

/** A side with more cells than this is cut and says so. */
const MOST_TERMS = 20;

const COLOURS = { error: 31, warning: 33, info: 36, faint: 90, strong: 1 } as const;

export function paint(text: string, colour: keyof typeof COLOURS, { colour: wanted }: TextOptions): string {
  return wanted ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text;
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** Without what the user accepted. */
export function countSeverities(findings: readonly { readonly severity: Severity; readonly accepted?: object }[]): SeverityCounts {
  const open = findings.filter(({ accepted }) => !accepted);
  const of = (severity: Severity): number => open.filter((finding) => finding.severity === severity).length;
  return { error: of('error'), warning: of('warning'), info: of('info') };
}

const asData = (counts: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(counts).map(([key, value]) => [key, String(value)]));

/** Everything about one workbook: its tables, what was found in each, what was not checked. Ends with a line break. */
export function textOf(result: CheckResult, file: string, options: TextOptions): string {
  const { locale } = options;
  const budget = result.tables.filter(isBudgetTable);
  const lines = [paint(oneLine(file), 'strong', options)];
  if (budget.length === 0) {
    const reasons = result.skipped.filter(({ rule }) => rule === 'workbook').map((entry) => skippedText(locale, entry));
    lines.push(`  ${oneLine(translate(locale, 'cli.text.no-tables', { reason: reasons.join(locale === 'en' ? '; ' : '；') }))}`);
    return `${lines.join('\n')}\n`;
  }
  const stating = budget.filter(({ kind, bodyRows }) => bodyRows > 0 && !FORMS.has(kind));
  lines.push(...indent(tableList(stating, options)), ...indent(otherTables(budget, stating, locale)), '');
  const { checked, held, rounding, violated } = result.relations;
  lines.push(`  ${translate(locale, 'cli.text.relations', asData({ checked, held, rounding, violated }))}`);
  lines.push(
    `  ${translate(locale, result.findings.length === 0 ? 'cli.text.no-findings' : 'cli.text.severities', asData(countSeverities(result.findings)))}`,
  );
  lines.push(...findingSections(result, options), ...causeSection(result, options), ...skippedSection(result, options));
  return `${lines.join('\n')}\n`;
}

/** The line under several workbooks. */
export function textTotal(results: readonly CheckResult[], unreadable: number, { locale }: TextOptions): string {
  const counts = countSeverities(results.flatMap(({ findings }) => findings));
  return `${translate(locale, 'cli.text.total', asData({ files: results.length, ...counts, unreadable }))}\n`;
}

export const indent = (lines: readonly string[], by = 2): readonly string[] =>
  lines.map((line) => (line === '' ? line : ' '.repeat(by) + line));

// ---- tables -------------------------------------------------------------------------------------------------------

function tableList(tables: readonly Table[], options: TextOptions): readonly string[] {
  const { locale } = options;
  const header = (['sheet', 'range', 'kind', 'unit', 'year', 'rows'] as const).map((column) =>
    translate(locale, `cli.text.column.${column}`),
  );
  const rows = tables.map((table) => [
    oneLine(table.sheet),
    rangeAddress(table.range),
    kindName(locale, table.kind),
    table.unit ?? '',
    table.year === null ? '' : String(table.year),
    translate(locale, 'cli.text.rows', { mapped: String(table.mappedRows), rows: String(table.bodyRows) }) +
      (table.unread.length > 0 ? translate(locale, 'cli.text.unread', { count: String(table.unread.length) }) : ''),
  ]);
  const [first, ...rest] = align([header, ...rows]);
  return [paint(first ?? '', 'faint', options), ...rest];
}

/** Forms have rows of indicators, not of amounts. */
const FORMS: ReadonlySet<TableKind> = new Set(['performance-overall', 'performance-project']);

/** Tables without rows of amounts (performance goals, mostly) are counted by kind: a workbook may hold dozens. */
function otherTables(all: readonly Table[], listed: readonly Table[], locale: Locale): readonly string[] {
  const counts = new Map<TableKind, number>();
  for (const { kind } of all.filter((table) => !listed.includes(table))) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  if (counts.size === 0) return [];
  const kinds = [...counts].map(([kind, count]) =>
    translate(locale, 'cli.text.kind-count', { kind: kindName(locale, kind), count: String(count) }),
  );
  return [translate(locale, 'cli.text.without-amounts', { kinds: kinds.join(translate(locale, 'present.list.separator')) })];
}

/** Columns as wide as their widest entry, two blanks between them. */
export function align(rows: readonly (readonly string[])[], right: ReadonlySet<number> = new Set()): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((text, column) => (widths[column] = Math.max(widths[column] ?? 0, textWidth(text))));
  return rows.map((row) =>
    row
      .map((text, column) => (right.has(column) ? padStart(text, widths[column] ?? 0) : padEnd(text, widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

// ---- findings -----------------------------------------------------------------------------------------------------

const BRIEF: readonly FindingGroup[] = ['rounding', 'accepted'];

/** The findings of each table under its name; plain rounding gaps and then what was accepted last and one line each. */
function findingSections(result: CheckResult, options: TextOptions): readonly string[] {
  const { locale } = options;
  const briefly = (group: FindingGroup): readonly Finding[] => result.findings.filter((finding) => groupOf(finding) === group);
  const serious = result.findings.filter((finding) => !BRIEF.includes(groupOf(finding)));
  const lines: string[] = [];
  let heading = '';
  for (const finding of serious) {
    const at = headingOf(finding, result.tables, locale);
    if (at !== heading) lines.push('', `  ${paint(at, 'strong', options)}`);
    heading = at;
    lines.push(...indent(findingLines(finding, options), 4));
  }
  for (const group of BRIEF) {
    const findings = briefly(group);
    if (findings.length === 0) continue;
    lines.push('', `  ${paint(translate(locale, `cli.text.${group}`, { count: String(findings.length) }), 'strong', options)}`);
    lines.push(...findings.map((finding) => `    ${paint(oneLine(findingText(locale, finding)), 'faint', options)}`));
  }
  return lines;
}

function headingOf(finding: Finding, tables: readonly Table[], locale: Locale): string {
  const cell = finding.cells[0]?.cell;
  if (cell === undefined) return '';
  const table = tables.find(({ sheet, range }) => sheet === cell.sheet && cell.row >= range.top && cell.row <= range.bottom);
  return table === undefined ? oneLine(cell.sheet) : `${oneLine(table.sheet)}  ${kindName(locale, table.kind)}`;
}

function findingLines(finding: Finding, options: TextOptions): readonly string[] {
  const { locale } = options;
  const severity = paint(`[${severityName(locale, finding.severity)}]`, finding.severity, options);
  const kind = classOf(finding) === 'mismatch' ? '' : ` ${className(locale, classOf(finding))}`;
  const lines = [`${severity}${kind} ${ruleTitle(locale, finding.rule)}`, ...indent([oneLine(findingText(locale, finding))])];
  const rows = [...termRows(finding, 'left', locale), ...termRows(finding, 'right', locale)];
  // Names are read from the left, amounts from the right; a name needs no label, it is one.
  if (finding.class === 'label') return [...lines, ...indent(align(rows.map((row) => row.slice(0, 4))))];
  rows.push([translate(locale, 'cli.text.difference'), '', '', finding.difference, '']);
  return [...lines, ...indent(align(rows, new Set([3])))];
}

/** Side, cell, sign, value, label: one row a cell; a side of several cells ends with its sum. */
function termRows(finding: Finding, side: FindingCell['side'], locale: Locale): string[][] {
  const cells = sideCells(finding, side);
  const several = cells.length > 1;
  const rows = cells
    .slice(0, MOST_TERMS)
    .map(({ cell, value, nil, sign, label }, index) => [
      index === 0 ? translate(locale, `cli.text.${side}`) : '',
      oneLine(cell.sheet === finding.cells[0]?.cell.sheet ? addressName(cell, locale) : placeName(cell, locale)),
      several ? (sign === 1 ? '+' : '-') : '',
      nil && value === '' ? translate(locale, 'cli.text.blank') : oneLine(value),
      oneLine(label),
    ]);
  if (cells.length > MOST_TERMS)
    rows.push(['', '', '', '', translate(locale, 'cli.text.more-terms', { count: String(cells.length - MOST_TERMS) })]);
  if (several) rows.push(['', '', '=', finding[side], '']);
  return rows;
}

/** Alternatives that are shown under the likeliest cause. */
const MOST_ALTERNATIVES = 2;

/** What is likely wrong, one entry for the findings that vanish together; its alternatives under it. */
function causeSection({ causes }: CheckResult, options: TextOptions): readonly string[] {
  const { locale } = options;
  const groups = causeGroups(causes);
  if (groups.length === 0) return [];
  const lines = ['', `  ${paint(translate(locale, 'cli.text.causes', { count: String(groups.length) }), 'strong', options)}`];
  for (const [first, ...others] of groups) {
    if (first) lines.push(`    ${oneLine(causeText(locale, first))}`);
    for (const other of others.slice(0, MOST_ALTERNATIVES))
      lines.push(`      ${paint(translate(locale, 'cli.text.cause-alternatives') + oneLine(causeText(locale, other)), 'faint', options)}`);
    const more = others.length - MOST_ALTERNATIVES;
    if (more > 0) lines.push(`      ${paint(translate(locale, 'cli.text.cause-more', { count: String(more) }), 'faint', options)}`);
  }
  return lines;
}

function skippedSection(result: CheckResult, options: TextOptions): readonly string[] {
  const { locale } = options;
  if (result.skipped.length === 0) return [];
  const rows = result.skipped.map((skipped) => [ruleTitle(locale, skipped.rule), oneLine(skippedText(locale, skipped))]);
  const title = translate(locale, 'cli.text.skipped', { count: String(rows.length) });
  return ['', `  ${paint(title, 'strong', options)}`, ...indent(align(rows), 4).map((line) => paint(line, 'faint', options))];
}
