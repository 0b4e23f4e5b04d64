/** How does a comments part change: our notes added, taken off, put below a user's own? (ECMA-376 part 1, 18.7) */
import { addressOf } from '../core/workbook';
import { spaceAttribute } from './cellMarkup';
import { append, attributeOf, elementNamed, elementsOf, rootOf, splice, textOf, type Markup, type Splice } from './markup';
import { NOTE_SEPARATOR, usersText, type Stretch } from './noteText';
import { parseRange } from './worksheet';
import { escapeText, escapeXstring } from './xml';

export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface NewNote extends Place {
  readonly text: string;
}

export function emptyComments(namespace: string): string {
  return `<comments xmlns="${namespace}"><authors></authors><commentList></commentList></comments>`;
}

function commentsIn(xml: string): { readonly element: Markup; readonly row: number; readonly column: number }[] {
  const list = elementNamed(xml, rootOf(xml), 'commentList');
  return (list ? elementsOf(xml, list) : []).flatMap((element) => {
    const at = parseRange(attributeOf(xml, element, 'ref') ?? '');
    return element.name === 'comment' && at ? [{ element, row: at.top, column: at.left }] : [];
  });
}

export function isEmptyComments(xml: string): boolean {
  return commentsIn(xml).length === 0;
}

/** The part with the author in its list, and the author's index. */
function withAuthor(xml: string, author: string): readonly [string, number] {
  const list = elementNamed(xml, rootOf(xml), 'authors');
  if (!list) throw new Error('The comments part has no authors');
  const authors = elementsOf(xml, list);
  const index = authors.findIndex((element) => textOf(xml, element) === author);
  if (index >= 0) return [xml, index];
  return [append(xml, list, `<${list.prefix}author>${escapeText(author)}</${list.prefix}author>`), authors.length];
}

function runMarkup(text: string, prefix: string): string {
  return `<${prefix}r><${prefix}t${spaceAttribute(text)}>${escapeXstring(text)}</${prefix}t></${prefix}r>`;
}

/** Adds notes. A cell that has one keeps it: ours is written below it, as a run of its own. Returns the notes that are new. */
export function addNotes(
  source: string,
  author: string,
  notes: readonly NewNote[],
): { readonly xml: string; readonly added: readonly NewNote[] } {
  const [xml, authorId] = withAuthor(source, author);
  const present = new Map(commentsIn(xml).map((each) => [addressOf(each), each.element]));
  const splices: Splice[] = [];
  const added = notes.filter((note) => !present.has(addressOf(note)));
  for (const note of notes) {
    const comment = present.get(addressOf(note));
    if (comment) splices.push(...below(xml, comment, note.text));
  }
  const list = elementNamed(xml, rootOf(xml), 'commentList');
  if (!list) throw new Error('The comments part has no list');
  const p = list.prefix;
  const content = added
    .map(
      (note) =>
        `<${p}comment ref="${addressOf(note)}" authorId="${authorId}"><${p}text>${runMarkup(note.text, p)}</${p}text></${p}comment>`,
    )
    .join('');
  const patched = splice(xml, splices);
  const grown = elementNamed(patched, rootOf(patched), 'commentList');
  return { xml: grown && content !== '' ? append(patched, grown, content) : patched, added };
}

/** A plain text becomes a run, since runs and plain text do not mix; our run follows. */
function below(xml: string, comment: Markup, text: string): Splice[] {
  const body = elementNamed(xml, comment, 'text');
  if (!body) return [];
  const ours = runMarkup(NOTE_SEPARATOR + text, body.prefix);
  const parts = elementsOf(xml, body);
  const plain = parts.find(({ name }) => name === 't');
  if (plain) {
    const run = `<${body.prefix}r>${xml.slice(plain.start, plain.end)}</${body.prefix}r>`;
    return [{ start: plain.start, end: plain.end, text: run + ours }];
  }
  // Phonetic guides come after the runs.
  const last = parts.filter(({ name }) => name === 'r').pop();
  if (last) return [{ start: last.end, end: last.end, text: ours }];
  const content = `<${body.prefix}text>${ours}</${body.prefix}text>`;
  return [{ start: body.start, end: body.end, text: content }];
}

/** Whose notes go, and what reads as ours in those of others. */
export interface Removal {
  readonly isGone: (author: string) => boolean;
  /** Whoever is named as its author: a program that saves the file may name nobody. Without it all that stands below others' notes is ours. */
  readonly isOurs: ((text: string) => boolean) | null;
  /** Authors of notes that stand for a thread which stays: they stay with it. */
  readonly isKept: (author: string) => boolean;
}

/** Takes off notes and parts of notes; what a user wrote below ours stays. Returns the cells whose note is gone. */
export function removeNotes(source: string, removal: Removal): { readonly xml: string; readonly removed: readonly Place[] } {
  const { isGone, isOurs, isKept } = removal;
  const list = elementNamed(source, rootOf(source), 'authors');
  const authors = list ? elementsOf(source, list) : [];
  const names = authors.map((element) => textOf(source, element));
  const someGone = names.some(isGone);
  const splices: Splice[] = [];
  const removed: Place[] = [];
  const used = new Set<number>();
  for (const { element, row, column } of commentsIn(source)) {
    const authorId = Number(attributeOf(source, element, 'authorId') ?? 0);
    const author = names[authorId] ?? '';
    const runs = runsOf(source, element);
    const left = usersText(runs.map(({ text }) => text).join(''), (text, isBelow) => {
      if (!isBelow && isGone(author)) return true;
      return isOurs === null ? isBelow && someGone : isOurs(text);
    });
    if (left.length > 0 || isKept(author)) {
      used.add(authorId);
      if (left.length > 0) splices.push(...keepOnly(source, runs, left));
    } else {
      splices.push({ start: element.start, end: element.end, text: '' });
      removed.push({ row, column });
    }
  }
  // The index of those behind does not change: who is not the last leaves an empty place.
  const last = names.reduce((found, name, index) => (!isGone(name) || used.has(index) ? index : found), -1);
  authors.forEach((element, index) => {
    if (index > last) splices.push({ start: element.start, end: element.end, text: '' });
    else if (isGone(names[index] ?? '')) splices.push({ start: element.openEnd, end: element.closeStart, text: '' });
  });
  return { xml: splice(source, splices), removed };
}

interface Run {
  /** `r`, or the `t` of a plain text. */
  readonly element: Markup;
  readonly t: Markup | undefined;
  readonly text: string;
}

function runsOf(xml: string, comment: Markup): readonly Run[] {
  const body = elementNamed(xml, comment, 'text');
  const parts = body ? elementsOf(xml, body).filter(({ name }) => name === 'r' || name === 't') : [];
  return parts.map((element) => {
    const t = element.name === 't' ? element : elementNamed(xml, element, 't');
    return { element, t, text: textOf(xml, t) };
  });
}

/** Takes all but some stretches out of a text, in however many runs a program has cut it. */
function keepOnly(xml: string, runs: readonly Run[], kept: readonly Stretch[]): readonly Splice[] {
  const splices: Splice[] = [];
  let untouched = 0;
  let end = 0;
  for (const { element, t, text } of runs) {
    const start = end;
    end += text.length;
    const left = kept.map(({ from, to }) => text.slice(Math.max(0, from - start), Math.max(0, to - start))).join('');
    const stays = text === '' ? kept.some(({ from, to }) => from <= start && start <= to) : left === text;
    if (stays) untouched += 1;
    else if (left !== '' && t) splices.push({ start: t.openEnd, end: t.closeStart, text: escapeText(left) });
    else splices.push({ start: element.start, end: element.end, text: '' });
  }
  const [before] = runs;
  const cutsBetweenRuns = splices.length > 0 && splices.every(({ text }) => text === '') && kept[0]?.from === 0;
  if (untouched === 1 && cutsBetweenRuns && before?.element.name === 'r' && before.t && !elementNamed(xml, before.element, 'rPr')) {
    // A lone run without properties was plain text before we came.
    const { element, t } = before;
    splices.push({ start: element.start, end: element.end, text: xml.slice(t.start, t.end) });
  }
  return splices;
}
