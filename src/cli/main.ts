/** Which question this file answers: what does the command print, where, and with which exit code? */
import { writeFileSync } from 'node:fs';
import packageJson from '../../package.json';
import { translate } from '../i18n';
import { checkWorkbook, readTables, type CheckResult } from '../core';
import { reportOf, reportOfAll } from '../present/json';
import { tablesReport, tablesText, type Inventory } from '../present/tables';
import { textOf, textTotal } from '../present/text';
import { oneLine } from '../present/width';
import { readBeside } from './beside';
import { parseArguments, type CheckRequest, type TablesRequest } from './arguments';
import { examineInputs, exitCodeOf, type Outcome } from './check';
import { writeCopies } from './copies';
import { errorCode, inputsOf } from './inputs';
import { isRule, readPreferences } from './preferences';

/** What the command needs of the process. */
export interface Terminal {
  out(text: string): void;
  /** Standard error. */
  complain(text: string): void;
  /** True when standard output is a terminal that shows colours. */
  readonly colour: boolean;
  /** Shows a line that the next one replaces, '' to take it away. Absent where standard error is no terminal. */
  progress?(line: string): void;
}

/** Runs the command; the promise is of the exit code and never rejects for what is in a file. */
export async function main(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const request = parseArguments(args);
  switch (request.command) {
    case 'help':
      terminal.out(translate(request.locale, 'cli.help'));
      return 0;
    case 'version':
      terminal.out(`${packageJson.version}\n`);
      return 0;
    case 'wrong':
      terminal.complain(`gouji: ${oneLine(translate(request.locale, request.id, request.data))}\n`);
      return 2;
    case 'check':
    case 'tables':
      return run(request, terminal);
    case 'clean':
    case 'annotate':
      return writeCopies(request, terminal);
  }
}

type RunRequest = CheckRequest | TablesRequest;

async function run(request: RunRequest, terminal: Terminal): Promise<0 | 1 | 2> {
  const { locale } = request;
  const read = await readPreferences(request, locale);
  if ('wrong' in read) {
    terminal.complain(`${oneLine(read.file)}: ${oneLine(read.wrong)}\n`);
    return 2;
  }
  const { preferences: overrides } = read;
  const unknown = request.without.find((rule) => !isRule(rule));
  if (unknown !== undefined) {
    terminal.complain(`gouji: ${oneLine(translate(locale, 'cli.usage.unknown-rule', { rule: unknown }))}\n`);
    return 2;
  }
  const inputs = inputsOf(request.paths);
  const json = request.format === 'json';
  const colour = terminal.colour && request.output === null;
  if (request.command === 'check') {
    const beside = await readBeside(request);
    if ('wrong' in beside) {
      terminal.complain(`${oneLine(beside.file)}: ${oneLine(beside.wrong)}\n`);
      return 2;
    }
    // A text, or last year's workbook, is one workbook's own.
    if (inputs.length > 1 && (request.documents.length > 0 || request.lastYear !== null)) {
      terminal.complain(`gouji: ${translate(locale, 'cli.usage.beside-several', { count: String(inputs.length) })}\n`);
      return 2;
    }
    const outcome = await examineInputs(inputs, locale, terminal, (workbook) => checkWorkbook(beside.add(workbook), { overrides }));
    const text = json ? jsonOf(outcome, request) : readable(outcome, request, colour);
    return print(text, outcome, request, terminal) ? exitCodeOf(outcome, request.failOn) : 2;
  }
  const outcome = await examineInputs(inputs, locale, terminal, (workbook) => readTables(workbook, { overrides }));
  const text = json ? tablesJson(outcome, request) : outcome.checked.map(tablesOf(request, colour)).join('\n');
  return print(text, outcome, request, terminal) && outcome.errors.length === 0 ? 0 : 2;
}

/** Says what could not be read, and gives the text to the file that was asked for, or to standard output. */
function print(text: string, { errors }: Outcome<unknown>, request: RunRequest, terminal: Terminal): boolean {
  for (const { file, reason } of errors) terminal.complain(`${oneLine(file)}: ${oneLine(reason)}\n`);
  const written = request.output === null || write(request.output, text, request, terminal);
  if (request.output === null || !written) terminal.out(text);
  return written;
}

function tablesOf({ locale, evidence }: TablesRequest, colour: boolean) {
  return ({ file, result }: { readonly file: string; readonly result: Inventory }): string =>
    tablesText(result, file, { locale, colour, evidence });
}

function tablesJson({ checked, errors }: Outcome<Inventory>, { locale }: TablesRequest): string {
  const workbooks = checked.map(({ file, result }) => tablesReport(result, file, locale));
  return `${JSON.stringify(reportOfAll(workbooks, errors), null, 2)}\n`;
}

function jsonOf({ checked, errors }: Outcome<CheckResult>, { locale }: CheckRequest): string {
  const workbooks = checked.map(({ file, result }) => reportOf(result, file, locale));
  return `${JSON.stringify(reportOfAll(workbooks, errors), null, 2)}\n`;
}

function readable({ checked, errors }: Outcome<CheckResult>, { locale }: CheckRequest, colour: boolean): string {
  const options = { locale, colour };
  const texts = checked.map(({ file, result }) => textOf(result, file, options));
  if (checked.length + errors.length > 1) {
    texts.push(
      textTotal(
        checked.map(({ result }) => result),
        errors.length,
        options,
      ),
    );
  }
  return texts.join('\n');
}

/** False when the file cannot be written; nothing is lost then, the result goes to standard output. */
function write(file: string, text: string, { locale }: RunRequest, terminal: Terminal): boolean {
  try {
    writeFileSync(file, text);
    return true;
  } catch (error) {
    terminal.complain(`gouji: ${oneLine(translate(locale, 'cli.error.output', { file, code: errorCode(error) }))}\n`);
    return false;
  }
}
