/** Which question this file answers: how do the 差异清单 and the 勾稽关系底稿 get into the workbook. */
import type { GeneratedSheet, SheetMaker } from '../core/spreadsheet';
import type { Locale } from '../i18n';
import { discrepancySheet } from '../present/discrepancySheet';
import { workingPaper } from '../present/workingPaper';
import { checkWorkbookNow } from './check';
import type { Desk } from './desk';
import type { Outcome } from './state';
import { telling } from './steps';

const MAKERS: Readonly<Record<GeneratedSheet, (outcome: Outcome, locale: Locale) => SheetMaker>> = {
  discrepancies:
    ({ result, workbook }, locale) =>
    (earlier) =>
      discrepancySheet(result, locale, { workbook, earlier }),
  'working-paper':
    ({ result, workbook }, locale) =>
    () =>
      workingPaper(result, locale, workbook),
};

/** For the workbook as it is now: it is checked first when it was not, or was changed since. */
export async function writeSheet(desk: Desk, sheet: GeneratedSheet): Promise<void> {
  if (desk.now.outcome === null || desk.now.stale) await checkWorkbookNow(desk, desk.now.outcome?.scope);
  const { outcome } = desk.now;
  if (outcome === null) return;
  desk.set({ phase: 'writing', step: null, progress: null });
  const { name, notices } = await desk.tools.spreadsheet.writeSheet(
    sheet,
    MAKERS[sheet](outcome, desk.tools.locale),
    telling(desk, 'write'),
  );
  desk.set({ notices: [...desk.now.notices, ...notices], done: { id: 'pane.done.sheet', data: { name } } });
}
