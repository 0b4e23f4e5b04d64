/**
 * Is it one slip of many cells: part of a column moved by one row, or a column or a whole table in another unit? Looked for before
 * single cells are: where one such change makes everything hold that the cells enter, it is one cause.
 */
import { formatDecimal, shift } from '../amount';
import { UNIT_POWER, type Cause, type CauseCell, type Fact, type Table, type Unit } from '../model';
import { printedAmount } from './causes';
import { exchanged } from './exchanges';
import { cellKey } from './formula';
import type { ContentOf, Work } from './input';
import { cellOf, CONFIDENCE, foundIn, inOrder, mendedBy, type Found } from './manyCells';
import { VALUED, violatedAfter } from './search';
import { SurroundingsOf } from './surroundings';
import { gapOf, standing, systemOf, type Changes, type Equation, type System, type Variable } from './system';
import { Scales, type Budget } from './weigh';
import type { CellId, World } from './world';

export interface Stretches {
  /** The cells that hold something else than they should, by `cellKey`: also where the cause names only the unit's cell. */
  readonly wrong: ReadonlySet<string>;
  readonly causes: readonly Cause[];
  /** Positions of the relations that the changed cells enter: explained, and no evidence for anything else. */
  readonly explained: ReadonlySet<number>;
}

/** Two cells are an exchange of figures, which the search finds. */
const LEAST_CELLS = 3;
const MOST_CELLS = 300;
const MOST_SCALED = 2000;
/** Of a column that moved most rows disagree; of a table in another unit nearly all that other tables state too. */
const LEAST_MOVED = 0.25;
const LEAST_SCALED = 0.8;
/** At its ends a stretch may have cells of which no other column or table speaks. */
const MOST_BEYOND = 3;

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
  const columns = columnsOf(world);
  for (const cells of tablesOf(columns).values())
    if (disagrees(world, open, cells))
      take(inOtherUnit(world, open, cells, (fact, unit, other) => unitLabel(fact.table, unit, other, contentOf)));
  const found: Found[] = [];
  for (const cells of columns.values()) {
    yield 0;
    const typed = cells.filter((id) => !world.formulas.has(id));
    const scaled = disagrees(world, open, cells) ? inOtherUnit(world, open, cells) : null;
    const one = scaled ?? moved({ world, violated: open, surroundings, budget }, typed);
    if (one) found.push(one);
  }
  for (const best of settled(found)) take(best);
  for (const cells of [...columns.values(), ...rowsOf(world)]) take(exchanged(world, open, cells, budget));
  return { causes, explained, wrong };
}

/** The cells that relations speak of, by table and column, from the top down. */
function columnsOf(world: World): ReadonlyMap<string, readonly CellId[]> {
  const columns = new Map<string, CellId[]>();
  world.facts.forEach((fact, id) => {
    if (fact.words) return;
    const key = `${fact.table.index} ${fact.cell.sheet} ${fact.cell.column}`;
    const known = columns.get(key);
    if (known) known.push(id);
    else columns.set(key, [id]);
  });
  const row = (id: CellId): number => (world.facts[id] as Fact).cell.row;
  for (const cells of columns.values()) cells.sort((a, b) => row(a) - row(b));
  const tableOf = (cells: readonly CellId[]): number => world.facts[cells[0] as CellId]?.table.index ?? 0;
  return new Map([...columns].sort(([, a], [, b]) => tableOf(a) - tableOf(b)));
}

/** The cells of one row of a table, of the rows that have several. */
function rowsOf(world: World): readonly (readonly CellId[])[] {
  const rows = new Map<string, CellId[]>();
  world.facts.forEach((fact, id) => {
    if (fact.words) return;
    const key = `${fact.table.index} ${fact.cell.sheet} ${fact.cell.row}`;
    const known = rows.get(key);
    if (known) known.push(id);
    else rows.set(key, [id]);
  });
  return [...rows.values()].filter((cells) => cells.length > 1);
}

function tablesOf(columns: ReadonlyMap<string, readonly CellId[]>): ReadonlyMap<string, readonly CellId[]> {
  const tables = new Map<string, CellId[]>();
  for (const [key, cells] of columns) {
    const [index = ''] = key.split(' ');
    tables.set(index, [...(tables.get(index) ?? []), ...cells]);
  }
  return tables;
}

/** Do nearly all equations of their figures with figures outside fail, and several? */
function disagrees(world: World, violated: ReadonlySet<number>, cells: readonly CellId[]): boolean {
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

/** The relations that any of the cells stands in, each once: a long sum is looked through once, not for every part. */
function entered(world: World, cells: readonly CellId[]): readonly number[] {
  return [...new Set(cells.flatMap((id) => world.relationsOf[id] ?? []))];
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

// ---- moved by one row -----------------------------------------------------------------------------------------------

interface Search {
  readonly world: World;
  readonly violated: ReadonlySet<number>;
  readonly surroundings: SurroundingsOf;
  readonly budget: Budget;
}

function moved(search: Search, cells: readonly CellId[]): Found | null {
  const { world, violated } = search;
  const own = new Set(cells);
  const alone = new Set(
    entered(world, cells).filter(
      (at) => violated.has(at) && [...(world.cellsOf[at]?.keys() ?? [])].filter((other) => own.has(other)).length === 1,
    ),
  );
  const across = (id: CellId): boolean => (world.relationsOf[id] ?? []).some((at) => alone.has(at));
  const wrong = cells.flatMap((id, place) => (across(id) ? [place] : []));
  const first = wrong[0];
  const last = wrong[wrong.length - 1];
  if (first === undefined || last === undefined || wrong.length < LEAST_CELLS - 1) return null;
  const length = last - first + 1;
  if (length > MOST_CELLS || wrong.length < LEAST_MOVED * length) return null;
  const from = Math.max(0, first - MOST_BEYOND);
  const around = cells.slice(from, last + 1 + MOST_BEYOND);
  const touching = entered(world, around).filter((at) => violated.has(at));
  const system = systemOf(world, touching, around);
  if (!system) return null;
  const scales = new Scales(world, system, search.surroundings, search.budget);
  const place = new Map(system.variables.map(({ id }, index) => [id, index]));
  const indexes = around.flatMap((id) => place.get(id) ?? []);
  // Cells of another file are no variables: nobody can change them here.
  if (indexes.length < around.length) return null;
  for (const [above, below] of ENDS) {
    const start = first - from - above;
    if (start < 0) continue;
    const stretch = indexes.slice(start, last - from + 1 + below);
    for (const order of [stretch, [...stretch].reverse()]) {
      const changes = shifted(scales, order);
      if (changes && mendsAll(system, changes)) return movedIn(world, system, changes);
    }
  }
  return null;
}

/** How many cells above and below the stretch may belong to it: fewest first. */
const ENDS: readonly (readonly [number, number])[] = Array.from({ length: (MOST_BEYOND + 1) ** 2 }, (_, at): readonly [number, number] => [
  at % (MOST_BEYOND + 1),
  Math.floor(at / (MOST_BEYOND + 1)),
]).sort(([a, b], [c, d]) => a + b - c - d);

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

function mendsAll(system: System, changes: Changes): boolean {
  return changes.size >= LEAST_CELLS && violatedAfter(system, [], changes).length === 0 && mendedBy(system, changes).length >= LEAST_CELLS;
}

function movedIn(world: World, system: System, changes: Changes): Found {
  const cells = [...changes].map(([index, value]): CauseCell => {
    const variable = system.variables[index] as Variable;
    return cellOf(variable.fact, value === 0 ? '' : printedAmount(system, variable, value));
  });
  return foundIn(world, system, changes, 'row-shift', inOrder(cells));
}

// ---- another unit ---------------------------------------------------------------------------------------------------

/** `labelOf`: for all amounts of a table, the cell that tells their unit, mended. */
function inOtherUnit(
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
    if (moved === 0 || mendedBy(system, changes).length < 2 || !holdsScaled(system, changes, 10 ** moved)) continue;
    const label = labelOf?.(first, first.unit, other);
    const amounts = [...typed].map((id) => {
      const fact = world.facts[id] as Fact;
      return cellOf(fact, fact.value ? formatDecimal(shift(fact.value, moved)) : '');
    });
    return foundIn(world, system, changes, 'unit', label ? [label] : inOrder(amounts));
  }
  return null;
}

/**
 * Nearly everything holds then; what does not is another error among the same cells, to be found once the unit is right. In the larger
 * unit a cell's last digit counts more than in the one that was told.
 */
function holdsScaled(system: System, changes: Changes, times: number): boolean {
  const touched = new Set([...changes.keys()].flatMap((index) => [...(system.variables[index]?.weights.keys() ?? [])]));
  const strong = [...touched].filter((at) => system.equations[at]?.weak === false);
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
function unitLabel(table: Table, unit: Unit, other: Unit, contentOf?: ContentOf): CauseCell | null {
  const cell = table.evidence.find(({ what }) => what === 'unit')?.cells[0];
  const text = cell && contentOf?.(cell)?.value;
  if (!cell || typeof text !== 'string') return null;
  const compact = text.replace(/\s/g, '');
  // 单位：万元 alone in its cell; beside other words the unit is named last.
  const at = text.lastIndexOf(unit);
  if (at < 0 || (unit === '元' && /[千万亿]元/.test(compact))) return null;
  return { cell, value: text, suggested: text.slice(0, at) + other + text.slice(at + unit.length), unit: null, label: table.title };
}
