/** Which question this file answers: what stands in which cell of the 差异清单 sheet. */
import { isBeside } from '../core/beside';
import { isBudgetTable, type CheckResult, type Finding, type Skipped, type Table, type Term, type Unit } from '../core/model';
import type { PlannedCell, PlannedStyle, SheetPlan } from '../core/spreadsheet';
import type { CellRef, Range, Workbook } from '../core/workbook';
import { translate, type Locale } from '../i18n';
import { differenceFormula, sumFormula } from './liveFormula';
import {
  className,
  classOf,
  findingText,
  groupFindings,
  groupOf,
  placeList,
  severityName,
  sideCells,
  skippedText,
  type FindingGroup,
} from './messages';
import { ruleTitle } from './rules';

type SheetRow = readonly (PlannedCell | null)[];

const COLUMNS = ['number', 'severity', 'class', 'rule', 'left-cell', 'left', 'right-cell', 'right', 'difference', 'message'] as const;
/** In characters, in the order of COLUMNS. */
const WIDTHS = [5, 7, 14, 22, 17, 13, 24, 13, 11, 80] as const;
const LEFT_COLUMN = 'F';
const RIGHT_COLUMN = 'H';
const MOST_CELLS = 6;

const GROUP_STYLE: Readonly<Record<FindingGroup, PlannedStyle>> = {
  error: 'error',
  warning: 'warning',
  label: 'warning',
  hint: 'info',
  doubtful: 'info',
  rounding: 'info',
  accepted: 'note',
};

/**
 * The sheet for a check's result. With the workbook that was checked, numbers stored as text are met by formulas that
 * read them; without it every amount is taken for a number. Everything that comes from the workbook is text or a link.
 */
export function discrepancySheet(result: CheckResult, locale: Locale, workbook: Workbook | null = null): SheetPlan {
  const rows: SheetRow[] = [
    ...heading(result, locale),
    COLUMNS.map((column) => text(translate(locale, `sheet.column.${column}`), 'header')),
  ];
  const frozenRows = rows.length;
  let number = 0;
  for (const { group, findings } of groupFindings(result.findings)) {
    const name = translate(locale, `sheet.group.${group}`);
    rows.push(groupRow(translate(locale, 'sheet.group', { name, count: String(findings.length) })));
    for (const finding of findings) {
      number += 1;
      rows.push(findingRow(finding, number, rows.length + 1, locale, workbook));
    }
  }
  if (number === 0) rows.push([text(translate(locale, 'sheet.none'), 'note')]);
  const skipped = skippedRows(result.skipped, locale);
  const merges = skipped.map((_row, index) => reasonRange(rows.length + 1 + index));
  if (skipped.length > 0) rows.push(groupRow(translate(locale, 'sheet.skipped', { count: String(skipped.length) })), ...skipped);
  return { name: translate(locale, 'sheet.name'), rows, widths: WIDTHS, merges, frozenRows };
}

function heading(result: CheckResult, locale: Locale): SheetRow[] {
  const tables = budgetTables(result);
  const names = [...new Set(tables.map((table) => table.sheet))].join(translate(locale, 'present.list.separator'));
  const { checked, held, rounding, violated } = result.relations;
  const counts = { checked: String(checked), held: String(held), rounding: String(rounding), violated: String(violated) };
  return [
    [text(translate(locale, 'sheet.title'), 'title')],
    [text(translate(locale, 'sheet.tables', { count: String(tables.length), tables: names }), 'note')],
    [text(translate(locale, 'sheet.relations', counts), 'note')],
    [text(translate(locale, 'sheet.live'), 'note')],
  ];
}

function budgetTables(result: CheckResult): readonly Table[] {
  return result.tables.filter(isBudgetTable);
}

/** `row` is the sheet's 1-based row that the finding will stand in. */
function findingRow(finding: Finding, number: number, row: number, locale: Locale, workbook: Workbook | null): SheetRow {
  const style = GROUP_STYLE[groupOf(finding)];
  const [left, right, difference] = values(finding, row, workbook);
  return [
    { type: 'number', value: String(number), format: '0' },
    text(severityName(locale, finding.severity), style),
    text(className(locale, classOf(finding))),
    text(ruleTitle(locale, finding.rule)),
    link(
      sideCells(finding, 'left').map((entry) => entry.cell),
      locale,
    ),
    left,
    link(
      sideCells(finding, 'right').map((entry) => entry.cell),
      locale,
    ),
    right,
    difference,
    text(findingText(locale, finding)),
  ];
}

type Values = readonly [PlannedCell | null, PlannedCell | null, PlannedCell | null];

function values(finding: Finding, row: number, workbook: Workbook | null): Values {
  if (finding.relation.type === 'label') return [text(finding.left), text(finding.right), null];
  // A figure inside a sentence is no cell's value, nor is a figure as its format shows it: no formula can follow them.
  if (finding.relation.type !== 'amount' || finding.display) return [text(finding.left), text(finding.right), text(finding.difference)];
  const leftUnit = unitOf(finding.relation.left) ?? unitOf(finding.relation.right);
  const rightUnit = unitOf(finding.relation.right) ?? leftUnit;
  if (leftUnit === null || rightUnit === null) return [text(finding.left), text(finding.right), text(finding.difference)];
  const decimals = decimalsOf(finding.difference);
  return [
    amount(finding.relation.left, leftUnit, finding.left, workbook),
    amount(finding.relation.right, rightUnit, finding.right, workbook),
    {
      type: 'formula',
      formula: differenceFormula(`${LEFT_COLUMN}${row}`, `${RIGHT_COLUMN}${row}`, leftUnit, rightUnit, decimals),
      value: finding.difference,
      format: amountFormat(decimals),
    },
  ];
}

function amount(terms: readonly Term[], unit: Unit, value: string, workbook: Workbook | null): PlannedCell {
  const decimals = decimalsOf(value);
  const formula = sumFormula(terms, unit, decimals, workbook);
  const format = amountFormat(decimals);
  return formula === null ? { type: 'number', value, format } : { type: 'formula', formula, value, format };
}

function unitOf(terms: readonly Term[]): Unit | null {
  return terms[0]?.fact.unit ?? null;
}

/** Digits after the point of a decimal string. */
function decimalsOf(value: string): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}

function amountFormat(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

function text(value: string, style?: PlannedStyle): PlannedCell {
  return style === undefined ? { type: 'text', text: value } : { type: 'text', text: value, style };
}

/** The first cell is the link; the text names them all. A sheet's name may begin like a formula: then it is bracketed. */
function link(cells: readonly CellRef[], locale: Locale): PlannedCell | null {
  const target = cells[0];
  if (target === undefined) return null;
  const shown = placeList(locale, cells, MOST_CELLS);
  // A place in another file can be named, not gone to.
  if (isBeside(target)) return text(shown);
  return { type: 'link', text: /^[=+\-@']/.test(shown) ? `〔${shown}〕` : shown, target };
}

/** The heading of a block runs over all columns. */
function groupRow(heading: string): SheetRow {
  return COLUMNS.map((_column, index) => text(index === 0 ? heading : '', 'group'));
}

function skippedRows(skipped: readonly Skipped[], locale: Locale): SheetRow[] {
  return skipped.map((entry) => [
    null,
    null,
    text(entry.sheet ?? ''),
    text(ruleTitle(locale, entry.rule)),
    text(skippedText(locale, entry)),
  ]);
}

/** A reason is a sentence: it runs from the left cell's column to the last. */
function reasonRange(row: number): Range {
  return { top: row, left: COLUMNS.indexOf('left-cell'), bottom: row, right: COLUMNS.length - 1 };
}
