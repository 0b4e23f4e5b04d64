/**
 * Which question this file answers: how do both sides of an equation add up, term by term (sign, value, lowest and
 * highest amount that the stated figure can stand for), as in an XBRL calculation inspector, and what would a suggestion make of it?
 */
import { add, formatDecimal, negate, parseDecimal, shift, subtract, ZERO, type Decimal } from '../core/amount';
import { cellLabel } from '../core/finding-parts';
import { halfWidth, INTERVAL, judge, yuan, type Tolerance, type Verdict } from '../core/interval';
import { UNIT_POWER, type AmountRelation, type Cause, type Term, type Unit } from '../core/model';
import type { CellRef } from '../core/workbook';

/** As they are written between the two sides. */
export const OPERATOR: Readonly<Record<AmountRelation['op'], string>> = { '=': '=', '<=': '≤', '>=': '≥' };

export interface InspectedTerm {
  readonly cell: CellRef;
  readonly sign: 1 | -1;
  readonly label: string;
  /** Decimal strings in the side's unit; `value` is empty for nil. */
  readonly value: string;
  readonly low: string;
  readonly high: string;
}

export interface InspectedSide {
  readonly unit: Unit;
  readonly terms: readonly InspectedTerm[];
  readonly total: string;
  readonly low: string;
  readonly high: string;
}

export interface Inspection {
  readonly left: InspectedSide;
  readonly right: InspectedSide;
  /** left − right in the left's unit. */
  readonly difference: string;
  /** The largest difference that is no mismatch, in the left's unit: by default what rounding of the stated figures can explain. */
  readonly allowance: string;
  readonly verdict: Verdict;
}

export function inspect(relation: AmountRelation, tolerance: Tolerance = INTERVAL): Inspection {
  const leftUnit = unitOf(relation.left) ?? unitOf(relation.right) ?? '万元';
  const { verdict, left, right, allowance } = judge(relation, tolerance);
  const decimals = decimalsOf([...relation.left, ...relation.right].filter(({ fact }) => fact.unit === leftUnit));
  const shown = (value: Decimal): string => formatDecimal(shift(value, -UNIT_POWER[leftUnit]), decimals);
  return {
    left: side(relation.left, leftUnit),
    right: side(relation.right, unitOf(relation.right) ?? leftUnit),
    difference: shown(subtract(left, right)),
    allowance: shown(allowance),
    verdict,
  };
}

/** The equation as it would be with the cause's values; `null` when the cause does not change any of its amounts. */
export function withSuggestion(relation: AmountRelation, cause: Cause): AmountRelation | null {
  let touched = false;
  const changed = (term: Term): Term => {
    const { cell } = term.fact;
    const entry = cause.cells.find((one) => one.unit !== null && isSame(one.cell, cell));
    if (!entry) return term;
    touched = true;
    return {
      ...term,
      fact: { ...term.fact, value: entry.suggested === '' ? null : parseDecimal(entry.suggested), printed: entry.suggested },
    };
  };
  const after = { ...relation, left: relation.left.map(changed), right: relation.right.map(changed) };
  return touched ? after : null;
}

function isSame(a: CellRef, b: CellRef): boolean {
  return a.sheet === b.sheet && a.row === b.row && a.column === b.column;
}

function unitOf(terms: readonly Term[]): Unit | null {
  return terms[0]?.fact.unit ?? null;
}

function decimalsOf(terms: readonly Term[]): number {
  return terms.reduce((most, { fact }) => Math.max(most, fact.decimals), 0);
}

function side(terms: readonly Term[], unit: Unit): InspectedSide {
  const decimals = decimalsOf(terms);
  let total = ZERO;
  let width = ZERO;
  for (const { fact, sign } of terms) {
    total = add(total, sign === 1 ? yuan(fact) : negate(yuan(fact)));
    width = add(width, halfWidth(fact));
  }
  const shown = (value: Decimal): string => formatDecimal(shift(value, -UNIT_POWER[unit]), decimals);
  return {
    unit,
    terms: terms.map(({ fact, sign }) => ({
      cell: fact.cell,
      sign,
      label: cellLabel(fact),
      value: fact.value === null ? '' : shown(yuan(fact)),
      low: shown(subtract(yuan(fact), halfWidth(fact))),
      high: shown(add(yuan(fact), halfWidth(fact))),
    })),
    total: shown(total),
    low: shown(subtract(total, width)),
    high: shown(add(total, width)),
  };
}
