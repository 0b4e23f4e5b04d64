/** Which rows are the sum of which others? Settles rows that no label explains; a labelled row is never overruled here. */
import type { Draft } from './draft';
import { cellIn } from './sheetView';

/** A row's amounts by column as numbers (evidence, no verdict), and the finest digit that it states. */
function amountsOf(draft: Draft, columns: readonly number[]): readonly number[] {
  return columns.map((column) => {
    const figure = cellIn(draft.view, column)?.figure;
    if (figure === undefined || figure.type === 'blank' || figure.type === 'nil') return 0;
    return figure.type === 'amount' ? Number(figure.value.units) / 10 ** figure.value.scale : NaN;
  });
}

function finestDigit(drafts: readonly Draft[], columns: readonly number[]): number {
  let scale = 0;
  for (const draft of drafts) {
    for (const column of columns) {
      const figure = cellIn(draft.view, column)?.figure;
      if (figure?.type === 'amount') scale = Math.max(scale, figure.value.scale);
    }
  }
  return 10 ** -scale;
}

/** In how many of the columns that say anything a row equals the sum of others; rounding of the stated figures is allowed. */
function agreement(
  total: Draft,
  parts: readonly Draft[],
  columns: readonly number[],
): { readonly told: number; readonly agreeing: number } {
  const stated = amountsOf(total, columns);
  const rows = parts.map((part) => amountsOf(part, columns));
  const slack = (finestDigit([total, ...parts], columns) * (parts.length + 1)) / 2 + 1e-9;
  let told = 0;
  let agreeing = 0;
  for (let i = 0; i < columns.length; i += 1) {
    const own = stated[i] as number;
    if (own === 0 && rows.every((row) => row[i] === 0)) continue;
    told += 1;
    const sum = rows.reduce((all, row) => all + (row[i] as number), 0);
    if (own !== 0 && Math.abs(own - sum) <= slack) agreeing += 1;
  }
  return { told, agreeing };
}

/** Whether a row equals the sum of others in every column that holds amounts. */
export function addsUp(total: Draft, parts: readonly Draft[], columns: readonly number[]): boolean {
  const { told, agreeing } = agreement(total, parts, columns);
  return told > 0 && agreeing === told;
}

/** The same in every column, or in most of them and two at least: one broken cell does not hide what a row is. */
export function mostlyAddsUp(total: Draft, parts: readonly Draft[], columns: readonly number[]): boolean {
  const { told, agreeing } = agreement(total, parts, columns);
  return told > 0 && (agreeing === told || (agreeing >= 2 && agreeing * 2 > told));
}

/** Whether the parts state something in every column in which the total does. */
export function isCovered(total: Draft, parts: readonly Draft[], columns: readonly number[]): boolean {
  const rows = parts.map((part) => amountsOf(part, columns));
  return amountsOf(total, columns).every((amount, i) => amount === 0 || rows.some((row) => row[i] !== 0));
}

/** The rows of a block that are part of none of its other rows. */
export function topRows(block: readonly Draft[]): readonly Draft[] {
  const codes = new Set(block.flatMap((draft) => (draft.account ? [draft.account.code] : [])));
  const accounts = new Set(block.flatMap(({ line, account }) => (line === 'account' && account ? [account.code] : [])));
  return block.filter((draft) => {
    const code = draft.account?.code;
    // the projects of an account that is listed itself
    if (code !== undefined && draft.line === 'project' && accounts.has(code)) return false;
    if (code === undefined) return draft.line === 'account' || draft.line === 'project';
    for (let length = code.length - 2; length >= 3; length -= 2) if (codes.has(code.slice(0, length))) return false;
    return true;
  });
}

const isBoundary = (draft: Draft): boolean => draft.line !== 'account' && draft.line !== 'project';

/** The accounts or projects right below (step 1) or above (step −1) a row, up to the next heading or total. */
function blockFrom(drafts: readonly Draft[], at: number, step: 1 | -1): readonly Draft[] {
  const block: Draft[] = [];
  for (let i = at + step; i >= 0 && i < drafts.length; i += step) {
    const draft = drafts[i] as Draft;
    if (isBoundary(draft)) break;
    block.push(draft);
  }
  return step === 1 ? block : block.reverse();
}

/** Whether most of the columns that two rows state are alike. */
function repeats(total: Draft, other: Draft, columns: readonly number[]): boolean {
  const [a, b] = [amountsOf(total, columns), amountsOf(other, columns)];
  const stated = columns.map((_, i) => i).filter((i) => a[i] !== 0 || b[i] !== 0);
  return stated.length === 0 || stated.filter((i) => a[i] === b[i]).length * 2 > stated.length;
}

/**
 * A table has one total. A 小计 beside it adds up the rows of its unit, above or below; a further 合计 with the same figures says
 * the sum twice.
 */
export function settleTotals(drafts: readonly Draft[], columns: readonly number[]): void {
  const totals = drafts.filter((draft) => draft.line === 'grand-total' && !draft.duplicateTotal);
  if (totals.length < 2) return;
  const isSubtotal = (draft: Draft): boolean =>
    [draft.codeText, draft.nameText, draft.organisationText].some((text) => text !== null && /小计$/.test(text));
  for (const draft of totals.filter(isSubtotal)) {
    const at = drafts.indexOf(draft);
    const before = blockFrom(drafts, at, -1);
    const below = blockFrom(drafts, at, 1);
    draft.line = 'organisation';
    draft.closes =
      before.length > 0 && (below.length === 0 || addsUp(draft, topRows(before), columns) || !addsUp(draft, topRows(below), columns));
  }
  const [main, ...others] = totals.filter((draft) => draft.line === 'grand-total');
  for (const other of others) if (main && repeats(main, other, columns)) other.duplicateTotal = true;
}

/**
 * Rows without a meaning: one that equals the sum of all rows is the total, one that equals the block below it is a unit's
 * subtotal. Returns the rows it settled.
 */
export function settleUnknownRows(drafts: readonly Draft[], columns: readonly number[]): readonly Draft[] {
  const settled: Draft[] = [];
  if (!drafts.some((draft) => draft.line === 'unknown' && draft.hasAmounts)) return settled;
  const all = topRows(drafts.filter((draft) => !isBoundary(draft)));
  const organised = drafts.some((draft) => draft.line === 'organisation');
  let grand = drafts.some((draft) => draft.line === 'grand-total');
  const single: Draft[] = [];
  drafts.forEach((draft, at) => {
    if (draft.line !== 'unknown' || !draft.hasAmounts) return;
    const below = topRows(blockFrom(drafts, at, 1));
    if (!grand && !organised && draft.nameText === null && all.length > 1 && mostlyAddsUp(draft, all, columns)) {
      draft.line = 'grand-total';
      grand = true;
    } else if (below.length > 1 && mostlyAddsUp(draft, below, columns)) asUnit(draft);
    else {
      if (below.length === 1 && mostlyAddsUp(draft, below, columns)) single.push(draft);
      return;
    }
    settled.push(draft);
  });
  // A unit with one account only is no evidence by itself, beside other units it is.
  if (settled.some((draft) => draft.line === 'organisation')) {
    for (const draft of single) {
      asUnit(draft);
      settled.push(draft);
    }
  }
  return settled;
}

function asUnit(draft: Draft): void {
  draft.line = 'organisation';
  draft.organisation = draft.nameText;
}

/**
 * 基本支出, 人员经费合计 … as rows: each adds up the accounts below it, or those above where it closes them. `top` is what they
 * add up to; below it only `grand` is left.
 */
export function linkPurposes(
  drafts: readonly Draft[],
  columns: readonly number[],
  { top, grand }: { readonly top: Draft | null; readonly grand: Draft | null },
): void {
  let basic: Draft | null = null;
  const closesAt = drafts.findIndex((draft) => draft.line === 'purpose') < drafts.findIndex((draft) => draft === top) ? top : null;
  let passed = false;
  drafts.forEach((draft, at) => {
    if (draft.line === 'grand-total' || draft.line === 'organisation') basic = null;
    passed ||= draft === closesAt && draft !== grand;
    if (draft.line !== 'purpose') return;
    // 其中：… tells a part of what stands above and adds into nothing
    if (/^其中/.test(draft.nameText ?? draft.codeText ?? '')) return;
    const inBasic = draft.nature === 'staff' || draft.nature === 'operating';
    draft.parent = inBasic && basic ? basic : passed ? grand : top;
    if (!inBasic) basic = draft.nature === 'basic' ? draft : null;
    const below = blockFrom(drafts, at, 1);
    const above = blockFrom(drafts, at, -1);
    const fits = (block: readonly Draft[]): boolean => block.length > 0 && addsUp(draft, topRows(block), columns);
    // accounts right below another purpose are that one's; those above 人员经费合计 and 公用经费合计 are of both
    const others = [drafts[at - above.length - 1], drafts[at + 1]];
    const free = others.some((draft) => draft?.line === 'purpose') ? [] : above;
    const block = fits(below) ? below : fits(above) ? above : below.length > 0 ? below : free;
    for (const part of topRows(block)) part.parent = draft;
  });
  // where the accounts add up to the total themselves, a 人员经费合计 of nothing else says a part of it again
  if (!drafts.some((draft) => draft.line === 'account' && draft.parent === top)) return;
  for (const draft of drafts)
    if (draft.line === 'purpose' && draft.parent === top && !drafts.some((part) => part.parent === draft)) draft.parent = null;
}
