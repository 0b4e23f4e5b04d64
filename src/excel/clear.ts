/** Which question this file answers: how is everything of Gouji taken out of the workbook again. */
import type { EdgeNotice } from '../core/spreadsheet';
import { repliesOf } from '../present/replies';
import { replaceAnnotations } from './annotate';
import { codeOf } from './errors';
import { changeSettings } from './settings';
import { listSheets } from './sheets';
import { askTexts, textsIn } from './writeSheet';

export interface Cleared {
  readonly annotations: number;
  readonly sheets: number;
  readonly notices: readonly EdgeNotice[];
}

/**
 * Six round trips: two for the sheets, three for the marks, one for the sheets that go. No annotations wanted, and the sheets that carry our hidden name deleted; what the user wrote stays. A sheet with replies on it is the
 * user's too: it goes only with `everything`, which takes the settings as well.
 */
export async function clearAll(context: Excel.RequestContext, clearedText: string, everything: boolean): Promise<Cleared> {
  const sheets = await listSheets(context);
  const generated = sheets.filter((sheet) => sheet.generated !== null);
  // Asked for here, answered with the first question about the marks.
  const asked = generated.map((sheet) => askTexts(context, sheet));
  const { removed, notices } = await replaceAnnotations(context, [], clearedText, undefined, sheets);
  if (everything) await changeSettings(context, () => null);
  const kept = everything ? [] : generated.filter((_, index) => repliesOf(textsIn(asked[index] ?? null)).size > 0);
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

/** What Excel answers when the workbook's structure is protected. */
const REFUSED: ReadonlySet<string> = new Set(['AccessDenied', 'InvalidOperation', 'OperationNotAllowed']);
