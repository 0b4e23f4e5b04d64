/** Which question this file answers: how is everything of Gouji taken out of the workbook again. */
import type { EdgeNotice } from '../core/spreadsheet';
import { replaceAnnotations } from './annotate';
import { codeOf } from './errors';
import { listSheets } from './sheets';

export interface Cleared {
  readonly annotations: number;
  readonly sheets: number;
  readonly notices: readonly EdgeNotice[];
}

/** No annotations wanted, and the sheets that carry our hidden name deleted; what the user wrote elsewhere stays. */
export async function clearAll(context: Excel.RequestContext, clearedText: string): Promise<Cleared> {
  const { removed, notices } = await replaceAnnotations(context, [], clearedText);
  const generated = (await listSheets(context)).filter((sheet) => sheet.generated);
  if (generated.length === 0) return { annotations: removed, sheets: 0, notices };
  for (const sheet of generated) context.workbook.worksheets.getItem(sheet.id).delete();
  try {
    await context.sync();
    return { annotations: removed, sheets: generated.length, notices };
  } catch (error) {
    if (!REFUSED.has(codeOf(error))) throw error;
    return { annotations: removed, sheets: 0, notices: [...notices, { id: 'edge.notice.protected-workbook', data: {} }] };
  }
}

/** What Excel answers when the workbook's structure is protected. */
const REFUSED: ReadonlySet<string> = new Set(['AccessDenied', 'InvalidOperation', 'OperationNotAllowed']);
