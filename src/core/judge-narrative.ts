/**
 * What a sentence states → held, rounding or a finding. The same intervals as for tables (interval.ts): a figure of the text stands
 * for ± half of the digit that it is taken to be stated to. A percentage holds when rounding explains it; where only cutting off its
 * digits does, or a tail difference of shares printed together, that is said as rounding.
 */
import { absolute, add, compare, formatDecimal, isZero, multiply, negate, quotient, shift, subtract, ZERO, type Decimal } from './amount';
import { factCell, hash, place } from './finding-parts';
import { allowanceOf, halfWidth, INTERVAL, yuan, type Tolerance, type Width } from './interval';
import {
  UNIT_POWER,
  type Finding,
  type FindingCell,
  type Label,
  type NarrativeRelation,
  type NarrativeTerm,
  type Rule,
  type Unit,
  type WordingRelation,
  type Words,
} from './model';

type Outcome = Finding | 'held';

const HUNDRED: Decimal = { units: 100n, scale: 0 };

function powerOf(term: NarrativeTerm): number {
  const unit = term.figure ? term.figure.unit : term.fact.unit;
  return unit === null ? 0 : UNIT_POWER[unit];
}

/** In 元, or the plain number. */
function valueOf(term: NarrativeTerm): Decimal {
  return term.figure ? shift(term.figure.value, powerOf(term)) : yuan(term.fact);
}

function widthOf(term: NarrativeTerm): Decimal {
  if (!term.figure) return halfWidth(term.fact);
  // Counts and nothing have no width.
  if (term.figure.unit === null || isZero(term.figure.value)) return ZERO;
  return shift({ units: 5n, scale: term.figure.decimals + 1 }, powerOf(term));
}

const total = (terms: readonly NarrativeTerm[]): Decimal =>
  terms.reduce((sum, term) => (term.sign === 1 ? add(sum, valueOf(term)) : subtract(sum, valueOf(term))), ZERO);
const allowance = (terms: readonly NarrativeTerm[], tolerance: Tolerance = INTERVAL): Decimal =>
  allowanceOf(
    terms.map((term): Width => ({ half: widthOf(term), power: powerOf(term) })),
    tolerance,
  );

const PROBE: Rule = { meta: { id: 'probe', title: '', basis: '', severity: 'error' }, relations: () => [] };

/** True when the relation holds, and rounding need not explain it. */
export function holdsPlainly(relation: NarrativeRelation): boolean {
  return judgeNarrative(relation, PROBE) === 'held';
}

/** True when the relation holds, be it by rounding: which of several readings of a sentence is the one meant. */
export function holds(relation: NarrativeRelation): boolean {
  const outcome = judgeNarrative(relation, PROBE);
  return outcome === 'held' || outcome.class === 'rounding';
}

/** The tolerance is for amounts; counts are exact, and percentages rounded to the digits that they are stated to. */
export function judgeNarrative(relation: NarrativeRelation, rule: Rule, tolerance: Tolerance = INTERVAL): Outcome {
  return relation.base ? judgeShare(relation, relation.base, rule) : judgeSum(relation, rule, tolerance);
}

// ---- amounts and counts -------------------------------------------------------------------------------------------

function judgeSum(relation: NarrativeRelation, rule: Rule, tolerance: Tolerance): Outcome {
  const left = total(relation.left);
  const right = total(relation.right);
  const gap = subtract(left, right);
  const breaks = relation.op === '=' ? !isZero(gap) : relation.op === '<=' ? compare(gap, ZERO) > 0 : compare(gap, ZERO) < 0;
  if (!breaks || isSameInLargerUnit(relation, absolute(gap))) return 'held';
  const unit = unitOf(relation.left) ?? unitOf(relation.right);
  const allowed = allowance([...relation.left, ...relation.right], unit === null ? INTERVAL : tolerance);
  const rounding = compare(absolute(gap), allowed) <= 0;
  const rightUnit = unitOf(relation.right) ?? unit;
  const decimals = Math.max(decimalsOf(relation.left, unit), unit === rightUnit ? decimalsOf(relation.right, unit) : 0);
  return finding(relation, rule, rounding, {
    left: inUnit(left, unit, decimalsOf(relation.left, unit)),
    right: inUnit(right, rightUnit, decimalsOf(relation.right, rightUnit)),
    difference: inUnit(gap, unit, decimals),
    leftMeasure: measureOf(relation.left[0]),
    rightMeasure: measureOf(relation.right[0]),
  });
}

/** 3121.42万元 for 31214205.80元: the same figure told in a larger unit, which is no rounding gap. */
function isSameInLargerUnit({ op, left, right }: NarrativeRelation, gap: Decimal): boolean {
  const [stated, ...more] = left;
  if (op !== '=' || !stated?.figure || more.length > 0 || stated.figure.unit === null) return false;
  const larger = right.every((term) => term.fact !== undefined && powerOf(term) < powerOf(stated));
  return larger && compare(gap, widthOf(stated)) <= 0;
}

function unitOf(terms: readonly NarrativeTerm[]): Unit | null {
  const [term] = terms;
  return term === undefined ? null : term.figure ? term.figure.unit : term.fact.unit;
}

function decimalsOf(terms: readonly NarrativeTerm[], unit: Unit | null): number {
  return terms.reduce((most, term) => {
    const own = term.figure ? term.figure.unit : term.fact.unit;
    return own === unit ? Math.max(most, term.figure ? term.figure.value.scale : term.fact.decimals) : most;
  }, 0);
}

function inUnit(value: Decimal, unit: Unit | null, decimals: number): string {
  return formatDecimal(unit === null ? value : shift(value, -UNIT_POWER[unit]), decimals);
}

function measureOf(term: NarrativeTerm | undefined): string {
  return term === undefined ? '' : term.figure ? term.figure.measure : term.fact.unit;
}

// ---- percentages --------------------------------------------------------------------------------------------------

/** Is there a ratio of amounts inside their intervals that lies within `width` of the stated percentage? */
function explains(stated: Decimal, width: Decimal, part: Decimal, partWidth: Decimal, whole: Decimal, wholeWidth: Decimal): boolean {
  const low = multiply(subtract(stated, width), subtract(whole, wholeWidth));
  const high = multiply(add(stated, width), add(whole, wholeWidth));
  const from = multiply(subtract(part, partWidth), HUNDRED);
  const to = multiply(add(part, partWidth), HUNDRED);
  return compare(from, high) <= 0 && compare(to, low) >= 0;
}

function judgeShare(relation: NarrativeRelation, base: readonly NarrativeTerm[], rule: Rule): Outcome {
  const [stated] = relation.left;
  if (!stated?.figure) return 'held';
  const scale = stated.figure.value.scale;
  const whole = absolute(total(base));
  // Of a change the direction counts: 下降5% is not 增长5%.
  const right = total(relation.right);
  const part = stated.sign === 1 ? right : negate(right);
  const sizes = [part, allowance(relation.right), whole, allowance(base)] as const;
  const half: Decimal = { units: 5n, scale: scale + 1 };
  const last: Decimal = { units: 1n, scale };
  if (explains(stated.figure.value, half, ...sizes)) return 'held';
  const shown = isZero(whole) ? ZERO : quotient(multiply(HUNDRED, part), whole, scale + 2);
  return finding(relation, rule, explains(stated.figure.value, last, ...sizes), {
    left: formatDecimal(stated.figure.value, scale),
    right: formatDecimal(shown, scale + 2),
    difference: formatDecimal(subtract(stated.figure.value, shown), scale + 2),
    leftMeasure: '%',
    rightMeasure: '%',
  });
}

// ---- findings -----------------------------------------------------------------------------------------------------

interface Sides {
  readonly left: string;
  readonly right: string;
  readonly difference: string;
  readonly leftMeasure: string;
  readonly rightMeasure: string;
}

function finding(relation: NarrativeRelation, rule: Rule, rounding: boolean, sides: Sides): Finding {
  const cells = [...cellsOf(relation.left, 'left'), ...cellsOf([...relation.right, ...(relation.base ?? [])], 'right')];
  const stated = relation.left[0]?.figure;
  return {
    id: hash(`${relation.rule} ${relation.op}`, cells),
    rule: relation.rule,
    class: rounding ? 'rounding' : 'narrative',
    severity: rounding ? 'info' : (relation.severity ?? rule.meta.severity),
    message: {
      id: relation.message.id,
      data: {
        label: stated?.label ?? '',
        text: stated?.text ?? '',
        ...relation.message.data,
        left: `${sides.left} ${sides.leftMeasure}`.trim(),
        right: `${sides.right} ${sides.rightMeasure}`.trim(),
        difference: sides.difference,
        leftPlace: place(cells, 'left'),
        rightPlace: place(cells, 'right'),
      },
    },
    cells,
    left: sides.left,
    right: sides.right,
    difference: sides.difference,
    op: relation.op,
    relation,
  };
}

/** Every figure of the text; the table's cells that are not blank, or all when every one is. */
function cellsOf(terms: readonly NarrativeTerm[], side: FindingCell['side']): FindingCell[] {
  const stated = terms.filter((term) => term.figure !== undefined || term.fact.value !== null);
  return (stated.length > 0 ? stated : terms).map(({ figure, fact, sign }) =>
    figure ? wordsCell(figure, side, figure.printed, figure.label, sign, figure.unit) : factCell(fact, side, sign),
  );
}

function wordsCell(words: Words, side: FindingCell['side'], value: string, label: string, sign: 1 | -1, unit: Unit | null): FindingCell {
  const { cell, text, start, length } = words;
  return { cell, value, nil: false, side, sign, unit, label, text, start, length };
}

function nameCell({ nameCell: cell, name, codeText }: Label): FindingCell {
  return { cell, value: name, nil: false, side: 'right', sign: 1, unit: null, label: `${codeText} ${name}` };
}

export function judgeWording(relation: WordingRelation, rule: Rule): Finding {
  const { left, right, expected, names = [] } = relation;
  const cells = [
    wordsCell(left, 'left', left.text, left.text, 1, null),
    ...right.map((words) => wordsCell(words, 'right', words.text, words.text, 1, null)),
    ...names.map(nameCell),
  ];
  const places = { leftPlace: place(cells, 'left'), rightPlace: place(cells, 'right') };
  return {
    id: hash(relation.rule, cells),
    rule: relation.rule,
    class: names.length > 0 ? 'label' : 'narrative',
    severity: relation.severity ?? rule.meta.severity,
    message: { id: relation.message.id, data: { text: left.text, expected, ...relation.message.data, ...places } },
    cells,
    left: left.text,
    right: expected === '' ? right.map(({ text }) => text).join('、') : expected,
    difference: '',
    op: '=',
    relation,
  };
}
