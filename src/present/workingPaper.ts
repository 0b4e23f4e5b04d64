/** Which question this file answers: what stands on the 勾稽关系底稿: every relation that was checked, both sides as formulas. */
import type { CheckedRelation, CheckResult, Finding, Relation } from '../core/model';
import type { PlannedCell, PlannedStyle, SheetPlan } from '../core/spreadsheet';
import type { CellRef, Workbook } from '../core/workbook';
import { translate, type Locale } from '../i18n';
import { columnWidths, type WidthRange } from './columnWidths';
import { counted } from './counts';
import { inspect, OPERATOR } from './inspection';
import { ruleTitle } from './rules';
import { amounts, figure, groupRow, link, text, type SheetRow } from './sheetCells';

/** With their widths in characters. */
const COLUMNS = {
  number: { least: 6, most: 8 },
  verdict: { least: 11, most: 12 },
  'left-cell': { least: 16, most: 26 },
  left: { least: 12, most: 18 },
  op: { least: 6, most: 6 },
  'right-cell': { least: 24, most: 40 },
  right: { least: 12, most: 18 },
  difference: { least: 10, most: 14 },
} as const satisfies Readonly<Record<string, WidthRange>>;
type ColumnId = keyof typeof COLUMNS;
const COLUMN_IDS = Object.keys(COLUMNS) as readonly ColumnId[];
const columnOf = (id: ColumnId): number => COLUMN_IDS.indexOf(id);

/** A sheet of more rows is no paper any more; those that hold are counted from here on. */
const MOST_ROWS = 5000;

const STYLE: Readonly<Record<CheckedRelation['verdict'], PlannedStyle | undefined>> = {
  held: undefined,
  rounding: 'rounding',
  violated: 'error',
};

/** Grouped by rule, in the order of the rules. */
export function workingPaper(result: CheckResult, locale: Locale, workbook: Workbook | null = null): SheetPlan {
  const { checked, held, rounding, violated } = result.relations;
  const counts = { checked: counted(checked), held: counted(held), rounding: counted(rounding), violated: counted(violated) };
  const rows: SheetRow[] = [
    [text(translate(locale, 'paper.title'), 'title')],
    [text(translate(locale, 'sheet.relations', counts), 'note')],
    COLUMN_IDS.map((id) => text(translate(locale, `paper.column.${id}`), 'header')),
  ];
  const frozenRows = rows.length;
  const findings = new Map(result.findings.map((finding) => [finding.id, finding]));
  const listed = result.checks.slice(0, MOST_ROWS);
  const rules = [...new Set(listed.map(({ relation }) => relation.rule))];
  let number = 0;
  for (const rule of rules) {
    const own = listed.filter(({ relation }) => relation.rule === rule);
    const name = ruleTitle(locale, rule);
    rows.push(groupRow(translate(locale, 'sheet.group', { name, count: counted(own.length) }), COLUMN_IDS.length));
    for (const check of own) {
      number += 1;
      const finding = check.finding === null ? null : (findings.get(check.finding) ?? null);
      rows.push(relationRow(check, finding, number, rows.length + 1, locale, workbook));
    }
  }
  const more = result.checks.length - listed.length;
  if (more > 0) rows.push([text(translate(locale, 'paper.more', { count: counted(more) }), 'note')]);
  if (number === 0) rows.push([text(translate(locale, 'paper.none'), 'note')]);
  return {
    sheet: 'working-paper',
    name: translate(locale, 'paper.name'),
    rows,
    widths: columnWidths(
      rows,
      COLUMN_IDS.map((id) => COLUMNS[id]),
    ),
    footer: translate(locale, 'sheet.page'),
    merges: [],
    frozenRows,
    ...(number === 0 ? {} : { filter: { top: frozenRows - 1, left: 0, bottom: rows.length - 1, right: COLUMN_IDS.length - 1 } }),
  };
}

function relationRow(
  { relation, verdict }: CheckedRelation,
  finding: Finding | null,
  number: number,
  row: number,
  locale: Locale,
  workbook: Workbook | null,
): SheetRow {
  const [left, right, difference] = values(relation, finding, row, workbook);
  const style = STYLE[verdict];
  const { left: leftCells, right: rightCells } = cellsOf(relation);
  const cells: Readonly<Record<ColumnId, PlannedCell | null>> = {
    number: { type: 'number', value: String(number), format: '0' },
    verdict: text(translate(locale, `paper.verdict.${verdict}`), style),
    'left-cell': link(leftCells, locale),
    left,
    op: text('op' in relation ? OPERATOR[relation.op] : '='),
    'right-cell': link(rightCells, locale),
    right,
    difference,
  };
  return COLUMN_IDS.map((id) => cells[id]);
}

type Values = readonly [PlannedCell | null, PlannedCell | null, PlannedCell | null];

function values(relation: Relation, finding: Finding | null, row: number, workbook: Workbook | null): Values {
  const at = { row, left: columnOf('left'), right: columnOf('right') };
  if (relation.type === 'amount') {
    const { left, right } = inspect(relation);
    const decimals = Math.max(...[left.total, right.total].map((total) => total.split('.')[1]?.length ?? 0));
    const difference = finding?.difference ?? (0).toFixed(decimals);
    return amounts(relation, { left: left.total, right: right.total, difference }, at, workbook);
  }
  const said = statedOf(relation);
  return [figure(finding?.left ?? said.left), figure(finding?.right ?? said.right), finding === null ? null : figure(finding.difference)];
}

/** What a relation that no formula can follow says on its two sides. */
function statedOf(relation: Exclude<Relation, { readonly type: 'amount' }>): { readonly left: string; readonly right: string } {
  switch (relation.type) {
    case 'label':
      return { left: relation.left.name, right: relation.right.name };
    case 'wording':
      return { left: relation.left.text, right: relation.expected };
    case 'cell':
      return { left: relation.stated, right: relation.expected };
    case 'product':
      return { left: relation.total.printed, right: `${relation.quantity.printed} × ${relation.price.printed}` };
    case 'narrative': {
      const printed = (terms: typeof relation.left): string => terms.map(({ figure, fact }) => (figure ?? fact).printed).join(' + ');
      return { left: printed(relation.left), right: printed(relation.right) };
    }
  }
}

function cellsOf(relation: Relation): { readonly left: readonly CellRef[]; readonly right: readonly CellRef[] } {
  switch (relation.type) {
    case 'amount':
      return { left: relation.left.map(({ fact }) => fact.cell), right: relation.right.map(({ fact }) => fact.cell) };
    case 'label':
      return { left: [relation.left.nameCell], right: [relation.right.nameCell] };
    case 'narrative': {
      const cells = (terms: typeof relation.left): readonly CellRef[] => terms.map(({ figure, fact }) => (figure ?? fact).cell);
      return { left: cells(relation.left), right: cells(relation.right) };
    }
    case 'wording':
      return { left: [relation.left.cell], right: relation.right.map(({ cell }) => cell) };
    case 'cell':
      return { left: relation.left.map(({ cell }) => cell), right: relation.right.map(({ cell }) => cell) };
    case 'product':
      return { left: [relation.total.cell], right: [relation.quantity.cell, relation.price.cell] };
  }
}
