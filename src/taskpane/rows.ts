/** Which question this file answers: which rows does the list of findings consist of, once the user's openings and closings are known? */
import type { Finding } from '../core';
import type { Group, Heading } from './grouping';

export type Row =
  | { readonly type: 'heading'; readonly key: string; readonly group: Group; readonly open: boolean }
  | { readonly type: 'finding'; readonly key: string; readonly finding: Finding; readonly heading: Heading };

/** `chosen` tells which groups the user opened or closed; the others are as they would be, or all open. */
export function rowsOf(groups: readonly Group[], chosen: ReadonlyMap<string, boolean>, allOpen: boolean): readonly Row[] {
  return groups.flatMap((group): Row[] => {
    const open = chosen.get(group.key) ?? (allOpen || group.open);
    const heading: Row = { type: 'heading', key: group.key, group, open };
    if (!open) return [heading];
    return [heading, ...group.findings.map((finding): Row => ({ type: 'finding', key: finding.id, finding, heading: group.heading }))];
  });
}
