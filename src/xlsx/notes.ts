/** Which notes (classic comments) and threads (threaded comments) hang on a sheet's cells? */
import type { OpcPackage, Relationship } from './package';
import { RichText } from './strings';
import { childOf, childrenOf, parseXml, unescapeXstring, type XmlNode } from './xml';
import { parseRange } from './worksheet';

export interface PresentedNote {
  readonly row: number;
  readonly column: number;
  readonly author: string;
  readonly text: string;
}

export interface PresentedReply {
  readonly id: string;
  readonly author: string;
  readonly text: string;
}

export interface PresentedThread extends PresentedNote {
  readonly id: string;
  readonly replies: readonly PresentedReply[];
}

function richTextOf(node: XmlNode | undefined): string {
  if (!node) return '';
  const rich = new RichText();
  const walk = (element: XmlNode): void => {
    rich.open(element.name);
    rich.text(element.text);
    for (const child of element.children) walk(child);
    rich.close(element.name);
  };
  walk(node);
  return rich.take();
}

/** The notes of a comments part (ECMA-376 part 1, 18.7). */
export function notesOf(xml: string, part: string): PresentedNote[] {
  const root = parseXml(xml, part);
  const authors = childrenOf(childOf(root, 'authors'), 'author').map(({ text }) => unescapeXstring(text));
  return childrenOf(childOf(root, 'commentList'), 'comment').flatMap((comment) => {
    const at = parseRange(comment.attributes['ref'] ?? '');
    if (!at) return [];
    const author = authors[Number(comment.attributes['authorId'] ?? 0)] ?? '';
    return [{ row: at.top, column: at.left, author, text: richTextOf(childOf(comment, 'text')) }];
  });
}

/** The threads of a threadedComments part (MS-XLSX 2.6.205); persons by id. */
function threadsOf(xml: string, part: string, persons: ReadonlyMap<string, string>): PresentedThread[] {
  const comments = childrenOf(parseXml(xml, part), 'threadedComment')
    .concat(childrenOf(parseXml(xml, part), 'ThreadedComment'))
    .map((node) => ({
      id: node.attributes['id'] ?? '',
      parent: node.attributes['parentId'],
      at: parseRange(node.attributes['ref'] ?? ''),
      author: persons.get(node.attributes['personId'] ?? '') ?? '',
      text: childOf(node, 'text')?.text ?? '',
    }));
  return comments
    .filter(({ parent }) => parent === undefined)
    .flatMap(({ id, at, author, text }) => {
      if (!at) return [];
      const replies = comments
        .filter(({ parent }) => parent === id)
        .map((reply) => ({ id: reply.id, author: reply.author, text: reply.text }));
      return [{ id, row: at.top, column: at.left, author, text, replies }];
    });
}

/** Notes and threads that a sheet's relationships lead to. A thread's stand-in note for old programs is left out. */
export function commentsOf(
  opc: OpcPackage,
  sheet: readonly Relationship[],
  workbook: readonly Relationship[],
): { readonly notes: readonly PresentedNote[]; readonly threads: readonly PresentedThread[] } {
  const persons = new Map(
    workbook
      .filter(({ kind }) => kind === 'person')
      .flatMap(({ target }) => childrenOf(parseXml(opc.text(target), target), 'person'))
      .map(({ attributes }) => [attributes['id'] ?? '', attributes['displayName'] ?? '']),
  );
  const threads = sheet
    .filter(({ kind }) => kind === 'threadedComment')
    .flatMap(({ target }) => threadsOf(opc.text(target), target, persons));
  const notes = sheet
    .filter(({ kind, target }) => kind === 'comments' && opc.find(target) !== null)
    .flatMap(({ target }) => notesOf(opc.text(target), target))
    .filter(({ author }) => !(threads.length > 0 && author.startsWith('tc=')));
  return { notes, threads };
}
