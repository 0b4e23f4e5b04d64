import { createOffice } from '../../support/office';

const WORKBOOK = {
  sheets: [
    { name: '表一', rows: [[{ value: 1 }]] },
    { name: '隐藏', rows: [], hidden: true },
    {
      name: 'Sheet4',
      rows: [
        [undefined, undefined],
        [undefined, { value: 2 }],
      ],
    },
  ],
};

describe('sheets', () => {
  test('are listed with id, name, place and visibility', async () => {
    const { Excel } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load('items/id,items/name,items/visibility,items/position');
      const count = context.workbook.worksheets.getCount();
      const visible = context.workbook.worksheets.getCount(true);
      const active = context.workbook.worksheets.getActiveWorksheet().load('name');
      await context.sync();
      expect(sheets.items.map((sheet) => [sheet.name, sheet.visibility, sheet.position])).toEqual([
        ['表一', 'Visible', 0],
        ['隐藏', 'Hidden', 1],
        ['Sheet4', 'Visible', 2],
      ]);
      expect(new Set(sheets.items.map((sheet) => sheet.id)).size).toBe(3);
      expect([count.value, visible.value, active.name]).toEqual([3, 2, '表一']);
      const byId = context.workbook.worksheets.getItem(sheets.items[2]?.id ?? '').load('name');
      const byName = context.workbook.worksheets.getItem('sheet4').load('name');
      await context.sync();
      expect([byId.name, byName.name]).toEqual(['Sheet4', 'Sheet4']);
    });
  });

  test('paging of items', async () => {
    const { Excel } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load({ select: 'name', skip: 1, top: 1 });
      await context.sync();
      expect(sheets.items.map((sheet) => sheet.name)).toEqual(['隐藏']);
    });
  });

  test('are added without switching to them, renamed, moved, coloured, hidden and deleted', async () => {
    const { Excel, model } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.add('差异清单');
      const unnamed = worksheets.add().load('name');
      sheet.tabColor = '#ff0000';
      sheet.position = 0;
      sheet.showGridlines = false;
      sheet.load('name,position,tabColor,showGridlines');
      await context.sync();
      expect(sheet.toJSON()).toMatchObject({ name: '差异清单', position: 0, tabColor: '#FF0000', showGridlines: false });
      expect(unnamed.name).toBe('Sheet5');
      sheet.name = '清单';
      unnamed.visibility = 'Hidden';
      unnamed.delete();
      await context.sync();
    });
    expect(model.sheets().map(({ name }) => name)).toEqual(['清单', '表一', '隐藏', 'Sheet4']);
    expect(model.sheets().find(({ id }) => id === model.active())?.name).toBe('表一');
  });

  test.each<[string, string, (sheets: Excel.WorksheetCollection) => void]>([
    ['a name that is taken', 'ItemAlreadyExists', (sheets) => void sheets.add('SHEET4')],
    ['a name with a slash', 'InvalidArgument', (sheets) => void sheets.add('a/b')],
    ['a name of 32 characters', 'InvalidArgument', (sheets) => void sheets.add('表'.repeat(32))],
    ['renaming to a taken name', 'ItemAlreadyExists', (sheets) => (sheets.getItem('表一').name = 'Sheet4')],
    [
      'hiding the last visible sheet',
      'InvalidOperation',
      (sheets) => {
        sheets.getItem('Sheet4').visibility = 'Hidden';
        sheets.getItem('表一').visibility = 'Hidden';
      },
    ],
    [
      'deleting the last visible sheet',
      'InvalidOperation',
      (sheets) => {
        sheets.getItem('Sheet4').delete();
        sheets.getItem('表一').delete();
      },
    ],
    ['activating a hidden sheet', 'InvalidOperation', (sheets) => sheets.getItem('隐藏').activate()],
    ['selecting on a hidden sheet', 'InvalidOperation', (sheets) => sheets.getItem('隐藏').getRange('A1').select()],
    [
      'a deleted sheet',
      'ItemNotFound',
      (sheets) => {
        const sheet = sheets.getItem('Sheet4');
        sheet.delete();
        sheet.getRange('A1').values = [[1]];
      },
    ],
  ])('our model: %s: %s', async (_what, code, use) => {
    const { Excel } = createOffice({ workbook: WORKBOOK });
    const run = Excel.run(async (context) => {
      use(context.workbook.worksheets);
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code });
  });

  test('the used range of an empty sheet is its first cell, or a null object', async () => {
    const { Excel } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('隐藏');
      const first = sheet.getUsedRange().load('address');
      const none = sheet.getUsedRangeOrNullObject();
      const other = context.workbook.worksheets.getItem('Sheet4').getUsedRange(true).load('address');
      await context.sync();
      expect([first.address, none.isNullObject, other.address]).toEqual(['隐藏!A1', true, 'Sheet4!B2']);
    });
  });

  test('select goes to the sheet and the cells', async () => {
    const { Excel, model } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet4').getRange('B2:C3').select();
      const selected = context.workbook.getSelectedRange().load('address');
      const cell = context.workbook.getActiveCell().load('address');
      await context.sync();
      expect([selected.address, cell.address]).toEqual(['Sheet4!B2:C3', 'Sheet4!B2']);
    });
    expect(model.sheets()[2]?.id).toBe(model.active());
  });

  test('frozen rows', async () => {
    const { Excel, model } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      const { freezePanes } = context.workbook.worksheets.getItem('表一');
      freezePanes.freezeRows(3);
      const location = freezePanes.getLocationOrNullObject().load('address');
      await context.sync();
      expect(location.address).toBe('表一!1:3');
      expect(model.frozen(model.active())).toEqual({ rows: 3, columns: 0 });
      freezePanes.unfreeze();
      const none = freezePanes.getLocationOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
  });

  test('custom properties of a sheet mark it as ours', async () => {
    const { Excel } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      const { customProperties } = context.workbook.worksheets.getItem('表一');
      customProperties.add('gouji', '1');
      const found = customProperties.getItemOrNullObject('GOUJI').load('value');
      const none = context.workbook.worksheets.getItem('Sheet4').customProperties.getItemOrNullObject('gouji');
      await context.sync();
      expect([found.value, none.isNullObject]).toEqual(['1', true]);
    });
  });
});

describe('our model: protection', () => {
  const cases: readonly (readonly [string, (sheet: Excel.Worksheet) => void, Excel.WorksheetProtectionOptions])[] = [
    ['values', (sheet) => (sheet.getRange('A1').values = [[2]]), {}],
    ['clear', (sheet) => sheet.getRange('A1').clear(), {}],
    ['fill', (sheet) => (sheet.getRange('A1').format.fill.color = 'red'), { allowFormatCells: true }],
    ['number format', (sheet) => (sheet.getRange('A1').numberFormat = [['0']]), { allowFormatCells: true }],
    ['conditional format', (sheet) => void sheet.getRange('A1').conditionalFormats.add('Custom'), { allowFormatCells: true }],
    ['comment', (sheet) => void sheet.comments.add('A1', '差额'), { allowEditObjects: true }],
    ['hyperlink', (sheet) => (sheet.getRange('A1').hyperlink = { address: 'https://example.invalid' }), { allowInsertHyperlinks: true }],
    ['merge', (sheet) => sheet.getRange('A1:A2').merge(), {}],
    ['width', (sheet) => (sheet.getRange('A:A').format.columnWidth = 30), {}],
    ['tab colour', (sheet) => (sheet.tabColor = '#FF0000'), {}],
  ];

  test.each(cases)('a protected sheet refuses: %s', async (_what, use, allowing) => {
    const { Excel } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('表一');
      sheet.protection.protect({}, '密码');
      sheet.protection.load('protected');
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
      use(sheet);
      await expect(context.sync()).rejects.toMatchObject({ code: 'AccessDenied' });
    });
    if (Object.keys(allowing).length === 0) return;
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet4');
      sheet.protection.protect(allowing);
      use(sheet);
      await context.sync();
    });
  });

  test('is lifted with the right password only, and leaves reading free', async () => {
    const { Excel } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('表一');
      sheet.protection.protect(undefined, '密码');
      const range = sheet.getRange('A1').load('values');
      await context.sync();
      expect(range.values).toEqual([[1]]);
      sheet.protection.unprotect('错');
      await expect(context.sync()).rejects.toMatchObject({ code: 'AccessDenied' });
      sheet.protection.unprotect('密码');
      range.values = [[2]];
      await context.sync();
    });
  });

  test('of the workbook refuses new and deleted sheets', async () => {
    const { Excel } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      context.workbook.protection.protect();
      context.workbook.protection.load('protected');
      await context.sync();
      expect(context.workbook.protection.protected).toBe(true);
      context.workbook.worksheets.add('新');
      await expect(context.sync()).rejects.toMatchObject({ code: 'AccessDenied' });
      context.workbook.worksheets.getItem('Sheet4').delete();
      await expect(context.sync()).rejects.toMatchObject({ code: 'AccessDenied' });
    });
  });
});
