/** Which question this file answers: how does long work end before its end, and what does it say of what it leaves? */
import type { EdgeNotice } from './spreadsheet';

/** Thrown by whoever is told how far long work is, to end it there. */
export class Cancelled extends Error {}

/** Work ends with this once it has written something: what it wrote was taken back, or that could not be done. */
export class Unfinished extends Error {
  constructor(
    /** Why it ended: `Cancelled`, or what the spreadsheet program answered. */
    override readonly cause: unknown,
    /** What is there now. */
    readonly left: readonly EdgeNotice[],
  ) {
    super('Unfinished');
  }
}
