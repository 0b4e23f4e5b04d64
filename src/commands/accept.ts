/** Which question this file answers: how does the workbook keep that the user accepts a finding, and that he takes it up again? */
import type { Finding } from '../core';
import { decodeSettings, encodeSettings, withIgnored, withoutIgnored, type WorkbookSettings } from '../core/settings';
import { checkWorkbookNow } from './check';
import type { Desk } from './desk';

/** Accepted for a reason as long as its figures stay as they are. */
export async function acceptFinding(desk: Desk, finding: Finding, reason: string): Promise<void> {
  await changeSettings(desk, (settings) => withIgnored(settings, finding, reason));
  desk.set({ done: { id: 'pane.done.accepted', data: {} } });
}

export async function reopenFinding(desk: Desk, finding: Finding): Promise<void> {
  await changeSettings(desk, (settings) => withoutIgnored(settings, finding));
  desk.set({ done: { id: 'pane.done.reopened', data: {} } });
}

/** Changes what the workbook keeps, and checks anew when there was a check. */
export async function changeSettings(desk: Desk, change: (settings: WorkbookSettings) => WorkbookSettings): Promise<void> {
  await desk.tools.spreadsheet.changeSettings((xml) => encodeSettings(change(decodeSettings(xml).settings)));
  if (desk.now.outcome !== null) await checkWorkbookNow(desk, desk.now.outcome.scope);
}
