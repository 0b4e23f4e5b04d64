/** Which cells of a world stand in one column, one row or one table? */
import { append } from '../group';
import type { Fact } from '../model';
import type { CellId, World } from './world';

/** Of words of a sentence there are no lines. */
function linesOf(world: World, lineOf: (fact: Fact) => number | ''): ReadonlyMap<string, readonly CellId[]> {
  const lines = new Map<string, CellId[]>();
  world.facts.forEach((fact, id) => {
    if (fact.words) return;
    const key = `${fact.table.index} ${fact.cell.sheet} ${lineOf(fact)}`;
    append(lines, key, id);
  });
  return lines;
}

const factOf = (world: World, id: CellId | undefined): Fact => world.facts[id ?? -1] as Fact;

/** From the top down, the columns in the order of the tables. */
export function columnsOf(world: World): readonly (readonly CellId[])[] {
  const columns = [...linesOf(world, ({ cell }) => cell.column).values()].map((cells) =>
    [...cells].sort((a, b) => factOf(world, a).cell.row - factOf(world, b).cell.row),
  );
  return columns.sort((a, b) => factOf(world, a[0]).table.index - factOf(world, b[0]).table.index);
}

export function rowsOf(world: World): readonly (readonly CellId[])[] {
  return [...linesOf(world, ({ cell }) => cell.row).values()];
}

export function tablesOf(world: World): readonly (readonly CellId[])[] {
  return [...linesOf(world, () => '').values()];
}

/** The relations that any of the cells stands in, each once: a long sum is looked through once, not for every part. */
export function entered(world: World, cells: readonly CellId[]): readonly number[] {
  return [...new Set(cells.flatMap((id) => world.relationsOf[id] ?? []))];
}
