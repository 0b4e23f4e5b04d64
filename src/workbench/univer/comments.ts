/**
 * The comments of the workbook: threads on cells. They are kept here, not in the grid: Univer's notes know no author and
 * no replies. The page draws the corner marks and the cards from this list; a saved file gets notes.
 */
import type { ModelComment, ModelReply, SheetId } from '../model';
import { GridError } from './engine';

export class Comments {
  private threads: readonly ModelComment[] = [];
  private readonly byCell = new Map<string, ModelComment>();
  private made = 0;

  constructor(private readonly changed: () => void) {}

  all(): readonly ModelComment[] {
    return this.threads;
  }

  at(sheet: SheetId, row: number, column: number): ModelComment | null {
    return this.byCell.get(key(sheet, row, column)) ?? null;
  }

  add(sheet: SheetId, row: number, column: number, content: string, author: string): ModelComment {
    if (this.at(sheet, row, column)) throw new GridError('InvalidOperation', 'The cell has a comment already');
    const comment: ModelComment = { id: this.newId(), sheet, row, column, content, author, replies: [] };
    this.replaceAll([...this.threads, comment]);
    return comment;
  }

  addReply(id: string, content: string, author: string): ModelReply {
    const reply: ModelReply = { id: this.newId(), content, author };
    this.replaceAll(replaced(this.threads, this.thread(id), (thread) => ({ ...thread, replies: [...thread.replies, reply] })));
    return reply;
  }

  /** Of a comment or of a reply. */
  setContent(id: string, content: string): void {
    const owner = this.ownerOf(id);
    this.replaceAll(
      replaced(this.threads, owner, (thread) =>
        thread.id === id
          ? { ...thread, content }
          : { ...thread, replies: thread.replies.map((reply) => (reply.id === id ? { ...reply, content } : reply)) },
      ),
    );
  }

  /** A comment with its replies, or one reply. */
  delete(id: string): void {
    const owner = this.ownerOf(id);
    this.replaceAll(
      owner.id === id
        ? this.threads.filter((thread) => thread !== owner)
        : replaced(this.threads, owner, (thread) => ({ ...thread, replies: thread.replies.filter((reply) => reply.id !== id) })),
    );
  }

  sheetDeleted(sheet: SheetId): void {
    if (this.threads.some((thread) => thread.sheet === sheet)) {
      this.replaceAll(this.threads.filter((thread) => thread.sheet !== sheet));
    }
  }

  private thread(id: string): ModelComment {
    const thread = this.threads.find((comment) => comment.id === id);
    if (!thread) throw new GridError('ItemNotFound', `No comment with id ${id}`);
    return thread;
  }

  private ownerOf(id: string): ModelComment {
    return this.threads.find((comment) => comment.replies.some((reply) => reply.id === id)) ?? this.thread(id);
  }

  replaceAll(threads: readonly ModelComment[]): void {
    this.threads = threads;
    this.byCell.clear();
    for (const thread of threads) this.byCell.set(key(thread.sheet, thread.row, thread.column), thread);
    this.changed();
  }

  private newId(): string {
    this.made += 1;
    return `comment-${this.made}`;
  }
}

function key(sheet: SheetId, row: number, column: number): string {
  return `${row}:${column}:${sheet}`;
}

function replaced(threads: readonly ModelComment[], old: ModelComment, change: (old: ModelComment) => ModelComment): ModelComment[] {
  return threads.map((thread) => (thread === old ? change(thread) : thread));
}
