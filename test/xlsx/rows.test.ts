/** Rows let in, taken out and sorted in a file: what stands on them or speaks of them follows, in every part. */
import { FileError } from '../../src/core/file-error';
import { readPresentation, readXlsx } from '../../src/xlsx';
import { changeRowsInFile, type SheetRowChange } from '../../src/xlsx/rowPatch';
import { movedFormula, sortedFormula } from '../../src/xlsx/rowMoves';
import { range } from '../support/grid';
import { partsOf, relationships, tiny, type Tiny } from './tiny';

const insert = (at: number, count = 1): SheetRowChange => ({ kind: 'insert', at, count, sheetName: '表一' });
const remove = (at: number, count = 1): SheetRowChange => ({ kind: 'delete', at, count, sheetName: '表一' });
const sheetXml = (parts: Record<string, string>, n = 1): string => parts[`xl/worksheets/sheet${n}.xml`] ?? '';

function changed(content: Tiny, ...changes: SheetRowChange[]): Record<string, string> {
  return partsOf(changeRowsInFile(tiny(content), changes));
}
/** What stands around the cells of the first sheet. */
const around = (after: string, ...changes: SheetRowChange[]): string =>
  /<\/sheetData>(.*)<\/worksheet>/s.exec(sheetXml(changed({ sheets: [{ name: '表一', data: '<row r="1"/>', after }] }, ...changes)))?.[1] ??
  '';

const ROWS =
  '<row r="1" ht="30" customHeight="1"><c r="A1" s="1"><v>1</v></c></row><row r="2"><c r="A2" s="1"><v>2</v></c><c r="B2"><f>A1+A2</f><v>3</v></c></row>' +
  '<row r="4"><c r="A4"><v>4</v></c></row>';

test('a row let in looks as the row above; rows below move with their cells', () => {
  expect(sheetXml(changed({ sheets: [{ name: '表一', data: ROWS }] }, insert(1)))).toContain(
    '<sheetData><row r="1" ht="30" customHeight="1"><c r="A1" s="1"><v>1</v></c></row><row r="2" ht="30" customHeight="1"><c r="A2" s="1"/></row>' +
      '<row r="3"><c r="A3" s="1"><v>2</v></c><c r="B3"><f>A1+A3</f><v>3</v></c></row><row r="5"><c r="A5"><v>4</v></c></row></sheetData>',
  );
});

test('a row taken out is gone; references to it read #REF!', () => {
  expect(sheetXml(changed({ sheets: [{ name: '表一', data: ROWS }] }, remove(0)))).toContain(
    '<sheetData><row r="1"><c r="A1" s="1"><v>2</v></c><c r="B1"><f>#REF!+A1</f><v>3</v></c></row><row r="3"><c r="A3"><v>4</v></c></row></sheetData>',
  );
});

test('a sort moves cells as they are written, formulas as if copied', () => {
  const sort: SheetRowChange = { kind: 'sort', range: range('A1:B2'), order: [1, 0], sheetName: '表一' };
  expect(sheetXml(changed({ sheets: [{ name: '表一', data: ROWS }] }, sort))).toContain(
    '<sheetData><row r="1" ht="30" customHeight="1"><c r="A1" s="1"><v>2</v></c><c r="B1"><f>#REF!+A1</f><v>3</v></c></row>' +
      '<row r="2"><c r="A2" s="1"><v>1</v></c></row><row r="4"><c r="A4"><v>4</v></c></row></sheetData>',
  );
});

test('formulas kept once for several cells are written out, on every sheet that speaks of the rows', () => {
  const data =
    '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">表一!B2</f><v>0</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>0</v></c></row>';
  const parts = changed(
    {
      sheets: [
        { name: '表一', data: ROWS },
        { name: '表二', data },
      ],
    },
    insert(2),
  );
  expect(sheetXml(parts, 2)).toContain('<c r="A1"><f>表一!B2</f><v>0</v></c></row><row r="2"><c r="A2"><f>表一!B4</f><v>0</v></c>');
  expect(
    sheetXml(
      changed(
        {
          sheets: [
            { name: '表一', data: ROWS },
            { name: '表二', data },
          ],
        },
        insert(8),
      ),
      2,
    ),
  ).toContain('t="shared"');
});

test.each<[string, string, SheetRowChange, string]>([
  [
    'merges',
    '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A3:A4"/></mergeCells>',
    insert(3),
    '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A3:A5"/></mergeCells>',
  ],
  [
    'a merge of one cell goes',
    '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A3:A4"/></mergeCells>',
    remove(3),
    '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
  ],
  ['the last merge goes with its list', '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>', remove(0), ''],
  [
    'conditional formats',
    '<conditionalFormatting sqref="C2:C4"><cfRule type="expression" dxfId="0" priority="1"><formula>C2&gt;$A$3</formula></cfRule></conditionalFormatting>',
    insert(1),
    '<conditionalFormatting sqref="C3:C5"><cfRule type="expression" dxfId="0" priority="1"><formula>C3&gt;$A$4</formula></cfRule></conditionalFormatting>',
  ],
  [
    'a conditional format whose first row goes',
    '<conditionalFormatting sqref="C2:C4"><cfRule type="expression" dxfId="0" priority="1"><formula>C2&gt;$A$4</formula></cfRule></conditionalFormatting>',
    remove(1),
    '<conditionalFormatting sqref="C2:C3"><cfRule type="expression" dxfId="0" priority="1"><formula>C2&gt;$A$3</formula></cfRule></conditionalFormatting>',
  ],
  [
    'a conditional format without rows',
    '<conditionalFormatting sqref="C2"><cfRule type="expression" dxfId="0" priority="1"><formula>C2&gt;1</formula></cfRule></conditionalFormatting>',
    remove(1),
    '',
  ],
  [
    'validation',
    '<dataValidations count="2"><dataValidation type="list" sqref="C2:C4 E2" prompt="a>b"><formula1>$G$2:$G$4</formula1></dataValidation><dataValidation type="list" sqref="D1"><formula1>"是,否"</formula1></dataValidation></dataValidations>',
    insert(2),
    '<dataValidations count="2"><dataValidation type="list" sqref="C2:C5 E2" prompt="a>b"><formula1>$G$2:$G$5</formula1></dataValidation><dataValidation type="list" sqref="D1"><formula1>"是,否"</formula1></dataValidation></dataValidations>',
  ],
  [
    'links',
    '<hyperlinks><hyperlink ref="A2" location="表一!A3"/><hyperlink ref="B5:B6" location="表一!A3"/></hyperlinks>',
    remove(1, 4),
    '<hyperlinks><hyperlink ref="B2" location="表一!A3"/></hyperlinks>',
  ],
  [
    'page breaks',
    '<rowBreaks count="2" manualBreakCount="2"><brk id="3" max="16383" man="1"/><brk id="6" max="16383" man="1"/></rowBreaks>',
    remove(3, 1),
    '<rowBreaks><brk id="5" max="16383" man="1"/></rowBreaks>',
  ],
  [
    'protected ranges',
    '<protectedRanges><protectedRange sqref="A2:A5" name="p"/></protectedRanges>',
    insert(3, 2),
    '<protectedRanges><protectedRange sqref="A2:A7" name="p"/></protectedRanges>',
  ],
  [
    'the filter',
    '<autoFilter ref="A2:B9"><sortState ref="A3:B9"><sortCondition ref="A3:A9"/></sortState></autoFilter>',
    insert(0),
    '<autoFilter ref="A3:B10"><sortState ref="A4:B10"><sortCondition ref="A4:A10"/></sortState></autoFilter>',
  ],
  [
    'rules in extension lists',
    '<extLst><ext uri="{1}"><x14:dataValidations xmlns:x14="x" xmlns:xm="m" count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>表二!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>C2:C3</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
    insert(0),
    '<extLst><ext uri="{1}"><x14:dataValidations xmlns:x14="x" xmlns:xm="m" count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>表二!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>C3:C4</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
  ],
  [
    'whole columns stay',
    '<conditionalFormatting sqref="C:C"><cfRule type="dataBar" priority="1"/></conditionalFormatting><hyperlinks><hyperlink ref="A:A" location="x"/></hyperlinks>',
    remove(0, 3),
    '<conditionalFormatting sqref="C:C"><cfRule type="dataBar" priority="1"/></conditionalFormatting><hyperlinks><hyperlink ref="A:A" location="x"/></hyperlinks>',
  ],
  [
    'an extension list that is left empty',
    '<extLst><ext uri="{1}"><x14:conditionalFormattings xmlns:x14="x" xmlns:xm="m"><x14:conditionalFormatting><x14:cfRule type="dataBar"/><xm:sqref>C2</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>',
    remove(1),
    '',
  ],
])('%s', (_what, before, change, after) => {
  expect(around(before, change)).toBe(after);
});

test.each<[string, SheetRowChange, string]>([
  [
    '<pane xSplit="1" ySplit="3" topLeftCell="B4" activePane="bottomRight" state="frozen"/>',
    insert(1, 2),
    '<pane xSplit="1" ySplit="5" topLeftCell="B6" activePane="bottomRight" state="frozen"/>',
  ],
  [
    '<pane xSplit="1" ySplit="3" topLeftCell="B4" activePane="bottomRight" state="frozen"/>',
    remove(0, 3),
    '<pane xSplit="1" topLeftCell="B1" activePane="topRight" state="frozen"/>',
  ],
  ['<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>', remove(0), ''],
])('frozen rows: %s', (pane, change, after) => {
  const selections = '<selection pane="topRight" activeCell="B1" sqref="B1"/>';
  const lower = '<selection pane="bottomLeft" activeCell="A4" sqref="A4"/>';
  const before = `<sheetViews><sheetView workbookViewId="0">${pane}${selections}${lower}</sheetView></sheetViews>`;
  const parts = changed({ sheets: [{ name: '表一', before, data: ROWS }] }, change);
  expect(sheetXml(parts)).toContain(`<sheetViews><sheetView workbookViewId="0">${after}<selection pane="topRight"`);
  // A selection of a part of the window that is no longer there would make Excel repair the file.
  expect(sheetXml(parts).includes('pane="bottomLeft" activeCell')).toBe(after.includes('ySplit'));
});

test('names follow, of the workbook and of a sheet; the calculation chain is made anew', () => {
  const names =
    '<definedNames><definedName name="_gouji_m1" hidden="1">ROUND(表一!$A$2,2)&lt;&gt;表二!$A$2</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">表一!$A$1:$B$4</definedName>' +
    '<definedName name="本表" localSheetId="1">$A$2</definedName></definedNames>';
  const parts = changed({ sheets: [{ name: '表一', data: ROWS }, { name: '表二' }], workbook: names }, insert(1));
  expect(parts['xl/workbook.xml']).toContain('ROUND(表一!$A$3,2)&lt;&gt;表二!$A$2</definedName>');
  expect(parts['xl/workbook.xml']).toContain('>表一!$A$1:$B$5</definedName>');
  expect(parts['xl/workbook.xml']).toContain('localSheetId="1">$A$2</definedName>');
  expect(parts['xl/workbook.xml']).toContain('fullCalcOnLoad="1"');
});

const COMMENTS =
  '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>审核人</author></authors><commentList>' +
  '<comment ref="A2" authorId="0"><text><t>请核实</t></text></comment><comment ref="B4" authorId="0"><text><t>已看</t></text></comment></commentList></comments>';
const SHAPE = (row: number, column: number): string =>
  `<v:shape id="_x0000_s${1025 + row}"><x:ClientData ObjectType="Note"><x:Anchor>1, 15, ${row}, 2, 3, 15, ${row + 4}, 16</x:Anchor><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
const NOTED: Tiny = {
  sheets: [
    {
      name: '表一',
      data: ROWS,
      after: '<legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId2"/>',
    },
  ],
  parts: {
    'xl/worksheets/_rels/sheet1.xml.rels': relationships([
      ['rId1', 'comments', '../comments1.xml'],
      ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
    ]),
    'xl/comments1.xml': COMMENTS,
    'xl/drawings/vmlDrawing1.vml': `<xml>${SHAPE(1, 0)}${SHAPE(3, 1)}</xml>`,
  },
};

test('notes go with their cells, their boxes too', () => {
  const inserted = changed(NOTED, insert(2, 2));
  expect(inserted['xl/comments1.xml']).toContain('ref="A2"');
  expect(inserted['xl/comments1.xml']).toContain('ref="B6"');
  expect(inserted['xl/drawings/vmlDrawing1.vml']).toContain('<x:Anchor>1, 15, 5, 2, 3, 15, 9, 16</x:Anchor><x:Row>5</x:Row>');
  const removed = changed(NOTED, remove(1));
  expect(removed['xl/comments1.xml']).not.toContain('请核实');
  expect(removed['xl/comments1.xml']).toContain('ref="B3"');
  expect(removed['xl/drawings/vmlDrawing1.vml']).not.toContain('<x:Column>0</x:Column>');
  const sorted = changed(NOTED, { kind: 'sort', range: range('A2:B4'), order: [3, 2, 1], sheetName: '表一' });
  expect(sorted['xl/comments1.xml']).toMatch(/ref="A4".*ref="B2"/s);
  expect(sorted['xl/drawings/vmlDrawing1.vml']).toContain('<x:Row>1</x:Row><x:Column>1</x:Column>');
});

test('a table follows; without its header row the file is not written', () => {
  const table =
    '<table xmlns="m" id="1" ref="A2:B4"><autoFilter ref="A2:B4"/><tableColumns count="1"><tableColumn id="1" name="甲"><calculatedColumnFormula>A3*表一!$A$9</calculatedColumnFormula></tableColumn></tableColumns></table>';
  const content: Tiny = {
    sheets: [{ name: '表一', data: ROWS }],
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships([['rId1', 'table', '../tables/table1.xml']]),
      'xl/tables/table1.xml': table,
    },
  };
  const moved = changed(content, insert(2))['xl/tables/table1.xml'];
  expect(moved).toContain('ref="A2:B5"><autoFilter ref="A2:B5"/>');
  expect(moved).toContain('<calculatedColumnFormula>A4*表一!$A$10</calculatedColumnFormula>');
  expect(() => changed(content, remove(1))).toThrow(new FileError('files.tableHeaderDeleted', { sheet: '表一', range: 'A2:B4' }));
});

test('pictures and charts move with their rows', () => {
  const anchor = (from: number, to: number): string =>
    `<a:from><a:col>1</a:col><a:row>${from}</a:row></a:from><a:to><a:col>2</a:col><a:row>${to}</a:row></a:to>`;
  const content: Tiny = {
    sheets: [{ name: '表一', data: ROWS }],
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships([['rId1', 'drawing', '../drawings/drawing1.xml']]),
      'xl/drawings/drawing1.xml': `<a:wsDr xmlns:a="a"><a:twoCellAnchor>${anchor(1, 5)}</a:twoCellAnchor><a:twoCellAnchor editAs="absolute">${anchor(1, 5)}</a:twoCellAnchor></a:wsDr>`,
      'xl/charts/chart1.xml': '<c:chart xmlns:c="c"><c:f>表一!$A$1:$A$4</c:f><c:f>表二!$A$4</c:f></c:chart>',
    },
  };
  const parts = changed(content, insert(2));
  expect(parts['xl/drawings/drawing1.xml']).toContain(
    `<a:twoCellAnchor>${anchor(1, 6)}</a:twoCellAnchor><a:twoCellAnchor editAs="absolute">${anchor(1, 5)}`,
  );
  expect(parts['xl/charts/chart1.xml']).toContain('<c:f>表一!$A$1:$A$5</c:f><c:f>表二!$A$4</c:f>');
});

test('the file reads as a workbook with the rows where they should be', () => {
  const bytes = changeRowsInFile(tiny(NOTED), [insert(0), remove(2), insert(2, 2)]);
  const [sheet] = readXlsx(bytes).sheets;
  expect(Array.from(sheet?.rows ?? [], (row) => row?.[0]?.value ?? null)).toEqual([null, 1, null, null, null, 4]);
  expect(readPresentation(bytes).sheets[0]?.notes.map(({ row, text }) => [row, text])).toEqual([[5, '已看']]);
});

test.each<[string, SheetRowChange, string]>([
  ['=A5+$A$5+A$5', insert(2), '=A6+$A$6+A$6'],
  ['=SUM(A1:B5,A5:A1)', insert(2), '=SUM(A1:B6,A6:A1)'],
  ['=SUM(5:7)+SUM(A:B)', insert(2), '=SUM(6:8)+SUM(A:B)'],
  ["='表一'!A5+表一!A5+'表 二'!A5+表二!A5", insert(2), "='表一'!A6+表一!A6+'表 二'!A5+表二!A5"],
  ['="A5"&LOG10(A5)&A5_x&表A5!A5&[1]表一!A5', insert(2), '="A5"&LOG10(A6)&A5_x&表A5!A5&[1]表一!A5'],
  ["='[预算.xlsx]表一'!A5+表一:表三!A5+T[A5]", insert(2), "='[预算.xlsx]表一'!A5+表一:表三!A5+T[A5]"],
  ['=A3+A4:A6+A2', remove(2, 2), '=#REF!+A3:A4+A2'],
  ['=SUM(A1:A1048576)', insert(0), '=SUM(A1:A1048576)'],
])('%s', (formula, change, after) => {
  expect(movedFormula(formula, change as Exclude<SheetRowChange, { kind: 'sort' }>, '表一', '表一')).toBe(after);
});

test('sorted formulas read as if copied, but for references that name a sheet', () => {
  expect(sortedFormula('=A2+$A$2+A$2+表一!A2+"A2"', 3)).toBe('=A5+$A$2+A$2+表一!A2+"A2"');
  // The example of Microsoft's Knowledge Base, Q40401: A1:C3 sorted in ascending order by A1.
  expect(sortedFormula('=A1', -2)).toBe('=#REF!');
  expect(sortedFormula('=A2', 0)).toBe('=A2');
  expect(sortedFormula('=A3', 2)).toBe('=A5');
});
