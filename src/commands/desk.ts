/**
 * Which question this file answers: how do operations follow one another. The desk holds the state and its listeners and runs
 * one operation at a time; an operation is a function that takes the desk (check.ts, listing.ts, clear.ts, …).
 */
import { Cancelled, Unfinished } from '../core/cancelled';
import { isBusy, NOTHING, type Phase, type SessionState, type SessionTools } from './state';

/** What is said of a cancelled operation where more than its result was at stake. */
const CANCELLED_IN: Partial<Readonly<Record<Phase, string>>> = {
  marking: 'pane.done.cancelled.marking',
  writing: 'pane.done.cancelled.writing',
};

export class Desk {
  private state: SessionState = NOTHING;
  private readonly listeners = new Set<() => void>();
  private last: Promise<unknown> = Promise.resolve();
  private cancelled = false;
  private waiting = 0;

  constructor(readonly tools: SessionTools) {}

  get now(): SessionState {
    return this.state;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  /** Runs the operation after those before it. Never rejects: what goes wrong is in the state. */
  run(phase: Phase, operation: () => Promise<void>): Promise<void> {
    return this.queue(async () => {
      this.set({ phase, progress: null, step: null, error: null, notices: [], done: null });
      try {
        await operation();
        this.set({ phase: this.resting(), progress: null, step: null });
      } catch (error) {
        this.end(error);
      } finally {
        // What follows without a phase of its own was not cancelled.
        this.cancelled = false;
      }
    });
  }

  /** Tells why the operation ended, and what is left of what it wrote. */
  private end(error: unknown): void {
    const { cause, left } = error instanceof Unfinished ? error : { cause: error, left: [] };
    const { phase, notices } = this.state;
    this.set({ progress: null, step: null, notices: [...notices, ...left] });
    if (cause instanceof Cancelled)
      this.set({ phase: this.resting(), done: { id: CANCELLED_IN[phase] ?? 'pane.done.cancelled', data: {} } });
    else this.set({ phase: 'error', error: this.tools.noticeOf(cause) });
  }

  /** After the operations before it, without a phase of its own. The operation must not reject. */
  queue(operation: () => Promise<void>): Promise<void> {
    this.waiting += 1;
    const next = this.last.then(() => {
      this.waiting -= 1;
      return operation();
    });
    this.last = next;
    return next;
  }

  /** True while an operation waits for the running one. */
  get isWantedElsewhere(): boolean {
    return this.waiting > 0;
  }

  /** Ends the running operation at its next checkpoint; the one after it runs as usual. */
  cancel(): void {
    if (isBusy(this.state.phase)) this.cancelled = true;
  }

  /** Between two steps of an operation that may be ended there. Throws `Cancelled` once the user has cancelled. */
  checkpoint(): void {
    if (this.cancelled) throw new Cancelled();
  }

  resting(): Phase {
    return this.state.outcome === null ? 'idle' : 'done';
  }
}
