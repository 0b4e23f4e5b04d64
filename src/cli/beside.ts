/** Which question this file answers: what do the files of `--with` and `--last-year` add to the workbook that is checked? */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isBlank, paragraphsOfText, withLastYear, withNarrative, type Workbook } from '../core';
import { FileError } from '../core/file-error';
import { translate, type Locale } from '../i18n';
import { fileSystemReason } from './inputs';
import { decodeText } from '../xlsx/plainText';

export interface BesideRequest {
  /** Documents with the narrative. */
  readonly documents: readonly string[];
  /** Last year's workbook. */
  readonly lastYear: string | null;
  readonly locale: Locale;
}

/** Adds them to a workbook; or the file that could not be read, and why. */
export type BesideRead = { readonly add: (workbook: Workbook) => Workbook } | { readonly file: string; readonly wrong: string };

export async function readBeside({ documents, lastYear, locale }: BesideRequest): Promise<BesideRead> {
  const additions: ((workbook: Workbook) => Workbook)[] = [];
  for (const file of [...documents, ...(lastYear === null ? [] : [lastYear])]) {
    try {
      additions.push(await (file === lastYear ? yearBefore(file) : narrative(file)));
    } catch (error) {
      if (error instanceof FileError) return { file, wrong: translate(locale, error.id, error.data) };
      const { id, data } = fileSystemReason(error);
      return { file, wrong: translate(locale, id, data) };
    }
  }
  return { add: (workbook) => additions.reduce((whole, addition) => addition(whole), workbook) };
}

/** A .docx, or a text file. */
async function narrative(file: string): Promise<(workbook: Workbook) => Workbook> {
  const bytes = readFileSync(file);
  const { sniff } = await import('../xlsx');
  const text = sniff(bytes) === 'text';
  const read = text ? { paragraphs: paragraphsOfText(decodeText(bytes)) } : await (await import('../docx')).readNarrative(bytes);
  if (isBlank(read)) throw new FileError('files.noText');
  return (workbook) => withNarrative(workbook, { name: basename(file), ...read });
}

async function yearBefore(file: string): Promise<(workbook: Workbook) => Workbook> {
  const before = await (await import('../xlsx')).readAny(readFileSync(file));
  return (workbook) => withLastYear(workbook, before, basename(file));
}
