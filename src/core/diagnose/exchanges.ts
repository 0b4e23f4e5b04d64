/** Do two cells show one another's figures? Then they were exchanged, and what was found for each is one cause. */
import type { Cause, CauseCell } from '../model';

/** Causes from `claim` on of single cells in one row or column are joined; all others stay as they are. */
export function withExchanges(causes: readonly Cause[], claim: number): readonly Cause[] {
  const joined = new Map<Cause, Cause>();
  const gone = new Set<Cause>();
  for (const cause of causes) {
    if (joined.has(cause) || gone.has(cause)) continue;
    const other = causes.find((one) => one !== cause && !joined.has(one) && !gone.has(one) && areExchanged(cause, one, claim));
    const [a] = cause.cells;
    const [b] = other?.cells ?? [];
    if (!other || !a || !b) continue;
    joined.set(cause, {
      cells: [a, b].sort((x, y) => x.cell.row - y.cell.row || x.cell.column - y.cell.column),
      slip: a.cell.row === b.cell.row ? 'neighbour-cell' : 'row-shift',
      confidence: Math.min(cause.confidence, other.confidence),
      findings: [...new Set([...cause.findings, ...other.findings])],
    });
    gone.add(other);
  }
  return causes.filter((cause) => !gone.has(cause)).map((cause) => joined.get(cause) ?? cause);
}

function areExchanged(one: Cause, other: Cause, claim: number): boolean {
  const [a, ...more] = one.cells;
  const [b, ...others] = other.cells;
  if (!a || !b || more.length > 0 || others.length > 0 || one.confidence < claim || other.confidence < claim) return false;
  const inLine = a.cell.sheet === b.cell.sheet && (a.cell.row === b.cell.row || a.cell.column === b.cell.column);
  return inLine && a.unit !== null && a.unit === b.unit && shows(a, b) && shows(b, a);
}

const shows = ({ value }: CauseCell, { suggested }: CauseCell): boolean => value !== '' && suggested !== '' && value === suggested;
