/** Whose part is a name that the catalogue does not tell for certain, in a table of accounts without codes? Its indentation says. */
import { normaliseAccountName, type Catalogue } from '../accounts';
import type { Account } from '../model';
import type { Draft } from './draft';
import { indentOf, stripOrdinal } from './text';

/** The account right below another with that name: 行政运行 of one 款 among those of all. */
function childByName(above: Account, name: string, catalogue: Catalogue): Account | null {
  const wanted = normaliseAccountName(stripOrdinal(name));
  const length = above.code.length + 2;
  const found = catalogue.entries.find(
    (entry) =>
      entry.scheme === above.scheme &&
      entry.code.length === length &&
      entry.code.startsWith(above.code) &&
      normaliseAccountName(entry.name) === wanted,
  );
  return found ? { scheme: found.scheme, code: found.code } : null;
}

/**
 * Makes accounts, in place, of the rows below an account that are indented further than it. Gives each with the account that it is a
 * part of; none where any row has a code.
 */
export function nestIndented(drafts: readonly Draft[], catalogue: Catalogue): ReadonlyMap<Draft, Draft> {
  const parents = new Map<Draft, Draft>();
  if (drafts.some((draft) => draft.line === 'account' && draft.codeText !== null)) return parents;
  const open: Draft[] = [];
  const depth = (draft: Draft): number => indentOf(draft.rawName);
  for (const draft of drafts) {
    const isName = draft.line === 'unknown' && draft.nameText !== null && draft.codeText === null && draft.hasAmounts;
    if (draft.line !== 'account' && !isName) {
      open.length = 0;
      continue;
    }
    while (open.length > 0 && depth(open[open.length - 1] as Draft) >= depth(draft)) open.pop();
    const above = open[open.length - 1];
    if (isName && !above) continue;
    if (above && isName) {
      draft.line = 'account';
      draft.account = above.account && draft.nameText !== null ? childByName(above.account, draft.nameText, catalogue) : null;
      parents.set(draft, above);
    }
    open.push(draft);
  }
  return parents;
}
