/** Which question this file answers: what comes of a workbook as it was read: the findings, and the cells to be marked for them. */
import type { CellAnnotation, CheckProgress, CheckResult, Workbook } from '../core';
import { annotationsOf } from '../present/annotations';
import { resultOfSheet } from '../present/scope';
import type { Preferences } from '../core/settings';
import type { Desk } from './desk';
import { withBeside } from './documents';
import { preferencesFor } from './preferences';
import { breathing } from './steps';

export interface Examined {
  readonly preferences: Preferences;
  readonly result: CheckResult;
  readonly annotations: readonly CellAnnotation[];
}

/** With what is checked along (documents, last year); with a `scope` only what touches that sheet, also in what is told on the way. */
export async function examine(
  desk: Desk,
  workbook: Workbook,
  scope: string | undefined,
  tell: (progress: CheckProgress) => void,
): Promise<Examined> {
  const { check, locale } = desk.tools;
  const preferences = preferencesFor(desk, workbook);
  const seen = (whole: CheckResult): CheckResult => (scope === undefined ? whole : resultOfSheet(whole, scope));
  const whole = await breathing(desk, check(withBeside(workbook, desk.now.beside)), (step) =>
    tell(step.found ? { ...step, found: seen(step.found) } : step),
  );
  const result = seen(whole);
  return { preferences, result, annotations: annotationsOf(result, locale, { workbook, ...preferences.display }) };
}
