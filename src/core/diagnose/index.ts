/**
 * Findings → causes: the door of the diagnosis. Violated relations that share cells are explained together: first by one cell,
 * then by the smallest set of up to three, else step by step; relations that hold are evidence for their cells. Findings that
 * rounding explains, and hints, never start a diagnosis. The method: Scholtus 2009 (CBS 09046), Fellegi and Holt as a
 * mixed-integer programme, both on intervals.
 */
import type { Cause } from '../model';
import { explain } from './explain';
import type { Diagnosis, DiagnosisInput } from './input';
import { labelCauses } from './labels';
import { SurroundingsOf } from './surroundings';
import { componentsOf, systemOf } from './system';
import { Scales } from './weigh';
import { worldOf } from './world';

export type { Diagnosis, DiagnosisInput, Judged } from './input';

/** More violated relations in one piece are no slip but another table: nothing is searched there. */
const MOST_VIOLATED = 400;

export function diagnose(input: DiagnosisInput): Diagnosis {
  const causes: Cause[] = [...labelCauses(input.facts, input.findings)];
  const violated = input.relations.flatMap(({ judgement, weak }, at) => (judgement.verdict === 'mismatch' && !weak ? [at] : []));
  let capped = 0;
  if (violated.length > 0) {
    const world = worldOf(input);
    const surroundings = new SurroundingsOf(world);
    for (const component of componentsOf(world, violated)) {
      const system = component.length > MOST_VIOLATED ? null : systemOf(world, component);
      const explained = system ? explain(new Scales(world, system, surroundings)) : null;
      if (!explained || explained.capped) capped += component.length;
      causes.push(...(explained?.causes ?? []));
    }
  }
  const order = new Map(input.findings.map(({ id }, at) => [id, at]));
  const place = (id: string): number => order.get(id) ?? order.size;
  const listed = causes
    .filter(({ findings }) => findings.length > 0)
    .map((cause) => ({ ...cause, findings: [...cause.findings].sort((a, b) => place(a) - place(b)) }));
  const first = ({ findings }: Cause): number => place(findings[0] ?? '');
  // Sorting is stable: alternatives of one confidence stay in the order of their cells.
  listed.sort((a, b) => b.confidence - a.confidence || first(a) - first(b));
  return {
    causes: listed,
    skipped: capped === 0 ? [] : [{ rule: 'diagnose', reason: { id: 'skip.diagnosis-capped', data: { count: String(capped) } } }],
  };
}
