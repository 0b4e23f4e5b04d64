import { createOffice } from '../../support/office';

test('nothing reaches the workbook before sync', async () => {
  const { Excel, model } = createOffice();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
    range.values = [[5]];
    expect(model.usedRange(model.active(), true)).toBeNull();
    await context.sync();
    expect(model.read(model.active(), { top: 0, left: 0, bottom: 0, right: 0 })[0]?.[0]?.value).toBe(5);
  });
});
