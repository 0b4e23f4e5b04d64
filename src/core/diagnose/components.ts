/** What explains the violated relations, those that share cells together? One piece after the other, in steps. */
import type { Cause } from '../model';
import { explain, explainWidely, type Explained } from './explain';
import type { Judged, Work } from './input';
import { SurroundingsOf } from './surroundings';
import { cellsBeside, componentsOf, systemOf } from './system';
import { Scales, type Budget } from './weigh';
import type { World } from './world';

/** More violated relations in one piece are no slip but another table: nothing is searched there. */
const MOST_VIOLATED = 400;

/** Where nothing in few violated relations explains them, cells beside them are tried too: a figure and its total, both wrong. */
const MOST_WIDENED = 6;
const MOST_CELLS_WIDENED = 250;

export interface Found {
  readonly causes: readonly Cause[];
  /** How many violated relations were not searched to the end. */
  readonly capped: number;
}

/** Positions of the relations that are violated and must hold. */
export function violatedIn(relations: readonly Judged[]): readonly number[] {
  return relations.flatMap(({ judgement, weak }, at) => (judgement.verdict === 'mismatch' && !weak ? [at] : []));
}

export function* explainAll(world: World, violated: readonly number[], budget: Budget): Work<Found> {
  const surroundings = new SurroundingsOf(world);
  const causes: Cause[] = [];
  let capped = 0;
  for (const component of componentsOf(world, violated)) {
    const explained = yield* explainComponent(world, surroundings, component, budget);
    if (!explained || explained.capped) capped += component.length;
    causes.push(...(explained?.causes ?? []));
    yield component.length;
  }
  return { causes, capped };
}

function* explainComponent(
  world: World,
  surroundings: SurroundingsOf,
  component: readonly number[],
  budget: Budget,
): Work<Explained | null> {
  if (component.length > MOST_VIOLATED) return null;
  const system = systemOf(world, component);
  if (!system) return null;
  const explained = yield* explain(new Scales(world, system, surroundings, budget));
  if (!explained.open || component.length > MOST_WIDENED) return explained;
  const beside = cellsBeside(world, component);
  const wider = beside.size > MOST_CELLS_WIDENED ? null : systemOf(world, component, beside);
  const widely = wider && (yield* explainWidely(new Scales(world, wider, surroundings, budget)));
  return widely ?? explained;
}
