/** Which question this file answers: what comes of a workbook as it was read: the findings, and the cells to be marked for them. */
import type { CellAnnotation, CheckProgress, CheckResult, Workbook } from '../core';
import { annotationsOf } from '../present/annotations';
import { resultOfSheet } from '../present/scope';
import type { Preferences } from '../core/settings';
import type { Desk } from './desk';
import { withBeside } from './documents';
import { preferencesFor } from './preferences';
import { breathing } from './steps';

/** With what is checked along (documents, last year); with a `scope` only what touches that sheet. */
export async function examine(
  desk: Desk,
  workbook: Workbook,
  scope: string | undefined,
  tell: (progress: CheckProgress) => void = () => undefined,
): Promise<{ readonly preferences: Preferences; readonly result: CheckResult; readonly annotations: readonly CellAnnotation[] }> {
  const { check, locale } = desk.tools;
  const preferences = preferencesFor(desk, workbook);
  const whole = await breathing(desk, check(withBeside(workbook, desk.now.beside)), tell);
  const result = scope === undefined ? whole : resultOfSheet(whole, scope);
  return { preferences, result, annotations: annotationsOf(result, locale, { workbook, ...preferences.display }) };
}
