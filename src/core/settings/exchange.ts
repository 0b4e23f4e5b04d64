/**
 * How do preferences travel from one workbook or user to another? As a JSON file that people can read; what is wrong with it is said by
 * name, and nothing of a file with mistakes is used.
 *
 *     { "gouji": "settings", "version": 1, "tolerance": { "kind": "exact" }, "rules": [{ "rule": "balance", "severity": "warning" }] }
 */
import * as v from 'valibot';
import { ACCOUNT_SCHEMES, SEVERITIES, UNITS, type Message } from '../model';
import { preferencesOf } from './change';
import { DISPLAY_COMMENTS, DISPLAY_LOCALES, DISPLAY_STYLES, type Preferences } from './model';
import { isToleranceAmount } from './preferences';

const SCHEMA = v.strictObject({
  gouji: v.literal('settings'),
  version: v.literal(1),
  tolerance: v.optional(
    v.variant('kind', [
      v.strictObject({ kind: v.picklist(['interval', 'exact']) }),
      v.strictObject({
        kind: v.literal('fixed'),
        amount: v.pipe(v.string(), v.check(isToleranceAmount)),
        unit: v.picklist(UNITS),
      }),
    ]),
  ),
  rules: v.optional(
    v.array(
      v.strictObject({
        rule: v.pipe(v.string(), v.minLength(1)),
        off: v.optional(v.literal(true)),
        severity: v.optional(v.picklist(SEVERITIES)),
      }),
    ),
  ),
  display: v.optional(
    v.strictObject({
      style: v.optional(v.picklist(DISPLAY_STYLES)),
      comments: v.optional(v.picklist(DISPLAY_COMMENTS)),
      locale: v.optional(v.picklist(DISPLAY_LOCALES)),
    }),
  ),
  live: v.optional(v.boolean()),
  accounts: v.optional(
    v.array(
      v.strictObject({
        code: v.pipe(v.string(), v.regex(/^[235]\d{2,6}$/)),
        name: v.pipe(v.string(), v.minLength(1)),
        chart: v.picklist(ACCOUNT_SCHEMES),
        year: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1990), v.maxValue(2100))),
      }),
    ),
  ),
  relations: v.optional(v.string()),
});

/** The text of the file, in the order of the schema. Corrections and accepted findings stay with their workbook. */
export function exportSettings(settings: Preferences): string {
  return `${JSON.stringify({ gouji: 'settings', version: 1, ...preferencesOf(settings) }, null, 2)}\n`;
}

export type ImportedSettings = { readonly preferences: Preferences } | { readonly problem: Message };

/** Longer files are nobody's settings. */
const MOST_CHARACTERS = 4_000_000;

/** What the file says, or the first thing that is wrong with it and where. */
export function importSettings(text: string): ImportedSettings {
  const problem = (id: string, data: Message['data'] = {}): ImportedSettings => ({ problem: { id: `settings.import.${id}`, data } });
  let value: unknown;
  if (text.length > MOST_CHARACTERS) return problem('not-json');
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return problem('not-json');
  }
  if (!isObject(value) || value['gouji'] !== 'settings') return problem('not-settings');
  if (value['version'] !== 1) return problem('version', { version: shown(value['version']) });
  const read = v.safeParse(SCHEMA, value);
  if (read.success) return { preferences: preferencesOf(read.output as Preferences) };
  const [issue] = read.issues;
  const place = v.getDotPath(issue) ?? '';
  const unknown = issue.expected === 'never';
  return unknown ? problem('unknown', { place }) : problem('bad-value', { place, value: shown(issue.input) });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = value === undefined ? '' : (JSON.stringify(value) ?? '');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
