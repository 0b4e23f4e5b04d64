import { cellAt, parseAddress, type Cell, type Workbook } from '../../src/core/workbook';
import { readXlsx } from '../../src/xlsx';
import { relationships, tiny, tinyParts, zipParts, type Tiny } from './tiny';

function cell(workbook: Workbook, address: string, sheet = 0): Cell | undefined {
  const place = parseAddress(address);
  const found = workbook.sheets[sheet];
  if (!place || !found) throw new Error(address);
  return cellAt(found, place.row, place.column);
}

const read = (data: string, more: Tiny = {}): Workbook => readXlsx(tiny({ ...more, sheets: [{ name: '表一', data }] }));

describe('values', () => {
  test.each<[string, string, Cell | undefined]>([
    ['a number', '<c r="A1"><v>62.1</v></c>', { value: 62.1 }],
    ['a number with an exponent', '<c r="A1"><v>1.5E-3</v></c>', { value: 0.0015 }],
    ['a shared string', '<c r="A1" t="s"><v>1</v></c>', { value: '合计' }],
    ['a rich shared string without its phonetic guide', '<c r="A1" t="s"><v>2</v></c>', { value: '基本支出' }],
    ['an inline string', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 款 </t></is></c>', { value: ' 款 ' }],
    ['an inline rich string', '<c r="A1" t="inlineStr"><is><r><t>项</t></r><r><rPr><b/></rPr><t>目</t></r></is></c>', { value: '项目' }],
    ['an escaped character', '<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x000D_</t></is></c>', { value: 'a\rb_x000D_' }],
    ['a true', '<c r="A1" t="b"><v>1</v></c>', { value: true }],
    ['a false', '<c r="A1" t="b"><v>0</v></c>', { value: false }],
    ['an error', '<c r="A1" t="e"><v>#DIV/0!</v></c>', { value: '#DIV/0!' }],
    ['an ISO date is its serial number', '<c r="A1" t="d"><v>2024-01-02T12:00:00</v></c>', { value: 45293.5 }],
    ['a number format', '<c r="A1" s="1"><v>5</v></c>', { value: 5, format: '#,##0.00' }],
    ['a style alone is no cell', '<c r="A1" s="1"/>', undefined],
    ['an empty text is no cell', '<c r="A1" t="inlineStr"><is><t></t></is></c>', undefined],
    ['a formula with its result', '<c r="A1"><f>SUM(B1:B3)</f><v>6</v></c>', { value: 6, formula: '=SUM(B1:B3)' }],
    ['a formula with a text', '<c r="A1" t="str"><f>"a"&amp;B1</f><v>ab</v></c>', { value: 'ab', formula: '="a"&B1' }],
    ['a formula without a result', '<c r="A1"><f>B1</f></c>', { value: null, formula: '=B1' }],
    ['the result of a data table', '<c r="A1"><f t="dataTable" ref="A1:A3"/><v>4</v></c>', { value: 4 }],
  ])('%s', (_, data, expected) => {
    const strings =
      '<si><t>表</t></si><si><t>合计</t></si><si><r><t>基本</t></r><r><t>支出</t></r><rPh sb="0" eb="2"><t>きほん</t></rPh></si>';
    expect(cell(read(`<row r="1">${data}</row>`, { strings }), 'A1')).toEqual(expected);
  });

  test('an array formula stands in its first cell', () => {
    const workbook = read('<row r="1"><c r="A1"><f t="array" ref="A1:B1">C1:D1*2</f><v>2</v></c><c r="B1"><v>4</v></c></row>');
    expect(workbook.sheets[0]?.rows[0]).toEqual([{ value: 2, formula: '=C1:D1*2' }, { value: 4 }]);
  });

  test('shared formulas are written out in every cell', () => {
    const workbook = read(
      '<row r="1"><c r="A1"><f t="shared" ref="A1:B3" si="0">SUM($C1:D$9)+表四!C1</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>2</v></c></row>' +
        '<row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row>',
    );
    expect(cell(workbook, 'B1')?.formula).toBe('=SUM($C1:E$9)+表四!D1');
    expect(cell(workbook, 'A3')?.formula).toBe('=SUM($C3:D$9)+表四!C3');
  });

  test('a date keeps its number in the 1904 system too', () => {
    const data = '<row r="1"><c r="A1"><v>100</v></c><c r="B1" t="d"><v>1904-01-02</v></c></row>';
    expect(read(data, { workbookPr: '<workbookPr date1904="1"/>' }).sheets[0]?.rows[0]).toEqual([{ value: 100 }, { value: 1 }]);
  });
});

describe('number formats', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="0.000"/><numFmt numFmtId="4" formatCode="#,##0.0000"/></numFmts><cellXfs>' +
    [0, 164, 4, 49, 31, 57, 43, 999].map((id) => `<xf numFmtId="${id}"/>`).join('') +
    '</cellXfs>';
  test.each([
    ['General is not named', 0, undefined],
    ['one of the file', 1, '0.000'],
    ['one of the file in the place of a built-in one', 2, '#,##0.0000'],
    ['text', 3, '@'],
    ['a Chinese date', 4, 'yyyy"年"m"月"d"日"'],
    ['a Chinese month', 5, 'yyyy"年"m"月"'],
    ['accounting', 6, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '],
    ['an id that nothing defines', 7, undefined],
    ['a style that is not there', 8, undefined],
  ])('%s', (_, style, format) => {
    expect(cell(read(`<row r="1"><c r="A1" s="${style}"><v>1</v></c></row>`, { styles }), 'A1')?.format).toBe(format);
  });
});

describe('places', () => {
  test('rows and cells without an address follow the one before', () => {
    const workbook = read(
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
    );
    expect(['A1', 'B1', 'C4', 'D4', 'A5'].map((address) => cell(workbook, address)?.value)).toEqual([1, 2, 3, 4, 5]);
  });

  test('formats down to the last row and column cost nothing', () => {
    const styled = Array.from({ length: 200 }, (_, i) => `<row r="${65337 + i}"><c r="IV${65337 + i}" s="1"/></row>`).join('');
    const [sheet] = read(
      `<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>${styled}<row r="1048576"><c r="A1048576" s="1"/></row>`,
    ).sheets;
    expect(sheet?.rows.length).toBe(1);
    expect(sheet?.rows[0]?.length).toBe(1);
  });

  test('merges, hidden sheets and our own sheet', () => {
    const workbook = readXlsx(
      tiny({
        sheets: [
          { name: '表一', after: '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="D1"/></mergeCells>' },
          { name: '表二', state: 'hidden' },
          { name: '表三', state: 'veryHidden' },
          { name: '差异清单' },
        ],
        workbook: '<definedNames><definedName name="_gouji_sheet" localSheetId="3" hidden="1">TRUE</definedName></definedNames>',
      }),
    );
    expect(workbook.sheets).toEqual([
      { name: '表一', rows: [], merges: [{ top: 0, left: 0, bottom: 0, right: 2 }] },
      { name: '表二', rows: [], hidden: true },
      { name: '表三', rows: [], hidden: true },
      { name: '差异清单', rows: [], generated: true },
    ]);
  });
});

describe('packages of other programs', () => {
  const data = '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>';
  const sheets = [{ name: '表一', data }];
  const base = tinyParts({ sheets });
  const strict = (text: string): string =>
    text
      .replace(/http:\/\/schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main/g, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
      .replace(
        /http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships/g,
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      );
  const prefixed = (text: string): string => text.replace(/<(\/?)(?=[a-z])/g, '<$1x:').replace(/ xmlns="/g, ' xmlns:x="');
  const utf16 = (text: string): Uint8Array =>
    Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]);

  test.each<[string, Record<string, string>]>([
    ['the strict standard', Object.fromEntries(Object.entries(base).map(([name, text]) => [name, strict(text)]))],
    [
      'prefixed elements',
      {
        ...base,
        ...Object.fromEntries(
          ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/styles.xml'].map((name) => [name, prefixed(base[name] ?? '')]),
        ),
      },
    ],
    ['absolute targets', { ...base, 'xl/_rels/workbook.xml.rels': relationships([['rId1', 'worksheet', '/xl/worksheets/sheet1.xml']]) }],
    [
      'targets through the parent folder',
      { ...base, 'xl/_rels/workbook.xml.rels': relationships([['rId1', 'worksheet', '../xl/./worksheets/sheet1.xml']]) },
    ],
    ['names in another case', { ...base, 'xl/_rels/workbook.xml.rels': relationships([['rId1', 'worksheet', 'Worksheets/Sheet1.xml']]) }],
    ['no styles', Object.fromEntries(Object.entries(tinyParts({ sheets, parts: { 'xl/styles.xml': null } })))],
    [
      'backslashes in the names',
      Object.fromEntries(Object.entries(base).map(([name, text]) => [name.startsWith('xl') ? name.replace(/\//g, '\\') : name, text])),
    ],
    ['a byte order mark', { ...base, 'xl/worksheets/sheet1.xml': '\ufeff' + (base['xl/worksheets/sheet1.xml'] ?? '') }],
    [
      'comments, instructions and CDATA',
      {
        ...base,
        'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><!-- x --><?y z?>${(base['xl/worksheets/sheet1.xml'] ?? '').replace('甲', '<![CDATA[甲]]>')}`,
      },
    ],
  ])('%s', (_, parts) => {
    expect(readXlsx(zipParts(parts)).sheets).toEqual([{ name: '表一', rows: [[{ value: '甲' }]] }]);
  });

  test('a part in UTF-16', () => {
    const { zipSync, strToU8 } = jest.requireActual<typeof import('fflate')>('fflate');
    const files = Object.fromEntries(
      Object.entries(base).map(([name, text]) => [name, name.endsWith('sheet1.xml') ? utf16(text) : strToU8(text)]),
    );
    expect(readXlsx(zipSync(files)).sheets[0]?.rows).toEqual([[{ value: '甲' }]]);
  });

  test('a chart sheet is left out', () => {
    const workbook = readXlsx(
      tiny({
        sheets: [{ name: '图' }, { name: '表一', data }],
        parts: {
          'xl/_rels/workbook.xml.rels': relationships([
            ['rId1', 'chartsheet', 'chartsheets/sheet1.xml'],
            ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
          ]),
          'xl/chartsheets/sheet1.xml': '<chartsheet/>',
        },
      }),
    );
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['表一']);
  });

  test('a shared string that is not there is an empty cell', () => {
    expect(read('<row r="1"><c r="A1" t="s"><v>7</v></c><c r="B1"><v>1</v></c></row>').sheets[0]?.rows[0]).toEqual([
      undefined,
      { value: 1 },
    ]);
  });
});
