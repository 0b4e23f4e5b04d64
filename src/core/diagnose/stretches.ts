/**
 * Is it one slip of many cells: part of a column moved by one row, a column or a whole table in another unit, two figures exchanged?
 * Looked for before single cells are: where one such change makes everything hold that the cells enter, it is one cause.
 */
import type { Cause } from '../model';
import { exchanged } from './exchanges';
import { cellKey } from './formula';
import type { ContentOf, Work } from './input';
import { columnsOf, rowsOf, tablesOf } from './lines';
import { CONFIDENCE, type Found } from './manyCells';
import { moved } from './moved';
import { disagrees, inOtherUnit, unitLabel } from './otherUnit';
import { SurroundingsOf } from './surroundings';
import type { Budget } from './weigh';
import type { CellId, World } from './world';

export interface Stretches {
  /** The cells that hold something else than they should, by `cellKey`: also where the cause names only the unit's cell. */
  readonly wrong: ReadonlySet<string>;
  readonly causes: readonly Cause[];
  /** Positions of the relations that the changed cells enter: explained, and no evidence for anything else. */
  readonly explained: ReadonlySet<number>;
}

export function* stretchesOf(world: World, violated: readonly number[], budget: Budget, contentOf?: ContentOf): Work<Stretches> {
  const surroundings = new SurroundingsOf(world);
  const wrong = new Set<string>();
  const open = new Set(violated);
  const causes: Cause[] = [];
  const explained = new Set<number>();
  const take = (found: Found | null): void => {
    if (!found) return;
    causes.push(found.cause);
    for (const at of found.touched) {
      open.delete(at);
      explained.add(at);
    }
    for (const fact of found.wrong) wrong.add(cellKey(fact.cell));
  };
  const concerned = (cells: readonly CellId[]): boolean => cells.some((id) => (world.relationsOf[id] ?? []).some((at) => open.has(at)));
  const columns = columnsOf(world).filter(concerned);
  for (const cells of tablesOf(world).filter(concerned)) {
    yield 0;
    if (disagrees(world, open, cells))
      take(inOtherUnit(world, open, cells, (fact, unit, other) => unitLabel(fact.table, unit, other, contentOf)));
  }
  const found: Found[] = [];
  for (const cells of columns) {
    yield 0;
    const typed = cells.filter((id) => !world.formulas.has(id));
    const scaled = disagrees(world, open, cells) ? inOtherUnit(world, open, cells) : null;
    const one = scaled ?? (yield* moved({ world, violated: open, surroundings, budget }, typed));
    if (one) found.push(one);
  }
  for (const best of settled(found)) take(best);
  for (const cells of [...columns, ...rowsOf(world).filter(concerned)]) {
    yield 0;
    take(exchanged(world, open, cells, budget));
  }
  return { causes, explained, wrong };
}

/** Of columns that explain the same findings the one that explains most; where several explain as many, each is only a candidate. */
function settled(found: readonly Found[]): readonly Found[] {
  const size = ({ cause }: Found): number => cause.findings.length;
  const rivals = (one: Found): readonly Found[] =>
    found.filter((other) => other.cause.findings.some((id) => one.cause.findings.includes(id)));
  return found.flatMap((one) => {
    const most = Math.max(...rivals(one).map(size));
    if (size(one) < most) return [];
    const equal = rivals(one).filter((other) => size(other) === most).length;
    const confidence = equal === 1 ? CONFIDENCE : Math.floor((100 * CONFIDENCE) / Math.max(2, equal)) / 100;
    return [{ ...one, cause: { ...one.cause, confidence } }];
  });
}
