/** Rows hidden by hand and by a filter: each is shown again by what hid it. */
import { book, range, sheet } from '../../support/grid';
import { createOffice } from '../../support/office';
import { deleteRows, insertRows } from '../../support/rows';

function setUp() {
  const rows = [
    ['科目', '合计'],
    ['甲', 1],
    ['乙', 2],
    ['甲', 3],
    ['丙', 2],
  ];
  const office = createOffice({ workbook: book(sheet('表三', rows)) });
  const { model } = office;
  const hidden = (): readonly number[] => [0, 1, 2, 3, 4].filter((row) => model.isRowHidden(model.active(), row));
  const run = (work: (sheet: Excel.Worksheet) => void): Promise<void> =>
    office.Excel.run(async (context) => {
      work(context.workbook.worksheets.getItem('表三'));
      await context.sync();
    });
  return { ...office, hidden, run };
}

test('our model: a filter hides the rows whose texts are not ticked; a second column narrows it, taking the ticks away shows all', async () => {
  const { hidden, run, Excel } = setUp();
  await run(({ autoFilter }) => autoFilter.apply('A1:B5', 0, { filterOn: 'Values', values: ['甲', '乙'] }));
  expect(hidden()).toEqual([4]);
  await run(({ autoFilter }) => autoFilter.apply('A1:B5', 1, { filterOn: 'Values', values: ['2', '3'] }));
  expect(hidden()).toEqual([1, 4]);
  await Excel.run(async (context) => {
    const { autoFilter } = context.workbook.worksheets.getItem('表三');
    autoFilter.load('enabled,isDataFiltered');
    await context.sync();
    expect([autoFilter.enabled, autoFilter.isDataFiltered]).toEqual([true, true]);
  });
  await run(({ autoFilter }) => autoFilter.clearCriteria());
  expect(hidden()).toEqual([]);
});

test('our model: what was hidden by hand stays hidden when the filter goes', async () => {
  const { hidden, run } = setUp();
  await run((worksheet) => (worksheet.getRange('3:3').rowHidden = true));
  await run(({ autoFilter }) => autoFilter.apply('A1:B5', 0, { filterOn: 'Values', values: ['丙'] }));
  expect(hidden()).toEqual([1, 2, 3]);
  await run(({ autoFilter }) => autoFilter.remove());
  expect(hidden()).toEqual([2]);
});

test('rows tell whether they are hidden: one answer, or null where they differ; all values are read all the same', async () => {
  const { Excel, run } = setUp();
  await run((worksheet) => (worksheet.getRange('2:3').rowHidden = true));
  await Excel.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem('表三');
    const [hidden, mixed, used] = [worksheet.getRange('2:3'), worksheet.getRange('3:4'), worksheet.getUsedRange()];
    for (const range of [hidden, mixed]) range.load('rowHidden');
    used.load('values');
    await context.sync();
    expect([hidden.rowHidden, mixed.rowHidden]).toEqual([true, null]);
    expect(used.values.map(([name]) => String(name))).toEqual(['科目', '甲', '乙', '甲', '丙']);
  });
});

test('our model: a filter goes with its rows; without its first row it is gone, and what it hid is shown', async () => {
  const { model, hidden, run, host } = setUp();
  const sheet = model.active();
  await run(({ autoFilter }) => autoFilter.apply('A1:B5', 0, { filterOn: 'Values', values: ['甲', '乙'] }));
  insertRows(model, sheet, 2);
  deleteRows(model, sheet, 1);
  insertRows(model, sheet, 0);
  expect(model.isRowHidden(sheet, 5)).toBe(true);
  expect(host.document.setupOf(sheet).filter).toEqual(range('A2:B6'));
  deleteRows(model, sheet, 1);
  expect(hidden()).toEqual([]);
  expect(host.document.setupOf(sheet).filter).toBeUndefined();
});

test('our model: rows repeated on every page go with their rows', async () => {
  const { model, run, host } = setUp();
  await run((worksheet) => worksheet.pageLayout.setPrintTitleRows('2:2'));
  insertRows(model, model.active(), 0, 3);
  expect(host.document.setupOf(model.active()).titleRow).toBe(4);
});
