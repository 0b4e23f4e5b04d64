/** An accepted finding stays accepted wherever its cells go, and is never mistaken for another one. */
import { checkWorkbook, type Finding } from '../../../src/core';
import {
  decodeSettings,
  encodeSettings,
  NO_SETTINGS,
  withIgnored,
  withoutIgnored,
  type WorkbookSettings,
} from '../../../src/core/settings';
import type { Sheet, Workbook } from '../../../src/core/workbook';
import { caseWorkbook } from '../../support/cases';
import { book, sheet } from '../../support/grid';

const acceptAll = (findings: readonly Finding[]): WorkbookSettings =>
  findings.reduce((settings, finding) => withIgnored(settings, finding, '已核实'), NO_SETTINGS);
/** As the workbook keeps them. */
const kept = (settings: WorkbookSettings): WorkbookSettings => decodeSettings(encodeSettings(settings)).settings;

/** Two rows and a column before everything, and every sheet called otherwise. */
const moved = ({ sheets }: Workbook): Workbook => ({
  sheets: sheets.map(({ name, rows, merges, ...rest }): Sheet => {
    const down = merges?.map(({ top, left, bottom, right }) => ({ top: top + 2, left: left + 1, bottom: bottom + 2, right: right + 1 }));
    return {
      ...rest,
      name: `${name} (2)`,
      rows: [[], [], ...rows.map((row) => [undefined, ...(row ?? [])])],
      ...(down ? { merges: down } : {}),
    };
  }),
});

test.each(['seed-000.xlsx', 'seed-002.xlsx'])('all findings of %s, after rows and columns were inserted and the sheets renamed', (name) => {
  const workbook = caseWorkbook(name);
  const before = checkWorkbook(workbook).findings;
  const after = checkWorkbook(moved(workbook), { settings: kept(acceptAll(before)) }).findings;
  const open = after.filter(({ accepted }) => !accepted).map(({ rule, message }) => [rule, message.data['leftPlace']]);
  expect(after).toHaveLength(before.length);
  expect(open).toEqual([]);
});

type Row = readonly [code: string, name: string, all: number, basic: number, project: number];

/** 部门支出总表: in every row 合计 is to be 基本支出 + 项目支出. */
const table = (rows: readonly Row[], { name = '表三', blank = 0 } = {}): Workbook =>
  book(
    sheet(name, [
      ...Array.from({ length: blank }, () => []),
      ['部门支出总表'],
      ['部门：某局', null, null, null, '单位：万元'],
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ...rows,
    ]),
  );
const DEFENCE: Row = ['203', '国防支出', 30, 10, 10];
const SAFETY: Row = ['204', '公共安全支出', 50, 20, 20];

const rowSums = (workbook: Workbook, settings: WorkbookSettings): readonly string[] =>
  checkWorkbook(workbook, { settings })
    .findings.filter(({ rule }) => rule === 'row-sums')
    .map(({ cells, accepted, reopened }) => `${cells[0]?.label} ${accepted ? 'accepted' : reopened ? 'reopened' : 'open'}`);
const only = (workbook: Workbook, code: string): WorkbookSettings =>
  kept(
    acceptAll(
      checkWorkbook(workbook).findings.filter(({ rule, cells }) => rule === 'row-sums' && cells[0]?.label.startsWith(code) === true),
    ),
  );

const [D, S] = ['203 国防支出 · 合计', '204 公共安全支出 · 合计'];

test.each<[string, Workbook, readonly string[]]>([
  ['nothing', table([DEFENCE, SAFETY]), [`${D} open`, `${S} accepted`]],
  ['a row inserted above: the other one now stands in its cells', table([DEFENCE, SAFETY], { blank: 1 }), [`${D} open`, `${S} accepted`]],
  ['the row above deleted', table([SAFETY]), [`${S} accepted`]],
  ['the sheet renamed', table([DEFENCE, SAFETY], { name: '支出' }), [`${D} open`, `${S} accepted`]],
  ['moved, and a figure changed', table([DEFENCE, ['204', '公共安全支出', 51, 20, 20]], { blank: 1 }), [`${D} open`, `${S} reopened`]],
  [
    'another account in its row, with the same figures',
    table([DEFENCE, ['205', '教育支出', 50, 20, 20]]),
    [`${D} open`, '205 教育支出 · 合计 accepted'],
  ],
  [
    'another account in its row, with other figures',
    table([DEFENCE, ['205', '教育支出', 60, 20, 20]]),
    [`${D} open`, '205 教育支出 · 合计 open'],
  ],
])('%s', (_, workbook, expected) => {
  expect(rowSums(workbook, only(table([DEFENCE, SAFETY]), '204'))).toEqual(expected);
});

describe('two findings that only their places tell apart', () => {
  const twice = table([SAFETY, SAFETY]);
  const [first] = checkWorkbook(twice).findings.filter(({ rule }) => rule === 'row-sums');
  const settings = kept(withIgnored(NO_SETTINGS, first!, '已核实'));

  test('the accepted one is known by its place', () => {
    expect(rowSums(twice, settings)).toEqual([`${S} accepted`, `${S} open`]);
  });

  test('when both moved it is anybody’s guess, and both are open; when both were accepted, both are', () => {
    expect(rowSums(table([SAFETY, SAFETY], { blank: 5 }), settings)).toEqual([`${S} open`, `${S} open`]);
    expect(rowSums(table([SAFETY, SAFETY], { blank: 5 }), only(twice, '204'))).toEqual([`${S} accepted`, `${S} accepted`]);
  });
});

test('what was accepted elsewhere is taken back, and accepted anew in one place only', () => {
  const settings = only(table([DEFENCE, SAFETY]), '204');
  const below = table([DEFENCE, SAFETY], { blank: 1 });
  const [other, mine] = checkWorkbook(below, { settings }).findings.filter(({ rule }) => rule === 'row-sums');
  expect(withoutIgnored(settings, mine!).ignored).toEqual([]);
  expect(withIgnored(settings, mine!, '上级已批复').ignored.map(({ id, reason }) => [id, reason])).toEqual([[mine!.id, '上级已批复']]);
  // The other one stands where mine stood when it was accepted.
  expect(settings.ignored[0]?.id).toBe(other!.id);
  const both = withIgnored(settings, other!, '已核实');
  expect(rowSums(below, both)).toEqual([`${D} accepted`, `${S} accepted`]);
  expect(withoutIgnored(both, other!)).toEqual(settings);
});

test('what an earlier version kept, without a key, is known by its id', () => {
  const workbook = table([DEFENCE, SAFETY]);
  const ignored = only(workbook, '204').ignored.map(({ id, figures, reason }) => ({ id, reason, ...(figures ? { figures } : {}) }));
  const settings = { ...NO_SETTINGS, ignored };
  expect(rowSums(workbook, settings)).toEqual([`${D} open`, `${S} accepted`]);
  expect(rowSums(table([['204', '公共安全支出', 51, 20, 20]], { blank: 1 }), settings)).toEqual([`${S} reopened`]);
});
