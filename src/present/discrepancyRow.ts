/** Which question this file answers: what stands in the cells of one finding's row on the 差异清单. */
import type { Tolerance } from '../core/interval';
import type { Cause, Finding, FindingCell, Table } from '../core/model';
import type { PlannedCell, PlannedStyle } from '../core/spreadsheet';
import { addressOf, columnName, quoteSheetName, type Workbook } from '../core/workbook';
import { translate, type Locale } from '../i18n';
import { causeText } from './causes';
import type { WidthRange } from './columnWidths';
import { limitOf } from './conditions';
import { className, classOf, findingText, groupOf, kindName, sideCells, type FindingGroup } from './messages';
import type { Reply } from './replies';
import { ruleMeta, ruleTitle } from './rules';
import { amounts, figure, link, text, type SheetRow } from './sheetCells';

/** The columns from A on, with their widths in characters: no wider than they need, since the page is as wide as all of them. `code` is hidden. */
export const COLUMNS = {
  number: { least: 5, most: 7 },
  state: { least: 8, most: 12 },
  class: { least: 8, most: 12 },
  'left-table': { least: 10, most: 16 },
  'left-cell': { least: 10, most: 16 },
  left: { least: 10, most: 16 },
  'right-table': { least: 10, most: 16 },
  'right-cell': { least: 10, most: 16 },
  right: { least: 10, most: 16 },
  difference: { least: 9, most: 14 },
  message: { least: 30, most: 34 },
  cause: { least: 16, most: 28 },
  basis: { least: 18, most: 22 },
  clerk: { least: 15, most: 15 },
  reviewer: { least: 15, most: 15 },
  code: { least: 20, most: 20 },
} as const satisfies Readonly<Record<string, WidthRange>>;

export type ColumnId = keyof typeof COLUMNS;
export const COLUMN_IDS = Object.keys(COLUMNS) as readonly ColumnId[];

export function columnOf(id: ColumnId): number {
  return COLUMN_IDS.indexOf(id);
}

const STATE_STYLE: Readonly<Record<FindingGroup, PlannedStyle>> = {
  error: 'error',
  warning: 'warning',
  label: 'label',
  hint: 'rounding',
  doubtful: 'rounding',
  rounding: 'rounding',
  accepted: 'note',
};

export interface RowContext {
  readonly locale: Locale;
  readonly workbook: Workbook | null;
  /** The check's. */
  readonly tolerance: Tolerance;
  readonly tables: readonly Table[];
  /** The likeliest cause of each finding, by id. */
  readonly causes: ReadonlyMap<string, Cause>;
  readonly replies: ReadonlyMap<string, Reply>;
}

/** `row` is the sheet's 1-based row that the finding will stand in. */
export function findingRow(finding: Finding, number: number, row: number, context: RowContext): SheetRow {
  const { locale, causes, replies } = context;
  const [left, right, difference] = values(finding, row, context.workbook);
  const cause = causes.get(finding.id);
  const reply = replies.get(finding.id);
  const cells: Readonly<Record<ColumnId, PlannedCell | null>> = {
    number: { type: 'number', value: String(number), format: '0' },
    state: stateCell(finding, row, context),
    class: text(className(locale, classOf(finding))),
    'left-table': tableCell(finding, 'left', context),
    'left-cell': sideLink(finding, 'left', locale),
    left,
    'right-table': tableCell(finding, 'right', context),
    'right-cell': sideLink(finding, 'right', locale),
    right,
    difference,
    message: text(findingText(locale, finding)),
    cause: text(cause === undefined ? '' : causeText(locale, cause)),
    basis: text(basisText(locale, finding.rule)),
    clerk: text(reply?.clerk ?? '', 'reply'),
    reviewer: text(reply?.reviewer ?? '', 'reply'),
    code: text(finding.id, 'code'),
  };
  return COLUMN_IDS.map((id) => cells[id]);
}

function basisText(locale: Locale, rule: string): string {
  const title = ruleTitle(locale, rule);
  const basis = ruleMeta(rule)?.basis;
  return basis === undefined ? title : translate(locale, 'sheet.basis', { rule: title, basis });
}

function sideLink(finding: Finding, side: FindingCell['side'], locale: Locale): PlannedCell | null {
  return link(
    sideCells(finding, side).map(({ cell }) => cell),
    locale,
  );
}

/** What the table of a side's first cell is called. */
function tableCell(finding: Finding, side: FindingCell['side'], { tables, locale }: RowContext): PlannedCell {
  const cell = sideCells(finding, side)[0]?.cell;
  if (cell === undefined) return text('');
  const table = tables.find(({ sheet, range }) => sheet === cell.sheet && cell.row >= range.top && cell.row <= range.bottom);
  return text(table === undefined || table.kind === 'other' ? cell.sheet : kindName(locale, table.kind));
}

/** 「不一致」, which turns to 「已一致」 by itself; what no formula can follow is 「待核实」 until the next check. */
function stateCell(finding: Finding, row: number, { locale, tolerance }: RowContext): PlannedCell {
  const style = STATE_STYLE[groupOf(finding)];
  if (finding.accepted) return text(translate(locale, 'sheet.state.accepted'), style);
  const open = translate(locale, finding.class === 'rounding' ? 'sheet.state.rounding' : 'sheet.state.open');
  const condition = stateCondition(finding, row, tolerance);
  if (condition === null) return text(translate(locale, 'sheet.state.check'), style);
  const formula = `=IFERROR(IF(${condition},"${open}","${translate(locale, 'sheet.state.mended')}"),"${open}")`;
  return { type: 'formula', formula, value: open, format: 'General', style };
}

function stateCondition(finding: Finding, row: number, tolerance: Tolerance): string | null {
  const at = (id: ColumnId): string => `${columnName(columnOf(id))}${row}`;
  if (finding.relation.type === 'label') return `NOT(EXACT(TRIM(${at('left')}),TRIM(${at('right')})))`;
  const limit = limitOf(finding, tolerance);
  if (limit === null) return null;
  const gap = at('difference');
  return { '=': `ABS(${gap})>${limit}`, '<=': `${gap}>${limit}`, '>=': `-${gap}>${limit}` }[finding.op];
}

type Values = readonly [PlannedCell | null, PlannedCell | null, PlannedCell | null];

function values(finding: Finding, row: number, workbook: Workbook | null): Values {
  const { relation } = finding;
  if (relation.type === 'label') return [nameCell(finding, 'left'), nameCell(finding, 'right'), null];
  // A figure inside a sentence is no cell's value, nor is a figure as its format shows it: no formula can follow them.
  if (relation.type !== 'amount' || finding.display) return [figure(finding.left), figure(finding.right), figure(finding.difference)];
  return amounts(relation, finding, { row, left: columnOf('left'), right: columnOf('right') }, workbook);
}

function nameCell(finding: Finding, side: FindingCell['side']): PlannedCell {
  const cell = sideCells(finding, side)[0]?.cell;
  const value = finding[side];
  if (cell === undefined) return text(value);
  return { type: 'formula', formula: `=T(${quoteSheetName(cell.sheet)}!${addressOf(cell)})`, value, format: 'General' };
}
