/** Has part of a column moved by one row? Then every cell shows what stands beside it, and one at the end anything. */
import type { CauseCell } from '../model';
import { printedAmount } from './causes';
import { entered } from './lines';
import { causeCellOf } from './causeCell';
import type { Work } from './input';
import { foundIn, inOrder, LEAST_CELLS, mendedBy, type Found } from './manyCells';
import { VALUED, violatedAfter } from './search';
import type { SurroundingsOf } from './surroundings';
import { LONG_SUM, standing, systemOf, type Changes, type System, type Variable } from './system';
import { Scales, type Budget } from './weigh';
import type { CellId, World } from './world';

const MOST_CELLS = 300;
/** Stretches tried in one column. */
const MOST_TRIED = 200;
/** Of a column that moved most rows disagree. */
const LEAST_MOVED = 0.25;
/** At its ends a stretch may have cells of which no other column or table speaks. */
const MOST_BEYOND = 3;
/** Where only the column's own sums disagree so many cells must have moved. */
const LEAST_BY_SUMS = 5;
/** Of what is violated there so much must be mended: else more has moved, or something else happened. */
const MOST_OF_ALL = 0.8;
/** With fewer violated equations of the moved cells other cells explain as much. */
const LEAST_MENDED = 2;

export interface Search {
  readonly world: World;
  readonly violated: ReadonlySet<number>;
  readonly surroundings: SurroundingsOf;
  readonly budget: Budget;
}

/** `cells`: one column from the top down, without formulas. */
export function* moved(search: Search, cells: readonly CellId[]): Work<Found | null> {
  const { world, violated } = search;
  const { places: wrong, least } = placesIn(search, cells);
  const first = wrong[0];
  const last = wrong[wrong.length - 1];
  if (first === undefined || last === undefined || wrong.length < least - 1) return null;
  const length = last - first + 1;
  if (length > MOST_CELLS || wrong.length < LEAST_MOVED * length) return null;
  const around = cells.slice(Math.max(0, first - MOST_BEYOND), last + 1 + MOST_BEYOND);
  const touching = entered(world, around).filter((at) => violated.has(at));
  const system = systemOf(world, touching, around);
  if (!system) return null;
  const place = new Map(system.variables.map(({ id }, index) => [id, index]));
  const indexes = around.flatMap((id) => place.get(id) ?? []);
  // Cells of another file are no variables: nobody can change them here.
  if (indexes.length < around.length) return null;
  const scales = new Scales(world, system, search.surroundings, search.budget);
  for (const stretch of stretchesIn(system, indexes)) {
    yield 0;
    const changes = shifted(scales, stretch);
    if (changes && changes.size >= least && mendsAll(system, changes, stretch[stretch.length - 1] as number))
      return movedIn(world, system, changes);
  }
  return null;
}

interface Places {
  readonly places: readonly number[];
  /** So many cells must have moved. */
  readonly least: number;
}

/** Where in the column something is wrong: what other columns and tables disagree with, else what its own sums do: they prove less. */
function placesIn({ world, violated }: Search, cells: readonly CellId[]): Places {
  const own = new Set(cells);
  const sizes = new Map(
    entered(world, cells)
      .filter((at) => violated.has(at))
      .map((at) => [at, [...(world.cellsOf[at]?.keys() ?? [])].filter((id) => own.has(id)).length]),
  );
  const places = (test: (size: number) => boolean): readonly number[] =>
    cells.flatMap((id, place) => ((world.relationsOf[id] ?? []).some((at) => test(sizes.get(at) ?? 0)) ? [place] : []));
  const across = places((size) => size === 1);
  if (across.length >= LEAST_CELLS - 1) return { places: across, least: LEAST_CELLS };
  return { places: places((size) => size > 0 && size <= LONG_SUM), least: LEAST_BY_SUMS };
}

/**
 * The stretches whose cells could each hold the next one's figure, upwards and downwards, the shortest first: whatever stands alone
 * against other columns must hold then, and outside the stretch it must hold as it is.
 */
function stretchesIn(system: System, indexes: readonly number[]): readonly (readonly number[])[] {
  const own = new Set(indexes);
  const alone = system.members.map((members) => members.filter((index) => own.has(index)).length === 1);
  const holds = (index: number, value: number): boolean =>
    [...(system.variables[index] as Variable).weights.keys()].every(
      (at) => !alone[at] || system.equations[at]?.weak || !standing(system, at, new Map([[index, value]])).violated,
    );
  const valueOf = (index: number | undefined): number => (system.variables[index ?? -1] as Variable).value;
  const found: (readonly number[])[] = [];
  for (const order of [indexes, [...indexes].reverse()]) {
    const fits = order.map((index, at) => at + 1 < order.length && holds(index, valueOf(order[at + 1])));
    const wrong = order.flatMap((index, at) => (holds(index, valueOf(index)) ? [] : [at]));
    const [first = order.length - 1] = wrong;
    const last = wrong[wrong.length - 1] ?? 0;
    for (let start = first; start >= 0; start -= 1) {
      if (start < first && !fits[start]) break;
      let end = start;
      while (end < last && fits[end]) end += 1;
      if (end < last) continue;
      for (; end < order.length; end += 1) {
        if (end - start + 1 >= LEAST_CELLS) found.push(order.slice(start, end + 1));
        if (!fits[end]) break;
      }
    }
  }
  return found.sort((a, b) => a.length - b.length).slice(0, MOST_TRIED);
}

/** Every cell takes the next one's figure; the last what its equations ask for. `null` when they ask for nothing that can be. */
function shifted(scales: Scales, indexes: readonly number[]): Changes | null {
  const { system } = scales;
  const values = indexes.map((index) => (system.variables[index] as Variable).value);
  const changes = new Map<number, number>();
  indexes.slice(0, -1).forEach((index, at) => {
    const value = values[at + 1] as number;
    if (value !== values[at]) changes.set(index, value);
  });
  if (changes.size < LEAST_CELLS - 1 || !scales.budget.spend(VALUED)) return null;
  const last = indexes[indexes.length - 1] as number;
  const asItIs = new Map([...changes, [last, values[values.length - 1] as number]]);
  if (violatedAfter(system, [], asItIs).length === 0) return changes;
  const [best] = scales.valuesOf(last, changes);
  return best ? new Map([...changes, [last, best.value]]) : null;
}

/** Everything holds that they enter, and not by the free cell's value alone. */
function mendsAll(system: System, changes: Changes, free: number): boolean {
  if (violatedAfter(system, [], changes).length > 0) return false;
  const mended = mendedBy(system, changes).length;
  const violated = system.equations.filter((equation) => equation.violated && !equation.weak).length;
  if (mended < LEAST_CELLS || mended < MOST_OF_ALL * violated) return false;
  const others = new Map([...changes].filter(([index]) => index !== free));
  return mendedBy(system, others).length >= LEAST_MENDED;
}

function movedIn(world: World, system: System, changes: Changes): Found {
  const cells = [...changes].map(([index, value]): CauseCell => {
    const variable = system.variables[index] as Variable;
    return causeCellOf(variable.fact, value === 0 ? '' : printedAmount(system, variable, value));
  });
  return foundIn(world, system, changes, 'row-shift', inOrder(cells));
}
