/** Which question this file answers: how is everything of Gouji taken out of the workbook again. */
import type { EdgeNotice } from '../core/spreadsheet';
import { repliesOf } from '../present/replies';
import { replaceAnnotations } from './annotate';
import { codeOf } from './errors';
import { changeSettings } from './settings';
import { listSheets, type SheetInfo } from './sheets';
import { textsOf } from './writeSheet';

export interface Cleared {
  readonly annotations: number;
  readonly sheets: number;
  readonly notices: readonly EdgeNotice[];
}

/**
 * No annotations wanted, and the sheets that carry our hidden name deleted; what the user wrote stays. A sheet with replies on it is the
 * user's too: it goes only with `everything`, which takes the settings as well.
 */
export async function clearAll(context: Excel.RequestContext, clearedText: string, everything: boolean): Promise<Cleared> {
  const { removed, notices } = await replaceAnnotations(context, [], clearedText);
  if (everything) await changeSettings(context, () => null);
  const generated = (await listSheets(context)).filter((sheet) => sheet.generated !== null);
  const kept = everything ? [] : await withReplies(context, generated);
  const gone = generated.filter((sheet) => !kept.includes(sheet));
  const said = [...notices, ...kept.map(({ name }): EdgeNotice => ({ id: 'edge.notice.replies-kept', data: { sheet: name } }))];
  if (gone.length === 0) return { annotations: removed, sheets: 0, notices: said };
  for (const sheet of gone) context.workbook.worksheets.getItem(sheet.id).delete();
  try {
    await context.sync();
    return { annotations: removed, sheets: gone.length, notices: said };
  } catch (error) {
    if (!REFUSED.has(codeOf(error))) throw error;
    return { annotations: removed, sheets: 0, notices: [...said, { id: 'edge.notice.protected-workbook', data: {} }] };
  }
}

/** At most one sheet can hold replies. */
async function withReplies(context: Excel.RequestContext, generated: readonly SheetInfo[]): Promise<readonly SheetInfo[]> {
  const list = generated.find((sheet) => sheet.generated === 'discrepancies');
  if (list === undefined) return [];
  return repliesOf(await textsOf(context, list)).size > 0 ? [list] : [];
}

/** What Excel answers when the workbook's structure is protected. */
const REFUSED: ReadonlySet<string> = new Set(['AccessDenied', 'InvalidOperation', 'OperationNotAllowed']);
