import { BUILT_IN_CATALOGUE, parseAccountList, rowsOfCsv, rowsOfWorkbook, withUserAccounts } from '../../../src/core/accounts';
import { checkWorkbook } from '../../../src/core';
import { book, sheet } from '../../support/grid';

const listOf = (text: string): ReturnType<typeof parseAccountList> => parseAccountList(rowsOfCsv(text));
const brief = (text: string): readonly string[] =>
  listOf(text).entries.map(({ scheme, code, name, fromYear }) => [scheme, code, name, fromYear ?? '-'].join(' '));

describe('a list of accounts', () => {
  test.each([
    ['two columns without headings', '208,社会保障\n30201,办公费\n', ['functional 208 社会保障 -', 'economic-dept 30201 办公费 -']],
    ['headings in another order', '科目名称,科目编码\n社会保障,208', ['functional 208 社会保障 -']],
    ['a title, headings, a year', '某局科目表\n\n编码,名称,启用年度\n208,社会保障,2024年', ['functional 208 社会保障 2024']],
    ['English headings', 'code,name,from\n50201,办公经费,2018', ['economic-gov 50201 办公经费 2018']],
    [
      'tabs, Windows lines, a byte order mark',
      '\ufeff208\t社会保障\r\n20805\t养老\r\n',
      ['functional 208 社会保障 -', 'functional 20805 养老 -'],
    ],
    ['quotes and a comma in a name', '2080801,"死亡抚恤,含""烈士"""', ['functional 2080801 死亡抚恤,含"烈士" -']],
    ['full-width digits and separators', '２０８，社会保障\n208.05，养老', ['functional 208 社会保障 -', 'functional 20805 养老 -']],
    ['the same line twice', '208,社会保障\n208,社会保障', ['functional 208 社会保障 -']],
    ['two names from two years', '208,甲,2020\n208,乙,2024', ['functional 208 甲 2020', 'functional 208 乙 2024']],
  ])('%s', (_, text, expected) => {
    expect(listOf(text).problems).toEqual([]);
    expect(brief(text)).toEqual(expected);
  });

  test.each([
    ['a code of no classification', '208,甲\n2080,乙', { id: 'accounts.bad-code', data: { line: '2', code: '2080' } }],
    ['a line without a name', '208,甲\n\n20805,', { id: 'accounts.no-name', data: { line: '3', code: '20805' } }],
    ['a line without a code', '208,甲\n,乙', { id: 'accounts.no-code', data: { line: '2' } }],
    ['a year that is none', '208,甲,去年', { id: 'accounts.bad-year', data: { line: '1', code: '208', year: '去年' } }],
    ['two names for one code', '208,甲\n208,乙', { id: 'accounts.repeated', data: { line: '2', code: '208', earlier: '1' } }],
    ['nothing that is a code', '你好\n再见', { id: 'accounts.empty', data: {} }],
    ['nothing', '', { id: 'accounts.empty', data: {} }],
  ])('%s is told with its line', (_, text, problem) => {
    expect(listOf(text).problems).toEqual([problem]);
  });

  test('is read from the first visible sheet of a workbook that holds anything', () => {
    const workbook = book(
      sheet('旧', [[208, '旧名']], { hidden: true }),
      sheet('空', []),
      sheet('科目', [['科目编码', '科目名称'], [], [208, '社会保障'], ['20805', '养老']]),
    );
    expect(parseAccountList(rowsOfWorkbook(workbook)).entries.map(({ code, name }) => `${code} ${name}`)).toEqual([
      '208 社会保障',
      '20805 养老',
    ]);
  });
});

describe('a bureau’s list over the built-in one', () => {
  const catalogue = withUserAccounts(listOf('2080199,本局其他事务\n2089901,本局专项\n20805,行政单位养老,2025').entries, BUILT_IN_CATALOGUE);

  test('names what it lists, with its evidence; the rest stays', () => {
    expect(catalogue.nameOf({ scheme: 'functional', code: '2080199' })).toEqual({ name: '本局其他事务', evidence: 'user-list' });
    expect(catalogue.nameOf({ scheme: 'functional', code: '208' })).toEqual({ name: '社会保障和就业支出', evidence: 'real-doc' });
    expect(catalogue.functionalByName('本局专项')).toBe('2089901');
    expect(catalogue.functionalByName('社会保障和就业支出')).toBe('208');
  });

  test('a name from a year on leaves the earlier years theirs', () => {
    const account = { scheme: 'functional', code: '20805' } as const;
    expect([2019, 2020, 2024, 2025, null].map((year) => catalogue.nameOf(account, year)?.name)).toEqual([
      '行政事业单位离退休',
      '行政事业单位养老支出',
      '行政事业单位养老支出',
      '行政单位养老',
      '行政单位养老',
    ]);
    expect(catalogue.formerNameOf(account, '行政事业单位养老支出')).toMatchObject({ name: '行政单位养老', fromYear: 2025 });
  });

  test('the built-in catalogue is as it was', () => {
    expect(BUILT_IN_CATALOGUE.functionalByName('本局专项')).toBeNull();
  });
});

describe('in a check', () => {
  const summary = sheet('表一', [
    ['2024年部门收支总表'],
    [null, null, null, '单位：万元'],
    ['收入', '预算数', '支出', '预算数'],
    ['一般公共预算拨款收入', 5, '本局专项支出', 5],
    ['收入总计', 5, '支出总计', 5],
  ]);

  test('a name that only the bureau knows leads to its code', () => {
    const catalogue = withUserAccounts(listOf('208,本局专项支出').entries, BUILT_IN_CATALOGUE);
    const codeIn = (options: Parameters<typeof checkWorkbook>[1]): string | undefined =>
      checkWorkbook(book(summary), options)
        .tables[0]?.panels[1]?.rows.map(({ account }) => account?.code)
        .find((code) => code !== undefined);
    expect(codeIn({ catalogue })).toBe('208');
    expect(codeIn({})).toBeUndefined();
  });

  const table = (name: string, year: number, account: string) =>
    sheet(name, [
      [`${year}年${name}`],
      [null, null, null, null, '单位：万元'],
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['20805', account, 1, 1, null],
    ]);
  const names = (workbook: ReturnType<typeof book>, options: Parameters<typeof checkWorkbook>[1] = {}): readonly string[] =>
    checkWorkbook(workbook, options)
      .findings.filter(({ rule }) => rule === 'account-names')
      .map(({ left, right }) => `${left} ≠ ${right}`);

  test('the writing of the bureau’s list is the right one, even against most tables', () => {
    const workbook = book(
      table('部门支出总表', 2024, '养老支出'),
      table('一般公共预算支出表', 2024, '养老'),
      table('一般公共预算财政拨款支出表', 2024, '养老'),
    );
    const catalogue = withUserAccounts(listOf('20805,养老支出').entries, BUILT_IN_CATALOGUE);
    expect(names(workbook)[0]).toBe('养老 ≠ 养老支出');
    expect(names(workbook, { catalogue })).toEqual(['养老支出 ≠ 养老', '养老支出 ≠ 养老']);
  });

  test('tables of two years may have the names of their years, not each other’s', () => {
    const before = table('一般公共预算支出表', 2019, '行政事业单位离退休');
    expect(names(book(table('部门支出总表', 2020, '行政事业单位养老支出'), before))).toEqual([]);
    expect(names(book(table('部门支出总表', 2019, '行政事业单位养老支出'), before))).toHaveLength(1);
  });

  test('a name that has passed from one account to another means the account of the table’s year', () => {
    const catalogue = withUserAccounts(
      listOf(
        ['208,甲类支出,2015', '208,乙类支出,2022', '210,甲类支出,2022', '30201,丙费,2015', '30201,丁费,2022', '30202,丙费,2022'].join('\n'),
      ).entries,
      BUILT_IN_CATALOGUE,
    );
    const codes = (year: string, heading = '预算数'): readonly (string | undefined)[] =>
      checkWorkbook(
        book(
          sheet('一', [
            [`${year}部门收支总表`],
            ['收入', heading, '支出', heading],
            ['一般公共预算拨款收入', 5, '甲类支出', 5],
            ['收入总计', 5, '支出总计', 5],
          ]),
          sheet('二', [
            [`${year}一般公共预算基本支出表`],
            ['部门预算支出经济分类科目名称', heading],
            ['合计', 5],
            ['商品和服务支出', 5],
            ['丙费', 5],
          ]),
        ),
        { catalogue },
      )
        .tables.flatMap((found) => found.panels.flatMap(({ rows }) => rows.flatMap(({ account }) => account ?? [])))
        .map(({ code }) => code);
    expect(codes('2021年')).toEqual(['208', '302', '30201']);
    expect(codes('2023年')).toEqual(['210', '302', '30202']);
    expect(codes('', '2021年预算数')).toEqual(['208', '302', '30201']);
  });
});
