/** What is this file, judged by its bytes and never by its name? */

export type FileKind =
  | 'empty'
  | 'zip'
  | 'xls'
  | 'encrypted'
  | 'ole' // another document of the old Office format (.doc, .ppt)
  | 'pdf'
  | 'html'
  | 'xml' // an XML spreadsheet of 2003, or any other XML
  | 'text'
  | 'unknown';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (OLE.every((byte, i) => bytes[i] === byte)) return sniffOle(bytes);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7)) return 'zip';
  // A BIFF2–BIFF4 stream without a container begins with its BOF record.
  if (bytes[0] === 0x09 && [0, 2, 4, 8].includes(bytes[1] ?? -1) && (bytes[2] ?? 99) <= 16 && bytes[3] === 0) return 'xls';
  const head = asciiHead(bytes);
  if (head.startsWith('%PDF')) return 'pdf';
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta)\b/i.test(head)) return 'html';
  if (/^<\?xml|^<[A-Za-z]/.test(head)) return 'xml';
  return looksLikeText(bytes) ? 'text' : 'unknown';
}

/**
 * Names of an OLE file's streams stand in directory entries of 128 bytes, aligned to 128 (MS-CFB 2.6): looking there
 * finds them without following sector chains, also in a file that is cut short.
 */
function sniffOle(bytes: Uint8Array): FileKind {
  const names = new Set<string>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = (bytes[at + 64] ?? 0) | ((bytes[at + 65] ?? 0) << 8);
    const type = bytes[at + 66] ?? 0;
    if (length < 4 || length > 64 || length % 2 !== 0 || (type !== 1 && type !== 2 && type !== 5)) continue;
    let name = '';
    for (let i = at; i < at + length - 2; i += 2) name += String.fromCharCode((bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8));
    names.add(name);
  }
  if (names.has('EncryptedPackage') || names.has('EncryptionInfo')) return 'encrypted';
  return names.has('Workbook') || names.has('Book') || names.has('WORKBOOK') || names.has('BOOK') ? 'xls' : 'ole';
}

function asciiHead(bytes: Uint8Array): string {
  let from = 0;
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) from = 3;
  let head = '';
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (let i = utf16 ? 2 : from; i < bytes.length && head.length < 400; i += utf16 ? 2 : 1) head += String.fromCharCode(bytes[i] ?? 0);
  return head.trimStart();
}

/** No byte that text of any encoding in use here (UTF-8, GBK, UTF-16 with its mark) would hold. */
function looksLikeText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const end = Math.min(bytes.length, 4096);
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) return false;
  }
  return true;
}
