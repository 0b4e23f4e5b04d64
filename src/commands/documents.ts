/**
 * Which question this file answers: what is checked together with the workbook without being part of it: a document with the narrative, pasted text,
 * last year's workbook? They are kept for as long as the pane is open; nothing of them is written into the workbook.
 */
import { isBlank, paragraphsOfText, withLastYear, withNarrative, type Document, type Workbook } from '../core';
import { FileError } from '../core/file-error';
import { checkWorkbookNow } from './check';
import type { Desk } from './desk';

export interface Beside {
  readonly documents: readonly Document[];
  readonly lastYear: { readonly name: string; readonly workbook: Workbook } | null;
}

export const NOTHING_BESIDE: Beside = { documents: [], lastYear: null };

/** The workbook with all that is to be checked with it. */
export function withBeside(workbook: Workbook, { documents, lastYear }: Beside): Workbook {
  const narrated = documents.reduce(withNarrative, workbook);
  return lastYear === null ? narrated : withLastYear(narrated, lastYear.workbook, lastYear.name);
}

/** A .docx or a text file; one of the same name is replaced. */
export async function addDocument(desk: Desk, name: string, bytes: Uint8Array): Promise<void> {
  const read = await reading(desk, async () => {
    const { sniff } = await import('../xlsx/sniff');
    if (sniff(bytes) !== 'text') return (await import('../docx')).readNarrative(bytes);
    return { paragraphs: paragraphsOfText((await import('../xlsx/plainText')).decodeText(bytes)) };
  });
  if (read) await add(desk, { name, ...read });
}

/** Pasted text. */
export function addText(desk: Desk, name: string, text: string): Promise<void> {
  return add(desk, { name, paragraphs: paragraphsOfText(text) });
}

async function add(desk: Desk, added: Document): Promise<void> {
  if (isBlank(added)) {
    desk.set({ error: { id: 'files.noText', data: {} } });
    return;
  }
  const { beside } = desk.now;
  const others = beside.documents.filter((document) => document.name !== added.name);
  await recheckWith(desk, { ...beside, documents: [...others, added] });
}

export async function removeDocument(desk: Desk, name: string): Promise<void> {
  const { beside } = desk.now;
  await recheckWith(desk, { ...beside, documents: beside.documents.filter((document) => document.name !== name) });
}

/** Any workbook file that can be read; `null` takes last year's away. */
export async function setLastYear(desk: Desk, file: { readonly name: string; readonly bytes: Uint8Array } | null): Promise<void> {
  const { beside } = desk.now;
  if (file === null) return recheckWith(desk, { ...beside, lastYear: null });
  const workbook = await reading(desk, async () => (await import('../xlsx/readAny')).readAny(file.bytes));
  if (workbook) await recheckWith(desk, { ...beside, lastYear: { name: file.name, workbook } });
}

async function recheckWith(desk: Desk, beside: Beside): Promise<void> {
  desk.set({ beside });
  await checkWorkbookNow(desk, desk.now.outcome?.scope);
}

/** What a file holds; a file that cannot be read is told of and gives `null`. */
async function reading<T>(desk: Desk, read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    desk.set({ error: { id: error.id, data: error.data } });
    return null;
  }
}
