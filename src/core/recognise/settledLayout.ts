/** What the headings and codes below a title say of the table that the title leaves open. */
import type { AccountScheme } from '../model';
import type { RoledColumn } from './columns';
import { layoutByCodes, oneSided, type Layout } from './kind';
import { hasTwoSides, isTwoSided } from './panels';

export interface Contents {
  /** Compacted. */
  readonly title: string;
  /** The headings tell what a fund had, took in, spent and kept. */
  readonly follows: boolean;
  readonly columns: readonly RoledColumn[];
  /** The classification that most codes belong to; `null` where the table has none. */
  readonly scheme: AccountScheme | null;
}

/** A fund's own table with 收入 | 支出 side by side. */
export function withSides(layout: Layout, columns: readonly RoledColumn[]): Layout {
  if (layout === 'gov-fund') return hasTwoSides(columns) ? 'gov-fund-summary' : layout;
  if (layout === 'state-capital') return hasTwoSides(columns) ? 'state-capital-summary' : layout;
  return layout;
}

/** 一般公共预算财政拨款收入支出决算表: a title like a summary's over accounts whose money is followed through the year. */
function isStatement(layout: Layout, { follows, columns, scheme }: Contents): boolean {
  return isTwoSided(layout) && (scheme ?? 'functional') === 'functional' && !hasTwoSides(columns) && follows;
}

export function settledLayout(layout: Layout, contents: Contents): Layout {
  const settled = withSides(layoutByCodes(layout, contents.scheme), contents.columns);
  return isStatement(settled, contents) ? oneSided(settled, contents.title) : settled;
}
