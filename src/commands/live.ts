/** Which question this file answers: how is an edit checked at once (随改随查), without flicker and without getting in the user's way. */
import type { CellAnnotation, SheetChange } from '../core';
import type { Desk } from './desk';
import { examine } from './examine';

/** What is marked in the workbook, as far as this session knows. */
const marked = new WeakMap<Desk, ReadonlySet<string>>();

export function rememberMarks(desk: Desk, annotations: readonly CellAnnotation[]): void {
  marked.set(desk, new Set(annotations.map(keyOf)));
}

/**
 * Reads what changed, checks, shows. The phase stays as it is, so that the pane does not flicker. Cells are written only when something new
 * has to be marked: a mark whose figures agree again goes by itself, and every write of ours would stand between the user and his undo.
 * What another person changed is shown, and marked by that person's own add-in.
 */
export async function checkChanges(desk: Desk, changes: readonly SheetChange[]): Promise<void> {
  const { spreadsheet, now } = desk.tools;
  const before = desk.now.outcome;
  if (before === null || changes.length === 0) return;
  const started = now();
  try {
    const workbook = (await spreadsheet.refresh(before.workbook, changes)) ?? (await spreadsheet.read());
    const { result, annotations } = await examine(desk, workbook, before.scope);
    const { current } = desk.now;
    const stillThere = result.findings.some(({ id }) => id === current);
    desk.set({
      outcome: { ...before, workbook, result, milliseconds: now() - started },
      stale: false,
      current: stillThere ? current : null,
    });
    const known = marked.get(desk) ?? new Set();
    if (changes.every(({ remote }) => remote === true) || annotations.every((annotation) => known.has(keyOf(annotation)))) return;
    const { notices } = await spreadsheet.annotate(annotations);
    rememberMarks(desk, annotations);
    desk.set({ notices });
  } catch {
    // The user is typing, or the sheet is being rebuilt: the next change, or a check by hand, brings everything up to date.
    desk.set({ stale: true });
  }
}

/** A cell with its mark and what it waits for; comments are renewed by the next full check. */
function keyOf({ cell, mark, highlight, conditions }: CellAnnotation): string {
  return JSON.stringify([cell.sheet, cell.row, cell.column, mark, highlight, conditions]);
}
