import type { Workbook } from '../../../src/core/workbook';
import { createOffice } from '../../support/office';

const WORKBOOK: Workbook = {
  sheets: [
    {
      name: '表一',
      rows: [
        [{ value: '收入' }, { value: 468.4, format: '#,##0.00' }, { value: 0.5, format: '0%' }],
        [undefined, { value: 12, formula: '=B1-456.4' }, { value: true }],
        [{ value: '#N/A' }],
      ],
      merges: [{ top: 4, left: 0, bottom: 4, right: 2 }],
    },
    { name: '表 二', rows: [[{ value: 1 }]], hidden: true },
  ],
};

/** Runs on the range and returns what `read` gives after sync. */
async function on<T>(address: string, prepare: (range: Excel.Range) => T): Promise<T> {
  const { Excel } = createOffice({ workbook: WORKBOOK });
  return Excel.run(async (context) => {
    const result = prepare(context.workbook.worksheets.getItem('表一').getRange(address));
    await context.sync();
    return result;
  });
}

describe('reading', () => {
  test('values, formulas, texts, formats and types of a rectangle', async () => {
    const range = await on('A1:C3', (r) => r.load('values,formulas,text,numberFormat,valueTypes,address,cellCount'));
    expect(range.toJSON()).toMatchObject({
      address: '表一!A1:C3',
      cellCount: 9,
      values: [
        ['收入', 468.4, 0.5],
        ['', 12, true],
        ['#N/A', '', ''],
      ],
      formulas: [
        ['收入', 468.4, 0.5],
        ['', '=B1-456.4', true],
        ['#N/A', '', ''],
      ],
      text: [
        ['收入', '468.40', '50%'],
        ['', '12', 'TRUE'],
        ['#N/A', '', ''],
      ],
      numberFormat: [
        ['General', '#,##0.00', '0%'],
        ['General', 'General', 'General'],
        ['General', 'General', 'General'],
      ],
      valueTypes: [
        ['String', 'Double', 'Double'],
        ['Empty', 'Double', 'Boolean'],
        ['Error', 'Empty', 'Empty'],
      ],
    });
  });

  test('whole columns read null and refuse writes', async () => {
    const range = await on('C:C', (r) => r.load('values,cellCount,address,isEntireColumn'));
    expect(range.toJSON()).toMatchObject({ values: null, cellCount: 1048576, address: '表一!C:C', isEntireColumn: true });
    const write = on('C:C', (r) => (r.values = [['x']]));
    await expect(write).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  test.each([['AAAA1'], ['A0'], ['表九!A1'], ['不是名称'], ['A1048577'], ['A1:']])('our model: %s is not an address', async (address) => {
    await expect(on(address, (r) => r.load('address'))).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  test.each<[string, (range: Excel.Range) => Excel.Range, string]>([
    ['B2', (r) => r.getCell(1, 1), 'C3'],
    ['B2:D9', (r) => r.getRow(1), 'B3:D3'],
    ['B2:D9', (r) => r.getColumn(2), 'D2:D9'],
    ['B2:D9', (r) => r.getLastRow(), 'B9:D9'],
    ['B2:D9', (r) => r.getLastColumn(), 'D2:D9'],
    ['B2:D9', (r) => r.getLastCell(), 'D9'],
    ['B2', (r) => r.getOffsetRange(-1, 2), 'D1'],
    ['B2', (r) => r.getResizedRange(2, 1), 'B2:C4'],
    ['B2', (r) => r.getAbsoluteResizedRange(2, 2), 'B2:C3'],
    ['B2', (r) => r.getRowsBelow(2), 'B3:B4'],
    ['B5', (r) => r.getRowsAbove(2), 'B3:B4'],
    ['B2', (r) => r.getColumnsAfter(1), 'C2'],
    ['C2', (r) => r.getColumnsBefore(2), 'A2:B2'],
    ['B2', (r) => r.getEntireRow(), '2:2'],
    ['B2', (r) => r.getEntireColumn(), 'B:B'],
    ['B2', (r) => r.getBoundingRect('D5'), 'B2:D5'],
    ['A1:C3', (r) => r.getIntersection('B2:Z9'), 'B2:C3'],
    ['B2:Z9', (r) => r.getUsedRange(true), 'B2:C3'],
  ])('from %s, neighbour %#', async (address, go, expected) => {
    const range = await on(address, (r) => go(r).load('address'));
    expect(range.address).toBe(`表一!${expected}`);
  });

  test.each<[string, string, (range: Excel.Range) => Excel.Range]>([
    ['off the sheet', 'InvalidArgument', (r) => r.getOffsetRange(-1, 0)],
    ['no common cell', 'ItemNotFound', (r) => r.getIntersection('C3')],
    ['no used cell', 'ItemNotFound', (r) => r.getOffsetRange(50, 50).getUsedRange(true)],
    ['another sheet', 'InvalidArgument', (r) => r.getBoundingRect("'表 二'!A1")],
  ])('our model: %s: %s', async (_what, code, go) => {
    await expect(on('A1', (r) => go(r).load('address'))).rejects.toMatchObject({ code });
  });

  test('merged areas', async () => {
    const areas = await on('A1:B9', (r) => r.getMergedAreasOrNullObject().load('address,areaCount'));
    expect(areas.toJSON()).toMatchObject({ address: '表一!A5:C5', areaCount: 1 });
    const none = await on('A1:B2', (r) => r.getMergedAreasOrNullObject().load('address'));
    expect(none.isNullObject).toBe(true);
  });
});

describe('writing', () => {
  const size = "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";
  test.each<[string, unknown, string]>([
    ['one row too many', [[1], [2], [3]], size],
    ['a short row', [[1], []], size],
    ['not a grid', [1, 2], size],
    ['an object in a cell', [[{}], [1]], 'The argument is invalid or missing or has an incorrect format.'],
  ])('our model: %s is refused', async (_what, values, message) => {
    const write = on('A1:A2', (r) => (r.values = values as never));
    await expect(write).rejects.toMatchObject({ code: 'InvalidArgument', message });
  });

  test('a single value goes to every cell, null leaves a cell alone', async () => {
    const range = await on('A1:B2', (r) => {
      r.values = '同' as never;
      r.values = [
        [null, 1],
        [2, null],
      ];
      return r.load('values');
    });
    expect(range.values).toEqual([
      ['同', 1],
      [2, '同'],
    ]);
  });

  test.each<['Contents' | 'Formats' | undefined, unknown]>([
    ['Contents', { value: '', format: '0.00', fill: '#FFC7CE' }],
    ['Formats', { value: 5, format: 'General', fill: '#FFFFFF' }],
    [undefined, { value: '', format: 'General', fill: '#FFFFFF' }],
  ])('our model: clear(%s)', async (applyTo, expected) => {
    const range = await on('E1', (r) => {
      r.numberFormat = [['0.00']];
      r.values = [[5]];
      r.format.fill.color = '#ffc7ce';
      r.clear(applyTo);
      return r.load('values,numberFormat,format/fill/color');
    });
    const found = { value: range.values[0]?.[0], format: range.numberFormat[0]?.[0], fill: range.format.fill.color };
    expect(found).toEqual(expected);
  });

  test('merging keeps the top left value only', async () => {
    const range = await on('A1:B2', (r) => {
      r.merge();
      return r.load('values');
    });
    expect(range.values).toEqual([
      ['收入', ''],
      ['', ''],
    ]);
  });
});

describe('looks', () => {
  test('of several cells are the common one or null', async () => {
    const range = await on('A1:B1', (r) => {
      r.format.font.bold = true;
      r.getCell(0, 0).format.fill.color = 'yellow';
      r.format.horizontalAlignment = 'Center';
      return r.load('format/font/bold,format/fill/color,format/font/color,format/horizontalAlignment,format/wrapText');
    });
    expect(range.format.toJSON()).toMatchObject({
      fill: { color: null },
      font: { bold: true, color: '#000000' },
      horizontalAlignment: 'Center',
      wrapText: false,
    });
  });

  test('clearing the fill leaves no trace in the used range', async () => {
    const used = await on('Z99', (r) => {
      r.format.fill.color = '#FFC7CE';
      r.format.fill.clear();
      return r.worksheet.getUsedRange(false).load('address');
    });
    expect(used.address).toBe('表一!A1:C3');
  });

  test('borders by edge; inside lines belong to both neighbours', async () => {
    const { Excel, model } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('表一').getRange('A1:B2');
      range.format.borders.getItem('EdgeBottom').style = 'Continuous';
      range.format.borders.getItem('InsideVertical').style = 'Dash';
      range.format.borders.getItem('InsideVertical').color = '#808080';
      const edge = range.format.borders.getItem('EdgeBottom').load('style,weight,color');
      await context.sync();
      expect(edge.toJSON()).toMatchObject({ style: 'Continuous', weight: 'Thin', color: '#000000' });
    });
    const style = model.readStyle(model.active(), 1, 0).borders;
    expect(style).toEqual({ bottom: { style: 'thin', color: '#000000' }, right: { style: 'dashed', color: '#808080' } });
  });

  test.each([['red!'], [5], ['#12345']])('our model: %j is not a colour', async (color) => {
    await expect(on('A1', (r) => (r.format.fill.color = color as string))).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  test('widths are points: 48 is the standard column', async () => {
    const range = await on('A1', (r) => r.load('format/columnWidth'));
    expect(range.format.columnWidth).toBe(48);
    const wider = await on('B1:C1', (r) => {
      r.format.columnWidth = 90;
      return r.load('format/columnWidth');
    });
    expect(wider.format.columnWidth).toBe(90);
  });

  test('cell by cell', async () => {
    const { Excel } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('表一').getRange('A1:B1');
      range.setCellProperties([[{ format: { fill: { color: '#FFEB9C' } } }, { format: { font: { bold: true } } }]]);
      const read = range.getCellProperties({ address: true, format: { fill: { color: true }, font: { bold: true } } });
      await context.sync();
      expect(read.value).toEqual([
        [
          { address: 'A1', format: { fill: { color: '#FFEB9C' }, font: { bold: false } } },
          { address: 'B1', format: { fill: { color: '#FFFFFF' }, font: { bold: true } } },
        ],
      ]);
    });
  });
});

describe('several ranges as one', () => {
  test('fill all areas, and read them', async () => {
    const { Excel } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      const areas = context.workbook.worksheets.getItem('表一').getRanges('A1,C2:C3');
      areas.format.fill.color = '#FFC7CE';
      areas.load('address,areaCount,cellCount,format/fill/color');
      areas.areas.load('items/address');
      await context.sync();
      expect(areas.toJSON()).toMatchObject({ address: '表一!A1,表一!C2:C3', areaCount: 2, cellCount: 3 });
      expect(areas.format.fill.color).toBe('#FFC7CE');
      expect(areas.areas.items.map((item) => item.address)).toEqual(['表一!A1', '表一!C2:C3']);
    });
  });
});

describe('hyperlinks', () => {
  const link = { documentReference: "'表 二'!A1", textToDisplay: '去表二', screenTip: '差额' };
  test('our model: a link gives the cell its text and look', async () => {
    const range = await on('E1', (r) => {
      r.hyperlink = link;
      return r.load('hyperlink,values,format/font/underline');
    });
    expect(range.hyperlink).toEqual(link);
    expect(range.values).toEqual([['去表二']]);
    expect(range.format.font.underline).toBe('Single');
  });

  test.each<['Hyperlinks' | 'RemoveHyperlinks', string]>([
    ['Hyperlinks', 'Single'],
    ['RemoveHyperlinks', 'None'],
  ])('our model: clear(%s) takes the link away', async (applyTo, underline) => {
    const range = await on('E1', (r) => {
      r.hyperlink = link;
      r.clear(applyTo);
      return r.load('hyperlink,values,format/font/underline');
    });
    expect([range.hyperlink, range.values, range.format.font.underline]).toEqual([null, [['去表二']], underline]);
  });

  test('our model: a link needs a place', async () => {
    await expect(on('E1', (r) => (r.hyperlink = { textToDisplay: '空' }))).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});
