/**
 * What does a file of own relations say? YAML text (JSON is YAML) → relations, and for each entry that is wrong the line and what to do.
 *
 *     relations:
 *       - title: 食堂经费与伙食补助费一致
 *         left: { table: 支出总表, account: 2080199, nature: 基本支出 }
 *         op: 等于
 *         right: { table: 基本支出表, account: 30106 }
 */
import * as v from 'valibot';
import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document, type Node, type Pair, type YAMLError } from 'yaml';
import type { Message } from '../model';
import type { OwnRelation } from './model';
import { asLists, ENTRY, relationOf } from './schema';
import { VOCABULARY } from './words';

export interface OwnRelations {
  /** The entries that are right. */
  readonly relations: readonly OwnRelation[];
  /** In the order of the lines; each names its line. */
  readonly problems: readonly Message[];
}

/** Longer texts, and longer lists, are nobody's relations. */
const MOST_CHARACTERS = 500_000;
const MOST_RELATIONS = 1_000;
const MOST_PROBLEMS = 20;

/** Never throws. An empty text is no relations. */
export function parseOwnRelations(text: string): OwnRelations {
  if (text.length > MOST_CHARACTERS) return { relations: [], problems: [{ id: 'own.too-long-file', data: {} }] };
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/, ''), { lineCounter: lines, prettyErrors: false });
  const syntax = document.errors.map((error) => syntaxProblem(error, lines));
  if (syntax.length > 0) return { relations: [], problems: syntax.slice(0, MOST_PROBLEMS) };
  const source = new Source(document, lines);
  const value = source.value();
  if (value === null || value === undefined) return { relations: [], problems: [] };
  const entries = entriesOf(value);
  if (entries === null) return { relations: [], problems: [source.problem('own.not-list', [])] };
  if (entries.list.length > MOST_RELATIONS) return { relations: [], problems: [source.problem('own.too-many', entries.path)] };
  return read(entries.list, entries.path, source);
}

type Path = readonly (string | number)[];

/** `relations: [...]`, or the list alone. */
function entriesOf(value: unknown): { readonly list: readonly unknown[]; readonly path: Path } | null {
  if (Array.isArray(value)) return { list: value as readonly unknown[], path: [] };
  if (typeof value !== 'object' || value === null || !('relations' in value) || Object.keys(value).length !== 1) return null;
  const { relations } = value;
  if (relations === null) return { list: [], path: ['relations'] };
  return Array.isArray(relations) ? { list: relations as readonly unknown[], path: ['relations'] } : null;
}

function read(list: readonly unknown[], path: Path, source: Source): OwnRelations {
  const relations: OwnRelation[] = [];
  const problems: Message[] = [];
  const titles = new Map<string, string>();
  list.forEach((entry, at) => {
    const here = [...path, at];
    const result = v.safeParse(ENTRY, asLists(entry));
    if (!result.success) {
      problems.push(...result.issues.map((issue) => issueProblem(issue, here, source)));
      return;
    }
    const relation = relationOf(result.output);
    const earlier = titles.get(relation.title);
    if (earlier !== undefined) problems.push(source.problem('own.title-repeated', [...here, 'title'], { title: relation.title, earlier }));
    else {
      titles.set(relation.title, source.lineOf([...here, 'title']));
      relations.push(relation);
    }
  });
  return { relations, problems: problems.slice(0, MOST_PROBLEMS) };
}

function syntaxProblem({ code, pos }: YAMLError, lines: LineCounter): Message {
  const line = String(Math.max(1, lines.linePos(pos[0]).line));
  if (code === 'TAB_AS_INDENT') return { id: 'own.tab', data: { line } };
  if (code === 'DUPLICATE_KEY') return { id: 'own.repeated-field', data: { line } };
  return { id: 'own.syntax', data: { line } };
}

type Issue = v.InferIssue<typeof ENTRY>;

/** The schema's issue as a message of ours: a field that is not known, one that is missing, or a value that is wrong. */
function issueProblem(issue: Issue, entry: Path, source: Source): Message {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const field = String(path.filter((key) => typeof key === 'string').at(-1) ?? '');
  const place = [...entry, ...path];
  if (issue.type === 'strict_object' && issue.expected === 'never') return source.problem('own.unknown-field', place, { field }, true);
  if (issue.type === 'strict_object' && issue.expected?.startsWith('"'))
    return source.problem('own.missing-field', place.slice(0, -1), { field });
  const value = shown(issue.input);
  const names = field in VOCABULARY ? VOCABULARY[field as keyof typeof VOCABULARY].names : [];
  const id = issue.message.startsWith('own.') ? issue.message : 'own.bad-value';
  return source.problem(id, place, { field, value, names: names.join('、') });
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Where in the text does a value stand? */
class Source {
  constructor(
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
  ) {}

  /** Anchors that would unfold without end are refused by the parser: then there is no value. */
  value(): unknown {
    try {
      return this.document.toJS({ maxAliasCount: 100 }) as unknown;
    } catch {
      return false;
    }
  }

  problem(id: string, path: Path, data: Message['data'] = {}, ofKey = false): Message {
    return { id, data: { line: this.lineOf(path, ofKey), ...data } };
  }

  /** 1-based line of the value, or of its key. */
  lineOf(path: Path, ofKey = false): string {
    let node: unknown = this.document.contents;
    let offset = offsetOf(node);
    for (const key of path) {
      const pair = isMap(node) ? node.items.find((item) => isNamed(item, key)) : undefined;
      if (pair) {
        node = pair.value;
        offset = ofKey && key === path.at(-1) ? offsetOf(pair.key) : (offsetOf(node) ?? offsetOf(pair.key));
      } else if (typeof key === 'number' && hasItems(node) && !isMap(node)) {
        node = node.items[key];
        offset = offsetOf(node) ?? offset;
      }
      // One of a kind stands without its list: the list's only place is its own.
    }
    return String(Math.max(1, this.lines.linePos(offset ?? 0).line));
  }
}

function isNamed(pair: unknown, key: string | number): pair is Pair {
  return isPair(pair) && isScalar(pair.key) && String(pair.key.value) === String(key);
}

function hasItems(node: unknown): node is { readonly items: readonly unknown[] } {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items);
}

function offsetOf(node: unknown): number | undefined {
  return typeof node === 'object' && node !== null && 'range' in node ? ((node as Node).range?.[0] ?? undefined) : undefined;
}
