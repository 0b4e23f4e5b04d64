import { readPresentation, type PresentedSheet, type PresentedWorkbook, type ResolvedStyle } from '../../src/xlsx';
import { relationships, tiny, type Tiny } from './tiny';

const sheetOf = (workbook: PresentedWorkbook): PresentedSheet => {
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error('No sheet');
  return sheet;
};

const present = (sheet: { data?: string; before?: string; after?: string }, more: Tiny = {}): PresentedSheet =>
  sheetOf(readPresentation(tiny({ ...more, sheets: [{ name: '表一', ...sheet }] })));

const styleOf = (styles: string, theme?: string): ResolvedStyle => {
  const parts: Record<string, string> = theme === undefined ? {} : { 'xl/theme/theme1.xml': theme };
  const rels = relationships([
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId2', 'styles', 'styles.xml'],
    ['rId3', 'theme', 'theme/theme1.xml'],
  ]);
  const workbook = readPresentation(tiny({ styles, parts: { ...parts, 'xl/_rels/workbook.xml.rels': rels } }));
  const style = workbook.styles[0];
  if (!style) throw new Error('No style');
  return style;
};

const filled = (colour: string): string =>
  `<fills><fill><patternFill patternType="solid"><fgColor ${colour}/></patternFill></fill></fills><cellXfs><xf fillId="0"/></cellXfs>`;
const THEME =
  '<a:theme xmlns:a="a"><a:themeElements><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr lastClr="FFFFFF"/></a:lt1>' +
  '<a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2><a:accent1><a:srgbClr val="4F81BD"/></a:accent1></a:clrScheme></a:themeElements></a:theme>';

describe('colours', () => {
  test.each([
    ['rgb="FFFFC7CE"', '#FFC7CE'],
    ['rgb="ffc7ce"', '#FFC7CE'],
    ['indexed="10"', '#FF0000'],
    ['indexed="22"', '#C0C0C0'],
    ['theme="0"', '#FFFFFF'],
    ['theme="1"', '#000000'],
    ['theme="3"', '#1F497D'],
    ['theme="4"', '#4F81BD'],
    // Excel counts in whole steps: it shows DCE6F1 and 366092, one step beside the exact colour.
    ['theme="4" tint="0.79998168889431442"', '#DCE6F2'],
    ['theme="4" tint="-0.249977111117893"', '#376092'],
    ['theme="0" tint="-0.14999847407452621"', '#D9D9D9'],
    ['auto="1"', null],
  ])('%s', (colour, expected) => {
    expect(styleOf(filled(colour), THEME).fill).toBe(expected);
  });

  test('a palette of the file goes before the common one', () => {
    const palette = '<colors><indexedColors><rgbColor rgb="00123456"/></indexedColors></colors>';
    expect(styleOf(filled('indexed="0"') + palette).fill).toBe('#123456');
  });
});

test('a style is resolved whole', () => {
  const styles =
    '<numFmts><numFmt numFmtId="170" formatCode="0.0"/></numFmts>' +
    '<fonts><font><b/><i val="0"/><u/><sz val="12"/><color rgb="FF9C0006"/><name val="黑体"/></font></fonts><fills><fill><patternFill patternType="none"/></fill></fills>' +
    '<borders><border><left style="thin"><color auto="1"/></left><right/><top style="double"><color rgb="FF00FF00"/></top><bottom style="mediumDashed"/></border></borders>' +
    '<cellXfs><xf numFmtId="170"><alignment horizontal="centerContinuous" vertical="center" wrapText="1" indent="2"/></xf></cellXfs>';
  expect(styleOf(styles)).toEqual({
    numberFormat: '0.0',
    font: { bold: true, underline: true, size: 12, color: '#9C0006', name: '黑体' },
    fill: null,
    borders: { left: { style: 'thin' }, top: { style: 'double', color: '#00FF00' }, bottom: { style: 'dashed' } },
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
    indent: 2,
  });
});

test('sizes, hidden rows and columns, frozen panes, tab colour', () => {
  const sheet = present({
    before:
      '<sheetPr><tabColor rgb="FFFF0000"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane xSplit="1" ySplit="3" state="frozen"/></sheetView></sheetViews>' +
      '<sheetFormatPr baseColWidth="10" defaultRowHeight="18"/><cols><col min="1" max="2" width="10.7109375" customWidth="1" style="1"/><col min="3" max="16384" width="8" hidden="1"/></cols>',
    data: '<row r="1" ht="30" customHeight="1"/><row r="2" hidden="1"/><row r="3" ht="15"/>',
  });
  expect(sheet).toMatchObject({
    tabColor: '#FF0000',
    showGridLines: false,
    frozen: { rows: 3, columns: 1 },
    defaultColumnWidth: 80,
    defaultRowHeight: 24,
    columns: [
      { from: 0, to: 1, width: 75, hidden: false, style: 1 },
      { from: 2, to: 16383, hidden: true },
    ],
    rows: [
      { row: 0, height: 40, hidden: false },
      { row: 1, height: null, hidden: true },
    ],
  });
});

test('cells keep their style when they are empty', () => {
  expect(present({ data: '<row r="1"><c r="A1" s="1"/><c r="B1"/><c r="C1" s="1"><f>1+1</f><v>2</v></c></row>' }).cells).toEqual([
    { row: 0, column: 0, value: null, formula: null, style: 1 },
    { row: 0, column: 2, value: 2, formula: '=1+1', style: 1 },
  ]);
});

test('links, conditional formats, validation', () => {
  const sheet = present(
    {
      after:
        '<conditionalFormatting sqref="A1:B2 D4"><cfRule type="expression" dxfId="0" priority="2"><formula>A1&gt;1</formula></cfRule>' +
        '<cfRule type="dataBar" priority="1"><dataBar/></cfRule></conditionalFormatting>' +
        '<dataValidations><dataValidation type="list" allowBlank="1" sqref="C1 C3:C4"><formula1>"甲,乙"</formula1></dataValidation></dataValidations>' +
        '<hyperlinks><hyperlink ref="A1" location="\'表 三\'!C7" display="去" tooltip="看"/><hyperlink ref="A2" r:id="rId9"/></hyperlinks>' +
        '<extLst><ext xmlns:x14="x" xmlns:xm="m"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="iconSet"/><xm:sqref>E1</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings>' +
        '<x14:dataValidations><x14:dataValidation type="list"><x14:formula1><xm:f>表二!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>F1</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
    },
    {
      styles:
        '<cellXfs><xf/></cellXfs><dxfs><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>',
      parts: {
        'xl/worksheets/_rels/sheet1.xml.rels': relationships([['rId9', 'hyperlink', 'https://example.org/']]).replace(
          '/>',
          ' TargetMode="External"/>',
        ),
      },
    },
  );
  const range = (top: number, left: number, bottom = top, right = left): object => ({ top, left, bottom, right });
  expect(sheet.conditionalFormats).toEqual([
    { ranges: [range(0, 0, 1, 1), range(3, 3)], formula: '=A1>1', fill: '#FFC7CE', fontColor: '#9C0006', priority: 2 },
  ]);
  expect(sheet.unsupported).toEqual([
    { kind: 'dataBar', ranges: [range(0, 0, 1, 1), range(3, 3)] },
    { kind: 'iconSet', ranges: [range(0, 4)] },
  ]);
  expect(sheet.validations).toEqual([
    { range: range(0, 2), rule: { type: 'list', allowBlank: true, formula1: '"甲,乙"' } },
    { range: range(2, 2, 3, 2), rule: { type: 'list', allowBlank: true, formula1: '"甲,乙"' } },
    { range: range(0, 5), rule: { type: 'list', formula1: '表二!$A$1:$A$3' } },
  ]);
  expect(sheet.hyperlinks).toEqual([
    { range: range(0, 0), documentReference: "'表 三'!C7", textToDisplay: '去', screenTip: '看' },
    { range: range(1, 0), address: 'https://example.org/' },
  ]);
});

test('notes and threads with their authors; the stand-in of a thread is no note', () => {
  const sheet = present(
    {},
    {
      parts: {
        'xl/worksheets/_rels/sheet1.xml.rels': relationships([
          ['rId1', 'comments', '../comments1.xml'],
          ['rId2', 'threadedComment', '../threadedComments/threadedComment1.xml'],
        ]),
        'xl/comments1.xml':
          '<comments><authors><author>张三</author><author>tc={1}</author></authors><commentList><comment ref="B2" authorId="0"><text><r><t>请</t></r><r><t>核对</t></r></text></comment>' +
          '<comment ref="A1" authorId="1"><text><t>[Threaded comment]</t></text></comment></commentList></comments>',
        'xl/threadedComments/threadedComment1.xml':
          '<ThreadedComments><threadedComment ref="A1" personId="{p}" id="{1}"><text>为何不平</text></threadedComment><threadedComment ref="A1" personId="{p}" id="{2}" parentId="{1}"><text>已改</text></threadedComment></ThreadedComments>',
        'xl/persons/person.xml': '<personList><person displayName="李四" id="{p}"/></personList>',
        'xl/_rels/workbook.xml.rels': relationships([
          ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId2', 'person', 'persons/person.xml'],
        ]),
      },
    },
  );
  expect(sheet.notes).toEqual([{ row: 1, column: 1, author: '张三', text: '请核对' }]);
  expect(sheet.threads).toEqual([
    { id: '{1}', row: 0, column: 0, author: '李四', text: '为何不平', replies: [{ id: '{2}', author: '李四', text: '已改' }] },
  ]);
});

test('sheets, names and custom XML of the workbook', () => {
  const workbook = readPresentation(
    tiny({
      sheets: [{ name: '表一' }, { name: '表二', state: 'hidden' }],
      workbookPr: '<bookViews><workbookView activeTab="1"/></bookViews>',
      workbook:
        '<definedNames><definedName name="合计">表一!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="1" hidden="1">表二!$A$1:$B$2</definedName></definedNames>',
      parts: {
        'xl/_rels/workbook.xml.rels': relationships([
          ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
          ['rId3', 'customXml', '../customXml/item1.xml'],
        ]),
        'customXml/item1.xml': '<?xml version="1.0"?><g:settings xmlns:g="urn:gouji:settings:1"/>',
        'customXml/_rels/item1.xml.rels': relationships([['rId1', 'customXmlProps', 'itemProps1.xml']]),
        'customXml/itemProps1.xml': '<ds:datastoreItem xmlns:ds="d" ds:itemID="{ABC}"/>',
      },
    }),
  );
  expect(workbook.sheets.map(({ id, name, visibility, active }) => [id, name, visibility, active])).toEqual([
    ['1', '表一', 'visible', false],
    ['2', '表二', 'hidden', true],
  ]);
  expect(workbook.names).toEqual([
    { name: '合计', formula: '=表一!$A$1', visible: true, sheet: null },
    { name: '_xlnm.Print_Area', formula: '=表二!$A$1:$B$2', visible: false, sheet: '2' },
  ]);
  expect(workbook.customXml).toEqual([
    { id: '{ABC}', namespace: 'urn:gouji:settings:1', xml: '<?xml version="1.0"?><g:settings xmlns:g="urn:gouji:settings:1"/>' },
  ]);
});
