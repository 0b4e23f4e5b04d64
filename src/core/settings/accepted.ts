/**
 * Which findings did the user accept, and do his words still fit? An accepted finding is known again by its id while its cells stay where
 * they are, and by its key when rows or columns were inserted, or the sheet was renamed. It opens again when its figures change.
 */
import { fingerprint } from '../finding-parts';
import { groupBy } from '../group';
import type { Finding } from '../model';
import { placesOfRelation } from '../relationsOf';
import { addressOf, type CellRef } from '../workbook';
import type { IgnoredFinding } from './model';

/** What the finding's cells and sides say, as 16 hexadecimal digits. */
export function figuresOf({ cells, left, op, right }: Finding): string {
  return fingerprint([...cells.map(({ value, nil }) => (nil ? '' : value)), left, op, right].join('\n'));
}

/** What the finding is about, wherever its cells stand: rule, and of every cell its table, row, column and side. 16 hexadecimal digits. */
export function keyOf({ rule, op, cells, relation }: Finding): string {
  const at = (cell: CellRef): string => `${cell.sheet}!${addressOf(cell)}`;
  const places = new Map(placesOfRelation(relation).map((place) => [at(place.cell), place]));
  const lines = cells.map(({ cell, label, side, sign }) => {
    const { table, organisation, project } = places.get(at(cell)) ?? {};
    return [table?.kind, table?.title, table?.department, organisation, project, label, side, sign].map((part) => part ?? '').join('\t');
  });
  return fingerprint([rule, op, ...lines].join('\n'));
}

/**
 * The findings as they are to be shown, in their order: accepted, open again, or as they were. An entry is used for one finding only. By
 * its key it is used where that is certain: never when more findings than accepted ones are about the same thing.
 */
export function markAccepted(findings: readonly Finding[], ignored: readonly IgnoredFinding[]): readonly Finding[] {
  if (ignored.length === 0) return findings;
  const entries = new Map<Finding, IgnoredFinding>();
  const free = new Set(ignored);
  const use = (finding: Finding, entry: IgnoredFinding): void => {
    entries.set(finding, entry);
    free.delete(entry);
  };
  const keys = new Map(findings.map((finding) => [finding, keyOf(finding)]));
  for (const finding of findings) {
    const key = keys.get(finding);
    const entry = [...free].find((one) => one.id === finding.id && (one.key === undefined || one.key === key));
    if (entry) use(finding, entry);
  }
  const left = (): readonly Finding[] => findings.filter((finding) => !entries.has(finding));
  for (const sameFigures of [true, false]) {
    const what = (key: string | undefined, figures: string | undefined): string => `${key} ${sameFigures ? figures : ''}`;
    const open = groupBy(left(), (finding) => what(keys.get(finding), figuresOf(finding)));
    const known = groupBy(
      [...free].filter(({ key }) => key !== undefined),
      ({ key, figures }) => what(key, figures),
    );
    for (const [about, accepted] of known) {
      const found = open.get(about) ?? [];
      // With other figures, which of several has changed is anybody's guess.
      if (found.length > (sameFigures ? accepted.length : 1)) continue;
      found.forEach((finding, index) => use(finding, accepted[index] as IgnoredFinding));
    }
  }
  // Only the names changed.
  for (const finding of left()) {
    const entry = [...free].find(({ id, figures }) => id === finding.id && figures === figuresOf(finding));
    if (entry) use(finding, entry);
  }
  return findings.map((finding) => {
    const entry = entries.get(finding);
    return entry ? marked(finding, entry) : finding;
  });
}

function marked(finding: Finding, { id, key, reason, figures }: IgnoredFinding): Finding {
  const acceptedAs = { id, ...(key === undefined ? {} : { key }) };
  const fits = figures === undefined || figures === figuresOf(finding);
  return fits ? { ...finding, accepted: { reason }, acceptedAs } : { ...finding, reopened: true, acceptedAs };
}
