/** Which question this file answers: what do the files of a bureau's own accounts and relations say, and what is wrong with them, by line? */
import { parseAccountList, rowsOfCsv, rowsOfWorkbook } from '../core/accounts';
import { FileError } from '../core/file-error';
import type { Message } from '../core';
import { parseOwnRelations } from '../core/own';
import { ownAccounts, type OwnAccount } from '../core/settings';

export interface AccountsRead {
  /** Empty when something is wrong. */
  readonly accounts: readonly OwnAccount[];
  readonly problems: readonly Message[];
}

/** A list of code, name and first year as CSV (UTF-8 or GBK), text or workbook. */
export async function readAccountsFile(bytes: Uint8Array): Promise<AccountsRead> {
  try {
    const { entries, problems } = parseAccountList(await rowsIn(bytes));
    return problems.length > 0 ? { accounts: [], problems } : { accounts: ownAccounts(entries), problems };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { accounts: [], problems: [{ id: error.id, data: error.data }] };
  }
}

async function rowsIn(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const { sniff } = await import('../xlsx/sniff');
  const kind = sniff(bytes);
  if (kind === 'text' || kind === 'empty') return rowsOfCsv(await readTextFile(bytes));
  if (kind === 'zip' || kind === 'xls' || kind === 'encrypted')
    return rowsOfWorkbook(await (await import('../xlsx/readAny')).readAny(bytes));
  throw new FileError('accounts.not-list');
}

/** In whatever encoding it was saved. */
export async function readTextFile(bytes: Uint8Array): Promise<string> {
  return (await import('../xlsx/plainText')).decodeText(bytes);
}

/** In the order of the lines. */
export function problemsInRelations(text: string): readonly Message[] {
  return text.trim() === '' ? [] : parseOwnRelations(text).problems;
}
