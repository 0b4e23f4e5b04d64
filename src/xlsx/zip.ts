/**
 * The zip container: which parts does a package hold, and how are some replaced while the rest stay byte for byte.
 * Written for .xlsx: fflate inflates and deflates, the directory is ours, so that untouched entries are copied as stored.
 */
import { deflateSync, inflateSync } from 'fflate';
import { FileError } from '../core/file-error';

/** The bound on what a package may unpack to, in bytes: a workbook of some three million cells. */
export const MAX_UNPACKED = 512 * 1024 * 1024;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where the local header begins. */
  readonly offset: number;
  /** DOS time and date as one 32-bit number. */
  readonly time: number;
  readonly external: number;
}

export interface ZipArchive {
  /** Names as stored, in the order of the directory; folders left out. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The unpacked bytes of one part. Throws `FileError` when it is damaged or the whole unpacks to too much. */
  read(name: string): Uint8Array;
  /** The same archive with some parts replaced, added (at the end) or left out (`null`); all others are copied as stored. */
  replace(parts: ReadonlyMap<string, Uint8Array | null>): Uint8Array;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = (CRC_TABLE[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function broken(): FileError {
  return new FileError('files.brokenZip');
}

/** End of central directory: the last 22 bytes plus a comment of at most 65,535 (APPNOTE 4.3.16). */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw broken();
}

interface Directory {
  readonly count: number;
  readonly offset: number;
}

function directoryOf(view: DataView): Directory {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  if (count !== 0xffff && offset !== 0xffffffff) return { count, offset };
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return { count, offset };
  const zip64 = Number(view.getBigUint64(locator + 8, true));
  if (zip64 + 56 > view.byteLength || view.getUint32(zip64, true) !== 0x06064b50) throw broken();
  return { count: Number(view.getBigUint64(zip64 + 32, true)), offset: Number(view.getBigUint64(zip64 + 48, true)) };
}

/** The 64-bit values of the zip64 extra field, in the order in which the 32-bit ones overflow (APPNOTE 4.5.3). */
function wide(view: DataView, from: number, length: number, values: readonly number[]): number[] {
  if (!values.includes(0xffffffff)) return [...values];
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return values.map((value) => {
      if (value !== 0xffffffff) return value;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    });
  }
  return [...values];
}

function readDirectory(bytes: Uint8Array, view: DataView): Entry[] {
  const { count, offset } = directoryOf(view);
  const decoder = new TextDecoder();
  const entries: Entry[] = [];
  let at = offset;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw broken();
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const [unpacked = 0, packed = 0, local = 0] = wide(view, at + 46 + nameLength, extraLength, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    entries.push({
      name: decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      time: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
      packed,
      unpacked,
      external: view.getUint32(at + 38, true),
      offset: local,
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The stored (packed) bytes of an entry. */
function stored(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) throw broken();
  const from = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (from + entry.packed > bytes.length) throw broken();
  return bytes.subarray(from, from + entry.packed);
}

/** Opens an archive without unpacking anything. Throws `FileError` `files.brokenZip`. */
export function openZip(bytes: Uint8Array, maxUnpacked = MAX_UNPACKED): ZipArchive {
  if (bytes.length < 22) throw broken();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let entries: Entry[];
  try {
    entries = readDirectory(bytes, view);
  } catch (error) {
    // A length that leads outside the file is a RangeError of the view.
    throw error instanceof FileError ? error : broken();
  }
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const cache = new Map<string, Uint8Array>();
  let unpackedSoFar = 0;

  const unpack = (entry: Entry): Uint8Array => {
    if (entry.flags & 1) throw new FileError('files.encrypted');
    unpackedSoFar += entry.unpacked;
    if (unpackedSoFar > maxUnpacked) throw new FileError('files.tooLarge', { limit: String(Math.round(maxUnpacked / 1024 / 1024)) });
    const data = stored(bytes, view, entry);
    if (entry.method !== 0 && entry.method !== 8) throw new FileError('files.brokenZip');
    let result: Uint8Array;
    try {
      // The buffer has the declared size, so an entry that lies about it cannot grow beyond.
      result = entry.method === 0 ? data : inflateSync(data, { out: new Uint8Array(entry.unpacked) });
    } catch {
      throw broken();
    }
    if (result.length !== entry.unpacked || crc32(result) !== entry.crc) throw broken();
    return result;
  };

  return {
    names: entries.filter((entry) => !entry.name.endsWith('/')).map((entry) => entry.name),
    has: (name) => byName.has(name),
    read(name) {
      const entry = byName.get(name);
      if (!entry) throw broken();
      const known = cache.get(name);
      if (known) return known;
      const result = unpack(entry);
      cache.set(name, result);
      return result;
    },
    replace(parts) {
      const writer = new ZipWriter();
      for (const entry of entries) {
        const part = parts.get(entry.name);
        if (part === undefined) writer.copy(entry, stored(bytes, view, entry));
        else if (part !== null) writer.add(entry.name, part);
      }
      for (const [name, part] of parts) if (part !== null && !byName.has(name)) writer.add(name, part);
      return writer.finish();
    },
  };
}

/** 1980-01-01 00:00, the earliest DOS time: what we write does not depend on a clock. */
const NO_TIME = 0x00210000;

class ZipWriter {
  private readonly chunks: Uint8Array[] = [];
  private readonly entries: Entry[] = [];
  private length = 0;

  copy(entry: Entry, data: Uint8Array): void {
    // Bit 3 (sizes follow the data) is cleared, since sizes now stand in the header; bit 11 says the name is UTF-8.
    this.put({ ...entry, flags: (entry.flags & ~8) | 0x0800, offset: this.length }, data);
  }

  add(name: string, part: Uint8Array): void {
    const data = deflateSync(part, { level: 6 });
    this.put(
      {
        name,
        flags: 0x0800,
        method: 8,
        crc: crc32(part),
        packed: data.length,
        unpacked: part.length,
        offset: this.length,
        time: NO_TIME,
        external: 0,
      },
      data,
    );
  }

  private put(entry: Entry, data: Uint8Array): void {
    this.entries.push(entry);
    this.push(header(entry, false));
    this.push(data);
  }

  private push(chunk: Uint8Array): void {
    this.chunks.push(chunk);
    this.length += chunk.length;
  }

  finish(): Uint8Array {
    const start = this.length;
    for (const entry of this.entries) this.push(header(entry, true));
    const end = new DataView(new ArrayBuffer(22));
    end.setUint32(0, 0x06054b50, true);
    end.setUint16(8, this.entries.length, true);
    end.setUint16(10, this.entries.length, true);
    end.setUint32(12, this.length - start, true);
    end.setUint32(16, start, true);
    this.push(new Uint8Array(end.buffer));
    const result = new Uint8Array(this.length);
    let at = 0;
    for (const chunk of this.chunks) {
      result.set(chunk, at);
      at += chunk.length;
    }
    return result;
  }
}

/** A local header or, with `central`, the entry of the directory: the same fields, the second with six more. */
function header(entry: Entry, central: boolean): Uint8Array {
  const name = new TextEncoder().encode(entry.name);
  const size = central ? 46 : 30;
  const result = new Uint8Array(size + name.length);
  const view = new DataView(result.buffer);
  view.setUint32(0, central ? 0x02014b50 : 0x04034b50, true);
  if (central) view.setUint16(4, 20, true);
  const at = central ? 6 : 4;
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.flags, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.time, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed, true);
  view.setUint32(at + 18, entry.unpacked, true);
  view.setUint16(at + 22, name.length, true);
  if (central) {
    view.setUint32(38, entry.external, true);
    view.setUint32(42, entry.offset, true);
  }
  result.set(name, size);
  return result;
}
