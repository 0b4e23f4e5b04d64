/** Which question this file answers: what does the user ask for? Arguments → a request, or the sentence that says what is wrong. */
import type { Severity } from '../core/model';
import type { Locale } from '../i18n';
import { toleranceOf, type PreferenceRequest } from './preferences';

interface RunRequest extends PreferenceRequest {
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  readonly locale: Locale;
  /** `null` for standard output. */
  readonly output: string | null;
}

export interface CheckRequest extends RunRequest {
  readonly command: 'check';
  readonly failOn: Severity;
  /** Documents with the narrative of the one workbook. */
  readonly documents: readonly string[];
  /** Last year's workbook. */
  readonly lastYear: string | null;
}

/** The inventory of tables. */
export interface TablesRequest extends RunRequest {
  readonly command: 'tables';
  /** Say of each table why it was read so. */
  readonly evidence: boolean;
}

/** Copies of workbooks: without anything of Gouji's, or with its marks and sheet. */
export interface CopyRequest {
  readonly command: 'clean' | 'annotate';
  readonly paths: readonly string[];
  readonly locale: Locale;
  /** The folder that the copies go to. */
  readonly output: string;
}

export type Request =
  | CopyRequest
  | CheckRequest
  | TablesRequest
  | { readonly command: 'help' | 'version'; readonly locale: Locale }
  /** A message id of the dictionaries and its data. */
  | { readonly command: 'wrong'; readonly locale: Locale; readonly id: string; readonly data: Readonly<Record<string, string>> };

const VALUES = {
  '--format': ['text', 'json'],
  '--lang': ['zh-CN', 'en'],
  '--fail-on': ['error', 'warning', 'info'],
} as const;

/** What `tables` has no use for. */
const CHECK_ONLY = ['--fail-on', '--with', '--last-year', '--relations', '--tolerance', '--without'];
const COMMANDS = ['check', 'tables', 'annotate', 'clean'] as const;
const COPY_OPTIONS = ['--lang', '--output', '-o', '--'];
const TOLERANCES = 'interval exact 0.01万元';

class Wrong extends Error {
  constructor(
    readonly id: string,
    readonly data: Readonly<Record<string, string>> = {},
  ) {
    super(id);
  }
}

function isOneOf<T extends string>(values: readonly T[], value: string): value is T {
  return (values as readonly string[]).includes(value);
}

/** `--format json` and `--format=json` alike; after `--` everything is a path. */
export function parseArguments(args: readonly string[]): Request {
  const rest = [...args];
  const words: string[] = [];
  let locale: Locale = 'zh-CN';
  let format: CheckRequest['format'] = 'text';
  let failOn: Severity = 'error';
  let output: string | null = null;
  let accounts: string | null = null;
  let evidence = false;
  const documents: string[] = [];
  let lastYear: string | null = null;
  let tolerance: PreferenceRequest['tolerance'] = null;
  let relations: string | null = null;
  const without: string[] = [];
  const given = new Set<string>();
  let other: 'help' | 'version' | null = null;

  const valueOf = (option: string, values: string, value: string | null): string => {
    const text = value ?? rest.shift() ?? '';
    if (text === '') throw new Wrong('cli.usage.no-value', { option, values });
    return text;
  };
  const fileOf = (option: string, value: string | null): string => {
    return valueOf(option, 'FILE', value);
  };
  const amountOf = (option: string, value: string | null): NonNullable<typeof tolerance> => {
    const text = valueOf(option, TOLERANCES, value);
    const read = toleranceOf(text);
    if (read === null) throw new Wrong('cli.usage.bad-value', { option, value: text, values: TOLERANCES });
    return read;
  };
  const choose = <T extends string>(option: string, values: readonly T[], given: string | null): T => {
    const value = given ?? rest.shift();
    if (value === undefined) throw new Wrong('cli.usage.no-value', { option, values: values.join(' ') });
    if (!isOneOf(values, value)) throw new Wrong('cli.usage.bad-value', { option, value, values: values.join(' ') });
    return value;
  };

  try {
    for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
      const [, option = word, value = null] = /^(--[a-z-]+)=(.*)$/s.exec(word) ?? [];
      given.add(option);
      if (word === '--') words.push(...rest.splice(0));
      else if (option === '--help' || option === '-h') other = 'help';
      else if (option === '--version' || option === '-V') other ??= 'version';
      else if (option === '--format') format = choose(option, VALUES[option], value);
      else if (option === '--lang') locale = choose(option, VALUES[option], value);
      else if (option === '--fail-on') failOn = choose(option, VALUES[option], value);
      else if (option === '--output' || option === '-o') output = fileOf(option, value);
      else if (option === '--accounts') accounts = fileOf(option, value);
      else if (option === '--relations') relations = fileOf(option, value);
      else if (option === '--tolerance') tolerance = amountOf(option, value);
      else if (option === '--without') without.push(valueOf(option, 'RULE', value));
      else if (option === '--with') documents.push(fileOf(option, value));
      else if (option === '--last-year') lastYear = fileOf(option, value);
      else if (option === '--evidence') evidence = true;
      else if (/^-./.test(option)) throw new Wrong('cli.usage.unknown-option', { option });
      else words.push(word);
    }
    if (other !== null) return { command: other, locale };
    const [command, ...paths] = words;
    if (command === undefined) throw new Wrong('cli.usage.no-command');
    if (!isOneOf(COMMANDS, command)) throw new Wrong('cli.usage.unknown-command', { command });
    if (paths.length === 0) throw new Wrong('cli.usage.no-path', { command });
    if (command === 'clean' || command === 'annotate') {
      const stray = [...given].find((option) => option.startsWith('-') && !COPY_OPTIONS.includes(option));
      if (stray !== undefined) throw new Wrong('cli.usage.other-command', { option: stray, command });
      if (output === null) throw new Wrong('cli.usage.no-folder', { command });
      return { command, paths, locale, output };
    }
    const others: readonly string[] = command === 'check' ? ['--evidence'] : CHECK_ONLY;
    const stray = [...given].find((option) => others.includes(option));
    if (stray !== undefined) throw new Wrong('cli.usage.other-command', { option: stray, command });
    const run = { paths, format, locale, output, accounts, relations, tolerance, without };
    return command === 'check' ? { ...run, command, failOn, documents, lastYear } : { ...run, command, evidence };
  } catch (error) {
    if (error instanceof Wrong) return { command: 'wrong', locale, id: error.id, data: error.data };
    throw error;
  }
}
