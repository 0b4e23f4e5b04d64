/**
 * The narrative (预算说明) of a .docx file: its running text, with the ordinals that Word numbers by itself, and its tables.
 * Which question this file answers: what does a Word document hold that can be checked.
 *
 * What this folder may not do: touch the disk or the network, keep anything of the document's markup.
 */
import type { Document } from '../core/beside';
import { FileError } from '../core/file-error';
import type { Sheet, Workbook } from '../core/workbook';
import { sniff } from '../xlsx/sniff';
import { decodeXml, parseXml, type XmlNode } from '../xlsx/xml';
import { openZip, type ZipArchive } from '../xlsx/zip';
import { Numbering } from './numbering';
import { withOrdinals } from './ordinals';
import { captionAbove, isFrame, tableSheet } from './tables';
import { textOf, type DocumentNode } from './tree';

/** Name of the sheet with the running text: what such a text is called in a budget workbook. */
export const NARRATIVE_SHEET = '预算说明';

/** What the parts with text may unpack to, in bytes: a document of some ten thousand pages. */
const MOST_UNPACKED = 64 * 1024 * 1024;

const MAIN = 'word/document.xml';

/** True when the bytes are a package with a Word document in it. */
export function isDocx(bytes: Uint8Array): boolean {
  if (sniff(bytes) !== 'zip') return false;
  try {
    return openZip(bytes).has(MAIN);
  } catch {
    return false;
  }
}

/**
 * Running text (a paragraph an entry, blank ones left out) and tables. Throws `FileError`: `files.empty`, `files.encryptedDocx`,
 * `files.notDocx`, `files.tooLargeDocx`, `files.brokenDocx`.
 */
export async function readNarrative(bytes: Uint8Array): Promise<Omit<Document, 'name'>> {
  const copy = numbered(bytes);
  const mammoth = await import('mammoth');
  const library = 'default' in mammoth ? mammoth.default : mammoth;
  let tree: DocumentNode | null = null;
  try {
    await library.convertToHtml(
      // Node's build takes a buffer, the browser's an ArrayBuffer; each ignores the other.
      { buffer: copy as unknown as Buffer, arrayBuffer: copy.buffer as ArrayBuffer },
      {
        convertImage: library.images.imgElement(() => Promise.resolve({ src: '' })),
        transformDocument: (document: DocumentNode) => {
          tree = document;
          return document;
        },
      },
    );
  } catch {
    throw new FileError('files.brokenDocx');
  }
  if (tree === null) throw new FileError('files.brokenDocx');
  return contentOf(tree);
}

/** The document as a workbook: its text on one sheet, a paragraph a row, and every table on a sheet of its own. Throws as `readNarrative` does. */
export async function readDocx(bytes: Uint8Array): Promise<Workbook> {
  const { paragraphs, tables = [] } = await readNarrative(bytes);
  const named = tables.map((table): Sheet => ({ ...table, name: `${NARRATIVE_SHEET} ${table.name}` }));
  return { sheets: [{ name: NARRATIVE_SHEET, rows: paragraphs.map((value) => [{ value }]) }, ...named] };
}

/** The package with the ordinals in its text. All its parts are unpacked within bounds before mammoth unpacks them without. */
function numbered(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const kind = sniff(bytes);
  if (kind === 'empty') throw new FileError('files.empty');
  if (kind === 'encrypted') throw new FileError('files.encryptedDocx');
  if (kind !== 'zip') throw new FileError('files.notDocx');
  try {
    const archive = openZip(bytes, MOST_UNPACKED);
    if (!archive.has(MAIN)) throw new FileError('files.notDocx');
    for (const name of archive.names) if (/\.(?:xml|rels)$/i.test(name)) assertPlain(archive.read(name));
    const numbering = new Numbering(rootOf(archive, 'word/numbering.xml'), rootOf(archive, 'word/styles.xml'));
    const text = withOrdinals(decodeXml(archive.read(MAIN)), numbering);
    return new Uint8Array(archive.replace(new Map([[MAIN, new TextEncoder().encode(text)]])));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw SAID[error.id] ? new FileError(SAID[error.id] ?? error.id, error.data) : error;
  }
}

/** What of a package that is said of workbooks is said of documents in other words. */
const SAID: Readonly<Record<string, string>> = {
  'files.brokenZip': 'files.brokenDocx',
  'files.brokenPart': 'files.brokenDocx',
  'files.encrypted': 'files.encryptedDocx',
  'files.tooLarge': 'files.tooLargeDocx',
};

/** Word writes no document types; entities of one could be made to unfold without end. */
function assertPlain(part: Uint8Array): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(decodeXml(part))) throw new FileError('files.brokenDocx');
}

function rootOf(archive: ZipArchive, name: string): XmlNode | null {
  return archive.has(name) ? parseXml(decodeXml(archive.read(name)), name) : null;
}

function contentOf(document: DocumentNode): Omit<Document, 'name'> {
  const paragraphs: string[] = [];
  const tables: Sheet[] = [];
  /** Lines since the last table. */
  let above: string[] = [];
  const walk = (node: DocumentNode): void => {
    if (node.type === 'paragraph') {
      const text = textOf(node).trimEnd();
      if (text.trim() === '') return;
      paragraphs.push(text);
      above.push(text.trim());
      notesIn(node, document).forEach(walk);
    } else if (node.type === 'table' && !isFrame(node)) {
      tables.push(tableSheet(`表${tables.length + 1}`, captionAbove(above), node));
      above = [];
    } else for (const child of node.children ?? []) walk(child);
  };
  walk(document);
  return { paragraphs, tables };
}

/** The paragraphs of the footnotes and endnotes that a paragraph refers to. */
function notesIn(node: DocumentNode, document: DocumentNode): readonly DocumentNode[] {
  if (node.type === 'noteReference') return document.notes?.resolve(node)?.body ?? [];
  return (node.children ?? []).flatMap((child) => notesIn(child, document));
}
