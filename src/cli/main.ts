/** Which question this file answers: what does the command print, where, and with which exit code? */
import { writeFileSync } from 'node:fs';
import packageJson from '../../package.json';
import { translate } from '../i18n';
import { reportOf, reportOfAll } from '../present/json';
import { textOf, textTotal } from '../present/text';
import { oneLine } from '../present/width';
import { parseArguments, type CheckRequest } from './arguments';
import { checkInputs, exitCodeOf, type Outcome } from './check';
import { errorCode, inputsOf } from './inputs';

/** What the command needs of the process. */
export interface Terminal {
  out(text: string): void;
  /** Standard error. */
  complain(text: string): void;
  /** True when standard output is a terminal that shows colours. */
  readonly colour: boolean;
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
      return check(request, terminal);
  }
}

async function check(request: CheckRequest, terminal: Terminal): Promise<0 | 1 | 2> {
  const outcome = await checkInputs(inputsOf(request.paths), request.locale);
  for (const { file, reason } of outcome.errors) terminal.complain(`${oneLine(file)}: ${oneLine(reason)}\n`);
  const colour = terminal.colour && request.output === null;
  const text = request.format === 'json' ? jsonOf(outcome, request) : readable(outcome, request, colour);
  const written = request.output === null || write(request.output, text, request, terminal);
  if (request.output === null || !written) terminal.out(text);
  return written ? exitCodeOf(outcome, request.failOn) : 2;
}

function jsonOf({ checked, errors }: Outcome, { locale }: CheckRequest): string {
  const workbooks = checked.map(({ file, result }) => reportOf(result, file, locale));
  return `${JSON.stringify(reportOfAll(workbooks, errors), null, 2)}\n`;
}

function readable({ checked, errors }: Outcome, { locale }: CheckRequest, colour: boolean): string {
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
function write(file: string, text: string, { locale }: CheckRequest, terminal: Terminal): boolean {
  try {
    writeFileSync(file, text);
    return true;
  } catch (error) {
    terminal.complain(`gouji: ${oneLine(translate(locale, 'cli.error.output', { file, code: errorCode(error) }))}\n`);
    return false;
  }
}
