/** Which question this file answers: how does long work leave room for the page and the user? Between steps he sees how far it is, and may cancel. */
import type { CheckProgress, Steps } from '../core';
import type { Progress } from '../core/spreadsheet';
import type { Desk } from './desk';
import type { Step } from './state';

/** For work of the spreadsheet's: shows how far it is, and ends it when the user cancelled. `phase`: in numbers of what; absent: as a share only. */
export function telling(desk: Desk, phase?: Step['phase']): Progress {
  return (done, total) => {
    desk.checkpoint();
    desk.set({ progress: total === 0 ? 1 : done / total, ...(phase === undefined ? {} : { step: { phase, done, total } }) });
  };
}

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
