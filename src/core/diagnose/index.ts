/** Findings → causes: the door of the diagnosis. */
import type { Diagnosis, DiagnosisInput } from './input';
import { labelCauses } from './labels';

export function diagnose({ facts, findings }: DiagnosisInput): Diagnosis {
  return { causes: labelCauses(facts, findings), skipped: [] };
}
