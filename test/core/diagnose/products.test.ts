/** A row whose amount is not 数量 × 单价: which of the three is wrong? */
import { addressOf, drain, checkWorkbookSteps } from '../../../src/core';
import { sheet } from '../../support/grid';

const HEAD = [['2024年政府采购预算表'], ['单位：万元'], ['项目名称', '采购物品名称', '数量', '单价', '合计', '一般公共预算拨款']] as const;

/** Three rows of goods and their sum; the third is as given. */
const causesOf = (quantity: number, price: number, total: number, fund: number, sum: number) => {
  const rows = [
    ['合计', '', '', '', sum, sum],
    ['办公设备购置', '台式计算机', 20, 0.5, 10, 10],
    ['办公设备购置', '打印机', 15, 0.2, 3, 3],
    ['会议室改造', '会议桌', quantity, price, total, fund],
  ];
  const { findings, causes } = drain(checkWorkbookSteps({ sheets: [sheet('表十', [...HEAD.map((row) => [...row]), ...rows])] }));
  return {
    rules: findings.filter(({ class: kind }) => kind === 'mismatch').map(({ rule }) => rule),
    causes: causes.map(({ cells, confidence, slip, findings: own }) => ({
      cells: cells
        .map(({ cell, suggested, unit, plain }) => `${addressOf(cell)}=${suggested}${unit ?? ''}${plain ? ' (number)' : ''}`)
        .join(' '),
      claimed: confidence >= 0.5,
      slip,
      findings: own.length,
    })),
  };
};

test('the amount is confirmed by its sums: the quantity, for no price to one decimal would do', () => {
  expect(causesOf(12, 0.6, 12.6, 12.6, 25.6)).toEqual({
    rules: ['procurement-price'],
    causes: [{ cells: 'C7=21 (number)', claimed: false, slip: 'transposed-digits', findings: 1 }],
  });
});

test('an amount that its sums contradict too explains the product as well', () => {
  const { rules, causes } = causesOf(21, 0.6, 16.2, 12.6, 25.6);
  expect(rules).toContain('procurement-price');
  expect(causes[0]).toMatchObject({ cells: 'E7=12.6万元', claimed: true, findings: rules.length });
});
