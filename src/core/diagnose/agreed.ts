/**
 * Several wrong cells under one sum: which cells have a value that mends most of the violated equations they enter, though not the sum
 * in which other cells are wrong too? As with Scholtus (2009, step 4) what counts is how many equations one value repairs.
 */
import { append } from '../group';
import type { Scales } from './weigh';
import { standing, type Changes, type System, type Variable } from './system';

export interface Agreed {
  readonly index: number;
  readonly value: number;
  /** The violated equations that it mends: two kinds at least, and more than it leaves violated. */
  readonly mended: readonly number[];
}

/** No two of them mend the same equation; where two could, and neither is the better, neither is taken. */
export function agreedCells(scales: Scales, base: readonly number[], fixed: Changes): readonly Agreed[] {
  const { system } = scales;
  const open = new Set(base);
  const cells = [...new Set(base.flatMap((at) => system.members[at] ?? []))].filter((index) => !fixed.has(index));
  const found = cells.flatMap((index) => bestValue(scales, index, open, fixed) ?? []);
  const claims = new Map<number, Agreed[]>();
  for (const one of found) for (const at of one.mended) append(claims, at, one);
  return found.filter((one) =>
    one.mended.every((at) => (claims.get(at) ?? []).every((other) => other === one || countOf(system, one) > countOf(system, other))),
  );
}

/** Equations with the same cells are one. */
const countOf = ({ kinds }: System, { mended }: Agreed): number => new Set(mended.map((at) => kinds[at])).size;

function bestValue(scales: Scales, index: number, open: ReadonlySet<number>, fixed: Changes): Agreed | null {
  const { system } = scales;
  const variable = system.variables[index] as Variable;
  const entered = [...variable.weights.keys()].filter((at) => system.equations[at]?.weak === false);
  const violated = entered.filter((at) => open.has(at));
  if (violated.length < 3 || !scales.budget.spend(1)) return null;
  let best: Agreed | null = null;
  for (const value of new Set(violated.map((at) => mendingValue(system, at, index, fixed)))) {
    const changes = new Map([...fixed, [index, value]]);
    const holds = (at: number): boolean => !standing(system, at, changes).violated;
    if (value === variable.value || !entered.every((at) => open.has(at) || holds(at))) continue;
    const one = { index, value, mended: violated.filter(holds) };
    const kinds = countOf(system, one);
    if (kinds >= 2 && kinds > violated.length - one.mended.length && kinds > (best ? countOf(system, best) : 0)) best = one;
  }
  return best;
}

/** On the grid of its column. */
function mendingValue(system: System, at: number, index: number, fixed: Changes): number {
  const { weights, value, grid } = system.variables[index] as Variable;
  return Math.round((value - standing(system, at, fixed).residual / (weights.get(at) as number)) / grid) * grid;
}
