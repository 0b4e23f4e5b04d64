/** Which question this file answers: how is the workbook read, checked and marked. */
import type { CheckResult, EdgeNotice } from '../core';
import { Unfinished } from '../core/cancelled';
import type { Desk } from './desk';
import { examine, type Examined } from './examine';
import { rememberMarks } from './live';
import type { Outcome } from './state';
import { telling } from './steps';
import { watchWorkbook } from './watch';

/**
 * With a `scope` the whole workbook is read all the same, and the findings that touch that sheet are shown and marked. Where the search for the
 * causes takes longer than the eye waits, the findings are shown before it ends.
 */
export async function checkWorkbookNow(desk: Desk, scope?: string): Promise<void> {
  const { stale } = desk.now;
  // What is edited from here on makes the findings stale again.
  desk.set({ phase: 'reading', progress: 0, stale: false });
  let checked: Checked;
  try {
    checked = await readAndCheck(desk, scope);
  } catch (error) {
    desk.set({ stale: stale || desk.now.stale });
    throw error;
  }
  try {
    await mark(desk, checked);
  } finally {
    await watchWorkbook(desk);
  }
}

interface Checked extends Examined {
  readonly outcomeOf: (result: CheckResult, marked: number) => Outcome;
}

async function readAndCheck(desk: Desk, scope: string | undefined): Promise<Checked> {
  const { spreadsheet, now, breathe } = desk.tools;
  const started = now();
  const workbook = await spreadsheet.read(telling(desk));
  desk.set({ phase: 'checking', progress: null });
  await breathe();
  desk.checkpoint();
  const outcomeOf = (result: CheckResult, marked: number): Outcome => ({
    workbook,
    result,
    ...(scope === undefined ? {} : { scope }),
    marked,
    milliseconds: now() - started,
  });
  let found: CheckResult | null = null;
  const examined = await examine(desk, workbook, scope, ({ found: findings, ...step }) => {
    desk.set({ step, progress: step.done / step.total });
    if (findings) found = findings;
    else if (found !== null) {
      desk.set({ outcome: outcomeOf(found, 0), current: null });
      found = null;
    }
  });
  await breathe();
  desk.checkpoint();
  return { ...examined, outcomeOf };
}

/** The findings are shown whether or not their cells can be marked. */
async function mark(desk: Desk, { preferences, result, annotations, outcomeOf }: Checked): Promise<void> {
  const show = (marked: number, notices: readonly EdgeNotice[]): void =>
    desk.set({ outcome: outcomeOf(result, marked), preferences, live: preferences.live ?? false, current: null, notices });
  desk.set({ phase: 'marking', step: null, progress: null });
  try {
    const { highlighted, notices } = await desk.tools.spreadsheet.annotate(annotations, telling(desk, 'mark'));
    rememberMarks(desk, annotations);
    show(highlighted, notices);
  } catch (error) {
    if (error instanceof Unfinished) rememberMarks(desk, []);
    show(0, error instanceof Unfinished ? [] : [{ id: 'edge.notice.not-marked', data: {} }]);
    throw error;
  }
}
