/**
 * Which smallest sets of cells, up to three, make every violated equation hold and break none? Searched by substitution: one
 * violated equation gives a cell its value, the next equation the next cell. Sets that only a simultaneous solution finds are
 * the programme's (programme.ts).
 */
import type { Work } from './input';
import { standing, type Changes, type Equation, type System, type Variable } from './system';
import type { Scales } from './weigh';

export interface Hypothesis {
  readonly changes: Changes;
  /** Logarithm, of the best values. */
  readonly weight: number;
  /** Logarithm, of all values that these cells could have. */
  readonly total: number;
}

export interface Found {
  readonly hypotheses: readonly Hypothesis[];
  /** The search was cut off: a smaller or better set may exist. */
  readonly capped: boolean;
}

const MOST_CELLS = 3;
/** Steps of the search per system; no clock decides a result. */
const MOST_STEPS = 3000;
/** After so many of them the page may draw. */
const STEPS_AT_ONCE = 50;
/** Weighing all values of a cell costs about so many steps. */
export const VALUED = 3;

/** Equations that must hold and do not, after all changes: those of `base`, and whatever the cells of `own` enter. */
export function violatedAfter(system: System, base: readonly number[], own: Changes, changes: Changes = own): readonly number[] {
  const touched = new Set<number>();
  for (const index of own.keys()) for (const at of (system.variables[index] as Variable).weights.keys()) touched.add(at);
  const violated = base.filter((at) => !touched.has(at));
  for (const at of touched) if (!(system.equations[at] as Equation).weak && standing(system, at, changes).violated) violated.push(at);
  return violated;
}

export function strongViolated(system: System): readonly number[] {
  return system.equations.flatMap(({ violated, weak }, at) => (violated && !weak ? [at] : []));
}

/** All sets of the smallest size that make the equations of `base` hold, `from` changed already; none when three cells are not enough. */
export function* smallestSets(scales: Scales, base: readonly number[], from: Changes): Work<Found> {
  const search = new Search(scales, base, from);
  for (let size = 1; size <= MOST_CELLS; size += 1) {
    yield* search.visit(from, size);
    if (search.found.size > 0 || search.capped) break;
  }
  return { hypotheses: [...search.found.values()], capped: search.capped };
}

class Search {
  readonly found = new Map<string, Hypothesis>();
  capped = false;
  private steps = 0;
  private rested = 0;
  constructor(
    private readonly scales: Scales,
    private readonly base: readonly number[],
    private readonly fixed: Changes,
  ) {}

  *visit(changes: Changes, left: number): Work<void> {
    const { system } = this.scales;
    if (this.steps - this.rested >= STEPS_AT_ONCE) {
      this.rested = this.steps;
      yield 0;
    }
    const violated = this.violated(changes);
    if (violated.length === 0) return;
    if (left === 1) {
      this.last(changes, violated);
      return;
    }
    const narrowest = violated.reduce((best, at) => (this.size(at) < this.size(best) ? at : best));
    for (const index of system.members[narrowest] ?? []) {
      if (changes.has(index)) continue;
      for (const value of this.values(index, violated, changes)) {
        this.steps += 1;
        if (this.steps > MOST_STEPS || !this.scales.budget.spend(1)) {
          this.capped = true;
          return;
        }
        const next = new Map([...changes, [index, value]]);
        const after = this.violated(next);
        const broken = after.filter((at) => !violated.includes(at)).length;
        if (broken <= 1 && after.length > 0) yield* this.visit(next, left - 1);
      }
    }
  }

  private violated(changes: Changes): readonly number[] {
    const own = new Map([...changes].filter(([index]) => !this.fixed.has(index)));
    return violatedAfter(this.scales.system, this.base, own, changes);
  }

  private size(at: number): number {
    return this.scales.system.members[at]?.length ?? 0;
  }

  /** One cell that stands in every equation still violated. */
  private last(changes: Changes, violated: readonly number[]): void {
    const { system } = this.scales;
    const [first, ...rest] = violated;
    for (const index of system.members[first as number] ?? []) {
      if (changes.has(index)) continue;
      const { weights } = system.variables[index] as Variable;
      if (!rest.every((at) => weights.has(at))) continue;
      this.steps += 1;
      if (!this.scales.budget.spend(VALUED)) {
        this.capped = true;
        return;
      }
      const values = this.scales.valuesOf(index, changes);
      const [best] = values;
      if (best) this.keep(new Map([...changes, [index, best.value]]), logSum(values.map(({ weight }) => weight)));
    }
  }

  private keep(changes: Changes, total: number): void {
    const own = [...changes.keys()].filter((index) => !this.fixed.has(index)).sort((a, b) => a - b);
    const key = own.join(' ');
    const settled = own.length > 1 ? this.settle(changes, own) : changes;
    const weight = this.scales.weigh(settled);
    const known = this.found.get(key);
    if (!known || weight > known.weight + 1e-9) this.found.set(key, { changes: settled, weight, total: own.length > 1 ? weight : total });
  }

  /** Each cell's best value, given the others'. */
  private settle(changes: Changes, own: readonly number[]): Changes {
    const settled = new Map(changes);
    for (const index of own) {
      const [best] = this.scales.valuesOf(index, settled);
      if (best) settled.set(index, best.value);
    }
    return settled;
  }

  /** The values that mend one of the violated equations, exactly or (where two nearly agree) in between. */
  private values(index: number, violated: readonly number[], changes: Changes): readonly number[] {
    const { system } = this.scales;
    const variable = system.variables[index] as Variable;
    const exact: { readonly value: number; readonly slack: number }[] = [];
    for (const at of violated) {
      const weight = variable.weights.get(at);
      if (weight === undefined) continue;
      const { residual, allowance } = standing(system, at, changes);
      exact.push({ value: variable.value - residual / weight, slack: allowance / Math.abs(weight) });
    }
    const onGrid = (value: number): number => Math.round(value / variable.grid) * variable.grid;
    const values = new Set(exact.map(({ value }) => onGrid(value)));
    exact.forEach((a, i) =>
      exact.slice(i + 1).forEach((b) => {
        if (a.value !== b.value && Math.abs(a.value - b.value) <= a.slack + b.slack) values.add(onGrid((a.value + b.value) / 2));
      }),
    );
    values.delete(variable.value);
    return [...values].sort((a, b) => a - b);
  }
}

/** Of logarithms. */
export function logSum(weights: readonly number[]): number {
  const most = Math.max(...weights);
  return most === -Infinity ? most : most + Math.log(weights.reduce((sum, weight) => sum + Math.exp(weight - most), 0));
}
