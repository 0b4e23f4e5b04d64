/** Which question this file answers: how do the 差异清单 and the 勾稽关系底稿 get into the workbook. */
import type { GeneratedSheet, SheetMaker } from '../core/spreadsheet';
import { discrepancySheet } from '../present/discrepancySheet';
import { workingPaper } from '../present/workingPaper';
import { checkWorkbookNow } from './check';
import type { Desk } from './desk';
import type { Outcome } from './state';

export function writeDiscrepancySheet(desk: Desk): Promise<void> {
  const { locale } = desk.tools;
  return write(
    desk,
    'discrepancies',
    ({ result, workbook }) =>
      (earlier) =>
        discrepancySheet(result, locale, { workbook, earlier }),
  );
}

export function writeWorkingPaper(desk: Desk): Promise<void> {
  const { locale } = desk.tools;
  return write(
    desk,
    'working-paper',
    ({ result, workbook }) =>
      () =>
        workingPaper(result, locale, workbook),
  );
}

/** For the workbook as it is now: it is checked first when it was not, or was changed since. */
async function write(desk: Desk, sheet: GeneratedSheet, planOf: (outcome: Outcome) => SheetMaker): Promise<void> {
  if (desk.now.outcome === null || desk.now.stale) await checkWorkbookNow(desk, desk.now.outcome?.scope);
  const { outcome } = desk.now;
  if (outcome === null) return;
  desk.set({ phase: 'writing', progress: null });
  const { name, notices } = await desk.tools.spreadsheet.writeSheet(sheet, planOf(outcome));
  desk.set({ notices: [...desk.now.notices, ...notices], done: { id: 'pane.done.sheet', data: { name } } });
}
