/** Which causes did a planted slip bring about, and how are they told in a list of failures? */
import type { Cause, CheckResult } from '../../../src/core/model';
import { keyOf, type Subject } from './subjects';

const signature = ({ cells, findings }: Cause): string =>
  `${cells.map(({ cell, suggested }) => `${keyOf(cell)}=${suggested}`).join(' ')} ${findings.join(' ')}`;

export function newCauses(subject: Subject, result: CheckResult): readonly Cause[] {
  const known = new Set(subject.baseline.causes.map(signature));
  return result.causes.filter((cause) => !known.has(signature(cause)));
}

export const tell = (causes: readonly Cause[]): string =>
  causes
    .slice(0, 4)
    .map(
      (cause) => `${cause.confidence} ${cause.slip} ${cause.cells.map(({ cell, suggested }) => `${keyOf(cell)}=${suggested}`).join('&')}`,
    )
    .join(' | ');
