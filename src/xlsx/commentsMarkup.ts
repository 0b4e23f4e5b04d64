/** How does a comments part change: our notes added, taken off, put below a user's own? (ECMA-376 part 1, 18.7) */
import { addressOf } from '../core/workbook';
import { spaceAttribute } from './cellMarkup';
import { append, attributeOf, elementNamed, elementsOf, rootOf, splice, textOf, without, type Markup, type Splice } from './markup';
import { parseRange } from './worksheet';
import { escapeText, escapeXstring } from './xml';

/** Between a user's note and ours below it; what follows it is ours. */
const NOTE_SEPARATOR = '\n——————\n';
/** As other programs write line breaks. */
const SEPARATOR = /\r?\n—{6}\r?\n/g;

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

/**
 * Takes off the notes of some authors, notes whose text is ours whoever is named as their author (a program that saves the file may name
 * nobody), and what was written below others' notes. Returns the cells whose note is gone.
 */
export function removeNotes(
  source: string,
  isGone: (author: string) => boolean,
  isOurs: (text: string) => boolean,
): { readonly xml: string; readonly removed: readonly Place[] } {
  const list = elementNamed(source, rootOf(source), 'authors');
  const gone = (list ? elementsOf(source, list) : []).map((element) => isGone(textOf(source, element)));
  const splices: Splice[] = [];
  const removed: Place[] = [];
  for (const { element, row, column } of commentsIn(source)) {
    const runs = runsOf(source, element);
    if (gone[Number(attributeOf(source, element, 'authorId') ?? 0)] === true || isOurs(joined(runs))) {
      splices.push({ start: element.start, end: element.end, text: '' });
      removed.push({ row, column });
    } else splices.push(...withoutBelow(source, runs, (text) => gone.includes(true) || isOurs(text)));
  }
  let xml = splice(source, splices);
  // An author in the middle stays, since the index of those behind would change.
  for (let last = gone.length - 1; last >= 0 && gone[last] === true; last--) {
    const kept = elementNamed(xml, rootOf(xml), 'authors');
    const author = kept && elementsOf(xml, kept)[last];
    if (author) xml = without(xml, author);
  }
  return { xml, removed };
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

const joined = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** From the separator on everything is ours, in however many runs a program has cut it. */
function withoutBelow(xml: string, runs: readonly Run[], isOurs: (text: string) => boolean): readonly Splice[] {
  const whole = joined(runs);
  const match = [...whole.matchAll(SEPARATOR)].find(({ 0: separator, index }) => isOurs(whole.slice(index + separator.length)));
  if (!match) return [];
  const splices: Splice[] = [];
  let kept = 0;
  let from = 0;
  for (const { element, t, text } of runs) {
    const left = match.index - from;
    from += text.length;
    if (left >= text.length) kept += 1;
    else if (left > 0 && t) splices.push({ start: t.openEnd, end: t.closeStart, text: escapeText(text.slice(0, left)) });
    else splices.push({ start: element.start, end: element.end, text: '' });
  }
  const [before] = runs;
  const cutsBetweenRuns = splices.length === runs.length - kept && splices.every(({ text }) => text === '');
  if (kept === 1 && cutsBetweenRuns && before?.element.name === 'r' && before.t && !elementNamed(xml, before.element, 'rPr')) {
    // A lone run without properties was plain text before we came.
    const { element, t } = before;
    splices.push({ start: element.start, end: element.end, text: xml.slice(t.start, t.end) });
  }
  return splices;
}
