/** What does a diagnosis start from: every relation with its verdict, the held ones too, and what the cells hold. */
import type { Judgement } from '../interval';
import type { AmountRelation, Cause, Facts, Finding, NarrativeRelation, ProductRelation, Skipped } from '../model';
import type { Cell, CellRef } from '../workbook';

/** An amount relation that has been judged; vacuous ones are left out. */
export interface Judged {
  readonly relation: AmountRelation;
  readonly judgement: Judgement;
  /** `null` when the relation holds. */
  readonly finding: Finding | null;
  /** A hint: weak evidence, and never the start of a diagnosis. */
  readonly weak: boolean;
}

/** What a sentence states, judged. */
export interface JudgedText {
  readonly relation: NarrativeRelation;
  /** `null` when the relation holds. */
  readonly finding: Finding | null;
  readonly weak: boolean;
}

/** 数量 × 单价, judged. */
export interface JudgedProduct {
  readonly relation: ProductRelation;
  /** `null` when the relation holds. */
  readonly finding: Finding | null;
  readonly weak: boolean;
}

export interface DiagnosisInput {
  readonly facts: Facts;
  readonly relations: readonly Judged[];
  /** Every finding, in its order. */
  readonly findings: readonly Finding[];
  /** What the sentences state; absent: no running text. */
  readonly texts?: readonly JudgedText[];
  readonly products?: readonly JudgedProduct[];
  /** What a cell holds, for its formula; absent: all cells are typed constants. */
  readonly contentOf?: ContentOf;
}

/** `undefined` for an empty cell. */
export type ContentOf = (cell: CellRef) => Cell | undefined;

/** Work in steps: between two of them a page may draw. Yields how many violated relations the step has dealt with. */
export type Work<T> = Generator<number, T, void>;

export interface Diagnosis {
  /** By falling confidence. */
  readonly causes: readonly Cause[];
  /** Where the search was cut off, and why. */
  readonly skipped: readonly Skipped[];
}
