/** Which question this file answers: how is the workbook read, checked and marked. */
import type { CheckResult } from '../core';
import type { Desk } from './desk';
import { examine } from './examine';
import { rememberMarks } from './live';
import type { Outcome } from './state';
import { watchWorkbook } from './watch';

/**
 * With a `scope` the whole workbook is read all the same, and the findings that touch that sheet are shown and marked. Where the search for the
 * causes takes longer than the eye waits, the findings are shown before it ends.
 */
export async function checkWorkbookNow(desk: Desk, scope?: string): Promise<void> {
  const { stale } = desk.now;
  // What is edited from here on makes the findings stale again.
  desk.set({ phase: 'reading', progress: 0, stale: false });
  try {
    await readAndCheck(desk, scope);
  } catch (error) {
    desk.set({ stale: stale || desk.now.stale });
    throw error;
  }
  await watchWorkbook(desk);
}

async function readAndCheck(desk: Desk, scope: string | undefined): Promise<void> {
  const { spreadsheet, now, breathe } = desk.tools;
  const started = now();
  const workbook = await spreadsheet.read((done, total) => {
    desk.checkpoint();
    desk.set({ progress: total === 0 ? 1 : done / total });
  });
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
  const { preferences, result, annotations } = await examine(desk, workbook, scope, ({ found: findings, ...step }) => {
    desk.set({ step, progress: step.done / step.total });
    if (findings) found = findings;
    else if (found !== null) {
      desk.set({ outcome: outcomeOf(found, 0), current: null });
      found = null;
    }
  });
  await breathe();
  desk.checkpoint();
  desk.set({ phase: 'marking', step: null, progress: null });
  const { highlighted, notices } = await spreadsheet.annotate(annotations);
  rememberMarks(desk, annotations);
  desk.set({ outcome: outcomeOf(result, highlighted), preferences, live: preferences.live ?? false, current: null, notices });
}
