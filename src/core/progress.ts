/** Which question this file answers: how far has a check come? A check is a generator that yields this; who drains it may draw or stop between two steps. */

/** `recognise`: sheets that were read, of all; `check`: rules that were applied, of all; `diagnose`: the causes are being searched. */
export interface CheckProgress {
  readonly phase: 'recognise' | 'check' | 'diagnose';
  readonly done: number;
  readonly total: number;
}

/** Steps that yield how far they are and return what came of them. */
export type Steps<T> = Generator<CheckProgress, T, void>;

/** All steps in one go. */
export function drain<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
