/** The settings of a workbook in its file: read with it, written by a patch, other parts untouched. */
import { SETTINGS_NAMESPACE } from '../../src/core/settings';
import { patchXlsx, readXlsx } from '../../src/xlsx';
import { caseBytes } from '../support/cases';
import { changedParts, partsOf, tiny } from './tiny';

const XML = `<settings xmlns="${SETTINGS_NAMESPACE}"><finding id="1" reason="已核实"/></settings>`;
const write = (bytes: Uint8Array, xml: string | null): Uint8Array =>
  patchXlsx(bytes, { customXml: [{ namespace: SETTINGS_NAMESPACE, xml }] });
const FILE = tiny({ sheets: [{ name: '表一', data: '' }] });

test('a file without settings has none', () => {
  expect(readXlsx(FILE)).not.toHaveProperty('settings');
});

test('what is written is read; nothing else of a published budget is touched', () => {
  const bytes = caseBytes('seed-000.xlsx');
  const written = write(bytes, XML);
  const { settings, sheets } = readXlsx(written);
  expect(settings).toBe(XML);
  expect(sheets).toEqual(readXlsx(bytes).sheets);
  expect(changedParts(bytes, written).filter((name) => name.startsWith('xl/worksheets'))).toEqual([]);
});

test('written again they replace the earlier ones; taken away the file is without', () => {
  const twice = write(write(FILE, XML), XML.replace('id="1"', 'id="2"'));
  expect(readXlsx(twice).settings).toBe(XML.replace('id="1"', 'id="2"'));
  expect(Object.keys(partsOf(twice)).filter((name) => /customXml\/item\d/.test(name))).toHaveLength(1);
  expect(readXlsx(write(twice, null))).not.toHaveProperty('settings');
});

test('a declaration, a comment and a prefix before the root do not hide them; another program’s part is not ours', () => {
  const prefixed = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><!-- a --><g:settings xmlns:g="${SETTINGS_NAMESPACE}"/>`;
  expect(readXlsx(write(FILE, prefixed)).settings).toBe(prefixed);
  const other = patchXlsx(FILE, { customXml: [{ namespace: 'urn:other', xml: `<a xmlns="urn:other">${SETTINGS_NAMESPACE}</a>` }] });
  expect(readXlsx(other)).not.toHaveProperty('settings');
});
