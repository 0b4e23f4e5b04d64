/** Workbooks that hold nothing to check say why; none of them takes long or falls over. */
import { checkWorkbook } from '../../../src/core';
import { factsOf } from '../../../src/core/facts';
import { recogniseTables } from '../../../src/core/recognise';
import type { Cell, Workbook } from '../../../src/core/workbook';
import { book, sheet, type GridCell } from '../../support/grid';

function said(workbook: Workbook): readonly [string, Readonly<Record<string, string>>] {
  const result = checkWorkbook(workbook);
  expect([result.findings, result.relations.checked]).toEqual([[], 0]);
  expect(result.skipped).toHaveLength(1);
  const reason = result.skipped[0]!.reason;
  return [reason.id, reason.data];
}

describe('nothing to check, because', () => {
  test('no sheet, empty sheets, a chart sheet', () => {
    expect(said(book())[0]).toBe('skip.no-content');
    expect(said(book(sheet('空', [[], [null, '  ']]), sheet('图表', [])))[0]).toBe('skip.no-content');
  });

  test('another language', () => {
    const rows = [['Budget by function'], ['Code', 'Name', 'Total'], ['208', 'Social security', 12.5]];
    expect(said(book(sheet('Sheet1', rows)))[0]).toBe('skip.not-chinese');
  });

  test('no title of a budget table, with the titles that were read', () => {
    const rows = [['职工通讯录一览表'], ['姓名', '电话'], ['某人', '12345678']];
    expect(said(book(sheet('通讯录', rows)))).toEqual(['skip.no-budget-tables', { titles: '「职工通讯录一览表」' }]);
  });

  test('only formatting, over a million cells', () => {
    let looks = 0;
    const blank: Cell = {
      get value() {
        looks += 1;
        return null;
      },
      format: '0.00',
    };
    const rows = Array.from({ length: 65536 }, () => Array<Cell>(16).fill(blank));
    expect(said({ sheets: [{ name: '格式', rows }] })[0]).toBe('skip.no-content');
    expect(looks / (65536 * 16)).toBeLessThanOrEqual(4);
  });
});

describe('templates', () => {
  const blank = (title: string): readonly (readonly GridCell[])[] => [
    [title],
    ['编制部门：', null, null, null, '单位：元'],
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    [205, '教育支出'],
    [20502, '普通教育'],
    ['…', '…'],
    ['合计'],
  ];

  test('tables of a blank template are found and state nothing', () => {
    const workbook = book(sheet('一', blank('2026年部门支出预算总表')), sheet('二', blank('2026年部门一般公共预算支出功能分类预算表')));
    const tables = recogniseTables(workbook);
    expect(tables.map((t) => [t.kind, t.template, t.bodyRows, t.unread.length])).toEqual([
      ['dept-expenditure', true, 3, 0],
      ['general-expenditure', true, 3, 0],
    ]);
    expect(factsOf(workbook, tables)).toMatchObject({ facts: [], labels: [], quantities: [] });
    expect(said(workbook)[0]).toBe('skip.template');
  });

  test('XX in the amounts is no amount', () => {
    const rows = blank('部门支出总表').map((row, i) => (i >= 3 && i !== 5 ? [row[0] ?? null, row[1] ?? null, 'XX', 'XX.XX', '××'] : row));
    const [table] = recogniseTables(book(sheet('一', rows)));
    expect([table?.template, table?.unread]).toEqual([true, []]);
  });

  test('a title that says 样表 is a model, whatever sample figures it holds', () => {
    const rows = [['部门支出总表（样表）'], ['科目编码', '科目名称', '合计', '基本支出'], ['208', '社会保障和就业支出', 100, 90]];
    expect(said(book(sheet('一', rows)))[0]).toBe('skip.template');
  });

  test('an empty table among filled ones is an empty table', () => {
    const filled = [['部门支出总表'], ['科目编码', '科目名称', '合计'], ['208', '社会保障和就业支出', 100.5]];
    const tables = recogniseTables(book(sheet('一', filled), sheet('二', [['政府性基金预算支出表'], ...blank('x').slice(2)])));
    expect(tables.map((t) => t.template ?? false)).toEqual([false, false]);
  });
});
