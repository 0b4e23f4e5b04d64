/** Tables of no known kind inside a budget workbook: what adds up in them is learnt, what breaks is a warning with its evidence. */
import { checkWorkbook } from '../../../src/core';
import { randomOf } from '../../bench/diagnose/random';
import type { Sheet } from '../../../src/core/workbook';
import { findingText } from '../../../src/present/messages';
import { book, sheet, type GridCell } from '../../support/grid';

/** So that the workbook is a budget. */
const BUDGET = sheet('表一', [
  ['部门收支总表'],
  ['部门：某局', null, null, '单位：万元'],
  ['收入', null, '支出', null],
  ['项目', '2024年预算数', '项目', '2024年预算数'],
  ['一般公共预算拨款收入', 100.5, '一、一般公共服务支出', 100.5],
  ['收入总计', 100.5, '支出总计', 100.5],
]);

const HEAD: readonly GridCell[] = ['项目', '一季度', '二季度', '三季度', '四季度'];
const ROWS: readonly (readonly GridCell[])[] = [
  ['甲', 120.5, 98.2, 143.7, 87.6],
  ['乙', 310.4, 275.1, 288.9, 301.3],
  ['丙', 15.35, 22.4, 9.85, 31.2],
];

const told = (...rows: readonly (readonly GridCell[])[]) => {
  const { checks, findings } = checkWorkbook(
    book(BUDGET, sheet('附表', [['2024年用款进度情况'], [null, null, null, null, '单位：万元'], ...rows])),
  );
  const own = checks.filter(({ relation }) => relation.rule === 'unknown-totals');
  return {
    checked: own.length,
    findings: findings
      .filter(({ rule }) => rule === 'unknown-totals')
      .map((finding) => `${finding.severity} ${findingText('zh-CN', finding)}`),
  };
};

test('a total row that ties out is checked and says nothing', () => {
  expect(told(HEAD, ...ROWS, ['合计', 446.25, 395.7, 442.45, 420.1])).toEqual({ checked: 4, findings: [] });
});

test('the one column where it does not', () => {
  expect(told(HEAD, ...ROWS, ['合计', 446.25, 395.7, 424.45, 420.1])).toEqual({
    checked: 4,
    findings: ['warning 附表 D7 为 424.45，附表 D6、D5、D4 之和为 442.45，差 -18.00；同样这几行在 B、C、E 栏（共 3 栏）都相等'],
  });
});

test('a total column, row by row', () => {
  const row = (name: string, total: number, ...parts: readonly number[]): readonly GridCell[] => [name, total, ...parts];
  const rows = [
    row('甲', 218.7, 120.5, 98.2),
    row('乙', 585.5, 310.4, 275.1),
    row('丙', 37.75, 15.35, 22.4),
    row('丁', 88.12, 70.01, 18.11),
  ];
  expect(told(['项目', '合计', '本级', '下级'], ...rows)).toEqual({ checked: 4, findings: [] });
  const slipped = [...rows.slice(0, 3), row('丁', 88.21, 70.01, 18.11)];
  expect(told(['项目', '合计', '本级', '下级'], ...slipped).findings).toEqual([
    'warning 附表 B7 为 88.21，附表 C7、D7 之和为 88.12，差 0.09；同样这几栏在第 4、5、6 行（共 3 行）都相等',
  ]);
});

test.each<[string, readonly GridCell[], readonly GridCell[]]>([
  ['a rate', ['项目', '一季度', '二季度', '三季度', '增长率'], ['合计', 446.25, 395.7, 442.45, 11.8]],
  ['a mean', ['项目', '一季度', '二季度', '三季度', '平均'], ['合计', 446.25, 395.7, 442.45, 140.03]],
  ['words', HEAD, ['合计', 446.25, 395.7, 442.45, '详见说明']],
  ['a blank', HEAD, ['合计', 446.25, 395.7, 442.45, null]],
  ['a dash', HEAD, ['合计', 446.25, 395.7, 442.45, '-']],
  ['percentages', HEAD, ['合计', 446.25, 395.7, 442.45, { value: 0.42, format: '0.00%' }]],
])('%s in the place of the total is no slip', (_, head, total) => {
  expect(told(head, ...ROWS, total).findings).toEqual([]);
});

test('numbers of columns and rows are no figures', () => {
  const numbered = ROWS.map((row, at): readonly GridCell[] => [at + 1, ...row]);
  expect(told(['序号', ...HEAD], ['栏次', null, 1, 2, 3, 4], ...numbered, [null, '合计', 446.25, 395.7, 442.45, 420.1])).toEqual({
    checked: 4,
    findings: [],
  });
});

test('a table without a budget beside it, and a hidden one, are left alone', () => {
  const rows = [['2024年用款进度情况'], HEAD, ...ROWS, ['合计', 446.25, 395.7, 424.45, 420.1]];
  const rules = (...sheets: readonly Sheet[]) => checkWorkbook(book(...sheets)).checks.map(({ relation }) => relation.rule);
  expect(rules(sheet('附表', rows))).toEqual([]);
  expect(rules(BUDGET, sheet('附表', rows, { hidden: true }))).not.toContain('unknown-totals');
});

test('a table too large to look through is told', () => {
  const rows = Array.from({ length: 3_001 }, (_, at): readonly GridCell[] => [
    `第${at}项`,
    at + 0.5,
    2 * at + 0.5,
    3 * at + 0.5,
    5 * at + 0.5,
  ]);
  const { skipped } = checkWorkbook(book(BUDGET, sheet('附表', [['2024年用款进度情况'], HEAD, ...rows])));
  expect(skipped).toContainEqual({ rule: 'unknown-totals', reason: { id: 'skip.unknown-large', data: { sheet: '附表' } }, sheet: '附表' });
});

test('a table of a thousand rows is looked through', () => {
  const random = randomOf(1);
  const rows = Array.from({ length: 1_000 }, (_, at): readonly GridCell[] => [
    `第${at}项`,
    ...[1, 2, 3, 4, 5, 6, 7, 8].map(() => random.below(1e7) / 100),
  ]);
  const workbook = book(BUDGET, sheet('附表', [['2024年用款进度情况'], ['项目', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], ...rows]));
  const { findings, skipped } = checkWorkbook(workbook);
  expect([findings, skipped.filter(({ sheet: name }) => name === '附表')]).toEqual([[], []]);
});
