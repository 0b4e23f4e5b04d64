/** Which question this file answers: how does the session hear of edits, and what follows. */
import type { SheetChange } from '../core';
import type { Desk } from './desk';
import { checkChanges } from './live';

const watched = new WeakSet<Desk>();

/**
 * From the first check on, a change makes the findings stale, or with 随改随查 is checked at once. Changes that come while a check runs are
 * checked together after it. Without the event the findings simply are not marked stale.
 */
export async function watchWorkbook(desk: Desk): Promise<void> {
  if (watched.has(desk)) return;
  watched.add(desk);
  const waiting: SheetChange[] = [];
  const changed = (change: SheetChange): void => {
    if (desk.now.outcome === null) return;
    if (!desk.now.live) {
      desk.set({ stale: true });
      return;
    }
    waiting.push(change);
    if (waiting.length === 1) void desk.queue(() => checkChanges(desk, waiting.splice(0)));
  };
  try {
    await desk.tools.spreadsheet.watch(changed);
  } catch (error) {
    watched.delete(desk);
    desk.set({ notices: [...desk.now.notices, { id: 'pane.notice.no-watch', data: {} }, desk.tools.noticeOf(error)] });
  }
}
