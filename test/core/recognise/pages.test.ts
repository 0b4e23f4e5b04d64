/** A table that a page cut: its next sheet is joined where the columns fit beyond doubt, and the table is marked where not. */
import { checkWorkbook } from '../../../src/core';
import { factsOf } from '../../../src/core/facts';
import { recogniseTables } from '../../../src/core/recognise';
import { addressOf, rangeAddress } from '../../../src/core/workbook';
import { book, sheet, type GridCell } from '../../support/grid';

const FIRST: readonly (readonly GridCell[])[] = [
  ['部门支出总表'],
  ['单位：万元'],
  ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
  ['合计', null, 9.5, 4, 5.5],
  ['208', '社会保障和就业支出', 6, 2, 4],
  ['20805', '行政事业单位养老支出', 6, 2, 4],
];
const REST: readonly (readonly GridCell[])[] = [
  ['210', '卫生健康支出', 3.5, 2, 1.5],
  ['21011', '行政事业单位医疗', 3.5, 2, 1.5],
];

function read(...grids: readonly (readonly (readonly GridCell[])[])[]): {
  readonly tables: readonly string[];
  readonly cells: readonly string[];
  /** Hints left out. */
  readonly findings: readonly string[];
  readonly skipped: readonly string[];
} {
  const workbook = book(...grids.map((rows, i) => sheet(`第${i + 1}页`, rows)));
  const tables = recogniseTables(workbook);
  const result = checkWorkbook(workbook);
  return {
    tables: tables.map(
      (t) => `${t.sheet} ${t.kind} ${t.bodyRows}${(t.continuation ?? []).map((c) => ` + ${c.sheet} ${rangeAddress(c.range)}`).join('')}`,
    ),
    cells: factsOf(workbook, tables)
      .facts.filter((f) => f.nature === 'all')
      .map((f) => `${f.cell.sheet} ${addressOf(f.cell)} ${f.account?.code ?? f.line}`),
    findings: result.findings.filter((f) => f.severity !== 'info').map((f) => f.rule),
    skipped: result.skipped.map((s) => s.reason.id).filter((id) => id.includes('incomplete')),
  };
}

test('the codes go on: one table, each fact in its own cell', () => {
  const joined = read(FIRST, REST);
  expect(joined.tables).toEqual(['第1页 dept-expenditure 5 + 第2页 A1:E2']);
  expect(joined.cells).toEqual(['第1页 C4 grand-total', '第1页 C5 208', '第1页 C6 20805', '第2页 C1 210', '第2页 C2 21011']);
  expect(joined.findings).toEqual([]);
});

test('three pages; a page moved by a blank column', () => {
  const moved = REST.map((row) => row.slice(0));
  expect(read(FIRST, [moved[0]!], [moved[1]!]).tables).toEqual(['第1页 dept-expenditure 5 + 第2页 A1:E1 + 第3页 A1:E1']);
  const wide = FIRST.map((row) => [null, ...row]);
  expect(read(wide, REST).cells.at(-1)).toBe('第2页 C2 21011');
});

test('a title with 续 and a repeated header', () => {
  expect(read(FIRST, [['部门支出总表（续）'], ['单位：万元'], FIRST[2]!, ...REST]).tables).toEqual([
    '第1页 dept-expenditure 5 + 第2页 A1:E5',
  ]);
});

test.each([
  ['the header', [FIRST[2]!]],
  ['title, unit and header', FIRST.slice(0, 3)],
  ['the title', FIRST.slice(0, 1)],
  ['title and unit', FIRST.slice(0, 2)],
])('%s once more, without 续', (_, head) => {
  const { tables, findings } = read(FIRST, [...head, ...REST]);
  expect(tables).toEqual([`第1页 dept-expenditure 5 + 第2页 A1:E${head.length + 2}`]);
  expect(findings).toEqual([]);
});

test('the same table of another unit is another table', () => {
  expect(read(FIRST, FIRST).tables).toEqual(['第1页 dept-expenditure 3', '第2页 dept-expenditure 3']);
});

test('a list of projects without codes goes on where many columns fit', () => {
  const list = [
    ['项目支出预算表'],
    ['单位：万元'],
    ['单位名称', '项目名称', '合计', '一般公共预算', '政府性基金预算'],
    ['合计', null, 9.5, 4, 5.5],
    ['某局', '办案费', 6, 2, 4],
  ];
  const rest = [['某局', '培训费', 3.5, 2, 1.5]];
  const joined = ['第1页 project-list 3 + 第2页 A1:E1'];
  expect(read(list, rest)).toMatchObject({ tables: joined, findings: [] });
  expect(read(list, [list[2]!, ...rest])).toMatchObject({ tables: ['第1页 project-list 3 + 第2页 A1:E2'], findings: [] });
});

test('the lines that close a two-sided table', () => {
  const first = [
    ['收入支出决算总表'],
    ['收入', null, '支出'],
    ['项目', '决算数', '项目', '决算数'],
    ['一、事业收入', 5, '一、教育支出', 4],
    ['本年收入合计', 5, '本年支出合计', 4],
  ];
  const { tables, findings } = read(first, [
    ['年初结转和结余', 1, '年末结转和结余', 2],
    ['总计', 6, '总计', 6],
  ]);
  expect(tables).toEqual(['第1页 dept-summary 4 + 第2页 A1:D2']);
  expect(findings).toEqual([]);
  const blank = read(first, [['其他收入'], ['年初结转和结余', 1, '年末结转和结余', 2], ['总计', 6, '总计', 6]]);
  expect(blank.tables).toEqual(['第1页 dept-summary 5 + 第2页 A1:D3']);
});

test('columns that do not fit: the table is marked, and nothing is claimed of its sums', () => {
  const { tables, findings, skipped } = read(FIRST, [
    ['210', 3.5, '卫生健康支出', 2],
    ['21011', 3.5, '行政事业单位医疗', 2],
  ]);
  expect(tables[0]).toBe('第1页 dept-expenditure 3');
  expect(findings).toEqual([]);
  expect(skipped.length).toBeGreaterThan(0);
});

test('a sheet with a title, a note or running text continues nothing', () => {
  const other = [['一般公共预算支出表'], ...FIRST.slice(1)];
  expect(read(FIRST, other).tables).toEqual(['第1页 dept-expenditure 3', '第2页 general-expenditure 3']);
  expect(read(FIRST, [['备注：本表数据以万元为单位。']]).tables).toEqual(['第1页 dept-expenditure 3', '第2页 other 0']);
});
