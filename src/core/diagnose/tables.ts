/** What is wrong in the tables? Slips of many cells first, then single cells; what sentences say only votes. */
import type { DiagnosisInput, Judged, Work } from './input';
import { explainAll, violatedIn, type Found } from './components';
import { withExchanges } from './exchanges';
import { stretchesOf } from './stretches';
import type { Budget } from './weigh';
import { worldOf, type World } from './world';

export interface InTables extends Found {
  /** Cells that are wrong, by `cellKey`, though no cause names them: those whose unit is. */
  readonly wrong: ReadonlySet<string>;
}

export function* explainTables(
  { facts, relations, contentOf }: DiagnosisInput,
  sentences: readonly Judged[],
  budget: Budget,
): Work<InTables> {
  if (violatedIn(relations).length === 0) return { causes: [], capped: 0, wrong: new Set() };
  const voting = [...relations, ...sentences.map((sentence) => ({ ...sentence, weak: true }))];
  const worldFor = (some: readonly Judged[]): World => worldOf({ relations: some, ...(contentOf ? { contentOf } : {}) }, facts.facts);
  const whole = worldFor(voting);
  yield 0;
  const stretches = yield* stretchesOf(whole, violatedIn(voting), budget, contentOf);
  const rest = stretches.explained.size === 0 ? voting : voting.filter((_, at) => !stretches.explained.has(at));
  const found = yield* explainAll(rest === voting ? whole : worldFor(rest), violatedIn(rest), budget);
  return { ...found, causes: withExchanges([...stretches.causes, ...found.causes]), wrong: stretches.wrong };
}
