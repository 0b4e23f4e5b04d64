/** Which findings did the user accept, and do his words still fit? An accepted finding opens again when its figures change. */
import { fingerprint } from '../finding-parts';
import type { Finding } from '../model';
import type { IgnoredFinding } from './model';

/** What the finding's cells and sides say, as 16 hexadecimal digits. */
export function figuresOf({ cells, left, op, right }: Finding): string {
  return fingerprint([...cells.map(({ value, nil }) => (nil ? '' : value)), left, op, right].join('\n'));
}

/** The finding as it is to be shown: accepted, open again, or as it was. */
export function markAccepted(finding: Finding, ignored: readonly IgnoredFinding[]): Finding {
  const entry = ignored.find(({ id }) => id === finding.id);
  if (!entry) return finding;
  const fits = entry.figures === undefined || entry.figures === figuresOf(finding);
  return fits ? { ...finding, accepted: { reason: entry.reason } } : { ...finding, reopened: true };
}
