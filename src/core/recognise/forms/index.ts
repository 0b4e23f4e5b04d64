/** Which forms does a performance table (整体绩效, 项目绩效) hold, and what do they state? By labels and neighbours, never by position. */
import { ZERO, add, compare, formatDecimal, isZero, shift, type Decimal } from '../../amount';
import type { FormAmount, FormParagraph, FormText, Indicator, PerformanceForm } from '../../forms';
import type { Unit } from '../../model';
import { unitInBrackets } from '../../units';
import { parseFigure } from '../figure';
import { cellIn, refOf, type ViewCell, type ViewRow } from '../sheetView';
import { compact, textOf } from '../text';
import { isNote } from '../vocabulary';
import { formText, indicatorHeader, readIndicator, type IndicatorHeader } from './indicators';
import { fieldOf, type FieldLabel, type ProjectColumn } from './labels';

interface Builder {
  project: FormText | null;
  code: FormText | null;
  department: FormText | null;
  organisation: FormText | null;
  amounts: FormAmount[];
  paragraphs: FormParagraph[];
  indicators: Indicator[];
  executionWeight: Decimal | null;
  sum: boolean;
  first: number;
  last: number;
}

function emptyForm(row: number): Builder {
  return {
    project: null,
    code: null,
    department: null,
    organisation: null,
    amounts: [],
    paragraphs: [],
    indicators: [],
    executionWeight: null,
    sum: false,
    first: row,
    last: row,
  };
}

export interface FormContext {
  readonly kind: 'overall' | 'project';
  readonly sheet: string;
  readonly unit: Unit | null;
}

/** 「50015223T000003454194-2023年初专项-…」: the project's code before its name. */
const CODE_BEFORE_NAME = /^([0-9A-Z]{12,})[-－—](.+)$/s;

function nameProject(form: Builder, text: FormText): void {
  const match = CODE_BEFORE_NAME.exec(text.text);
  form.project = match ? { ...text, text: (match[2] as string).trim() } : text;
  if (match) form.code ??= { ...text, text: match[1] as string };
}

function amountOf(label: ViewCell, role: FormAmount['role'], cell: ViewCell | undefined, context: FormContext): FormAmount {
  const figure = cell?.figure;
  const stated = unitInBrackets(label.text);
  return {
    role,
    label: label.text,
    value: figure?.type === 'amount' ? figure.value : null,
    printed: figure?.type === 'amount' ? formatDecimal(figure.value, figure.decimals) : (cell?.text ?? ''),
    unit: stated ?? context.unit,
    cell: cell ? refOf(context.sheet, cell) : { sheet: context.sheet, row: label.row, column: label.column + 1 },
  };
}

function store(form: Builder, field: FieldLabel, label: ViewCell, value: ViewCell | undefined, context: FormContext): void {
  const { sheet } = context;
  switch (field.field) {
    case 'amount':
      // words beside the label of an amount are no amount
      if (!value || value.figure.type !== 'text') form.amounts.push(amountOf(label, field.role, value, context));
      return;
    case 'paragraph':
      if (value) form.paragraphs.push({ ...formText(sheet, value), role: field.role, label: label.text });
      return;
    case 'project':
      if (value) nameProject(form, formText(sheet, value));
      return;
    case 'code':
    case 'department':
    case 'organisation':
      if (value) form[field.field] ??= formText(sheet, value);
      return;
    case 'execution-weight':
      form.executionWeight = value?.figure.type === 'amount' ? value.figure.value : null;
      return;
    default:
  }
}

const INLINE_AMOUNT = /^(.+?)(亿元|万元|千元|百元|元)?$/;

/** 「资金总额：2,397.12万元」. */
function storeInlineAmount(
  form: Builder,
  cell: ViewCell,
  label: string,
  role: FormAmount['role'],
  text: string,
  context: FormContext,
): void {
  const match = INLINE_AMOUNT.exec(compact(text));
  const figure = match && parseFigure(match[1] as string);
  if (!match || !figure) return;
  const unit = (match[2] as Unit | undefined) ?? context.unit;
  const printed = formatDecimal(figure.value, figure.decimals);
  form.amounts.push({ role, label, value: figure.value, printed, unit, cell: refOf(context.sheet, cell) });
}

/** 「编制单位：732-某局」 in one cell. */
function storeInline(form: Builder, cell: ViewCell, context: FormContext): boolean {
  const text = textOf(cell.cell.value);
  const match = /^([^:\uff1a]{2,12})[:\uff1a]\s*(\S.*)$/s.exec(text.trim());
  const label = match ? compact(match[1] as string) : '';
  const field = match ? fieldOf(label) : null;
  if (match && field?.field === 'amount') storeInlineAmount(form, cell, label, field.role, match[2] as string, context);
  if (!match || (field?.field !== 'organisation' && field?.field !== 'department' && field?.field !== 'project')) return false;
  const value = { text: (match[2] as string).trim(), cell: refOf(context.sheet, cell) };
  if (field.field === 'project') nameProject(form, value);
  else form[field.field] ??= value;
  return true;
}

/** The labels of a row that hold no value beside them, to be answered by the row below. */
interface Pending {
  readonly group: { readonly cell: ViewCell; readonly field: FieldLabel } | null;
  readonly columns: readonly { readonly cell: ViewCell; readonly field: FieldLabel }[];
  /** 任务名称 | 主要内容: a small table of tasks. */
  readonly tasks: { readonly name: number; readonly content: number } | null;
}

const NOTHING: Pending = { group: null, columns: [], tasks: null };

/** Reads one row of a form's head. */
function readHead(form: Builder, row: ViewRow, pending: Pending, context: FormContext): Pending {
  const labels = row.cells.map((cell) => ({ cell, field: cell.figure.type === 'text' ? fieldOf(cell.text) : null }));
  const fields = labels.filter((entry): entry is { cell: ViewCell; field: FieldLabel } => entry.field !== null);
  if (fields.length === 0) {
    answer(form, row, pending, context);
    for (const cell of row.cells) storeInline(form, cell, context);
    return pending.tasks ? pending : { ...NOTHING, group: pending.group };
  }
  const tasks = fields.filter(({ field }) => field.field === 'task');
  if (tasks.length === 2) {
    return { ...NOTHING, tasks: { name: tasks[0]?.cell.column as number, content: tasks[1]?.cell.column as number } };
  }
  const unanswered: { cell: ViewCell; field: FieldLabel }[] = [];
  let group: Pending['group'] = null;
  labels.forEach(({ cell, field }, i) => {
    if (!field) {
      if (i === 0 || labels[i - 1]?.field === null) storeInline(form, cell, context);
      return;
    }
    const next = labels[i + 1];
    if (next && next.field === null) store(form, field, cell, next.cell, context);
    else if (i === 0 && next) group = { cell, field };
    else unanswered.push({ cell, field });
  });
  // A blank beside the label of an amount is nil, unless the row below answers the whole row.
  const below = fields.length > 1 && labels.every((entry) => entry.field !== null);
  if (!below) for (const { cell, field } of unanswered) store(form, field, cell, undefined, context);
  return { group, columns: below ? unanswered : [], tasks: null };
}

/** A row without labels answers the labels above it: column by column, or the group's label as a whole. */
function answer(form: Builder, row: ViewRow, pending: Pending, context: FormContext): void {
  if (pending.tasks) {
    const name = cellIn(row, pending.tasks.name);
    const content = cellIn(row, pending.tasks.content);
    if (name && content) form.paragraphs.push({ ...formText(context.sheet, content), role: 'task', label: name.text });
    return;
  }
  if (pending.columns.length > 0) {
    for (const { cell, field } of pending.columns) store(form, field, cell, cellIn(row, cell.column), context);
    return;
  }
  const [only] = row.cells;
  if (pending.group && row.cells.length === 1 && only && pending.group.field.field === 'paragraph') {
    store(form, pending.group.field, pending.group.cell, only, context);
  }
}

/** Whether a row below indicators begins another form: it names a project or asks for an amount. */
function beginsForm(row: ViewRow): boolean {
  const [first] = row.cells;
  const field = first && first.figure.type === 'text' ? fieldOf(first.text) : null;
  return (
    field !== null && (field.field === 'project' || field.field === 'code' || field.field === 'department' || field.field === 'amount')
  );
}

/** One row of a flat table: the project's own columns, where they are filled, begin a form. */
function readFlat(
  forms: Builder[],
  row: ViewRow,
  header: IndicatorHeader,
  headings: ViewRow,
  carried: { unit: FormText | null },
  context: FormContext,
): void {
  const at = (column: ProjectColumn): ViewCell | undefined => {
    const index = header.project.get(column);
    return index === undefined ? undefined : cellIn(row, index);
  };
  const unit = at('organisation');
  if (unit) carried.unit = formText(context.sheet, unit);
  const project = at('project');
  const amount = at('amount');
  if (!project && !amount) return;
  const form = emptyForm(row.index);
  form.organisation = carried.unit;
  if (project) nameProject(form, formText(context.sheet, project));
  else form.sum = true;
  const code = at('code');
  if (code) form.code = formText(context.sheet, code);
  const label = cellIn(headings, header.project.get('amount') ?? -1);
  if (label) form.amounts.push(amountOf(label, 'total', amount, context));
  const goal = at('goal');
  if (goal) form.paragraphs.push({ ...formText(context.sheet, goal), role: 'goal', label: cellIn(headings, goal.column)?.text ?? '' });
  forms.push(form);
}

/** Weights as percent points: where a form states shares of 1 (0.5 + 0.05 …), they are multiplied out. */
function inPoints(indicators: readonly Indicator[]): readonly Indicator[] {
  const total = indicators.reduce((sum, { weight }) => (weight ? add(sum, weight) : sum), ZERO);
  if (isZero(total) || compare(total, SHARES) > 0) return indicators;
  return indicators.map((indicator) => (indicator.weight ? { ...indicator, weight: shift(indicator.weight, 2) } : indicator));
}

/** Shares of 1 may be off by a slip; weights in points come to 80 and more. */
const SHARES: Decimal = { units: 15n, scale: 1 };

/** All forms of one table, in order; rows are those below the title. */
export function readForms(rows: readonly ViewRow[], { unit, ...rest }: FormContext): readonly PerformanceForm[] {
  const context: FormContext = { ...rest, unit: unit ?? unitInLabels(rows) };
  const forms: Builder[] = [];
  let form: Builder | null = null;
  let header: IndicatorHeader | null = null;
  let headings: ViewRow | null = null;
  let pending: Pending = NOTHING;
  let levels: readonly [string | null, string | null] = [null, null];
  const carried: { unit: FormText | null } = { unit: null };
  for (const row of rows) {
    const [first] = row.cells;
    if (!first || (header && isNote(first.text))) continue;
    const found = indicatorHeader(row);
    if (found) {
      header = found;
      headings = row;
      levels = [null, null];
      // the headings of a flat table, repeated on the next page, begin no form
      if (!form && !found.project.has('project')) forms.push((form = emptyForm(row.index)));
      continue;
    }
    if (header && headings && !header.project.has('project') && beginsForm(row)) {
      header = null;
      form = null;
    }
    if (header && headings) {
      if (header.project.has('project')) {
        const before: number = forms.length;
        readFlat(forms, row, header, headings, carried, context);
        form = forms[forms.length - 1] ?? null;
        if (forms.length > before) levels = [null, null];
      }
      const indicator = readIndicator(row, header, levels, context.sheet);
      if (indicator && form) {
        form.indicators.push(indicator);
        form.last = row.index;
        levels = indicator.levels;
      }
      continue;
    }
    if (!form) forms.push((form = emptyForm(row.index)));
    pending = readHead(form, row, pending, context);
    form.last = row.index;
  }
  return forms.filter(isFilled).map((built) => finished(built, context.kind));
}

/** The unit that a label of the form states for all: 项目资金（万元）. */
function unitInLabels(rows: readonly ViewRow[]): Unit | null {
  for (const row of rows) {
    for (const cell of row.cells) {
      const unit = cell.text.length < 24 ? unitInBrackets(cell.text) : null;
      if (unit) return unit;
    }
  }
  return null;
}

function isFilled(form: Builder): boolean {
  return form.indicators.length > 0 || form.project !== null || form.amounts.some((amount) => amount.value !== null);
}

function finished({ first, last, ...form }: Builder, kind: PerformanceForm['kind']): PerformanceForm {
  return { ...form, kind, indicators: inPoints(form.indicators), rows: [first, last] };
}
