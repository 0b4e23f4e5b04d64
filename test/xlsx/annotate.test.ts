import type { CellAnnotation, SheetPlan } from '../../src/core/spreadsheet';
import { SETTINGS_NAMESPACE } from '../../src/core/settings';
import { MARK_BORDERS, MARK_FILLS } from '../../src/present/marks';
import { annotateXlsx, clearXlsx, patchXlsx, publicCopy, readPresentation, readXlsx } from '../../src/xlsx';
import { cellsOf, openedByExceljs } from './exceljs';
import { changedParts, partsOf, relationships, tiny } from './tiny';

const book = (names: readonly string[]): Uint8Array =>
  tiny({ sheets: names.map((name) => ({ name, data: '<row r="1"><c r="A1" s="1"><v>468.4</v></c><c r="B1"><v>1</v></c></row>' })) });
const note = (
  sheet: string,
  row: number,
  column: number,
  comment: string | null,
  mark: CellAnnotation['mark'] = 'error',
): CellAnnotation => ({
  cell: { sheet, row, column },
  mark,
  comment,
});
const plan: SheetPlan = {
  sheet: 'discrepancies',
  name: '差异清单',
  rows: [
    [{ type: 'text', text: '差异清单', style: 'title' }],
    [
      { type: 'link', text: '表一!A1', target: { sheet: '表一', row: 0, column: 0 } },
      { type: 'number', value: '468.40', format: '#,##0.00' },
      { type: 'formula', formula: "='表一'!A1-486.4", value: '-18.00', format: '#,##0.00', style: 'error' },
      null,
      { type: 'text', text: '=HYPERLINK("http://x")' },
    ],
  ],
  widths: [10, 20, 30],
  merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
  frozenRows: 1,
};

const bytes = book(['表一', '表二']);
const annotated = annotateXlsx(bytes, [note('表一', 0, 0, '【勾稽】差 -18.00'), note('表二', 0, 1, null, 'rounding')], {
  discrepancies: () => plan,
});

test('marks, notes and the sheet are there; the user’s cells are not touched', async () => {
  const presented = readPresentation(annotated);
  expect(presented.sheets.map(({ name, generated }) => [name, generated])).toEqual([
    ['表一', false],
    ['表二', false],
    ['差异清单', true],
  ]);
  expect(presented.sheets[0]?.conditionalFormats).toMatchObject([{ formula: '=LEN("gouji:error")>0', ...MARK_FILLS.error }]);
  expect(presented.sheets[0]?.notes).toEqual([{ row: 0, column: 0, author: '勾稽', text: '【勾稽】差 -18.00' }]);
  expect(presented.sheets[1]?.conditionalFormats).toMatchObject([{ formula: '=LEN("gouji:rounding")>0' }]);
  expect(presented.sheets[1]?.notes).toEqual([]);
  expect(readXlsx(annotated).sheets.slice(0, 2)).toEqual(readXlsx(bytes).sheets);
  const sheet = (await openedByExceljs(annotated)).getWorksheet('差异清单');
  expect(sheet && cellsOf(sheet)).toEqual({
    A1: { value: '差异清单' },
    A2: { value: '表一!A1' },
    B2: { value: 468.4, format: '#,##0.00' },
    C2: { value: -18, format: '#,##0.00', formula: "='表一'!A1-486.4" },
    E2: { value: '=HYPERLINK("http://x")' },
  });
});

test('a second run replaces, it never stacks', () => {
  const again = annotateXlsx(annotated, [note('表一', 0, 0, '【勾稽】差 -18.00'), note('表二', 0, 1, null, 'rounding')], {
    discrepancies: () => plan,
  });
  expect(readXlsx(again)).toEqual(readXlsx(annotated));
  expect(readPresentation(again)).toEqual(readPresentation(annotated));
  expect(partsOf(again)['xl/styles.xml']).toBe(partsOf(annotated)['xl/styles.xml']);
  const other = readPresentation(annotateXlsx(annotated, [note('表二', 0, 0, '【勾稽】另一处', 'warning')], {}));
  expect(other.sheets.map(({ name }) => name)).toEqual(['表一', '表二']);
  expect(other.sheets[0]).toMatchObject({ conditionalFormats: [], notes: [] });
  expect(other.sheets[1]).toMatchObject({ conditionalFormats: [{ fill: MARK_FILLS.warning.fill }], notes: [{ text: '【勾稽】另一处' }] });
});

test('cleared, every part is as it was', () => {
  const cleared = clearXlsx(annotated);
  expect(readXlsx(cleared)).toEqual(readXlsx(bytes));
  expect(readPresentation(cleared).sheets).toEqual(readPresentation(bytes).sheets);
  expect(changedParts(bytes, cleared)).toEqual([]);
  expect(changedParts(cleared, clearXlsx(cleared))).toEqual([]);
});

describe('a mark that sees its relation', () => {
  const condition = "=IFERROR(ABS(ROUND(SUM('表一'!$A$1)-SUM('表二'!$A$1)-NUMBERVALUE('表二'!$B$1,\".\",\",\"),6))>0.01,TRUE)";
  const live = annotateXlsx(bytes, [{ ...note('表一', 0, 0, null), conditions: [condition] }], {});

  test('is a conditional format over a hidden name; newer functions carry their prefix in the file', () => {
    const { names, sheets } = readPresentation(live);
    expect(names).toEqual([{ name: expect.stringMatching(/^_gouji_m\w+$/) as string, formula: condition, visible: false, sheet: null }]);
    expect(sheets[0]?.conditionalFormats).toMatchObject([{ formula: `=AND(LEN("gouji:error")>0,${names[0]?.name})` }]);
    expect(partsOf(live)['xl/workbook.xml']).toContain('_xlfn.NUMBERVALUE(');
  });

  test('is replaced by a second run, and taken away with its name', () => {
    const again = annotateXlsx(live, [{ ...note('表一', 0, 0, null), conditions: [condition] }], {});
    expect(partsOf(again)).toEqual(partsOf(live));
    expect(readPresentation(clearXlsx(live)).names).toEqual([]);
    expect(partsOf(clearXlsx(live))['xl/workbook.xml']).toBe(partsOf(bytes)['xl/workbook.xml']);
  });
});

test('marks may be lines instead of fills', () => {
  const framed = readPresentation(annotateXlsx(bytes, [{ ...note('表一', 0, 0, null), highlight: 'border' }], {}));
  expect(framed.sheets[0]?.conditionalFormats).toMatchObject([{ fill: null, fontColor: null, border: MARK_BORDERS.error }]);
});

test('a copy for publication carries nothing of ours, settings neither; the user’s parts are as they were', () => {
  const settings = `<settings xmlns="${SETTINGS_NAMESPACE}"><finding id="a" reason="内部讨论"/></settings>`;
  const own = patchXlsx(bytes, { customXml: [{ namespace: 'urn:own', xml: '<own xmlns="urn:own"/>' }] });
  const kept = patchXlsx(own, { customXml: [{ namespace: SETTINGS_NAMESPACE, xml: settings }] });
  const copy = publicCopy(annotateXlsx(kept, [note('表一', 0, 0, '【勾稽】差 -18.00')], { discrepancies: () => plan }));
  expect(readXlsx(copy)).toEqual(readXlsx(own));
  expect(readPresentation(copy)).toMatchObject({ names: [], customXml: [{ namespace: 'urn:own' }] });
  expect(changedParts(own, copy)).toEqual([]);
});

test('a user’s own 差异清单 is left alone', () => {
  const own = book(['表一', '差异清单']);
  const result = annotateXlsx(annotateXlsx(own, [], { discrepancies: () => plan }), [], { discrepancies: () => plan });
  expect(readXlsx(result).sheets.map(({ name, generated }) => [name, generated])).toEqual([
    ['表一', undefined],
    ['差异清单', undefined],
    ['差异清单 (2)', true],
  ]);
  expect(readXlsx(clearXlsx(result))).toEqual(readXlsx(own));
});

test('many marks and notes are written quickly and completely', () => {
  const many = Array.from({ length: 5000 }, (_, i) => note('表一', i, 3, `【勾稽】${i}`));
  const presented = readPresentation(annotateXlsx(bytes, many, {}));
  expect(presented.sheets[0]?.notes.length).toBe(5000);
  expect(presented.sheets[0]?.conditionalFormats.reduce((sum, { ranges }) => sum + ranges.length, 0)).toBe(5000);
});

test('a row of several lines is as high as its longest text, in a merged cell too', () => {
  const long = '说明'.repeat(30);
  const rows: SheetPlan['rows'] = [
    [{ type: 'text', text: long, style: 'note' }],
    [{ type: 'text', text: '短' }],
    [null, { type: 'text', text: long }],
  ];
  const sheet = readPresentation(annotateXlsx(bytes, [], { discrepancies: () => ({ ...plan, rows, merges: [], widths: [10, 41, 10] }) }))
    .sheets[2];
  expect(sheet?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
  // 120 columns of text: two lines across 61, three in a column of 41; a line is 20 pixels.
  expect(sheet?.rows.map(({ row, height }) => [row, height])).toEqual([
    [0, 40],
    [2, 60],
  ]);
});

test('a comment that the add-in wrote in Excel goes too; one that a user answered stays', () => {
  const thread = (ref: string, id: string, text: string, more = ''): string =>
    `<threadedComment ref="${ref}" personId="{P}" id="${id}"${more}><text>${text}</text></threadedComment>`;
  const file = tiny({
    sheets: [{ name: '表一', after: '<legacyDrawing r:id="rId2"/>' }],
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships([
        ['rId1', 'comments', '../comments1.xml'],
        ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
        ['rId3', 'threadedComment', '../threadedComments/threadedComment1.xml'],
      ]),
      'xl/comments1.xml':
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>tc={2}</author><author>tc={1}</author></authors><commentList>' +
        '<comment ref="A1" authorId="1"><text><t>甲</t></text></comment><comment ref="B1" authorId="0"><text><t>乙</t></text></comment></commentList></comments>',
      'xl/drawings/vmlDrawing1.vml':
        '<xml xmlns:v="v" xmlns:x="x">' +
        [0, 1]
          .map(
            (column) =>
              `<v:shape id="_x0000_s102${column + 5}"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
          )
          .join('') +
        '</xml>',
      'xl/threadedComments/threadedComment1.xml': `<ThreadedComments xmlns="t">${thread('A1', '{1}', '【勾稽】差 1.00')}${thread('B1', '{2}', '【勾稽】差 2.00')}${thread('B1', '{3}', '已改', ' parentId="{2}"')}</ThreadedComments>`,
      'xl/persons/person.xml': '<personList xmlns="t"><person displayName="李四" id="{P}"/></personList>',
      'xl/_rels/workbook.xml.rels': relationships([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId3', 'person', 'persons/person.xml'],
      ]),
    },
  });
  const parts = partsOf(clearXlsx(file));
  expect(readPresentation(clearXlsx(file)).sheets[0]?.threads).toMatchObject([{ id: '{2}', replies: [{ text: '已改' }] }]);
  expect(parts['xl/comments1.xml']).not.toContain('tc={1}');
  expect(parts['xl/drawings/vmlDrawing1.vml']).not.toContain('_x0000_s1025');
  expect(parts['xl/drawings/vmlDrawing1.vml']).toContain('_x0000_s1026');
});
