/** Where no label tells, the figures do: most rows decide, and a broken one is never explained away. */
import { checkWorkbook } from '../../../src/core';
import { factsOf } from '../../../src/core/facts';
import type { Fact, Table } from '../../../src/core/model';
import { recogniseTables } from '../../../src/core/recognise';
import { addressOf } from '../../../src/core/workbook';
import { book, sheet, type GridCell } from '../../support/grid';

function read(rows: readonly (readonly GridCell[])[]): { readonly table: Table; readonly facts: readonly Fact[] } {
  const workbook = book(sheet('表', rows));
  const tables = recogniseTables(workbook);
  expect(tables).toHaveLength(1);
  return { table: tables[0]!, facts: factsOf(workbook, tables).facts };
}

const because = (table: Table): readonly string[] =>
  table.evidence
    .filter((e) => e.what === 'arithmetic')
    .map((e) => `${e.because.id.replace('recognise.arithmetic.', '')} ${Object.values(e.because.data).join(' ')}`);

/** The findings of class mismatch: rule and the stated total's cell. */
function mismatches(rows: readonly (readonly GridCell[])[]): readonly string[] {
  return checkWorkbook(book(sheet('表', rows)))
    .findings.filter((f) => f.class === 'mismatch')
    .map((f) => `${f.rule} ${addressOf(f.cells[0]!.cell)}`);
}

describe('columns', () => {
  const HEAD = ['序号', '预算单位', '项目名称', '合计', '年初特定目标', null, null, '上级专项'];
  const SUB = [null, null, null, null, '小计', '人员性项目', '一般性项目', '提前下达'];
  const rows = (broken: number): readonly (readonly GridCell[])[] => [
    ['项目支出明细表'],
    HEAD,
    SUB,
    [null, null, null, 42, 37, 20, 17, 5],
    [1, '某局', '甲项目', 11, 11, 10, 1, null],
    [2, '某局', '乙项目', 14, 14 + broken, null, 14, null],
    [3, '某局', '丙项目', 5, null, null, null, 5],
    [4, '某局', '丁项目', 12, 12, 10, 2, null],
    [5, '某局', '戊项目', 0, null, null, null, null],
  ];

  test('groups that only their headings name are parts of the total, and of one another', () => {
    const { table, facts } = read(rows(0));
    expect(table.unread).toEqual([]);
    expect(because(table)).toEqual(['column-total E F＋G', 'column-part F E', 'column-part G E', 'column-part H D']);
    expect(facts.filter((f) => f.line === 'grand-total').map((f) => [f.columnLabel, f.nature, f.part ?? null])).toEqual([
      ['合计', 'project', null],
      ['年初特定目标', 'part', ['年初特定目标']],
      ['人员性项目', 'part', ['年初特定目标', '人员性项目']],
      ['一般性项目', 'part', ['年初特定目标', '一般性项目']],
      ['提前下达', 'part', ['上级专项', '提前下达']],
    ]);
    expect(mismatches(rows(0))).toEqual([]);
  });

  test('one broken row among those that agree is the error', () => {
    expect(mismatches(rows(4)).filter((found) => found.startsWith('row-sums'))).toEqual(['row-sums D6', 'row-sums E6']);
  });

  const plain = (head: readonly string[], ...body: readonly (readonly GridCell[])[]): readonly (readonly GridCell[])[] => [
    ['部门支出总表'],
    ['科目编码', '科目名称', ...head],
    ...body,
  ];

  test('a heading nobody knows over the sum of 基本支出 and 项目支出 is the total', () => {
    const { facts, table } = read(
      plain(
        ['经费安排', '基本支出', '项目支出'],
        ['合计', null, 10, 4, 6],
        ['208', '社会保障和就业支出', 7, 3, 4],
        ['210', '卫生健康支出', 3, 1, 2],
      ),
    );
    expect(facts.filter((f) => f.nature === 'all').map((f) => addressOf(f.cell))).toEqual(['C3', 'C4', 'C5']);
    expect(because(table)).toEqual(['column-total C D＋E']);
  });

  test('two rows that agree are chance: the column stays unread and nothing is claimed', () => {
    const { table } = read(plain(['经费安排', '基本支出', '项目支出'], ['合计', null, 10, 4, 6], ['208', '社会保障和就业支出', 10, 4, 6]));
    expect(table.unread.map(addressOf)).toEqual(['C3', 'C4']);
  });

  test('a third part with an unknown heading is added in, and its broken row is found', () => {
    const body = (broken: number): readonly (readonly GridCell[])[] =>
      plain(
        ['合计', '基本支出', '项目支出', '专项安排'],
        ['合计', null, 20, 8, 6, 6],
        ['208', '社会保障和就业支出', 12 + broken, 5, 4, 3],
        ['210', '卫生健康支出', 6, 2, 2, 2],
        ['221', '住房保障支出', 2, 1, null, 1],
      );
    expect(because(read(body(0)).table)).toEqual(['column-part F C']);
    expect(mismatches(body(0))).toEqual([]);
    expect(mismatches(body(9))).toContain('row-sums C4');
  });

  test('an unknown column beside parts that already make up the total is no part', () => {
    const grid = plain(
      ['合计', '基本支出', '项目支出', '其中：政府购买服务'],
      ['合计', null, 20, 8, 12, 6],
      ['208', '社会保障和就业支出', 12, 5, 7, 3],
      ['210', '卫生健康支出', 8, 3, 5, 3],
    );
    const { facts, table } = read(grid);
    expect(table.unread).toEqual([]);
    expect(facts.filter((f) => f.beside).map((f) => addressOf(f.cell))).toEqual(['F3', 'F4', 'F5']);
    expect(mismatches(grid)).toEqual([]);
  });

  test('of two columns that could be the total, the one that adds up is', () => {
    const { facts } = read(
      plain(
        ['金额', '合计', '基本支出', '项目支出'],
        ['合计', null, 99, 20, 8, 12],
        ['208', '社会保障和就业支出', 70, 12, 5, 7],
        ['210', '卫生健康支出', 29, 8, 3, 5],
      ),
    );
    expect(facts.filter((f) => f.nature === 'all' && !f.part).map((f) => f.columnLabel)).toEqual(['合计', '合计', '合计']);
  });
});

describe('rows', () => {
  const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
  test('a nameless row at the bottom that equals the sum of all is the total', () => {
    const { facts, table } = read([
      ['部门支出总表'],
      HEAD,
      ['208', '社会保障和就业支出', 7, 3, 4],
      ['20805', '行政事业单位养老支出', 7, 3, 4],
      ['210', '卫生健康支出', 3, 1, 2],
      [null, null, 10, 4, 6],
    ]);
    expect(facts.filter((f) => f.line === 'grand-total').map((f) => addressOf(f.cell))).toEqual(['C6', 'D6', 'E6']);
    expect(because(table)).toEqual(['row-total 6']);
  });

  test('a name that no list knows over accounts that it adds up is a unit', () => {
    const { facts } = read([
      ['部门支出总表'],
      HEAD,
      ['合计', null, 20, 8, 12],
      [null, '甲片区', 10, 4, 6],
      ['208', '社会保障和就业支出', 7, 3, 4],
      ['210', '卫生健康支出', 3, 1, 2],
      [null, '乙片区', 10, 4, 6],
      ['208', '社会保障和就业支出', 10, 4, 6],
    ]);
    expect(facts.filter((f) => f.nature === 'all').map((f) => [f.line, f.organisation])).toEqual([
      ['grand-total', null],
      ['organisation', '甲片区'],
      ['account', '甲片区'],
      ['account', '甲片区'],
      ['organisation', '乙片区'],
      ['account', '乙片区'],
    ]);
  });

  test('a broken cell does not hide a unit: it is the error, and its only one', () => {
    const grid = (broken: number): readonly (readonly GridCell[])[] => [
      ['部门支出总表'],
      HEAD,
      ['合计', null, 20.25, 8, 12.25],
      [null, '甲片区', 10.25, 4, 6.25],
      ['208', '社会保障和就业支出', 7.25, 3, 4.25],
      ['210', '卫生健康支出', 3, 1, 2],
      [null, '乙片区', 10, 4 + broken, 6],
      ['208', '社会保障和就业支出', 6, 3, 3],
      ['210', '卫生健康支出', 4, 1, 3],
    ];
    expect(mismatches(grid(0))).toEqual([]);
    expect(mismatches(grid(5.5))).toEqual(['functional-rollup D3', 'row-sums C7', 'functional-rollup D7']);
  });

  test('a unit above its own units, known by the sums', () => {
    const grid = (broken: number): readonly (readonly GridCell[])[] => [
      ['部门支出总表'],
      ['单位名称', '合计', '基本支出', '项目支出'],
      ['合计', 20.25, 8, 12.25],
      ['某局', 20.25, 8, 12.25],
      ['某局本级', 10.25, 4, 6.25],
      ['某中心', 10, 4 + broken, 6],
    ];
    expect(mismatches(grid(0))).toEqual([]);
    expect(mismatches(grid(5.5))).toEqual(['functional-rollup C4', 'row-sums B6']);
  });

  test('a nameless row that adds up nothing stays without meaning', () => {
    const { table } = read([
      ['部门支出总表'],
      HEAD,
      ['合计', null, 9, 4, 5],
      ['208', '社会保障和就业支出', 9, 4, 5],
      [null, null, 5, 5, 0],
    ]);
    expect(table.unread.map(addressOf)).toEqual(['C5', 'D5']);
  });

  test('人员经费合计 and 公用经费合计 close the two blocks of a 决算 table', () => {
    const grid = (operating: number): readonly (readonly GridCell[])[] => [
      ['一般公共预算财政拨款基本支出决算表'],
      ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数'],
      ['301', '工资福利支出', 6, '302', '商品和服务支出', 3.25],
      ['30101', '基本工资', 6, '30201', '办公费', 3.25],
      ['303', '对个人和家庭的补助', 1, '310', '资本性支出', 1],
      ['人员经费合计', null, 7, '公用经费合计', null, operating],
    ];
    const { facts } = read(grid(4.25));
    expect(facts.filter((f) => f.line === 'purpose').map((f) => [addressOf(f.cell), f.nature])).toEqual([
      ['C6', 'staff'],
      ['F6', 'operating'],
    ]);
    expect(mismatches(grid(4.25))).toEqual([]);
    expect(mismatches(grid(5.25))).toEqual(['economic-rollup F6']);
  });
});

describe('a code that its place and the sums contradict', () => {
  const grid = (name: string, code: string, amount = 1): readonly (readonly GridCell[])[] => [
    ['部门支出总表'],
    ['科目编码', '科目名称', '合计'],
    ['208', '社会保障和就业支出', 6],
    ['20807', '就业补助', 5],
    ['2080799', '其他就业补助支出', 5],
    ['20808', '抚恤', 1],
    [code, name, amount],
  ];
  const account = (rows: readonly (readonly GridCell[])[]): unknown => read(rows).facts.at(-1)?.account?.code ?? null;

  test('rolls up by place, under the name’s own code or the one with the same last digits', () => {
    expect(account(grid('其他优抚支出', '2080799'))).toBe('2080899');
    expect(account(grid('某项优抚', '2080705'))).toBe('2080805');
    expect(account(grid('其他优抚支出', '208089'))).toBe('2080899');
  });

  test('is one label finding, with no mismatch beside it', () => {
    const { findings } = checkWorkbook(book(sheet('表', grid('其他优抚支出', '2080799'))));
    expect(findings.map((f) => [f.rule, f.class, f.severity, f.cells.map((c) => `${addressOf(c.cell)} ${c.value}`)])).toEqual([
      ['account-code', 'label', 'warning', ['B7 其他优抚支出', 'A7 2080799']],
    ]);
  });

  test('keeps its digits where the sums do not hold by place, and only its place speaks against them', () => {
    expect(account(grid('某项优抚', '2080705', 3))).toBe('2080705');
    expect(account(grid('其他优抚支出', '2080705', 3))).toBe('2080705');
  });

  test.each([3, 0, null])('rolls up by its name and place where another row has the code, whatever the sums say (%s)', (amount) => {
    const rows = [...grid('其他优抚支出', '2080799').slice(0, -1), ['2080799', '其他优抚支出', amount]];
    expect(account(rows)).toBe('2080899');
    const { findings } = checkWorkbook(book(sheet('表', rows)));
    expect(findings.map((f) => [f.rule, f.severity, f.cells.map((c) => addressOf(c.cell))])).toEqual(
      expect.arrayContaining([
        ['functional-rollup', 'error', ['C6', 'C7']],
        ['account-code', 'warning', ['B7', 'A7']],
      ]),
    );
  });
});
