import { createOffice } from '../../support/office';

const A1 = { top: 0, left: 0, bottom: 0, right: 0 };

describe('batches, as the real client sends them', () => {
  test('nothing reaches the workbook before sync', async () => {
    const { Excel, model } = createOffice();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[5]];
      expect(model.usedRange(model.active(), true)).toBeNull();
      await context.sync();
      expect(model.read(model.active(), A1)[0]?.[0]?.value).toBe(5);
    });
  });

  test('a property that was not loaded cannot be read', async () => {
    const { Excel } = createOffice();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([['']]);
      expect(() => range.address).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
    });
  });

  test('an error ends the batch; what ran before it stays', async () => {
    const { Excel, model, host } = createOffice();
    const run = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1').values = [[1]];
      context.workbook.worksheets.getItem('不存在').getRange('A1').values = [[1]];
      sheet.getRange('A2').values = [[2]];
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'ItemNotFound', debugInfo: { errorLocation: 'WorksheetCollection.getItem' } });
    expect(model.usedRange(model.active(), true)).toEqual(A1);
    expect(host.log[0]).toMatchObject({ error: 'ItemNotFound', write: true });
  });

  test('a null object is found out by isNullObject; our model: it refuses writes', async () => {
    const { Excel } = createOffice();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('不存在');
      const used = context.workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject(true);
      used.load('values');
      await context.sync();
      expect([sheet.isNullObject, used.isNullObject]).toEqual([true, true]);
      sheet.name = '名';
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidObjectPath' });
    });
  });

  test('a range lives as long as its run, unless it is tracked', async () => {
    const { Excel } = createOffice();
    let range: Excel.Range | undefined;
    await Excel.run(async (context) => {
      range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
      await context.sync();
    });
    expect(() => range?.load('values')).toThrow(expect.objectContaining({ code: 'InvalidObjectPath' }));
  });

  test('large writes are split by the client and arrive whole', async () => {
    const { Excel, model, host } = createOffice();
    const values = Array.from({ length: 1000 }, (_row, r) => Array.from({ length: 10 }, (_column, c) => r * 10 + c));
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1:J1000').values = values;
      const used = sheet.getUsedRange();
      used.load('values,address');
      await context.sync();
      expect(used.address).toBe('Sheet1!A1:J1000');
      expect(used.values).toEqual(values);
    });
    expect(model.usedRange(model.active(), true)).toMatchObject({ bottom: 999, right: 9 });
    expect(host.log).toHaveLength(1);
    expect(host.counts.actions).toBeGreaterThan(6);
  });

  test('the log counts actions and bytes and knows writes from reads', async () => {
    const { Excel, host } = createOffice();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
      range.values = [['预算']];
      await context.sync();
      range.load('values');
      await context.sync();
    });
    expect(host.log.slice(0, 2).map((record) => [record.write, record.undoable])).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(host.log[0]?.requestBytes).toBeGreaterThan(100);
    expect(host.counts.bytes).toBeGreaterThan(300);
  });

  test('batches of two runs do not interleave', async () => {
    const { Excel, host } = createOffice();
    const write = (address: string): Promise<void> =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange(address).values = [[1]];
        await context.sync();
      });
    await Promise.all([write('A1'), write('B1'), write('C1')]);
    expect(host.log.every((record) => record.error === null)).toBe(true);
  });
});

describe('failures that a test can order', () => {
  test.each([
    [5102, 'ActivityLimitReached'],
    [5103, 'RequestPayloadSizeLimitExceeded'],
    [5104, 'ResponsePayloadSizeLimitExceeded'],
    [5004, 'InvalidOperationInCellEditMode'],
    [7000, 'AccessDenied'],
  ])('Office error %d fails the batch as %s', async (officeError, code) => {
    const { Excel, host } = createOffice();
    host.failNextBatch(officeError);
    const run = Excel.run(async (context) => {
      context.workbook.load('name');
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code });
  });

  test('one use of one member can be refused', async () => {
    const { Excel, host, model } = createOffice();
    host.failMember('CommentCollection.add', 'AccessDenied', 2);
    const run = Excel.run(async (context) => {
      for (const cell of ['A1', 'A2', 'A3']) context.workbook.comments.add(`Sheet1!${cell}`, '差额');
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'AccessDenied' });
    expect(model.comments()).toHaveLength(1);
  });

  test('Excel on the web takes at most 5 MB at a time', async () => {
    const { Excel } = createOffice({ profile: 'web' });
    const run = Excel.run(async (context) => {
      const long = Array.from({ length: 3000 }, () => ['数'.repeat(1000)]);
      context.workbook.worksheets.getItem('Sheet1').getRange('A1:A3000').values = long;
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
  });
});

describe('profiles', () => {
  test.each([
    ['2019', '1.7'],
    ['2021', '1.14'],
    ['2024', '1.15'],
    ['365', '1.15'],
    ['web', '1.15'],
  ] as const)('%s declares ExcelApi up to %s', (profile, highest) => {
    const { Office } = createOffice({ profile });
    const supported = Array.from({ length: 25 }, (_, i) => `1.${i + 1}`).filter((version) =>
      Office.context.requirements.isSetSupported('ExcelApi', version),
    );
    expect(supported.at(-1)).toBe(highest);
  });

  test('below the floor, comments are refused by the library', async () => {
    const { Excel } = createOffice({ profile: '2019' });
    const run = Excel.run(async (context) => {
      context.workbook.comments.add('Sheet1!A1', '批注');
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'ApiNotFound' });
  });

  test.each([
    ['2021', 'ApiNotFound'],
    ['2024', 'HostNotImplemented'],
  ] as const)('the host itself holds a 1.15 call against the profile: %s', async (profile, code) => {
    const { host } = createOffice({ profile });
    const outcome = await host.batch({
      Actions: [{ Id: 1, ActionType: 1, ObjectPathId: 4 }],
      ObjectPaths: {
        '1': { Id: 1, ObjectPathType: 1, Name: '' },
        '2': { Id: 2, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
        '3': { Id: 3, ObjectPathType: 5, Name: '', ParentObjectPathId: 2, ArgumentInfo: { Arguments: ['Sheet1'] } },
        '5': { Id: 5, ObjectPathType: 3, Name: 'GetRange', ParentObjectPathId: 3, ArgumentInfo: { Arguments: ['A1'] } },
        '4': { Id: 4, ObjectPathType: 3, Name: 'GetDependents', ParentObjectPathId: 5 },
      },
    });
    expect(outcome).toMatchObject({ body: { Error: { Code: code, ActionIndex: 0 } } });
  });
});

describe('what the host lacks', () => {
  test('is an error, is counted, and is told to those who listen', async () => {
    const { Excel, host } = createOffice();
    const heard: string[] = [];
    host.gaps.subscribe(({ what, count }) => heard.push(`${what} ${count}`));
    const fill = (): Promise<void> =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A1').autoFill('A1:A9');
        await context.sync();
      });
    await expect(fill()).rejects.toMatchObject({ code: 'HostNotImplemented' });
    await expect(fill()).rejects.toMatchObject({ code: 'HostNotImplemented' });
    expect(host.gaps.list()).toEqual([{ what: 'Range.autoFill()', count: 2 }]);
    expect(host.gaps.total).toBe(2);
    expect(heard).toEqual(['Range.autoFill() 1', 'Range.autoFill() 2']);
  });

  test.each<[string, (sheet: Excel.Worksheet) => void]>([
    ['Worksheet.charts', (sheet) => sheet.charts.load('count')],
    ['RangeFormat.rowHeight', (sheet) => sheet.getRange('A1').format.load('rowHeight')],
    ['AutoFilter.apply(Dynamic)', (sheet) => sheet.autoFilter.apply('A1:B9', 0, { filterOn: 'Dynamic', dynamicCriteria: 'Today' })],
    ['RangeFormat.shrinkToFit =', (sheet) => (sheet.getRange('A1').format.shrinkToFit = true)],
    ['Range.insert()', (sheet) => sheet.getRange('A1').insert('Down')],
    ['Worksheet._RegisterFormatChangedEvent()', (sheet) => void sheet.onFormatChanged.add(() => Promise.resolve())],
  ])('%s', async (what, use) => {
    const { Excel, host } = createOffice();
    const run = Excel.run(async (context) => {
      use(context.workbook.worksheets.getItem('Sheet1'));
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'HostNotImplemented' });
    expect(host.gaps.list()).toEqual([{ what, count: 1 }]);
  });
});
