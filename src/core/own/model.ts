/** What is a relation of a bureau's own? An equation in dimensions, as the file says it: no layout, no cells. */
import type { Account, Fund, Item, Nature, Severity, Side } from '../model';
import type { NamedKind, NamedLine } from './words';

/** One term: the amounts of one kind of table that have these dimensions. What is absent is left to the table's main figure. */
export interface OwnTerm {
  readonly table: NamedKind;
  /** Several accounts are added up. */
  readonly accounts: readonly Account[];
  readonly line?: NamedLine;
  readonly side?: Side;
  readonly nature?: Nature;
  readonly fund?: Fund;
  /** An income source in rows: 事业收入. */
  readonly source?: Fund;
  readonly item?: Item;
  readonly year?: 'current' | 'last';
  /** A unit by its name as the table writes it. */
  readonly unit?: string;
  readonly sign: 1 | -1;
  /** The user's own words, for messages: `支出总表 20805 基本支出`. */
  readonly words: string;
}

export interface OwnRelation {
  /** Unique in its file: the rule's name. */
  readonly title: string;
  readonly severity: Severity;
  readonly op: '=' | '<=' | '>=';
  readonly left: readonly OwnTerm[];
  readonly right: readonly OwnTerm[];
  /** What the bureau wants to be said with a finding; '' for nothing. */
  readonly note: string;
  readonly basis: string;
}
