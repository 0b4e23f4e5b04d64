/** Which question this file answers: what comes of checking these inputs? Files in; results, unreadable files and exit code out. */
import { readFileSync } from 'node:fs';
import type { CheckResult, Finding, Severity, Workbook } from '../core';
import { FileError } from '../core/file-error';
import { translate, type Locale } from '../i18n';
import type { ErrorReport } from '../present/json';
import { fileSystemReason, type Input } from './inputs';
import type { Terminal } from './main';
import { told } from './progress';

export interface Checked<T> {
  readonly file: string;
  readonly result: T;
}

export interface Outcome<T> {
  readonly checked: readonly Checked<T>[];
  readonly errors: readonly ErrorReport[];
}

/** The readers are evaluated only when such a file is met. */
async function readDocument(bytes: Uint8Array, file: string): Promise<Workbook> {
  if (/\.docx$/i.test(file)) return (await import('../docx')).readDocx(bytes);
  return (await import('../xlsx')).readAny(bytes);
}

/** Examines one input after the other. An unreadable one never stops the rest. */
export async function examineInputs<T>(
  inputs: readonly Input[],
  locale: Locale,
  terminal: Terminal,
  examine: (workbook: Workbook) => T,
): Promise<Outcome<T>> {
  const checked: Checked<T>[] = [];
  const errors: ErrorReport[] = [];
  for (const input of told(inputs, terminal)) {
    const { file } = input;
    const outcome = input.error === undefined ? await examineFile(file, examine) : input.error;
    if ('result' in outcome) checked.push({ file, result: outcome.result });
    else errors.push({ file, reason: translate(locale, outcome.id, outcome.data) });
  }
  return { checked, errors };
}

type Failure = NonNullable<Input['error']>;

async function examineFile<T>(file: string, examine: (workbook: Workbook) => T): Promise<{ readonly result: T } | Failure> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return fileSystemReason(error);
  }
  try {
    return { result: examine(await readDocument(bytes, file)) };
  } catch (error) {
    if (error instanceof FileError) return { id: error.id, data: error.data };
    // One file that meets a fault of ours must not hide what was found in the others.
    return { id: 'cli.error.internal', data: { message: error instanceof Error ? error.message : String(error) } };
  }
}

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** 2 when some input could not be read; else 1 when a finding that was not accepted reaches `failOn`; else 0. */
export function exitCodeOf({ checked, errors }: Outcome<CheckResult>, failOn: Severity): 0 | 1 | 2 {
  if (errors.length > 0) return 2;
  const counts = ({ severity, accepted }: Finding): boolean => !accepted && RANK[severity] >= RANK[failOn];
  return checked.some(({ result }) => result.findings.some(counts)) ? 1 : 0;
}
