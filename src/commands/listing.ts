/** Which question this file answers: how does the 差异清单 get into the workbook. */
import { discrepancySheet } from '../present/discrepancySheet';
import { checkWorkbookNow } from './check';
import type { Desk } from './desk';

/** For the workbook as it is now: it is checked first when it was not, or was changed since. */
export async function writeDiscrepancySheet(desk: Desk): Promise<void> {
  if (desk.now.outcome === null || desk.now.stale) await checkWorkbookNow(desk, desk.now.outcome?.scope);
  const { outcome } = desk.now;
  if (outcome === null) return;
  desk.set({ phase: 'writing', progress: null });
  const { spreadsheet, locale } = desk.tools;
  const name = await spreadsheet.writeSheet(discrepancySheet(outcome.result, locale, outcome.workbook));
  desk.set({ done: { id: 'pane.done.sheet', data: { name } } });
}
