/**
 * Which question this file answers: which comment goes to which cell, given the threads that are there already.
 * A cell without a thread gets one of ours; a thread of the user's gets a reply; a thread of ours that a user answered
 * is never deleted. What is ours is known by its first characters.
 */
import type { CellRef } from '../core/workbook';
import { isOurText } from '../present/marks';
import { noticeOf } from './errors';
import { parsePlace, placeKey } from './places';

/** A comment with its replies, as it stands in the workbook. */
export interface Thread {
  readonly cell: CellRef;
  readonly comment: Excel.Comment;
  readonly content: string;
  readonly replies: readonly { readonly reply: Excel.CommentReply; readonly content: string }[];
}

export interface Wanted {
  readonly cell: CellRef;
  readonly text: string;
}

/** What is left after the deletions: each may be refused by Excel, the others still go on. */
export type CommentStep =
  | { readonly type: 'add'; readonly cell: CellRef; readonly text: string }
  | { readonly type: 'reply'; readonly cell: CellRef; readonly text: string; readonly thread: Thread }
  | { readonly type: 'rewrite'; readonly cell: CellRef; readonly text: string; readonly thread: Thread };

export interface CommentPlan {
  readonly deletions: readonly (Excel.Comment | Excel.CommentReply)[];
  readonly steps: readonly CommentStep[];
  /** Comments and replies of ours that were there before. */
  readonly earlier: number;
}

/** Two questions, like those of highlights.ts. */
export function askThreads(context: Excel.RequestContext): { details(): void; threads(): readonly Thread[] } {
  const comments = context.workbook.comments;
  comments.load('items/id,items/content');
  let asked: { comment: Excel.Comment; location: Excel.Range }[] = [];
  return {
    details() {
      asked = comments.items.map((comment) => {
        const location = comment.getLocation();
        location.load('address');
        comment.replies.load('items/id,items/content');
        return { comment, location };
      });
    },
    threads: () =>
      asked.flatMap(({ comment, location }) => {
        const cell = parsePlace(location.address);
        const replies = comment.replies.items.map((reply) => ({ reply, content: reply.content }));
        return cell === null ? [] : [{ cell, comment, content: comment.content, replies }];
      }),
  };
}

/**
 * What to do so that exactly the wanted comments are there. `writable` says whether a sheet may be written;
 * `cleared` replaces our text in a thread that a user answered and that is no longer wanted.
 */
export function planComments(
  threads: readonly Thread[],
  wanted: readonly Wanted[],
  writable: (sheet: string) => boolean,
  cleared: string,
): CommentPlan {
  const texts = new Map(wanted.map(({ cell, text }) => [placeKey(cell), text]));
  const deletions: (Excel.Comment | Excel.CommentReply)[] = [];
  const steps: CommentStep[] = [];
  let earlier = 0;
  for (const thread of threads) {
    if (!writable(thread.cell.sheet)) {
      texts.delete(placeKey(thread.cell));
      continue;
    }
    const text = texts.get(placeKey(thread.cell));
    const ownReplies = thread.replies.filter(({ content }) => isOurText(content));
    const ownThread = isOurText(thread.content);
    earlier += ownReplies.length + (ownThread ? 1 : 0);
    if (ownThread && thread.replies.length === ownReplies.length) {
      if (thread.content === text) texts.delete(placeKey(thread.cell));
      else deletions.push(thread.comment);
      continue;
    }
    texts.delete(placeKey(thread.cell));
    if (ownThread) {
      const next = text ?? cleared;
      if (thread.content !== next) steps.push({ type: 'rewrite', cell: thread.cell, text: next, thread });
      deletions.push(...ownReplies.map(({ reply }) => reply));
      continue;
    }
    const kept = ownReplies.find(({ content }) => content === text);
    deletions.push(...ownReplies.filter((entry) => entry !== kept).map(({ reply }) => reply));
    if (text !== undefined && kept === undefined) steps.push({ type: 'reply', cell: thread.cell, text, thread });
  }
  for (const { cell } of wanted) {
    const text = texts.get(placeKey(cell));
    if (text === undefined || !writable(cell.sheet)) continue;
    texts.delete(placeKey(cell));
    steps.push({ type: 'add', cell, text });
  }
  return { deletions, steps, earlier };
}

/** After so many refusals the rest of the comments is given up: the cells stay highlighted and the pane explains them. */
const MOST_REFUSALS = 20;

/** In one round trip: far below the 5 MB that Excel on the web takes. */
const STEPS_AT_ONCE = 1000;

/**
 * Carries the steps out, a thousand in a round trip when all goes well, and tells how many are left after each. Excel stops a batch at the first call that it refuses (a
 * cell may hold an old note, which takes no comment) and keeps what came before; so the comments are read again, the
 * first step that is missing is the refused one, and the rest is tried anew. Returns the cells that were refused.
 */
export async function carryOut(
  context: Excel.RequestContext,
  steps: readonly CommentStep[],
  tell: (left: number) => void,
  refused: readonly CellRef[] = [],
): Promise<readonly CellRef[]> {
  if (steps.length === 0) return refused;
  if (refused.length >= MOST_REFUSALS) return [...refused, ...steps.map((step) => step.cell)];
  const now = steps.slice(0, STEPS_AT_ONCE);
  for (const step of now) queue(context, step);
  let done = false;
  try {
    await context.sync();
    done = true;
  } catch (error) {
    if (ENDS_EVERYTHING.has(noticeOf(error).id)) throw error;
  }
  if (done) {
    const later = steps.slice(now.length);
    tell(later.length);
    return carryOut(context, later, tell, refused);
  }
  const threads = await readThreads(context);
  const [first, ...rest] = steps.filter((step) => !isDone(step, threads)).map((step) => current(step, threads));
  return first === undefined ? refused : carryOut(context, rest, tell, [...refused, first.cell]);
}

/** Errors that no other cell would escape either. */
const ENDS_EVERYTHING: ReadonlySet<string> = new Set([
  'edge.error.cell-edit',
  'edge.error.session',
  'edge.error.busy',
  'edge.error.unsupported',
]);

function queue(context: Excel.RequestContext, step: CommentStep): void {
  if (step.type === 'add') {
    const cell = context.workbook.worksheets.getItem(step.cell.sheet).getRangeByIndexes(step.cell.row, step.cell.column, 1, 1);
    context.workbook.comments.add(cell, step.text);
  } else if (step.type === 'reply') step.thread.comment.replies.add(step.text);
  else step.thread.comment.content = step.text;
}

async function readThreads(context: Excel.RequestContext): Promise<readonly Thread[]> {
  const question = askThreads(context);
  await context.sync();
  question.details();
  await context.sync();
  return question.threads();
}

function threadAt(cell: CellRef, threads: readonly Thread[]): Thread | undefined {
  return threads.find((thread) => placeKey(thread.cell) === placeKey(cell));
}

function isDone(step: CommentStep, threads: readonly Thread[]): boolean {
  const thread = threadAt(step.cell, threads);
  if (thread === undefined) return false;
  return step.type === 'reply' ? thread.replies.some(({ content }) => content === step.text) : thread.content === step.text;
}

/** The same step on the thread as it was read again. */
function current(step: CommentStep, threads: readonly Thread[]): CommentStep {
  const thread = threadAt(step.cell, threads);
  return step.type === 'add' || thread === undefined ? step : { ...step, thread };
}
