/** What does each row of a vertical 部门收入总表 stand for, where sources stand below one another? */
import type { Catalogue } from '../accounts';
import type { Draft } from './draft';
import { readSummaryRows } from './summaryRows';
import { stripOrdinal } from './text';
import { fundOf, isTotalLabel } from './vocabulary';

/** Whether the labels down the side are sources of income; accounts have codes. */
export function sourcesInRows(drafts: readonly Draft[]): boolean {
  const named = drafts.filter((draft) => draft.nameText !== null);
  if (drafts.some((draft) => draft.codeText !== null && /^\d{3,}$/.test(draft.codeText))) return false;
  const sources = named.filter((draft) => fundOf(draft.nameText ?? '') !== null);
  return sources.length >= 2 && sources.length * 3 >= named.length;
}

const columnOf = (draft: Draft): number => draft.nameCell?.column ?? 0;

/** Reads the drafts in place. A name further right than the source above it is a part of that source. */
export function readIncomeRows(drafts: readonly Draft[], amounts: readonly number[], catalogue: Catalogue): void {
  readSummaryRows([{ drafts, side: 'income', amounts }], catalogue);
  const first = Math.min(...drafts.filter((draft) => draft.nameCell).map(columnOf));
  let group: Draft | null = null;
  for (const draft of drafts) {
    if (draft.nameText === null) continue;
    if (columnOf(draft) === first) {
      group = draft.line === 'source' || draft.line === 'carry-in' ? draft : null;
      continue;
    }
    if (group === null || isTotalLabel(draft.nameText)) continue;
    const fund = fundOf(stripOrdinal(draft.nameText));
    draft.line = group.line === 'carry-in' ? 'carry-in-source' : 'source';
    draft.fund = fund === group.fund || fund === 'carry-in' ? null : fund;
    draft.parent = group;
  }
}
