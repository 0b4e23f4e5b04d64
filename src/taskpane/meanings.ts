/** Which question this file answers: which meanings of a column are offered to the user, and what is kept of his choice. */
import type { Column, ColumnRole, Fund, Item, Measure, Nature, TableKind } from '../core';
import { GIVEN_FUNDS, GIVEN_ITEMS, GIVEN_NATURES, GIVEN_ROLES } from '../core/dimensions';
import { columnOfCorrection } from '../core/recognise/corrections';
import { meaningOf } from '../core/recognise/meaning';
import { headerText, type ColumnCorrection } from '../core/settings';
import { translate, type Locale, type MessageId } from '../i18n';

/** Ids of the dictionaries' `meaning.…`, joined by commas: `nature.basic`, `year.last,total`. */
export type MeaningKey = string;

type Told = `meaning.role.${ColumnRole}` | `meaning.nature.${Nature}` | `meaning.fund.${Fund}` | `meaning.item.${Item}`;
/** A dimension of the model that has no words does not compile. */
export const EVERY_DIMENSION_HAS_WORDS: Told extends MessageId ? true : never = true;

export const MEANING_GROUPS = ['use', 'nature', 'fund', 'item'] as const;
export type MeaningGroup = (typeof MEANING_GROUPS)[number];

const BY_NATURE: ReadonlySet<TableKind> = new Set([
  'dept-expenditure',
  'fiscal-expenditure',
  'general-expenditure',
  'general-basic',
  'general-basic-gov',
  'gov-fund',
  'state-capital',
]);

/** The choices that make sense in a table of this kind, grouped. */
export function meaningsFor(kind: TableKind): readonly { readonly group: MeaningGroup; readonly keys: readonly MeaningKey[] }[] {
  const roles = GIVEN_ROLES.filter((role) => role !== 'amount').map((role) => `role.${role}`);
  const groups = {
    use: ['total', 'year.last,total', ...roles],
    nature: BY_NATURE.has(kind) ? GIVEN_NATURES.filter((nature) => nature !== 'all').map((nature) => `nature.${nature}`) : [],
    fund: GIVEN_FUNDS.filter((fund) => fund !== 'all').map((fund) => `fund.${fund}`),
    item: kind === 'three-public' ? GIVEN_ITEMS.map((item) => `item.${item}`) : [],
  };
  return MEANING_GROUPS.map((group) => ({ group, keys: groups[group] })).filter(({ keys }) => keys.length > 0);
}

export function meaningKey(column: Pick<Column, 'role' | 'measure'>): MeaningKey {
  return meaningOf(column).join(',');
}

/** 「基本支出」, 「上年数、合计（全部金额）」. */
export function meaningText(locale: Locale, key: MeaningKey): string {
  const texts = key.split(',').map((id) => translate(locale, `meaning.${id}`));
  return texts.join(translate(locale, 'present.list.separator'));
}

/** What is kept of a choice for a column; `null` for a key that is none. */
export function correctionFor(column: Pick<Column, 'index' | 'header'>, key: MeaningKey): ColumnCorrection | null {
  const base = { index: column.index, header: headerText(column.header) };
  const measure: { nature?: Nature; fund?: Fund; year?: 'last'; item?: Item } = {};
  for (const id of key.split(',')) {
    const [what, value] = id.split('.');
    const role = GIVEN_ROLES.find((one: ColumnRole) => what === 'role' && one === value);
    if (role && role !== 'amount') return { ...base, role };
    const nature = GIVEN_NATURES.find((one) => what === 'nature' && one === value);
    const fund = GIVEN_FUNDS.find((one) => what === 'fund' && one === value);
    const item = GIVEN_ITEMS.find((one) => what === 'item' && one === value);
    if (nature) measure.nature = nature;
    else if (fund) measure.fund = fund;
    else if (item) measure.item = item;
    else if (id === 'year.last') measure.year = 'last';
    else if (id !== 'total') return null;
  }
  const given: Measure = measure;
  return { ...base, role: 'amount', measure: given };
}

/** The correction that a column bears, if it bears one. */
export function correctionOn(
  columns: readonly Column[],
  column: Column,
  corrections: readonly ColumnCorrection[],
): ColumnCorrection | null {
  return corrections.find((correction) => columnOfCorrection(columns, correction) === column) ?? null;
}
