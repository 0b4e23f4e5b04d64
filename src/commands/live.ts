/** Which question this file answers: how is an edit checked at once (随改随查), without flicker and without getting in the user's way. */
import type { Cause, CellAnnotation, CheckResult, SheetChange, Workbook } from '../core';
import { Unfinished } from '../core/cancelled';
import type { Desk } from './desk';
import { examine } from './examine';

/** What is marked in the workbook, as far as this session knows. */
const marked = new WeakMap<Desk, ReadonlySet<string>>();

export function rememberMarks(desk: Desk, annotations: readonly CellAnnotation[]): void {
  marked.set(desk, new Set(annotations.map(keyOf)));
}

/**
 * Reads what changed, checks, shows: the findings at once, their causes when they are found. The phase stays as it is, so that the pane does not
 * flicker. Cells are written only when something new has to be marked: a mark whose figures agree again goes by itself, and every write of
 * ours would stand between the user and his undo. What another person changed is shown, and marked by that person's own add-in.
 */
export async function checkChanges(desk: Desk, changes: readonly SheetChange[]): Promise<'done' | 'causes-open' | 'unread'> {
  const { spreadsheet, now } = desk.tools;
  const before = desk.now.outcome;
  if (before === null) return 'done';
  const started = now();
  let shown = false;
  const show = (workbook: Workbook, result: CheckResult): void => {
    const { current } = desk.now;
    const stillThere = result.findings.some(({ id }) => id === current);
    desk.set({
      outcome: { ...before, workbook, result, milliseconds: now() - started },
      stale: false,
      current: stillThere ? current : null,
    });
    shown = true;
  };
  try {
    const workbook = (await spreadsheet.refresh(before.workbook, changes)) ?? (await spreadsheet.read());
    const { result, annotations } = await examine(desk, workbook, before.scope, ({ found }) => {
      if (found) show(workbook, { ...found, causes: causesThatStand(before.result, found) });
      else if (shown && desk.isWantedElsewhere) throw new Interrupted();
    });
    show(workbook, result);
    const known = marked.get(desk) ?? new Set();
    if (changes.every(({ remote }) => remote === true) || annotations.every((annotation) => known.has(keyOf(annotation)))) return 'done';
    const { notices } = await spreadsheet.annotate(annotations);
    rememberMarks(desk, annotations);
    desk.set({ notices });
    return 'done';
  } catch (error) {
    if (error instanceof Interrupted) return 'causes-open';
    if (error instanceof Unfinished) rememberMarks(desk, []);
    // The user is typing, or the sheet is being rebuilt: the next change, or a check by hand, brings everything up to date.
    desk.set({ stale: true });
    return shown ? 'done' : 'unread';
  }
}

/** The search for the causes was left, because the user does something else. */
class Interrupted extends Error {}

/** Until they are searched anew, the causes whose findings all read as they did: so nothing is regrouped that will only be grouped back. */
function causesThatStand(before: CheckResult, now: CheckResult): readonly Cause[] {
  const figures = ({ findings }: CheckResult): ReadonlyMap<string, string> =>
    new Map(findings.map(({ id, left, right }) => [id, `${left} ${right}`]));
  const [old, present] = [figures(before), figures(now)];
  return before.causes.filter(({ findings }) => findings.every((id) => present.has(id) && present.get(id) === old.get(id)));
}

/** A cell with its mark and what it waits for; comments are renewed by the next full check. */
function keyOf({ cell, mark, highlight, conditions }: CellAnnotation): string {
  return JSON.stringify([cell.sheet, cell.row, cell.column, mark, highlight, conditions]);
}
