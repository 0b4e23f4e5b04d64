import { range } from '../../support/grid';
import { createOffice } from '../../support/office';
import { deleteRows, insertRows, sortRows } from '../../support/rows';

const WORKBOOK = {
  sheets: [
    { name: '表一', rows: [[{ value: 1 }]] },
    { name: '表二', rows: [[{ value: 2 }]] },
  ],
};

test('our model: a person’s edit reaches the sheet’s listeners, then those of all sheets', async () => {
  const { Excel, userEdit } = createOffice({ workbook: WORKBOOK });
  const heard: string[] = [];
  await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.onChanged.add(async (event) => void heard.push(`all ${event.address}`));
    sheets
      .getItem('表一')
      .onChanged.add(async (event) => void heard.push(`表一 ${event.address} ${event.changeType} ${event.triggerSource}`));
    await context.sync();
  });
  await userEdit('表一', 'B2', 5);
  await userEdit('表二', 'C3', '=1');
  expect(heard).toEqual(['表一 B2 RangeEdited Unknown', 'all B2', 'all C3']);
});

test('a handler can fetch the changed range', async () => {
  const { Excel, userEdit } = createOffice({ workbook: WORKBOOK });
  const found: unknown[] = [];
  let done: Promise<void> = Promise.resolve();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('表一').onChanged.add((event) => {
      done = Excel.run(async (inner) => {
        const range = event.getRange(inner).load('values,address');
        await inner.sync();
        found.push([range.address, range.values]);
      });
      return done;
    });
    await context.sync();
  });
  await userEdit('表一', 'B2', 5);
  await done;
  expect(found).toEqual([['表一!B2', [[5]]]]);
});

test('our model: writes of the add-in fire too, after the sync, and are told apart', async () => {
  const { Excel, eventsDelivered } = createOffice({ workbook: WORKBOOK });
  const heard: string[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('表一');
    sheet.onChanged.add(async (event) => void heard.push(`${event.address} ${event.triggerSource}`));
    await context.sync();
    sheet.getRange('A1:B2').values = [
      [1, 2],
      [3, 4],
    ];
    await context.sync();
    heard.push('synced');
  });
  await eventsDelivered();
  expect(heard).toEqual(['synced', 'A1:B2 ThisLocalAddin']);
});

test('formats, comments and number formats do not fire onChanged', async () => {
  const { Excel, eventsDelivered } = createOffice({ workbook: WORKBOOK });
  let heard = 0;
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('表一');
    sheet.onChanged.add(async () => void heard++);
    await context.sync();
    sheet.getRange('A1').format.fill.color = 'red';
    sheet.getRange('A1').numberFormat = [['0.00']];
    sheet.comments.add('A1', '文');
    await context.sync();
  });
  await eventsDelivered();
  expect(heard).toBe(0);
});

test('no events while runtime.enableEvents is false', async () => {
  const { Excel, userEdit } = createOffice({ workbook: WORKBOOK });
  let heard = 0;
  const enable = (on: boolean): Promise<void> =>
    Excel.run(async (context) => {
      context.runtime.enableEvents = on;
      await context.sync();
    });
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async () => void heard++);
    await context.sync();
  });
  await enable(false);
  await userEdit('表一', 'A1', 2);
  await enable(true);
  await userEdit('表一', 'A1', 3);
  expect(heard).toBe(1);
});

test('a handler that was removed hears nothing more', async () => {
  const { Excel, host, userEdit } = createOffice({ workbook: WORKBOOK });
  let heard = 0;
  const handler = await Excel.run(async (context) => {
    const result = context.workbook.worksheets.onChanged.add(async () => void heard++);
    await context.sync();
    return result;
  });
  await userEdit('表一', 'A1', 2);
  expect(host.registrations).toBe(1);
  await Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  });
  await userEdit('表一', 'A1', 3);
  expect([heard, host.registrations]).toEqual([1, 0]);
});

test('our model: sheets come, are activated and go, in that order', async () => {
  const { Excel, model, eventsDelivered } = createOffice({ workbook: WORKBOOK });
  const heard: string[] = [];
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onAdded.add(async () => void heard.push('added'));
    worksheets.onActivated.add(async (event) => void heard.push(`activated ${event.worksheetId === model.active()}`));
    worksheets.onDeactivated.add(async () => void heard.push('deactivated'));
    worksheets.onDeleted.add(async () => void heard.push('deleted'));
    await context.sync();
    const sheet = worksheets.add('新');
    sheet.activate();
    await context.sync();
    sheet.delete();
    await context.sync();
  });
  await eventsDelivered();
  expect(heard).toEqual(['added', 'deactivated', 'activated true', 'deleted', 'deactivated', 'activated true']);
});

test('our model: selection: of a sheet, of all sheets, of the workbook', async () => {
  const { Excel, model, eventsDelivered } = createOffice({ workbook: WORKBOOK });
  const heard: string[] = [];
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem('表一').onSelectionChanged.add(async (event) => void heard.push(`sheet ${event.address}`));
    worksheets.onSelectionChanged.add(async (event) => void heard.push(`all ${event.address}`));
    context.workbook.onSelectionChanged.add(async () => void heard.push('workbook'));
    await context.sync();
  });
  model.select(model.active(), { top: 1, left: 1, bottom: 2, right: 2 });
  await eventsDelivered();
  expect(heard).toEqual(['sheet B2:C3', 'all B2:C3', 'workbook']);
});

test('our model: rows that come, go and are sorted are told by whole rows, and by the cells that were sorted', async () => {
  const { Excel, model, eventsDelivered } = createOffice({ workbook: WORKBOOK });
  const heard: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async ({ address, changeType, source, triggerSource }) => {
      heard.push([address, changeType, source, triggerSource].join(' '));
    });
    await context.sync();
  });
  insertRows(model, model.active(), 1, 2);
  deleteRows(model, model.active(), 0);
  sortRows(model, model.active(), range('A2:C4'), [3, 1, 2]);
  await eventsDelivered();
  expect(heard).toEqual(['2:3 RowInserted Local Unknown', '1:1 RowDeleted Local Unknown', 'A2:C4 RangeEdited Local Unknown']);
});
