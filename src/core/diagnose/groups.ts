/** Which items belong together because they share something, directly or through other items? */
import { append } from '../group';

/** The groups in the order of their first items, the items of each in the order given. */
export function grouped(items: readonly number[], sharedBy: (item: number) => Iterable<number>): readonly (readonly number[])[] {
  const parent = new Map<number, number>(items.map((item) => [item, item]));
  const find = (item: number): number => {
    const up = parent.get(item) ?? item;
    if (up === item) return item;
    const root = find(up);
    parent.set(item, root);
    return root;
  };
  const seen = new Map<number, number>();
  for (const item of items) {
    for (const shared of sharedBy(item)) {
      const other = seen.get(shared);
      if (other === undefined) seen.set(shared, item);
      else parent.set(find(item), find(other));
    }
  }
  const groups = new Map<number, number[]>();
  for (const item of items) {
    const root = find(item);
    append(groups, root, item);
  }
  return [...groups.values()];
}
