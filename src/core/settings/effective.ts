/** Which settings count? Those of the workbook over the user's own defaults, preference by preference. */
import type { Catalogue, CatalogueEntry } from '../accounts/catalogue';
import { USER_LIST, withUserAccounts } from '../accounts/userList';
import type { OwnAccount, Preferences, RuleSetting, WorkbookSettings } from './model';

/**
 * The upper preferences over the lower ones. Rules are taken one by one and the parts of the display too; tolerance, live, the list of
 * accounts and the own relations as a whole.
 */
export function overlaid(lower: Preferences, upper: Preferences): Preferences {
  const rules = new Map<string, RuleSetting>();
  for (const setting of [...(lower.rules ?? []), ...(upper.rules ?? [])]) rules.set(setting.rule, setting);
  return {
    ...lower,
    ...upper,
    ...(rules.size > 0 ? { rules: [...rules.values()] } : {}),
    ...(lower.display || upper.display ? { display: { ...lower.display, ...upper.display } } : {}),
  };
}

/** What counts for a workbook: its own settings, and where they say nothing the user's defaults. */
export function effectiveSettings(userDefaults: Preferences, workbook: WorkbookSettings): WorkbookSettings {
  return { ...workbook, ...overlaid(userDefaults, workbook) };
}

/** The catalogue with the bureau's own accounts over it. */
export function withOwnAccounts(accounts: readonly OwnAccount[] | undefined, base: Catalogue): Catalogue {
  if (!accounts || accounts.length === 0) return base;
  return withUserAccounts(
    accounts.map(({ code, name, chart, year }) => ({ scheme: chart, code, name, evidence: USER_LIST, fromYear: year ?? null })),
    base,
  );
}

/** The lines of a list that was read (`parseAccountList`), as settings keep them. */
export function ownAccounts(entries: readonly CatalogueEntry[]): readonly OwnAccount[] {
  return entries.map(({ scheme, code, name, fromYear }) => ({
    code,
    name,
    chart: scheme,
    ...(fromYear === null ? {} : { year: fromYear }),
  }));
}
