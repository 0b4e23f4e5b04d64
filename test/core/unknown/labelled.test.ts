/** Sums that labels promise in a single column: 小计 and 合计, a total of numbered items; never on coincidence. */
import { checkWorkbook } from '../../../src/core';
import { labelledSums } from '../../../src/core/unknown/labelled';
import type { Figures } from '../../../src/core/unknown/sums';
import { findingText } from '../../../src/present/messages';
import { randomOf } from '../../bench/diagnose/random';
import { book, sheet, type GridCell } from '../../support/grid';

type Row = readonly [label: string, ...values: number[]];

/** Whole figures: twice the value, half a digit is 1. */
const rowsOf = (rows: readonly Row[]): readonly Figures[] =>
  rows.map(([, ...values]) => values.map((value) => ({ value: 2 * value, half: value === 0 ? 0 : 1 })));

const told = (rows: readonly Row[]) => {
  const columns = rows[0]!.slice(1).map((_value, at) => at);
  const { held, broken, numbered } = labelledSums(
    rows.map(([label]) => label),
    rowsOf(rows),
    columns,
  );
  const text = ({ sum, column }: (typeof held)[number]): string => `${sum.total} = ${sum.parts.join('+')} at ${column}`;
  return { held: held.map(text), broken: broken.map(text), numbered: numbered.map(text) };
};

const NONE = { held: [], broken: [], numbered: [] };

/** Three groups with 小计 below them and 合计 at the end; one figure may be another. */
const groups = (slip: Readonly<Record<number, number>> = {}): readonly Row[] =>
  (
    [
      ['甲一', 12050],
      ['甲二', 9820],
      ['小计', 21870],
      ['乙一', 31040],
      ['乙二', 27510],
      ['小计', 58550],
      ['丙一', 5511],
      ['丙二', 7203],
      ['小计', 12714],
      ['合计', 93134],
    ] as const
  ).map(([label, value], at): Row => [label, slip[at] ?? value]);

describe('小计 and 合计 in one column', () => {
  const all = ['2 = 0+1 at 0', '5 = 3+4 at 0', '8 = 6+7 at 0', '9 = 2+5+8 at 0'];

  test('below their groups, and above them', () => {
    expect(told(groups())).toEqual({ ...NONE, held: all });
    expect(told([...groups()].reverse()).held).toEqual(['7 = 8+9 at 0', '4 = 5+6 at 0', '1 = 2+3 at 0', '0 = 1+4+7 at 0']);
  });

  test('a wrong part breaks its 小计, a wrong 小计 the 合计 too', () => {
    expect(told(groups({ 4: 25710 }))).toEqual({ ...NONE, held: [all[0], all[2], all[3]], broken: [all[1]] });
    // two of the four places that are left hold: too few to say anything
    expect(told(groups({ 5: 85550 }))).toEqual(NONE);
    expect(told([['丁', 1], ...groups({ 5: 85550 })])).toEqual(NONE);
  });

  test('two wrong figures are another table than the labels say', () => {
    expect(told(groups({ 0: 1205, 4: 25710 }))).toEqual(NONE);
  });

  test('small figures are no evidence', () => {
    const small = groups().map(([label], at): Row => [label, at === 9 ? 12 : label === '小计' ? 4 : 2]);
    expect(told(small)).toEqual(NONE);
  });
});

describe('a total of numbered items', () => {
  const assets = (total: number): readonly Row[] => [
    ['资产总额', total],
    ['1、房屋', 0],
    ['其中:办公用房', 0],
    ['2、车辆', 5892],
    ['3、单价在20万元以上的设备', 0],
    ['4、其他固定资产', 33478],
  ];

  test('all of them, whatever is among which', () => {
    expect(told(assets(39370))).toEqual({ ...NONE, numbered: ['0 = 1+3+4+5 at 0'] });
  });

  test('an item left out is no list', () => {
    expect(told(assets(39370).filter(([label]) => label !== '3、单价在20万元以上的设备'))).toEqual(NONE);
  });
});

test('random figures under the labels of totals tell nothing', () => {
  const labels = ['小计', '合计', '甲', '乙', '丙', '总计'];
  for (let seed = 1; seed <= 4_000; seed += 1) {
    const random = randomOf(seed);
    const most = random.pick([10, 1_000, 1_000_000]);
    const columns = 1 + random.below(3);
    const rows = Array.from({ length: 3 + random.below(15) }, (): Row => {
      const values = Array.from({ length: columns }, () => random.below(most));
      return [random.pick(labels), ...values];
    });
    expect([seed, told(rows)]).toEqual([seed, NONE]);
  }
});

describe('in a workbook', () => {
  const budget = sheet('表一', [
    ['部门收支总表'],
    ['部门：某局', null, null, '单位：万元'],
    ['收入', null, '支出', null],
    ['项目', '2024年预算数', '项目', '2024年预算数'],
    ['一般公共预算拨款收入', 100.5, '一、一般公共服务支出', 100.5],
    ['收入总计', 100.5, '支出总计', 100.5],
  ]);
  const said = (title: string, head: readonly GridCell[], rows: readonly (readonly GridCell[])[]) =>
    checkWorkbook(book(budget, sheet('附表', [[title], [null, '单位：万元'], head, ...rows])))
      .findings.filter(({ rule }) => rule === 'unknown-totals')
      .map((finding) => `${finding.severity} ${findingText('zh-CN', finding)}`);

  test('one 小计 of four totals', () => {
    const rows = groups({ 4: 25710 }).map(([label, value]): readonly GridCell[] => [label, (value ?? 0) / 100]);
    expect(said('2024年用款进度情况', ['项目', '金额'], rows)).toEqual([
      'warning 附表 B9 小计 为 585.50，附表 B7、B8 之和为 567.50，差 18.00；同样的小计、合计有 3 处（B6、B12、B13）都相等',
    ]);
  });

  test('fixed assets', () => {
    const rows = (total: number): readonly (readonly GridCell[])[] => [
      ['资产总额', '——', total],
      ['1、房屋（平方米）', 0, 0],
      ['其中：办公用房（平方米）', 0, 0],
      ['2、车辆（台、辆）', 3, 58.92],
      ['3、单价在20万元以上的设备', 0, 0],
      ['4、其他固定资产', 978, 334.78],
    ];
    const head = ['项目', '数量', '价值'];
    expect(said('部门固定资产占用情况表', head, rows(393.7))).toEqual([]);
    expect(said('部门固定资产占用情况表', head, rows(339.7))).toEqual([
      'info 附表 C4 资产总额 为 339.70，所列各项（附表 C7、C9）之和为 393.70，差 -54.00，请核实',
    ]);
  });
});
