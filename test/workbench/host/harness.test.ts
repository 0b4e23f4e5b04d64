/** The harness itself: what tests of the add-in rely on. */
import { createOffice } from '../../support/office';
import { createHeadlessModel } from '../../../src/workbench/univer/headless';

test('globals are installed for modules that look for them', async () => {
  const office = createOffice();
  office.install();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[1]];
    await context.sync();
  });
  expect(office.model.usedRange(office.model.active(), true)).not.toBeNull();
  expect((await Office.onReady()).host).toBe('Excel');
});

test('each test has a library and a workbook of its own', async () => {
  const [one, two] = [createOffice(), createOffice()];
  expect(one.Excel).not.toBe(two.Excel);
  await one.userEdit('Sheet1', 'A1', 5);
  expect(two.model.usedRange(two.model.active(), true)).toBeNull();
});

test('references that a run kept are given back', async () => {
  const { Excel, host, eventsDelivered } = createOffice();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    for (let row = 0; row < 20; row++) sheet.getCell(row, 0).load('values');
    await context.sync();
    expect(host.keptReferences).toBe(20);
  });
  await eventsDelivered();
  expect(host.keptReferences).toBe(0);
});

test('ribbon functions run and complete', async () => {
  const { Office, runCommand } = createOffice();
  const ran: string[] = [];
  Office.actions.associate('check', (event: Office.AddinCommands.Event) => {
    ran.push(event.source.id);
    event.completed();
  });
  await runCommand('check', 'Gouji.Check');
  expect(ran).toEqual(['Gouji.Check']);
  await expect(runCommand('other')).rejects.toThrow('No function is associated with other.');
});

test('settings of the document are saved in the host', async () => {
  const { Office, host } = createOffice();
  const { settings } = Office.context.document;
  settings.set('gouji', { on: true });
  expect(settings.get('gouji')).toEqual({ on: true });
  expect(host.serializedSettings()).toEqual({});
  await new Promise((resolve) => settings.saveAsync(resolve));
  expect(host.serializedSettings()).toEqual({ gouji: '{"on":true}' });
});

test('on the grid, a formula has its value when it is read in the same batch', async () => {
  const model = createHeadlessModel();
  const { Excel, host } = createOffice({ model });
  try {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:B2').values = [
        [1.5, '=A1*2'],
        ['=SUM(A1:B1)', "'=1+1"],
      ];
      const range = sheet.getRange('A1:B2').load('values,formulas');
      await context.sync();
      expect(range.values).toEqual([
        [1.5, 3],
        [4.5, '=1+1'],
      ]);
      expect(range.formulas).toEqual([
        [1.5, '=A1*2'],
        ['=SUM(A1:B1)', '=1+1'],
      ]);
    });
    expect(host.faults).toEqual([]);
  } finally {
    host.dispose();
    model.dispose();
  }
});

test('a hundred thousand cells go in and out', async () => {
  const { Excel } = createOffice();
  const rows = Array.from({ length: 5000 }, (_row, r) => Array.from({ length: 20 }, (_column, c) => (c === 0 ? `项目${r}` : r * c + 0.25)));
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:T5000');
    range.values = rows;
    await context.sync();
    range.load('values,formulas,text');
    await context.sync();
    expect([range.values[4999]?.[19], range.text[4999]?.[0], range.formulas.length]).toEqual([94981.25, '项目4999', 5000]);
  });
}, 30_000);
