/** What a project may buy: its budget in the procurement table, told once, as 0, or not at all. */
import { checkWorkbook } from '../../../src/core';
import { addressOf } from '../../../src/core/workbook';
import { book, sheet, type GridCell } from '../../support/grid';

type Purchase = readonly [project: string, budget: GridCell, amount: number];

function found(...purchases: readonly Purchase[]): readonly (readonly string[])[] {
  const total = purchases.reduce((sum, [, , amount]) => sum + amount, 0);
  const rows: readonly (readonly GridCell[])[] = [
    ['政府采购预算表'],
    ['单位：万元'],
    ['政府采购项目来源', null, '采购物品名称', '数量', '单价', '政府采购金额', null],
    ['项目名称', '预算资金', null, null, null, '合计', '一般公共预算拨款'],
    ['合计', null, null, null, null, total, total],
    ...purchases.map(([project, budget, amount]) => [project, budget, '复印纸', 1, amount, amount, amount]),
  ];
  const { findings } = checkWorkbook(book(sheet('采购', rows)));
  return findings.filter(({ rule }) => rule === 'procurement-limits').map(({ cells }) => cells.map(({ cell }) => addressOf(cell)));
}

test.each<readonly [string, readonly Purchase[], readonly (readonly string[])[]]>([
  [
    'within the budget',
    [
      ['网络维护费', 15, 14],
      ['培训费', 3, 3],
    ],
    [],
  ],
  [
    'above the budget',
    [
      ['网络维护费', 15, 16],
      ['培训费', 3, 3],
    ],
    [['F6', 'B6']],
  ],
  [
    'above a budget of 0',
    [
      ['网络维护费', 0, 16],
      ['培训费', 3, 3],
    ],
    [['F6', 'B6']],
  ],
  [
    'a budget left blank is not told',
    [
      ['网络维护费', null, 16],
      ['培训费', 3, 3],
    ],
    [],
  ],
  [
    'nor one with a dash',
    [
      ['网络维护费', '-', 16],
      ['培训费', 3, 3],
    ],
    [],
  ],
  [
    'told once for several purchases',
    [
      ['网络维护费', 20, 16],
      ['网络维护费', 0, 4],
      ['培训费', 3, 3],
    ],
    [],
  ],
  [
    'a column of zeros tells nothing',
    [
      ['网络维护费', 0, 16],
      ['培训费', 0, 3],
    ],
    [],
  ],
])('%s', (_, purchases, expected) => {
  expect(found(...purchases)).toEqual(expected);
});
