/** Work that is cancelled, or refused in the middle: nothing half written stays, and what is there instead is told. */
import { Cancelled, Unfinished } from '../../src/core/cancelled';
import type { CellAnnotation, Progress, SheetPlan } from '../../src/core/spreadsheet';
import { ExcelSpreadsheet, noticeOf } from '../../src/excel';
import { COMMENT_PREFIX } from '../../src/present/marks';
import type { ProfileName } from '../../src/workbench/host/profiles';
import { dump } from '../support/dump';
import { place } from '../support/findings';
import { book, sheet } from '../support/grid';
import { createOffice } from '../support/office';

const PROFILES: readonly ProfileName[] = ['2021', '2024', '365', 'web'];
const TAKEN_BACK = { id: 'edge.notice.marks-taken-back', data: {} };
const HALF_MARKED = { id: 'edge.notice.half-marked', data: {} };

const note = (address: string, text = '不一致'): CellAnnotation => ({
  cell: place(address),
  mark: 'error',
  conditions: ["='表三'!$B$2<>'表五'!$B$2"],
  comment: `${COMMENT_PREFIX}${text}`,
});
const EARLIER = [note('表三!B2', '上一次'), note('表五!B2', '上一次')];
/** More comments than one round trip takes. */
const MARKED = [note('表三!B2'), ...Array.from({ length: 1200 }, (_, row) => note(`表五!C${row + 3}`))];

function setUp(profile: ProfileName = '365') {
  const rows = [
    ['科目', '合计'],
    ['208', 6523.4],
  ];
  const office = createOffice({ profile, workbook: book(sheet('表三', rows), sheet('表五', rows)) });
  office.install();
  office.model.addComment(office.model.sheets()[0]?.id ?? '', 1, 0, '请核实', '审核人');
  return { office, model: office.model, host: office.host, excel: new ExcelSpreadsheet('zh-CN') };
}

/** The user cancels as soon as so much is done. */
const cancelledAt =
  (share: number): Progress =>
  (done, total) => {
    if (done / total >= share) throw new Cancelled();
  };

/** Why the work ended, and what it says of what it leaves. */
async function ending(work: Promise<unknown>): Promise<{ readonly why: string; readonly left: readonly unknown[] }> {
  try {
    await work;
    return { why: 'done', left: [] };
  } catch (error) {
    const { cause, left } = error instanceof Unfinished ? error : { cause: error, left: [] };
    return { why: cause instanceof Cancelled ? 'cancelled' : noticeOf(cause).id, left };
  }
}

describe.each(PROFILES)('marking, Excel %s', (profile) => {
  test('cancelled before anything is written, the marks of the check before all stay', async () => {
    const { excel, model } = setUp(profile);
    await excel.annotate(EARLIER);
    const before = dump(model);
    const { why, left } = await ending(excel.annotate(MARKED, cancelledAt(0)));
    expect(why).toBe('cancelled');
    expect(left).toEqual([]);
    expect(dump(model)).toEqual(before);
  });

  test.each([
    ['once the cells are coloured', 0.5],
    ['between two thousands of comments', 0.9],
    ['at the very end', 1],
  ])('cancelled %s, no mark is left, neither new nor old; what people wrote stays', async (_when, share) => {
    const { excel, model, host } = setUp(profile);
    const untouched = dump(model);
    await excel.annotate(EARLIER);
    const { why, left } = await ending(excel.annotate(MARKED, cancelledAt(share)));
    expect(why).toBe('cancelled');
    expect(left).toEqual([TAKEN_BACK]);
    expect(dump(model)).toEqual(untouched);
    expect(host.faults).toEqual([]);
  });

  test('the check after a cancelled one marks as usual', async () => {
    const { excel } = setUp(profile);
    await ending(excel.annotate(MARKED, cancelledAt(0.9)));
    expect(await excel.annotate(MARKED)).toEqual({ highlighted: 1201, commented: 1201, notices: [] });
  });
});

test('what a person answered to a comment of ours stays when the marking is taken back', async () => {
  const { excel, model } = setUp();
  await excel.annotate(EARLIER);
  const own = model.comments().find(({ content }) => content.startsWith(COMMENT_PREFIX));
  model.addReply(own!.id, '已改，见附件', '经办人');
  await ending(excel.annotate(MARKED, cancelledAt(1)));
  expect(model.comments().map(({ content, replies }) => [content, replies.map((reply) => reply.content)])).toEqual([
    ['请核实', []],
    ['【勾稽】标注已清除。', ['已改，见附件']],
  ]);
});

test('marks on a sheet that is protected by then cannot be taken back, and it is named', async () => {
  const { excel, model, host } = setUp();
  await excel.annotate(EARLIER);
  const protect: Progress = (done) => {
    if (done === 0) return;
    host.document.protection.set(model.sheets()[0]?.id ?? '', { options: {}, password: null });
    throw new Cancelled();
  };
  const { left } = await ending(excel.annotate(MARKED, protect));
  expect(left).toEqual([TAKEN_BACK, { id: 'edge.notice.protected-clear', data: { sheet: '表三' } }]);
});

describe('an Excel that refuses in the middle of marking', () => {
  test('keeps no half of the marks, and the reason is told', async () => {
    const { excel, model, host } = setUp();
    const untouched = dump(model);
    // The user begins to type in a cell after the colours and before the comments.
    const typing: Progress = (done) => void (done > 0 && host.failNextBatch(5004));
    const { why, left } = await ending(excel.annotate(EARLIER, once(typing)));
    expect(why).toBe('edge.error.cell-edit');
    expect(left).toEqual([TAKEN_BACK]);
    expect(dump(model)).toEqual(untouched);
  });

  test('at one of its calls: what came before it goes again', async () => {
    const { excel, model, host } = setUp();
    const untouched = dump(model);
    host.failMember('ConditionalFormatCollection.add', 'GeneralException', 2);
    const { why, left } = await ending(excel.annotate(EARLIER));
    expect(why).toBe('edge.error.other');
    expect(left).toEqual([TAKEN_BACK]);
    expect(dump(model)).toEqual(untouched);
  });

  test('and takes nothing back either: it is said that the marks are incomplete', async () => {
    const { excel, host } = setUp();
    const typing: Progress = (done) => {
      if (done > 0) for (let batch = 0; batch < 4; batch += 1) host.failNextBatch(5004);
    };
    const { why, left } = await ending(excel.annotate(EARLIER, once(typing)));
    expect(why).toBe('edge.error.cell-edit');
    expect(left).toEqual([HALF_MARKED]);
  });

  /** Done at the first call after nothing was done. */
  function once(progress: Progress): Progress {
    let did = false;
    return (done, total) => {
      if (did) return;
      did = done > 0;
      progress(done, total);
    };
  }
});

describe('a sheet of ours', () => {
  const plan = (rows: number): SheetPlan => ({
    sheet: 'discrepancies',
    name: '差异清单',
    rows: Array.from({ length: rows }, (_, row) => [
      { type: 'text', text: `${row} ${'长'.repeat(300)}` },
      { type: 'text', text: '答复' },
    ]),
    widths: [10, 10],
    merges: [],
    frozenRows: 0,
  });
  /** More than one round trip takes. */
  const LONG = plan(4000);

  test('tells how many rows are written', async () => {
    const { excel } = setUp();
    const told: number[] = [];
    await excel.writeSheet(
      'discrepancies',
      () => LONG,
      (done, total) => {
        expect(total).toBe(4000);
        told.push(done);
      },
    );
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBe(4000);
    expect(told.length).toBeGreaterThan(2);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
  });

  test.each([0, 0.1, 1])('a new one, cancelled at %d of it, leaves nothing', async (share) => {
    const { excel, model } = setUp();
    const before = { ...dump(model), active: null };
    const { why, left } = await ending(excel.writeSheet('discrepancies', () => LONG, cancelledAt(share)));
    expect(why).toBe('cancelled');
    expect(left).toEqual([]);
    expect({ ...dump(model), active: null }).toEqual(before);
  });

  test('one that is there is left as it is when it is cancelled before, and written to its end when it is cancelled later', async () => {
    const { excel, model } = setUp();
    await excel.writeSheet('discrepancies', () => plan(2));
    const before = dump(model);
    expect((await ending(excel.writeSheet('discrepancies', () => LONG, cancelledAt(0)))).why).toBe('cancelled');
    expect(dump(model)).toEqual(before);
    const later: Progress = (done, total) => done > 0 && cancelledAt(0)(done, total);
    expect(await excel.writeSheet('discrepancies', () => LONG, later)).toEqual({ name: '差异清单', notices: [] });
    const id = model.sheets().find(({ name }) => name === '差异清单')?.id ?? '';
    expect(model.usedRange(id, true)?.bottom).toBe(3999);
  });

  test('one that Excel refuses in the middle has its texts again, and that is said', async () => {
    const { excel, host } = setUp();
    await excel.writeSheet('discrepancies', () => plan(2));
    host.failMember('Range.formulas', 'GeneralException');
    const { left } = await ending(excel.writeSheet('discrepancies', () => LONG));
    expect(left).toEqual([{ id: 'edge.notice.texts-put-back', data: { sheet: '差异清单' } }]);
  });

  test('one that Excel does not take at all, as a cell is being edited, is as it was', async () => {
    const { excel, host, model } = setUp();
    await excel.writeSheet('discrepancies', () => plan(2));
    const before = dump(model);
    const typing: Progress = (done) => void (done === 0 && host.failNextBatch(5004));
    const { why, left } = await ending(excel.writeSheet('discrepancies', () => LONG, typing));
    expect(why).toBe('edge.error.cell-edit');
    expect(left).toEqual([]);
    expect(dump(model)).toEqual(before);
  });

  test('a new one that can neither be finished nor taken away is told of', async () => {
    const { excel, host } = setUp();
    const typing: Progress = (done) => {
      if (done > 0) for (let batch = 0; batch < 3; batch += 1) host.failNextBatch(5004);
    };
    const { left } = await ending(excel.writeSheet('discrepancies', () => LONG, typing));
    expect(left).toEqual([{ id: 'edge.notice.half-sheet', data: { sheet: '差异清单' } }]);
  });
});
