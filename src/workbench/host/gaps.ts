/**
 * What was asked of the host that it does not have? Every such call is an error for the caller and is counted here, so
 * that a page can show it and a test can demand that there is none.
 */
import { HostError } from './errors';

export interface Gap {
  /** Type and member, e.g. `Range.autoFill()`. */
  readonly what: string;
  readonly count: number;
}

export class Gaps {
  private readonly counts = new Map<string, number>();
  private readonly listeners = new Set<(gap: Gap) => void>();

  /** Counts the gap, tells the listeners, and returns the error to throw. */
  raise(what: string): HostError {
    const count = (this.counts.get(what) ?? 0) + 1;
    this.counts.set(what, count);
    for (const listener of this.listeners) listener({ what, count });
    return new HostError('HostNotImplemented', what, `The workbench does not implement ${what}.`);
  }

  list(): readonly Gap[] {
    return [...this.counts].map(([what, count]) => ({ what, count }));
  }

  get total(): number {
    let sum = 0;
    for (const count of this.counts.values()) sum += count;
    return sum;
  }

  subscribe(listener: (gap: Gap) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
