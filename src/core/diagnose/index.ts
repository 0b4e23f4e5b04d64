/**
 * Findings → causes: the door of the diagnosis. Violated relations that share cells are explained together: first by one cell,
 * then by the smallest set of up to three, else step by step; relations that hold are evidence for their cells. Findings that
 * rounding explains, and hints, never start a diagnosis. The method: Scholtus 2009 (CBS 09046), Fellegi and Holt as a
 * mixed-integer programme, both on intervals.
 */
import type { Cause } from '../model';
import { explain, explainWidely, type Explained } from './explain';
import type { Diagnosis, DiagnosisInput } from './input';
import { labelCauses } from './labels';
import { SurroundingsOf } from './surroundings';
import { cellsBeside, componentsOf, systemOf } from './system';
import { Budget, Scales } from './weigh';
import { worldOf, type World } from './world';

export type { Diagnosis, DiagnosisInput, Judged } from './input';

/** More violated relations in one piece are no slip but another table: nothing is searched there. */
const MOST_VIOLATED = 400;

/** Where nothing in few violated relations explains them, cells beside them are tried too: a figure and its total, both wrong. */
const MOST_WIDENED = 6;
const MOST_CELLS_WIDENED = 250;

/** Steps of the search that one diagnosis may take: some hundreds of milliseconds. */
const MOST_STEPS = 20_000;

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

export function diagnose(input: DiagnosisInput): Diagnosis {
  const causes: Cause[] = [...labelCauses(input.facts, input.findings)];
  const violated = input.relations.flatMap(({ judgement, weak }, at) => (judgement.verdict === 'mismatch' && !weak ? [at] : []));
  let capped = 0;
  if (violated.length > 0) {
    const world = worldOf(input);
    const surroundings = new SurroundingsOf(world);
    const budget = new Budget(MOST_STEPS);
    for (const component of componentsOf(world, violated)) {
      const explained = explainComponent(world, surroundings, component, budget);
      if (!explained || explained.capped) capped += component.length;
      causes.push(...(explained?.causes ?? []));
    }
  }
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
