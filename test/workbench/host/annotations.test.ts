/** Comments, conditional formats, names, validation, custom XML and settings: what an annotation is made of. */
import { createOffice } from '../../support/office';

const WORKBOOK = {
  sheets: [
    { name: '表一', rows: [[{ value: 1 }, { value: 2 }]] },
    { name: '表二', rows: [[{ value: 3 }]] },
  ],
};

async function excel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return createOffice({ workbook: WORKBOOK }).Excel.run(work);
}

describe('comments', () => {
  test('are added by address or range, found by cell, answered, changed and deleted', async () => {
    const { Excel, model } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      const { comments, worksheets } = context.workbook;
      const first = comments.add('表一!B1', '差 -18.00');
      comments.add(worksheets.getItem('表二').getRange('A1'), '另一处');
      worksheets.getItem('表一').comments.add('A1', '第三处');
      first.replies.add('已核对');
      first.load('id,content,authorName,resolved,replies/items/content');
      const where = first.getLocation().load('address');
      comments.load('items/content');
      const own = worksheets.getItem('表一').comments.load('items/id');
      const count = comments.getCount();
      await context.sync();
      expect(first.toJSON()).toMatchObject({ content: '差 -18.00', authorName: '用户', resolved: false });
      expect(first.replies.items.map((reply) => reply.content)).toEqual(['已核对']);
      expect([where.address, count.value, own.items.length]).toEqual(['表一!B1', 3, 2]);
      expect(comments.items.map((comment) => comment.content)).toEqual(['差 -18.00', '另一处', '第三处']);

      const again = comments.getItemByCell('表一!B1').load('id');
      const byId = comments.getItem(first.id).load('content');
      await context.sync();
      expect([again.id, byId.content]).toEqual([first.id, '差 -18.00']);
      again.content = '改';
      again.resolved = true;
      first.replies.getItemAt(0).delete();
      comments.getItemByCell('表二!A1').delete();
      again.load('content,resolved,replies/items/content');
      await context.sync();
      expect(again.toJSON()).toMatchObject({ content: '改', resolved: true, replies: [] });
    });
    expect(model.comments().map(({ content }) => content)).toEqual(['改', '第三处']);
  });

  test.each<[string, string, (comments: Excel.CommentCollection) => void]>([
    [
      'a second comment in a cell',
      'InvalidOperation',
      (comments) => {
        comments.add('表一!A1', '一');
        comments.add('表一!A1', '二');
      },
    ],
    ['an address without a sheet', 'InvalidArgument', (comments) => void comments.add('A1', '文')],
    ['two cells', 'InvalidArgument', (comments) => void comments.add('表一!A1:A2', '文')],
    ['no text', 'InvalidArgument', (comments) => void comments.add('表一!A1', '')],
    ['a cell without a comment', 'ItemNotFound', (comments) => comments.getItemByCell('表一!A9').delete()],
    ['an unknown id', 'ItemNotFound', (comments) => comments.getItem('{nothing}').delete()],
    ['an unknown sheet', 'InvalidArgument', (comments) => void comments.add('表九!A1', '文')],
  ])('our model: %s: %s', async (_what, code, use) => {
    const run = excel(async (context) => {
      use(context.workbook.comments);
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code });
  });

  test('getItemOrNullObject', async () => {
    await excel(async (context) => {
      const none = context.workbook.comments.getItemOrNullObject('{nothing}');
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
  });
});

describe('conditional formats', () => {
  function add(target: Excel.Range | Excel.RangeAreas, formula: string, color: string): Excel.ConditionalFormat {
    const format = target.conditionalFormats.add('Custom');
    format.custom.rule.formula = formula;
    format.custom.format.fill.color = color;
    return format;
  }

  test('our model: are made with a formula, listed newest first, and read back', async () => {
    const { Excel, model } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('表一');
      add(sheet.getRange('A1:B1'), '=TRUE', '#ffc7ce').custom.format.font.color = '#9C0006';
      add(sheet.getRanges('B1,D4:D5'), '=B1<>3', '#FFEB9C').stopIfTrue = true;
      const formats = sheet.getRange().conditionalFormats.load('items/id,items/type,items/priority,items/stopIfTrue');
      await context.sync();
      expect(formats.items.map((item) => [item.type, item.priority, item.stopIfTrue])).toEqual([
        ['Custom', 0, true],
        ['Custom', 1, false],
      ]);
      const [newest, oldest] = formats.items;
      const areas = newest?.getRanges().load('address');
      const one = oldest?.getRange().load('address');
      oldest?.load('custom/rule/formula,custom/format/fill/color,custom/format/font/color');
      await context.sync();
      expect([areas?.address, one?.address]).toEqual(['表一!B1,表一!D4:D5', '表一!A1:B1']);
      expect(oldest?.custom.toJSON()).toMatchObject({
        rule: { formula: '=TRUE' },
        format: { fill: { color: '#FFC7CE' }, font: { color: '#9C0006' } },
      });
    });
    expect(model.conditionalFormats(model.active())).toMatchObject([
      { formula: '=TRUE', fill: '#FFC7CE', fontColor: '#9C0006', ranges: [{ top: 0, left: 0, bottom: 0, right: 1 }] },
      { formula: '=B1<>3', fill: '#FFEB9C', fontColor: null },
    ]);
  });

  test('are found by cell, counted and deleted; ids last over batches', async () => {
    const { Excel, model } = createOffice({ workbook: WORKBOOK });
    const id = await Excel.run(async (context) => {
      const format = add(context.workbook.worksheets.getItem('表一').getRange('A1:B2'), '=TRUE', 'red').load('id');
      await context.sync();
      return format.id;
    });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('表一');
      const [inside, outside] = [sheet.getRange('B2').conditionalFormats.getCount(), sheet.getRange('C3').conditionalFormats.getCount()];
      const none = sheet.getRange('C3').conditionalFormats.getItemOrNullObject(id);
      await context.sync();
      expect([inside.value, outside.value, none.isNullObject]).toEqual([1, 0, true]);
      sheet.getRange('B2').conditionalFormats.getItem(id).delete();
      await context.sync();
    });
    expect(model.conditionalFormats(model.active())).toEqual([]);
  });

  test('our model: clearAll takes the range out and leaves the rest', async () => {
    const { Excel, model } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('表一');
      add(sheet.getRange('A1:C3'), '=TRUE', 'red');
      sheet.getRange('B2').conditionalFormats.clearAll();
      await context.sync();
    });
    expect(model.conditionalFormats(model.active())[0]?.ranges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 2 },
      { top: 1, left: 0, bottom: 1, right: 0 },
      { top: 1, left: 2, bottom: 1, right: 2 },
      { top: 2, left: 0, bottom: 2, right: 2 },
    ]);
  });

  test('formats that came with the file are listed and kept', async () => {
    const { Excel, model } = createOffice({ workbook: WORKBOOK });
    const sheet = model.active();
    const ranges = [{ top: 0, left: 0, bottom: 0, right: 0 }];
    model.addConditionalFormat({ sheet, ranges, formula: '=A1>0', fill: '#00FF00', fontColor: null });
    await Excel.run(async (context) => {
      const target = context.workbook.worksheets.getItem('表一').getRange('A1');
      const mine = add(target, '=TRUE', 'red');
      target.conditionalFormats.load('items/id');
      await context.sync();
      expect(target.conditionalFormats.items).toHaveLength(2);
      mine.delete();
      await context.sync();
    });
    expect(model.conditionalFormats(sheet)).toMatchObject([{ formula: '=A1>0' }]);
  });

  test('our model: one without a formula formats nothing', async () => {
    const { Excel, model } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('表一').getRange('A1').conditionalFormats.add('Custom');
      await context.sync();
    });
    expect(model.conditionalFormats(model.active())).toEqual([]);
  });

  test('other kinds are gaps', async () => {
    const run = excel(async (context) => {
      context.workbook.worksheets.getItem('表一').getRange('A1').conditionalFormats.add('DataBar');
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'HostNotImplemented' });
  });
});

describe('names', () => {
  test('stand for ranges or values, for the workbook or a sheet', async () => {
    const { Excel, model } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      const { names, worksheets } = context.workbook;
      const sheet = worksheets.getItem('表一');
      names.add('收入合计', sheet.getRange('B1:B2'), '说明');
      names.add('比率', '=0.5');
      sheet.names.add('本表', '=表一!$A$1').visible = false;
      const item = names.getItem('收入合计').load('name,formula,type,value,scope,visible,comment');
      const rate = names.getItem('比率').load('type,value');
      const range = names.getItem('收入合计').getRange().load('address');
      const own = sheet.names.load('items/name,items/visible,items/scope');
      const none = names.getItemOrNullObject('没有');
      const used = sheet.getRange('收入合计').load('address');
      names.load('items/name');
      await context.sync();
      expect(item.toJSON()).toMatchObject({
        name: '收入合计',
        formula: '=表一!$B$1:$B$2',
        type: 'Range',
        value: '表一!B1:B2',
        scope: 'Workbook',
        visible: true,
        comment: '说明',
      });
      expect(rate.toJSON()).toMatchObject({ type: 'Double', value: 0.5 });
      expect(own.items.map((name) => [name.name, name.visible, name.scope])).toEqual([['本表', false, 'Worksheet']]);
      expect([range.address, used.address, none.isNullObject, names.items.length]).toEqual(['表一!B1:B2', '表一!B1:B2', true, 2]);
      item.delete();
      await context.sync();
    });
    expect(model.names().map(({ name }) => name)).toEqual(['比率', '本表']);
  });

  test.each([
    ['A1', 'InvalidArgument'],
    ['1a', 'InvalidArgument'],
    ['有 空格', 'InvalidArgument'],
    ['R1C1', 'InvalidArgument'],
    ['已有', 'ItemAlreadyExists'],
  ])('our model: %s: %s', async (name, code) => {
    const run = excel(async (context) => {
      context.workbook.names.add('已有', '=1');
      context.workbook.names.add(name, '=1');
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code });
  });
});

describe('data validation', () => {
  test('is set, read, and taken out of a part', async () => {
    const { Excel, model } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('表一');
      const rule = { list: { inCellDropDown: true, source: '甲,乙' } };
      sheet.getRange('A1:A3').dataValidation.rule = rule;
      sheet.getRange('A2').dataValidation.clear();
      const cells = ['A1', 'A2', 'A1:A2'].map((address) => sheet.getRange(address).dataValidation.load('type,rule'));
      await context.sync();
      expect(cells.map((cell) => cell.type)).toEqual(['List', 'None', 'Inconsistent']);
      expect(cells[0]?.rule).toEqual(rule);
    });
    expect(model.validations(model.active()).map(({ range }) => range.top)).toEqual([0, 2]);
  });
});

describe('custom XML', () => {
  const xml = '<?xml version="1.0"?><g:marks xmlns:g="urn:gouji:marks"><g:m/></g:marks>';

  test('parts are added, found by namespace, changed and deleted', async () => {
    const { Excel, model } = createOffice({ workbook: WORKBOOK });
    await Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts;
      const part = parts.add(xml).load('id,namespaceUri');
      parts.add('<other xmlns="urn:other"/>');
      const found = parts.getByNamespace('urn:gouji:marks');
      const only = found.getOnlyItemOrNullObject().load('id');
      const none = parts.getByNamespace('urn:none').getOnlyItemOrNullObject();
      const text = only.getXml();
      const count = parts.getCount();
      await context.sync();
      expect(part.namespaceUri).toBe('urn:gouji:marks');
      expect([only.id, text.value, none.isNullObject, count.value]).toEqual([part.id, xml, true, 2]);
      parts.getItem(part.id).setXml(xml.replace('<g:m/>', ''));
      parts.getItemOrNullObject(part.id).load('id');
      await context.sync();
      part.delete();
      const gone = parts.getItemOrNullObject(part.id);
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
    expect([...model.customXml().values()]).toEqual(['<other xmlns="urn:other"/>']);
  });

  test.each([['<a>'], ['text'], [''], ['<a/><b/>']])('our model: %j is not XML', async (text) => {
    const run = excel(async (context) => {
      context.workbook.customXmlParts.add(text);
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});

test('settings last over batches', async () => {
  const { Excel, host } = createOffice({ workbook: WORKBOOK });
  await Excel.run(async (context) => {
    context.workbook.settings.add('gouji', { version: 1 });
    await context.sync();
  });
  await Excel.run(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject('gouji').load('value');
    const none = context.workbook.settings.getItemOrNullObject('none');
    await context.sync();
    expect(setting.value).toEqual({ version: 1 });
    expect(none.isNullObject).toBe(true);
  });
  expect(host.serializedSettings()).toEqual({ gouji: '{"version":1}' });
});

test('calculation can be suspended and asked for', async () => {
  await excel(async (context) => {
    const { application } = context.workbook;
    application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
    application.calculate('Full');
    application.load('calculationMode');
    await context.sync();
    expect(application.calculationMode).toBe('Automatic');
  });
});
