import type { SheetPlan } from '../../src/core/spreadsheet';
import { ExcelSpreadsheet } from '../../src/excel';
import { GENERATED_NAME } from '../../src/present/marks';
import { PAGE_MARGINS } from '../../src/present/sheetLooks';
import { dump } from '../support/dump';
import { place } from '../support/findings';
import { book, range, sheet } from '../support/grid';
import { MARK_FILLS } from '../../src/present/marks';
import { createOffice } from '../support/office';

const PLAN: SheetPlan = {
  sheet: 'discrepancies',
  name: '差异清单',
  rows: [
    [{ type: 'text', text: '勾稽核对差异清单', style: 'title' }],
    [
      { type: 'text', text: '序号', style: 'header' },
      { type: 'text', text: '左侧单元格', style: 'header' },
    ],
    [
      { type: 'number', value: '1', format: '0' },
      { type: 'link', text: '表三!C7', target: place('表三!C7') },
      { type: 'formula', formula: "=ROUND(SUM('表三'!C7),2)", value: '3.00', format: '#,##0.00' },
      { type: 'text', text: '差 3', style: 'error' },
    ],
  ],
  widths: [6, 16, 12, 8, 40],
  merges: [range('D3:E3')],
  frozenRows: 2,
  footer: '第 &P 页，共 &N 页',
};

function setUp(...more: string[]) {
  const office = createOffice({ workbook: book(sheet('表三', [['甲', 1]]), ...more.map((name) => sheet(name, [['用户的表']]))) });
  office.install();
  const { model } = office;
  const written = (name = '差异清单') => {
    const id = model.sheets().find((candidate) => candidate.name === name)?.id ?? '';
    return { id, cells: (address: string) => model.read(id, range(address)) };
  };
  return { office, model, written, excel: new ExcelSpreadsheet('zh-CN') };
}

test('values, formulas, formats, links, looks, widths and frozen rows', async () => {
  const { excel, model, written, office } = setUp();
  expect(await excel.writeSheet('discrepancies', () => PLAN)).toEqual({ name: '差异清单', notices: [] });
  const { id, cells } = written();
  expect(cells('A1:A1')[0]?.[0]?.value).toBe('勾稽核对差异清单');
  const [row] = cells('A3:E3');
  expect(row?.map(({ value, formula }) => formula ?? value)).toEqual([1, '表三!C7', "=ROUND(SUM('表三'!C7),2)", '差 3', null]);
  expect(row?.[2]?.numberFormat).toBe('#,##0.00');
  expect(model.hyperlink(id, 2, 1)).toMatchObject({ documentReference: "'表三'!C7" });
  expect(model.readStyle(id, 0, 0).font).toMatchObject({ bold: true, size: 16 });
  expect(model.readStyle(id, 1, 0)).toMatchObject({ fill: '#1F4E79', horizontal: 'center' });
  expect(model.readStyle(id, 2, 3).fill).toBe(MARK_FILLS.error.fill);
  expect(model.merges(id)).toEqual([range('D3:E3')]);
  expect(model.frozen(id).rows).toBe(2);
  expect(model.columnWidth(id, 4)).toBeGreaterThan(model.columnWidth(id, 0));
  expect(model.active()).toBe(id);
  expect(office.host.faults).toEqual([]);
});

test.each(['=1+1', '+A1', '-1', "'x", '@SUM(A1)', '001', '2024-01-02', 'TRUE', '50%', '6,912.23'])('text %s stays text', async (text) => {
  const { excel, written } = setUp();
  await excel.writeSheet('discrepancies', () => ({ ...PLAN, rows: [[{ type: 'text', text }]] }));
  expect(written().cells('A1:A1')[0]?.[0]).toMatchObject({ value: text, formula: null });
});

test('a second sheet replaces the first in its place', async () => {
  const { excel, model, written } = setUp();
  await excel.writeSheet('discrepancies', () => PLAN);
  const { id } = written();
  const again = { ...PLAN, rows: [[{ type: 'text' as const, text: '新的' }]], frozenRows: 1, merges: [] };
  await excel.writeSheet('discrepancies', () => again);
  expect(model.sheets().map(({ name }) => name)).toEqual(['表三', '差异清单']);
  expect(written().id).toBe(id);
  expect(model.usedRange(id, true)).toEqual(range('A1'));
  expect(written().cells('A1:A1')[0]?.[0]?.value).toBe('新的');
  expect(model.hyperlink(id, 2, 1)).toBeNull();
  expect(model.readStyle(id, 1, 0).fill ?? null).toBeNull();
  expect(model.merges(id)).toEqual([]);
  expect(model.frozen(id).rows).toBe(1);
});

test('where Excel refuses to write it anew, what stood on it stands there again, and the next writing is told of it', async () => {
  const { excel, office, written } = setUp();
  await excel.writeSheet('discrepancies', () => PLAN);
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('差异清单').getRange('F3').values = [["'=已改，待复核"]];
    await context.sync();
  });
  const texts = () =>
    written()
      .cells('A1:F3')
      .map((row) => row.map((cell) => cell?.value ?? null));
  office.host.failMember('Range.formulas', 'GeneralException');
  await expect(excel.writeSheet('discrepancies', () => ({ ...PLAN, rows: [[{ type: 'text', text: '新的' }]] }))).rejects.toThrow();
  expect(texts()).toEqual([
    ['勾稽核对差异清单', null, null, null, null, null],
    ['序号', '左侧单元格', null, null, null, null],
    ['1', '表三!C7', expect.anything(), '差 3', null, '=已改，待复核'],
  ]);
  let before: readonly (readonly string[])[] | null = null;
  await excel.writeSheet('discrepancies', (earlier) => {
    before = earlier;
    return PLAN;
  });
  expect(before?.[2]?.[5]).toBe('=已改，待复核');
});

test('where Excel refuses a new one, no half of it stays', async () => {
  const { excel, office, model } = setUp();
  const before = { ...dump(model), active: null };
  office.host.failMember('WorksheetFreezePanes.freezeRows', 'GeneralException');
  await expect(excel.writeSheet('discrepancies', () => PLAN)).rejects.toThrow();
  expect({ ...dump(model), active: null }).toEqual(before);
});

test('a sheet of the user by that name is left alone', async () => {
  const { excel, written } = setUp('差异清单');
  expect(await excel.writeSheet('discrepancies', () => PLAN)).toEqual({ name: '差异清单 (2)', notices: [] });
  expect(written().cells('A1:A1')[0]?.[0]?.value).toBe('用户的表');
});

test('it is known again by a hidden name, also when it was renamed', async () => {
  const { excel, model, written } = setUp();
  await excel.writeSheet('discrepancies', () => PLAN);
  expect(model.names()).toEqual([expect.objectContaining({ name: GENERATED_NAME, visible: false, sheet: written().id })]);
  model.renameSheet(written().id, '给处长看');
  expect((await excel.read()).sheets).toEqual([expect.objectContaining({ name: '表三' }), { name: '给处长看', generated: true, rows: [] }]);
  expect(await excel.writeSheet('discrepancies', () => PLAN)).toEqual({ name: '给处长看', notices: [] });
});

test('clearing takes the sheet away and nothing else', async () => {
  const { excel, model } = setUp('用户');
  // Which sheet is shown after a deletion is Excel's affair.
  const before = { ...dump(model), active: null };
  await excel.writeSheet('discrepancies', () => PLAN);
  expect(await excel.clear()).toEqual({ annotations: 0, sheets: 1, notices: [] });
  expect({ ...dump(model), active: null }).toEqual(before);
});

test('a workbook whose structure is protected says what to do', async () => {
  const { excel, office } = setUp();
  await office.Excel.run(async (context) => {
    context.workbook.protection.protect();
    await context.sync();
  });
  await expect(excel.writeSheet('discrepancies', () => PLAN)).rejects.toMatchObject({ notice: { id: 'edge.sheet.protected-workbook' } });
});

test('a generated sheet that the user protected is not written over', async () => {
  const { excel, office } = setUp();
  await excel.writeSheet('discrepancies', () => PLAN);
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('差异清单').protection.protect();
    await context.sync();
  });
  await expect(excel.writeSheet('discrepancies', () => PLAN)).rejects.toMatchObject({
    notice: { id: 'edge.sheet.protected', data: { sheet: '差异清单' } },
  });
});

describe('what is printed', () => {
  const print = (office: ReturnType<typeof setUp>['office'], name: string) =>
    office.Excel.run(async (context) => {
      const { pageLayout } = context.workbook.worksheets.getItem(name);
      pageLayout.load('orientation,paperSize,zoom,leftMargin,rightMargin,topMargin,bottomMargin,footerMargin');
      const { defaultForAllPages } = pageLayout.headersFooters;
      defaultForAllPages.load('centerFooter,leftFooter');
      const titles = pageLayout.getPrintTitleRowsOrNullObject().load('address');
      await context.sync();
      const { orientation, paperSize, zoom, leftMargin, rightMargin, topMargin, bottomMargin, footerMargin } = pageLayout;
      const margins = { left: leftMargin, right: rightMargin, top: topMargin, bottom: bottomMargin, footer: footerMargin };
      const { centerFooter, leftFooter } = defaultForAllPages;
      return { orientation, paperSize, zoom, margins, footers: [leftFooter, centerFooter], titles: titles.address };
    });

  test.each(['discrepancies', 'working-paper'] as const)(
    '%s: A4, landscape, as wide as the page, the header and the number on every page',
    async (sheet) => {
      const { excel, office } = setUp();
      await excel.writeSheet(sheet, () => ({ ...PLAN, sheet }));
      expect(await print(office, '差异清单')).toEqual({
        orientation: 'Landscape',
        paperSize: 'A4',
        zoom: { horizontalFitToPages: 1 },
        margins: PAGE_MARGINS,
        footers: ['', '第 &P 页，共 &N 页'],
        titles: '差异清单!2:2',
      });
    },
  );

  test('an Excel that takes no page set-up still gets the whole sheet, and it is said what to do', async () => {
    const { excel, office, written } = setUp();
    office.host.failMember('PageLayout.paperSize', 'GeneralException');
    expect(await excel.writeSheet('discrepancies', () => PLAN)).toEqual({
      name: '差异清单',
      notices: [{ id: 'edge.notice.page-setup', data: { sheet: '差异清单', code: 'GeneralException' } }],
    });
    expect(written().cells('A1:A1')[0]?.[0]?.value).toBe('勾稽核对差异清单');
  });
});

test('a sheet whose rows were filtered or hidden is written anew in full sight', async () => {
  const { excel, office, model, written } = setUp();
  const plan = { ...PLAN, filter: range('A2:D3') };
  await excel.writeSheet('discrepancies', () => plan);
  const { id } = written();
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('差异清单');
    sheet.autoFilter.apply('A2:D3', 3, { filterOn: 'Values', values: ['没有'] });
    sheet.getRange('1:1').rowHidden = true;
    await context.sync();
  });
  expect([0, 1, 2].map((row) => model.isRowHidden(id, row))).toEqual([true, false, true]);
  let earlier: readonly (readonly string[])[] = [];
  await excel.writeSheet('discrepancies', (texts) => ((earlier = texts ?? []), plan));
  expect(earlier.map(([first]) => first)).toEqual(['勾稽核对差异清单', '序号', '1']);
  expect([0, 1, 2].map((row) => model.isRowHidden(id, row))).toEqual([false, false, false]);
});

test('a reply in a column that is hidden or too narrow is read by what is in the cell', async () => {
  const { excel, model, written } = setUp();
  await excel.writeSheet('discrepancies', () => PLAN);
  model.write(written().id, [{ row: 2, column: 4, value: '已核', numberFormat: ';;;' }], 'user');
  let earlier: readonly (readonly string[])[] = [];
  await excel.writeSheet('discrepancies', (texts) => ((earlier = texts ?? []), PLAN));
  expect(earlier[2]?.[4]).toBe('已核');
});

test('a long sheet goes over in parts that Excel on the web takes', async () => {
  const office = createOffice({ profile: 'web', workbook: book(sheet('表三', [['甲', 1]])) });
  office.install();
  const row = (at: number): SheetPlan['rows'][number] => [
    { type: 'number', value: String(at), format: '0' },
    { type: 'text', text: `第 ${at} 条关系：某某科目的合计` },
    { type: 'link', text: '表三!B1', target: place('表三!B1') },
    { type: 'link', text: '表三!A1', target: place('表三!A1') },
    { type: 'formula', formula: `=ROUND(SUM('表三'!B1:B${at + 1}),2)`, value: '0.00', format: '#,##0.00' },
  ];
  const rows = Array.from({ length: 5000 }, (_, at) => row(at));
  const { name } = await new ExcelSpreadsheet('zh-CN').writeSheet('working-paper', () => ({ ...PLAN, rows, merges: [] }));
  const { model, host } = office;
  const id = model.sheets().find((each) => each.name === name)?.id ?? '';
  expect(model.read(id, range('B5000'))[0]?.[0]?.value).toBe('第 4999 条关系：某某科目的合计');
  expect(model.read(id, range('E2000'))[0]?.[0]?.formula).toBe("=ROUND(SUM('表三'!B1:B2000),2)");
  expect(model.hyperlink(id, 4999, 3)).toMatchObject({ documentReference: "'表三'!A1" });
  expect(Math.max(...host.log.map(({ requestBytes }) => requestBytes))).toBeLessThan(5 * 1024 * 1024);
  expect(host.faults).toEqual([]);
}, 60_000);
