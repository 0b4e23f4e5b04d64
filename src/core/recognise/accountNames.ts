/** Which economic account does a name without code mean? Functional names the catalogue answers itself. */
import type { Account, AccountScheme } from '../model';
import { normaliseAccountName, type Catalogue, type CatalogueEntry } from '../accounts';

type Economic = Exclude<AccountScheme, 'functional'>;
type Names = ReadonlyMap<string, readonly Account[]>;

const KNOWN = new WeakMap<Catalogue, Readonly<Record<Economic, Names>>>();

function namesOf(catalogue: Catalogue): Readonly<Record<Economic, Names>> {
  const known = KNOWN.get(catalogue);
  if (known) return known;
  const made: Record<Economic, Map<string, Account[]>> = { 'economic-dept': new Map(), 'economic-gov': new Map() };
  const isOfYear = ({ scheme, code, name }: CatalogueEntry): boolean => catalogue.nameOf({ scheme, code })?.name === name;
  const put = ({ scheme, code, name }: CatalogueEntry): void => {
    if (scheme === 'functional') return;
    const key = normaliseAccountName(name);
    const accounts = made[scheme].get(key);
    if (!accounts) made[scheme].set(key, [{ scheme, code }]);
    else if (!accounts.some((account) => account.code === code)) accounts.push({ scheme, code });
  };
  const current = catalogue.entries.filter(isOfYear);
  for (const entry of current) put(entry);
  // a name of another year counts only where no account has it in this one
  const taken: Readonly<Record<Economic, ReadonlySet<string>>> = {
    'economic-dept': new Set(made['economic-dept'].keys()),
    'economic-gov': new Set(made['economic-gov'].keys()),
  };
  for (const entry of catalogue.entries) {
    if (entry.scheme !== 'functional' && !taken[entry.scheme].has(normaliseAccountName(entry.name))) put(entry);
  }
  KNOWN.set(catalogue, made);
  return made;
}

/** The account of that name; of several, the one below the 类 that stands above it. `null` when none is sure. */
export function economicByName(catalogue: Catalogue, scheme: Economic, name: string, above: string | null): Account | null {
  const accounts = namesOf(catalogue)[scheme].get(normaliseAccountName(name)) ?? [];
  const below = above === null ? undefined : accounts.find((account) => account.code.length > 3 && account.code.startsWith(above));
  return below ?? (accounts.length === 1 ? (accounts[0] as Account) : (accounts.find((account) => account.code.length === 3) ?? null));
}

/** An economic 类 by its name, in either classification: 工资福利支出 → 301, 机关工资福利支出 → 501. */
export function economicClassByName(catalogue: Catalogue, name: string): Account | null {
  for (const scheme of ['economic-dept', 'economic-gov'] as const) {
    const account = economicByName(catalogue, scheme, name, null);
    if (account?.code.length === 3) return account;
  }
  return null;
}
