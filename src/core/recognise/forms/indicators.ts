/** What does one indicator (绩效指标) state: name, relation, value, unit, weight? */
import { shift, type Decimal } from '../../amount';
import type { FormText, Indicator, IndicatorRelation } from '../../forms';
import { parseFigure } from '../figure';
import { cellIn, refOf, type ViewCell, type ViewRow } from '../sheetView';
import { compact, textOf } from '../text';
import { indicatorColumnOf, projectColumnOf, type IndicatorColumn, type ProjectColumn } from './labels';

export interface IndicatorHeader {
  readonly columns: ReadonlyMap<IndicatorColumn, number>;
  /** Columns of a flat table that tell of the project. */
  readonly project: ReadonlyMap<ProjectColumn, number>;
}

/** The heading row of a list of indicators; `null` when the row is none. */
export function indicatorHeader(row: ViewRow): IndicatorHeader | null {
  const columns = new Map<IndicatorColumn, number>();
  const project = new Map<ProjectColumn, number>();
  for (const cell of row.cells) {
    const meaning = indicatorColumnOf(cell.text);
    if (meaning !== null && !columns.has(meaning)) columns.set(meaning, cell.column);
    else if (meaning === null) {
      const told = projectColumnOf(cell.text);
      if (told !== null && !project.has(told)) project.set(told, cell.column);
    }
  }
  if (!columns.has('value') || columns.size < 3) return null;
  if (!columns.has('name')) {
    const finest = columns.get('level2') ?? columns.get('level1');
    if (finest === undefined) return null;
    columns.set('name', finest);
  }
  return { columns, project };
}

const RELATIONS: readonly (readonly [RegExp, IndicatorRelation])[] = [
  [/^(?:≥|>=|大于等于|不低于|不少于|不小于)/, '>='],
  [/^(?:≤|<=|小于等于|不高于|不超过|不多于|不大于)/, '<='],
  [/^(?:=|等于)/, '='],
  [/^(?:>|大于|高于|超过)/, '>'],
  [/^(?:<|小于|低于|少于)/, '<'],
  [/^定性/, 'qualitative'],
];

function relationOf(text: string): { readonly relation: IndicatorRelation; readonly rest: string } | null {
  for (const [pattern, relation] of RELATIONS) {
    const match = pattern.exec(text);
    if (match) return { relation, rest: text.slice(match[0].length) };
  }
  return null;
}

const FIGURE = /^([+-]?\d[\d,]*(?:\.\d+)?)(.*)$/;
/** 2024年12月底前, 3月底: a date, not a figure with its unit. */
const DATE = /^(?:年|月|日|:).*[\d底前末]/;

interface StatedValue {
  readonly relation: IndicatorRelation | null;
  readonly number: Decimal | null;
  readonly unit: string | null;
}

/** 「≥95%」, 「≤2万元」, 「610套」, 「比上年提升」. */
export function statedValue(text: string): StatedValue {
  const told = relationOf(text);
  const rest = told?.rest ?? text;
  const match = FIGURE.exec(rest);
  const figure = match ? parseFigure(match[1] as string) : null;
  const unit = match?.[2] ?? '';
  if (!figure || DATE.test(unit) || /\d/.test(unit) || unit.length > 10)
    return { relation: told?.relation ?? null, number: null, unit: null };
  return { relation: told?.relation ?? null, number: figure.value, unit: unit === '' ? null : unit };
}

function isPercentFormat(cell: ViewCell): boolean {
  return typeof cell.cell.value === 'number' && (cell.cell.format ?? '').includes('%');
}

/** A figure in percent points where the cell shows a percentage. */
function numberOf(cell: ViewCell | undefined): Decimal | null {
  if (!cell) return null;
  if (cell.figure.type === 'amount') return isPercentFormat(cell) ? shift(cell.figure.value, 2) : cell.figure.value;
  if (cell.figure.type === 'nil' && !cell.figure.dash) return { units: 0n, scale: 0 };
  return statedValue(cell.text).number;
}

export function formText(sheet: string, cell: ViewCell): FormText {
  return { text: textOf(cell.cell.value).trim(), cell: refOf(sheet, cell) };
}

/** Reads one row below an indicator header; `null` when it names no indicator. `above` are the levels of the row before. */
export function readIndicator(
  row: ViewRow,
  { columns }: IndicatorHeader,
  above: readonly [string | null, string | null],
  sheet: string,
): Indicator | null {
  const at = (column: IndicatorColumn): ViewCell | undefined => {
    const index = columns.get(column);
    return index === undefined ? undefined : cellIn(row, index);
  };
  const name = at('name');
  if (!name || name.figure.type !== 'text') return null;
  const level1 = at('level1')?.text ?? null;
  const levels: [string | null, string | null] = [
    level1 ?? above[0],
    at('level2')?.text ?? (level1 !== null && level1 !== above[0] ? null : above[1]),
  ];
  const value = at('value');
  const stated = value ? statedValue(value.text) : null;
  const relation = at('relation');
  const unit = at('unit')?.text ?? (value && isPercentFormat(value) ? '%' : null) ?? stated?.unit ?? null;
  const weight = at('weight');
  const core = at('core');
  const description = at('description');
  return {
    levels,
    name: formText(sheet, name),
    description: description ? formText(sheet, description) : null,
    relation: (relation ? relationOf(compact(relation.text))?.relation : undefined) ?? stated?.relation ?? null,
    value: value ? formText(sheet, value) : null,
    number: value?.figure.type === 'text' ? (stated?.number ?? null) : numberOf(value),
    unit,
    weight: numberOf(weight),
    weightCell: weight ? refOf(sheet, weight) : null,
    core: core ? /^是|^√|^Y/i.test(core.text) : null,
  };
}
