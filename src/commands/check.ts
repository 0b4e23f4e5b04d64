/** Which question this file answers: how is the workbook read, checked and marked. */
import type { Desk } from './desk';
import { examine } from './examine';
import { rememberMarks } from './live';
import { watchWorkbook } from './watch';

/** With a `scope` the whole workbook is read all the same, and the findings that touch that sheet are shown and marked. */
export async function checkWorkbookNow(desk: Desk, scope?: string): Promise<void> {
  const { spreadsheet, now, breathe } = desk.tools;
  const started = now();
  desk.set({ phase: 'reading', progress: 0 });
  const workbook = await spreadsheet.read((done, total) => {
    desk.checkpoint();
    desk.set({ progress: total === 0 ? 1 : done / total });
  });
  desk.set({ phase: 'checking', progress: null });
  await breathe();
  desk.checkpoint();
  const { preferences, result, annotations } = await examine(desk, workbook, scope, (step) =>
    desk.set({ step, progress: step.phase === 'diagnose' ? null : step.done / step.total }),
  );
  await breathe();
  desk.checkpoint();
  desk.set({ phase: 'marking', step: null, progress: null });
  const { highlighted, notices } = await spreadsheet.annotate(annotations);
  rememberMarks(desk, annotations);
  const outcome = { workbook, result, ...(scope === undefined ? {} : { scope }), marked: highlighted, milliseconds: now() - started };
  desk.set({ outcome, preferences, live: preferences.live ?? false, stale: false, current: null, notices });
  await watchWorkbook(desk);
}
