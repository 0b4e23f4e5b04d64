/** Which question this file answers: what of a check's result concerns one sheet. */
import type { CheckResult } from '../core/model';

/** The findings with a cell on the sheet, and the causes that explain one of them; tables and counts stay those of the whole workbook. */
export function resultOfSheet(result: CheckResult, sheet: string): CheckResult {
  const findings = result.findings.filter(({ cells }) => cells.some(({ cell }) => cell.sheet === sheet));
  const ids = new Set(findings.map(({ id }) => id));
  return {
    ...result,
    findings,
    causes: result.causes.filter((cause) => cause.findings.some((id) => ids.has(id))),
    skipped: result.skipped.filter((entry) => entry.sheet === undefined || entry.sheet === sheet),
  };
}
