/** What goes into the saved file: only what changed, nothing when nothing did. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { COMMENT_PREFIX, GENERATED_NAME, markFormula, NOTE_AUTHOR } from '../../src/present/marks';
import { type SheetSetup, changesOf, copyName, isUnchanged, linkTarget, sheetsWithOtherMerges } from '../../src/workbench/changes';
import { createHeadlessModel } from '../../src/workbench/univer/headless';
import { fillModel, gridWorkbook, lookOfFile } from '../../src/workbench/univer/open';
import type { UniverWorkbookModel } from '../../src/workbench/univer/univerModel';
import { readPresentation, readXlsx, type PresentedWorkbook } from '../../src/xlsx';
import { patchXlsx, type WorkbookChanges } from '../../src/xlsx/patch';
import { relationships, tiny } from '../xlsx/tiny';

const SAMPLE = new Uint8Array(readFileSync(path.join(__dirname, '../../assets/samples/sample-budget.xlsx')));
const C7 = { top: 6, left: 2, bottom: 6, right: 2 };
let model: UniverWorkbookModel | null = null;

afterEach(() => {
  model?.dispose();
  model = null;
});

function open(bytes: Uint8Array): { readonly book: UniverWorkbookModel; readonly presented: PresentedWorkbook } {
  model?.dispose();
  const presented = readPresentation(bytes);
  const book = createHeadlessModel(gridWorkbook(presented, 'sample', 'zh-CN'));
  fillModel(book, presented);
  model = book;
  return { book, presented };
}

function changes(book: UniverWorkbookModel, presented: PresentedWorkbook, setup: SheetSetup = {}): WorkbookChanges {
  return changesOf(book, presented, { ofFile: lookOfFile, ofCell: (...cell) => book.ownStyle(...cell), ofSheet: () => setup });
}

function sheetId(book: UniverWorkbookModel, name: string): string {
  return book.sheets().find((sheet) => sheet.name === name)?.id ?? '';
}

/** Names of the parts that differ between two files. */
function partsThatDiffer(a: Uint8Array, b: Uint8Array): readonly string[] {
  const [left, right] = [unzipSync(a), unzipSync(b)];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter((name) => Buffer.compare(Buffer.from(left[name] ?? []), Buffer.from(right[name] ?? [])) !== 0)
    .sort();
}

test.each([
  ['the sample', SAMPLE],
  ['the published workbook, whose fonts are not all named', new Uint8Array(readFileSync(path.join(__dirname, '../cases/seed-000.xlsx')))],
])('nothing changed in %s: no changes, the same bytes', (_what, bytes) => {
  const { book, presented } = open(bytes);
  expect(changes(book, presented)).toEqual({});
  expect(patchXlsx(bytes, changes(book, presented))).toEqual(bytes);
});

test('a mark by style that is put on and taken off again is no change', () => {
  const { book, presented } = open(SAMPLE);
  const sheet = sheetId(book, '表三');
  book.writeStyle(sheet, C7, { fill: '#FFC7CE', font: { bold: true } });
  book.writeStyle(sheet, C7, { fill: null, font: { bold: false } });
  expect(changes(book, presented)).toEqual({});
});

test('one typed figure changes one sheet’s part and nothing else', () => {
  const { book, presented } = open(SAMPLE);
  book.write(sheetId(book, '表三'), [{ row: 6, column: 2, value: 1557.94 }], 'user');
  expect(changes(book, presented)).toEqual({ cells: [{ sheet: '表三', address: 'C7', value: 1557.94 }] });
  const saved = patchXlsx(SAMPLE, changes(book, presented));
  expect(partsThatDiffer(SAMPLE, saved)).toEqual(['xl/worksheets/sheet3.xml']);
  expect(readXlsx(saved).sheets.find(({ name }) => name === '表三')?.rows[6]?.[2]?.value).toBe(1557.94);
});

test('a formula’s stored result stays as it is until something that it may depend on changes', async () => {
  const file = patchXlsx(SAMPLE, { cells: [{ sheet: '表三', address: 'G8', value: 2, formula: '=C8*2' }] });
  const { book, presented } = open(file);
  await book.settle();
  expect(isUnchanged(changes(book, presented))).toBe(true);
  book.write(sheetId(book, '表三'), [{ row: 7, column: 2, value: 3 }], 'user');
  await book.settle();
  expect(changes(book, presented)).toEqual({
    cells: [
      { sheet: '表三', address: 'C8', value: 3 },
      { sheet: '表三', address: 'G8', value: 6, formula: '=C8*2' },
    ],
  });
});

test('merges that a paste brought along are named, since a copy cannot carry them', () => {
  const { book, presented } = open(SAMPLE);
  expect(sheetsWithOtherMerges(book, presented)).toEqual([]);
  book.merge(sheetId(book, '表五'), { top: 40, left: 0, bottom: 41, right: 1 });
  expect(sheetsWithOtherMerges(book, presented)).toEqual(['表五']);
});

test('a pasted format goes along with its cell', () => {
  const { book, presented } = open(SAMPLE);
  book.writeStyle(sheetId(book, '表三'), C7, { fill: '#FFFF00' });
  const [change] = changes(book, presented).cells ?? [];
  expect(change).toMatchObject({ address: 'C7', value: 1555.94, style: { fill: '#FFFF00' } });
});

test('marks become conditional formats, comments notes of 勾稽; cleared again, they are gone from the file', () => {
  const { book, presented } = open(SAMPLE);
  const sheet = sheetId(book, '表三');
  const format = book.addConditionalFormat({ sheet, ranges: [C7], formula: markFormula('error'), fill: '#FFC7CE', fontColor: '#9C0006' });
  const comment = book.addComment(sheet, 6, 2, `${COMMENT_PREFIX}不一致`, '用户');
  const saved = patchXlsx(SAMPLE, changes(book, presented));
  const reread = readPresentation(saved).sheets.find(({ name }) => name === '表三');
  expect(reread?.notes).toEqual([{ row: 6, column: 2, author: NOTE_AUTHOR, text: `${COMMENT_PREFIX}不一致` }]);
  expect(reread?.conditionalFormats).toMatchObject([
    { ranges: [C7], formula: markFormula('error'), fill: '#FFC7CE', fontColor: '#9C0006' },
  ]);
  book.deleteConditionalFormat(format);
  book.deleteComment(comment.id);

  const second = open(saved);
  expect(isUnchanged(changes(second.book, second.presented))).toBe(true);
  for (const { id } of second.book.conditionalFormats(sheet)) second.book.deleteConditionalFormat(id);
  for (const { id } of second.book.comments()) second.book.deleteComment(id);
  const cleared = readPresentation(patchXlsx(saved, changes(second.book, second.presented))).sheets.find(({ name }) => name === '表三');
  expect(cleared?.notes).toEqual([]);
  expect(cleared?.conditionalFormats).toEqual([]);
});

test('what a user answered below a note of ours is kept once, with our note written anew and without it', () => {
  const answered = patchXlsx(
    patchXlsx(SAMPLE, { notes: [{ sheet: '表三', address: 'C7', author: NOTE_AUTHOR, text: `${COMMENT_PREFIX}不一致` }] }),
    { notes: [{ sheet: '表三', address: 'C7', author: '用户', text: '已改' }] },
  );
  const notes = (bytes: Uint8Array): readonly string[] =>
    readPresentation(bytes).sheets.flatMap((sheet) => sheet.notes.map(({ text }) => text));
  const { book, presented } = open(answered);
  expect(changes(book, presented)).toEqual({});
  const { id } = book.addComment(sheetId(book, '表三'), 7, 2, `${COMMENT_PREFIX}另一处`, '用户');
  const [mine, other] = [`${COMMENT_PREFIX}不一致`, `${COMMENT_PREFIX}另一处`];
  expect(notes(patchXlsx(answered, changes(book, presented)))).toEqual([`已改\n——————\n${mine}`, other]);
  for (const comment of book.comments()) if (comment.id !== id) book.deleteComment(comment.id);
  expect(notes(patchXlsx(answered, changes(book, presented)))).toEqual(['已改', other]);
});

test('a generated sheet is added with its links, formulas and widths, and is known as generated', async () => {
  const { book, presented } = open(SAMPLE);
  const sheet = book.addSheet('差异清单');
  book.addName({ name: GENERATED_NAME, formula: '=1', visible: false, sheet });
  book.write(sheet, [{ row: 0, column: 1, formula: '=表三!C7-表三!D7', numberFormat: '0.00' }], 'api');
  book.setHyperlink(sheet, 0, 0, { documentReference: "'表三'!C7", textToDisplay: '表三 C7' });
  book.setColumnWidth(sheet, 0, 0, 145);
  await book.settle();
  const saved = patchXlsx(SAMPLE, changes(book, presented));
  const added = readPresentation(saved).sheets.find(({ name }) => name === '差异清单');
  expect(added).toMatchObject({ generated: true, hyperlinks: [{ documentReference: "'表三'!C7" }] });
  expect(added?.cells).toMatchObject([
    { row: 0, column: 0, value: '表三 C7' },
    { row: 0, column: 1, formula: '=表三!C7-表三!D7' },
  ]);
  expect(Math.abs((added?.columns[0]?.width ?? 0) - 145)).toBeLessThanOrEqual(1);
  expect(added?.cells[1]?.value).toBeCloseTo(534.22, 2);

  const second = open(saved);
  second.book.deleteSheet(sheetId(second.book, '差异清单'));
  expect(changes(second.book, second.presented)).toEqual({ removeSheets: ['差异清单'] });
});

test('what the add-in set up for its sheet is saved: filter, header and number on every page, no gridlines; a text stays text when it is edited', () => {
  const { book, presented } = open(SAMPLE);
  const sheet = book.addSheet('差异清单');
  book.write(sheet, [{ row: 0, column: 0, value: '=1+1' }], 'api');
  const setup = { filter: { top: 0, left: 0, bottom: 3, right: 2 }, titleRow: 0, footer: '第 &P 页', showGridLines: false };
  const parts = Object.fromEntries(
    Object.entries(unzipSync(patchXlsx(SAMPLE, changes(book, presented, setup)))).map(([name, part]) => [name, strFromU8(part)]),
  );
  const added = Object.values(parts).find((part) => part.includes('<is><t>=1+1</t></is>')) ?? '';
  expect(added).toContain('<autoFilter ref="A1:C4"/>');
  expect(added).toContain('showGridLines="0"');
  expect(added).toContain('orientation="landscape" fitToHeight="0"');
  expect(added).toContain('<headerFooter><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter>');
  expect(parts['xl/workbook.xml']).toMatch(/_xlnm\.Print_Titles"[^>]*>'差异清单'!\$1:\$1</);
  expect(parts['xl/styles.xml']).toContain('quotePrefix="1"');
});

test('settings go into their own custom XML part', () => {
  const { book, presented } = open(SAMPLE);
  const xml = '<gouji xmlns="urn:gouji:settings:1"><ignored/></gouji>';
  book.setCustomXml('part-1', xml);
  expect(changes(book, presented)).toEqual({ customXml: [{ namespace: 'urn:gouji:settings:1', xml }] });
  const second = open(patchXlsx(SAMPLE, changes(book, presented)));
  expect([...second.book.customXml().values()]).toEqual([xml]);
  expect(isUnchanged(changes(second.book, second.presented))).toBe(true);
});

test.each([
  ['预算.xlsx', '预算-勾稽.xlsx'],
  ['预算.v2.XLS', '预算.v2-勾稽.xlsx'],
  ['预算', '预算-勾稽.xlsx'],
])('a copy of %s is named %s', (name, copy) => {
  expect(copyName(name, '勾稽')).toBe(copy);
});

test.each([
  ["'表三'!C7", { sheet: '表三', row: 6, column: 2 }],
  ['表三!$C$7:D8', { sheet: '表三', row: 6, column: 2 }],
  ["#'a''b'!A1", { sheet: "a'b", row: 0, column: 0 }],
  ['nowhere', null],
])('the link %s leads to its cell', (documentReference, target) => {
  expect(linkTarget({ documentReference })).toEqual(target);
});

describe('threads that Excel wrote', () => {
  const ours = `${COMMENT_PREFIX}差 1.00`;
  const said = (cell: string, id: string, text: string, parent = ''): string =>
    `<threadedComment ref="${cell}" personId="{P}" id="{${id}}"${parent === '' ? '' : ` parentId="{${parent}}"`}><text>${text}</text></threadedComment>`;
  const bytes = tiny({
    sheets: [{ name: '表一', data: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>' }],
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships([['rId1', 'threadedComment', '../threadedComments/threadedComment1.xml']]),
      'xl/threadedComments/threadedComment1.xml':
        `<ThreadedComments xmlns="t">${said('A1', '1', ours)}${said('A1', '2', '已改', '1')}` +
        `${said('B1', '3', '请核实')}${said('B1', '4', ours, '3')}${said('C1', '5', ours)}</ThreadedComments>`,
      'xl/persons/person.xml': '<personList xmlns="t"><person displayName="李四" id="{P}"/></personList>',
      'xl/_rels/workbook.xml.rels': relationships([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'styles', 'styles.xml'],
        ['rId3', 'person', 'persons/person.xml'],
      ]),
    },
  });
  const texts = (file: Uint8Array): readonly string[] => {
    const [sheet] = readPresentation(file).sheets;
    const threads = (sheet?.threads ?? []).flatMap((thread) => [thread, ...thread.replies].map(({ text }) => `${thread.column} ${text}`));
    return [...threads, ...(sheet?.notes ?? []).map(({ column, text }) => `${column} note ${text}`)].sort();
  };

  test('are no change by themselves, ours and those of others', () => {
    const { book, presented } = open(bytes);
    expect(changes(book, presented)).toEqual({});
  });

  test('are not doubled when another comment of ours comes', () => {
    const { book, presented } = open(bytes);
    book.write(sheetId(book, '表一'), [{ row: 1, column: 0, value: 1 }], 'user');
    book.addComment(sheetId(book, '表一'), 1, 0, ours, '用户');
    const saved = patchXlsx(bytes, changes(book, presented));
    expect(texts(saved)).toEqual([`0 ${ours}`, `0 note ${ours}`, '0 已改', `1 ${ours}`, '1 请核实', `2 note ${ours}`].sort());
  });
});
