/** Which question this file answers: what does the file of `--accounts` say? A bureau's list → its lines, or the sentence that says what is wrong. */
import { readFileSync } from 'node:fs';
import { parseAccountList, rowsOfCsv, rowsOfWorkbook } from '../core/accounts';
import { FileError } from '../core/file-error';
import { ownAccounts, type OwnAccount } from '../core/settings';
import { translate, type Locale } from '../i18n';
import { fileSystemReason } from './inputs';
import { decodeText } from '../xlsx/plainText';

export type AccountsRead = { readonly accounts: readonly OwnAccount[] } | { readonly wrong: string };

/** More problems than these are only counted. */
const MOST_PROBLEMS = 3;

export async function readAccounts(file: string, locale: Locale): Promise<AccountsRead> {
  const wrong = (id: string, data: Readonly<Record<string, string>> = {}): { readonly wrong: string } => ({
    wrong: translate(locale, id, data),
  });
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { id, data } = fileSystemReason(error);
    return wrong(id, data);
  }
  try {
    const { entries, problems } = parseAccountList(await rowsIn(bytes));
    if (problems.length === 0) return { accounts: ownAccounts(entries) };
    const said = problems.slice(0, MOST_PROBLEMS).map(({ id, data }) => translate(locale, id, data));
    if (problems.length > MOST_PROBLEMS) said.push(translate(locale, 'accounts.more', { count: String(problems.length) }));
    return { wrong: said.join(locale === 'en' ? ' ' : '') };
  } catch (error) {
    if (error instanceof FileError) return wrong(error.id, error.data);
    throw error;
  }
}

async function rowsIn(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const { readAny, sniff } = await import('../xlsx');
  const kind = sniff(bytes);
  if (kind === 'text' || kind === 'empty') return rowsOfCsv(decodeText(bytes));
  if (kind === 'zip' || kind === 'xls' || kind === 'encrypted') return rowsOfWorkbook(await readAny(bytes));
  throw new FileError('accounts.not-list');
}
