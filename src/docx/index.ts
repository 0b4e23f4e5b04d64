/**
 * The narrative (预算说明) of a .docx file as a workbook: its running text on one sheet, a paragraph a row, and every
 * table on a sheet of its own. Which question this file answers: what does a Word document hold that can be checked.
 *
 * What this folder may not do: touch the disk or the network, keep anything of the document's markup.
 */
import { FileError } from '../core/file-error';
import type { Cell, Range, Sheet, Workbook } from '../core/workbook';
import { sniff } from '../xlsx/sniff';
import { openZip } from '../xlsx/zip';

/** Name of the sheet with the running text: what such a text is called in a budget workbook. */
export const NARRATIVE_SHEET = '预算说明';

/** What is used of the document tree that the reader hands out. */
interface DocumentNode {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly DocumentNode[];
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

/** True when the bytes are a package with a Word document in it. */
export function isDocx(bytes: Uint8Array): boolean {
  if (sniff(bytes) !== 'zip') return false;
  try {
    return openZip(bytes).names.some((name) => name.toLowerCase() === 'word/document.xml');
  } catch {
    return false;
  }
}

/** Reads a .docx file. Throws `FileError`: `files.empty`, `files.encrypted`, `files.notDocx`, `files.brokenZip`, `files.tooLarge`, `files.brokenDocx`. */
export async function readDocx(bytes: Uint8Array): Promise<Workbook> {
  assertReadable(bytes);
  const mammoth = await import('mammoth');
  const library = 'default' in mammoth ? mammoth.default : mammoth;
  let tree: DocumentNode | null = null;
  const copy = bytes.slice();
  try {
    await library.convertToHtml(
      // Node's build takes a buffer, the browser's an ArrayBuffer; each ignores the other.
      { buffer: copy as unknown as Buffer, arrayBuffer: copy.buffer },
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
  return workbookOf(tree);
}

/** The running text of a .docx file, a paragraph an entry, tables and blank paragraphs left out. Throws as `readDocx` does. */
export async function paragraphsOfDocx(bytes: Uint8Array): Promise<readonly string[]> {
  const { sheets } = await readDocx(bytes);
  return (sheets[0]?.rows ?? []).flatMap((row) => (typeof row?.[0]?.value === 'string' ? [row[0].value] : []));
}

/** The document's parts are unpacked within bounds before another reader unpacks them without. */
function assertReadable(bytes: Uint8Array): void {
  const kind = sniff(bytes);
  if (kind === 'empty' || kind === 'encrypted') throw new FileError(`files.${kind}`);
  if (kind !== 'zip') throw new FileError('files.notDocx');
  const archive = openZip(bytes);
  if (!archive.names.some((name) => name.toLowerCase() === 'word/document.xml')) throw new FileError('files.notDocx');
  for (const name of archive.names) if (/\.(xml|rels)$/i.test(name)) archive.read(name);
}

function workbookOf(document: DocumentNode): Workbook {
  const paragraphs: string[] = [];
  const tables: DocumentNode[] = [];
  const walk = (node: DocumentNode): void => {
    if (node.type === 'paragraph') paragraphs.push(textOf(node));
    else if (node.type === 'table') tables.push(node);
    else for (const child of node.children ?? []) walk(child);
  };
  walk(document);
  const rows = paragraphs
    .map((text) => text.trimEnd())
    .filter((text) => text.trim() !== '')
    .map((value): Cell[] => [{ value }]);
  return { sheets: [{ name: NARRATIVE_SHEET, rows }, ...tables.map((table, index) => tableSheet(table, index))] };
}

function textOf(node: DocumentNode): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return '\n';
  const parts = (node.children ?? []).map(textOf);
  // A cell's paragraphs are lines.
  return node.type === 'tableCell' ? parts.join('\n').trim() : parts.join('');
}

/** Cells in their grid places: a cell that spans columns or rows is a merged range. */
function tableSheet(table: DocumentNode, index: number): Sheet {
  const rows: (Cell | undefined)[][] = [];
  const merges: Range[] = [];
  const taken = new Set<string>();
  const tableRows = (table.children ?? []).filter(({ type }) => type === 'tableRow');
  tableRows.forEach((tableRow, row) => {
    let column = 0;
    const cells: (Cell | undefined)[] = (rows[row] ??= []);
    for (const cell of (tableRow.children ?? []).filter(({ type }) => type === 'tableCell')) {
      while (taken.has(`${row},${column}`)) column += 1;
      const right = column + (cell.colSpan ?? 1) - 1;
      const bottom = row + (cell.rowSpan ?? 1) - 1;
      if (right > column || bottom > row) merges.push({ top: row, left: column, bottom, right });
      for (let r = row; r <= bottom; r++) for (let c = column; c <= right; c++) taken.add(`${r},${c}`);
      const value = textOf(cell);
      if (value !== '') cells[column] = { value };
      column = right + 1;
    }
  });
  return { name: `${NARRATIVE_SHEET} 表${index + 1}`, rows, ...(merges.length > 0 ? { merges } : {}) };
}
