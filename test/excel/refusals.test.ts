/** What Excel may refuse: each is said in words, everything else is done, and nothing is left half written. */
import { checkWorkbook, type CellAnnotation } from '../../src/core';
import { ExcelSpreadsheet } from '../../src/excel';
import { annotationsOf } from '../../src/present/annotations';
import { discrepancySheet } from '../../src/present/discrepancySheet';
import { COMMENT_PREFIX } from '../../src/present/marks';
import { workingPaper } from '../../src/present/workingPaper';
import type { ProfileName } from '../../src/workbench/host/profiles';
import { caseWorkbook } from '../support/cases';
import { dump } from '../support/dump';
import { place } from '../support/findings';
import { book, sheet } from '../support/grid';
import { createOffice } from '../support/office';

const PROFILES: readonly ProfileName[] = ['2021', '2024', '365', 'web'];
const note = (address: string): CellAnnotation => ({
  cell: place(address),
  mark: 'error',
  conditions: ["='表三'!$B$2<>'表五'!$B$2"],
  comment: `${COMMENT_PREFIX}不一致`,
});
const MARKED = [note('表三!B2'), note('表五!B2')];

function setUp(profile: ProfileName) {
  const rows = [
    ['科目', '合计'],
    ['208', 6523.4],
  ];
  const office = createOffice({ profile, workbook: book(sheet('表三', rows), sheet('表五', rows), sheet('藏', rows)) });
  office.install();
  const { model, host } = office;
  const id = (name: string): string => model.sheets().find((each) => each.name === name)?.id ?? '';
  const markedSheets = (): string[] => model.sheets().flatMap((each) => (model.conditionalFormats(each.id).length > 0 ? [each.name] : []));
  const protect = (name: string): void => void host.document.protection.set(id(name), { options: {}, password: null });
  return { office, model, host, id, markedSheets, protect, excel: new ExcelSpreadsheet('zh-CN') };
}

type Opened = ReturnType<typeof setUp>;

/** The first time only. */
function once(change: () => void): () => void {
  let did = false;
  return () => {
    if (!did) change();
    did = true;
  };
}

describe.each(PROFILES)('Excel %s', (profile) => {
  test('a protected sheet stays as it is and is named; the others are marked', async () => {
    const { excel, markedSheets, protect, model } = setUp(profile);
    protect('表三');
    const outcome = await excel.annotate(MARKED);
    expect(outcome.notices).toEqual([{ id: 'edge.notice.protected', data: { sheet: '表三', count: '1' } }]);
    expect(markedSheets()).toEqual(['表五']);
    expect(model.comments()).toHaveLength(1);
  });

  test('marks on a sheet that was protected since stay, with what they need; they go once it is open again', async () => {
    const { excel, host, id, markedSheets, protect, model } = setUp(profile);
    await excel.annotate(MARKED);
    protect('表三');
    expect((await excel.clear()).notices).toEqual([{ id: 'edge.notice.protected-clear', data: { sheet: '表三' } }]);
    expect(markedSheets()).toEqual(['表三']);
    expect(model.names()).toHaveLength(1);
    host.document.protection.delete(id('表三'));
    await excel.clear();
    expect([markedSheets(), model.names()]).toEqual([[], []]);
  });

  test('a protected workbook takes no new sheet, and that is said; marks go on', async () => {
    const { excel, host, markedSheets } = setUp(profile);
    host.document.workbookProtection = { password: null };
    await excel.annotate(MARKED);
    expect(markedSheets()).toEqual(['表三', '表五']);
    await expect(
      excel.writeSheet('discrepancies', () => ({
        sheet: 'discrepancies',
        name: '差异清单',
        rows: [],
        widths: [],
        merges: [],
        frozenRows: 0,
      })),
    ).rejects.toMatchObject({ notice: { id: 'edge.sheet.protected-workbook' } });
  });

  test('a hidden sheet is read and marked like any other', async () => {
    const { excel, model, id, markedSheets } = setUp(profile);
    model.setVisibility(id('藏'), 'hidden');
    expect((await excel.read()).sheets.map(({ name, hidden }) => [name, hidden])).toContainEqual(['藏', true]);
    await excel.annotate([note('藏!B2')]);
    expect(markedSheets()).toEqual(['藏']);
  });

  test('a sheet that was renamed or deleted since the check is named; the others are marked', async () => {
    const { excel, model, id, markedSheets } = setUp(profile);
    model.renameSheet(id('表三'), '表3');
    const outcome = await excel.annotate(MARKED);
    expect(outcome).toMatchObject({ highlighted: 1, notices: [{ id: 'edge.notice.sheet-missing', data: { sheet: '表三', count: '1' } }] });
    expect(markedSheets()).toEqual(['表五']);
  });

  test('a sheet that was deleted since the check is named; the others are marked, and what was marked on it is gone with it', async () => {
    const { excel, model, id, markedSheets } = setUp(profile);
    await excel.annotate(MARKED);
    model.deleteSheet(id('表三'));
    const outcome = await excel.annotate(MARKED);
    expect(outcome.notices).toEqual([{ id: 'edge.notice.sheet-missing', data: { sheet: '表三', count: '1' } }]);
    expect(markedSheets()).toEqual(['表五']);
    await excel.clear();
    expect([markedSheets(), model.names(), model.comments()]).toEqual([[], [], []]);
  });

  test.each([
    ['deleted', 'sheet-missing', ({ model, id }: Opened) => model.deleteSheet(id('表三'))],
    ['protected', 'protected', ({ protect }: Opened) => protect('表三')],
  ] as const)(
    'a sheet that is %s while marks are being written is named; the others are marked, whole and once',
    async (_how, notice, change) => {
      const opened = setUp(profile);
      const { excel, markedSheets, model, id } = opened;
      await excel.annotate(MARKED);
      const outcome = await excel.annotate(
        [...MARKED, note('藏!B2')],
        once(() => change(opened)),
      );
      expect(outcome).toMatchObject({
        highlighted: 2,
        commented: 2,
        notices: [{ id: `edge.notice.${notice}`, data: { sheet: '表三', count: '1' } }],
      });
      expect(markedSheets()).toEqual(expect.arrayContaining(['表五', '藏']));
      expect(model.comments().filter(({ sheet: own }) => own === id('表五') || own === id('藏'))).toHaveLength(2);
    },
  );

  test('a sheet that is renamed while marks are being written is marked all the same', async () => {
    const { excel, markedSheets, model, id } = setUp(profile);
    await excel.annotate(MARKED);
    const outcome = await excel.annotate(
      [...MARKED, note('藏!B2')],
      once(() => model.renameSheet(id('表三'), '表3')),
    );
    expect(outcome).toEqual({ highlighted: 3, commented: 3, notices: [] });
    expect(markedSheets()).toEqual(['表3', '表五', '藏']);
    expect(model.comments()).toHaveLength(3);
  });

  test('rows that a filter hides are marked like the others, and stay hidden', async () => {
    const { excel, office, model, id, markedSheets } = setUp(profile);
    await office.Excel.run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem('表三');
      worksheet.autoFilter.apply(worksheet.getRange('A1:B2'), 0, { filterOn: 'Values', values: ['无'] });
      await context.sync();
    });
    expect(model.isRowHidden(id('表三'), 1)).toBe(true);
    const before = dump(model);
    expect(await excel.annotate(MARKED)).toEqual({ highlighted: 2, commented: 2, notices: [] });
    expect(markedSheets()).toEqual(['表三', '表五']);
    expect(model.isRowHidden(id('表三'), 1)).toBe(true);
    await excel.clear();
    expect(dump(model)).toEqual(before);
  });

  test('a workbook that may only be read is read; whatever would write says so, and nothing is written', async () => {
    const { excel, model, host } = setUp(profile);
    const before = dump(model);
    host.document.readOnly = true;
    expect((await excel.read()).sheets).toHaveLength(3);
    const readOnly = { notice: { id: 'edge.error.read-only' } };
    await expect(excel.annotate(MARKED)).rejects.toMatchObject(readOnly);
    await expect(excel.clear()).rejects.toMatchObject(readOnly);
    await expect(excel.changeSettings(() => '<settings xmlns="urn:gouji:settings:1"/>')).rejects.toMatchObject(readOnly);
    await expect(excel.writeCells([place('表三!B2')], () => [{ value: 1 }])).rejects.toMatchObject(readOnly);
    const plan = { sheet: 'discrepancies', name: '差异清单', rows: [], widths: [], merges: [], frozenRows: 0 } as const;
    await expect(excel.writeSheet('discrepancies', () => plan)).rejects.toMatchObject(readOnly);
    expect(dump(model)).toEqual(before);
  });

  test('while a cell is being edited nothing is written, and it is said what to do', async () => {
    const { excel, model, host } = setUp(profile);
    const before = dump(model);
    host.failNextBatch(5004);
    await expect(excel.annotate(MARKED)).rejects.toMatchObject({ notice: { id: 'edge.error.cell-edit' } });
    expect(dump(model)).toEqual(before);
  });

  test.each([1, 2])('refused in the middle of marking (sheet %i), it goes over the workbook again: whole, and once', async (use) => {
    const whole = setUp(profile);
    await whole.excel.annotate(MARKED);
    const { excel, model, host, office } = setUp(profile);
    office.install();
    host.failMember('ConditionalFormatCollection.add', 'AccessDenied', use);
    await excel.annotate(MARKED);
    const counts = (of: typeof model): unknown => [
      of.sheets().map(({ id }) => of.conditionalFormats(id).map(({ formula }) => formula)),
      of.names(),
      of.comments().length,
    ];
    expect(counts(model)).toEqual(counts(whole.model));
  });
});

describe('a workbook of 100,000 cells', () => {
  function large(profile: ProfileName) {
    const { sheets } = caseWorkbook('seed-000.xlsx');
    const rows = Array.from({ length: 5000 }, (_, r) => Array.from({ length: 20 }, (_, c) => (c === 0 ? `第 ${r} 行` : r * 1.01 + c)));
    const office = createOffice({ profile, workbook: { sheets: [...sheets, ...book(sheet('台账', rows)).sheets] } });
    office.install();
    return { office, excel: new ExcelSpreadsheet('zh-CN') };
  }

  test.each(PROFILES)(
    'is read, marked, listed and cleared in at most six round trips each, every one below 5 MB (Excel %s)',
    async (profile) => {
      const { office, excel } = large(profile);
      const { log } = office.host;
      const workbook = await excel.read();
      const read = log.length;
      const result = checkWorkbook(workbook);
      await excel.annotate(annotationsOf(result, 'zh-CN', { workbook }));
      expect(read).toBeLessThanOrEqual(6);
      expect(log.length - read).toBeLessThanOrEqual(6);
      // An `Excel.run` ends with a batch of the library's own where it lets go of what it kept.
      const trips = async (work: () => Promise<unknown>): Promise<number> => {
        const before = log.length;
        await work();
        return log.slice(before).filter(({ actions, write }) => actions > 0 || write).length - 1;
      };
      const list = (earlier: readonly (readonly string[])[] | null) => discrepancySheet(result, 'zh-CN', { workbook, earlier });
      expect(await trips(() => excel.writeSheet('discrepancies', list))).toBeLessThanOrEqual(6);
      expect(await trips(() => excel.writeSheet('discrepancies', list))).toBeLessThanOrEqual(6);
      expect(await trips(() => excel.writeSheet('working-paper', () => workingPaper(result, 'zh-CN', workbook)))).toBeLessThanOrEqual(6);
      expect(await trips(() => excel.clear())).toBeLessThanOrEqual(6);
      expect(Math.max(...log.flatMap(({ requestBytes, responseBytes }) => [requestBytes, responseBytes]))).toBeLessThan(5 * 1024 * 1024);
      expect(office.host.gaps.list()).toEqual([]);
    },
    60_000,
  );
});
