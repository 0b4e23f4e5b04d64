/** How are titles, codes and the reasons of empty tables written? */
import { checkWorkbook } from '../../../src/core';
import { book, sheet, type GridCell } from '../../support/grid';
import { brief, one } from '../../support/oneTable';

describe('how codes are written', () => {
  const codes = (...rows: readonly (readonly GridCell[])[]): readonly string[] =>
    brief(one([['部门支出总表'], ['科目编码', '科目名称', '合计'], ...rows]).facts, (f) => f.account?.code);
  const expected = ['C3 208', 'C4 20805', 'C5 2080505'];

  test.each([
    ['filled up with zeros', '2080000', '2080500', '2080505'],
    ['with dashes', '208', '208-05', '208-05-05'],
    ['with dots', '208', '208.05', '208.05.05'],
  ])('%s', (_, ...[first, second, third]) => {
    expect(
      codes(
        [first ?? '', '社会保障和就业支出', 6],
        [second ?? '', '行政事业单位养老支出', 6],
        [third ?? '', '机关事业单位基本养老保险缴费支出', 6],
      ),
    ).toEqual(expected);
  });

  test.each([
    ['in the column of names', (code: string, name: string): GridCell[] => [null, `[${code}]${name}`, 6]],
    ['in the column of codes, with dashes', (code: string, name: string): GridCell[] => [`${code} ${name}`, null, 6]],
  ])('before the name, %s', (_, row) => {
    const rows = [row('208', '社会保障和就业支出'), row('208-05', '行政事业单位养老支出'), row('208-05-05', '基本养老保险缴费支出')];
    expect(codes(...rows)).toEqual(expected);
  });

  test('numbers down an unheaded column are no amounts', () => {
    const { table } = one([
      ['部门支出总表'],
      [null, '科目编码', '科目名称', '合计'],
      [1, null, '合计', 6],
      [2, '205', '教育支出', 4],
      [3, '208', '社会保障和就业支出', 2],
    ]);
    expect(table.panels[0]?.columns.map(({ role }) => role)).toEqual(['ordinal', 'code', 'name', 'amount']);
    expect(table.unread).toEqual([]);
  });
});

describe('an empty table says why', () => {
  test.each([
    '本部门无政府性基金预算支出',
    '我局2025年没有使用政府性基金预算拨款安排的支出，故本表为空',
    '2025年未安排政府性基金支出',
    '本表无数据',
    '空表',
    '无',
  ])('%s', (sentence) => {
    for (const rows of [[], [['合计', null, 0, 0, 0]]]) {
      const { table } = one([['政府性基金预算支出表'], ['科目编码', '科目名称', '合计', '基本支出', '项目支出'], ...rows, [sentence]]);
      expect([table.kind, table.bodyRows, table.notes]).toEqual(['gov-fund', rows.length, [sentence]]);
    }
  });
});

test.each([
  [[['2025年部门支出总体情况']], 'dept-expenditure'],
  [[['公开05表'], ['2025年一般公共预算支出']], 'general-expenditure'],
  [[['2025年政府性基金预算支出情况'], ['单位：万元']], 'gov-fund'],
])('a title without 表: %j', (caption, kind) => {
  const { table } = one([...caption, ['科目编码', '科目名称', '合计'], ['208', '社会保障和就业支出', 6]]);
  expect([table.kind, table.title, table.mappedRows]).toEqual([kind, caption.flat().find((line) => line.startsWith('2025')), 1]);
});

test('names without codes: what the catalogue does not list, or lists under several accounts, is part of what it is indented below', () => {
  const { table, facts } = one([
    ['部门支出总表'],
    ['科目名称', '合计'],
    ['合计', 12],
    ['社会保障和就业支出', 4],
    ['　行政事业单位养老支出', 4],
    ['　　机关事业单位基本养老保险缴费支出', 4],
    ['农林水支出', 8],
    ['　林草事务', 8],
    ['　　行政运行', 5],
    ['　　某某培育', 3],
    ['卫生健康支出', null],
    ['　行政事业单位医疗', null],
  ]);
  const labels = new Map(facts.map((f) => [f.row, f.label]));
  expect(table.unread).toEqual([]);
  expect(brief(facts, (f) => `${f.account?.code ?? '-'} ${labels.get(f.parent ?? '') ?? '-'}`)).toEqual([
    'B3 - -',
    'B4 208 合计',
    'B5 20805 社会保障和就业支出',
    'B6 2080505 行政事业单位养老支出',
    'B7 213 合计',
    'B8 - 农林水支出',
    'B9 - 林草事务',
    'B10 - 林草事务',
  ]);
});

test('two years of “三公”经费 below one another, and by how much they differ: a comparison is no amount', () => {
  const { table, facts } = one([
    ['“三公”经费支出预算表'],
    ['年度', '合计', '因公出国（境）费', '公务接待费'],
    ['2024年', 12, 9, 3],
    ['2025年', 10, 8, 2],
    ['增减额', -2, -1, -1],
    ['增减%', -16.67, -11.11, -33.33],
  ]);
  expect(brief(facts, (f) => `${f.item} ${f.year}`)).toEqual([
    'B3 three-public-total last',
    'C3 abroad last',
    'D3 reception last',
    'B4 three-public-total current',
    'C4 abroad current',
    'D4 reception current',
  ]);
  expect(table.unread).toHaveLength(6);
});

describe('rows between the accounts and their total', () => {
  const errors = (...rows: readonly (readonly GridCell[])[]): readonly string[] =>
    checkWorkbook(book(sheet('表', rows)))
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ rule, left, right }) => `${rule} ${left} ≠ ${right}`);

  test('其中：上年结转 is in the accounts already', () => {
    const table = (total: number): readonly string[] =>
      errors(
        ['部门支出总表'],
        ['科目编码', '科目名称', '合计'],
        ['合计', null, total],
        ['其中：上年结转', null, 5],
        ['205', '教育支出', 30],
        ['208', '社会保障和就业支出', 20],
      );
    expect(table(50)).toEqual([]);
    expect(table(55)).toEqual(['functional-rollup 55 ≠ 50']);
  });

  test('人员经费合计 and 公用经费合计 below all accounts, beside columns of the same names', () => {
    const table = (total: number): readonly string[] =>
      errors(
        ['一般公共预算基本支出表'],
        ['科目编码', '科目名称', '基本支出', '人员经费', '公用经费'],
        ['301', '工资福利支出', 60, 60, null],
        ['302', '商品和服务支出', 20, null, 20],
        ['人员经费合计', null, 60, 60, null],
        ['公用经费合计', null, 20, null, 20],
        ['总计', null, total, 60, 20],
      );
    expect(table(80)).toEqual([]);
    expect(table(82)).toContain('economic-rollup 82 ≠ 80');
  });
});

test('amounts that state their own unit are no headings: nothing is claimed of the codes beside them, and each is told as unread', () => {
  const rows: readonly (readonly GridCell[])[] = [
    ['2024年部门支出总表'],
    ['单位：万元'],
    ['科目编码', '科目名称', '合计'],
    ['合计', null, '6.00万元'],
    ['208', '社会保障和就业支出', '6.00万元'],
    ['20805', '行政事业单位养老支出', '6.00万元'],
    ['2080501', '行政单位离退休', '4.00万元'],
    ['2080502', '事业单位离退休', '2.00万元'],
  ];
  const { findings, tables } = checkWorkbook(book(sheet('表三', rows)));
  expect(findings).toEqual([]);
  expect(tables.map(({ unread }) => unread.length)).toEqual([5]);
});

test('款 and 项 written with their own two digits in one column: nobody is told whose parts they are, so nothing is claimed', () => {
  const rows: readonly (readonly GridCell[])[] = [
    ['2024年部门支出总表'],
    ['单位：万元'],
    ['科目编码', '科目名称', '合计'],
    ['合计', null, 10],
    ['205', '教育支出', 6],
    ['02', '普通教育', 6],
    ['01', '学前教育', 2],
    ['02', '小学教育', 4],
    ['208', '社会保障和就业支出', 4],
    ['05', '行政事业单位养老支出', 4],
    ['05', '机关事业单位基本养老保险缴费支出', 4],
  ];
  const { findings, tables } = checkWorkbook(book(sheet('表三', rows)));
  expect(findings.filter(({ rule }) => rule !== 'account-depth')).toEqual([]);
  expect(tables.map(({ unread }) => unread.length)).toEqual([5]);
});
