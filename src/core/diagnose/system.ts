/** The equations around violated relations that share cells, in whole numbers of one common small unit. */
import { normalise, shift, subtract, unitsAt, type Decimal } from '../amount';
import { yuan } from '../interval';
import { UNIT_POWER, type Fact } from '../model';
import { grouped } from './groups';
import { effectsOf, withPrecedents, type CellId, type World } from './world';

export interface Variable {
  readonly id: CellId;
  readonly fact: Fact;
  /** What the cell states; 0 for nil. All amounts of a system are whole numbers of its unit. */
  readonly value: number;
  /** One of the last digit of the cell's column. */
  readonly grid: number;
  readonly formula: boolean;
  /** In which equations a change of the cell shows, and how often: what formulas add up goes with it. */
  readonly weights: ReadonlyMap<number, number>;
}

export interface Equation {
  /** Index among the world's relations. */
  readonly relation: number;
  readonly op: '=' | '<=' | '>=';
  /** left − right. */
  readonly residual: number;
  /** What rounding explains. */
  readonly allowance: number;
  /** σ of the difference that rounding makes. */
  readonly sigma: number;
  /** The finest last digit among its amounts. */
  readonly step: number;
  /** A hint: it may stay violated. */
  readonly weak: boolean;
  readonly violated: boolean;
  /** A sentence states it. */
  readonly spoken: boolean;
  /** Amounts in different units: never expected to agree to the last digit. */
  readonly mixed: boolean;
  /** Cells that stand in it themselves: half of their last digit counts in the allowance. */
  readonly direct: ReadonlySet<number>;
}

export interface System {
  readonly variables: readonly Variable[];
  readonly equations: readonly Equation[];
  /** The variables that enter each equation. */
  readonly members: readonly (readonly number[])[];
  /** Equations with the same cells count as one: equal numbers here. */
  readonly kinds: readonly number[];
  /** 10^-scale 元 is the unit. */
  readonly scale: number;
}

/** A sum of so many parts says little of any one. */
export const LONG_SUM = 60;

const SAFE = Number.MAX_SAFE_INTEGER / 64;

/** Groups violated relations that share cells, directly or through formulas; cells that are not to be changed join nothing. */
export function componentsOf(world: World, violated: readonly number[]): readonly (readonly number[])[] {
  return grouped(violated, (relation) =>
    [...withPrecedents(world, world.cellsOf[relation]?.keys() ?? [])].filter((id) => !world.fixed.has(id)),
  );
}

function gridOf(fact: Fact): Decimal {
  return shift({ units: 1n, scale: fact.decimals }, UNIT_POWER[fact.unit]);
}

/** The cells that stand in a relation, held or not, with those of the violated ones. */
export function cellsBeside(world: World, violated: readonly number[]): ReadonlySet<CellId> {
  const beside = new Set<CellId>();
  for (const relation of violated)
    for (const id of world.cellsOf[relation]?.keys() ?? [])
      for (const other of world.relationsOf[id] ?? [])
        if (world.relations[other]?.weak === false) for (const cell of world.cellsOf[other]?.keys() ?? []) beside.add(cell);
  return beside;
}

/** Beyond so many cells those are left out against which next to nothing speaks. */
const MOST_SUSPECTS = 250;

/**
 * The violated equations and all that the cells enter, by default whatever may be wrong in the violated ones. `null` when the amounts
 * are too large, or too finely stated, for exact whole numbers.
 */
export function systemOf(world: World, violated: readonly number[], cells?: Iterable<CellId>): System | null {
  const own = cells ? changeable(world, cells) : suspects(world, new Set(violated), changeable(world, cellsOf(world, violated)));
  const involved = new Set<number>(violated);
  for (const { weights } of own) for (const relation of weights.keys()) involved.add(relation);
  const relations = [...involved].sort((a, b) => a - b);
  const ids = own.map(({ id }) => id);
  const scale = commonScale(world, ids, relations);
  const whole = (value: Decimal): number => Number(unitsAt(normalise(value), scale));
  const position = new Map(relations.map((relation, index) => [relation, index]));
  const places = new Map(ids.map((id, index) => [id, index]));
  const equations = relations.map((relation) => equationOf(world, relation, places, whole));
  const variables = own.map(({ id, weights }): Variable => {
    const fact = world.facts[id] as Fact;
    const placed = new Map([...weights].map(([relation, weight]) => [position.get(relation) as number, weight]));
    return { id, fact, value: whole(yuan(fact)), grid: whole(gridOf(fact)), formula: world.formulas.has(id), weights: placed };
  });
  const sizes = [...variables.map(({ value }) => value), ...equations.flatMap(({ residual, allowance }) => [residual, allowance])];
  if (!sizes.every((size) => Math.abs(size) < SAFE)) return null;
  const members: number[][] = equations.map(() => []);
  variables.forEach(({ weights }, index) => {
    for (const at of weights.keys()) members[at]?.push(index);
  });
  return { variables, equations, members, kinds: kindsOf(world, relations), scale };
}

function cellsOf(world: World, relations: readonly number[]): ReadonlySet<CellId> {
  return new Set(relations.flatMap((relation) => [...(world.cellsOf[relation]?.keys() ?? [])]));
}

interface Suspect {
  readonly id: CellId;
  /** By relation. */
  readonly weights: ReadonlyMap<number, number>;
}

/** The cells, and what formulas among them add up, as far as they can be changed. */
function changeable(world: World, cells: Iterable<CellId>): readonly Suspect[] {
  return [...withPrecedents(world, cells)]
    .filter((id) => !world.fixed.has(id))
    .sort((a, b) => a - b)
    .map((id) => ({ id, weights: weightsOf(world, id) }));
}

/** Of many cells those go that a relation that holds speaks for, and against which only one speaks that is violated, a long sum. */
function suspects(world: World, violated: ReadonlySet<number>, all: readonly Suspect[]): readonly Suspect[] {
  if (all.length <= MOST_SUSPECTS) return all;
  return all.filter(({ weights }) => {
    const relations = [...weights.keys()];
    const [against, ...more] = relations.filter((at) => violated.has(at));
    if (against === undefined || more.length > 0 || (world.cellsOf[against]?.size ?? 0) <= LONG_SUM) return true;
    return !relations.some((at) => {
      const judged = world.relations[at];
      return judged?.relation.op === '=' && !judged.weak && judged.judgement.verdict !== 'mismatch';
    });
  });
}

function weightsOf(world: World, id: CellId): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  for (const [affected, times] of effectsOf(world, id))
    for (const relation of world.relationsOf[affected] ?? [])
      weights.set(relation, (weights.get(relation) ?? 0) + times * (world.cellsOf[relation]?.get(affected) ?? 0));
  for (const [relation, weight] of weights) if (weight === 0) weights.delete(relation);
  return weights;
}

function commonScale(world: World, cells: readonly CellId[], relations: readonly number[]): number {
  let scale = 0;
  for (const id of cells) {
    const fact = world.facts[id] as Fact;
    scale = Math.max(scale, normalise(yuan(fact)).scale, fact.decimals + 1 - UNIT_POWER[fact.unit]);
  }
  for (const relation of relations) {
    const { left, right, allowance } = (world.relations[relation] as World['relations'][number]).judgement;
    scale = Math.max(scale, normalise(subtract(left, right)).scale, normalise(allowance).scale);
  }
  return scale;
}

function equationOf(world: World, relation: number, places: ReadonlyMap<CellId, number>, whole: (value: Decimal) => number): Equation {
  const { relation: stated, judgement, weak } = world.relations[relation] as World['relations'][number];
  const own = world.cellsOf[relation] ?? new Map<CellId, number>();
  const direct = new Set([...own.keys()].flatMap((id) => places.get(id) ?? []).sort((a, b) => a - b));
  let squares = 0;
  let step = Infinity;
  const units = new Set<string>();
  for (const id of own.keys()) {
    const fact = world.facts[id] as Fact;
    units.add(fact.unit);
    step = Math.min(step, whole(gridOf(fact)));
    if (fact.value !== null) squares += whole(gridOf(fact)) ** 2 / 12;
  }
  return {
    relation,
    op: stated.op,
    residual: whole(subtract(judgement.left, judgement.right)),
    allowance: whole(judgement.allowance),
    sigma: Math.sqrt(squares),
    step,
    weak,
    violated: judgement.verdict === 'mismatch',
    spoken: [...own.keys()].some((id) => world.facts[id]?.words !== undefined),
    mixed: units.size > 1,
    direct,
  };
}

/** Two rules may make the same equation: as evidence it is one. */
function kindsOf(world: World, relations: readonly number[]): readonly number[] {
  const known = new Map<string, number>();
  return relations.map((relation) => {
    const cells = [...(world.cellsOf[relation] ?? [])].filter(([, times]) => times !== 0).sort(([a], [b]) => a - b);
    const turn = cells[0] !== undefined && cells[0][1] < 0 ? -1 : 1;
    const key = cells.map(([id, times]) => `${id}:${times * turn}`).join(' ');
    const kind = known.get(key) ?? known.size;
    known.set(key, kind);
    return kind;
  });
}

// ---- a state: some cells changed ---------------------------------------------------------------------------------

/** Variable → its value after the change. */
export type Changes = ReadonlyMap<number, number>;

export interface Standing {
  readonly residual: number;
  readonly allowance: number;
  readonly violated: boolean;
}

/** How an equation stands after the changes. A cell that becomes or ceases to be nil loses or gains its half digit. */
export function standing(system: System, at: number, changes: Changes): Standing {
  const equation = system.equations[at] as Equation;
  let { residual, allowance } = equation;
  for (const [index, value] of changes) {
    const variable = system.variables[index] as Variable;
    const weight = variable.weights.get(at);
    if (weight === undefined) continue;
    residual += weight * (value - variable.value);
    if (equation.direct.has(index)) allowance += (value === 0 ? 0 : variable.grid / 2) - (variable.value === 0 ? 0 : variable.grid / 2);
  }
  return { residual, allowance, violated: gapOf(equation.op, residual) > allowance };
}

/** By how much a difference breaks an equation or inequality. */
export function gapOf(op: Equation['op'], residual: number): number {
  return op === '=' ? Math.abs(residual) : Math.max(0, op === '<=' ? residual : -residual);
}
