/** Which question this file answers: how does the session hear of the user's edits. */
import type { Desk } from './desk';

const watched = new WeakSet<Desk>();

/** From the first check on, a change makes the findings stale. Without the event they simply are not marked so. */
export async function watchWorkbook(desk: Desk): Promise<void> {
  if (watched.has(desk)) return;
  watched.add(desk);
  try {
    await desk.tools.spreadsheet.watch(() => desk.set({ stale: desk.now.outcome !== null }));
  } catch (error) {
    watched.delete(desk);
    desk.set({ notices: [...desk.now.notices, { id: 'pane.notice.no-watch', data: {} }, desk.tools.noticeOf(error)] });
  }
}
