/** 「一、部门预算」 above 「1、教育支出」: which rows of a summary table are headings of those below, told by their ordinals alone? */
import type { Draft } from './draft';
import { ordinalLevel } from './text';

const levelOf = (draft: Draft | undefined): number => ordinalLevel(draft?.nameText ?? '');

/** A row that no label explains, with an amount, and right below it a row with a finer ordinal. */
export function isHeading(rows: readonly Draft[], at: number): boolean {
  const draft = rows[at];
  const level = levelOf(draft);
  return draft !== undefined && draft.line === 'unknown' && draft.hasAmounts && level > 0 && levelOf(rows[at + 1]) > level;
}

/** Headings among the accounts and purposes of a block take what stands below them out of the hands of the block's total. */
export function linkHeadings(block: readonly Draft[]): void {
  block.forEach((heading, at) => {
    if (!isHeading(block, at)) return;
    const total = block.slice(at + 1).find((draft) => draft.line === 'account' || draft.line === 'purpose')?.parent ?? null;
    const above = block
      .slice(0, at)
      .find((draft) => draft.line === 'account' && draft.account === null && levelOf(draft) < levelOf(heading));
    heading.line = 'account';
    heading.parent = above ?? total;
    for (const draft of block.slice(at + 1)) {
      const level = levelOf(draft);
      if ((draft.line !== 'account' && draft.line !== 'purpose' && draft.line !== 'unknown') || (level > 0 && level <= levelOf(heading)))
        break;
      if (draft.parent === total && draft.line !== 'unknown' && total !== null) draft.parent = heading;
    }
  });
}
