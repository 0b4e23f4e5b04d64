/**
 * How are preferences written down in the workbook's document? One element for each; the text of own relations as it was typed.
 *
 *     <tolerance kind="fixed" amount="0.01" unit="万元"/>
 *     <rule id="medical-identity" off="true"/>
 *     <display style="border" comments="off" locale="en"/>
 *     <live on="true"/>
 *     <accounts><account code="2080199" name="其他支出" chart="functional" year="2024"/></accounts>
 *     <relations>…</relations>
 */
import { compare, parseDecimal, ZERO } from '../amount';
import type { Tolerance } from '../interval';
import { ACCOUNT_SCHEMES, SEVERITIES, UNITS } from '../model';
import type { XmlElement } from '../xmlTree';
import { element, memberOf } from './kept';
import {
  DISPLAY_COMMENTS,
  DISPLAY_LOCALES,
  DISPLAY_STYLES,
  type Display,
  type OwnAccount,
  type Preferences,
  type RuleSetting,
} from './model';

/** The elements of preferences, by name. */
export const PREFERENCE_ELEMENTS: readonly string[] = ['tolerance', 'rule', 'display', 'live', 'accounts', 'relations'];

/**
 * What one element adds to the preferences read so far; `null` when it is not understood to the last attribute (it is kept then, as half
 * understood would be misunderstood) or says something a second time.
 */
export function preferenceOf(given: XmlElement, before: Preferences): Preferences | null {
  switch (given.local) {
    case 'tolerance':
      return before.tolerance ? null : single('tolerance', toleranceOf(given));
    case 'rule': {
      const rule = ruleOf(given);
      const known = before.rules ?? [];
      return rule === null || known.some((other) => other.rule === rule.rule) ? null : { rules: [...known, rule] };
    }
    case 'display':
      return before.display ? null : single('display', displayOf(given));
    case 'live':
      return before.live === undefined ? single('live', liveOf(given)) : null;
    case 'accounts':
      return before.accounts ? null : single('accounts', accountsOf(given));
    case 'relations':
      return before.relations === undefined ? single('relations', textOf(given)) : null;
    default:
      return null;
  }
}

function single<K extends keyof Preferences>(name: K, value: Preferences[K] | null): Preferences | null {
  return value === null || value === undefined ? null : { [name]: value };
}

/** The attributes when all are among `names` and the element holds nothing else. */
function plain({ attributes, children }: XmlElement, names: readonly string[]): Readonly<Record<string, string>> | null {
  const unknown = Object.keys(attributes).some((name) => name !== 'xmlns' && !names.includes(name));
  return unknown || children.some((child) => typeof child !== 'string' || child.trim() !== '') ? null : attributes;
}

function toleranceOf(given: XmlElement): Tolerance | null {
  const attributes = plain(given, ['kind', 'amount', 'unit']);
  if (attributes === null) return null;
  const { kind, amount, unit } = attributes;
  if (kind === 'interval' || kind === 'exact') return amount === undefined && unit === undefined ? { kind } : null;
  const known = memberOf(UNITS, unit);
  return kind === 'fixed' && amount !== undefined && isToleranceAmount(amount) && known ? { kind, amount, unit: known } : null;
}

/** A plain decimal of 0 or more: `0.01`. */
export function isToleranceAmount(text: string): boolean {
  const value = /^\d{1,12}(?:\.\d{1,8})?$/.test(text) ? parseDecimal(text) : null;
  return value !== null && compare(value, ZERO) >= 0;
}

function ruleOf(given: XmlElement): RuleSetting | null {
  const attributes = plain(given, ['id', 'off', 'severity']);
  if (attributes === null) return null;
  const { id, off, severity } = attributes;
  const level = memberOf(SEVERITIES, severity);
  if (id === undefined || (off !== undefined && off !== 'true') || (severity !== undefined && level === null)) return null;
  return { rule: id, ...(off === undefined ? {} : { off: true }), ...(level === null ? {} : { severity: level }) };
}

function displayOf(given: XmlElement): Display | null {
  const attributes = plain(given, ['style', 'comments', 'locale']);
  if (attributes === null) return null;
  const known = {
    style: memberOf(DISPLAY_STYLES, attributes['style']),
    comments: memberOf(DISPLAY_COMMENTS, attributes['comments']),
    locale: memberOf(DISPLAY_LOCALES, attributes['locale']),
  };
  for (const [name, value] of Object.entries(known)) if (attributes[name] !== undefined && value === null) return null;
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
}

function liveOf(given: XmlElement): boolean | null {
  const on = plain(given, ['on'])?.['on'];
  return on === 'true' ? true : on === 'false' ? false : null;
}

function accountsOf({ children }: XmlElement): readonly OwnAccount[] | null {
  const accounts: OwnAccount[] = [];
  for (const child of children) {
    if (typeof child === 'string' && child.trim() === '') continue;
    const attributes = typeof child === 'string' || child.local !== 'account' ? null : plain(child, ['code', 'name', 'chart', 'year']);
    const chart = memberOf(ACCOUNT_SCHEMES, attributes?.['chart']);
    const { code, name, year } = attributes ?? {};
    if (chart === null || code === undefined || name === undefined || (year !== undefined && !/^\d{4}$/.test(year))) return null;
    accounts.push({ code, name, chart, ...(year === undefined ? {} : { year: Number(year) }) });
  }
  return accounts;
}

function textOf({ attributes, children }: XmlElement): string | null {
  const texts = children.filter((child) => typeof child === 'string');
  const alone = texts.length === children.length && Object.keys(attributes).every((name) => name === 'xmlns');
  return alone ? texts.join('') : null;
}

export function preferenceElements({ tolerance, rules = [], display, live, accounts, relations }: Preferences): readonly XmlElement[] {
  const elements: XmlElement[] = [];
  if (tolerance) elements.push(element('tolerance', { ...tolerance }));
  for (const { rule, off, severity } of rules) elements.push(element('rule', { id: rule, off: off ? 'true' : undefined, severity }));
  if (display) elements.push(element('display', { ...display }));
  if (live !== undefined) elements.push(element('live', { on: String(live) }));
  if (accounts) {
    const lines = accounts.map(({ code, name, chart, year }) =>
      element('account', { code, name, chart, year: year === undefined ? undefined : String(year) }),
    );
    elements.push(element('accounts', {}, lines));
  }
  if (relations !== undefined) elements.push(element('relations', {}, [relations]));
  return elements;
}
