/**
 * What is known of an account by its code or by its name? The lists are incomplete (there is no complete public one):
 * an account that is not found is 未收录, never wrong by itself.
 */
import type { AccountScheme } from '../model';
import { catalogueOf, type Catalogue, type CatalogueEntry } from './catalogue';
import { ECONOMIC_DEPT } from './economicDept.data';
import { ECONOMIC_GOV } from './economicGov.data';
import { ECONOMIC_MAP } from './economicMap.data';
import { FORMER_NAMES } from './formerNames.data';
import { FUNCTIONAL } from './functional.data';

export { ECONOMIC_MAP };
export { inYear, isWellFormed, normaliseAccountName, schemeOfCode } from './catalogue';
export type { Catalogue, CatalogueEntry, CatalogueName, FormerName } from './catalogue';
export { parseAccountList, rowsOfCsv, rowsOfWorkbook, USER_LIST, withUserAccounts, type AccountList } from './userList';

/** A renamed account has its former name until the year of the change and its present one from then on. */
function entriesOf(scheme: AccountScheme, rows: typeof FUNCTIONAL): CatalogueEntry[] {
  const renamed = new Map(
    (scheme === 'functional' ? FORMER_NAMES : []).map(([code, former, , year, evidence]) => [code, { former, year, evidence }]),
  );
  return rows.flatMap(([code, name, evidence]): CatalogueEntry[] => {
    const before = renamed.get(code);
    const now = { scheme, code, name, evidence, fromYear: before?.year ?? null };
    return before === undefined ? [now] : [{ scheme, code, name: before.former, evidence: before.evidence, fromYear: null }, now];
  });
}

/** What the product brings: data/catalogue, with the evidence for each name. */
export const BUILT_IN_CATALOGUE: Catalogue = catalogueOf([
  ...entriesOf('functional', FUNCTIONAL),
  ...entriesOf('economic-dept', ECONOMIC_DEPT),
  ...entriesOf('economic-gov', ECONOMIC_GOV),
]);
