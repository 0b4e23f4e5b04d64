/** What does each label of a two-sided summary table (收支总表) stand for, and whose part is it? */
import type { Side } from '../model';
import type { Catalogue } from '../accounts';
import type { Draft } from './draft';
import { hasOrdinal, stripOrdinal } from './text';
import { fundOf, isSideSum, lineOf, purposeOf } from './vocabulary';

const CHILDREN_OF_FISCAL: ReadonlySet<string> = new Set(['general', 'gov-fund', 'state-capital']);
const OWN_PARTS: ReadonlySet<string> = new Set(['business', 'upper-subsidy', 'affiliate', 'operation', 'other']);

function meaningOf(draft: Draft, side: Side, catalogue: Catalogue): void {
  const label = draft.nameText ?? draft.codeText ?? '';
  const name = stripOrdinal(label);
  const line = lineOf(label);
  if (line !== null) {
    draft.line = line;
    if (line === 'carry-in') draft.fund = 'carry-in';
    if (line === 'balance-use') draft.fund = 'balance-use';
    return;
  }
  if (side === 'income') {
    const fund = fundOf(name);
    if (fund === null || fund === 'current') return;
    draft.line = 'source';
    draft.fund = fund;
    return;
  }
  const purpose = purposeOf(label);
  if (purpose !== null) {
    draft.line = 'purpose';
    draft.nature = purpose;
    return;
  }
  const code = draft.codeText !== null && /^\d{3,7}$/.test(draft.codeText) ? draft.codeText : catalogue.functionalByName(name);
  if (code === null) return;
  draft.line = 'account';
  draft.account = { scheme: 'functional', code };
}

/** The table's own current-year total when there is one, else its grand total. */
function linkIncome(drafts: readonly Draft[], grand: Draft | null, current: Draft | null): void {
  let section: Draft | null = null;
  let group: Draft | null = null;
  const top = current ?? grand;
  for (const draft of drafts) {
    if (draft.line === 'carry-in') {
      draft.parent = grand;
      section = draft;
      group = null;
    } else if (draft.line === 'source' && section?.line === 'carry-in') {
      draft.line = 'carry-in-source';
      draft.parent = section;
    } else if (draft.line === 'source') {
      const fund = draft.fund as string;
      const inFiscal = group?.fund === 'fiscal' && CHILDREN_OF_FISCAL.has(fund);
      const inOwn = group?.fund === 'own' && OWN_PARTS.has(fund) && !hasOrdinalLike(draft, group);
      if (inFiscal || inOwn) draft.parent = group;
      else {
        draft.parent = top;
        group = fund === 'fiscal' || fund === 'own' ? draft : null;
      }
    } else {
      draft.parent = draft === grand ? null : draft.line === 'current-total' || draft.line === 'balance-use' ? grand : null;
      if (draft.line !== 'unknown') section = null;
      group = null;
    }
  }
}

/** 「六、其他收入」 after 「五、单位资金」 is a sibling, not a part. */
function hasOrdinalLike(draft: Draft, group: Draft): boolean {
  const kind = (d: Draft): string =>
    /^[一二三四五六七八九十]+、/.test(d.nameText ?? '') ? 'chinese' : hasOrdinal(d.nameText ?? '') ? 'other' : 'none';
  return kind(draft) === kind(group) && kind(draft) !== 'none';
}

function linkExpenditure(drafts: readonly Draft[], grand: Draft | null, current: Draft | null): void {
  const top = current ?? grand;
  const byCode = new Map<string, Draft>();
  // Beside a list of 类, 支出用途 is a second way of adding up the same total.
  const byAccount = drafts.some((draft) => draft.line === 'account');
  for (const draft of drafts) if (draft.account && !byCode.has(draft.account.code)) byCode.set(draft.account.code, draft);
  for (const draft of drafts) {
    if (draft === grand) draft.parent = null;
    else if (draft.line === 'purpose') draft.parent = byAccount ? null : top;
    else if (draft.account) {
      const code = draft.account.code;
      draft.parent =
        (code.length > 5 ? byCode.get(code.slice(0, 5)) : undefined) ?? (code.length > 3 ? byCode.get(code.slice(0, 3)) : undefined) ?? top;
    } else draft.parent = draft.line === 'unknown' ? null : draft.line === 'account' ? top : grand;
  }
}

/** No 类 of expenditure, whatever stands next to it. */
const NO_ACCOUNT = /结余|分配|结转|预留|基本支出|项目支出|合计|总计/;

/** A name in the run of 类 that the catalogue does not list is an account all the same: 未收录. */
function acceptUnlisted(drafts: readonly Draft[]): void {
  drafts.forEach((draft, i) => {
    const above = drafts[i - 1];
    if (draft.line !== 'unknown' || draft.nameText === null || above?.line !== 'account' || NO_ACCOUNT.test(draft.nameText)) return;
    if (hasOrdinal(draft.nameText) === hasOrdinal(above.nameText ?? '')) draft.line = 'account';
  });
}

/**
 * Reads the drafts of both sides in place. Where 本年收入 and 本年支出 are both left blank above sides that are filled, they
 * are headings: the sections below them add up to the grand total.
 */
export function readSummaryRows(sides: readonly { readonly drafts: readonly Draft[]; readonly side: Side }[], catalogue: Catalogue): void {
  for (const { drafts, side } of sides) for (const draft of drafts) meaningOf(draft, side, catalogue);
  for (const { drafts, side } of sides) if (side === 'expenditure') acceptUnlisted(drafts);
  const currents = sides.flatMap(({ drafts }) => drafts.filter((draft) => draft.line === 'current-total'));
  const headingsOnly = currents.length > 1 && currents.every((draft) => !draft.hasAmounts);
  for (const side of ['income', 'expenditure'] as const) {
    // A side in two blocks (按功能 | 按用途) has its totals once.
    const drafts = sides.filter((s) => s.side === side).flatMap((s) => s.drafts);
    if (drafts.length > 0) linkSide(drafts, side, headingsOnly);
  }
}

function linkSide(drafts: readonly Draft[], side: Side, headingsOnly: boolean): void {
  const totals = drafts.filter((d) => d.line === 'grand-total');
  // 收入合计 beside a 收入总计 is this year's sum.
  if (totals.length > 1 && !drafts.some((d) => d.line === 'current-total')) {
    for (const draft of totals)
      if (isSideSum(draft.nameText ?? '') && totals.some((t) => !isSideSum(t.nameText ?? ''))) draft.line = 'current-total';
  }
  const grand = drafts.find((d) => d.line === 'grand-total') ?? null;
  const current = headingsOnly ? null : (drafts.find((d) => d.line === 'current-total') ?? null);
  for (const draft of totals) if (draft !== grand && draft.line === 'grand-total') draft.duplicateTotal = true;
  if (side === 'income') linkIncome(drafts, grand, current);
  else linkExpenditure(drafts, grand, current);
}
