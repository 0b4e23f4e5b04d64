/** What does each row of a “三公” or procurement table stand for: an item, a unit, the total? */
import { isTotal, type Draft } from './draft';
import type { Layout } from './kind';
import { settleUnitNames } from './unitNames';
import { nestUnits } from './unitRows';
import { compares, isTotalLabel, looksLikeOrganisation, procurementItemOf, threePublicItemOf } from './vocabulary';

/** Whether the labels down the side are items, so that the columns say something else. */
export function itemsInRows(drafts: readonly Draft[], layout: Layout): boolean {
  if (layout === 'procurement') return true;
  return drafts.filter((d) => d.nameText !== null && !isCount(d.nameText) && threePublicItemOf(d.nameText, null) !== null).length >= 2;
}

/** 「××局小计」: a unit's subtotal. */
const SUBTOTAL = /小计$/;

/** 公务用车购置数（辆）, 国内公务接待批次: a number of things, not of yuan. */
function isCount(name: string): boolean {
  return /\((?:个|人|辆|台|次|批次|人次|人\/次|台\/辆|个\/次|人次数)\)|(?:团组|人次|人|批|批次|购置|保有|车辆|辆|台)(?:数|量)$|批次$|人次$|保有量/.test(
    name,
  );
}

/** A bare 合计 beside “三公”经费小计 and 会议费 or 培训费 counts them together. */
function nameExpensesTotal(drafts: readonly Draft[]): void {
  const isBare = ({ item, nameText }: Draft): boolean => item === 'three-public-total' && isTotalLabel(nameText ?? '');
  const further = drafts.some(({ item }) => item === 'meeting' || item === 'training');
  if (!further || !drafts.some((draft) => draft.item === 'three-public-total' && !isBare(draft))) return;
  for (const draft of drafts) if (isBare(draft)) draft.item = 'expenses-total';
}

function readVerticalThreePublic(drafts: readonly Draft[]): void {
  let heading: string | null = null;
  for (const draft of drafts) {
    const name = draft.nameText;
    if (name === null) continue;
    // a 小计 below 公务用车 is its own, a 合计 is the table's wherever it stands
    const total = isTotalLabel(name) && !(heading !== null && /小计/.test(name));
    const item = total ? 'three-public-total' : isCount(name) ? null : threePublicItemOf(name, heading);
    if (item === null) {
      // 行政经费 and its like beside the items; 公务用车保有量 and its like are no money
      if (draft.hasAmounts && !isCount(name)) draft.line = 'item';
      continue;
    }
    draft.line = 'item';
    // 其中：教学科研人员因公出国（境）费 is a part of the item, not the item.
    draft.item = item === 'abroad' && drafts.some((d) => d.item === 'abroad') ? null : item;
    if (item === 'vehicle') heading = name;
  }
  nameExpensesTotal(drafts);
  const total = drafts.find((d) => d.item === 'three-public-total') ?? null;
  const vehicle = drafts.find((d) => d.item === 'vehicle') ?? null;
  for (const draft of drafts) {
    if (draft.item === 'vehicle-purchase' || draft.item === 'vehicle-running') draft.parent = vehicle ?? total;
    else if (draft.line === 'item' && draft.item === null) draft.parent = drafts.find((d) => d.item === 'abroad') ?? null;
    else if (draft.item === 'vehicle' || draft.item === 'abroad' || draft.item === 'reception') draft.parent = total;
  }
}

const YEAR_ROW = /^(20\d{2})年?(?:度)?(?:预算|决算|执行)?(?:数|金额)?$/;

/** 2024年 above 2025年: one row of figures for each of two years. Whether the rows are such. */
function readYears(drafts: readonly Draft[]): boolean {
  const years = drafts.map((draft) => Number(YEAR_ROW.exec(draft.nameText ?? '')?.[1]));
  const [first, second] = [...years].sort((a, b) => b - a);
  if (years.length !== 2 || first === undefined || first - (second ?? NaN) !== 1) return false;
  drafts.forEach((draft, i) => {
    draft.line = 'item';
    draft.year = years[i] === first ? null : 'last';
  });
  return true;
}

/** 增减额, 增减% below the years: by how much, and no amount of the budget. */
function isComparison({ nameText }: Draft): boolean {
  return nameText !== null && compares(nameText) && !looksLikeOrganisation(nameText);
}

/** One row of figures, or one per unit under a 合计: the columns are the items. */
function readHorizontalThreePublic(all: readonly Draft[], amounts: readonly number[]): void {
  const drafts = all.filter((draft) => !isComparison(draft));
  if (readYears(drafts)) return;
  let total: Draft | null = null;
  let previous: Draft | null = null;
  for (const draft of drafts) {
    const name = draft.nameText ?? draft.organisationText;
    if (isTotal(draft)) {
      draft.line = 'item';
      total ??= draft;
    } else if (name !== null && (draft.organisationText !== null || draft.nameText !== null)) {
      draft.line = 'organisation';
      draft.organisation = name;
    } else if (total !== null && previous === total) {
      draft.line = 'item';
      draft.duplicateTotal = true;
    } else if (draft.codeText === null && name === null) {
      draft.line = 'item';
      total ??= draft;
    }
    previous = draft;
  }
  // A 合计 row that was left blank in every column states nothing that the units could add up to.
  const stated = total?.hasAmounts === true || !drafts.some((draft) => draft.line === 'organisation' && draft.hasAmounts);
  for (const draft of drafts) if (draft.line === 'organisation') draft.parent = stated ? total : null;
  nestUnits(drafts, amounts);
}

/** Lists of goods put each level into a column of its own: what stands furthest left is on top. */
function leftmost(block: readonly Draft[]): readonly Draft[] {
  const column = ({ nameCell }: Draft): number => nameCell?.column ?? Infinity;
  const first = Math.min(...block.map(column));
  return block.filter((draft) => column(draft) === first);
}

function readProcurement(drafts: readonly Draft[], amounts: readonly number[]): void {
  let total: Draft | null = null;
  for (const draft of drafts) {
    const label = draft.nameText ?? draft.codeText;
    const isNameless = total === null && label === null && draft.organisationText === null && draft.hasAmounts;
    if (isTotal(draft) || (isNameless && draft === drafts[0])) {
      draft.line = 'grand-total';
      if (total) draft.duplicateTotal = true;
      total ??= draft;
      continue;
    }
    const item = label === null ? null : procurementItemOf(label);
    if (item !== null) {
      draft.line = 'item';
      draft.item = item;
    } else if (draft.nameText !== null && (SUBTOTAL.test(draft.nameText) || looksLikeOrganisation(draft.nameText))) {
      draft.line = 'organisation';
      draft.organisation = draft.nameText.replace(SUBTOTAL, '');
    } else if (draft.nameText !== null) {
      draft.line = 'project';
      draft.project = draft.nameText;
    }
  }
  for (const draft of settleUnitNames(drafts, amounts, leftmost)) {
    draft.line = 'project';
    draft.project = draft.nameText;
  }
  let section: Draft | null = null;
  let open: Draft[] = [];
  const column = (draft: Draft): number => draft.nameCell?.column ?? 0;
  for (const draft of drafts) {
    if (draft.line === 'item' || draft.line === 'organisation') {
      draft.parent = total;
      section = draft;
      open = [];
    } else if (draft.line === 'project') {
      // Lists of goods put each level into a column of its own: what stands further right is part of what stands above.
      open = open.filter((above) => column(above) < column(draft));
      draft.parent = open[open.length - 1] ?? section ?? total;
      draft.organisation = section?.organisation ?? draft.organisationCells.find((cell) => cell.figure.type === 'text')?.text ?? null;
      draft.item = section?.item ?? null;
      open.push(draft);
    }
  }
}

/** Reads the drafts in place; `amounts` are the sheet columns of the amounts. */
export function readItemRows(drafts: readonly Draft[], layout: Layout, vertical: boolean, amounts: readonly number[]): void {
  if (layout === 'procurement') readProcurement(drafts, amounts);
  else if (vertical) readVerticalThreePublic(drafts);
  else readHorizontalThreePublic(drafts, amounts);
}
