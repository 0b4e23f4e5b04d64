/** One slip of many cells as a cause: what it mends, its cells with what they should hold, and how certain it is. */
import type { Cause, CauseCell, Fact, Slip } from '../model';
import { standing, type Changes, type Equation, type System, type Variable } from './system';
import type { World } from './world';

/** Two cells are an exchange of figures, which the search finds. */
export const LEAST_CELLS = 3;
/** So much of the workbook does not fall into place by chance. */
export const CONFIDENCE = 0.95;

export interface Found {
  readonly cause: Cause;
  /** Relations that the changed cells enter. */
  readonly touched: readonly number[];
  readonly wrong: readonly Fact[];
}

/** The violated equations that the cells enter, sentences too where they hold after the change. */
export function mendedBy(system: System, changes: Changes): readonly number[] {
  return system.equations.flatMap(({ violated, weak, spoken }, at) => {
    if (!violated || (weak && !spoken)) return [];
    if (![...changes.keys()].some((index) => system.variables[index]?.weights.has(at))) return [];
    return spoken && standing(system, at, changes).violated ? [] : [at];
  });
}

export function foundIn(world: World, system: System, changes: Changes, slip: Slip, cells: readonly CauseCell[]): Found {
  const ids = mendedBy(system, changes).map((at) => world.relations[(system.equations[at] as Equation).relation]?.finding?.id);
  const touched = new Set<number>();
  for (const index of changes.keys())
    for (const at of system.variables[index]?.weights.keys() ?? []) touched.add((system.equations[at] as Equation).relation);
  return {
    cause: { cells, slip, confidence: CONFIDENCE, findings: [...new Set(ids.filter((id) => id !== undefined))] },
    touched: [...touched],
    wrong: [...changes.keys()].map((index) => (system.variables[index] as Variable).fact),
  };
}

export function inOrder(cells: readonly CauseCell[]): readonly CauseCell[] {
  return [...cells].sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
}
