/** Which question this file answers: how far has a check come? A check is a generator that yields this; who drains it may draw or stop between two steps. */

import type { CheckResult } from './model';

/** `recognise`: sheets that were read, of all; `check`: rules that were applied, of all; `diagnose`: violated relations whose causes were searched, of all. */
export interface CheckProgress {
  readonly phase: 'recognise' | 'check' | 'diagnose';
  readonly done: number;
  readonly total: number;
  /** With the first step of `diagnose`: the whole result but for the causes, which are still to come. Most users look at the findings first. */
  readonly found?: CheckResult;
}

/** Steps that yield how far they are and return what came of them. */
export type Steps<T> = Generator<CheckProgress, T, void>;

/** All steps in one go. */
export function drain<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
