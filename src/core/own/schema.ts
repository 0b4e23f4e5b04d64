/**
 * What may an entry of a relations file look like? The schema turns the user's words into the engine's; its issues carry the id of the
 * message that says what is wrong.
 */
import * as v from 'valibot';
import { schemeOfCode } from '../accounts/catalogue';
import type { Account } from '../model';
import type { OwnRelation, OwnTerm } from './model';
import { VOCABULARY, type Vocabulary } from './words';

const MOST_TERMS = 200;
const LONGEST_TEXT = 200;

/** A number that stands for a word: YAML reads 2080101 as one. */
const words = v.pipe(
  v.custom<string | number>((value) => typeof value === 'string' || typeof value === 'number', 'own.not-text'),
  v.transform((value) => String(value).trim()),
);
const text = v.pipe(words, v.minLength(1, 'own.empty'), v.maxLength(LONGEST_TEXT, 'own.too-long'));

function word<T extends string>(vocabulary: Vocabulary<T>) {
  return v.pipe(
    words,
    v.rawTransform(({ dataset, addIssue, NEVER }): T => {
      const id = vocabulary.idOf(dataset.value);
      if (id !== null) return id;
      addIssue({ message: 'own.bad-word' });
      return NEVER;
    }),
  );
}

const account = v.pipe(
  words,
  v.rawTransform(({ dataset, addIssue, NEVER }): Account => {
    const scheme = schemeOfCode(dataset.value);
    if (scheme !== null) return { scheme, code: dataset.value };
    addIssue({ message: 'own.bad-account' });
    return NEVER;
  }),
);

function list<T extends v.GenericSchema>(item: T) {
  return v.pipe(v.array(item), v.minLength(1, 'own.empty'), v.maxLength(MOST_TERMS, 'own.too-many'));
}

const TERM = v.strictObject(
  {
    table: word(VOCABULARY.table),
    account: v.optional(list(account)),
    line: v.optional(word(VOCABULARY.line)),
    side: v.optional(word(VOCABULARY.side)),
    nature: v.optional(word(VOCABULARY.nature)),
    fund: v.optional(word(VOCABULARY.fund)),
    source: v.optional(word(VOCABULARY.source)),
    item: v.optional(word(VOCABULARY.item)),
    year: v.optional(word(VOCABULARY.year)),
    unit: v.optional(text),
    minus: v.optional(v.boolean('own.not-boolean')),
  },
  'own.not-map',
);

/** One of a kind may stand without its list: see `asLists`. */
export const ENTRY = v.strictObject(
  {
    title: text,
    severity: v.optional(word(VOCABULARY.severity), 'error'),
    op: v.optional(word(VOCABULARY.op), '='),
    left: list(TERM),
    right: list(TERM),
    note: v.optional(text),
    basis: v.optional(text),
  },
  'own.not-map',
);

const asList = (value: unknown): unknown => (value === undefined || Array.isArray(value) ? value : [value]);
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A single term and a single account → lists of one, so that the schema meets one shape and names one place. */
export function asLists(entry: unknown): unknown {
  if (!isMap(entry)) return entry;
  const terms = (side: unknown): unknown => {
    const all = asList(side);
    if (!Array.isArray(all)) return all;
    return all.map((term: unknown) => (isMap(term) && 'account' in term ? { ...term, account: asList(term['account']) } : term));
  };
  const sides = (['left', 'right'] as const).filter((side) => side in entry);
  return { ...entry, ...Object.fromEntries(sides.map((side) => [side, terms(entry[side])])) };
}

export type Entry = v.InferOutput<typeof ENTRY>;
type EntryTerm = Entry['left'][number];

export function relationOf({ title, severity, op, left, right, note = '', basis = '' }: Entry): OwnRelation {
  return { title, severity, op, note, basis, left: left.map(termOf), right: right.map(termOf) };
}

function termOf({ account: accounts = [], minus, ...dimensions }: EntryTerm): OwnTerm {
  const { table, line, side, nature, fund, source, item, year, unit } = dimensions;
  const said = [
    name(VOCABULARY.table, table),
    unit,
    ...accounts.map(({ code }) => code),
    name(VOCABULARY.line, line),
    name(VOCABULARY.side, side),
    name(VOCABULARY.nature, nature),
    name(VOCABULARY.fund, fund),
    name(VOCABULARY.source, source),
    name(VOCABULARY.item, item),
    name(VOCABULARY.year, year),
  ];
  const given = Object.fromEntries(Object.entries(dimensions).filter(([, value]) => value !== undefined));
  return { ...given, table, accounts, sign: minus ? -1 : 1, words: said.filter((part) => part !== undefined).join(' ') };
}

function name<T extends string>({ ids, names }: Vocabulary<T>, id: T | undefined): string | undefined {
  return id === undefined ? undefined : (names[ids.indexOf(id)] ?? id);
}
