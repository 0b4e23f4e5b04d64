/**
 * What is known of an account by its code or by its name? The lists are incomplete (there is no complete public one):
 * an account that is not found is 未收录, never wrong by itself.
 */
import type { Account, AccountScheme } from '../model';
import { ECONOMIC_DEPT } from './economicDept.data';
import { ECONOMIC_GOV } from './economicGov.data';
import { ECONOMIC_MAP } from './economicMap.data';
import { FORMER_NAMES } from './formerNames.data';
import { FUNCTIONAL } from './functional.data';

export { ECONOMIC_MAP };

export interface CatalogueName {
  readonly name: string;
  /** Where the name was seen: `real-doc`, `public-code`, `own-knowledge`, or the document's number. */
  readonly evidence: string;
}

export interface FormerName {
  readonly code: string;
  readonly former: string;
  readonly name: string;
  /** The first budget year with the new name. */
  readonly fromYear: number;
  readonly evidence: string;
}

/** Blanks gone, brackets and letters half-width: 「维修（护）费」 and 「维修(护)费」 are one name. */
export function normaliseAccountName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '');
}

function table(rows: typeof FUNCTIONAL): ReadonlyMap<string, CatalogueName> {
  return new Map(rows.map(([code, name, evidence]) => [code, { name, evidence }]));
}

const BY_CODE: Readonly<Record<AccountScheme, ReadonlyMap<string, CatalogueName>>> = {
  functional: table(FUNCTIONAL),
  'economic-dept': table(ECONOMIC_DEPT),
  'economic-gov': table(ECONOMIC_GOV),
};

/** Name → functional code; where several accounts share a name the shortest code wins, `null` when that leaves a tie. */
const FUNCTIONAL_BY_NAME: ReadonlyMap<string, string | null> = (() => {
  const found = new Map<string, string | null>();
  const lengths = new Map<string, number>();
  const put = (name: string, code: string): void => {
    const key = normaliseAccountName(name);
    const length = lengths.get(key);
    if (length !== undefined && length < code.length) return;
    if (length === code.length && found.get(key) === code) return;
    found.set(key, length === code.length ? null : code);
    lengths.set(key, code.length);
  };
  for (const [code, name] of FUNCTIONAL) put(name, code);
  for (const [code, former] of FORMER_NAMES) if (!lengths.has(normaliseAccountName(former))) put(former, code);
  return found;
})();

/** 「社会保障和就业支出」 → `208`; also by a former name; `null` when unknown or shared by several accounts of one level. */
export function functionalByName(name: string): string | null {
  return FUNCTIONAL_BY_NAME.get(normaliseAccountName(name)) ?? null;
}

/** The catalogue's name of an account, `null` when it is not listed. */
export function nameOf(account: Account): CatalogueName | null {
  return BY_CODE[account.scheme].get(account.code) ?? null;
}

/** The rename behind a former name of this account, `null` when the name is not a known former one. */
export function formerNameOf(account: Account, name: string): FormerName | null {
  if (account.scheme !== 'functional') return null;
  const wanted = normaliseAccountName(name);
  for (const [code, former, current, fromYear, evidence] of FORMER_NAMES) {
    if (code === account.code && normaliseAccountName(former) === wanted) return { code, former, name: current, fromYear, evidence };
  }
  return null;
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
