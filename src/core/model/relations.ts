/** Which question this file answers: what is an equation over facts (or words) that should hold. */
import type { Decimal } from '../amount';
import type { CellRef } from '../workbook';
import type { Fact, Label, Quantity } from './facts';
import type { Message } from './message';
import type { Table, Unit } from './tables';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Term {
  readonly fact: Fact;
  readonly sign: 1 | -1;
}

/** Σ left (op) Σ right, judged on intervals. Left is the stated total; right its parts, or the other table. */
export interface AmountRelation {
  readonly type: 'amount';
  readonly rule: string;
  readonly op: '=' | '<=' | '>=';
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  /** Overrides the rule's own severity (a hint is `info`). */
  readonly severity?: Severity;
  /** Says the equation in words. */
  readonly message: Message;
}

/** Two writings of one account's name (or code) that should be the same. */
export interface LabelRelation {
  readonly type: 'label';
  readonly rule: string;
  readonly left: Label;
  readonly right: Label;
  readonly severity?: Severity;
  readonly message: Message;
}

/** Words of a paragraph: `start` and `length` count UTF-16 units of the cell's text. */
export interface Words {
  readonly table: Table;
  readonly cell: CellRef;
  readonly text: string;
  readonly start: number;
  readonly length: number;
}

/** An amount, a percentage or a count as a sentence states it. */
export interface TextFigure extends Words {
  /** In `unit`, or a plain number. */
  readonly value: Decimal;
  /** `null` for percentages and counts. */
  readonly unit: Unit | null;
  /** 万元, %, 辆: as written. */
  readonly measure: string;
  /** The figure alone: `6,870.64`. */
  readonly printed: string;
  /** Precision: digits after the point that it is taken to be stated to. */
  readonly decimals: number;
  /** What a person would call it: `项目支出`. */
  readonly label: string;
}

/** A figure of the text or of a table, with the sign with which it enters its side. */
export type NarrativeTerm =
  | { readonly figure: TextFigure; readonly fact?: undefined; readonly sign: 1 | -1 }
  | { readonly figure?: undefined; readonly fact: Fact; readonly sign: 1 | -1 };

/** What a sentence states, against the tables or against other figures of the text: Σ left = Σ right, or left % = Σ right ÷ Σ base. */
export interface NarrativeRelation {
  readonly type: 'narrative';
  readonly rule: string;
  readonly op: '=' | '<=' | '>=';
  /** The stated figure first. */
  readonly left: readonly NarrativeTerm[];
  readonly right: readonly NarrativeTerm[];
  /** Only for percentages: what `right` is divided by. */
  readonly base?: readonly NarrativeTerm[];
  readonly severity?: Severity;
  readonly message: Message;
}

/** Words that need a look whatever the figures say: doubled words, template residue, a wrong year. */
export interface WordingRelation {
  readonly type: 'wording';
  readonly rule: string;
  /** The words, and others that they disagree with. */
  readonly left: Words;
  readonly right: readonly Words[];
  /** Names of the tables that the words disagree with: then it is a finding about a name. */
  readonly names?: readonly Label[];
  /** What it should read, where that is certain. */
  readonly expected: string;
  readonly severity?: Severity;
  readonly message: Message;
}

/**
 * The amount of a row is its 数量 × 单价, judged on intervals like a sum. A product is no linear equation: the diagnosis tries
 * each of the three by itself.
 */
export interface ProductRelation {
  readonly type: 'product';
  readonly rule: string;
  readonly total: Fact;
  readonly quantity: Quantity;
  readonly price: Quantity;
  /** A list in 万元 may state its prices in 元. */
  readonly priceUnit: Unit;
  readonly severity?: Severity;
  readonly message: Message;
}

/** A cell that says something which is no amount of the budget: a code, a weight, a note, a name. */
export interface StatedCell {
  readonly table: Table;
  readonly cell: CellRef;
  /** As it stands there. */
  readonly text: string;
  /** What a person would call it. */
  readonly label: string;
}

/**
 * What cells say, against what they should: a code against the catalogue, weights against 100, a list of tables against the tables.
 * There is nothing to reckon on intervals, so the rule itself says whether it holds.
 */
export interface CellRelation {
  readonly type: 'cell';
  readonly rule: string;
  readonly class: 'mismatch' | 'label';
  readonly holds: boolean;
  readonly left: readonly StatedCell[];
  readonly right: readonly StatedCell[];
  /** What is said, and what it should be (or what it disagrees with), in words or digits; `difference` where both are numbers. */
  readonly stated: string;
  readonly expected: string;
  readonly difference?: string;
  readonly severity?: Severity;
  readonly message: Message;
}

export type Relation = AmountRelation | LabelRelation | NarrativeRelation | WordingRelation | ProductRelation | CellRelation;

export interface Skipped {
  readonly rule: string;
  readonly reason: Message;
  readonly sheet?: string;
}
