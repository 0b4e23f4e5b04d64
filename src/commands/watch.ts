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
  let unread: readonly SheetChange[] = [];
  let queued = false;
  const follow = async (): Promise<void> => {
    queued = false;
    const changes = unread;
    unread = [];
    const end = await checkChanges(desk, changes);
    if (end === 'done') return;
    // They are read once more: with the next change when they could not be read, else as soon as the user has what he waits for.
    unread = [...changes, ...unread];
    if (end === 'causes-open') queue();
  };
  const queue = (): void => {
    if (queued) return;
    queued = true;
    void desk.queue(follow);
  };
  const changed = (change: SheetChange): void => {
    if (desk.now.outcome === null) return;
    if (!desk.now.live) {
      desk.set({ stale: true });
      return;
    }
    unread = [...unread, change];
    queue();
  };
  try {
    await desk.tools.spreadsheet.watch(changed);
  } catch (error) {
    watched.delete(desk);
    desk.set({ notices: [...desk.now.notices, { id: 'pane.notice.no-watch', data: {} }, desk.tools.noticeOf(error)] });
  }
}
