/** Are the amounts of a column, or of a whole table, told in another unit than they are in? */
import { formatDecimal, shift } from '../amount';
import { UNIT_POWER, type CauseCell, type Fact, type Table, type Unit } from '../model';
import type { ContentOf } from './input';
import { entered } from './lines';
import { causeCellOf } from './causeCell';
import { foundIn, inOrder, LEAST_CELLS, mendedBy, type Found } from './manyCells';
import { gapOf, standing, systemOf, type Changes, type Equation, type System } from './system';
import type { CellId, World } from './world';

const MOST_SCALED = 2000;
/** Of a table in another unit nearly all disagree that other tables state too. */
const LEAST_SCALED = 0.8;

/** Do nearly all equations of their figures with figures outside fail, and several? */
export function disagrees(world: World, violated: ReadonlySet<number>, cells: readonly CellId[]): boolean {
  if (cells.every((id) => !(world.relationsOf[id] ?? []).some((at) => violated.has(at)))) return false;
  const own = new Set(cells);
  const stated = cells.filter((id) => world.facts[id]?.value);
  const outward = entered(world, stated).filter((at) => {
    const judged = world.relations[at];
    if (!judged || judged.weak || judged.relation.op !== '=') return false;
    return [...(world.cellsOf[at]?.keys() ?? [])].some((other) => !own.has(other) && world.facts[other]?.value);
  });
  const failing = outward.filter((at) => violated.has(at)).length;
  return failing >= 2 && failing >= LEAST_SCALED * outward.length;
}

/** `labelOf`: for all amounts of a table, the cell that tells their unit, mended. */
export function inOtherUnit(
  world: World,
  violated: ReadonlySet<number>,
  cells: readonly CellId[],
  labelOf?: (fact: Fact, unit: Unit, other: Unit) => CauseCell | null,
): Found | null {
  const stated = cells.filter((id) => world.facts[id]?.value);
  const [first] = stated.map((id) => world.facts[id] as Fact);
  const typed = new Set(stated.filter((id) => !world.formulas.has(id)));
  if (!first || typed.size < LEAST_CELLS || typed.size > MOST_SCALED) return null;
  const touching = entered(world, stated).filter((at) => violated.has(at));
  const system = systemOf(world, touching, stated);
  if (!system) return null;
  for (const [other, power] of Object.entries(UNIT_POWER) as [Unit, number][]) {
    const moved = power - UNIT_POWER[first.unit];
    const changes = new Map(
      system.variables.flatMap(({ id, value }, index) => (typed.has(id) ? [[index, value * 10 ** moved] as const] : [])),
    );
    if (moved === 0 || mendedBy(system, changes).length < 2 || !holdsScaled(world, system, changes, 10 ** moved)) continue;
    const label = labelOf?.(first, first.unit, other);
    const amounts = [...typed].map((id) => {
      const fact = world.facts[id] as Fact;
      return causeCellOf(fact, fact.value ? formatDecimal(shift(fact.value, moved)) : '');
    });
    return foundIn(world, system, changes, 'unit', label ? [label] : inOrder(amounts));
  }
  return null;
}

/**
 * Nearly everything holds then; what does not is another error among the same cells, to be found once the unit is right. In the larger
 * unit a cell's last digit counts more than in the one that was told.
 */
function holdsScaled(world: World, system: System, changes: Changes, times: number): boolean {
  const touched = new Set([...changes.keys()].flatMap((index) => [...(system.variables[index]?.weights.keys() ?? [])]));
  // 数量 × 单价 stands alone with its amount: the price is in the same unit, and goes along.
  const strong = [...touched].filter((at) => {
    const { weak, relation } = system.equations[at] as Equation;
    return !weak && (world.cellsOf[relation]?.size ?? 0) > 1;
  });
  const holding = strong.filter((at) => {
    const { op, direct } = system.equations[at] as Equation;
    const { residual, allowance } = standing(system, at, changes);
    let wider = 0;
    for (const index of changes.keys())
      if (times > 1 && direct.has(index)) wider += ((system.variables[index]?.grid ?? 0) / 2) * (times - 1);
    return gapOf(op, residual) <= allowance + wider;
  });
  const failing = strong.filter((at) => !holding.includes(at));
  const mended = holding.filter((at) => system.equations[at]?.violated);
  const open = failing.filter((at) => system.equations[at]?.violated);
  return failing.length === open.length && mended.length >= 2 && mended.length >= LEAST_SCALED * (mended.length + open.length);
}

/** The cell that tells the table's unit, with the other unit in its place. */
export function unitLabel(table: Table, unit: Unit, other: Unit, contentOf?: ContentOf): CauseCell | null {
  const cell = table.evidence.find(({ what }) => what === 'unit')?.cells[0];
  const text = cell && contentOf?.(cell)?.value;
  if (!cell || typeof text !== 'string') return null;
  const compact = text.replace(/\s/g, '');
  // 单位：万元 alone in its cell; beside other words the unit is named last.
  const at = text.lastIndexOf(unit);
  if (at < 0 || (unit === '元' && /[千万亿]元/.test(compact))) return null;
  return { cell, value: text, suggested: text.slice(0, at) + other + text.slice(at + unit.length), unit: null, label: table.title };
}
