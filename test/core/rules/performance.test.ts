/** Performance forms: budget amounts against the list of projects, the department's total, and the cost indicators. */
import { checkWorkbook } from '../../../src/core';
import { addressOf, type Sheet } from '../../../src/core/workbook';
import { book, sheet } from '../../support/grid';

const form = (
  budget: number,
  parts: readonly (number | null)[],
  indicators: readonly (readonly [string, string, string, number])[],
): Sheet =>
  sheet('表十五', [
    ['2024年项目绩效目标表'],
    ['编制单位：某局'],
    [null, null, null, null, null, null, '单位：万元'],
    ['项目名称', '仲裁项目', '业务主管部门', '某局'],
    ['当年预算', budget, '区级支出（万元）', parts[0] ?? null],
    [null, null, '补助镇街（万元）', parts[1] ?? null],
    ['项目概况', '办理劳动人事争议仲裁案件。'],
    ['绩效指标', '一级指标', '指标名称', '指标权重', '计量单位', '指标性质', '指标值'],
    ...indicators.map(([level, name, unit, value]) => [null, level, name, 100 / indicators.length, unit, '≤', value]),
  ]);

const list = (amount: number): Sheet =>
  sheet('表十', [
    ['2024年项目支出明细表'],
    [null, '单位：万元'],
    ['项目名称', '合计'],
    ['合计', amount + 5],
    ['仲裁项目', amount],
    ['培训项目', 5],
  ]);

const said = (...sheets: Sheet[]): string[] =>
  checkWorkbook(book(...sheets)).findings.map(({ rule, class: kind, severity, left, op, right, cells }) =>
    [rule, kind, severity, left, op, right, ...cells.map(({ cell }) => `${cell.sheet}!${addressOf(cell)}`)].join(' '),
  );

test('the budget amount is the sum of its sources', () => {
  expect(said(form(12, [10, 2], []))).toEqual([]);
  expect(said(form(12, [10, 1], []))).toEqual(['performance-budget mismatch error 12.00 = 11.00 表十五!B5 表十五!D5 表十五!D6']);
});

test('and the project’s in the list of projects', () => {
  expect(said(form(12, [12], []), list(12))).toEqual([]);
  expect(said(form(12, [12], []), list(21))).toEqual(['performance-budget mismatch error 21 = 12.00 表十!B5 表十五!B5']);
});

describe('cost indicators', () => {
  test.each<[string, readonly (readonly [string, string, string, number])[], string[]]>([
    ['the whole cost equals the budget', [['成本指标', '仲裁项目预算控制数', '万元', 4]], []],
    ['the whole cost in 元', [['成本指标', '项目总成本', '元', 40000]], []],
    [
      'another whole cost',
      [['成本指标', '仲裁项目预算控制数', '万元', 7]],
      ['performance-cost mismatch warning 4.00 = 7.00 表十五!B5 表十五!G9'],
    ],
    ['prices are no parts', [['成本指标', '办案补助标准', '元/件', 300]], []],
    ['a partial list says nothing', [['成本指标', '印刷费', '万元', 1]], []],
    [
      'parts above the whole',
      [
        ['成本指标', '印刷费', '万元', 3],
        ['成本指标', '劳务费', '万元', 2],
      ],
      ['performance-cost mismatch warning 4.00 >= 5.00 表十五!B5 表十五!G9 表十五!G10'],
    ],
    ['amounts that are no costs', [['产出指标', '追回工资总额', '万元', 900]], []],
  ])('%s', (_, indicators, expected) => {
    expect(said(form(4, [4], indicators))).toEqual(expected);
  });
});
