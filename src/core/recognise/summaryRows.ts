/** What does each label of a two-sided summary table (收支总表) stand for, and whose part is it? */
import { FISCAL_FUNDS, OWN_FUNDS } from '../funds';
import type { Line, Side } from '../model';
import type { Catalogue } from '../accounts';
import { economicClassByName } from './accountNames';
import type { Draft } from './draft';
import { hasOrdinal, stripOrdinal } from './text';
import { fundOf, isSideSum, lineOf, purposeOf } from './vocabulary';

const CHILDREN_OF_FISCAL: ReadonlySet<string> = new Set(FISCAL_FUNDS);
const OWN_PARTS: ReadonlySet<string> = new Set(OWN_FUNDS);

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
  const economic = code === null ? economicClassByName(catalogue, name) : null;
  if (code === null && economic === null) return;
  draft.line = 'account';
  draft.account = code === null ? economic : { scheme: 'functional', code };
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

const isFunctional = (draft: Draft): boolean =>
  draft.line === 'account' && (draft.account === null || draft.account.scheme === 'functional');

/**
 * A side may stand in several blocks: by function, and beside it by purpose or by economic class, a second way of adding up the
 * same total. Each block adds up to its own total; a total that only one block has belongs to the block by function.
 */
function linkExpenditure(blocks: readonly (readonly Draft[])[], grand: Draft | null, current: Draft | null): void {
  const main = blocks.find((block) => block.some(isFunctional)) ?? blocks[0] ?? [];
  const ownTop = (block: readonly Draft[]): Draft | null => {
    const total = (line: Draft['line']): Draft | undefined => block.find((draft) => draft.line === line);
    return (current === null ? null : total('current-total')) ?? total('grand-total') ?? null;
  };
  const top = ownTop(main) ?? current ?? grand;
  const byCode = new Map<string, Draft>();
  for (const draft of main) if (draft.account && !byCode.has(draft.account.code)) byCode.set(draft.account.code, draft);
  for (const block of blocks) {
    const own = block === main ? top : ownTop(block);
    const second = block === main ? top : own === top ? null : own;
    // 基本支出, 项目支出 and below them the classes once more: two ways of adding up, the total's parts are the classes
    const alone = !hasOwnClasses(block);
    let purpose: Draft | null = null;
    let basic: Draft | null = null;
    for (const draft of block) {
      if (draft.line === 'purpose') purpose = draft;
      else if (draft.line !== 'account') purpose = null;
      if (draft.line === 'purpose' && !isPartOfBasic(draft)) basic = draft.nature === 'basic' ? draft : null;
      if (draft === grand) draft.parent = null;
      else if (block !== main && purpose && draft.line === 'account') draft.parent = isLower(draft, purpose) ? purpose : null;
      else if (block === main && draft.account?.scheme === 'functional') draft.parent = above(draft.account.code, byCode) ?? top;
      else if (draft.line === 'purpose')
        draft.parent = basicAbove(draft, basic) ?? (alone && !(block === main && main.some(isFunctional)) ? second : null);
      else if (draft.line === 'account')
        draft.parent = block === main && draft.account !== null && main.some((d) => d.account?.scheme === 'functional') ? null : second;
      else if (block !== main && TOTALS.has(draft.line) && main.some((other) => other.line === draft.line && other.nameText !== null)) {
        draft.duplicateTotal = true;
        draft.parent = null;
      } else draft.parent = draft.line === 'unknown' || draft.duplicateTotal ? null : grand;
    }
  }
}

const isPartOfBasic = ({ nature }: Draft): boolean => nature === 'staff' || nature === 'operating';

/** 人员经费 and 公用经费 below 基本支出 are its parts. */
function basicAbove(draft: Draft, basic: Draft | null): Draft | null {
  return isPartOfBasic(draft) ? basic : null;
}

/** Economic classes behind a row that ends the purposes: 经济分类支出合计. */
function hasOwnClasses(block: readonly Draft[]): boolean {
  const last = block.map((draft) => draft.line).lastIndexOf('purpose');
  const between = block.findIndex((draft, i) => i > last && draft.line !== 'account' && draft.nameText !== null);
  return last >= 0 && between >= 0 && block.some((draft, i) => i > between && draft.line === 'account');
}

/** 一、基本支出 above 工资福利支出 or （一）工资福利支出; labels of one style are no parts of one another. */
function isLower(draft: Draft, above: Draft): boolean {
  const style = ({ nameText }: Draft): string =>
    /^[一二三四五六七八九十]+、/.test(nameText ?? '') ? 'first' : hasOrdinal(nameText ?? '') ? 'finer' : 'none';
  return style(above) !== 'none' && style(draft) !== style(above);
}

/** Lines that stand under each block of a side and say one figure twice. */
const TOTALS: ReadonlySet<Line> = new Set<Line>(['grand-total', 'current-total', 'carry-out', 'balance-use']);

function above(code: string, byCode: ReadonlyMap<string, Draft>): Draft | undefined {
  for (let length = code.length - 2; length >= 3; length -= 2) {
    const parent = byCode.get(code.slice(0, length));
    if (parent) return parent;
  }
  return undefined;
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
    const blocks = sides.filter((s) => s.side === side).map((s) => s.drafts);
    if (blocks.length > 0) linkSide(blocks, side, headingsOnly);
  }
}

function linkSide(blocks: readonly (readonly Draft[])[], side: Side, headingsOnly: boolean): void {
  const drafts = blocks.flat();
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
  else {
    // 本年支出合计 under each block says one sum twice.
    for (const draft of drafts)
      if (current && draft.line === 'current-total' && draft !== current && blocks.length > 1) draft.duplicateTotal = true;
    linkExpenditure(blocks, grand, current);
  }
}
