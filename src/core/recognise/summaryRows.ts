/** What does each label of a two-sided summary table (收支总表) stand for, and whose part is it? */
import type { Line, Side } from '../model';
import type { Catalogue } from '../accounts';
import { economicClassByName } from './accountNames';
import type { Draft } from './draft';
import { linkHeadings } from './headingRows';
import { nestSources } from './sourceRows';
import { hasOrdinal, ordinalLevel, stripOrdinal } from './text';
import { fundOf, isSideSum, lineOf, purposeOf } from './vocabulary';

/** One block of rows of a summary table: 收入, 支出, or one of several ways of telling 支出. */
export interface Block {
  readonly side: Side;
  readonly drafts: readonly Draft[];
  /** Sheet columns of the amounts. */
  readonly amounts: readonly number[];
}

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

/** A total stands below what it adds up when something of it stands above; otherwise it is a heading. */
function closes(total: Draft | null, drafts: readonly Draft[], isPart: (draft: Draft) => boolean): total is Draft {
  return total !== null && drafts.slice(0, drafts.indexOf(total)).some(isPart);
}

/**
 * Sources belong to the table's own current-year total when there is one, else to its grand total; so do those that stand below
 * the 本年收入合计 that closes a list.
 */
function linkIncome({ drafts, amounts }: Omit<Block, 'side'>, grand: Draft | null, current: Draft | null): void {
  const isClosed = closes(current, drafts, (draft) => draft.line === 'source');
  let section: Draft | null = null;
  let top = current ?? grand;
  let run: Draft[] = [];
  const endRun = (): void => {
    for (const source of nestSources(run, amounts)) source.parent = top;
    run = [];
  };
  for (const draft of drafts) {
    const level = ordinalLevel(draft.nameText ?? '');
    if (section !== null && level > 0 && level === ordinalLevel(section.nameText ?? '')) section = null;
    if (draft.line === 'carry-in') {
      endRun();
      draft.parent = grand;
      section = draft;
    } else if (draft.line === 'source' && section !== null) {
      draft.line = 'carry-in-source';
      draft.parent = section;
    } else if (draft.line === 'source' || draft.line === 'unknown') run.push(draft);
    else {
      endRun();
      draft.parent = draft === grand ? null : draft.line === 'current-total' || draft.line === 'balance-use' ? grand : null;
      section = null;
      if (draft === current && isClosed) top = grand;
    }
  }
  endRun();
}

const isFunctional = (draft: Draft): boolean => draft.account?.scheme === 'functional';

/** Whether a block tells expenditure by function; names that nobody lists may be 类, below a purpose they are its parts. */
function isByFunction(block: readonly Draft[]): boolean {
  const accounts = block.filter((draft) => draft.line === 'account');
  if (accounts.some(isFunctional)) return true;
  return accounts.length > 0 && accounts.every((draft) => draft.account === null) && !block.some((draft) => draft.line === 'purpose');
}

/**
 * A side may stand in several blocks: by function, and beside it by purpose or by economic class, a second way of adding up the
 * same total. Each block adds up to its own total; a total that only one block has belongs to the block by function.
 */
function linkExpenditure(blocks: readonly (readonly Draft[])[], grand: Draft | null, current: Draft | null): void {
  const main = blocks.find(isByFunction) ?? blocks[0] ?? [];
  const mainByFunction = isByFunction(main);
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
    const byFunction = block === main && mainByFunction;
    const isClosed = closes(current, block, (draft) => draft.line === 'purpose' || draft.line === 'account');
    let purpose: Draft | null = null;
    let basic: Draft | null = null;
    let passed = false;
    for (const draft of block) {
      if (draft.line === 'purpose') purpose = draft;
      else if (draft.line !== 'account') purpose = null;
      if (draft.line === 'purpose' && !isPartOfBasic(draft)) basic = draft.nature === 'basic' ? draft : null;
      passed ||= draft === current && isClosed;
      if (draft === grand) draft.parent = null;
      // 对附属单位补助支出 below 本年支出合计 is no part of it
      else if (passed && draft.line === 'purpose' && !byFunction) draft.parent = grand;
      else if (!byFunction && purpose && draft.line === 'account') draft.parent = isLower(draft, purpose) ? purpose : null;
      else if (block === main && isFunctional(draft) && draft.account) draft.parent = above(draft.account.code, byCode) ?? top;
      else if (draft.line === 'purpose') draft.parent = basicAbove(draft, basic) ?? (alone && !byFunction ? second : null);
      else if (draft.line === 'account') draft.parent = block === main && draft.account !== null && main.some(isFunctional) ? null : second;
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
  const [level, own] = [ordinalLevel(above.nameText ?? ''), ordinalLevel(draft.nameText ?? '')];
  return level > 0 && (own === 0 || own > level);
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
const NO_ACCOUNT = /结余|分配|结转|预留|基本支出|项目支出|合计|总计|小计/;

/** A name in the run of 类, or numbered below 二、项目支出, that the catalogue does not list is an account all the same: 未收录. */
function acceptUnlisted(drafts: readonly Draft[]): void {
  drafts.forEach((draft, i) => {
    const above = drafts[i - 1];
    if (draft.line !== 'unknown' || draft.nameText === null || !above || NO_ACCOUNT.test(draft.nameText)) return;
    const inRun = above.line === 'account' && hasOrdinal(draft.nameText) === hasOrdinal(above.nameText ?? '');
    if (inRun || (above.line === 'purpose' && hasOrdinal(draft.nameText) && isLower(draft, above))) draft.line = 'account';
  });
}

/** A 小计 that stands alone above the 总计 of its list sums this year's money. */
function acceptSubtotal(drafts: readonly Draft[]): void {
  const [subtotal, ...more] = drafts.filter(({ line, nameText }) => line === 'unknown' && nameText === '小计');
  if (!subtotal || more.length > 0 || drafts.some(({ line }) => line === 'current-total')) return;
  if (drafts.slice(drafts.indexOf(subtotal)).some(({ line }) => line === 'grand-total')) subtotal.line = 'current-total';
}

/**
 * Reads the drafts of both sides in place. Where 本年收入 and 本年支出 are both left blank above sides that are filled, they
 * are headings: the sections below them add up to the grand total.
 */
export function readSummaryRows(sides: readonly Block[], catalogue: Catalogue): void {
  for (const { drafts, side } of sides) for (const draft of drafts) meaningOf(draft, side, catalogue);
  for (const { drafts, side } of sides) {
    if (side === 'expenditure') acceptUnlisted(drafts);
    acceptSubtotal(drafts);
  }
  const currents = sides.flatMap(({ drafts }) => drafts.filter((draft) => draft.line === 'current-total'));
  const headingsOnly = currents.length > 1 && currents.every((draft) => !draft.hasAmounts);
  for (const side of ['income', 'expenditure'] as const) {
    const blocks = sides.filter((s) => s.side === side);
    if (blocks.length > 0) linkSide(blocks, side, headingsOnly);
  }
}

function linkSide(blocks: readonly Block[], side: Side, headingsOnly: boolean): void {
  const drafts = blocks.flatMap((block) => block.drafts);
  const totals = drafts.filter((d) => d.line === 'grand-total');
  // 收入合计 beside a 收入总计 is this year's sum.
  if (totals.length > 1 && !drafts.some((d) => d.line === 'current-total')) {
    for (const draft of totals)
      if (isSideSum(draft.nameText ?? '') && totals.some((t) => !isSideSum(t.nameText ?? ''))) draft.line = 'current-total';
  }
  const grand = drafts.find((d) => d.line === 'grand-total') ?? null;
  const current = headingsOnly ? null : (drafts.find((d) => d.line === 'current-total') ?? null);
  for (const draft of totals) if (draft !== grand && draft.line === 'grand-total') draft.duplicateTotal = true;
  if (side === 'income') linkIncome({ drafts, amounts: blocks.flatMap((block) => block.amounts) }, grand, current);
  else {
    // 本年支出合计 under each block says one sum twice.
    for (const draft of drafts)
      if (current && draft.line === 'current-total' && draft !== current && blocks.length > 1) draft.duplicateTotal = true;
    linkExpenditure(
      blocks.map((block) => block.drafts),
      grand,
      current,
    );
    for (const { drafts: block } of blocks) linkHeadings(block);
  }
}
