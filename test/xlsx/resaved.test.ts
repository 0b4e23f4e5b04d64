/**
 * Another program saved the annotated file: texts of cells are shared, notes have lost their author and are cut into runs, our custom XML hangs on
 * the package, the document's properties list sheets and names, the sheets have parts for a printer. (As LibreOffice and Excel do.)
 */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { checkWorkbook } from '../../src/core';
import { SETTINGS_NAMESPACE } from '../../src/core/settings';
import { annotationsOf } from '../../src/present/annotations';
import { discrepancySheet } from '../../src/present/discrepancySheet';
import { annotateXlsx, patchXlsx, publicCopy, readPresentation, readXlsx } from '../../src/xlsx';
import { caseBytes } from '../support/cases';
import { partsOf, relationships } from './tiny';

const SETTINGS = `<settings xmlns="${SETTINGS_NAMESPACE}">{}</settings>`;
const OURS = /gouji|勾稽】|差异清单|经办答复|HP LaserJet/;

function zipped(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

function annotate(bytes: Uint8Array): Uint8Array {
  const workbook = readXlsx(bytes);
  const result = checkWorkbook(workbook);
  return annotateXlsx(bytes, annotationsOf(result, 'zh-CN', { workbook, comments: 'all' }), {
    discrepancies: (earlier) => discrepancySheet(result, 'zh-CN', { workbook, earlier }),
  });
}

/** `count` per kind, as the properties of a document have them. */
function properties(titles: readonly (readonly [string, readonly string[]])[]): string {
  const pairs = titles.map(
    ([kind, of]) => `<vt:variant><vt:lpstr>${kind}</vt:lpstr></vt:variant><vt:variant><vt:i4>${of.length}</vt:i4></vt:variant>`,
  );
  const all = titles.flatMap(([, of]) => of);
  return (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
    `<HeadingPairs><vt:vector size="${pairs.length * 2}" baseType="variant">${pairs.join('')}</vt:vector></HeadingPairs>` +
    `<TitlesOfParts><vt:vector size="${all.length}" baseType="lpstr">${all.map((title) => `<vt:lpstr>${title}</vt:lpstr>`).join('')}</vt:vector></TitlesOfParts></Properties>`
  );
}

/** The texts of cells among the shared strings, each once; phonetic guides and runs are not ours. */
function withSharedStrings(parts: Record<string, string>): void {
  const strings = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>[\s\S]*?<\/si>/g)].map(([item]) => item);
  for (const name of Object.keys(parts).filter((each) => each.startsWith('xl/worksheets/sheet'))) {
    parts[name] = (parts[name] ?? '').replace(/ t="inlineStr"([^>]*)><is>([\s\S]*?)<\/is>/g, (_, attributes: string, item: string) => {
      const text = `<si>${item}</si>`;
      if (!strings.includes(text)) strings.push(text);
      return ` t="s"${attributes}><v>${strings.indexOf(text)}</v>`;
    });
  }
  parts['xl/sharedStrings.xml'] = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${strings.join('')}</sst>`;
}

/** No author, and runs as a program cuts them where the font changes. */
function withoutAuthors(parts: Record<string, string>): void {
  for (const name of Object.keys(parts).filter((each) => /^xl\/comments\d+\.xml$/.test(each))) {
    parts[name] = (parts[name] ?? '')
      .replace(/<authors>.*?<\/authors>/s, '<authors><author></author></authors>')
      .replace(/authorId="\d+"/g, 'authorId="0"')
      .replace(/<t(?: [^>]*)?>([^<]*)<\/t>/g, (_, text: string) => {
        const pieces = text.match(/&[^;]+;|[\s\S]/g) ?? [];
        const runs = pieces.reduce<string[]>(
          (all, piece, index) => (index % 3 === 0 ? [...all, piece] : [...all.slice(0, -1), all.at(-1) + piece]),
          [],
        );
        return runs
          .map((run) => `<t xml:space="preserve">${run}</t></r><r>`)
          .join('')
          .replace(/<\/r><r>$/, '');
      });
  }
}

/** Puts relationships under the package itself. */
function hang(parts: Record<string, string>, entries: Parameters<typeof relationships>[0]): void {
  const list = relationships(entries).replace(/^<Relationships[^>]*>|<\/Relationships>$/g, '');
  parts['_rels/.rels'] = (parts['_rels/.rels'] ?? '').replace('</Relationships>', `${list}</Relationships>`);
}

function resaved(bytes: Uint8Array): Uint8Array {
  const parts = partsOf(bytes);
  withSharedStrings(parts);
  withoutAuthors(parts);
  const workbook = parts['xl/_rels/workbook.xml.rels'] ?? '';
  const items = [...workbook.matchAll(/<Relationship [^>]*Type="[^"]*\/customXml"[^>]*Target="\.\.\/([^"]*)"[^>]*\/>/g)];
  expect(items.length).toBe(2);
  parts['xl/_rels/workbook.xml.rels'] = items.reduce((xml, [element]) => xml.replace(element, ''), workbook);
  const hanging = items.map(([, target = ''], index) => [`rId7${index}`, 'customXml', target] as const);
  hang(parts, [...hanging, ['rId80', 'extended-properties', 'docProps/app.xml']]);
  const sheets = readPresentation(bytes).sheets.map(({ name }) => name);
  parts['docProps/app.xml'] = properties([
    ['工作表', sheets],
    ['命名范围', ['差异清单!Print_Titles', '_gouji_m1', '表三!Print_Area']],
  ]);
  const own =
    Object.keys(parts)
      .filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
      .at(-1) ?? '';
  parts[own.replace('worksheets/', 'worksheets/_rels/') + '.rels'] = relationships([
    ['rId1', 'printerSettings', '../printerSettings/printerSettings9.bin'],
  ]);
  parts['xl/printerSettings/printerSettings9.bin'] = 'HP LaserJet';
  return zipped(parts);
}

const PEOPLE = [
  { sheet: '表三', address: 'C9', author: '审核人', text: '请核实本行' },
  { sheet: '表三', address: 'C8', author: '审核人', text: '已与财务核对' },
] as const;

const bytes = patchXlsx(caseBytes('seed-000.xlsx'), { notes: PEOPLE, cells: [{ sheet: '表三', address: 'C9', value: 26.5 }] });
const annotated = patchXlsx(annotate(bytes), { customXml: [{ namespace: SETTINGS_NAMESPACE, xml: SETTINGS }] });
const saved = resaved(annotated);
const notesOf = (file: Uint8Array): string[] =>
  readPresentation(file).sheets.flatMap(({ name, notes }) => notes.map(({ row, column, text }) => `${name} ${row} ${column} ${text}`));

test('nothing of ours is left in a public copy, everything of the user’s is', () => {
  expect(notesOf(annotated).filter((note) => note.includes('【勾稽】')).length).toBeGreaterThan(5);
  expect(Object.values(partsOf(saved)).some((part) => OURS.test(part))).toBe(true);
  const clean = publicCopy(saved);
  const left = Object.entries(partsOf(clean)).filter(([name, text]) => OURS.test(name + text));
  expect(left.map(([name]) => name)).toEqual([]);
  expect(Object.keys(partsOf(clean)).filter((name) => /printerSettings|customXml/.test(name))).toEqual([]);
  expect(readXlsx(clean).sheets).toEqual(readXlsx(bytes).sheets);
  expect(notesOf(clean).sort()).toEqual(notesOf(bytes).sort());
});

test('a custom part of others that is no XML is left alone', () => {
  const parts = partsOf(saved);
  hang(parts, [['rId90', 'customXml', 'customXml/item90.xml']]);
  parts['customXml/item90.xml'] = '<a><b></a>';
  const clean = partsOf(publicCopy(zipped(parts)));
  expect(clean['customXml/item90.xml']).toBe('<a><b></a>');
  expect(Object.keys(clean).filter((name) => name.startsWith('customXml/'))).toEqual(['customXml/item90.xml']);
});

test('the document’s properties count what is left', () => {
  const sheets = readXlsx(bytes).sheets.map(({ name }) => name);
  expect(partsOf(publicCopy(saved))['docProps/app.xml']).toBe(
    properties([
      ['工作表', sheets],
      ['命名范围', ['表三!Print_Area']],
    ]),
  );
});

test('properties that are counted wrongly lose their titles', () => {
  const parts = partsOf(saved);
  parts['docProps/app.xml'] = (parts['docProps/app.xml'] ?? '').replace('<vt:i4>3</vt:i4>', '<vt:i4>2</vt:i4>');
  expect(partsOf(publicCopy(zipped(parts)))['docProps/app.xml']).toMatch(/^<Properties[^>]*><\/Properties>$/);
});

test('a text that the user’s cells show too stays where it is', () => {
  const [sheet] = readXlsx(saved).sheets;
  const parts = partsOf(saved);
  const strings = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>[\s\S]*?<\/si>/g)].map(([item]) => item);
  const title = strings.findIndex((item) => item.includes('勾稽核对差异清单'));
  const part = 'xl/worksheets/sheet1.xml';
  parts[part] = (parts[part] ?? '').replace('</sheetData>', `<row r="900"><c r="A900" t="s"><v>${title}</v></c></row></sheetData>`);
  const clean = readXlsx(publicCopy(zipped(parts)));
  expect(clean.sheets[0]?.rows[899]?.[0]?.value).toBe('勾稽核对差异清单');
  expect(clean.sheets[0]?.rows[1]).toEqual(sheet?.rows[1]);
});

test('settings are read, and the next run puts its notes in the place of the earlier ones', () => {
  expect(readXlsx(saved).settings).toBe(SETTINGS);
  const again = annotate(saved);
  expect(notesOf(again).sort()).toEqual(notesOf(annotated).sort());
  expect(readXlsx(again).settings).toBe(SETTINGS);
  expect(Object.keys(unzipSync(again)).filter((name) => name.startsWith('customXml/item')).length).toBe(4);
});

test('settings are written into the part that is there, one that hangs there twice is one again', () => {
  const parts = partsOf(saved);
  const [, id = '', target = ''] = /Id="(rId7\d)"[^>]*Target="([^"]*)"/.exec(parts['_rels/.rels'] ?? '') ?? [];
  hang(parts, [['rId99', 'customXml', `/${target}`]]);
  expect(id).not.toBe('');
  const written = patchXlsx(zipped(parts), { customXml: [{ namespace: SETTINGS_NAMESPACE, xml: SETTINGS.replace('{}', '{"a":1}') }] });
  expect(readXlsx(written).settings).toContain('{"a":1}');
  const cleared = patchXlsx(written, { customXml: [{ namespace: SETTINGS_NAMESPACE, xml: null }] });
  expect(Object.values(partsOf(cleared)).filter((part) => part.includes(SETTINGS_NAMESPACE))).toEqual([]);
});
