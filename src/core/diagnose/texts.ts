/** What sentences state, as equations beside those of the tables: the words of a figure are a cell of their own. Percentages are none. */
import { add, isZero, negate, ZERO, type Decimal } from '../amount';
import { NO_DIMENSIONS } from '../bare-fact';
import { halfWidth, yuan } from '../interval';
import type { AmountRelation, Fact, NarrativeRelation, NarrativeTerm, Term, TextFigure } from '../model';
import { factKey } from './formula';
import type { Judged, JudgedText } from './input';

export function textEquations(texts: readonly JudgedText[]): readonly Judged[] {
  const known = new Map<string, Fact>();
  const factOf = (figure: TextFigure): Fact => {
    const made = asFact(figure);
    const key = factKey(made);
    const same = known.get(key);
    if (!same) known.set(key, made);
    return same ?? made;
  };
  return texts.flatMap(({ relation, finding, weak }): readonly Judged[] => {
    if (relation.base) return [];
    const equation = equationOf(relation, factOf);
    const verdict = finding === null ? 'held' : finding.class === 'rounding' ? 'rounding' : 'mismatch';
    const terms = [...relation.left, ...relation.right];
    const judgement = {
      verdict,
      left: total(equation.left),
      right: total(equation.right),
      allowance: terms.map(widthOf).reduce(add, ZERO),
    } as const;
    return [{ relation: equation, judgement, finding, weak }];
  });
}

function equationOf({ rule, op, left, right, message }: NarrativeRelation, factOf: (figure: TextFigure) => Fact): AmountRelation {
  const term = ({ figure, fact, sign }: NarrativeTerm): Term => ({ fact: figure ? factOf(figure) : fact, sign });
  return { type: 'amount', rule, op, left: left.map(term), right: right.map(term), message };
}

/** Counts have no width. */
function widthOf({ figure, fact }: NarrativeTerm): Decimal {
  if (!figure) return halfWidth(fact);
  return figure.unit === null ? ZERO : halfWidth(asFact(figure));
}

function total(terms: readonly Term[]): Decimal {
  return terms.reduce((sum, { fact, sign }) => add(sum, sign === 1 ? yuan(fact) : negate(yuan(fact))), ZERO);
}

function asFact(figure: TextFigure): Fact {
  const { table, cell, value, printed, unit, start, label } = figure;
  return {
    ...NO_DIMENSIONS,
    table,
    cell,
    value: isZero(value) ? null : value,
    printed,
    decimals: unit === null ? value.scale : figure.decimals,
    unit: unit ?? '元',
    row: `${cell.sheet} ${cell.row} ${cell.column} ${start}`,
    label,
    columnLabel: '',
    words: figure,
  };
}
