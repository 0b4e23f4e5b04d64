/**
 * Which names did an account have, in which years, and which account does a name mean? A catalogue is data with look-ups over it:
 * layers are put on it by making another one, so that nothing global changes.
 */
import type { Account, AccountScheme } from '../model';

export interface CatalogueName {
  readonly name: string;
  /** Where the name was seen: `real-doc`, `public-code`, `own-knowledge`, `user-list`, or the document's number. */
  readonly evidence: string;
}

/** One name of one account. */
export interface CatalogueEntry extends Account, CatalogueName {
  /** The first budget year with this name; `null`: ever since there is the account. */
  readonly fromYear: number | null;
}

export interface FormerName {
  readonly code: string;
  readonly former: string;
  readonly name: string;
  /** The first budget year with the new name. */
  readonly fromYear: number;
  readonly evidence: string;
}

export interface Catalogue {
  /** The account's name in a budget year (`null`: its latest); `null` when it is not listed. */
  nameOf(account: Account, year?: number | null): CatalogueName | null;
  /**
   * 「社会保障和就业支出」 → `208`. Names of that year come before names of other years; where several accounts share a name the
   * shortest code wins; `null` when that leaves a tie, or nobody has the name.
   */
  functionalByName(name: string, year?: number | null): string | null;
  /** The rename behind a name that the account no longer has; `null` when the name is none of its former ones. */
  formerNameOf(account: Account, name: string): FormerName | null;
  /** Every name, in the order of scheme, code and year; of two for the same year the later layer's only. */
  readonly entries: readonly CatalogueEntry[];
}

/** Blanks gone, brackets and letters half-width: 「维修（护）费」 and 「维修(护)费」 are one name. */
export function normaliseAccountName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '');
}

const IN_YEAR = new WeakMap<Catalogue, Map<number, Catalogue>>();

/** The catalogue as a table of that budget year uses it: where no year is asked for, its names come first. `null`: as it is. */
export function inYear(catalogue: Catalogue, year: number | null): Catalogue {
  if (year === null) return catalogue;
  const known = IN_YEAR.get(catalogue) ?? new Map<number, Catalogue>();
  IN_YEAR.set(catalogue, known);
  const made = known.get(year) ?? {
    nameOf: (account, asked = year) => catalogue.nameOf(account, asked),
    functionalByName: (name, asked = year) => catalogue.functionalByName(name, asked),
    formerNameOf: (account, name) => catalogue.formerNameOf(account, name),
    entries: catalogue.entries,
  };
  known.set(year, made);
  return made;
}

type Names = ReadonlyMap<string, readonly CatalogueEntry[]>;

const keyOf = ({ scheme, code }: Account): string => `${scheme} ${code}`;
const since = (entry: CatalogueEntry): number => entry.fromYear ?? -Infinity;

/** A catalogue of these names; of two names of an account for the same first year the later in the list counts. */
export function catalogueOf(list: readonly CatalogueEntry[]): Catalogue {
  const names = new Map<string, CatalogueEntry[]>();
  for (const entry of list) {
    const known = names.get(keyOf(entry)) ?? [];
    names.set(keyOf(entry), [...known.filter((other) => since(other) !== since(entry)), entry]);
  }
  for (const known of names.values()) known.sort((a, b) => since(a) - since(b));
  // Made when first asked for: most checks ask for one year only.
  const byYear = new Map<number | null, ReadonlyMap<string, string | null>>();
  const functional = (year: number | null): ReadonlyMap<string, string | null> => {
    const made = byYear.get(year) ?? functionalNames(names, year);
    byYear.set(year, made);
    return made;
  };
  return {
    nameOf: (account, year = null) => {
      const entry = entryIn(names.get(keyOf(account)) ?? [], year);
      return entry === null ? null : { name: entry.name, evidence: entry.evidence };
    },
    functionalByName: (name, year = null) => functional(year).get(normaliseAccountName(name)) ?? null,
    formerNameOf: (account, name) => formerIn(names.get(keyOf(account)) ?? [], normaliseAccountName(name)),
    entries: [...names.keys()].sort(compareText).flatMap((key) => names.get(key) ?? []),
  };
}

/** The last name that had begun by the year; an account that only has names of later years goes by its first. */
function entryIn(known: readonly CatalogueEntry[], year: number | null): CatalogueEntry | null {
  const begun = year === null ? known : known.filter((entry) => since(entry) <= year);
  return begun[begun.length - 1] ?? known[0] ?? null;
}

function formerIn(known: readonly CatalogueEntry[], wanted: string): FormerName | null {
  const at = known.findIndex((entry) => normaliseAccountName(entry.name) === wanted);
  const next = known[at + 1];
  if (at < 0 || !next || next.fromYear === null) return null;
  // A name that the account has again is no former one.
  if (known.slice(at + 1).some((entry) => normaliseAccountName(entry.name) === wanted)) return null;
  const latest = known[known.length - 1] ?? next;
  return { code: next.code, former: known[at]?.name ?? '', name: latest.name, fromYear: next.fromYear, evidence: next.evidence };
}

/** Name → functional code, first by the names of the year, then by all others. */
function functionalNames(names: Names, year: number | null): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  const lengths = new Map<string, number>();
  const put = ({ name, code }: CatalogueEntry): void => {
    const key = normaliseAccountName(name);
    const length = lengths.get(key);
    if (length !== undefined && length < code.length) return;
    if (length === code.length && found.get(key) === code) return;
    found.set(key, length === code.length ? null : code);
    lengths.set(key, code.length);
  };
  const accounts = [...names.values()].filter(([first]) => first?.scheme === 'functional');
  const current = accounts.flatMap((known) => entryIn(known, year) ?? []);
  for (const entry of current) put(entry);
  const taken = new Set(lengths.keys());
  for (const entry of accounts.flat()) if (!taken.has(normaliseAccountName(entry.name))) put(entry);
  return found;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const SHAPE: Readonly<Record<AccountScheme, RegExp>> = {
  functional: /^2\d{2}(\d{2}(\d{2})?)?$/,
  'economic-dept': /^3\d{2}(\d{2})?$/,
  'economic-gov': /^5\d{2}(\d{2})?$/,
};

/** True when the code has the digits of its scheme: functional 3/5/7 beginning with 2, economic 3/5 beginning with 3 or 5. */
export function isWellFormed(account: Account): boolean {
  return SHAPE[account.scheme].test(account.code);
}

/** The scheme a code belongs to by its shape alone, `null` when it has the shape of none. */
export function schemeOfCode(code: string): AccountScheme | null {
  if (SHAPE.functional.test(code)) return 'functional';
  if (SHAPE['economic-dept'].test(code)) return 'economic-dept';
  return SHAPE['economic-gov'].test(code) ? 'economic-gov' : null;
}
