/** Which sources of money make up which whole? 财政拨款 and 单位资金, told once for recognition, rules and narrative. */
import type { Fund, Table } from './model';

/** 财政拨款: the three budgets (《中华人民共和国预算法》第五条; social insurance funds are no department's). */
export const FISCAL_FUNDS: readonly Fund[] = ['general', 'gov-fund', 'state-capital'];

/** 单位资金: what a unit takes in besides the treasury's money. */
export const OWN_FUNDS: readonly Fund[] = ['business', 'upper-subsidy', 'affiliate', 'operation', 'other'];

/** Neither 财政拨款 of this level nor 单位资金. */
export const BETWEEN_FUNDS: readonly Fund[] = ['fiscal-account', 'upper-treasury'];

/** Whatever is not 财政拨款 of this level. */
export const NOT_FISCAL: readonly Fund[] = [...BETWEEN_FUNDS, 'own', ...OWN_FUNDS];

/** Whose money a table of kind `other` counts: as its title says. */
export function fundOfTitle({ title }: Pick<Table, 'title'>): Fund {
  if (/政府性基金/.test(title)) return 'gov-fund';
  if (/国有资本/.test(title)) return 'state-capital';
  if (/一般公共预算|公共财政/.test(title)) return 'general';
  if (/财政专户|专户管理/.test(title)) return 'fiscal-account';
  return /财政拨款/.test(title) ? 'fiscal' : 'all';
}
