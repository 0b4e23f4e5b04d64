/** A workbook that another program wrote, with what budget workbooks carry besides cells: nothing of it may be lost. */
import ExcelJS from 'exceljs';
import { annotateXlsx, clearXlsx, patchXlsx, readPresentation, readXlsx } from '../../src/xlsx';
import { cellsOf, noteText, openedByExceljs } from './exceljs';
import { changedParts } from './tiny';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

async function rich(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('表一', { views: [{ state: 'frozen', ySplit: 2 }], properties: { tabColor: { argb: 'FF00B050' } } });
  sheet.addRow(['科目', '金额']);
  sheet.addRow(['行政运行', 877.05]);
  sheet.addRow(['合计', { formula: 'SUM(B2:B2)', result: 877.05 }]);
  sheet.getCell('B2').note = { texts: [{ font: { bold: true }, text: '张三：' }, { text: '已核' }] };
  sheet.getCell('B2').numFmt = '#,##0.00';
  sheet.getCell('A2').value = { richText: [{ font: { bold: true }, text: '行政' }, { text: '运行' }] };
  sheet.getCell('A5').value = { text: '说明', hyperlink: 'https://example.org/?a=1&b=2' };
  sheet.getCell('D2').dataValidation = { type: 'list', allowBlank: true, formulae: ['"是,否"'] };
  sheet.addConditionalFormatting({
    ref: 'B2:B3',
    rules: [
      { type: 'dataBar', priority: 1, gradient: true, cfvo: [{ type: 'min' }, { type: 'max' }] } as ExcelJS.ConditionalFormattingRule,
    ],
  });
  sheet.addConditionalFormatting({
    ref: 'B2:B3',
    rules: [{ type: 'expression', priority: 2, formulae: ['B2<0'], style: { font: { color: { argb: 'FFFF0000' } } } }],
  });
  sheet.addTable({ name: 'T', ref: 'F1', columns: [{ name: '甲' }, { name: '乙' }], rows: [['a', 1]] });
  sheet.addImage(workbook.addImage({ base64: PNG, extension: 'png' }), 'H1:I3');
  sheet.autoFilter = 'A1:B3';
  sheet.mergeCells('A6:B6');
  sheet.pageSetup = { orientation: 'landscape', printArea: 'A1:B3' };
  sheet.headerFooter = { oddHeader: '&C部门预算' };
  await sheet.protect('x', {});
  workbook.addWorksheet('隐藏', { state: 'veryHidden' }).addRow([1]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

let bytes: Uint8Array;
let annotated: Uint8Array;
beforeAll(async () => {
  bytes = await rich();
  annotated = annotateXlsx(
    bytes,
    [
      { cell: { sheet: '表一', row: 1, column: 1 }, mark: 'error', comment: '【勾稽】差 1.00' },
      { cell: { sheet: '表一', row: 2, column: 1 }, mark: 'rounding', comment: '【勾稽】四舍五入' },
    ],
    {
      discrepancies: () => ({
        sheet: 'discrepancies',
        name: '差异清单',
        rows: [[{ type: 'text', text: '差异清单', style: 'title' }]],
        widths: [10],
        merges: [],
        frozenRows: 0,
      }),
    },
  );
});

test('only the parts of the annotation change', () => {
  expect(changedParts(bytes, annotated)).toEqual([
    '[Content_Types].xml',
    'customXml/_rels/item1.xml.rels',
    'customXml/item1.xml',
    'customXml/itemProps1.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/comments1.xml',
    'xl/drawings/vmlDrawing1.vml',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet3.xml',
  ]);
});

test('another program finds everything where it was, and our notes beside', async () => {
  const before = (await openedByExceljs(bytes)).getWorksheet('表一');
  const after = (await openedByExceljs(annotated)).getWorksheet('表一');
  if (!before || !after) throw new Error('No sheet');
  expect(cellsOf(after)).toEqual(cellsOf(before));
  expect(noteText(after.getCell('B2'))).toBe('张三：已核\n——————\n【勾稽】差 1.00');
  expect(noteText(after.getCell('B3'))).toBe('【勾稽】四舍五入');
  expect(after.getCell('A5').hyperlink).toBe('https://example.org/?a=1&b=2');
  expect(after.getCell('D2').dataValidation).toEqual(before.getCell('D2').dataValidation);
  expect(after.getCell('B2').style).toEqual(before.getCell('B2').style);
  expect(after.getImages().length).toBe(1);
  expect(after.getTable('T')).toBeDefined();
  expect(after.autoFilter).toEqual(before.autoFilter);
  expect(after.headerFooter).toEqual(before.headerFooter);
});

test('cleared, it is what it was', () => {
  const cleared = clearXlsx(annotated);
  expect(readXlsx(cleared)).toEqual(readXlsx(bytes));
  const { sheets, names, customXml } = readPresentation(cleared);
  expect({ sheets, names, customXml }).toEqual({
    sheets: readPresentation(bytes).sheets,
    names: readPresentation(bytes).names,
    customXml: readPresentation(bytes).customXml,
  });
  expect(changedParts(bytes, cleared)).toEqual([]);
});

test('a changed cell leaves its neighbours, its note and its style alone', async () => {
  const patched = patchXlsx(bytes, { cells: [{ sheet: '表一', address: 'B2', value: 900 }] });
  const sheet = (await openedByExceljs(patched)).getWorksheet('表一');
  expect(sheet?.getCell('B2')).toMatchObject({ value: 900, numFmt: '#,##0.00' });
  expect(sheet && noteText(sheet.getCell('B2'))).toBe('张三：已核');
  expect(changedParts(bytes, patched)).toEqual(['xl/worksheets/sheet1.xml']);
});
