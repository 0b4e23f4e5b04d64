import type { CellAnnotation, Mark } from '../../src/core/spreadsheet';
import { ExcelSpreadsheet } from '../../src/excel';
import { COMMENT_PREFIX, MARK_BORDERS, MARK_FILLS, markFormula } from '../../src/present/marks';
import { HostError } from '../../src/workbench/host/errors';
import type { ProfileName } from '../../src/workbench/host/profiles';
import { dump } from '../support/dump';
import { place } from '../support/findings';
import { book, range, sheet } from '../support/grid';
import { createOffice } from '../support/office';

/** A workbook with everything that annotating must leave alone. */
function setUp(profile: ProfileName = '365') {
  const office = createOffice({
    profile,
    workbook: book(
      sheet('表三', [
        ['科目', '合计'],
        ['208', { value: 6523.4, format: '#,##0.00' }],
        ['20801', { value: 1555.94, format: '#,##0.00' }],
        ['20805', { value: 259.89, formula: '=B9' }],
      ]),
      sheet('表五', [
        ['科目', '合计'],
        ['208', 6481.81],
      ]),
    ),
  });
  office.install();
  const { model } = office;
  const [first, second] = model.sheets().map(({ id }) => id) as [string, string];
  model.writeStyle(first, range('B2'), { fill: '#FFFF00', font: { bold: true, color: '#123456' } });
  model.addValidation({ sheet: first, range: range('B2:B4'), rule: { decimal: { formula1: 0, operator: 'GreaterThan' } } });
  model.addConditionalFormat({ sheet: first, ranges: [range('B2:B4')], formula: '=B2<0', fill: '#00FF00', fontColor: null });
  model.addName({ name: '合计', formula: "='表三'!$B$2", visible: true, sheet: null });
  model.addComment(first, 2, 1, '请核实', '审核人');
  return { office, model, first, second, excel: new ExcelSpreadsheet('zh-CN') };
}

const note = (address: string, mark: Mark = 'error', text: string | null = `${COMMENT_PREFIX}不一致`): CellAnnotation => ({
  cell: place(address),
  mark,
  comment: text,
});
const MARKED = [note('表三!B2'), note('表三!B3'), note('表三!B4', 'rounding', null), note('表五!B2', 'warning')];

function ours(model: ReturnType<typeof setUp>['model'], id: string) {
  return model.conditionalFormats(id).filter(({ formula }) => formula.includes('gouji'));
}

test('each mark is one conditional format a sheet; the cells themselves are not touched', async () => {
  const { excel, model, first } = setUp();
  const cells = (): unknown => [model.read(first, range('A1:B4')), model.readStyle(first, 1, 1), model.validations(first)];
  const before = cells();
  const outcome = await excel.annotate(MARKED);
  expect(outcome).toEqual({ highlighted: 4, commented: 3, notices: [] });
  expect(ours(model, first).map(({ formula, ranges, fill }) => [formula, ranges, fill])).toEqual([
    [markFormula('rounding'), [range('B4')], MARK_FILLS.rounding.fill],
    [markFormula('error'), [range('B2:B3')], MARK_FILLS.error.fill],
  ]);
  expect(cells()).toEqual(before);
});

test.each(['2021', '2024', '365', 'web'] as const)('annotate, then clear: everything is as it was (Excel %s)', async (profile) => {
  const { excel, model, office } = setUp(profile);
  const before = dump(model);
  await excel.annotate(MARKED);
  expect(dump(model)).not.toEqual(before);
  expect(await excel.clear()).toEqual({ annotations: 6, sheets: 0, notices: [] });
  expect(dump(model)).toEqual(before);
  expect(office.host.faults).toEqual([]);
});

test('a mark names its relation by a hidden name; a second check replaces both, clearing takes both away', async () => {
  const { excel, model, first } = setUp();
  const live = (formula: string): CellAnnotation[] => [{ ...note('表三!B2', 'culprit', null), conditions: [formula] }];
  const own = (): unknown => model.names().filter(({ name }) => name.startsWith('_gouji_'));
  await excel.annotate(live("=ABS('表三'!$B$2-'表五'!$B$2)>0.01"));
  const name = ours(model, first)[0]?.formula.match(/_gouji_m\w+/)?.[0];
  expect(own()).toEqual([{ name, formula: "=ABS('表三'!$B$2-'表五'!$B$2)>0.01", visible: false, sheet: null }]);
  await excel.annotate(live("=ABS('表三'!$B$2-'表五'!$B$2)>0.05"));
  expect(own()).toMatchObject([{ formula: "=ABS('表三'!$B$2-'表五'!$B$2)>0.05" }]);
  expect(ours(model, first)).toHaveLength(1);
  await excel.clear();
  expect(own()).toEqual([]);
});

test('marks may be lines round the cells, or comments alone', async () => {
  const { excel, model, first, office } = setUp();
  await excel.annotate([
    { ...note('表三!B2', 'culprit'), highlight: 'border' },
    { ...note('表三!B4', 'error'), highlight: null },
  ]);
  expect(ours(model, first)).toMatchObject([{ ranges: [range('B2')], fill: null, fontColor: null, border: MARK_BORDERS.culprit }]);
  expect(model.comments().filter(({ content }) => content.startsWith(COMMENT_PREFIX))).toHaveLength(2);
  expect(office.host.gaps.list()).toEqual([]);
});

test('annotating twice is annotating once', async () => {
  const { excel, model } = setUp();
  await excel.annotate(MARKED);
  const once = dump(model) as { sheets: { formats: { id: string }[] }[] };
  await excel.annotate(MARKED);
  const withoutIds = (dumped: unknown): unknown =>
    JSON.parse(JSON.stringify(dumped, (key, value: unknown) => (key === 'id' ? undefined : value)));
  expect(withoutIds(dump(model))).toEqual(withoutIds(once));
});

test('a second check replaces the marks of the first', async () => {
  const { excel, model, first, second } = setUp();
  await excel.annotate(MARKED);
  await excel.annotate([note('表五!B2', 'label', `${COMMENT_PREFIX}名称`)]);
  expect(ours(model, first)).toEqual([]);
  expect(ours(model, second).map(({ formula }) => formula)).toEqual([markFormula('label')]);
  expect(model.comments().map(({ content }) => content)).toEqual(['请核实', `${COMMENT_PREFIX}名称`]);
});

test('a thread of the user gets a reply, which goes again; the thread stays', async () => {
  const { excel, model } = setUp();
  await excel.annotate(MARKED);
  const thread = () => model.comments().find(({ content }) => content === '请核实');
  expect(thread()?.replies.map(({ content }) => content)).toEqual([`${COMMENT_PREFIX}不一致`]);
  await excel.annotate([note('表三!B3', 'error', `${COMMENT_PREFIX}改了`)]);
  expect(thread()?.replies.map(({ content }) => content)).toEqual([`${COMMENT_PREFIX}改了`]);
  await excel.clear();
  expect(thread()?.replies).toEqual([]);
});

test('a thread of ours that a user answered is kept and shortened', async () => {
  const { excel, model } = setUp();
  await excel.annotate(MARKED);
  const own = model.comments().find(({ row, column, sheet: owner }) => row === 1 && column === 1 && owner === model.sheets()[0]?.id);
  model.addReply(own!.id, '已改，见附件', '经办人');
  await excel.annotate([note('表三!B2', 'error', `${COMMENT_PREFIX}仍不一致`)]);
  const now = () => model.comments().find(({ id }) => id === own!.id);
  expect(now()?.content).toBe(`${COMMENT_PREFIX}仍不一致`);
  await excel.clear();
  expect(now()).toMatchObject({ content: '【勾稽】标注已清除。', replies: [{ content: '已改，见附件' }] });
});

test('a cell that takes no comment is highlighted and named; the others get theirs', async () => {
  const { excel, model, office, first } = setUp();
  let refuse = 0;
  office.host.intercept = (member) => {
    if (member !== 'CommentCollection.add') return null;
    refuse += 1;
    return refuse === 1 ? new HostError('InvalidArgument', member) : null;
  };
  const outcome = await excel.annotate(MARKED);
  expect(outcome).toEqual({ highlighted: 4, commented: 2, notices: [{ id: 'edge.notice.comment', data: { cells: '表三 B2' } }] });
  expect(ours(model, first)).toHaveLength(2);
  expect(model.comments().map(({ content }) => content)).toEqual(['请核实', `${COMMENT_PREFIX}不一致`]);
});

test('many refusals end in one sentence, not in many tries', async () => {
  const { excel, office } = setUp();
  office.host.intercept = (member) => (member === 'CommentCollection.add' ? new HostError('InvalidArgument', member) : null);
  const many = Array.from({ length: 60 }, (_, row) => note(`表五!A${row + 3}`));
  const outcome = await excel.annotate(many);
  expect(outcome).toEqual({
    highlighted: 60,
    commented: 0,
    notices: [{ id: 'edge.notice.comments-refused', data: { sheet: '表五', count: '60' } }],
  });
  expect(office.host.counts.syncs).toBeLessThan(80);
});

describe('a protected sheet', () => {
  test('is left alone and named; the others are marked', async () => {
    const { excel, office, model, first, second } = setUp();
    await office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('表三').protection.protect();
      await context.sync();
    });
    const outcome = await excel.annotate(MARKED);
    expect(outcome).toEqual({
      highlighted: 1,
      commented: 1,
      notices: [{ id: 'edge.notice.protected', data: { sheet: '表三', count: '3' } }],
    });
    expect(ours(model, first)).toEqual([]);
    expect(ours(model, second)).toHaveLength(1);
  });

  test('keeps its marks when they are cleared, and is named', async () => {
    const { excel, office, model, first, second } = setUp();
    await excel.annotate(MARKED);
    await office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('表三').protection.protect();
      await context.sync();
    });
    expect((await excel.clear()).notices).toEqual([{ id: 'edge.notice.protected-clear', data: { sheet: '表三' } }]);
    expect(ours(model, first)).toHaveLength(2);
    expect(ours(model, second)).toEqual([]);
  });
});

test('a sheet that is gone is named', async () => {
  const { excel } = setUp();
  expect((await excel.annotate([note('没有!A1')])).notices).toEqual([
    { id: 'edge.notice.sheet-missing', data: { sheet: '没有', count: '1' } },
  ]);
});

test('six round trips for a thousand cells', async () => {
  const { excel, office } = setUp();
  const many = Array.from({ length: 1000 }, (_, index) => note(`表五!${index % 2 === 0 ? 'C' : 'E'}${index + 3}`));
  const before = office.host.log.length;
  expect((await excel.annotate(many)).commented).toBe(1000);
  const batches = office.host.log.slice(before);
  expect(batches.filter(({ actions }) => actions > 0).length).toBeLessThanOrEqual(6 + RELEASE);
});

test('it tells how far it is: marks and comments together, a thousand comments at a time', async () => {
  const { excel } = setUp();
  const told: (readonly [number, number])[] = [];
  const many = Array.from({ length: 1200 }, (_, index) => note(`表五!A${index + 3}`));
  const { commented } = await excel.annotate([...many, ...MARKED], (done, total) => told.push([done, total]));
  const total = 1204 + commented;
  expect(told).toEqual([
    [0, total],
    [1204, total],
    [2204, total],
    [total, total],
  ]);
});

/** The library's own last batch of an `Excel.run`, in which it lets go of what it kept. */
const RELEASE = 1;

test('only highlights and comments are written', async () => {
  const { excel, office } = setUp();
  const members = new Set<string>();
  office.host.intercept = (member) => {
    members.add(member);
    return null;
  };
  await excel.annotate(MARKED);
  await excel.clear();
  expect(
    [...members].filter((member) => /^Range(Fill|Font|Format)?\./.test(member) && /color|values|formulas|clear|merge/i.test(member)),
  ).toEqual([]);
});
