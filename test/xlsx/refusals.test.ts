import * as legacy from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { FileError } from '../../src/core/file-error';
import { translate, type Locale } from '../../src/i18n';
import { readAny, readPresentation, readXlsx } from '../../src/xlsx';
import { openZip } from '../../src/xlsx/zip';
import { tiny, tinyParts, zipParts } from './tiny';

function refusal(act: () => unknown): FileError {
  try {
    act();
  } catch (error) {
    if (error instanceof FileError) return error;
    throw error;
  }
  throw new Error('It was read');
}

function ole(streams: readonly string[]): Uint8Array {
  const container = legacy.CFB.utils.cfb_new();
  for (const stream of streams)
    legacy.CFB.utils.cfb_add(
      container,
      `/${stream}`,
      Array.from({ length: 5000 }, () => 7),
    );
  return Uint8Array.from(legacy.CFB.write(container, { type: 'buffer' }) as Buffer);
}

function xls(): Uint8Array {
  const sheet = legacy.utils.aoa_to_sheet([
    ['合计', 62.1, true],
    [null, 6],
  ]);
  (sheet['B1'] as legacy.CellObject).z = '#,##0.00';
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } }];
  const book = legacy.utils.book_new();
  legacy.utils.book_append_sheet(book, sheet, '表一');
  return Uint8Array.from(legacy.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer);
}

const good = tiny({ sheets: [{ name: '表一', data: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });
const text = (value: string): Uint8Array => strToU8(value);
const damaged = (parts: Record<string, string | null>): Uint8Array => zipParts(tinyParts({ parts }));

describe('a file that cannot be read is refused with a sentence', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'files.empty'],
    ['an old workbook', xls(), 'files.oldXls'],
    ['an old workbook without a container', Uint8Array.from([9, 4, 6, 0, 0, 4, 16, 0]), 'files.oldXls'],
    ['an encrypted workbook', ole(['EncryptionInfo', 'EncryptedPackage']), 'files.encrypted'],
    ['an old Word document', ole(['WordDocument']), 'files.oldOffice'],
    ['a zip cut short', good.slice(0, good.length - 60), 'files.brokenZip'],
    ['the first bytes of a zip', good.slice(0, 12), 'files.brokenZip'],
    ['a zip with a hole', good.map((byte, i) => (i > 60 && i < 120 ? byte ^ 0x55 : byte)), 'files.brokenZip'],
    ['a zip of other files', zipSync({ 'a.txt': text('a') }), 'files.noWorkbook'],
    ['an empty zip', zipSync({}), 'files.noWorkbook'],
    ['a Word document', zipSync({ 'word/document.xml': text('<w/>') }), 'files.docx'],
    ['a presentation', zipSync({ 'ppt/presentation.xml': text('<p/>') }), 'files.pptx'],
    ['an OpenDocument spreadsheet', zipSync({ mimetype: text('application/vnd.oasis.opendocument.spreadsheet') }), 'files.openDocument'],
    ['a binary workbook', zipSync({ 'xl/workbook.bin': text('x') }), 'files.xlsb'],
    ['comma separated values', text('科目编码,科目名称\n208,社会保障'), 'files.text'],
    ['comma separated values in GBK', Uint8Array.from([0xbf, 0xc6, 0xc4, 0xbf, 0x2c, 0x31]), 'files.text'],
    ['a PDF', text('%PDF-1.7'), 'files.pdf'],
    ['a web page', text('<html><table><tr><td>1</td></tr></table></html>'), 'files.html'],
    ['an Excel 2003 XML spreadsheet', text('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'), 'files.xml'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'files.notSpreadsheet'],
    ['a workbook without the part of a sheet', damaged({ 'xl/worksheets/sheet1.xml': null }), 'files.missingSheet'],
    [
      'a workbook with a damaged sheet',
      damaged({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row></worksheet>' }),
      'files.brokenPart',
    ],
    [
      'a workbook with entities of its own',
      damaged({ 'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>' }),
      'files.brokenPart',
    ],
    ['a workbook without a root', damaged({ 'xl/workbook.xml': '' }), 'files.brokenPart'],
  ])('%s', (_, bytes, id) => {
    const error = refusal(() => readXlsx(bytes));
    expect(error.id).toBe(id);
    expect(refusal(() => readPresentation(bytes)).id).toBe(id);
    for (const locale of ['zh-CN', 'en'] as Locale[]) expect(translate(locale, error.id, error.data)).not.toMatch(/[{}]/);
  });

  test('a package that unpacks to too much', () => {
    const bytes = tiny({ sheets: [{ name: '表一', data: ' '.repeat(3_000_000) }] });
    expect(bytes.length).toBeLessThan(10_000);
    const error = refusal(() => readXlsx(bytes, { maxUnpacked: 1024 * 1024 }));
    expect([error.id, error.data]).toEqual(['files.tooLarge', { limit: '1' }]);
  });

  test('a part that says it is smaller than it is grows no further', () => {
    const bytes = tiny({ sheets: [{ name: '表一', data: ' '.repeat(3_000_000) }] });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 46 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000) view.setUint32(at + 24, 1000, true);
    }
    expect(refusal(() => readXlsx(bytes)).id).toBe('files.brokenZip');
  });

  test('an encrypted entry', () => {
    const bytes = good.slice();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 46 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    expect(refusal(() => readXlsx(bytes)).id).toBe('files.encrypted');
  });
});

describe('readAny', () => {
  test('reads .xlsx', async () => {
    expect((await readAny(good)).sheets).toEqual([{ name: '表一', rows: [[{ value: 1 }]] }]);
  });

  test('reads .xls into the same snapshot', async () => {
    expect((await readAny(xls())).sheets).toEqual([
      {
        name: '表一',
        rows: [
          [{ value: '合计' }, { value: 62.1, format: '#,##0.00' }, { value: true }],
          [undefined, { value: 6 }],
        ],
        merges: [{ top: 0, left: 0, bottom: 1, right: 0 }],
      },
    ]);
  });

  test('refuses an .xls cut short', async () => {
    await expect(readAny(xls().slice(0, 1500))).rejects.toBeInstanceOf(FileError);
  });
});

test('a zip in the 64-bit form is read', () => {
  const name = strToU8('a.txt');
  const bytes = new Uint8Array(300);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(26, name.length, true);
  bytes.set(name, 30);
  bytes.set([0x61], 35);
  const central = 36;
  view.setUint32(central, 0x02014b50, true);
  view.setUint32(central + 16, 0xe8b7be43, true); // CRC-32 of "a"
  view.setUint32(central + 20, 0xffffffff, true);
  view.setUint32(central + 24, 0xffffffff, true);
  view.setUint16(central + 28, name.length, true);
  view.setUint16(central + 30, 20, true);
  bytes.set(name, central + 46);
  const extra = central + 46 + name.length;
  view.setUint16(extra, 1, true);
  view.setUint16(extra + 2, 16, true);
  view.setBigUint64(extra + 4, 1n, true);
  view.setBigUint64(extra + 12, 1n, true);
  const end64 = extra + 20;
  view.setUint32(end64, 0x06064b50, true);
  view.setBigUint64(end64 + 32, 1n, true);
  view.setBigUint64(end64 + 48, BigInt(central), true);
  const locator = end64 + 56;
  view.setUint32(locator, 0x07064b50, true);
  view.setBigUint64(locator + 8, BigInt(end64), true);
  const end = locator + 20;
  view.setUint32(end, 0x06054b50, true);
  view.setUint16(end + 10, 0xffff, true);
  view.setUint32(end + 16, 0xffffffff, true);
  const archive = openZip(bytes.slice(0, end + 22));
  expect(archive.names).toEqual(['a.txt']);
  expect([...archive.read('a.txt')]).toEqual([0x61]);
});
