/** Rules of tables on little sheets: what is right stays silent, what is wrong is said once and by the rule that knows it. */
import { checkWorkbook } from '../../../src/core';
import type { Sheet } from '../../../src/core/workbook';
import { verdictOf } from '../../support/examples';
import { book, sheet, type GridCell } from '../../support/grid';

type Rows = readonly (readonly GridCell[])[];

const table = (title: string, rows: Rows): Sheet => sheet(title, [[title], ['单位：万元'], ...rows]);
const text = (...paragraphs: readonly string[]): Sheet => ({
  ...sheet(
    '预算说明',
    paragraphs.map((paragraph) => [paragraph]),
  ),
  text: true,
});

const check = (...sheets: readonly Sheet[]) => checkWorkbook(book(...sheets));

/** What one rule says, `提示：80 ≠ 100`. */
const said = (rule: string, ...sheets: readonly Sheet[]): readonly string[] =>
  check(...sheets)
    .findings.filter((finding) => finding.rule === rule)
    .map(verdictOf);

const skips = (rule: string, ...sheets: readonly Sheet[]): readonly string[] =>
  check(...sheets)
    .skipped.filter((entry) => entry.rule === rule)
    .map(({ reason }) => reason.id);

const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'] as const;

test('the tables that a rule misses are told together', () => {
  const expenditure = table('2024年部门支出总表', [HEAD, [null, '合计', 3, 1, 2], ['208', '社会保障和就业支出', 3, 1, 2]]);
  const missing = check(expenditure).skipped.filter(
    ({ rule, reason }) => rule === 'project-economic' && reason.id === 'skip.table-missing',
  );
  expect(missing.map(({ reason }) => reason.data)).toEqual([{ kind: 'general-expenditure,general-project,general-project-gov' }]);
});

describe('last year’s column', () => {
  const general = (lastYearOf208: number): Sheet =>
    table('2024年一般公共预算支出表', [
      ['科目编码', '科目名称', '2023年预算数', '2024年预算数', null, null],
      [null, null, null, '合计', '基本支出', '项目支出'],
      [null, '合计', 90, 100, 100, null],
      ['208', '社会保障和就业支出', lastYearOf208, 100, 100, null],
      ['20801', '人力资源和社会保障管理事务', 40, 50, 50, null],
      ['20805', '行政事业单位养老支出', 50, 50, 50, null],
    ]);

  test('adds up like this year’s', () => {
    expect(said('functional-rollup', general(90))).toEqual([]);
    expect(said('functional-rollup', general(80))).toEqual(['错误：90 ≠ 80', '错误：80 ≠ 90']);
  });
});

describe('tables without a 合计 row', () => {
  const summary = table('部门收支总表', [
    ['收入', null, '支出', null],
    ['项目', '预算数', '项目', '预算数'],
    ['一、一般公共预算拨款收入', 100, '一、社会保障和就业支出', 100],
    ['二、政府性基金预算拨款收入', 20, '二、城乡社区支出', 20],
    ['三、事业收入', 5, '三、教育支出', 5],
    ['收入总计', 125, '支出总计', 125],
  ]);
  const all = table('部门支出总表', [
    [...HEAD],
    ['合计', null, 125, 100, 25],
    ['205', '教育支出', 5, null, 5],
    ['208', '社会保障和就业支出', 100, 100, null],
    ['212', '城乡社区支出', 20, null, 20],
  ]);
  const general = (amount: number): Sheet => table('一般公共预算支出表', [[...HEAD], ['208', '社会保障和就业支出', amount, amount, null]]);
  const fund = table('政府性基金预算支出表', [[...HEAD], ['2120803', '城市建设支出', 20, null, 20]]);
  const errors = (...sheets: readonly Sheet[]): readonly string[] =>
    check(...sheets).findings.flatMap((finding) => (finding.severity === 'error' ? [`${finding.rule} ${verdictOf(finding)}`] : []));

  test('are counted with what they list', () => {
    expect(errors(summary, all, general(100), fund)).toEqual([]);
  });

  test('and laid against the others by it', () => {
    expect(errors(summary, all, general(90), fund)).toContain('summary-general 错误：15 ≠ 5');
  });
});

describe('a column of changes', () => {
  const general = (...changes: readonly (number | null)[]): Sheet =>
    table('2024年一般公共预算支出表', [
      ['科目编码', '科目名称', '2023年预算数', '2024年预算数', '比上年增减', null],
      [null, null, null, null, '增减额', '增减%'],
      [null, '合计', 90, 100, changes[0] ?? null, 11.11],
      ['205', '教育支出', 30, 35, changes[1] ?? null, 16.67],
      ['208', '社会保障和就业支出', 40, 38, changes[2] ?? null, -5],
      ['210', '卫生健康支出', 20, 27, changes[3] ?? null, 35],
    ]);

  test.each<[string, readonly (number | null)[], readonly string[]]>([
    ['this year less last year', [10, 5, -2, 7], []],
    ['one row is not', [10, 5, 2, 7], ['警告：2 ≠ -2']],
    ['most rows are not: it compares something else', [110, 15, -2, 70], []],
    ['nobody filled it in', [null, null, null, null], []],
  ])('%s', (_, changes, expected) => {
    expect(said('change-columns', general(...changes))).toEqual(expected);
  });
});

describe('procurement', () => {
  const items = (works: number | null, general: number): Sheet =>
    table('政府采购预算表', [
      ['项目', '合计', '一般公共预算拨款收入', '事业收入'],
      ['合计', 100, general, 100 - general],
      ['货物', 40, 40, null],
      ['工程', works, works, null],
      ['服务', 50, 40, 10],
    ]);

  test('goods, works and services in every column of money', () => {
    expect(said('procurement-items', items(10, 90))).toEqual([]);
    expect(said('procurement-items', items(null, 90))).toEqual(['错误：100 ≠ 90', '错误：90 ≠ 80']);
  });

  const goods = (count: number, price: number, amount: number): Sheet =>
    table('政府采购预算表', [
      ['项目名称', '采购物品名称', '数量', '单价', '采购金额'],
      ['合计', null, null, null, amount],
      ['办案费', '复印纸', count, price, amount],
    ]);

  test.each<[string, readonly [number, number, number], readonly string[]]>([
    ['exact', [25, 0.2, 5], []],
    ['rounded to the digits of the amount', [3, 0.33, 1], ['提示：1 ≠ 0.99']],
    ['a digit dropped', [25, 2.5, 6.25], ['错误：6.25 ≠ 62.50']],
    ['a blank amount says nothing', [0, 0, 0], []],
  ])('quantity × price: %s', (_, [count, price, amount], expected) => {
    expect(said('procurement-price', goods(count, price, amount))).toEqual(expected);
  });
});

describe('prices in 元 beside amounts in 万元', () => {
  const goods = (heading: string, ...rows: readonly (readonly [count: number, price: number, amount: number])[]): Sheet =>
    table('政府采购预算表', [
      ['项目名称', '采购物品名称', '数量', heading, '采购金额'],
      ...rows.map(([count, price, amount], i): readonly GridCell[] => [`项目${i + 1}`, '台式机', count, price, amount]),
    ]);

  test.each<[string, Sheet, readonly string[]]>([
    ['the heading says so', goods('单价（元）', [10, 5000, 5]), []],
    ['the heading says so, and a digit is dropped', goods('单价（元）', [10, 5000, 50]), ['错误：50 ≠ 5']],
    ['most rows say so', goods('单价', [10, 5000, 5], [2, 30000, 6], [4, 25000, 100]), ['错误：100 ≠ 10']],
    ['no row holds: the columns mean something else', goods('单价', [1, 7, 50], [2, 8, 60], [3, 9, 70]), []],
  ])('%s', (_, grid, expected) => {
    expect(said('procurement-price', grid)).toEqual(expected);
  });
});

describe('“三公” by unit', () => {
  const tables = (reception: number): readonly Sheet[] => [
    table('“三公”经费支出预算表', [
      ['单位编码', '单位名称', '合计', '因公出国(境)费', '公务用车购置及运行费', null, null, '公务接待费'],
      [null, null, null, null, '小计', '购置费', '运行费', null],
      [null, '合计', 30, null, null, null, null, 30],
      ['139001', '某某局', reception, null, null, null, null, reception],
      ['139002', '就业服务中心', 30 - reception, null, null, null, null, 30 - reception],
    ]),
    table('一般公共预算基本支出预算表', [
      ['科目编码', null, '单位代码', '单位名称（科目）', '合计', '人员经费', '公用经费'],
      ['类', '款', null, null, null, null, null],
      [null, null, null, '合计', 30, null, 30],
      [null, null, '139001', '某某局', 20, null, 20],
      [null, null, '302', '商品和服务支出', 20, null, 20],
      ['302', '17', '30217', '公务接待费', 20, null, 20],
      [null, null, '139002', '就业服务中心', 10, null, 10],
      [null, null, '302', '商品和服务支出', 10, null, 10],
      ['302', '17', '30217', '公务接待费', 10, null, 10],
    ]),
  ];

  test('each unit’s item covers what its own accounts spend', () => {
    expect(said('three-public-economic', ...tables(20))).toEqual([]);
    expect(said('three-public-economic', ...tables(10))).toEqual(['错误：10 ＜ 20']);
  });
});

describe('account codes', () => {
  const rows = (...accounts: readonly (readonly [string, string])[]): Sheet =>
    table('2024年部门支出总表', [
      HEAD,
      [null, '合计', accounts.length, accounts.length, null],
      ...accounts.map(([code, name]) => [code, name, 1, 1, null]),
    ]);

  test.each<[string, string, Sheet, readonly string[]]>([
    [
      'leaves only: no parent is missing',
      'account-parents',
      rows(['2080101', '行政运行'], ['2080505', '机关事业单位基本养老保险缴费支出']),
      [],
    ],
    [
      'the same name twice: a heading may be missing',
      'account-duplicates',
      rows(['2080101', '行政运行'], ['2080101', '行政运行']),
      ['提示：2080101 行政运行 ≠ 2080101 行政运行'],
    ],
    ['a former name in its own time', 'account-listed', rows(['210', '卫生健康支出']), []],
    [
      'a former name afterwards',
      'account-listed',
      rows(['210', '医疗卫生与计划生育支出']),
      ['提示：210 医疗卫生与计划生育支出 ≠ 卫生健康支出'],
    ],
    ['类 only', 'account-depth', rows(['208', '社会保障和就业支出']), ['提示：208 ≠ 项']],
  ])('%s', (_, rule, grid, expected) => {
    expect(said(rule, grid)).toEqual(expected);
  });

  test('an unknown account among known ones; of a 款 that the list does not cover nothing is said', () => {
    const grid = rows(['2080177', '新设的某项支出'], ['2130205', '森林资源培育']);
    expect(said('account-listed', grid)).toEqual(['提示：2080177 新设的某项支出 ≠']);
    expect(skips('account-listed', grid)).toEqual(['skip.accounts-beyond-list']);
  });

  test('a unit’s account is no repetition of another unit’s', () => {
    const grid = table('2024年部门支出总表', [
      ['单位代码', '单位名称（科目）', '科目编码', '合计', '基本支出', '项目支出'],
      [null, '合计', null, 2, 2, null],
      ['139001', '某某局', null, 1, 1, null],
      [null, '行政运行', '2080101', 1, 1, null],
      ['139002', '就业服务中心', null, 1, 1, null],
      [null, '行政运行', '2080101', 1, 1, null],
    ]);
    expect(said('account-duplicates', grid)).toEqual([]);
  });
});

describe('performance forms', () => {
  const form = (...indicators: readonly (readonly [name: string, unit: string, value: number, weight: number | null])[]): Sheet =>
    sheet('项目绩效', [
      ['2024年项目绩效目标表'],
      ['单位：万元'],
      ['项目名称', '培训项目', '实施单位', '区人社局'],
      ['当年预算', 4],
      ['一级指标', '指标名称', '指标权重', '计量单位', '指标性质', '指标值'],
      ...indicators.map(([name, unit, value, weight]) => ['产出指标', name, weight, unit, '≥', value]),
    ]);

  test.each<[string, Sheet, readonly string[], readonly string[]]>([
    ['100', form(['人次', '人次', 5, 60], ['合格率', '%', 95, 40]), [], []],
    ['90, with 10 kept for the execution of the budget', form(['人次', '人次', 5, 50], ['合格率', '%', 95, 40]), [], []],
    ['80', form(['人次', '人次', 5, 40], ['合格率', '%', 95, 40]), ['提示：80 ≠ 100'], []],
    [
      '80, and one is not stated',
      form(['人次', '人次', 5, 40], ['合格率', '%', 95, 40], ['及时率', '%', 95, null]),
      [],
      ['skip.weight-missing'],
    ],
  ])('weights: %s', (_, grid, expected, skipped) => {
    expect(said('performance-weights', grid)).toEqual(expected);
    expect(skips('performance-weights', grid)).toEqual(skipped);
  });

  test.each<[string, number, readonly string[]]>([
    ['满意度', 95, []],
    ['培训合格率', 1000, ['警告：1000 ≠ 100']],
    ['就业人数增长率', 120, []],
    ['培训场次', 1000, []],
  ])('rates: %s %d', (name, value, expected) => {
    expect(said('performance-rates', form([name, '%', value, 100]))).toEqual(name === '培训场次' ? [] : expected);
  });

  const list = (unit: string): Sheet =>
    table('项目支出明细表', [
      ['单位名称', '项目名称', '合计'],
      [null, '合计', 4],
      [unit, '培训项目', 4],
    ]);

  test.each<[string, readonly string[]]>([
    ['某某市某某区人力资源和社会保障局（本级）', []],
    ['区人社局', []],
    ['就业服务中心', ['警告：区人社局 ≠ 就业服务中心']],
  ])('the implementing unit: 区人社局 and %s', (unit, expected) => {
    expect(said('performance-units', form(['人次', '人次', 5, 100]), list(unit))).toEqual(expected);
  });
});

describe('disclosure', () => {
  const summary = table('部门收支总表', [
    ['收入', '预算数', '支出', '预算数'],
    ['收入总计', 100, '支出总计', 100],
  ]);
  const fund = (note?: string): Sheet =>
    table('政府性基金预算支出表', [HEAD, [null, '合计', null, null, null], ...(note === undefined ? [] : [[note]])]);

  test.each<[string, readonly Sheet[], readonly string[]]>([
    ['an empty table that says nothing', [fund()], ['提示：政府性基金预算支出表 ≠']],
    ['a note below it', [fund('备注：本部门无政府性基金预算，因此本表无数据。')], []],
    ['a sentence of the text', [fund(), text('2024年部门预算情况说明', '本部门2024年没有使用政府性基金预算拨款安排的支出。')], []],
  ])('%s', (_, sheets, expected) => {
    expect(said('empty-table', summary, ...sheets)).toEqual(expected);
  });

  const contents = (...titles: readonly string[]): Sheet =>
    sheet('目录', [['目录'], ['编号', '表名'], ...titles.map((title, i): readonly GridCell[] => [i + 1, title])]);

  test.each<[string, readonly string[], readonly string[]]>([
    ['every table is there, whatever stands before its title', ['一、2024年某某区部门收支预算总表'], []],
    ['one is missing', ['部门收支总表', '部门收入总表'], ['提示：部门收入总表 ≠']],
    ['sections of the text are no tables', ['第一部分 部门概况', '部门收支总表', '名词解释'], []],
    ['the contents of another document', ['政府采购预算表'], []],
  ])('contents: %s', (_, titles, expected) => {
    expect(said('contents-tables', contents(...titles), summary)).toEqual(expected);
  });
});

describe('final accounts', () => {
  const accounts = (closing: number, allotted: number | null): Sheet =>
    table('2024年度收入支出决算总表', [
      ['收入', null, '支出', null],
      ['项目', '决算数', '项目', '决算数'],
      ['一、一般公共预算财政拨款收入', 90, '一、社会保障和就业支出', 95],
      ['二、事业收入', 10, null, null],
      ['本年收入合计', 100, '本年支出合计', 95],
      ['使用非财政拨款结余（含专用结余）', 2, '结余分配', allotted],
      ['年初结转和结余', 8, '年末结转和结余', closing],
      ['总计', 110, '总计', 110],
    ]);

  test('total = this year + 使用非财政拨款结余 + 年初结转 = spent + 结余分配 + 年末结转', () => {
    expect(check(accounts(12, 3)).findings).toEqual([]);
    expect(said('side-sums', accounts(12, null))).toEqual(['错误：110 ≠ 107']);
    expect(said('side-sums', accounts(21, 3))).toEqual(['错误：110 ≠ 119']);
  });

  const flow = (opening: number, allotted: number | null, closing: number): Sheet =>
    table('2024年度收入支出决算表', [
      ['科目编码', '科目名称', '年初结转和结余', '本年收入', '使用非财政拨款结余', '本年支出', '结余分配', '年末结转和结余'],
      [null, '合计', opening, 100, 2, 95, allotted, closing],
      ['208', '社会保障和就业支出', opening, 100, 2, 95, allotted, closing],
    ]);

  test('the money of the year from its beginning to its end, and against the summary', () => {
    expect(said('fund-flow', accounts(12, 3), flow(8, 3, 12))).toEqual([]);
    expect([...said('fund-flow', accounts(12, 3), flow(8, 3, 21))].sort()).toEqual(['错误：21 ≠ 12', '错误：21 ≠ 12', '错误：24 ≠ 15']);
    expect(said('fund-flow', accounts(12, 3), flow(18, 3, 22))).toEqual(['错误：18 ≠ 8', '错误：25 ≠ 15']);
  });

  const expenditure = (title: string, columns: readonly string[], ...rows: Rows): Sheet =>
    table(title, [['科目编码', '科目名称', ...columns], ...rows]);
  const plain = expenditure(
    '2024年度支出决算表',
    ['合计', '基本支出', '项目支出'],
    [null, '合计', 95, 60, 35],
    ['208', '社会保障和就业支出', 80, 60, 20],
    ['210', '卫生健康支出', 15, null, 15],
  );
  const detailed = (first: number): Sheet =>
    expenditure(
      '2024年度收入支出决算表',
      ['年初结转和结余', '本年收入', '本年支出', '年末结转和结余'],
      [null, '合计', 8, 100, 95, 13],
      ['208', '社会保障和就业支出', 8, 100 - (95 - first), first, 13],
      ['210', '卫生健康支出', null, 95 - first, 95 - first, null],
    );

  test('a second table of the same expenditure is laid against the first, and takes no relation from it', () => {
    const income = expenditure('2024年度收入决算表', ['合计'], [null, '合计', 100]);
    expect(said('expenditure-details', plain, detailed(80))).toEqual([]);
    expect(said('expenditure-details', plain, detailed(70))).toEqual(['错误：70 ≠ 80', '错误：25 ≠ 15']);
    expect(skips('summary-expenditure', accounts(12, 3), income, plain, detailed(80))).toEqual([]);
  });

  const pairs = (spent: number): Sheet =>
    expenditure(
      '2024年度支出决算表',
      ['年初预算数', '全年预算数', '决算数'],
      [null, '合计', 90, 96, spent + 15],
      ['208', '社会保障和就业支出', 75, 81, spent],
      ['210', '卫生健康支出', 15, 15, 15],
    );
  const threePublic = (spent: number): Sheet =>
    table('2024年度“三公”经费支出决算表', [
      ['项目', '预算数', '决算数'],
      ['合计', 3, spent],
      ['公务接待费', 3, spent],
    ]);

  test('what was spent stays within the budget as it was adjusted', () => {
    expect(said('final-budget', pairs(80))).toEqual([]);
    expect(said('final-budget', pairs(84))).toEqual(['提示：84 ＞ 81']);
    expect(said('final-budget', threePublic(2))).toEqual([]);
    expect(said('final-budget', threePublic(4.5))).toEqual(['提示：4.5 ＞ 3', '提示：4.5 ＞ 3']);
  });

  test('a reason in the text is an answer', () => {
    const why = text('2024年部门决算情况说明', '公务接待费支出决算4.5万元，比预算数增加1.5万元，主要原因是接待批次增加。');
    expect(said('final-budget', threePublic(4.5), why)).toEqual([]);
    expect(skips('final-budget', threePublic(4.5), why)).toEqual(['skip.final-budget-explained']);
    expect(said('final-budget', threePublic(4.5), text('2024年部门决算情况说明', '公务接待费支出决算4.5万元。'))).toHaveLength(2);
  });

  const [TOTAL, VEHICLES, RUNNING, RECEPTION] = ['提示：10.0 ＞ 6', '提示：5.5 ＞ 3', '提示：5.0 ＞ 2', '提示：4.5 ＞ 3'] as const;

  test.each([
    ['公务接待费支出决算4.5万元，比预算数增加1.5万元，主要原因是接待批次增加。', [VEHICLES, RUNNING]],
    ['公务用车运行维护费支出决算5万元，超预算3万元，主要是车辆老旧。', [RECEPTION]],
    ['公务用车购置及运行维护费大于预算，原因是车辆老旧。', [RECEPTION]],
    ['公务接待费支出决算4.5万元。决算数大于预算数的主要原因是接待批次增加。', [VEHICLES, RUNNING]],
    ['公务用车购置费大于预算，原因是更新车辆。', [RECEPTION, RUNNING]],
    ['“三公”经费支出决算大于预算数，主要原因是业务增加。', []],
    ['因公出国（境）费支出决算0万元，预算数没有增加。', [TOTAL, VEHICLES, RECEPTION, RUNNING]],
  ])('a reason answers for the item that it names, and for the whole: %s', (sentence, unanswered) => {
    const spent = table('2024年度“三公”经费支出决算表', [
      ['项目', '预算数', '决算数'],
      ['合计', 6, 10],
      ['1.因公出国（境）费', 0, 0],
      ['2.公务用车购置及运行费', 3, 5.5],
      ['其中：公务用车购置费', 1, 0.5],
      ['公务用车运行费', 2, 5],
      ['3.公务接待费', 3, 4.5],
    ]);
    expect([...said('final-budget', spent, text('2024年部门决算情况说明', sentence))].sort()).toEqual([...unanswered].sort());
  });
});
