/** Which question this file answers: which rows does the list of findings consist of, once the user's openings and closings are known? */
import type { Finding } from '../core';
import type { Group, Heading } from './grouping';

export type Row =
  | { readonly type: 'heading'; readonly key: string; readonly group: Group; readonly open: boolean }
  | { readonly type: 'finding'; readonly key: string; readonly finding: Finding; readonly heading: Heading };

/** `turned` holds the keys of groups that the user opened or closed against what they would be. */
export function rowsOf(groups: readonly Group[], turned: ReadonlySet<string>, allOpen: boolean): readonly Row[] {
  return groups.flatMap((group): Row[] => {
    const open = (allOpen || group.open) !== turned.has(group.key);
    const heading: Row = { type: 'heading', key: group.key, group, open };
    if (!open) return [heading];
    return [
      heading,
      ...group.findings.map((finding): Row => ({ type: 'finding', key: `${group.key} ${finding.id}`, finding, heading: group.heading })),
    ];
  });
}
