/** How does `Office.context.document.getFileAsync` get the workbook's bytes? A copy is taken, handed out in slices, and released. */
import type { DispatchReply } from './host';
import { DispatchId } from './protocol';

/** Office's number for a file that is not there (any more). */
const GONE = 2003;

export class FileCopies {
  private readonly copies = new Map<number, Uint8Array>();
  private next = 1;

  constructor(private readonly file: (() => Uint8Array) | null) {}

  /** `null` where there is no file to hand out. */
  dispatch(id: DispatchId, args: readonly unknown[]): DispatchReply | null {
    if (this.file === null) return null;
    if (id === DispatchId.GetDocumentCopy) {
      const bytes = this.file();
      const handle = this.next++;
      this.copies.set(handle, bytes);
      return { status: 0, payload: [handle, bytes.length] };
    }
    const [handle, offset, size] = args.map(Number) as [number, number?, number?];
    const bytes = this.copies.get(handle);
    if (!bytes) return { status: GONE, payload: null };
    if (id === DispatchId.ReleaseDocumentCopy) {
      this.copies.delete(handle);
      return { status: 0, payload: null };
    }
    const slice = bytes.slice(offset, (offset ?? 0) + (size ?? 0));
    return { status: 0, payload: [slice, slice.length] };
  }
}
