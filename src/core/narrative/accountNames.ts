/** Which accounts do the words of a text name? */
import { BUILT_IN_CATALOGUE, normaliseAccountName } from '../accounts';
import type { Account, Facts } from '../model';
import { oncePer } from '../once';

/** 社会保障和就业 and 社会保障和就业支出 are one name; so are names that differ in 的 or in brackets. */
export function plain(name: string): string {
  return normaliseAccountName(name).replace(/[的()]|支出$/g, '');
}

/** Plain name → the accounts that the workbook's tables know by it. */
const accountsByName = oncePer(({ labels }: Facts): ReadonlyMap<string, readonly Account[]> => {
  const made = new Map<string, Map<string, Account>>();
  for (const { account, name } of labels) {
    const key = plain(name);
    const accounts = made.get(key) ?? new Map<string, Account>();
    made.set(key, accounts.set(`${account.scheme}${account.code}`, account));
  }
  return new Map([...made].map(([name, accounts]) => [name, [...accounts.values()]]));
});

/** By the names of the workbook's own tables, else of the catalogue. */
export function namedAccounts(facts: Facts, name: string, year: number | null): readonly Account[] {
  const written = accountsByName(facts).get(plain(name));
  if (written) return written;
  const code = (facts.catalogue ?? BUILT_IN_CATALOGUE).functionalByName(name, year);
  return code === null ? [] : [{ scheme: 'functional', code }];
}
