/** A whole sheet is cleared as Gouji does before it writes 差异清单 or 底稿 anew: in the grid, with formulas, links and formats on it. */
import { createHeadlessModel } from '../../src/workbench/univer/headless';
import { createOffice } from '../support/office';

test('values, formulas, links and formats go; the sheet can be written again', async () => {
  const model = createHeadlessModel();
  const { Excel } = createOffice({ model });
  const rows = 60;
  try {
    const fill = (sheet: Excel.Worksheet): void => {
      const range = sheet.getRangeByIndexes(0, 0, rows, 2);
      range.formulas = Array.from({ length: rows }, (_, row) => [`=SUM(D${row + 1}:D${row + 2})`, `'第${row + 1}行`]);
      range.format.fill.color = '#FFCC99';
      sheet.getRange('B2').hyperlink = { documentReference: "'底稿'!A1", textToDisplay: '第2行' };
    };
    await Excel.run(async (context) => {
      fill(context.workbook.worksheets.add('底稿'));
      await context.sync();
    });
    const read = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('底稿');
      sheet.getRange().clear();
      const cell = sheet.getRange('B2');
      cell.load('values,hyperlink');
      cell.format.fill.load('color');
      const used = sheet.getUsedRangeOrNullObject(true);
      await context.sync();
      return { values: cell.values, link: cell.hyperlink as unknown, color: cell.format.fill.color, empty: used.isNullObject };
    });
    expect(await read).toEqual({ values: [['']], link: null, color: '#FFFFFF', empty: true });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('底稿');
      fill(sheet);
      const last = sheet.getRange('B60');
      last.load('values');
      await context.sync();
      expect(last.values).toEqual([['第60行']]);
    });
  } finally {
    await model.settle();
    model.dispose();
  }
}, 30_000);
