/**
 * How plausible is it that these cells should have held these amounts? Prior of a wrong cell × probability of the slip ×
 * how well the equations then hold: unnormalised, in logarithms, comparable within one system.
 */
import { append } from '../group';
import { UNIT_POWER, type Fact, type Slip } from '../model';
import { yuan } from '../interval';
import { normalise, shift, unitsAt } from '../amount';
import type { CellRef } from '../workbook';
import { cellKey, factKey } from './formula';
import { rightAmounts, readingOf, type Reading } from './slips';
import type { SurroundingsOf } from './surroundings';
import { gapOf, standing, type Changes, type Equation, type System, type Variable } from './system';
import type { World } from './world';

/** About one cell in so many is wrong. */
const WRONG_CELL = 1 / 500;
/** A computed cell is wrong far less often than a typed one. */
const COMPUTED = 0.1;
/** A total typed over its formula is wrong more often. */
const OVERTYPED = 25;
/** The last digit of an equation that a cell reaches only through formulas says little of that cell. */
const FAR = 0.25;
/** A formula that leaves out just what is missing. */
const LEAVES_OUT = 0.3;
/** A value that its own formula no longer gives. */
const NOT_RECALCULATED = 0.5;
/** A figure entered in the cell beside or below, or two exchanged. */
const MOVED = 0.02;
/** What a hint that breaks, or holds again, counts. */
const HINT = Math.log(5);

/** How much likelier a change is with which a sentence agrees to the last digit, or but for rounding; and one by which it ceases to. */
const SENTENCE_AGREES = 50;
const SENTENCE_NEAR = 2;
const SENTENCE_COPIED = 8;

/** Every value of an interval is tried up to so many; beyond, only exact ones and those that a slip explains. */
const MOST_VALUES = 41;

export interface Valued {
  readonly value: number;
  readonly weight: number;
}

/** What one diagnosis may spend on searching, over all its systems: a count, not a clock, so that every run ends alike. */
export class Budget {
  constructor(private left: number) {}

  /** False when nothing is left. */
  spend(cost: number): boolean {
    this.left -= cost;
    return this.left >= 0;
  }
}

export class Scales {
  private readonly readings = new Map<string, Reading>();
  constructor(
    readonly world: World,
    readonly system: System,
    private readonly surroundings: SurroundingsOf,
    readonly budget: Budget,
  ) {}

  /** The slip that makes the value seen out of the right one, and how likely it is. */
  reading(index: number, right: number): Reading {
    const key = `${index} ${right}`;
    const known = this.readings.get(key);
    if (known) return known;
    const computed = this.read(index, right, new Set());
    this.readings.set(key, computed);
    return computed;
  }

  private read(index: number, right: number, without: ReadonlySet<string>): Reading {
    const variable = this.system.variables[index] as Variable;
    const around = this.surroundings.of(variable.id);
    const inGrid = (facts: readonly Fact[]): readonly number[] =>
      facts.filter((fact) => !without.has(factKey(fact))).map((fact) => this.amountOf(fact) / variable.grid);
    const made = readingOf({
      seen: variable.value / variable.grid,
      right: right / variable.grid,
      decimals: variable.fact.decimals,
      neighbours: inGrid(around.neighbours),
      family: inGrid(around.family),
      parts: inGrid([...new Set(around.parts.flat())]),
      stale: inGrid(around.stale),
      copies: inGrid(around.copies),
    });
    return variable.formula ? this.computed(variable, right, made) : made;
  }

  private amountOf(fact: Fact): number {
    const value = normalise(yuan(fact));
    return value.scale <= this.system.scale ? Number(unitsAt(value, this.system.scale)) : Number.NaN;
  }

  private computed(variable: Variable, right: number, made: Reading): Reading {
    if (this.isStale(variable, right)) return { ...made, slip: 'stale-copy', likelihood: NOT_RECALCULATED / COMPUTED };
    return this.omitted(variable, right) ? { ...made, slip: 'missing-row', likelihood: LEAVES_OUT / COMPUTED } : made;
  }

  /** The amount is what the cell's formula gives, and the value kept with it is not. */
  isStale({ id, fact }: Variable, right: number): boolean {
    const result = this.world.stale.get(id);
    if (!result) return false;
    const value = normalise(shift(result, UNIT_POWER[fact.unit]));
    return value.scale <= this.system.scale && Number(unitsAt(value, this.system.scale)) === right;
  }

  /** The parts that a formula leaves out, if taking them in gives the amount. */
  omitted(variable: Variable, right: number): readonly Fact[] | null {
    const addends = this.world.addends.get(variable.id);
    if (!addends || addends.size === 0) return null;
    const taken = new Set([...addends.keys()].map((id) => cellKey((this.world.facts[id] as Fact).cell)));
    for (const parts of this.surroundings.of(variable.id).parts) {
      const missing = parts.filter((part) => !taken.has(cellKey(part.cell)));
      if (missing.length === 0 || missing.length === parts.length) continue;
      if (missing.reduce((total, part) => total + this.amountOf(part), 0) === right - variable.value) return missing;
    }
    return null;
  }

  /** The cells, down rather than across, whose sum is the amount. */
  partsAddingUpTo(variable: Variable, right: number): readonly CellRef[] | null {
    const found = this.surroundings
      .of(variable.id)
      .parts.filter((parts) => parts.reduce((total, part) => total + this.amountOf(part), 0) === right)
      .map((parts) => parts.map(({ cell }) => cell));
    const { column } = variable.fact.cell;
    return found.find((cells) => cells.every((cell) => cell.column === column)) ?? found[0] ?? null;
  }

  /** Logarithm; −∞ when an equation that must hold does not. */
  weigh(changes: Changes): number {
    const { system, world } = this;
    let weight = 0;
    const touched = new Set<number>();
    const moved = this.moved(changes);
    weight += (moved.size / 2) * Math.log(WRONG_CELL * MOVED);
    for (const [index, value] of changes) {
      const variable = system.variables[index] as Variable;
      if (!moved.has(index)) weight += Math.log(this.prior(variable, value) * this.reading(index, value).likelihood);
      for (const at of variable.weights.keys()) touched.add(at);
    }
    const counted = new Set<number>();
    const gains = new Map<string, number[]>();
    for (const at of touched) {
      const equation = system.equations[at] as Equation;
      const after = standing(system, at, changes);
      if (equation.weak && equation.spoken) {
        weight += vote(equation, after);
        continue;
      }
      if (equation.weak) {
        if (after.violated !== equation.violated) weight += after.violated ? -HINT : HINT;
        continue;
      }
      if (after.violated) return -Infinity;
      const kind = system.kinds[at] as number;
      if (counted.has(kind)) continue;
      counted.add(kind);
      const exactness = world.exactness[equation.relation] ?? 1;
      const gain = fit(equation, after.residual, exactness) - (equation.violated ? 0 : fit(equation, equation.residual, exactness));
      const own = gain * ([...changes.keys()].some((index) => equation.direct.has(index)) ? 1 : FAR);
      const group = world.relations[equation.relation]?.relation.rule ?? '';
      append(gains, group, own);
    }
    // Equations of one rule round together: as evidence for a last digit they are one.
    for (const group of gains.values()) weight += Math.min(0, ...group) + Math.max(0, ...group);
    return weight;
  }

  private prior(variable: Variable, right: number): number {
    if (variable.formula) return WRONG_CELL * COMPUTED;
    const { overtyped } = this.world;
    // What stood there was the sum, to the last digit.
    return WRONG_CELL * (overtyped.has(variable.id) && this.partsAddingUpTo(variable, right) ? OVERTYPED : 1);
  }

  /** Pairs of cells of one row or column that show one another's figure: one slip, not two. */
  moved(changes: Changes): ReadonlySet<number> {
    const pairs = new Set<number>();
    if (changes.size < 2) return pairs;
    for (const [a, right] of changes) {
      for (const [b, other] of changes) {
        if (a >= b || pairs.has(a) || pairs.has(b)) continue;
        const [x, y] = [this.system.variables[a] as Variable, this.system.variables[b] as Variable];
        const inLine = x.fact.table === y.fact.table && (x.fact.cell.row === y.fact.cell.row || x.fact.cell.column === y.fact.cell.column);
        if (inLine && right === y.value && other === x.value) pairs.add(a).add(b);
      }
    }
    return pairs;
  }

  /** The weight that the same change would have without any slip to explain it. */
  weighUnread(changes: Changes): number {
    let weight = this.weigh(changes);
    if (this.moved(changes).size > 0) return weight;
    for (const [index, value] of changes) {
      const { likelihood, unread } = this.reading(index, value);
      weight += Math.log(unread) - Math.log(likelihood);
    }
    return weight;
  }

  /** The values of one more cell under which everything it enters holds, each with the weight of the whole. */
  valuesOf(index: number, changes: Changes): readonly Valued[] {
    const { system } = this;
    const variable = system.variables[index] as Variable;
    let low = -Infinity;
    let high = Infinity;
    const exact = new Set<number>([0]);
    const others = new Map(changes);
    others.delete(index);
    for (const [at, weight] of variable.weights) {
      const equation = system.equations[at] as Equation;
      if (equation.weak) continue;
      const { residual, allowance } = standing(system, at, others);
      const slack = allowance + (equation.direct.has(index) && variable.value === 0 ? variable.grid / 2 : 0);
      const ends = [(-slack - residual) / weight, (slack - residual) / weight] as const;
      const [from, to] = weight > 0 ? ends : [ends[1], ends[0]];
      const upward = equation.op === '=' || (equation.op === '>=') === weight > 0;
      const downward = equation.op === '=' || (equation.op === '<=') === weight > 0;
      if (upward) low = Math.max(low, from);
      if (downward) high = Math.min(high, to);
      exact.add(Math.round((variable.value - residual / weight) / variable.grid) * variable.grid);
    }
    const first = Math.ceil((variable.value + low) / variable.grid);
    const last = Math.floor((variable.value + high) / variable.grid);
    const values = new Set(exact);
    if (last - first < MOST_VALUES) for (let step = first; step <= last; step += 1) values.add(step * variable.grid);
    else for (const value of rightAmounts(variable.value / variable.grid, variable.fact.decimals)) values.add(value * variable.grid);
    const found: Valued[] = [];
    for (const value of values) {
      if (value === variable.value || (value !== 0 && (value < first * variable.grid || value > last * variable.grid))) continue;
      const weight = this.weigh(new Map([...others, [index, value]]));
      if (weight > -Infinity) found.push({ value, weight });
    }
    return found.sort((a, b) => b.weight - a.weight || a.value - b.value);
  }

  /** `others`: cells that change with it, whose figures are no source of the one seen. */
  slipOf(index: number, value: number, others: readonly number[] = []): Slip {
    if (others.length === 0) return this.reading(index, value).slip;
    return this.read(index, value, new Set(others.map((other) => factKey((this.system.variables[other] as Variable).fact)))).slip;
  }
}

/**
 * Logarithm of what a sentence says for a change. That it comes to agree to the last digit is hardly chance; that it no longer does
 * may be because it was copied from the wrong cell.
 */
function vote({ mixed, violated, residual }: Equation, after: { readonly violated: boolean; readonly residual: number }): number {
  const agrees = !after.violated && (after.residual === 0 || mixed);
  if (violated) return after.violated ? 0 : Math.log(agrees ? SENTENCE_AGREES : SENTENCE_NEAR);
  const agreed = residual === 0 || mixed;
  return agreed === agrees ? 0 : agrees ? Math.log(SENTENCE_COPIED) : -Math.log(SENTENCE_COPIED);
}

/** Logarithm of how usual it is that an equation holds with such a rest: most hold exactly, the others within rounding. */
function fit(equation: Equation, residual: number, exactness: number): number {
  if (equation.op !== '=') return gapOf(equation.op, residual) > 0 ? -1 : 0;
  if (residual === 0 && !equation.mixed) return Math.log(exactness);
  if (equation.sigma === 0) return residual === 0 ? 0 : -20;
  const density = Math.exp(-(residual ** 2) / (2 * equation.sigma ** 2)) / Math.max(1, equation.sigma / equation.step / 0.4);
  return Math.log(Math.max(1e-9, (equation.mixed ? 1 : 1 - exactness) * density));
}
