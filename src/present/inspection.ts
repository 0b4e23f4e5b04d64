/**
 * Which question this file answers: how do both sides of an equation add up, term by term (sign, value, lowest and
 * highest amount that the stated figure can stand for), as in an XBRL calculation inspector.
 */
import { add, formatDecimal, negate, shift, subtract, ZERO, type Decimal } from '../core/amount';
import { halfWidth, yuan } from '../core/interval';
import { UNIT_POWER, type AmountRelation, type Term, type Unit } from '../core/model';
import type { CellRef } from '../core/workbook';

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
}

export function inspect(relation: AmountRelation): Inspection {
  const leftUnit = unitOf(relation.left) ?? unitOf(relation.right) ?? '万元';
  return { left: side(relation.left, leftUnit), right: side(relation.right, unitOf(relation.right) ?? leftUnit) };
}

function unitOf(terms: readonly Term[]): Unit | null {
  return terms[0]?.fact.unit ?? null;
}

function side(terms: readonly Term[], unit: Unit): InspectedSide {
  const decimals = terms.reduce((most, { fact }) => Math.max(most, fact.decimals), 0);
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
      label: fact.columnLabel === '' ? fact.label : `${fact.label} · ${fact.columnLabel}`,
      value: fact.value === null ? '' : shown(yuan(fact)),
      low: shown(subtract(yuan(fact), halfWidth(fact))),
      high: shown(add(yuan(fact), halfWidth(fact))),
    })),
    total: shown(total),
    low: shown(subtract(total, width)),
    high: shown(add(total, width)),
  };
}
