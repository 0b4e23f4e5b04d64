/** Do two cells of one row or column show one another's figures? Then they were exchanged: one cause of both. */
import { subtract, type Decimal } from '../amount';
import { yuan } from '../interval';
import { CLAIM, UNIT_POWER, type Cause, type CauseCell } from '../model';
import { causeCellOf } from './causeCell';
import { foundIn, inOrder, mendedBy, type Found } from './manyCells';
import { printedAmount } from './causes';
import { violatedAfter } from './search';
import { systemOf, type System, type Variable } from './system';
import type { Budget } from './weigh';
import type { CellId, World } from './world';

/** With fewer equations mended other cells explain as much. */
const LEAST_MENDED = 3;
const MOST_CELLS = 40;

/** Two cells of the line, each in a violated relation, whose exchange makes everything hold that they enter. */
export function exchanged(world: World, violated: ReadonlySet<number>, line: readonly CellId[], budget: Budget): Found | null {
  const wrong = line.filter((id) => !world.formulas.has(id) && (world.relationsOf[id] ?? []).some((at) => violated.has(at)));
  if (wrong.length < 2 || wrong.length > MOST_CELLS) return null;
  const touching = [...new Set(wrong.flatMap((id) => world.relationsOf[id] ?? []))].filter((at) => violated.has(at));
  if (touching.length < LEAST_MENDED) return null;
  const possible = wrong.some((a, at) => wrong.slice(at + 1).some((b) => mayMend(world, violated, a, b)));
  if (!possible || !budget.spend(wrong.length)) return null;
  const system = systemOf(world, touching, wrong);
  if (!system) return null;
  const own = new Set(wrong);
  const indexes = system.variables.flatMap(({ id }, index) => (own.has(id) ? [index] : []));
  for (const [at, a] of indexes.entries()) {
    for (const b of indexes.slice(at + 1)) {
      const changes = exchange(system, a, b);
      if (!changes || violatedAfter(system, [], changes).length > 0 || mendedBy(system, changes).length < LEAST_MENDED) continue;
      const [x, y] = [a, b].map((index) => (system.variables[index] as Variable).fact);
      const cells = [...changes].map(([index, value]) => {
        const variable = system.variables[index] as Variable;
        return causeCellOf(variable.fact, value === 0 ? '' : printedAmount(system, variable, value));
      });
      return foundIn(world, system, changes, x?.cell.row === y?.cell.row ? 'neighbour-cell' : 'row-shift', inOrder(cells));
    }
  }
  return null;
}

/**
 * Whether the exchange could make the violated equations hold in which the two cells stand, reckoned in doubles with room to spare:
 * the equations are made exactly only where it could, for there may be as many lines as a long table has rows.
 */
function mayMend(world: World, violated: ReadonlySet<number>, a: CellId, b: CellId): boolean {
  // What formulas add up changes too: only the exact equations can tell.
  if (world.dependents.has(a) || world.dependents.has(b)) return true;
  const [x, y] = [world.facts[a], world.facts[b]];
  if (!x || !y) return false;
  const gained = roughly(yuan(y)) - roughly(yuan(x));
  const digits = [x, y].reduce((sum, { unit, decimals }) => sum + 10 ** (UNIT_POWER[unit] - decimals), 0);
  return [...(world.relationsOf[a] ?? []), ...(world.relationsOf[b] ?? [])].every((at) => {
    const stated = world.relations[at];
    if (!stated || !violated.has(at) || stated.relation.op !== '=') return true;
    const { left, right, allowance } = stated.judgement;
    const residual = roughly(subtract(left, right));
    const change = ((world.cellsOf[at]?.get(a) ?? 0) - (world.cellsOf[at]?.get(b) ?? 0)) * gained;
    const room = roughly(allowance) + digits + 1e-9 * (Math.abs(residual) + Math.abs(change));
    return Math.abs(residual + change) <= room;
  });
}

function roughly({ units, scale }: Decimal): number {
  return Number(units) / 10 ** scale;
}

function exchange({ variables }: System, a: number, b: number): ReadonlyMap<number, number> | null {
  const [x, y] = [variables[a] as Variable, variables[b] as Variable];
  if (x.value === y.value || x.fact.unit !== y.fact.unit) return null;
  return new Map([
    [a, y.value],
    [b, x.value],
  ]);
}

/** Claims of single cells in one row or column that show one another's figure are joined; all other causes stay as they are. */
export function withExchanges(causes: readonly Cause[]): readonly Cause[] {
  const joined = new Map<Cause, Cause>();
  const gone = new Set<Cause>();
  for (const cause of causes) {
    if (joined.has(cause) || gone.has(cause)) continue;
    const other = causes.find((one) => one !== cause && !joined.has(one) && !gone.has(one) && areExchanged(cause, one));
    const [a] = cause.cells;
    const [b] = other?.cells ?? [];
    if (!other || !a || !b) continue;
    joined.set(cause, {
      cells: [a, b].sort((x, y) => x.cell.row - y.cell.row || x.cell.column - y.cell.column),
      slip: a.cell.row === b.cell.row ? 'neighbour-cell' : 'row-shift',
      confidence: Math.min(cause.confidence, other.confidence),
      findings: [...new Set([...cause.findings, ...other.findings])],
    });
    gone.add(other);
  }
  return causes.filter((cause) => !gone.has(cause)).map((cause) => joined.get(cause) ?? cause);
}

function areExchanged(one: Cause, other: Cause): boolean {
  const [a, ...more] = one.cells;
  const [b, ...others] = other.cells;
  if (!a || !b || more.length > 0 || others.length > 0 || one.confidence < CLAIM || other.confidence < CLAIM) return false;
  const inLine = a.cell.sheet === b.cell.sheet && (a.cell.row === b.cell.row || a.cell.column === b.cell.column);
  return inLine && a.unit !== null && a.unit === b.unit && shows(a, b) && shows(b, a);
}

const shows = ({ value }: CauseCell, { suggested }: CauseCell): boolean => value !== '' && suggested !== '' && value === suggested;
