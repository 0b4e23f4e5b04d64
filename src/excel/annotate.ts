/** Which question this file answers: how do a check's annotations replace the earlier ones in Excel. */
import { Unfinished } from '../core/cancelled';
import { groupBy } from '../core/group';
import type { AnnotateOutcome, CellAnnotation, EdgeNotice, Progress } from '../core/spreadsheet';
import { addressOf, type CellRef } from '../core/workbook';
import { planMarks } from '../present/markPlan';
import { askThreads, carryOut, planComments, type CommentPlan, type Wanted } from './comments';
import { codeOf, stoppedInside } from './errors';
import { addHighlights, askHighlights, removeHighlights, replaceNames, type OwnHighlight } from './highlights';
import { listSheets, type SheetInfo } from './sheets';

export interface Replacement extends AnnotateOutcome {
  /** Cells and threads of ours that were there before. */
  readonly removed: number;
}

/** Where and with what annotations are replaced; whether anything has been written by now. */
interface Task {
  readonly context: Excel.RequestContext;
  /** Stands in for our text in a thread that a user answered and that is no longer wanted. */
  readonly cleared: string;
  readonly progress: Progress;
  written: boolean;
}

/**
 * Six round trips for up to a thousand comments, whatever the number of cells: two for the sheets, two for what is there, one for highlights
 * and deletions, one for a thousand comments. Protected sheets are left as they are and named. `sheets`: as they were just listed. Rejects with
 * `Unfinished` when it fails or is cancelled once something is written: all annotations are taken away then.
 */
export async function replaceAnnotations(
  context: Excel.RequestContext,
  annotations: readonly CellAnnotation[],
  cleared: string,
  progress: Progress = () => undefined,
  sheets?: readonly SheetInfo[],
): Promise<Replacement> {
  const task: Task = { context, cleared, progress, written: false };
  try {
    return await replacedWhere(task, sheets ?? (await listSheets(context)), annotations);
  } catch (error) {
    throw task.written ? new Unfinished(error, await takenBack(context, cleared)) : error;
  }
}

const CHANGED_MEANWHILE: ReadonlySet<string> = new Set(['AccessDenied', 'ItemNotFound', 'InvalidReference']);

async function replacedWhere(task: Task, sheets: readonly SheetInfo[], annotations: readonly CellAnnotation[]): Promise<Replacement> {
  try {
    return await replaceOnce(task, sheets, annotations);
  } catch (error) {
    // A sheet was protected, renamed or deleted while we wrote: what was written so far is known by itself, and is put right by going over
    // the workbook as it is now.
    if (!CHANGED_MEANWHILE.has(codeOf(error))) throw error;
    return replaceOnce(task, await listSheets(task.context), annotations);
  }
}

/** What there is of ours after all of it was to be taken away. */
async function takenBack(context: Excel.RequestContext, cleared: string): Promise<readonly EdgeNotice[]> {
  const task: Task = { context, cleared, progress: () => undefined, written: false };
  try {
    const { notices } = await replacedWhere(task, await listSheets(context), []);
    return [{ id: 'edge.notice.marks-taken-back', data: {} }, ...notices];
  } catch {
    // Excel takes nothing at all now; why it refused the marks is what is told.
    return [{ id: 'edge.notice.half-marked', data: {} }];
  }
}

async function replaceOnce(task: Task, sheets: readonly SheetInfo[], annotations: readonly CellAnnotation[]): Promise<Replacement> {
  const { context, cleared, progress } = task;
  const highlights = askHighlights(context, sheets);
  const comments = askThreads(context);
  const names = context.workbook.names;
  names.load('items/name');
  await context.sync();
  highlights.details();
  comments.details();
  await context.sync();

  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const writable = (name: string): boolean => byName.get(name)?.protected === false;
  const own = highlights.own();
  const plan = planComments(comments.threads(), wantedComments(annotations), writable, cleared);
  const marked = annotations.filter(({ cell }) => writable(cell.sheet));

  const total = marked.length + plan.steps.length;
  progress(0, total);
  await replaceHighlights(task, sheets, marked, { own, names, deletions: plan.deletions });
  progress(marked.length, total);
  const refused = await carryOut(context, plan.steps, (left) => progress(total - left, total));

  const lost = own.filter(({ sheet }) => sheet.protected).map(({ sheet }) => sheet);
  return {
    highlighted: marked.length,
    commented: wantedComments(marked).length - refused.length,
    removed: own.length - lost.length + plan.earlier,
    notices: [...unwritten(annotations, byName, lost), ...refusals(refused)],
  };
}

interface Earlier {
  readonly own: readonly OwnHighlight[];
  readonly names: Excel.NamedItemCollection;
  readonly deletions: CommentPlan['deletions'];
}

/** One round trip: what was there goes, the new highlights come. */
async function replaceHighlights(
  task: Task,
  sheets: readonly SheetInfo[],
  marked: readonly CellAnnotation[],
  { own, names, deletions }: Earlier,
): Promise<void> {
  const { context } = task;
  context.application.suspendScreenUpdatingUntilNextSync();
  removeHighlights(own);
  const { names: wanted, rules } = planMarks(marked);
  const kept = own.filter(({ sheet }) => sheet.protected).map(({ format }) => format.custom.rule.formula);
  replaceNames(context, names, wanted, kept);
  for (const deletion of deletions) deletion.delete();
  for (const sheet of sheets) {
    const here = rules.filter((rule) => rule.sheet === sheet.name);
    if (here.length > 0) addHighlights(context, sheet, here);
  }
  try {
    await context.sync();
    task.written = true;
  } catch (error) {
    task.written ||= stoppedInside(error);
    throw error;
  }
}

function wantedComments(annotations: readonly CellAnnotation[]): readonly Wanted[] {
  return annotations.flatMap(({ cell, comment }) => (comment === null ? [] : [{ cell, text: comment }]));
}

/** One notice a sheet that could not be written, in the order of the annotations. */
function unwritten(
  annotations: readonly CellAnnotation[],
  byName: ReadonlyMap<string, SheetInfo>,
  lost: readonly SheetInfo[],
): EdgeNotice[] {
  const counts = new Map<string, number>();
  for (const { cell } of annotations)
    if (byName.get(cell.sheet)?.protected !== false) counts.set(cell.sheet, (counts.get(cell.sheet) ?? 0) + 1);
  const notices = [...counts].map(([sheet, count]): EdgeNotice => {
    const id = byName.has(sheet) ? 'edge.notice.protected' : 'edge.notice.sheet-missing';
    return { id, data: { sheet, count: String(count) } };
  });
  const silent = new Set(lost.map((sheet) => sheet.name).filter((name) => !counts.has(name)));
  return [...notices, ...[...silent].map((sheet): EdgeNotice => ({ id: 'edge.notice.protected-clear', data: { sheet } }))];
}

const MOST_NAMED = 3;

function refusals(refused: readonly CellRef[]): EdgeNotice[] {
  const bySheet = groupBy(refused, (cell) => cell.sheet);
  return [...bySheet].map(([sheet, cells]): EdgeNotice => {
    if (cells.length > MOST_NAMED) return { id: 'edge.notice.comments-refused', data: { sheet, count: String(cells.length) } };
    return { id: 'edge.notice.comment', data: { cells: `${sheet} ${cells.map(addressOf).join('、')}` } };
  });
}
