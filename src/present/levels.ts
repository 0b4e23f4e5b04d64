/** Which question this file answers: how many findings are there at each level, and which of them does a person have to look into? */
import type { Finding } from '../core/model';

/** What the user counts: the three severities, and rounding gaps, which nobody has to correct, apart. */
export const LEVELS = ['error', 'warning', 'info', 'rounding'] as const;
export type Level = (typeof LEVELS)[number];

export function levelOf(finding: Finding): Level {
  return finding.class === 'rounding' ? 'rounding' : finding.severity;
}

/** Accepted findings do not count. */
export function countLevels(findings: readonly Finding[]): Readonly<Record<Level, number>> {
  const counts = { error: 0, warning: 0, info: 0, rounding: 0 };
  for (const finding of findings) if (finding.accepted === undefined) counts[levelOf(finding)] += 1;
  return counts;
}

/** Errors and warnings: what is certain to need a correction. */
export function attentionCount(findings: readonly Finding[]): number {
  const { error, warning } = countLevels(findings);
  return error + warning;
}
