/** What is wrong in the tables? Slips of many cells first, then single cells; what sentences say only votes. */
import { CLAIM, type Fact } from '../model';
import { cellKey } from './formula';
import type { DiagnosisInput, Judged, Work } from './input';
import { explainAll, violatedIn, type Found } from './components';
import { withExchanges } from './exchanges';
import { stretchesOf } from './stretches';
import type { Budget } from './weigh';
import { effectsOf, worldOf, type CellId, type World } from './world';

export interface InTables extends Found {
  /** By `cellKey`: cells that claimed causes change, those too whose unit is wrong, and what formulas make of them. */
  readonly wrong: ReadonlySet<string>;
  /** By `cellKey`: cells of which another says something else, it not being known which is right, and what formulas make of them. */
  readonly disputed: ReadonlySet<string>;
}

export function* explainTables(
  { facts, relations, contentOf }: DiagnosisInput,
  sentences: readonly Judged[],
  budget: Budget,
): Work<InTables> {
  if (violatedIn(relations).length === 0) return { causes: [], capped: 0, wrong: new Set(), disputed: new Set() };
  const voting = [...relations, ...sentences.map((sentence) => ({ ...sentence, weak: true }))];
  const worldFor = (some: readonly Judged[]): World => worldOf({ relations: some, ...(contentOf ? { contentOf } : {}) }, facts.facts);
  const whole = worldFor(voting);
  yield 0;
  const stretches = yield* stretchesOf(whole, violatedIn(voting), budget, contentOf);
  const rest = stretches.explained.size === 0 ? voting : voting.filter((_, at) => !stretches.explained.has(at));
  const found = yield* explainAll(rest === voting ? whole : worldFor(rest), violatedIn(rest), budget);
  const causes = withExchanges([...stretches.causes, ...found.causes]);
  const claimed = causes.filter(({ confidence }) => confidence >= CLAIM);
  const mended = new Set(claimed.flatMap(({ findings }) => findings));
  const open = violatedIn(relations).filter((at) => !mended.has(relations[at]?.finding?.id ?? ''));
  const named = claimed.flatMap(({ cells }) => cells.map(({ cell }) => cellKey(cell)));
  return {
    ...found,
    causes,
    wrong: withComputed(
      whole,
      [...stretches.wrong, ...named].flatMap((key) => whole.idOf(key) ?? []),
    ),
    disputed: withComputed(
      whole,
      open.flatMap((at) => [...(whole.cellsOf[at]?.keys() ?? [])]),
    ),
  };
}

/** By `cellKey`. */
function withComputed(world: World, cells: readonly CellId[]): ReadonlySet<string> {
  const all = cells.flatMap((id) => [...effectsOf(world, id).keys()]);
  return new Set(all.map((id) => cellKey((world.facts[id] as Fact).cell)));
}
