/**
 * Which cells, fewest and least trusted, must be wrong together? Fellegi and Holt's problem as a mixed-integer programme over
 * the errors: Σ a·e = −residual within rounding, |e| ≤ M·δ, minimise Σ weight·δ. Residuals are divided by the largest, so that M
 * does not depend on the size of the amounts. The programme only chooses the cells; their amounts are computed exactly.
 */
import { solve, type Constraint, type Model } from 'yalps';
import type { Work } from './input';
import { standing, type Changes, type Equation, type Variable } from './system';
import type { Scales } from './weigh';

/** At most so many wrong cells in one set. */
const MOST_CELLS = 3;
/** Larger systems are left to the search. */
const MOST_VARIABLES = 150;
const MOST_EQUATIONS = 150;
/** Branches of one step; a count, not a clock, so that every run ends alike. */
const MOST_BRANCHES = 200;
/** Sets of equal weight that are told as alternatives. */
const MOST_TIES = 6;
const TYPED = 1;
const TOTAL = 1.2;
const COMPUTED = 3;
const READABLE = 0.5;

export interface Row {
  readonly low: number;
  readonly high: number;
  readonly coefficients: ReadonlyMap<number, number>;
}

/** The programme in plain numbers, for any solver. */
export interface Programme {
  readonly rows: readonly Row[];
  /** Of being wrong, by variable; only variables in this map may be. */
  readonly weights: ReadonlyMap<number, number>;
  /** Largest error, in units of the largest residual. */
  readonly bound: number;
  readonly most: number;
  /** Sets that were found already. */
  readonly excluded: readonly (readonly number[])[];
}

export interface Solution {
  readonly cells: readonly number[];
  readonly objective: number;
}

/** `null` when the system is too large. */
export function programmeOf(scales: Scales, base: readonly number[], fixed: Changes): Programme | null {
  const { system } = scales;
  const cells = [...new Set(base.flatMap((at) => system.members[at] ?? []))].filter((index) => !fixed.has(index)).sort((a, b) => a - b);
  const touched = new Set(base);
  for (const index of cells) for (const at of (system.variables[index] as Variable).weights.keys()) touched.add(at);
  const strong = [...touched].filter((at) => !(system.equations[at] as Equation).weak).sort((a, b) => a - b);
  if (cells.length > MOST_VARIABLES || strong.length > MOST_EQUATIONS) return null;
  const residuals = base.map((at) => Math.abs(standing(system, at, fixed).residual));
  const largest = Math.max(...residuals);
  if (!(largest > 0)) return null;
  const allowed = new Set(cells);
  const rows = strong.map((at): Row => {
    const { op } = system.equations[at] as Equation;
    const { residual, allowance } = standing(system, at, fixed);
    const coefficients = new Map<number, number>();
    for (const index of system.members[at] ?? [])
      if (allowed.has(index)) coefficients.set(index, system.variables[index]?.weights.get(at) ?? 0);
    return {
      low: op === '<=' ? -Infinity : (-allowance - residual) / largest,
      high: op === '>=' ? Infinity : (allowance - residual) / largest,
      coefficients,
    };
  });
  const weights = new Map(cells.map((index) => [index, weightOf(scales, index, base, fixed)]));
  const bound = Math.max(4, residuals.reduce((sum, residual) => sum + residual, 0) / largest);
  return { rows, weights, bound, most: MOST_CELLS, excluded: [] };
}

function weightOf(scales: Scales, index: number, base: readonly number[], fixed: Changes): number {
  const { system } = scales;
  const variable = system.variables[index] as Variable;
  const total = variable.fact.line === 'grand-total' || variable.fact.line === 'current-total';
  const trust = variable.formula ? COMPUTED : total ? TOTAL : TYPED;
  const readable = base.some((at) => {
    const weight = variable.weights.get(at);
    if (weight === undefined) return false;
    const value = variable.value - standing(system, at, fixed).residual / weight;
    if (value % variable.grid !== 0) return false;
    return !['unknown', 'stale-copy'].includes(scales.slipOf(index, value));
  });
  return readable ? trust * READABLE : trust;
}

/**
 * The cheapest set, `null` when none is left or the solver gave up. In steps: one of the cells of a violated row is wrong, whatever else is; for
 * each of them in turn, those before it being right, what remains is a smaller programme, and what it may cost is known.
 */
export function* cheapestSet(programme: Programme): Work<Solution | null> {
  const costs = costsOf(programme);
  const cost = (cells: readonly number[]): number => cells.reduce((sum, index) => sum + (costs.get(index) ?? 0), 0);
  const right = new Set<number>();
  let best: readonly number[] | null = null;
  const row = narrowestViolated(programme);
  if (row === null) return { cells: [], objective: 0 };
  for (const wrong of [...row].sort((a, b) => cost([a]) - cost([b]))) {
    yield 0;
    const limit = best === null ? Infinity : cost(best) - LEAST_GAIN;
    if (cost([wrong]) >= limit) break;
    const found = cheapestWith(programme, costs, { wrong, right, limit });
    if (found === 'given-up') return null;
    best = found ?? best;
    right.add(wrong);
  }
  return best && { cells: best, objective: best.reduce((sum, index) => sum + (programme.weights.get(index) ?? 0), 0) };
}

/** Half of what tells two sets of equal weight apart. */
const LEAST_GAIN = 5e-7;

/** Of equal sets the one that stands first in the workbook. */
function costsOf({ weights }: Programme): ReadonlyMap<number, number> {
  return new Map([...weights].map(([index, weight], at) => [index, weight + (at + 1) * 1e-6]));
}

/** The cells of the violated row with the fewest of them; `null` when everything holds. */
function narrowestViolated({ rows }: Programme): readonly number[] | null {
  const violated = rows.filter(({ low, high }) => low > 0 || high < 0).map(({ coefficients }) => [...coefficients.keys()]);
  const [first = null, ...others] = violated;
  return others.reduce((best, row) => (best === null || row.length < best.length ? row : best), first);
}

/** Part of a programme: one cell is wrong, some are right, and the whole set costs no more than the limit. */
interface Part {
  readonly wrong: number;
  readonly right: ReadonlySet<number>;
  readonly limit: number;
}

/** `null` when there is no such set. */
function cheapestWith(
  { rows, weights, bound, most, excluded }: Programme,
  costs: ReadonlyMap<number, number>,
  { wrong, right, limit }: Part,
): readonly number[] | null | 'given-up' {
  const constraints: [string, Constraint][] = rows.map(({ low, high }, at) => [
    `r${at}`,
    { ...(Number.isFinite(low) ? { min: low } : {}), ...(Number.isFinite(high) ? { max: high } : {}) },
  ]);
  const variables: [string, [string, number][]][] = [];
  const open = [...weights.keys()].filter((index) => !right.has(index));
  for (const index of open) {
    const up: [string, number][] = [[`m${index}`, 1]];
    const down: [string, number][] = [[`m${index}`, 1]];
    rows.forEach((row, at) => {
      const coefficient = row.coefficients.get(index) ?? 0;
      if (coefficient === 0) return;
      up.push([`r${at}`, coefficient]);
      down.push([`r${at}`, -coefficient]);
    });
    variables.push([`u${index}`, up], [`d${index}`, down]);
    constraints.push([`m${index}`, { max: index === wrong ? bound : 0 }]);
    if (index === wrong) continue;
    const chosen: [string, number][] = [
      [`m${index}`, -bound],
      ['cost', costs.get(index) ?? 0],
      ['count', 1],
    ];
    excluded.forEach((set, at) => {
      if (set.includes(index)) chosen.push([`x${at}`, 1]);
    });
    variables.push([`w${index}`, chosen]);
  }
  constraints.push(['count', { max: most - 1 }]);
  if (Number.isFinite(limit)) constraints.push(['cost', { max: limit - (costs.get(wrong) ?? 0) }]);
  excluded.forEach((set, at) => constraints.push([`x${at}`, { max: set.length - (set.includes(wrong) ? 2 : 1) }]));
  const model: Model = {
    direction: 'minimize',
    objective: 'cost',
    constraints,
    variables,
    binaries: open.filter((index) => index !== wrong).map((index) => `w${index}`),
  };
  const { status, variables: values } = solve(model, { maxIterations: MOST_BRANCHES, timeout: Infinity });
  if (status === 'infeasible') return null;
  if (status !== 'optimal') return 'given-up';
  const others = values.filter(([name, value]) => name.startsWith('w') && value > 0.5).map(([name]) => Number(name.slice(1)));
  return [...others, wrong].sort((a, b) => a - b);
}

/** The cheapest sets with their amounts; several when they tie. */
export function* programmeSets(scales: Scales, base: readonly number[], fixed: Changes): Work<readonly Changes[]> {
  const first = programmeOf(scales, base, fixed);
  if (!first) return [];
  const sets: Changes[] = [];
  let programme = first;
  let least = Infinity;
  for (let tie = 0; tie < MOST_TIES; tie += 1) {
    const found = yield* cheapestSet(programme);
    if (!found || found.cells.length === 0 || found.objective > least + 1e-9) break;
    least = found.objective;
    const changes = exactAmounts(scales, found.cells, fixed);
    if (changes) sets.push(changes);
    programme = { ...programme, excluded: [...programme.excluded, found.cells] };
  }
  return sets;
}

/** Solves as many equations as there are cells, in whole numbers; `null` when no choice of equations makes everything hold. */
export function exactAmounts(scales: Scales, cells: readonly number[], fixed: Changes): Changes | null {
  const { system } = scales;
  const touched = new Set<number>();
  for (const index of cells) for (const at of (system.variables[index] as Variable).weights.keys()) touched.add(at);
  const equations = [...touched].filter((at) => system.equations[at]?.op === '=' && !system.equations[at]?.weak).sort((a, b) => a - b);
  let best: { readonly changes: Changes; readonly weight: number } | null = null;
  for (const chosen of choices(equations.slice(0, 16), cells.length)) {
    const matrix = chosen.map((at) => cells.map((index) => system.variables[index]?.weights.get(at) ?? 0));
    const right = chosen.map((at) => -standing(system, at, fixed).residual);
    const whole = determinant(matrix);
    if (whole === 0) continue;
    const changes = new Map(fixed);
    let onGrid = true;
    cells.forEach((index, column) => {
      const variable = system.variables[index] as Variable;
      const part = determinant(matrix.map((row, at) => row.map((entry, own) => (own === column ? (right[at] ?? 0) : entry))));
      const value = variable.value + part / whole;
      if (part % whole !== 0 || value % variable.grid !== 0) onGrid = false;
      changes.set(index, value);
    });
    const weight = onGrid ? scales.weigh(changes) : -Infinity;
    if (weight > (best?.weight ?? -Infinity)) best = { changes, weight };
  }
  return best?.changes ?? null;
}

function* choices(list: readonly number[], size: number, from = 0): Iterable<readonly number[]> {
  if (size === 0) yield [];
  else
    for (let at = from; at <= list.length - size; at += 1)
      for (const rest of choices(list, size - 1, at + 1)) yield [list[at] as number, ...rest];
}

/** Of a matrix of one to three rows. */
function determinant(matrix: readonly (readonly number[])[]): number {
  const [first, ...rest] = matrix;
  if (!first) return 1;
  return first.reduce((sum, entry, column) => {
    if (entry === 0) return sum;
    const minor = rest.map((row) => row.filter((_, at) => at !== column));
    return sum + (column % 2 === 0 ? entry : -entry) * determinant(minor);
  }, 0);
}
