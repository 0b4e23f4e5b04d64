/** What does each row of a table of accounts stand for (total, account, unit, project), and whose part is it? */
import type { Account, AccountScheme } from '../model';
import { isWellFormed, normaliseAccountName, schemeOfCode, type Catalogue } from '../accounts';
import { digitsOf } from './codeParts';
import { correctCodes } from './correctedCodes';
import { isTotal, type Draft } from './draft';
import { economicByName, economicClassByName } from './accountNames';
import { nestIndented } from './indentedRows';
import type { Layout } from './kind';
import { isCovered, linkPurposes, mostlyAddsUp, settleTotals, settleUnknownRows, topRows } from './rowArithmetic';
import { hasOrdinal, indentOf, isOfWhich, stripOrdinal } from './text';
import { settleUnitNames } from './unitNames';
import { nestUnits } from './unitRows';
import { isTotalLabel, lineOf, looksLikeOrganisation, purposeOf } from './vocabulary';

export interface CodeRowsContext {
  readonly layout: Layout;
  readonly scheme: AccountScheme;
  readonly catalogue: Catalogue;
  /** The table has a column of units. */
  readonly byOrganisation: boolean;
  /** The table has a column of account codes. */
  readonly hasCodes: boolean;
  /** Sheet columns of the amounts. */
  readonly amounts: readonly number[];
}

/** The account of a row: its code column, or (by-unit tables) the unit column when that holds an account's code. */
function accountCode(draft: Draft, scheme: AccountScheme): string | null {
  const code = digitsOf(draft.codeText);
  const other = draft.organisationCells.map((cell) => digitsOf(cell.text)).find((text) => text !== null) ?? null;
  // 301 某厅: a unit's code that has the shape of an account's
  const isUnit = code === null && draft.nameText !== null && looksLikeOrganisation(draft.nameText);
  if (isUnit) return null;
  if (other !== null && schemeOfCode(other) === scheme && (code === null || other.startsWith(code) || !isWellFormed({ scheme, code })))
    return other;
  return code;
}

/** The account of a name without code; `aboveClass` is the 类 that stands above it. */
function accountByName(name: string, aboveClass: string | null, { scheme, catalogue }: CodeRowsContext): Account | null {
  if (scheme !== 'functional') return economicByName(catalogue, scheme, name, aboveClass);
  const code = catalogue.functionalByName(name);
  // 一、基本支出 may be followed by 工资福利支出 and its like
  return code === null ? economicClassByName(catalogue, name) : { scheme, code };
}

function classify(draft: Draft, previous: Draft | null, seenTotal: boolean, aboveClass: string | null, context: CodeRowsContext): void {
  if (isTotal(draft)) {
    draft.line = /^(?:本年|当年)/.test(stripOrdinal(draft.nameText ?? draft.codeText ?? '')) ? 'current-total' : 'grand-total';
    return;
  }
  // a label merged over the codes and names stands in the column of the codes
  if (draft.nameText === null && draft.codeText !== null && digitsOf(draft.codeText) === null) {
    draft.nameText = draft.codeText;
    draft.nameCell = draft.codeCell;
    draft.codeText = null;
    draft.codeCell = null;
  }
  if (draft.nameText !== null && lineOf(draft.nameText) === 'current-total') {
    draft.line = 'current-total';
    return;
  }
  const carried = draft.nameText !== null && draft.codeText === null ? lineOf(draft.nameText) : null;
  if (carried === 'carry-out' || carried === 'carry-in' || carried === 'balance-use') {
    draft.line = carried;
    return;
  }
  const purpose = draft.codeText === null || digitsOf(draft.codeText) === null ? purposeOf(draft.nameText ?? draft.codeText ?? '') : null;
  if (purpose !== null) {
    draft.line = 'purpose';
    draft.nature = purpose;
    return;
  }
  const code = accountCode(draft, context.scheme);
  if (draft.projectText !== null && !isTotalLabel(draft.projectText)) {
    draft.line = 'project';
    draft.project = draft.projectText;
    draft.organisation = draft.organisationCells.find((cell) => digitsOf(cell.text) === null)?.text ?? null;
    draft.account = code !== null && isWellFormed({ scheme: context.scheme, code }) ? { scheme: context.scheme, code } : null;
    return;
  }
  if (code !== null && code !== digitsOf(draft.codeText)) {
    draft.codeText = code;
    draft.codeCell = draft.organisationCells.find((cell) => cell.text === code) ?? draft.codeCell;
  }
  const name = draft.nameText;
  if (code === null && name === null) {
    if (draft.organisationText !== null && !/^\d/.test(draft.organisationText)) {
      draft.line = 'organisation';
      draft.organisation = draft.organisationText;
    } else if (!seenTotal && previous === null) draft.line = 'grand-total';
    else if (previous?.line === 'grand-total' && !previous.duplicateTotal && (draft.hasAmounts || draft.codeText === null)) {
      draft.line = 'grand-total';
      draft.duplicateTotal = true;
    }
    return;
  }
  if (
    code !== null &&
    name !== null &&
    context.layout === 'project-list' &&
    !isAccountName(name, { scheme: context.scheme, code }, context.catalogue)
  ) {
    draft.line = 'project';
    draft.project = name;
    draft.account = isWellFormed({ scheme: context.scheme, code }) ? { scheme: context.scheme, code } : null;
    return;
  }
  if (code !== null && name !== null && isUnitCode(code, name, context)) {
    draft.line = 'organisation';
    draft.organisation = name;
    return;
  }
  // 02 alone may be a 款 or a 项 of what stands above it: only the figures could tell
  if (code !== null && /^\d{2}$/.test(code)) return;
  if (code !== null && (context.hasCodes || isWellFormed({ scheme: context.scheme, code }))) {
    draft.line = 'account';
    draft.account = isWellFormed({ scheme: context.scheme, code }) ? { scheme: context.scheme, code } : null;
    return;
  }
  if (name === null) return;
  const byName = looksLikeOrganisation(name) ? null : accountByName(stripOrdinal(name), aboveClass, context);
  if (byName !== null) {
    draft.line = 'account';
    draft.account = byName;
  } else if (looksLikeOrganisation(name) || (context.byOrganisation && draft.organisationText !== null)) {
    draft.line = 'organisation';
    draft.organisation = name;
  }
}

/** 101001 某局本级 in the column of the accounts' codes; 图书馆 and 综合医院 are accounts. */
function isUnitCode(code: string, name: string, { scheme, catalogue }: CodeRowsContext): boolean {
  return !isWellFormed({ scheme, code }) && looksLikeOrganisation(name) && catalogue.functionalByName(name) === null;
}

function isAccountName(name: string, account: Account, catalogue: Catalogue): boolean {
  const known = catalogue.nameOf(account);
  return known !== null && normaliseAccountName(known.name) === normaliseAccountName(name);
}

/**
 * A name without code above its projects (一般行政管理事务) has the code that they share, the finest of the accounts with that name:
 * 其他社会保障和就业支出 is 20899 and 2089999.
 */
function nameFunctionRows(drafts: readonly Draft[]): void {
  drafts.forEach((draft, i) => {
    const next = drafts[i + 1];
    if (draft.nameText === null || draft.codeText !== null || next?.line !== 'project' || !next.account) return;
    const coarser = draft.line === 'account' && draft.account !== null && next.account.code.startsWith(draft.account.code);
    if (draft.line !== 'unknown' && !coarser) return;
    draft.line = 'account';
    draft.account = next.account;
  });
}

const isNameOnly = (draft: Draft): boolean =>
  draft.line === 'unknown' && draft.nameText !== null && draft.codeText === null && draft.hasAmounts;

/**
 * A name without code in a list of projects is a project: of the account above it, when accounts and projects stand in turn; of no
 * account, when nothing in the list has a code, or all such names are written alike, so that none is the heading of another.
 */
function nameProjects(drafts: readonly Draft[]): void {
  const uncoded = drafts.every((draft) => draft.codeText === null || digitsOf(draft.codeText) === null);
  let account: Draft | null = null;
  const style = (draft: Draft): string => `${draft.nameCell?.column ?? ''} ${hasOrdinal(draft.nameText ?? '')} ${indentOf(draft.rawName)}`;
  const alike = new Set(drafts.filter(isNameOnly).map(style)).size === 1;
  for (const draft of drafts) {
    if (draft.line === 'account') account = draft;
    else if (isNameOnly(draft) && (account?.codeText || uncoded || alike)) {
      draft.line = 'project';
      draft.project = draft.nameText;
      draft.account = account?.account ?? null;
    } else if (draft.line !== 'project') account = null;
  }
}

/**
 * Names without a code right below an account that they add up to are its projects, in a table by accounts too. Where most of them do
 * the others are wrong; an account that pays for more than its projects is left alone.
 */
function nameProjectsBelow(drafts: readonly Draft[], columns: readonly number[]): void {
  const blocks = drafts.flatMap((account, at) => {
    const rows = drafts.slice(at + 1);
    const end = rows.findIndex((row) => !isNameOnly(row));
    const projects = end < 0 ? rows : rows.slice(0, end);
    const whole = account.line === 'account' && account.codeText !== null && projects.length > 0 && isCovered(account, projects, columns);
    return whole ? [{ account, projects }] : [];
  });
  const fitting = blocks.filter(({ account, projects }) => mostlyAddsUp(account, projects, columns));
  if (fitting.length * 2 <= blocks.length) return;
  for (const draft of blocks.flatMap(({ projects }) => projects)) {
    draft.line = 'project';
    draft.project = draft.nameText;
  }
}

/** Each row is part of the nearest row above in its unit's section with the longest proper prefix of its code. */
function link(drafts: readonly Draft[], context: CodeRowsContext): void {
  const grand = drafts.find((d) => d.line === 'grand-total' && !d.duplicateTotal) ?? null;
  const current = drafts.find((d) => d.line === 'current-total') ?? null;
  const top = current ?? grand;
  let section: Draft | null = null;
  let open = new Map<string, Draft>();
  let lastFunction: Draft | null = null;
  // Units in a column of their own, without subtotal rows: each row says whose it is.
  const inColumn = !drafts.some((d) => d.line === 'organisation' && !d.closes);
  let block: Draft[] = [];
  let unit: string | null = null;
  let unitName: string | null = null;
  const sectionOf = new Map<Draft, ReadonlyMap<string, Draft>>();
  for (const draft of drafts) {
    if (draft.line === 'organisation' && draft.closes) {
      draft.organisation = block.find((part) => part.organisation !== null)?.organisation ?? null;
      for (const part of block) if (part.parent === top) part.parent = draft;
      draft.parent = top;
      open = new Map();
      unit = null;
      unitName = null;
      block = [];
    } else if (draft.line === 'organisation') {
      section = draft;
      open = new Map();
      lastFunction = null;
      draft.parent = top;
    } else if (draft.line === 'grand-total' || draft.line === 'current-total') {
      draft.parent = draft.line === 'current-total' ? grand : null;
      unitName = null;
      if (section !== null && draft === grand) section = null;
    } else if (draft.line === 'carry-out' || draft.line === 'carry-in' || draft.line === 'balance-use') {
      // 其中：上年结转 is in the accounts already
      draft.parent = isOfWhich(draft.nameText ?? '') ? null : grand;
    } else if (draft.line === 'account' || draft.line === 'project') {
      if (inColumn && draft.organisationText !== null && draft.organisationText !== unit) {
        if (unit !== null) open = new Map();
        lastFunction = null;
        unit = draft.organisationText;
      }
      // the unit may be named in the first of its rows only
      if (inColumn) unitName = draft.organisationCells.find((cell) => digitsOf(cell.text) === null)?.text ?? unitName;
      draft.organisation ??= unitName ?? section?.organisation ?? null;
      draft.parent = (draft.line === 'project' ? lastFunction : null) ?? section ?? top;
      block.push(draft);
      if (draft.line === 'account') lastFunction = draft;
      if (draft.line === 'account' && draft.account && !open.has(draft.account.code)) open.set(draft.account.code, draft);
      sectionOf.set(draft, open);
    }
  }
  nestUnits(drafts, context.amounts);
  for (const [draft, codes] of sectionOf) {
    if (draft.line !== 'account' || !draft.account) continue;
    for (let length = draft.account.code.length - 2; length >= 3; length -= 2) {
      const parent = codes.get(draft.account.code.slice(0, length));
      if (!parent || parent === draft) continue;
      draft.parent = parent;
      break;
    }
  }
}

/** The rows from one unit's heading to the next. */
function unitsOf(drafts: readonly Draft[]): readonly (readonly Draft[])[] {
  const units: Draft[][] = [[]];
  for (const draft of drafts) {
    if (draft.line === 'organisation' || draft.line === 'purpose') units.push([]);
    units[units.length - 1]?.push(draft);
  }
  return units;
}

const NONE: ReadonlyMap<Draft, Draft> = new Map();

/** Reads the drafts in place; returns the rows whose meaning only the figures tell. */
export function readCodeRows(drafts: readonly Draft[], context: CodeRowsContext): readonly Draft[] {
  let previous: Draft | null = null;
  let seenTotal = false;
  let aboveClass: string | null = null;
  for (const draft of drafts) {
    classify(draft, previous, seenTotal, aboveClass, context);
    if (draft.account?.code.length === 3) aboveClass = draft.account.code;
    if (draft.line === 'grand-total') seenTotal = true;
    previous = draft;
  }
  // A nameless row is the total's repetition only when a labelled total stands above it; at the top it is the total itself.
  nameFunctionRows(drafts);
  const projects = context.layout === 'project-list' ? settleUnitNames(drafts, context.amounts, topRows) : [];
  settleTotals(drafts, context.amounts);
  const indented = context.layout === 'project-list' ? NONE : nestIndented(drafts, context.catalogue);
  if (context.layout !== 'project-list') nameProjectsBelow(drafts, context.amounts);
  const settled = settleUnknownRows(drafts, context.amounts);
  if (context.layout === 'project-list') nameProjects(drafts);
  for (const unit of unitsOf(drafts)) correctCodes(unit, context.amounts, context.scheme, context.catalogue);
  link(drafts, context);
  for (const [draft, above] of indented) draft.parent = above;
  const grand = drafts.find((d) => d.line === 'grand-total') ?? null;
  const top = drafts.find((d) => d.line === 'current-total') ?? grand;
  linkPurposes(drafts, context.amounts, { top, grand });
  return [...settled, ...projects.filter((draft) => draft.line === 'project')];
}
