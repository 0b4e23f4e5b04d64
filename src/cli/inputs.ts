/** Which question this file answers: which files does a path on the command line mean? */
import { readdirSync, statSync } from 'node:fs';

export type Input =
  | { readonly file: string; readonly error?: undefined }
  /** Why there is nothing to read at this path: a message id and its data. */
  | { readonly file: string; readonly error: { readonly id: string; readonly data: Readonly<Record<string, string>> } };

const EXTENSIONS = /\.(xlsx|xlsm|xls|et|docx)$/i;

/** What Office and file systems leave beside documents: lock files (`~$budget.xlsx`) and hidden files. */
function isPassedOver(name: string): boolean {
  return name.startsWith('~$') || name.startsWith('.');
}

/** `ENOENT`, `EACCES` …; the error itself as text when it has no code. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}

/** The reason for an error of the file system. */
export function fileSystemReason(error: unknown): { readonly id: string; readonly data: Readonly<Record<string, string>> } {
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { id: 'cli.error.not-found', data: {} };
  if (code === 'EACCES' || code === 'EPERM') return { id: 'cli.error.no-permission', data: {} };
  return { id: 'cli.error.unreadable', data: { code } };
}

/** A file is itself, whatever it is called; a folder is every document in and below it, joined with `/`. Sorted, each once. */
export function inputsOf(paths: readonly string[]): readonly Input[] {
  const inputs = new Map<string, Input>();
  for (const path of paths) for (const input of inputsAt(path)) inputs.set(input.file, input);
  return [...inputs.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

function inputsAt(path: string): readonly Input[] {
  try {
    if (!statSync(path).isDirectory()) return [{ file: path }];
  } catch (error) {
    return [{ file: path, error: fileSystemReason(error) }];
  }
  const found = inputsIn(path);
  return found.length > 0 ? found : [{ file: path, error: { id: 'cli.error.empty-folder', data: {} } }];
}

function inputsIn(folder: string): readonly Input[] {
  const inputs: Input[] = [];
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (isPassedOver(entry.name)) continue;
      const path = `${folder.replace(/\/+$/, '')}/${entry.name}`;
      // A link to a folder is not followed: it could lead round in a circle.
      if (entry.isDirectory()) inputs.push(...inputsIn(path));
      else if (EXTENSIONS.test(entry.name) && (entry.isFile() || isLinkToFile(path))) inputs.push({ file: path });
    }
  } catch (error) {
    inputs.push({ file: folder, error: fileSystemReason(error) });
  }
  return inputs;
}

function isLinkToFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    // A link that leads nowhere: reading it later gives the reason.
    return true;
  }
}
