/** Which sentences are wrong, once it is known what is wrong in the tables? What they state is equations beside those of the tables. */
import { CLAIM, NO_CLAIM, type AmountRelation, type Cause, type Term } from '../model';
import { explainAll, violatedIn, type Found } from './components';
import { cellKey } from './formula';
import type { DiagnosisInput, Judged, Work } from './input';
import type { Budget } from './weigh';
import type { InTables } from './tables';
import { worldOf, type CellId, type World } from './world';

/** Sentences that still disagree: where the tables agree among themselves the words are wrong, where sentences agree, the cell. */
export function* explainSentences(input: DiagnosisInput, sentences: readonly Judged[], tables: InTables, budget: Budget): Work<Found> {
  const claimed = tables.causes.filter(({ confidence }) => confidence >= CLAIM);
  const mended = new Set(claimed.flatMap(({ findings }) => findings));
  // A sentence that names a wrong cell and disagrees with the right amount too: what it should say is another question.
  const open = sentences.filter(({ relation, finding }) => finding === null || !(mended.has(finding.id) || names(relation, tables.wrong)));
  if (violatedIn(open).length === 0) return { causes: [], capped: 0 };
  const relations = [...input.relations.filter(({ judgement, weak }) => !weak && judgement.verdict !== 'mismatch'), ...open];
  const { contentOf } = input;
  const stated = worldOf({ relations, ...(contentOf ? { contentOf } : {}) });
  const world = { ...stated, fixed: new Set([...stated.fixed, ...standing(stated)]) };
  const found = yield* explainAll(world, violatedIn(relations), budget);
  return { ...found, causes: withDoubt(found.causes, open, tables) };
}

/** The cells that equations of the tables vouch for: what only sums up what stands there vouches for nothing. */
function standing({ relations, cellsOf, selfMade }: World): readonly CellId[] {
  return relations.flatMap(({ relation }, at) => {
    const vouches = relation.op === '=' && !selfMade.has(at) && !termsOf(relation).some(({ fact }) => fact.words);
    return vouches ? [...(cellsOf[at]?.keys() ?? [])] : [];
  });
}

/** Nothing is claimed of words beside a cell of which another table says something else, as long as it is not known which is right. */
function withDoubt(causes: readonly Cause[], sentences: readonly Judged[], { causes: tables, disputed }: InTables): readonly Cause[] {
  if (disputed.size === 0) return causes;
  const beside = sentences.filter(({ relation }) => names(relation, disputed));
  // Through formulas a candidate of the tables may mend a sentence that names none of the disputed cells.
  const doubtful = new Set([...beside.flatMap(({ finding }) => finding?.id ?? []), ...tables.flatMap(({ findings }) => findings)]);
  return causes.map((cause) =>
    cause.findings.some((id) => doubtful.has(id)) ? { ...cause, confidence: Math.min(cause.confidence, NO_CLAIM) } : cause,
  );
}

/** Whether any of the cells, by `cellKey`, stands in the relation. */
function names(relation: AmountRelation, cells: ReadonlySet<string>): boolean {
  return termsOf(relation).some(({ fact }) => !fact.words && cells.has(cellKey(fact.cell)));
}

const termsOf = ({ left, right }: AmountRelation): readonly Term[] => [...left, ...right];
