/** Which question this file answers: how does a long check leave room for the page? It breathes between steps and can be cancelled there. */
import type { CheckProgress, Steps } from '../core';
import type { Desk } from './desk';

/** Milliseconds of work after which the page may draw: three frames, too short to be felt. */
export const LONGEST_STRETCH = 50;

/**
 * Drains the steps; every time they have run for `LONGEST_STRETCH`, and as soon as the findings are there, it tells how far they are, lets the page
 * draw, and ends when the user cancelled.
 */
export async function breathing<T>(desk: Desk, steps: Steps<T>, tell: (progress: CheckProgress) => void): Promise<T> {
  const { now, breathe } = desk.tools;
  let since = now();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (now() - since < LONGEST_STRETCH && value.found === undefined) continue;
    tell(value);
    await breathe();
    desk.checkpoint();
    since = now();
  }
}
