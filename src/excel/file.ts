/** Which question this file answers: what are the bytes of the open workbook, as it would be saved now? (Common API, `CompressedFile`.) */
import { EdgeError } from './errors';

/** Excel hands out at most 4 MB at a time. */
const SLICE = 4 * 1024 * 1024;

export interface OpenFile {
  /** `预算.xlsx`; '' for a workbook that was never saved. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function openFile(): Promise<OpenFile> {
  const { document, requirements } = Office.context;
  if (!requirements.isSetSupported('CompressedFile')) throw new EdgeError({ id: 'edge.error.unsupported', data: {} });
  const file = await answered<Office.File>((done) => document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, done));
  try {
    const bytes = new Uint8Array(file.size);
    let offset = 0;
    for (let index = 0; index < file.sliceCount; index += 1) {
      const slice = await answered<Office.Slice>((done) => file.getSliceAsync(index, done));
      const data = new Uint8Array(slice.data as ArrayLike<number>);
      bytes.set(data, offset);
      offset += data.length;
    }
    return { name: nameOf(document.url), bytes };
  } finally {
    // Excel keeps two copies at most: one that is not closed blocks the next.
    file.closeAsync();
  }
}

function answered<T>(ask: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    ask((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(Object.assign(new Error(result.error.message), { code: result.error.code }));
    });
  });
}

/** The last part of a path or address. */
function nameOf(url: string | null | undefined): string {
  const last = (url ?? '').split(/[\\/]/).at(-1)?.split('?')[0] ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
