/** How are settings changed? Pure functions: settings and what the user says now → the settings from now on. */
import type { Tolerance } from '../interval';
import type { Finding } from '../model';
import { figuresOf, keyOf } from './accepted';
import type { Display, OwnAccount, Preferences, RuleSetting, TableAnchor, TableCorrection, WorkbookSettings } from './model';

const sameAnchor = (a: TableAnchor, b: TableAnchor): boolean => a.sheet === b.sheet && a.title === b.title && a.top === b.top;

/** False for what is left of a correction that was taken back when something in it was not understood. */
export function saysSomething({ kind, unit, ignored, columns }: Omit<TableCorrection, 'anchor'>): boolean {
  return kind !== undefined || unit !== undefined || ignored === true || columns.length > 0;
}

/**
 * The settings with this correction in the place of the one for the same anchor, and of the `earlier` anchor by which the table was
 * found before; one that says nothing is left out. What was not understood of the earlier one is kept.
 */
export function withCorrection(settings: WorkbookSettings, correction: TableCorrection, earlier?: TableAnchor): WorkbookSettings {
  const isReplaced = ({ anchor }: TableCorrection): boolean =>
    sameAnchor(anchor, correction.anchor) || (earlier !== undefined && sameAnchor(anchor, earlier));
  const kept = correction.kept ?? settings.corrections.find((old) => isReplaced(old) && old.kept)?.kept;
  const others = settings.corrections.filter((old) => !isReplaced(old));
  return {
    ...settings,
    corrections: saysSomething(correction) || kept ? [...others, { ...correction, ...(kept ? { kept } : {}) }] : others,
  };
}

/** The finding is accepted for this reason as long as its figures stay as they are. */
export function withIgnored(settings: WorkbookSettings, finding: Finding, reason: string): WorkbookSettings {
  const entry = { id: finding.id, key: keyOf(finding), reason, figures: figuresOf(finding) };
  return { ...settings, ignored: [...withoutIgnored(settings, finding).ignored, entry] };
}

/** What was accepted of this finding is taken back; of another one that stood in its cells before it stays. */
export function withoutIgnored(settings: WorkbookSettings, finding: Finding): WorkbookSettings {
  const { id, key } = finding.acceptedAs ?? { id: finding.id, key: keyOf(finding) };
  return { ...settings, ignored: settings.ignored.filter((entry) => entry.id !== id || entry.key !== key) };
}

/** `null` takes what was said of the rule back. */
export function withRule<T extends Preferences>(settings: T, rule: string, setting: Omit<RuleSetting, 'rule'> | null): T {
  const others = (settings.rules ?? []).filter((entry) => entry.rule !== rule);
  const rules = setting === null ? others : [...others, { rule, ...setting }];
  return set(settings, 'rules', rules.length === 0 ? null : rules);
}

/** For these `null` takes the setting away, so that the user's default, or the product's, counts again. */
export function withTolerance<T extends Preferences>(settings: T, tolerance: Tolerance | null): T {
  return set(settings, 'tolerance', tolerance);
}

/** Only what is named is changed; `undefined` takes one of them away. */
export function withDisplay<T extends Preferences>(
  settings: T,
  change: { readonly [K in keyof Display]: Display[K] | undefined } | null,
): T {
  const merged = Object.entries({ ...settings.display, ...change }).filter(([, value]) => value !== undefined);
  return set(settings, 'display', change === null || merged.length === 0 ? null : (Object.fromEntries(merged) as Display));
}

export function withLive<T extends Preferences>(settings: T, live: boolean | null): T {
  return set(settings, 'live', live);
}

export function withAccounts<T extends Preferences>(settings: T, accounts: readonly OwnAccount[] | null): T {
  return set(settings, 'accounts', accounts);
}

export function withRelations<T extends Preferences>(settings: T, text: string | null): T {
  return set(settings, 'relations', text);
}

/** These preferences in the place of all that the settings hold; corrections and accepted findings stay. */
export function withPreferences(settings: WorkbookSettings, preferences: Preferences): WorkbookSettings {
  const { version, corrections, ignored, kept } = settings;
  return { version, corrections, ignored, ...(kept ? { kept } : {}), ...preferencesOf(preferences) };
}

/** The part of settings that does not belong to one workbook. */
export function preferencesOf({ tolerance, rules, display, live, accounts, relations }: Preferences): Preferences {
  const all = { tolerance, rules, display, live, accounts, relations };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function set<T extends Preferences, K extends keyof Preferences>(settings: T, name: K, value: Preferences[K] | null): T {
  const { [name]: _before, ...others } = settings;
  return (value === null ? others : { ...others, [name]: value }) as T;
}
