/**
 * Which question this file answers: what went wrong in Excel, and what should the user do now.
 * Office's errors carry a code; the words are ours (src/i18n), so that they say what to do next.
 */
import { Cancelled, Unfinished } from '../core/cancelled';
import type { EdgeNotice } from '../core/spreadsheet';

/** An error with a sentence for the user. `cause` is what Excel reported. */
export class EdgeError extends Error {
  constructor(
    readonly notice: EdgeNotice,
    override readonly cause?: unknown,
  ) {
    super(notice.id);
    this.name = 'EdgeError';
  }
}

/** Office error code → message id. Codes: Excel.ErrorCodes, OfficeExtension.ErrorCodes, and the numbers of the common API. */
const MESSAGE_OF_CODE: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode: 'edge.error.cell-edit',
  '5004': 'edge.error.cell-edit',
  AccessDenied: 'edge.error.protected',
  '7000': 'edge.error.protected',
  RequestPayloadSizeLimitExceeded: 'edge.error.too-large',
  ResponsePayloadSizeLimitExceeded: 'edge.error.too-large',
  '5103': 'edge.error.too-large',
  '5104': 'edge.error.too-large',
  RichApiRequestTooLarge: 'edge.error.too-large',
  RichApiResponseTooLarge: 'edge.error.too-large',
  ApiNotFound: 'edge.error.unsupported',
  ApiNotAvailable: 'edge.error.unsupported',
  NotImplemented: 'edge.error.unsupported',
  UnsupportedOperation: 'edge.error.unsupported',
  ActivityLimitReached: 'edge.error.busy',
  '5102': 'edge.error.busy',
  ServerBusy: 'edge.error.busy',
  Busy: 'edge.error.busy',
  ItemNotFound: 'edge.error.gone',
  InvalidReference: 'edge.error.gone',
  Conflict: 'edge.error.conflict',
  FilteredRangeConflict: 'edge.error.filtered',
  '5012': 'edge.error.session',
  InvalidOrTimedOutSession: 'edge.error.session',
  InvalidRequestContext: 'edge.error.session',
  ConnectionFailure: 'edge.error.session',
};

/** The sentence for any error that an edge operation ends with; one that is not known is quoted by its code. */
export function noticeOf(error: unknown): EdgeNotice {
  if (error instanceof Unfinished) return noticeOf(error.cause);
  if (error instanceof EdgeError) return error.notice;
  const code = codeOf(error);
  const known = MESSAGE_OF_CODE[code];
  if (known !== undefined) return { id: known, data: {} };
  // Excel's errors carry a code; an error without one is a fault of our own and must not be blamed on Excel.
  return code === '' ? { id: 'edge.error.internal', data: { detail: nameOf(error) } } : { id: 'edge.error.other', data: { code } };
}

/** Runs one operation of the edge; whatever goes wrong leaves it as an EdgeError, or as work that the user ended or that is unfinished. */
export async function explained<T>(operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    const isExplained = error instanceof EdgeError || error instanceof Cancelled || error instanceof Unfinished;
    throw isExplained ? error : new EdgeError(noticeOf(error), error);
  }
}

/**
 * The same for an operation that writes. Where Excel denies access it does not say whether something is protected or the whole workbook may only
 * be read (an Excel on the web that only views it, for one): the workbook itself is asked.
 */
export async function explainedWriting<T>(operation: () => Promise<T>): Promise<T> {
  try {
    return await explained(operation);
  } catch (error) {
    const refused = error instanceof EdgeError || error instanceof Unfinished;
    if (refused && DENIED.has(noticeOf(error).id) && (await isReadOnly()))
      throw new EdgeError({ id: 'edge.error.read-only', data: {} }, error.cause);
    throw error;
  }
}

/** What access that is denied becomes. */
const DENIED: ReadonlySet<string> = new Set(['edge.error.protected', 'edge.sheet.protected-workbook', 'edge.write.protected']);

async function isReadOnly(): Promise<boolean> {
  try {
    return await Excel.run(async (context) => {
      context.workbook.load('readOnly');
      await context.sync();
      return context.workbook.readOnly;
    });
  } catch {
    // What is known is said: access was denied.
    return false;
  }
}

/** Objects of office.js come from its own library, so that the code is read structurally, not by instanceof. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  const { code } = error;
  return typeof code === 'string' || typeof code === 'number' ? String(code) : '';
}

/** A batch stopped at one of its calls: what came before that is done. One that Excel refuses whole names no place. */
export function stoppedInside(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('debugInfo' in error)) return false;
  const { debugInfo } = error;
  return typeof debugInfo === 'object' && debugInfo !== null && 'errorLocation' in debugInfo && Boolean(debugInfo.errorLocation);
}

export function isTooLarge(error: unknown): boolean {
  return MESSAGE_OF_CODE[codeOf(error)] === 'edge.error.too-large';
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
