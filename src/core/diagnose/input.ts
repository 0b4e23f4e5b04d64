/** What does a diagnosis start from: every relation with its verdict, the held ones too, and what the cells hold. */
import type { Judgement } from '../interval';
import type { AmountRelation, Cause, Facts, Finding, Skipped } from '../model';
import type { CellRef } from '../workbook';

/** An amount relation that has been judged; vacuous ones are left out. */
export interface Judged {
  readonly relation: AmountRelation;
  readonly judgement: Judgement;
  /** `null` when the relation holds. */
  readonly finding: Finding | null;
  /** A hint: weak evidence, and never the start of a diagnosis. */
  readonly weak: boolean;
}

export interface DiagnosisInput {
  readonly facts: Facts;
  readonly relations: readonly Judged[];
  /** Every finding, in its order. */
  readonly findings: readonly Finding[];
  /** The formula of a cell, with its `=`; absent: all cells are typed constants. */
  readonly formulaOf?: (cell: CellRef) => string | undefined;
}

export interface Diagnosis {
  /** By falling confidence. */
  readonly causes: readonly Cause[];
  /** Where the search was cut off, and why. */
  readonly skipped: readonly Skipped[];
}
