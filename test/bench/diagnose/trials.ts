/** Plants slips, lets the engine diagnose, and counts: found, named first, among three, the right value, the claims. */
import { checkWorkbook } from '../../../src/core';
import type { Cause, CheckResult, Fact } from '../../../src/core/model';
import { causeGroups } from '../../../src/present/causes';
import { newCauses, tell } from './causes';
import { plant, PLANTS, type Planted } from './plant';
import { randomOf, seedOf } from './random';
import { keyOf, withCells, type Amount, type Subject } from './subjects';

export interface Claim {
  readonly confidence: number;
  readonly right: boolean;
}

export interface Outcome {
  readonly subject: string;
  readonly slip: string;
  readonly place: string;
  /** Equations that the cell takes part in. */
  readonly equations: number;
  readonly detected: boolean;
  /** 1 for the first cause; 0 when no cause names the cell. */
  readonly rank: number;
  readonly valueRight: boolean;
  /** Every cause that the slip brought about. */
  readonly claims: readonly Claim[];
  readonly said: string;
}

function placesOf(subject: Subject): ReadonlyMap<string, Fact> {
  return new Map(subject.amounts.map(({ fact }) => [keyOf(fact.cell), fact]));
}

const amountOf = (text: string): number => (text === '' ? 0 : Number(text));

/** The workbook's own errors are accepted as they are: what the engine says of them without any slip is right. */
export function accepted(subject: Subject): readonly (readonly [string, number])[] {
  return subject.baseline.causes
    .filter(({ confidence, cells }) => confidence >= 0.5 && cells.every(({ unit }) => unit !== null))
    .flatMap(({ cells }) => cells.map(({ cell, suggested }) => [keyOf(cell), amountOf(suggested)] as const));
}

function isRight(cause: Cause, right: ReadonlyMap<string, number>): boolean {
  return cause.cells.every(({ cell, suggested }) => {
    const value = right.get(keyOf(cell));
    return value !== undefined && Math.abs(value - amountOf(suggested)) < 1e-9;
  });
}

export function names(cause: Cause, key: string): boolean {
  return cause.cells.some(({ cell }) => keyOf(cell) === key);
}

/** A new mismatch that the cell stands in, or something computed from it. */
function isDetected(subject: Subject, result: CheckResult, key: string): boolean {
  const reached = new Set([key]);
  for (let size = 0; size < reached.size;) {
    size = reached.size;
    for (const [total, { parts }] of subject.formulas) if (parts.some((part) => reached.has(keyOf(part)))) reached.add(total);
  }
  const known = new Map(subject.baseline.findings.map(({ id, difference }) => [id, difference]));
  return result.findings.some(
    ({ id, class: kind, difference, relation }) =>
      kind === 'mismatch' &&
      known.get(id) !== difference &&
      relation.type === 'amount' &&
      [...relation.left, ...relation.right].some(({ fact }) => reached.has(keyOf(fact.cell))),
  );
}

const rightValue = ({ fact }: Amount): number => Number(fact.printed.replace(/,/g, ''));

/** One slip in one cell at a time; at most `cells` cells for each slip and workbook. */
export function singleTrials(subject: Subject, slip: string, cells: number): readonly Outcome[] {
  const random = randomOf(seedOf(`${subject.name} ${slip}`));
  const at = placesOf(subject);
  const own = accepted(subject);
  const wrong = new Set(own.map(([key]) => key));
  const related = subject.amounts.filter(({ fact, equations }) => equations.length > 0 && !wrong.has(keyOf(fact.cell)));
  const planted = related.flatMap((amount) => {
    const made = plant({ subject, amount, random, at }, slip);
    return made ? [{ amount, made }] : [];
  });
  return random.sample(planted, cells).map(({ amount, made }): Outcome => {
    const key = keyOf(amount.fact.cell);
    const result = checkWorkbook(withCells(subject, new Map([[key, made]])));
    const causes = newCauses(subject, result);
    const right = new Map([...own, [key, rightValue(amount)] as const]);
    const named = causes.findIndex((cause) => names(cause, key));
    const first = causes[named];
    return {
      subject: subject.name,
      slip,
      place: `${key} ${amount.fact.printed}→${made.value ?? 'formula'}`,
      equations: amount.equations.length,
      detected: isDetected(subject, result, key),
      rank: named + 1,
      valueRight: first !== undefined && isRight({ ...first, cells: first.cells.filter(({ cell }) => keyOf(cell) === key) }, right),
      claims: causes.map((cause) => ({ confidence: cause.confidence, right: isRight(cause, right) })),
      said: tell(causes),
    };
  });
}

export interface MultipleOutcome {
  readonly subject: string;
  readonly places: string;
  readonly named: boolean;
  readonly claims: readonly Claim[];
  readonly said: string;
}

/** Several slips at once; `near`: all in one row, or under one total in one column. */
export function multipleTrials(subject: Subject, count: number, trials: number, near: boolean): readonly MultipleOutcome[] {
  const random = randomOf(seedOf(`${subject.name} ${count} ${near}`));
  const at = placesOf(subject);
  const own = accepted(subject);
  const wrong = new Set(own.map(([key]) => key));
  const related = subject.amounts.filter(({ fact, equations }) => equations.length > 1 && !wrong.has(keyOf(fact.cell)));
  const slips = Object.keys(PLANTS);
  const outcomes: MultipleOutcome[] = [];
  for (let attempt = 0; attempt < trials * 20 && outcomes.length < trials; attempt += 1) {
    const first = random.pick(related);
    const others = near ? related.filter((amount) => isNear(first, amount)) : related;
    const chosen = random.sample(
      others.filter((amount) => amount !== first && (near || !isNear(first, amount))),
      count - 1,
    );
    const made: { readonly amount: Amount; readonly planted: Planted }[] = [first, ...chosen].flatMap((amount) => {
      const planted = plant({ subject, amount, random, at }, random.pick(slips));
      return planted ? [{ amount, planted }] : [];
    });
    if (made.length < count) continue;
    const result = checkWorkbook(withCells(subject, new Map(made.map(({ planted }) => [keyOf(planted.cell), planted]))));
    const causes = newCauses(subject, result);
    const leading = causeGroups(causes).map(([cause]) => cause as Cause);
    const right = new Map([...own, ...made.map(({ amount }) => [keyOf(amount.fact.cell), rightValue(amount)] as const)]);
    outcomes.push({
      subject: subject.name,
      places: made
        .map(({ amount, planted }) => `${keyOf(amount.fact.cell)} ${amount.fact.printed}→${planted.value ?? 'formula'}`)
        .join(', '),
      named: made.every(({ planted }) => leading.some((cause) => names(cause, keyOf(planted.cell)))),
      claims: causes.map((cause) => ({ confidence: cause.confidence, right: isRight(cause, right) })),
      said: tell(causes),
    });
  }
  return outcomes;
}

function isNear(a: Amount, b: Amount): boolean {
  if (a.fact.table !== b.fact.table) return false;
  return (
    a.fact.row === b.fact.row || (a.fact.parent !== null && a.fact.parent === b.fact.parent && a.fact.cell.column === b.fact.cell.column)
  );
}
