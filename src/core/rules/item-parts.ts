/** Which items of a “三公” table are made up of which others? */
import type { Item } from '../model';

export const ITEM_PARTS: ReadonlyMap<Item, readonly Item[]> = new Map<Item, readonly Item[]>([
  ['expenses-total', ['three-public-total', 'meeting', 'training']],
  ['three-public-total', ['abroad', 'vehicle', 'reception']],
  ['vehicle', ['vehicle-purchase', 'vehicle-running']],
]);

/** The parts of an item; none where it is made up of nothing, or where the items beside it leave open what it counts. */
export function partsOfItem(item: Item | null, beside: readonly { readonly item: Item | null }[]): readonly Item[] {
  // whether the running costs of the agency are in the sum, no heading says
  if (item === null || (item === 'expenses-total' && beside.some((fact) => fact.item === 'agency-operating'))) return [];
  return ITEM_PARTS.get(item) ?? [];
}
