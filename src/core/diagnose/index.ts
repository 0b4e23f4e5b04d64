/**
 * Findings → causes: the door of the diagnosis. Violated relations that share cells are explained together: first by one cell,
 * then by the smallest set of up to three, else step by step; relations that hold are evidence for their cells. Findings that
 * rounding explains, and hints, never start a diagnosis. The method: Scholtus 2009 (CBS 09046), Fellegi and Holt as a
 * mixed-integer programme, both on intervals.
 */
import type { AmountRelation, Cause, Term } from '../model';
import { explain, explainWidely, type Explained } from './explain';
import { withExchanges } from './exchanges';
import { cellKey } from './formula';
import type { Diagnosis, DiagnosisInput, Judged } from './input';
import { labelCauses } from './labels';
import { shareCauses, wordCauses } from './narrative';
import { stretchesOf } from './stretches';
import { SurroundingsOf } from './surroundings';
import { cellsBeside, componentsOf, systemOf } from './system';
import { textEquations } from './texts';
import { Budget, Scales } from './weigh';
import { worldOf, type CellId, type World } from './world';

export type { Diagnosis, DiagnosisInput, Judged } from './input';

/** More violated relations in one piece are no slip but another table: nothing is searched there. */
const MOST_VIOLATED = 400;

/** Where nothing in few violated relations explains them, cells beside them are tried too: a figure and its total, both wrong. */
const MOST_WIDENED = 6;
const MOST_CELLS_WIDENED = 250;

/** Steps of the search that one diagnosis may take: some hundreds of milliseconds. */
const MOST_STEPS = 20_000;

/** From here on a cause is claimed. */
const CLAIM = 0.5;
const MOST_DOUBTFUL = 0.49;

function explainComponent(world: World, surroundings: SurroundingsOf, component: readonly number[], budget: Budget): Explained | null {
  if (component.length > MOST_VIOLATED) return null;
  const system = systemOf(world, component);
  if (!system) return null;
  const explained = explain(new Scales(world, system, surroundings, budget));
  if (!explained.open || component.length > MOST_WIDENED) return explained;
  const beside = cellsBeside(world, component);
  const wider = beside.size > MOST_CELLS_WIDENED ? null : systemOf(world, component, beside);
  return (wider && explainWidely(new Scales(world, wider, surroundings, budget))) ?? explained;
}

interface Found {
  readonly causes: readonly Cause[];
  /** How many violated relations were not searched to the end. */
  readonly capped: number;
  /** Further cells that are wrong, by `cellKey`: those whose unit is. */
  readonly wrong?: ReadonlySet<string>;
}

function explainAll(world: World, violated: readonly number[], budget: Budget, joins?: (id: CellId) => boolean): Found {
  const surroundings = new SurroundingsOf(world);
  const causes: Cause[] = [];
  let capped = 0;
  for (const component of componentsOf(world, violated, joins)) {
    const explained = explainComponent(world, surroundings, component, budget);
    if (!explained || explained.capped) capped += component.length;
    causes.push(...(explained?.causes ?? []));
  }
  return { causes, capped };
}

/** Positions of the relations that are violated and must hold. */
function violatedIn(relations: readonly Judged[]): readonly number[] {
  return relations.flatMap(({ judgement, weak }, at) => (judgement.verdict === 'mismatch' && !weak ? [at] : []));
}

/** What is wrong in the tables; sentences only vote. */
function explainTables({ facts, relations, contentOf }: DiagnosisInput, sentences: readonly Judged[], budget: Budget): Found {
  if (violatedIn(relations).length === 0) return { causes: [], capped: 0 };
  const voting = [...relations, ...sentences.map((sentence) => ({ ...sentence, weak: true }))];
  const worldFor = (some: readonly Judged[]): World => worldOf({ relations: some, ...(contentOf ? { contentOf } : {}) }, facts.facts);
  const whole = worldFor(voting);
  const stretches = stretchesOf(whole, violatedIn(voting), budget, contentOf);
  const rest = stretches.explained.size === 0 ? voting : voting.filter((_, at) => !stretches.explained.has(at));
  const found = explainAll(rest === voting ? whole : worldFor(rest), violatedIn(rest), budget);
  return { ...found, causes: withExchanges([...stretches.causes, ...found.causes], CLAIM), wrong: stretches.wrong };
}

/** Sentences that still disagree: where the tables agree among themselves the words are wrong, where sentences agree, the cell. */
function explainSentences(
  input: DiagnosisInput,
  sentences: readonly Judged[],
  { causes: tables, wrong: further }: Found,
  budget: Budget,
): Found {
  const claimed = tables.filter(({ confidence }) => confidence >= CLAIM);
  const mended = new Set(claimed.flatMap(({ findings }) => findings));
  const wrong = new Set([...claimed.flatMap(({ cells }) => cells.map(({ cell }) => cellKey(cell))), ...(further ?? [])]);
  const open = sentences.filter(({ relation, finding }) => {
    if (finding === null) return true;
    // A sentence that names a wrong cell and disagrees with the right amount too: what it should say is another question.
    return !mended.has(finding.id) && !termsOf(relation).some(({ fact }) => !fact.words && wrong.has(cellKey(fact.cell)));
  });
  if (violatedIn(open).length === 0) return { causes: [], capped: 0 };
  const relations = [...input.relations.filter(({ judgement, weak }) => !weak && judgement.verdict !== 'mismatch'), ...open];
  const world = worldOf({ relations });
  const stands = (id: CellId): boolean =>
    (world.relationsOf[id] ?? []).some((at) => {
      const relation = world.relations[at]?.relation;
      return relation?.op === '=' && !termsOf(relation).some(({ fact }) => fact.words);
    });
  const found = explainAll(world, violatedIn(relations), budget, (id) => !stands(id));
  return { ...found, causes: withDoubt(found.causes, input.relations, open, tables) };
}

/** Nothing is claimed of words beside a cell of which another table says something else, as long as it is not known which is right. */
function withDoubt(
  causes: readonly Cause[],
  relations: readonly Judged[],
  sentences: readonly Judged[],
  tables: readonly Cause[],
): readonly Cause[] {
  const mended = new Set(tables.filter(({ confidence }) => confidence >= CLAIM).flatMap(({ findings }) => findings));
  const disputed = new Set(
    relations
      .filter(({ judgement, weak, finding }) => judgement.verdict === 'mismatch' && !weak && finding && !mended.has(finding.id))
      .flatMap(({ relation }) => termsOf(relation).map(({ fact }) => cellKey(fact.cell))),
  );
  if (disputed.size === 0) return causes;
  const beside = sentences.filter(({ relation }) => termsOf(relation).some(({ fact }) => !fact.words && disputed.has(cellKey(fact.cell))));
  // Through formulas a candidate of the tables may mend a sentence that names none of the disputed cells.
  const doubtful = new Set([...beside.flatMap(({ finding }) => finding?.id ?? []), ...tables.flatMap(({ findings }) => findings)]);
  return causes.map((cause) =>
    cause.findings.some((id) => doubtful.has(id)) ? { ...cause, confidence: Math.min(cause.confidence, MOST_DOUBTFUL) } : cause,
  );
}

const termsOf = ({ left, right }: AmountRelation): readonly Term[] => [...left, ...right];

export function diagnose(input: DiagnosisInput): Diagnosis {
  const budget = new Budget(MOST_STEPS);
  const sentences = textEquations(input.texts ?? []);
  const tables = explainTables(input, sentences, budget);
  const text = explainSentences(input, sentences, tables, budget);
  const shares = shareCauses(
    input.findings,
    [...tables.causes, ...text.causes].filter(({ confidence }) => confidence >= CLAIM),
  );
  const amounts = [...tables.causes, ...text.causes].map((cause) => ({
    ...cause,
    findings: [...cause.findings, ...(shares.following.get(cause) ?? [])],
  }));
  const causes = [...labelCauses(input.facts, input.findings), ...wordCauses(input.findings), ...amounts, ...shares.causes];
  const capped = tables.capped + text.capped;
  const order = new Map(input.findings.map(({ id }, at) => [id, at]));
  const place = (id: string): number => order.get(id) ?? order.size;
  const distinct = new Map<string, Cause>();
  for (const cause of causes) {
    if (cause.findings.length === 0) continue;
    const sorted = { ...cause, findings: [...cause.findings].sort((a, b) => place(a) - place(b)) };
    // Two components whose cells are wrong together are each explained by the same cause.
    const key = JSON.stringify([
      sorted.cells.map(({ cell, suggested }) => [cell.sheet, cell.row, cell.column, suggested]),
      sorted.findings,
    ]);
    const known = distinct.get(key);
    if (!known || known.confidence < sorted.confidence) distinct.set(key, sorted);
  }
  const listed = [...distinct.values()];
  const first = ({ findings }: Cause): number => place(findings[0] ?? '');
  // Sorting is stable: alternatives of one confidence stay in the order of their cells.
  listed.sort((a, b) => b.confidence - a.confidence || first(a) - first(b));
  return {
    causes: listed,
    skipped: capped === 0 ? [] : [{ rule: 'diagnose', reason: { id: 'skip.diagnosis-capped', data: { count: String(capped) } } }],
  };
}
