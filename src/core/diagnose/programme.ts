/**
 * Which cells, fewest and least trusted, must be wrong together? Fellegi and Holt's problem as a mixed-integer programme over
 * the errors: Σ a·e = −residual within rounding, |e| ≤ M·δ, minimise Σ weight·δ. Residuals are divided by the largest, so that M
 * does not depend on the size of the amounts. The programme only chooses the cells; their amounts are computed exactly.
 */
import { solve, type Constraint, type Model } from 'yalps';
import { standing, type Changes, type Equation, type Variable } from './system';
import type { Scales } from './weigh';

/** At most so many wrong cells in one set. */
const MOST_CELLS = 3;
/** Larger systems are left to the search. */
const MOST_VARIABLES = 150;
const MOST_EQUATIONS = 150;
/** Branches; a count, not a clock, so that every run ends alike. */
const MOST_BRANCHES = 400;
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

/** The cheapest set, `null` when none is left or the solver gave up. */
export function cheapestSet(programme: Programme): Solution | null {
  const constraints: [string, Constraint][] = programme.rows.map((row, at) => [
    `r${at}`,
    { ...(Number.isFinite(row.low) ? { min: row.low } : {}), ...(Number.isFinite(row.high) ? { max: row.high } : {}) },
  ]);
  const variables: [string, [string, number][]][] = [];
  let order = 0;
  for (const [index, weight] of programme.weights) {
    order += 1;
    const up: [string, number][] = [[`m${index}`, 1]];
    const down: [string, number][] = [[`m${index}`, 1]];
    programme.rows.forEach((row, at) => {
      const coefficient = row.coefficients.get(index) ?? 0;
      if (coefficient === 0) return;
      up.push([`r${at}`, coefficient]);
      down.push([`r${at}`, -coefficient]);
    });
    const wrong: [string, number][] = [
      [`m${index}`, -programme.bound],
      // Of equal sets the one that stands first in the workbook.
      ['weight', weight + order * 1e-6],
      ['count', 1],
    ];
    programme.excluded.forEach((set, at) => {
      if (set.includes(index)) wrong.push([`x${at}`, 1]);
    });
    variables.push([`u${index}`, up], [`d${index}`, down], [`w${index}`, wrong]);
    constraints.push([`m${index}`, { max: 0 }]);
  }
  constraints.push(['count', { max: programme.most }]);
  programme.excluded.forEach((set, at) => constraints.push([`x${at}`, { max: set.length - 1 }]));
  const model: Model = {
    direction: 'minimize',
    objective: 'weight',
    constraints,
    variables,
    binaries: [...programme.weights.keys()].map((index) => `w${index}`),
  };
  const { status, variables: values } = solve(model, { maxIterations: MOST_BRANCHES, timeout: Infinity });
  if (status !== 'optimal') return null;
  const cells = values
    .filter(([name, value]) => name.startsWith('w') && value > 0.5)
    .map(([name]) => Number(name.slice(1)))
    .sort((a, b) => a - b);
  return { cells, objective: cells.reduce((sum, index) => sum + (programme.weights.get(index) ?? 0), 0) };
}

/** The cheapest sets with their amounts; several when they tie. */
export function programmeSets(scales: Scales, base: readonly number[], fixed: Changes): readonly Changes[] {
  const first = programmeOf(scales, base, fixed);
  if (!first) return [];
  const sets: Changes[] = [];
  let programme = first;
  let least = Infinity;
  for (let tie = 0; tie < MOST_TIES; tie += 1) {
    const found = cheapestSet(programme);
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
