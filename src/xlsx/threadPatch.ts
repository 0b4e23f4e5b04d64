/**
 * How does our text reach a cell that has a threaded comment? Excel shows the thread there and no note, so ours becomes a
 * reply (MS-XLSX 2.6.205), written by a person of our own name, and comes off with that person.
 */
import { addressOf } from '../core/workbook';
import type { NewNote } from './commentsMarkup';
import { guidOf } from './customXmlPatch';
import type { PackageEditor } from './editor';
import { append, attributeOf, elementNamed, elementsOf, rootOf, splice, textOf, without, type Markup } from './markup';
import { escapeAttribute, escapeText } from './xml';

/** Writes replies where there are threads; returns the notes whose cells have none. */
export function writeReplies(editor: PackageEditor, sheet: string, author: string, notes: readonly NewNote[]): readonly NewNote[] {
  const part = editor.related(sheet, 'threadedComment');
  const persons = editor.related(editor.opc.workbook, 'person');
  if (part === null || persons === null) return notes;
  const xml = editor.text(part);
  const root = rootOf(xml);
  const comments = elementsOf(xml, root);
  const threads = new Map(
    comments.filter((each) => attributeOf(xml, each, 'parentId') === undefined).map((each) => [attributeOf(xml, each, 'ref') ?? '', each]),
  );
  const replies = notes.filter((note) => threads.has(addressOf(note)));
  if (replies.length === 0) return notes;
  const person = personId(editor, persons, author);
  const content = replies.map((note) => {
    const address = addressOf(note);
    const thread = threads.get(address);
    const parent = (thread && attributeOf(xml, thread, 'id')) ?? '';
    // Replies stand in the order of their times; ours has the last one's, since what we write depends on no clock.
    const times = comments
      .filter((each) => attributeOf(xml, each, 'id') === parent || attributeOf(xml, each, 'parentId') === parent)
      .map((each) => attributeOf(xml, each, 'dT') ?? '');
    const last = times.sort().pop() ?? '';
    const time = last === '' ? '' : ` dT="${escapeAttribute(last)}"`;
    const p = root.prefix;
    return (
      `<${p}threadedComment ref="${address}"${time} personId="${person}" id="${guidOf(`${parent} ${author}`)}" parentId="${escapeAttribute(parent)}">` +
      `<${p}text>${escapeText(note.text)}</${p}text></${p}threadedComment>`
    );
  });
  editor.setText(part, append(xml, root, content.join('')));
  return notes.filter((note) => !threads.has(addressOf(note)));
}

function personNamed(xml: string, name: string): Markup | undefined {
  return elementsOf(xml, rootOf(xml)).find((each) => attributeOf(xml, each, 'displayName') === name);
}

function personId(editor: PackageEditor, part: string, name: string): string {
  const xml = editor.text(part);
  const known = personNamed(xml, name);
  const id = known && attributeOf(xml, known, 'id');
  if (id !== undefined) return id;
  const root = rootOf(xml);
  const added = guidOf(`person ${name}`);
  const text = escapeAttribute(name);
  editor.setText(part, append(xml, root, `<${root.prefix}person displayName="${text}" id="${added}" userId="${text}" providerId="None"/>`));
  return added;
}

/**
 * Takes off what a person of this name wrote on a sheet, and what reads as ours whoever wrote it. A thread of ours that
 * somebody else answered stays, so that the answer does. Returns the ids of the threads that are gone.
 */
export function eraseThreads(editor: PackageEditor, sheet: string, author: string, isOurs: (text: string) => boolean): readonly string[] {
  const part = editor.related(sheet, 'threadedComment');
  if (part === null) return [];
  const persons = editor.related(editor.opc.workbook, 'person');
  const list = persons === null ? null : editor.text(persons);
  const person = list === null ? undefined : personNamed(list, author);
  const ownId = list !== null && person ? attributeOf(list, person, 'id') : undefined;
  const xml = editor.text(part);
  const comments = elementsOf(xml, rootOf(xml)).map((element) => ({
    element,
    id: attributeOf(xml, element, 'id') ?? '',
    parent: attributeOf(xml, element, 'parentId'),
    ours:
      (ownId !== undefined && attributeOf(xml, element, 'personId') === ownId) || isOurs(textOf(xml, elementNamed(xml, element, 'text'))),
  }));
  const answered = new Set(comments.filter(({ ours }) => !ours).map(({ parent }) => parent));
  const gone = comments.filter(({ ours, parent, id }) => ours && (parent !== undefined || !answered.has(id)));
  if (gone.length === comments.length) dropPart(editor, sheet, part);
  else
    editor.setText(
      part,
      splice(
        xml,
        gone.map(({ element: { start, end } }) => ({ start, end, text: '' })),
      ),
    );
  return gone.filter(({ parent }) => parent === undefined).map(({ id }) => id);
}

/** The threads of a sheet. */
export function threadIds(editor: PackageEditor, sheet: string): readonly string[] {
  const part = editor.related(sheet, 'threadedComment');
  if (part === null) return [];
  const xml = editor.text(part);
  const threads = elementsOf(xml, rootOf(xml)).filter((element) => attributeOf(xml, element, 'parentId') === undefined);
  return threads.map((element) => attributeOf(xml, element, 'id') ?? '');
}

/** Takes a part of a sheet away with the relationship to it. */
export function dropPart(editor: PackageEditor, sheet: string, part: string): void {
  const relationship = editor.relationships(sheet).find(({ target }) => target === part);
  if (relationship) editor.removeRelationship(sheet, relationship.id);
  editor.removePart(part);
}

/** Takes a person off the list when no thread of any sheet is by them. */
export function forgetPerson(editor: PackageEditor, name: string): void {
  const persons = editor.related(editor.opc.workbook, 'person');
  if (persons === null) return;
  const xml = editor.text(persons);
  const person = personNamed(xml, name);
  const id = person && attributeOf(xml, person, 'id');
  if (!person || id === undefined) return;
  const used = editor.partNames().some((part) => /threadedcomment[^/]*\.xml$/i.test(part) && editor.text(part).includes(id));
  if (!used) editor.setText(persons, without(xml, person));
}
