/** Which question this file answers: what comes of a workbook as it was read: the findings, and the cells to be marked for them. */
import type { CellAnnotation, CheckResult, Workbook } from '../core';
import { annotationsOf } from '../present/annotations';
import { resultOfSheet } from '../present/scope';
import type { Desk } from './desk';

/** With a `scope` only what touches that sheet. */
export function examine(
  desk: Desk,
  workbook: Workbook,
  scope: string | undefined,
): { readonly result: CheckResult; readonly annotations: readonly CellAnnotation[] } {
  const { check, locale } = desk.tools;
  const whole = check(workbook);
  const result = scope === undefined ? whole : resultOfSheet(whole, scope);
  return { result, annotations: annotationsOf(result, locale, { workbook }) };
}
