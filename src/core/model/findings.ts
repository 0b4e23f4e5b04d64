/** Which question this file answers: what is a relation that does not hold, and its likely cause. */
import type { Tolerance } from '../interval';
import type { CellRef } from '../workbook';
import type { Message } from './message';
import type { Relation, Severity, Skipped } from './relations';
import type { Table, Unit } from './tables';

export type FindingClass = 'mismatch' | 'rounding' | 'label' | 'narrative';

export interface FindingCell {
  readonly cell: CellRef;
  /** As printed, in its table's own unit; the text for a label. */
  readonly value: string;
  /** True for a blank cell; listed only when its whole side is nil. Reports outside Excel leave it out (DESIGN.md). */
  readonly nil: boolean;
  readonly side: 'left' | 'right';
  /** Sign with which the cell enters its side. */
  readonly sign: 1 | -1;
  readonly unit: Unit | null;
  /** `208 社会保障和就业支出 · 基本支出`. */
  readonly label: string;
  /** For a cell of running text: the words meant, and where they stand in the cell. */
  readonly text?: string;
  readonly start?: number;
  readonly length?: number;
}

export interface Finding {
  /** Hash of the rule and the cells. */
  readonly id: string;
  readonly rule: string;
  readonly class: FindingClass;
  readonly severity: Severity;
  /** Inside the interval, yet further off than rounding is likely to go (疑似非四舍五入). */
  readonly doubtful?: true;
  /** The stored figures tie out; only as they are shown (rounded by their number formats) they do not. Sides and cells are as shown. */
  readonly display?: true;
  /** The user accepts it (settings/accepted.ts): listed apart, not marked, no part of the diagnosis. */
  readonly accepted?: { readonly reason: string };
  /** The user had accepted it, but the figures are no longer those that he accepted. */
  readonly reopened?: true;
  /** By which entry of the settings it is accepted, or was. */
  readonly acceptedAs?: { readonly id: string; readonly key?: string };
  readonly message: Message;
  /** Every term that is not nil; when all terms of one side are nil, that side's cells too. */
  readonly cells: readonly FindingCell[];
  /** Decimal strings, each side in its own unit; texts for a label. */
  readonly left: string;
  readonly right: string;
  /** left − right in the left's unit; empty for a label. */
  readonly difference: string;
  readonly op: '=' | '<=' | '>=';
  readonly relation: Relation;
}

export interface RelationCounts {
  readonly checked: number;
  readonly held: number;
  readonly rounding: number;
  readonly violated: number;
}

/** One relation that was checked, whatever came out: the held ones too are needed to say with what a cell ties out. */
export interface CheckedRelation {
  readonly relation: Relation;
  /** `rounding` includes the doubtful gaps. */
  readonly verdict: 'held' | 'rounding' | 'violated';
  /** Id of the finding, unless the relation holds. */
  readonly finding: string | null;
}

/** What a clerk did, so that a cell shows what it shows. */
export const SLIPS = [
  'transposed-digits', // 相邻数字颠倒
  'digit-added',
  'digit-omitted',
  'digit-replaced',
  'decimal-shift', // 小数点错位
  'unit', // 元 for 万元
  'sign',
  'neighbour-cell', // the figure of the cell beside, above or below
  'row-shift', // a stretch of a column moved by one row
  'repeated-figure', // a row repeats its total or its sibling
  'missing-row', // a total leaves one row out
  'truncated', // decimals cut
  'stale-copy', // changed in the other tables and not in this one
  'wording',
  'unknown',
] as const;
export type Slip = (typeof SLIPS)[number];

export interface CauseCell {
  readonly cell: CellRef;
  /** As printed; the text of a label. */
  readonly value: string;
  /** Decimal string in the table's unit with the column's decimals; the right text of a label; `''` for "should be blank". */
  readonly suggested: string;
  /** The table's; `null` for a text, and for a plain number. */
  readonly unit: Unit | null;
  /** A number that is no money: 数量. */
  readonly plain?: true;
  /** `208 社会保障和就业支出 · 基本支出`. */
  readonly label: string;
  /** The formula that the cell should hold: one that takes in the cells left `omitted`, or the one that was typed over. */
  readonly formula?: string;
  readonly omitted?: readonly CellRef[];
  /** `not-recalculated`: the formula is right and gives `suggested`, the value kept with it is old. `typed-over`: its siblings are formulas. */
  readonly computed?: 'not-recalculated' | 'typed-over';
  /** For words of running text: where `value` stands in the cell's text, in UTF-16 units; `suggested` takes its place there. */
  readonly start?: number;
  readonly length?: number;
}

/** From this confidence on a cause is a claim; what must not be one has at most `NO_CLAIM`. */
export const CLAIM = 0.5;
export const NO_CLAIM = 0.49;

/** Cells that, changed together, make the findings named vanish. Alternatives are causes of their own that name the same findings. */
export interface Cause {
  readonly cells: readonly CauseCell[];
  readonly slip: Slip;
  /** 0 to 1, two decimals: how likely these are the wrong cells and these their values. */
  readonly confidence: number;
  /** Ids of the findings that vanish with the change, in the order of the findings. */
  readonly findings: readonly string[];
}

export interface CheckResult {
  /** How large a gap was no mismatch: what is shown live goes on judging by it. */
  readonly tolerance: Tolerance;
  readonly tables: readonly Table[];
  readonly relations: RelationCounts;
  /** Every relation that `relations` counts as checked, in the order of the rules. */
  readonly checks: readonly CheckedRelation[];
  readonly findings: readonly Finding[];
  /** The likely wrong cells, by falling confidence. */
  readonly causes: readonly Cause[];
  readonly skipped: readonly Skipped[];
}
