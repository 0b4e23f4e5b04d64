/**
 * Findings → causes: the door of the diagnosis. Violated relations that share cells are explained together: first by one cell,
 * then by the smallest set of up to three, else step by step; relations that hold are evidence for their cells. Findings that
 * rounding explains, and hints, never start a diagnosis. The method: Scholtus 2009 (CBS 09046), Fellegi and Holt as a
 * mixed-integer programme, both on intervals.
 */
import { CLAIM, type Cause, type Finding } from '../model';
import { drain, type Steps } from '../progress';
import { violatedIn } from './components';
import type { Diagnosis, DiagnosisInput, Work } from './input';
import { labelCauses } from './labels';
import { shareCauses, wordCauses } from './narrative';
import { withOldResults } from './oldResults';
import { productEquations, withFactors } from './products';
import { explainSentences } from './sentences';
import { explainTables } from './tables';
import { textEquations } from './texts';
import { Budget } from './weigh';

export type { Diagnosis, DiagnosisInput, Judged } from './input';

/** Steps of the search that one diagnosis may take: some hundreds of milliseconds. */
const MOST_STEPS = 20_000;

export function diagnose(input: DiagnosisInput): Diagnosis {
  return drain(diagnoseSteps(input));
}

/** The same in steps, counted in violated relations. */
export function* diagnoseSteps(given: DiagnosisInput): Steps<Diagnosis> {
  const { products = [] } = given;
  const input = { ...given, relations: [...given.relations, ...productEquations(products)] };
  const budget = new Budget(MOST_STEPS);
  const sentences = textEquations(input.texts ?? []);
  const violated = violatedIn(input.relations).length;
  const total = Math.max(1, violated + violatedIn(sentences).length);
  const tables = yield* counted(explainTables(input, sentences, budget), 0, violated, total);
  const text = yield* counted(explainSentences(input, sentences, tables, budget), violated, total, total);
  const inTables = withOldResults(withFactors(tables.causes, products, given.relations), input.facts, input.findings);
  const found = [...inTables, ...text.causes];
  const shares = shareCauses(
    input.findings,
    found.filter(({ confidence }) => confidence >= CLAIM),
  );
  const amounts = found.map((cause) => ({ ...cause, findings: [...cause.findings, ...(shares.following.get(cause) ?? [])] }));
  const causes = [...labelCauses(input.facts, input.findings), ...wordCauses(input.findings), ...amounts, ...shares.causes];
  const capped = tables.capped + text.capped;
  return {
    causes: listed(causes, input.findings),
    skipped: capped === 0 ? [] : [{ rule: 'diagnose', reason: { id: 'skip.diagnosis-capped', data: { count: String(capped) } } }],
  };
}

/** Work that deals with the violated relations `from` … `to` of all. */
function* counted<T>(work: Work<T>, from: number, to: number, total: number): Steps<T> {
  let done = from;
  for (;;) {
    if (done < total) yield { phase: 'diagnose', done, total };
    const step = work.next();
    if (step.done === true) return step.value;
    done = Math.min(to, done + step.value);
  }
}

/** Each once, by falling confidence. */
function listed(causes: readonly Cause[], findings: readonly Finding[]): readonly Cause[] {
  const order = new Map(findings.map(({ id }, at) => [id, at]));
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
  const first = ({ findings: own }: Cause): number => place(own[0] ?? '');
  // Sorting is stable: alternatives of one confidence stay in the order of their cells.
  return [...distinct.values()].sort((a, b) => b.confidence - a.confidence || first(a) - first(b));
}
