/**
 * Which question this file answers: how are copies of workbooks written: cleaned of everything of Gouji's, or with its marks, notes and
 * 差异清单. What was read is never written over, nor any other file that is there.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkWorkbook } from '../core';
import { FileError } from '../core/file-error';
import { decodeSettings } from '../core/settings';
import { translate, type Locale } from '../i18n';
import { annotationsOf } from '../present/annotations';
import { discrepancySheet } from '../present/discrepancySheet';
import { oneLine } from '../present/width';
import { annotateXlsx, publicCopy, readXlsx } from '../xlsx';
import type { CopyRequest } from './arguments';
import { errorCode, fileSystemReason, inputsOf, type Input } from './inputs';
import type { Terminal } from './main';

/** 0 when every copy was written, else 2; one line on standard error for each file that was not. */
export function writeCopies(request: CopyRequest, terminal: Terminal): 0 | 2 {
  const { command, locale, output } = request;
  let failed = false;
  for (const input of inputsOf(request.paths)) {
    const target = path.join(output, placeIn(request.paths, input.file));
    const problem = writeCopy(input, target, (bytes) => (command === 'clean' ? publicCopy(bytes) : annotated(bytes, locale)));
    if (problem === null) {
      terminal.out(`${oneLine(translate(locale, 'cli.copy.written', { file: input.file, target }))}\n`);
      continue;
    }
    failed = true;
    terminal.complain(`${oneLine(input.file)}: ${oneLine(translate(locale, problem.id, problem.data))}\n`);
  }
  return failed ? 2 : 0;
}

/** Where a copy goes: a folder's files keep their places below it, since those of many units often have one name. */
function placeIn(paths: readonly string[], file: string): string {
  const folder = paths.map((given) => `${given.replace(/\/+$/, '')}/`).find((given) => file.startsWith(given));
  return folder === undefined ? path.basename(file) : file.slice(folder.length);
}

type Problem = NonNullable<Input['error']>;

function writeCopy(input: Input, target: string, make: (bytes: Uint8Array) => Uint8Array): Problem | null {
  if (input.error !== undefined) return input.error;
  if (!/\.xls[xm]$/i.test(input.file)) return { id: 'cli.copy.not-xlsx', data: {} };
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(input.file);
  } catch (error) {
    return fileSystemReason(error);
  }
  try {
    const copy = make(bytes);
    mkdirSync(path.dirname(target), { recursive: true });
    // `wx` refuses to write over a file, the one that was read among them.
    writeFileSync(target, copy, { flag: 'wx' });
    return null;
  } catch (error) {
    if (error instanceof FileError) return { id: error.id, data: error.data };
    if (errorCode(error) === 'EEXIST') return { id: 'cli.copy.exists', data: { target } };
    return { id: 'cli.copy.not-written', data: { target, code: errorCode(error) } };
  }
}

function annotated(bytes: Uint8Array, locale: Locale): Uint8Array {
  const workbook = readXlsx(bytes);
  const result = checkWorkbook(workbook);
  const { display = {} } = decodeSettings(workbook.settings).settings;
  const language = display.locale ?? locale;
  return annotateXlsx(bytes, annotationsOf(result, language, { workbook, ...display }), {
    discrepancies: (earlier) => discrepancySheet(result, language, { workbook, earlier }),
  });
}
