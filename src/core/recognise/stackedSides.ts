/** Do 收入 and 支出 stand below one another in one column of a summary table, and where does the second begin? */
import type { Catalogue } from '../accounts';
import type { Side } from '../model';
import type { Draft } from './draft';
import { stripOrdinal } from './text';
import { fundOf, purposeOf } from './vocabulary';

/** The side that a label names by itself; `null` for 上年结转, 合计 and whatever stands on either. */
function sideOf({ nameText, codeText }: Draft, catalogue: Catalogue): Side | null {
  const label = nameText ?? codeText;
  if (label === null) return null;
  const name = stripOrdinal(label);
  if (/收入/.test(name) && !/支出/.test(name)) return 'income';
  if (purposeOf(name) !== null || catalogue.functionalByName(name) !== null) return 'expenditure';
  if (/支出/.test(name) && !/收入/.test(name)) return 'expenditure';
  return /拨款|资金$/.test(name) && fundOf(name) !== null ? 'income' : null;
}

export interface StackedSide {
  readonly side: Side;
  readonly drafts: Draft[];
}

/** The two parts in their order; `null` where the labels tell of one side only, or of both in turns. */
export function stackedSides(drafts: readonly Draft[], catalogue: Catalogue): readonly [StackedSide, StackedSide] | null {
  const sides = drafts.map((draft) => sideOf(draft, catalogue));
  const first = sides.find((side) => side !== null);
  if (first === undefined) return null;
  const at = sides.findIndex((side) => side !== null && side !== first);
  if (at < 0 || sides.slice(at).includes(first)) return null;
  const other: Side = first === 'income' ? 'expenditure' : 'income';
  return [
    { side: first, drafts: drafts.slice(0, at) },
    { side: other, drafts: drafts.slice(at) },
  ];
}
