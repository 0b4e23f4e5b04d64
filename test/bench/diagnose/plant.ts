/** What a clerk's slip makes of one amount: each kind of slip as a function of the cell. */
import { formatDecimal } from '../../../src/core/amount';
import { UNIT_POWER, type Fact } from '../../../src/core/model';
import type { CellRef } from '../../../src/core/workbook';
import type { Random } from './random';
import { keyOf, type Amount, type Formula, type Subject } from './subjects';

export interface Planted {
  readonly cell: CellRef;
  readonly value: number | null;
  /** Where a formula stays a formula, and what it then adds up. */
  readonly formula?: Formula;
}

interface Scene {
  readonly subject: Subject;
  readonly amount: Amount;
  readonly random: Random;
  /** Facts by place. */
  readonly at: ReadonlyMap<string, Fact>;
}

type Slip = (scene: Scene) => number | Planted | null;

const printed = (fact: Fact): string => formatDecimal(fact.value ?? { units: 0n, scale: 0 }, fact.decimals);
const rounded = (value: number, fact: Fact): number => Number(value.toFixed(fact.decimals));
const valueOf = (fact: Fact): number => Number(printed(fact));

function digitsOf(text: string): readonly number[] {
  return [...text].flatMap((character, at) => (/\d/.test(character) ? [at] : []));
}

function beside({ amount, at, random }: Scene, places: readonly (readonly [number, number])[]): number | null {
  const { cell, table } = amount.fact;
  const found = places.flatMap(([row, column]) => {
    const other = at.get(keyOf({ sheet: cell.sheet, row: cell.row + row, column: cell.column + column }));
    return other && other.table === table && other.value !== null ? [valueOf(other)] : [];
  });
  return found.length > 0 ? random.pick(found) : null;
}

function rollUp({ amount }: Scene) {
  return amount.equations.find(
    ({ left, right }) =>
      left.length === 1 &&
      right.length > 1 &&
      [...left, ...right].every(({ fact }) => fact.cell.column === amount.fact.cell.column && fact.table === amount.fact.table),
  );
}

const replaceAt = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1);

export const PLANTS: Readonly<Record<string, Slip>> = {
  'digits swapped': ({ amount: { fact }, random }) => {
    const text = printed(fact);
    const digits = digitsOf(text);
    const places = digits.slice(1).filter((at, index) => text[at] !== text[digits[index] as number]);
    if (places.length === 0) return null;
    const second = random.pick(places);
    const first = digits[digits.indexOf(second) - 1] as number;
    return Number(replaceAt(replaceAt(text, first, text[second] as string), second, text[first] as string));
  },
  'digit added': ({ amount: { fact }, random }) => {
    const text = printed(fact);
    const whole = text.split('.')[0] ?? text;
    const at = random.below(whole.length + 1);
    return Number(text.slice(0, at) + String(random.below(10)) + text.slice(at));
  },
  'digit omitted': ({ amount: { fact }, random }) => {
    const text = printed(fact);
    const digits = digitsOf(text);
    return digits.length < 2 ? null : Number(replaceAt(text, random.pick(digits), '').replace(/^\./, '0.'));
  },
  'digit replaced': ({ amount: { fact }, random }) => {
    const text = printed(fact);
    return Number(replaceAt(text, random.pick(digitsOf(text)), String(random.below(10))));
  },
  'ten times': ({ amount: { fact } }) => rounded(valueOf(fact) * 10, fact),
  'a tenth': ({ amount: { fact } }) => rounded(valueOf(fact) / 10, fact),
  unit: ({ amount: { fact } }) => rounded(UNIT_POWER[fact.unit] === 4 ? valueOf(fact) * 10_000 : valueOf(fact) / 10_000, fact),
  sign: ({ amount: { fact } }) => -valueOf(fact),
  'neighbouring column': (scene) =>
    beside(scene, [
      [0, -1],
      [0, 1],
    ]),
  'neighbouring row': (scene) =>
    beside(scene, [
      [-1, 0],
      [1, 0],
    ]),
  'repeats its total': (scene) => {
    const equation = rollUp(scene);
    const total = equation?.left[0]?.fact;
    return total && total.cell !== scene.amount.fact.cell && total.value !== null ? valueOf(total) : null;
  },
  'repeats a sibling': (scene) => {
    const equation = rollUp(scene);
    if (!equation || equation.left[0]?.fact.cell === scene.amount.fact.cell) return null;
    const siblings = equation.right.map(({ fact }) => fact).filter((fact) => fact.value !== null && fact.cell !== scene.amount.fact.cell);
    return siblings.length > 0 ? valueOf(scene.random.pick(siblings)) : null;
  },
  'leaves a row out': (scene) => {
    const { fact } = scene.amount;
    const equation = rollUp(scene);
    if (!equation || equation.left[0]?.fact.cell !== fact.cell) return null;
    const left = scene.random.pick(equation.right.filter((term) => term.fact.value !== null)).fact;
    const formula = scene.subject.formulas.get(keyOf(fact.cell));
    if (!formula) return rounded(valueOf(fact) - valueOf(left), fact);
    const parts = formula.parts.filter((part) => keyOf(part) !== keyOf(left.cell));
    return { cell: fact.cell, value: null, formula: { cell: fact.cell, parts } };
  },
  'decimals cut': ({ amount: { fact } }) => Math.trunc(valueOf(fact)),
  stale: ({ amount: { fact }, random }) => rounded(valueOf(fact) * (0.8 + random.below(17) / 100), fact),
};

/** The cell as the slip leaves it; `null` where the slip does not apply or rounding would hide it. */
export function plant(scene: Scene, slip: string): Planted | null {
  const made = PLANTS[slip]?.(scene) ?? null;
  if (made === null) return null;
  const { fact, allowance } = scene.amount;
  if (typeof made !== 'number') return made;
  const difference = Math.abs(made - valueOf(fact)) * 10 ** UNIT_POWER[fact.unit];
  // A little more than the allowance: half of the cell's own last digit goes when it becomes nil.
  const half = made === 0 ? 0.5 * 10 ** (UNIT_POWER[fact.unit] - fact.decimals) : 0;
  return difference > allowance + half + 1e-6 ? { cell: fact.cell, value: made } : null;
}
