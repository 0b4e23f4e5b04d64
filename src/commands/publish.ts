/** Which question this file answers: 导出公开稿: how does a copy without anything of Gouji's get out, and how is the open workbook cleared for publication? */
import { FileError } from '../core/file-error';
import type { Desk } from './desk';

/** The bytes of a clean copy of the open workbook and the name to save it under; `null` when it could not be made, which the state then tells. */
export async function cleanCopy(desk: Desk): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
  const { name, bytes } = await desk.tools.spreadsheet.file();
  desk.checkpoint();
  try {
    const { publicCopy } = await import('../xlsx/annotate');
    const base = name.replace(/\.[^.]*$/, '') || '预算公开表';
    return { name: `${base}-公开稿${/\.xlsm$/i.test(name) ? '.xlsm' : '.xlsx'}`, bytes: publicCopy(bytes) };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    desk.set({ error: { id: error.id, data: error.data } });
    return null;
  }
}

/** Marks, comments, names, generated sheets and settings go; what the user wrote stays. */
export async function clearForPublication(desk: Desk): Promise<void> {
  const { notices } = await desk.tools.spreadsheet.clear({ everything: true });
  desk.set({ notices, adoptions: [], done: { id: 'pane.done.published', data: {} } });
}
