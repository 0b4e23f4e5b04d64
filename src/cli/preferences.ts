/** Which question this file answers: what does the command line lay down above the settings of the workbooks? Its options and their files, or what is wrong. */
import { readFileSync } from 'node:fs';
import { UNITS, type Message } from '../core/model';
import { OWN_PREFIX, parseOwnRelations } from '../core/own';
import { RULES } from '../core/rules';
import { isToleranceAmount, type OwnAccount, type Preferences, type Tolerance } from '../core/settings';
import { translate, type Locale } from '../i18n';
import { messageText } from '../present/messages';
import { readAccounts } from './accounts';
import { fileSystemReason } from './inputs';

export interface PreferenceRequest {
  readonly tolerance: Tolerance | null;
  /** Ids of rules that are not to be checked. */
  readonly without: readonly string[];
  /** File of a bureau's own list of accounts. */
  readonly accounts: string | null;
  /** File of a bureau's own relations. */
  readonly relations: string | null;
}

/** `file` is the one that is wrong. */
export type PreferencesRead = { readonly preferences: Preferences } | { readonly wrong: string; readonly file: string };

/** More problems than these are only counted. */
const MOST_PROBLEMS = 3;

export async function readPreferences(request: PreferenceRequest, locale: Locale): Promise<PreferencesRead> {
  const { tolerance, without } = request;
  let accounts: readonly OwnAccount[] | undefined;
  let relations: string | undefined;
  if (request.accounts !== null) {
    const read = await readAccounts(request.accounts, locale);
    if ('wrong' in read) return { ...read, file: request.accounts };
    accounts = read.accounts;
  }
  if (request.relations !== null) {
    const read = readRelations(request.relations, locale);
    if ('wrong' in read) return { ...read, file: request.relations };
    relations = read.text;
  }
  return {
    preferences: {
      ...(tolerance ? { tolerance } : {}),
      ...(without.length > 0 ? { rules: without.map((rule) => ({ rule, off: true as const })) } : {}),
      ...(accounts ? { accounts } : {}),
      ...(relations === undefined ? {} : { relations }),
    },
  };
}

/** A file with mistakes is not used: he who wrote it is there to mend it. */
function readRelations(file: string, locale: Locale): { readonly text: string } | { readonly wrong: string } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const { id, data }: Message = error instanceof TypeError ? { id: 'own.not-utf8', data: {} } : fileSystemReason(error);
    return { wrong: translate(locale, id, data) };
  }
  const { problems } = parseOwnRelations(text);
  if (problems.length === 0) return { text };
  const said = problems.slice(0, MOST_PROBLEMS).map((problem) => messageText(locale, problem));
  if (problems.length > MOST_PROBLEMS) said.push(translate(locale, 'accounts.more', { count: String(problems.length) }));
  return { wrong: said.join(locale === 'en' ? ' ' : '') };
}

/** True for a rule of the catalogue, and for the title of a relation of the bureau's own with its prefix. */
export function isRule(id: string): boolean {
  return id.startsWith(OWN_PREFIX) || RULES.some(({ meta }) => meta.id === id);
}

/** `exact`, `interval`, `0.01万元`; `null` for anything else. */
export function toleranceOf(text: string): Tolerance | null {
  if (text === 'exact' || text === 'interval') return { kind: text };
  const [, amount = '', named] = /^([\d.]+)(\D+)$/.exec(text) ?? [];
  const unit = UNITS.find((known) => known === named);
  return unit !== undefined && isToleranceAmount(amount) ? { kind: 'fixed', amount, unit } : null;
}
