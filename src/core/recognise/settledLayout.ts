/** What the headings and codes below a title say of the table that the title leaves open. */
import type { AccountScheme } from '../model';
import type { Catalogue } from '../accounts';
import { economicClassByName } from './accountNames';
import type { RoledColumn } from './columns';
import { layoutByCodes, oneSided, type Layout } from './kind';
import { hasTwoSides, isTwoSided } from './panels';
import { natureOf } from './vocabulary';

export interface Contents {
  /** Compacted. */
  readonly title: string;
  readonly headings: readonly string[];
  /** The headings tell what a fund had, took in, spent and kept. */
  readonly follows: boolean;
  readonly columns: readonly RoledColumn[];
  /** The classification that most codes belong to. */
  readonly scheme: AccountScheme | null;
  readonly catalogue: Catalogue;
}

/** A fund's own table with 收入 | 支出 side by side. */
export function withSides(layout: Layout, columns: readonly RoledColumn[]): Layout {
  if (layout === 'gov-fund') return hasTwoSides(columns) ? 'gov-fund-summary' : layout;
  if (layout === 'state-capital') return hasTwoSides(columns) ? 'state-capital-summary' : layout;
  return layout;
}

/** 一般公共预算财政拨款收入支出决算表: a title like a summary's over accounts whose money is followed through the year. */
function isStatement(layout: Layout, { follows, columns, scheme }: Contents): boolean {
  return isTwoSided(layout) && scheme === 'functional' && !hasTwoSides(columns) && follows;
}

/** 支出决算明细表: functions against economic classes, beside the table that tells their 基本支出 and 项目支出. */
function isByClass(layout: Layout, { title, headings, scheme, catalogue }: Contents): boolean {
  if ((layout !== 'dept-expenditure' && layout !== 'general-expenditure') || scheme !== 'functional' || !/明细/.test(title)) return false;
  const classes = new Set(headings.flatMap((text) => economicClassByName(catalogue, text)?.code ?? []));
  return classes.size >= 2 && !headings.some((text) => natureOf(text) !== null);
}

export function settledLayout(layout: Layout, contents: Contents): Layout {
  const settled = withSides(layoutByCodes(layout, contents.scheme), contents.columns);
  if (isStatement(settled, contents)) return oneSided(settled, contents.title);
  return isByClass(settled, contents) ? 'expenditure-detail' : settled;
}
