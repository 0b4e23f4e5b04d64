/** Which question this file answers: what comes of checking these inputs? Files in; results, unreadable files and exit code out. */
import { readFileSync } from 'node:fs';
import { checkWorkbook, type CheckResult, type Severity, type Workbook } from '../core';
import { FileError } from '../core/file-error';
import { translate, type Locale } from '../i18n';
import type { ErrorReport } from '../present/json';
import { fileSystemReason, type Input } from './inputs';

export interface Checked {
  readonly file: string;
  readonly result: CheckResult;
}

export interface Outcome {
  readonly checked: readonly Checked[];
  readonly errors: readonly ErrorReport[];
}

/** The readers are evaluated only when such a file is met. */
async function readDocument(bytes: Uint8Array, file: string): Promise<Workbook> {
  if (/\.docx$/i.test(file)) return (await import('../docx')).readDocx(bytes);
  return (await import('../xlsx')).readAny(bytes);
}

/** Checks one input after the other. An unreadable one never stops the rest. */
export async function checkInputs(inputs: readonly Input[], locale: Locale): Promise<Outcome> {
  const checked: Checked[] = [];
  const errors: ErrorReport[] = [];
  for (const input of inputs) {
    const { file } = input;
    const outcome = input.error === undefined ? await checkFile(file) : input.error;
    if ('result' in outcome) checked.push({ file, result: outcome.result });
    else errors.push({ file, reason: translate(locale, outcome.id, outcome.data) });
  }
  return { checked, errors };
}

type Failure = NonNullable<Input['error']>;

async function checkFile(file: string): Promise<{ readonly result: CheckResult } | Failure> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return fileSystemReason(error);
  }
  try {
    return { result: checkWorkbook(await readDocument(bytes, file)) };
  } catch (error) {
    if (error instanceof FileError) return { id: error.id, data: error.data };
    // One file that meets a fault of ours must not hide what was found in the others.
    return { id: 'cli.error.internal', data: { message: error instanceof Error ? error.message : String(error) } };
  }
}

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** 2 when some input could not be read; else 1 when a finding reaches `failOn`; else 0. */
export function exitCodeOf({ checked, errors }: Outcome, failOn: Severity): 0 | 1 | 2 {
  if (errors.length > 0) return 2;
  return checked.some(({ result }) => result.findings.some(({ severity }) => RANK[severity] >= RANK[failOn])) ? 1 : 0;
}
