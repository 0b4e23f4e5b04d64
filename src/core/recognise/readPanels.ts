/** How do columns and body rows become the panels of a table? */
import type { Catalogue } from '../accounts';
import type { AccountScheme, Evidence, Panel, Side } from '../model';
import type { Body } from './body';
import { readCodeRows } from './codeRows';
import type { RoledColumn } from './columns';
import { stackedEvidence, sumEvidence } from './evidence';
import { drafter, idsOf, rowsOf, type Draft } from './draft';
import { readIncomeRows, sourcesInRows } from './incomeRows';
import type { Layout } from './kind';
import { itemsInRows, readItemRows } from './itemRows';
import type { MeasureContext } from './measure';
import { measuredColumns } from './measuredColumns';
import { isTwoSided, panelsOf, type PanelColumns } from './panels';
import { stackedSides } from './stackedSides';
import { readSummaryRows } from './summaryRows';
import { topRows } from './rowArithmetic';
import { lineOf, purposeOf } from './vocabulary';

export interface ReadPanels {
  readonly panels: readonly Panel[];
  readonly drafts: readonly (readonly Draft[])[];
  /** What the figures told. */
  readonly evidence: readonly Evidence[];
}

export interface PanelsContext {
  readonly layout: Layout;
  readonly sheet: string;
  /** The classification of the table's codes. */
  readonly scheme: AccountScheme;
  readonly measure: MeasureContext;
  readonly catalogue: Catalogue;
}

const labelOf = (draft: Draft): string | null => draft.nameText ?? draft.codeText;

const isSum = (label: string): boolean => lineOf(label) !== null || purposeOf(label) !== null;

/**
 * 支出合计 may be written once over two blocks of a side (按功能 | 按用途), its amount standing in the second: the label without
 * amounts names the amounts without label beside it. Gives the rows that got their label so, with the drafts of its block.
 */
function shareLabels(panels: readonly { readonly side: Side; readonly drafts: Draft[] }[]): ReadonlyMap<Draft, readonly Draft[]> {
  const shared = new Map<Draft, readonly Draft[]>();
  panels.forEach(({ side, drafts }, i) => {
    const left = panels[i - 1]?.side === side ? panels[i - 1]?.drafts : undefined;
    if (!left) return;
    for (const draft of drafts) {
      if (labelOf(draft) !== null || !draft.hasAmounts) continue;
      const at = left.findIndex((other) => other.view === draft.view && labelOf(other) !== null && !other.hasAmounts);
      const other = left[at];
      if (!other || !isSum(labelOf(other) ?? '')) continue;
      draft.nameText = labelOf(other);
      draft.nameCell = other.nameCell ?? other.codeCell;
      left.splice(at, 1);
      shared.set(draft, left);
    }
  });
  return shared;
}

/** 公用经费合计 under two blocks of 公用经费 adds up the accounts of both. */
function linkShared(shared: ReadonlyMap<Draft, readonly Draft[]>): void {
  for (const [total, block] of shared) {
    if (total.line !== 'purpose') continue;
    for (const part of topRows(block.filter((draft) => draft.line === 'account'))) part.parent ??= total;
  }
}

function draftsOf(body: Body, panel: PanelColumns): Draft[] {
  const drafts = body.rows.map(drafter(panel));
  return drafts.filter((draft) => draft !== null);
}

/** Reads rows and columns of every panel; the sides of a summary table are read together. */
export function readPanels(columns: readonly RoledColumn[], body: Body, context: PanelsContext): ReadPanels {
  const { layout, scheme, sheet } = context;
  const sides = panelsOf(columns, layout).map((panel) => ({
    panel,
    side: panel.side,
    drafts: draftsOf(body, panel),
    amounts: panel.columns.filter((c) => c.role === 'amount').map((c) => c.index),
  }));
  const evidence: Evidence[] = [];
  const [only] = sides;
  if (isTwoSided(layout) && only && sides.length === 1) {
    const stacked = stackedSides(only.drafts, context.catalogue);
    const second = stacked?.[1].drafts[0]?.view;
    if (second) evidence.push(stackedEvidence(second, sheet));
    if (stacked) sides.splice(0, 1, ...stacked.map((side) => ({ ...side, panel: only.panel, amounts: only.amounts })));
  }
  const shared = shareLabels(sides);
  if (isTwoSided(layout)) readSummaryRows(sides, context.catalogue);
  const ids = idsOf(sides.map((side) => side.drafts));
  const verticals = sides.map(({ panel, drafts, amounts }): boolean => {
    let vertical = false;
    if (layout === 'three-public' || layout === 'procurement') {
      vertical = itemsInRows(drafts, layout);
      readItemRows(drafts, layout, vertical, amounts);
    } else if (layout === 'dept-income' && sourcesInRows(drafts)) {
      readIncomeRows(drafts, amounts, context.catalogue);
    } else if (!isTwoSided(layout)) {
      const settled = readCodeRows(drafts, {
        layout,
        scheme,
        catalogue: context.catalogue,
        byOrganisation: panel.columns.some((c) => c.role === 'organisation'),
        hasCodes: panel.columns.some((c) => c.role === 'code'),
        amounts,
      });
      evidence.push(...settled.map((draft) => sumEvidence(draft, sheet)));
    }
    return vertical;
  });
  if (!isTwoSided(layout)) linkShared(shared);
  const panels = sides.map(({ panel, side, drafts }, i): Panel => {
    const measure = { ...context.measure, itemsInRows: verticals[i] === true };
    const measured = measuredColumns(panel, body, measure, sheet);
    evidence.push(...measured.evidence);
    return { side, columns: measured.columns, rows: rowsOf(drafts, ids, sheet) };
  });
  return { panels, drafts: sides.map((side) => side.drafts), evidence };
}
