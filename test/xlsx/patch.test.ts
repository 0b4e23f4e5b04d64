import { FileError } from '../../src/core/file-error';
import { patchXlsx, readPresentation, readXlsx, type CellChange, type WorkbookChanges } from '../../src/xlsx';
import { cellsOf, noteText, openedByExceljs } from './exceljs';
import { changedParts, partsOf, relationships, tiny, type Tiny } from './tiny';

const one = (data: string, more: Tiny = {}, around: { before?: string; after?: string } = {}): Uint8Array =>
  tiny({ ...more, sheets: [{ name: '表一', data, ...around }] });
const sheetXml = (bytes: Uint8Array, n = 1): string => partsOf(bytes)[`xl/worksheets/sheet${n}.xml`] ?? '';
const dataOf = (bytes: Uint8Array): string => /<sheetData>([\s\S]*)<\/sheetData>/.exec(sheetXml(bytes))?.[1] ?? '';
const write = (address: string, value: CellChange['value'], more: Partial<CellChange> = {}): WorkbookChanges => ({
  cells: [{ sheet: '表一', address, value, ...more }],
});

describe('cells', () => {
  const row = '<row r="2" spans="1:3" ht="20"><c r="A2" s="1"><v>1</v></c><c r="C2" t="s"><v>0</v></c></row>';
  test.each<[string, WorkbookChanges, string]>([
    [
      'a number in the place of a number keeps the style',
      write('A2', 486.4),
      '<row r="2" spans="1:3" ht="20"><c r="A2" s="1"><v>486.4</v></c><c r="C2" t="s"><v>0</v></c></row>',
    ],
    [
      'a text in the place of a number',
      write('A2', '甲'),
      '<row r="2" spans="1:3" ht="20"><c r="A2" s="1" t="inlineStr"><is><t>甲</t></is></c><c r="C2" t="s"><v>0</v></c></row>',
    ],
    [
      'an emptied cell keeps its style',
      write('A2', null),
      '<row r="2" spans="1:3" ht="20"><c r="A2" s="1"/><c r="C2" t="s"><v>0</v></c></row>',
    ],
    ['an emptied cell without a style goes', write('C2', null), '<row r="2" spans="1:3" ht="20"><c r="A2" s="1"><v>1</v></c></row>'],
    [
      'a new cell between two',
      write('B2', true),
      '<row r="2" ht="20"><c r="A2" s="1"><v>1</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="s"><v>0</v></c></row>',
    ],
    [
      'a new cell at the end',
      write('AA2', '#N/A'),
      '<row r="2" ht="20"><c r="A2" s="1"><v>1</v></c><c r="C2" t="s"><v>0</v></c><c r="AA2" t="e"><v>#N/A</v></c></row>',
    ],
    ['a new row above', write('A1', 1), `<row r="1"><c r="A1"><v>1</v></c></row>${row}`],
    ['a new row below', write('A9', 1), `${row}<row r="9"><c r="A9"><v>1</v></c></row>`],
    [
      'a formula with its result',
      write('A2', 5, { formula: '=B2&"<"' }),
      '<row r="2" spans="1:3" ht="20"><c r="A2" s="1"><f>B2&amp;"&lt;"</f><v>5</v></c><c r="C2" t="s"><v>0</v></c></row>',
    ],
    ['nothing into an empty cell', write('B7', null), row],
  ])('%s', (_, changes, expected) => {
    const bytes = one(row, { strings: '<si><t>款</t></si>' });
    const patched = patchXlsx(bytes, changes);
    expect(dataOf(patched)).toBe(expected);
    expect(changedParts(bytes, patched).filter((name) => name !== 'xl/workbook.xml')).toEqual(
      expected === row ? [] : ['xl/worksheets/sheet1.xml'],
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' 两端 ', '第一行\n第二行', '_x000D_', 'a\u0001b', '<b>&"', '😀', "'007", 'a\rb', '  '])(
    'the text %j comes back as it is, as text',
    async (text) => {
      const patched = patchXlsx(one(''), write('B2', text));
      expect(readXlsx(patched).sheets[0]?.rows[1]?.[1]).toEqual({ value: text });
      const cell = (await openedByExceljs(patched)).getWorksheet('表一')?.getCell('B2');
      expect(cell?.formula).toBeUndefined();
    },
  );

  test('rows and cells without addresses stay where they are', () => {
    const patched = patchXlsx(one('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'), write('D1', 9));
    expect(readXlsx(patched).sheets[0]?.rows).toEqual([[{ value: 1 }, { value: 2 }, undefined, { value: 9 }], [{ value: 3 }]]);
  });

  test('an overwritten first cell of a shared formula leaves the others their formula', () => {
    const data =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>2</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row>' +
      '<row r="3"><c r="A3"><f t="shared" si="0"/><v>6</v></c></row>';
    const rows = readXlsx(patchXlsx(one(data), write('A1', 5))).sheets[0]?.rows;
    expect(rows).toEqual([[{ value: 5 }], [{ value: 4, formula: '=B2*2' }], [{ value: 6, formula: '=B3*2' }]]);
  });

  test('the used range grows with the cells', () => {
    const patched = patchXlsx(one('<row r="2"><c r="B2"><v>1</v></c></row>', {}, { before: '<dimension ref="B2"/>' }), write('D9', 1));
    expect(sheetXml(patched)).toContain('<dimension ref="B2:D9"/>');
  });

  test('a style changes in what it names and is found again', () => {
    const bytes = one('<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="1"><v>1</v></c></row>');
    const style = { fill: '#FFFF00', font: { bold: true } };
    const patched = patchXlsx(bytes, {
      cells: [
        { sheet: '表一', address: 'A1', value: 1, style },
        { sheet: '表一', address: 'B1', value: 1, style },
      ],
    });
    const presented = readPresentation(patched);
    expect(presented.styles.length).toBe(3);
    expect(presented.styles[2]).toMatchObject({ numberFormat: '#,##0.00', fill: '#FFFF00', font: { name: '宋体', size: 11, bold: true } });
    expect(presented.sheets[0]?.cells.map((cell) => cell.style)).toEqual([2, 2]);
  });

  test('nothing is written into a damaged part', () => {
    const bytes = tiny({ parts: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row></worksheet>' } });
    expect(() => patchXlsx(bytes, write('A1', 1))).toThrow('files.brokenPart');
  });

  test('an unknown sheet is an error, not a silent loss', () => {
    expect(() => patchXlsx(one(''), { cells: [{ sheet: '没有', address: 'A1', value: 1 }] })).toThrow(FileError);
  });
});

describe('calculation', () => {
  const chain = (entries: string): Tiny => ({
    parts: {
      'xl/calcChain.xml': `<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${entries}</calcChain>`,
      'xl/_rels/workbook.xml.rels': relationships([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'styles', 'styles.xml'],
        ['rId3', 'calcChain', 'calcChain.xml'],
      ]),
    },
  });
  const data = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1</f><v>2</v></c></row>';

  test('a formula that becomes a value leaves the chain; the next entry gets the sheet it inherited', () => {
    const patched = patchXlsx(one(data, chain('<c r="A1" i="1"/><c r="B1"/>')), write('A1', 2));
    expect(partsOf(patched)['xl/calcChain.xml']).toContain('main"><c r="B1" i="1"/></calcChain>');
  });

  test('an empty chain goes with its relationship', () => {
    const patched = patchXlsx(one('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>', chain('<c r="A1" i="1"/>')), write('A1', 2));
    expect(Object.keys(partsOf(patched))).not.toContain('xl/calcChain.xml');
    expect(partsOf(patched)['xl/_rels/workbook.xml.rels']).not.toContain('calcChain');
  });

  test('a written formula asks for a calculation on opening', () => {
    const patched = patchXlsx(one('', { workbook: '<calcPr calcId="1"/><extLst/>' }), write('A1', 2, { formula: '=1+1' }));
    expect(partsOf(patched)['xl/workbook.xml']).toContain('<calcPr calcId="1" fullCalcOnLoad="1"/><extLst/>');
    expect(partsOf(patchXlsx(one(''), write('A1', 2, { formula: '=1+1' })))['xl/workbook.xml']).toContain(
      '</sheets><calcPr fullCalcOnLoad="1"/>',
    );
  });
});

describe('marks', () => {
  const mark = (address: string, formula = '=LEN("gouji:error")>0'): WorkbookChanges => ({
    marks: [{ sheet: '表一', address, fill: '#FFC7CE', fontColor: '#9C0006', formula }],
  });
  const own =
    '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>A1=1</formula></cfRule><cfRule type="cellIs" operator="equal" priority="2"><formula>3</formula></cfRule></conditionalFormatting>';
  const bytes = one(
    '<row r="1"><c r="A1" s="1"><v>1</v></c></row>',
    {},
    {
      after: `<mergeCells count="1"><mergeCell ref="C1:D1"/></mergeCells>${own}<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>`,
    },
  );

  test('stand above the sheet’s own formats, which keep their order; cells are not touched', async () => {
    const patched = patchXlsx(bytes, mark('A1'));
    const [sheet] = readPresentation(patched).sheets;
    expect(sheet?.conditionalFormats.map(({ formula, priority }) => [formula, priority])).toEqual([
      ['=LEN("gouji:error")>0', 1],
      ['=A1=1', 2],
    ]);
    expect(sheet?.conditionalFormats[0]).toMatchObject({ fill: '#FFC7CE', fontColor: '#9C0006' });
    expect(sheetXml(patched)).toContain('priority="3"><formula>3<');
    expect(sheetXml(patched)).toMatch(/<\/conditionalFormatting><pageMargins/);
    expect(dataOf(patched)).toBe(dataOf(bytes));
    const theirs = (await openedByExceljs(patched)).getWorksheet('表一') as unknown as {
      conditionalFormattings: { ref: string; rules: { type: string }[] }[];
    };
    expect(theirs.conditionalFormattings.map(({ ref, rules }) => [ref, rules.map(({ type }) => type)])).toEqual([
      ['A1', ['expression', 'cellIs']],
      ['A1', ['expression']],
    ]);
  });

  test('come off without a trace on the sheet', () => {
    const patched = patchXlsx(bytes, mark('A1'));
    const cleared = patchXlsx(patched, { removeMarks: (formula) => formula.includes('gouji:') });
    expect(changedParts(bytes, cleared)).toEqual(['xl/styles.xml']);
  });

  test('of one look on many cells are one rule', () => {
    const patched = patchXlsx(bytes, { marks: [...(mark('B2').marks ?? []), ...(mark('C3').marks ?? [])] });
    expect(sheetXml(patched)).toContain('<conditionalFormatting sqref="B2 C3"><cfRule type="expression" dxfId="0" priority="1">');
  });

  test('written again use the same look', () => {
    const twice = patchXlsx(patchXlsx(bytes, mark('A1')), mark('B1'));
    expect(partsOf(twice)['xl/styles.xml']).toContain('<dxfs count="1">');
  });
});

describe('notes', () => {
  const note = (address: string, text = '【勾稽】差 1.00'): WorkbookChanges => ({
    notes: [{ sheet: '表一', address, author: '勾稽', text }],
  });
  const plainSheet = one(
    '<row r="1"><c r="A1"><v>1</v></c></row>',
    {},
    { after: '<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><tableParts count="0"/>' },
  );
  const VML = (shapes: string): string =>
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="3"/></o:shapelayout>${shapes}</xml>`;
  const userShape =
    '<v:shape id="_x0000_s3073" type="#_x0000_t202"><v:textbox><div><br/></div></v:textbox><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>\n';
  const noted = (text: string, shape = userShape): Uint8Array =>
    one(
      '<row r="1"><c r="A1"><v>1</v></c></row>',
      {
        parts: {
          'xl/worksheets/_rels/sheet1.xml.rels': relationships([
            ['rId1', 'comments', '../comments1.xml'],
            ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
          ]),
          'xl/comments1.xml': `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>张三</author></authors><commentList><comment ref="A1" authorId="0"><text>${text}</text></comment></commentList></comments>`,
          'xl/drawings/vmlDrawing1.vml': VML(shape),
        },
      },
      { after: '<legacyDrawing r:id="rId2"/>' },
    );

  test('on a sheet without any: all four parts are made, and all go again', async () => {
    const patched = patchXlsx(plainSheet, note('A1', '【勾稽】甲 < 乙\n第二行'));
    expect(changedParts(plainSheet, patched)).toEqual([
      '[Content_Types].xml',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(sheetXml(patched)).toContain('<legacyDrawing r:id="rId2"/><tableParts');
    expect(readPresentation(patched).sheets[0]?.notes).toEqual([{ row: 0, column: 0, author: '勾稽', text: '【勾稽】甲 < 乙\n第二行' }]);
    const cell = (await openedByExceljs(patched)).getWorksheet('表一')?.getCell('A1');
    expect(cell && noteText(cell)).toBe('【勾稽】甲 < 乙\n第二行');
    const cleared = patchXlsx(patched, { removeNotes: '勾稽' });
    // The default type for .vml stays: many files have one that nothing uses.
    expect(changedParts(plainSheet, cleared)).toEqual(['[Content_Types].xml']);
  });

  test.each([
    ['plain', '<t>请核对</t>'],
    ['rich', '<r><rPr><b/></rPr><t>请</t></r><r><t>核对</t></r>'],
  ])('below a user’s own, %s: his stays, ours comes off again', async (_, text) => {
    const bytes = noted(text);
    const patched = patchXlsx(bytes, note('A1'));
    expect(changedParts(bytes, patched)).toEqual(['xl/comments1.xml']);
    const [mine] = readPresentation(patched).sheets[0]?.notes ?? [];
    expect(mine).toMatchObject({ author: '张三', text: '请核对\n——————\n【勾稽】差 1.00' });
    const cell = (await openedByExceljs(patched)).getWorksheet('表一')?.getCell('A1');
    expect(cell && noteText(cell)).toBe(mine?.text);
    expect(changedParts(bytes, patchXlsx(patched, { removeNotes: '勾稽' }))).toEqual([]);
  });

  test('beside a user’s own: the drawing is extended with ids of its cluster and restored', () => {
    // Excel itself writes drawings that are not well formed.
    const shape = userShape.replace('<br/>', '<br>');
    const bytes = noted('<t>请核对</t>', shape);
    const patched = patchXlsx(bytes, note('C3'));
    const vml = partsOf(patched)['xl/drawings/vmlDrawing1.vml'] ?? '';
    expect(vml).toContain('id="_x0000_s3074"');
    expect(vml).toContain('<x:Row>2</x:Row><x:Column>2</x:Column>');
    const cleared = patchXlsx(patched, { removeNotes: '勾稽' });
    const before = partsOf(bytes);
    const after = partsOf(cleared);
    expect(after['xl/comments1.xml']).toBe(before['xl/comments1.xml']);
    expect(readPresentation(cleared).sheets[0]?.notes).toEqual(readPresentation(bytes).sheets[0]?.notes);
    expect(after['xl/drawings/vmlDrawing1.vml']).toContain(shape.trim());
    expect(after['xl/drawings/vmlDrawing1.vml']).not.toContain('_x0000_s3074');
  });

  test('a user’s note written while ours was there stays', () => {
    const patched = patchXlsx(patchXlsx(plainSheet, note('A1')), { notes: [{ sheet: '表一', address: 'B1', author: '李四', text: '好' }] });
    expect(readPresentation(patchXlsx(patched, { removeNotes: '勾稽' })).sheets[0]?.notes).toEqual([
      { row: 0, column: 1, author: '李四', text: '好' },
    ]);
  });

  test('on a cell with a thread: a reply, and it comes off with its person', () => {
    const bytes = one(
      '',
      {
        parts: {
          'xl/worksheets/_rels/sheet1.xml.rels': relationships([['rId1', 'threadedComment', '../threadedComments/threadedComment1.xml']]),
          'xl/threadedComments/threadedComment1.xml':
            '<ThreadedComments xmlns="t"><threadedComment ref="A1" dT="2026-01-05T01:00:00.00" personId="{P}" id="{1}"><text>为何不平</text></threadedComment></ThreadedComments>',
          'xl/persons/person.xml': '<personList xmlns="t"><person displayName="李四" id="{P}"/></personList>',
          'xl/_rels/workbook.xml.rels': relationships([
            ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
            ['rId2', 'styles', 'styles.xml'],
            ['rId3', 'person', 'persons/person.xml'],
          ]),
        },
      },
      {},
    );
    const patched = patchXlsx(bytes, note('A1', '【勾稽】甲 < 乙'));
    expect(changedParts(bytes, patched)).toEqual(['xl/persons/person.xml', 'xl/threadedComments/threadedComment1.xml']);
    expect(readPresentation(patched).sheets[0]?.threads).toMatchObject([
      { author: '李四', replies: [{ author: '勾稽', text: '【勾稽】甲 < 乙' }] },
    ]);
    expect(changedParts(bytes, patchXlsx(patched, { removeNotes: '勾稽' }))).toEqual([]);
  });

  test('all columns hidden up to the last: the box still has a place', () => {
    const hidden = one('', {}, { before: '<cols><col min="2" max="16384" width="0" hidden="1"/></cols>' });
    expect(partsOf(patchXlsx(hidden, note('A1')))['xl/drawings/vmlDrawing1.vml']).toContain('<x:Anchor>1, 15, 0, 8, 16383,');
  });
});

describe('sheets', () => {
  const two = tiny({
    sheets: [{ name: '表一', data: '<row r="1"><c r="A1"><f>表二!B1*2</f><v>2</v></c></row>' }, { name: '表二' }],
    workbookPr: '<bookViews><workbookView activeTab="1"/></bookViews>',
    workbook: '<definedNames><definedName name="区" localSheetId="1">表二!$A$1</definedName></definedNames>',
  });

  test('a new sheet stands where it was put; names and the active sheet move along', async () => {
    const patched = patchXlsx(two, {
      addSheets: [
        {
          name: '新 表',
          position: 0,
          cells: [
            { row: 0, column: 0, value: '=不是公式', style: { font: { bold: true }, fill: '#F2F2F2' } },
            { row: 1, column: 1, value: 4, formula: '=表一!A1*2', style: { numberFormat: '0.000' } },
            { row: 2, column: 0, value: '去', link: { sheet: "it's", row: 6, column: 2 } },
          ],
          widths: [20, 30],
          merges: [{ top: 4, left: 0, bottom: 4, right: 1 }],
          frozen: { rows: 1, columns: 0 },
          tabColor: '#9C0006',
          generated: 'discrepancies',
        },
      ],
    });
    const presented = readPresentation(patched);
    expect(presented.sheets.map(({ name, active, generated }) => [name, active, generated])).toEqual([
      ['新 表', false, true],
      ['表一', false, false],
      ['表二', true, false],
    ]);
    const [sheet] = presented.sheets;
    expect(presented.names.find(({ name }) => name === '区')?.sheet).toBe('2');
    expect(sheet).toMatchObject({
      frozen: { rows: 1, columns: 0 },
      tabColor: '#9C0006',
      merges: [{ top: 4, left: 0, bottom: 4, right: 1 }],
    });
    expect(sheet?.columns.map(({ width }) => width)).toEqual([145, 215]);
    expect(sheet?.hyperlinks).toEqual([
      { range: { top: 2, left: 0, bottom: 2, right: 0 }, documentReference: "'it''s'!C7", textToDisplay: '去' },
    ]);
    const theirs = (await openedByExceljs(patched)).getWorksheet('新 表');
    expect(theirs && cellsOf(theirs)).toEqual({
      A1: { value: '=不是公式' },
      B2: { value: 4, formula: '=表一!A1*2', format: '0.000' },
      A3: { value: '去' },
    });

    const removed = patchXlsx(patched, { removeSheets: ['新 表'] });
    expect(readXlsx(removed)).toEqual(readXlsx(two));
    expect(readPresentation(removed).sheets.map(({ active }) => active)).toEqual([false, true]);
    expect(readPresentation(removed).names).toEqual(readPresentation(two).names);
  });

  test('the last visible sheet cannot go', () => {
    const bytes = tiny({ sheets: [{ name: '表一' }, { name: '表二', state: 'hidden' }] });
    expect(() => patchXlsx(bytes, { removeSheets: ['表一'] })).toThrow('files.lastSheet');
  });

  test.each(['', 'a/b', '[1]', "'x", 'x'.repeat(32), '表一'])('the name %j is refused', (name) => {
    expect(() => patchXlsx(two, { addSheets: [{ name, cells: [] }] })).toThrow(FileError);
  });

  test('a new name reaches formulas and names', () => {
    const patched = patchXlsx(two, { renameSheets: [{ sheet: '表二', name: '表 2' }] });
    expect(readXlsx(patched).sheets[0]?.rows[0]?.[0]?.formula).toBe("='表 2'!B1*2");
    expect(readPresentation(patched).names[0]).toMatchObject({ formula: "='表 2'!$A$1", sheet: '2' });
    expect(readXlsx(patched).sheets.map(({ name }) => name)).toEqual(['表一', '表 2']);
  });
});

describe('custom XML', () => {
  const set = (xml: string | null): WorkbookChanges => ({ customXml: [{ namespace: 'urn:gouji:settings:1', xml }] });
  const bytes = one('');
  const first = patchXlsx(bytes, set('<s xmlns="urn:gouji:settings:1"><a/></s>'));

  test('is written, found, replaced', () => {
    expect(readPresentation(first).customXml).toMatchObject([
      { namespace: 'urn:gouji:settings:1', xml: '<s xmlns="urn:gouji:settings:1"><a/></s>' },
    ]);
    const second = patchXlsx(first, set('<s xmlns="urn:gouji:settings:1"><b/></s>'));
    expect(changedParts(first, second)).toEqual(['customXml/item1.xml']);
  });

  test('is taken away without a trace', () => {
    expect(changedParts(bytes, patchXlsx(first, set(null)))).toEqual([]);
  });
});
