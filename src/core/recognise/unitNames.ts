/** Which names without a code are units and which are projects, where a project may end like a unit's name (…会, …办, …局)? The sums decide. */
import type { Draft } from './draft';
import { mostlyAddsUp } from './rowArithmetic';

/** A unit's projects reach at most over so many names that look like units. */
const LOOKAHEAD = 12;

/** The rows of a block that are part of none of its other rows. */
export type PartsOf = (block: readonly Draft[]) => readonly Draft[];

/** Rows between two boundaries, and the row that should add up what is on top of them. */
interface Stretch {
  readonly head: Draft | null;
  readonly rows: readonly Draft[];
}

/** Only its ending says that the row is a unit: no code, no column of units. */
function isDoubtful(draft: Draft): boolean {
  const { line, codeText, organisationText, nameText, hasAmounts } = draft;
  return (
    line === 'organisation' &&
    hasAmounts &&
    codeText === null &&
    organisationText === null &&
    !draft.closes &&
    nameText !== null &&
    !/^\d{3,}/.test(nameText) &&
    !/小计$/.test(nameText)
  );
}

function stretchesOf(drafts: readonly Draft[]): readonly Stretch[] {
  const total = drafts.find((draft) => draft.line === 'grand-total' && draft.hasAmounts) ?? null;
  const stretches: Stretch[] = [];
  let head = total;
  let rows: Draft[] = [];
  const close = (): void => {
    if (rows.some(isDoubtful)) stretches.push({ head, rows });
    rows = [];
  };
  for (const draft of drafts) {
    const { line } = draft;
    if (line === 'account' || line === 'project' || isDoubtful(draft) || (line === 'unknown' && draft.hasAmounts)) rows.push(draft);
    else {
      close();
      head = line === 'organisation' && draft.hasAmounts ? draft : total;
    }
  }
  close();
  return stretches;
}

/** Positions of the units among the rows that fits the sums best; nothing is a unit where no sum says so. */
function unitsIn({ head, rows }: Stretch, columns: readonly number[], partsOf: PartsOf): ReadonlySet<number> {
  const doubtful = rows.flatMap((row, i) => (isDoubtful(row) ? [i] : []));
  // as the rows would be read if they were projects
  const asProjects = rows.map((row): Draft => (row.line === 'account' ? row : { ...row, line: 'project' }));
  const block = (from: number, to: number): readonly Draft[] => partsOf(asProjects.slice(from, to));
  const fits = (unit: number, next: number): boolean => {
    const parts = block(unit + 1, next);
    return parts.length > 0 && mostlyAddsUp(rows[unit] as Draft, parts, columns);
  };
  /** From a unit on: how many more units fit than do not, and which is the next. */
  const best = new Map<number, { readonly score: number; readonly next: number }>([[rows.length, { score: 0, next: rows.length }]]);
  for (let at = doubtful.length - 1; at >= 0; at -= 1) {
    const unit = doubtful[at] as number;
    let found = { score: -Infinity, next: rows.length };
    for (const next of [...doubtful.slice(at + 1, at + 1 + LOOKAHEAD), rows.length]) {
      const score = (fits(unit, next) ? 1 : -1) + (best.get(next)?.score ?? 0);
      if (score > found.score) found = { score, next };
    }
    best.set(unit, found);
  }
  const from = (first: number): ReadonlySet<number> => {
    const units = new Set<number>();
    for (let unit = first; unit < rows.length; unit = best.get(unit)?.next ?? rows.length) units.add(unit);
    return units;
  };
  const worth = (units: ReadonlySet<number>): number => {
    const ordered = [...units].sort((a, b) => a - b);
    const first = ordered[0] ?? rows.length;
    const own = ordered.reduce((sum, unit, i) => sum + (fits(unit, ordered[i + 1] ?? rows.length) ? 1 : -1), 0);
    const top = [...block(0, first), ...ordered.map((unit) => rows[unit] as Draft)];
    return own + (head !== null && top.length > 0 && mostlyAddsUp(head, top, columns) ? 1 : 0);
  };
  const none: ReadonlySet<number> = new Set();
  let chosen = { units: none, worth: worth(none) };
  for (const units of [...doubtful.slice(0, LOOKAHEAD).map(from), new Set(doubtful)]) {
    const value = worth(units);
    if (value > chosen.worth) chosen = { units, worth: value };
  }
  return chosen.units;
}

/** Rows that only looked like units become rows without a meaning yet; returns them. */
export function settleUnitNames(drafts: readonly Draft[], columns: readonly number[], partsOf: PartsOf): readonly Draft[] {
  const projects: Draft[] = [];
  for (const stretch of stretchesOf(drafts)) {
    const units = unitsIn(stretch, columns, partsOf);
    stretch.rows.forEach((row, i) => {
      if (isDoubtful(row) && !units.has(i)) projects.push(row);
    });
  }
  for (const draft of projects) {
    draft.line = 'unknown';
    draft.organisation = null;
  }
  return projects;
}
