/** What the sentences of performance forms state, against the form, the list of projects and the budget's tables. */
import { checkWorkbook } from '../../../src/core';
import { addressOf, type Workbook } from '../../../src/core/workbook';
import { book, sheet, type GridCell } from '../../support/grid';

const RULES = new Set([
  'performance-text',
  'performance-counts',
  'narrative-project',
  'narrative-table',
  'narrative-doubled',
  'narrative-residue',
]);

const told = (workbook: Workbook): string[] =>
  checkWorkbook(workbook)
    .findings.filter(({ rule, class: kind }) => RULES.has(rule) && kind !== 'rounding')
    .map(
      ({ rule, severity, cells, left, right }) =>
        `${severity} ${rule} ${cells.map(({ cell, text }) => `${cell.sheet}!${addressOf(cell)}${text ? `「${text}」` : ''}`).join(' ')} ${left} ≠ ${right}`,
    )
    .sort();

interface Project {
  readonly name: string;
  readonly amount: number;
  readonly summary?: string;
  readonly goal?: string;
  readonly indicators?: readonly (readonly GridCell[])[];
}

/** One form a sheet, as finance bureaus hand them out. */
function form({ name, amount, summary = '', goal = '', indicators = [] }: Project): Workbook['sheets'][number] {
  return sheet('绩效', [
    ['2024年部门项目绩效目标表'],
    ['编制单位：某区人力资源和社会保障局', null, null, null, null, '单位：万元'],
    ['项目名称', name, '业务主管部门', '某区人力资源和社会保障局'],
    ['当年预算', amount, '区级支出（万元）', amount],
    ['项目概况', summary],
    ['当年绩效目标', goal],
    ['绩效指标', '指标名称', '指标权重', '计量单位', '指标性质', '指标值'],
    ...indicators.map((row): readonly GridCell[] => [null, ...row]),
  ]);
}

describe('the amount that the text of a form names', () => {
  const of = (summary: string, goal = ''): string[] => told(book(form({ name: '劳动保障仲裁项目', amount: 4, summary, goal })));

  test.each([
    '2024年预计使用财政资金4万元，用于推动企业合法用工。',
    '该项目为2024年使用财政资金 40000 元，保障仲裁。',
    '使用财政资金４万元。',
    '项目总投资500万元，2024年安排4万元。',
    '补贴标准为每人每月50元，预计发放贷款10000万元。',
    '2023年使用财政资金7万元。',
    '安排培训资金1万元、安排宣传资金2万元。',
    '上级补助资金3万元。',
    '预计使用财政资金约5万元。',
  ])('right, or nothing certain: %s', (text) => {
    expect(of(text)).toEqual([]);
    expect(of('', text)).toEqual([]);
  });

  test.each([
    ['2024年预计使用财政资金7万元，用于推动企业合法用工。', '2024年预计使用财政资金7万元', '7'],
    ['1.该项目2024年预算资金为14万元。', '1.该项目2024年预算资金为14万元', '14'],
    ['推动企业合法用工；使用财政资金4元。', '使用财政资金4元', '4'],
    ['项目安排资金0.4万元。', '项目安排资金0.4万元', '0.4'],
  ])('wrong: %s', (text, words, left) => {
    expect(of(text)).toEqual([`warning performance-text 绩效!B5「${words}」 绩效!B4 ${left} ≠ 4.00`]);
  });

  test('words typed twice and template text are found in forms, too', () => {
    expect(of('使用财政资金4万元万元。', '完成XX项工作。')).toEqual([
      'warning narrative-doubled 绩效!B5「万元万元」 万元万元 ≠ 万元',
      'warning narrative-residue 绩效!B6「XX」 XX ≠ ',
    ]);
  });
});

describe('the counts that the text of a form names', () => {
  const indicators = [
    ['仲裁法定期限结案率', 40, '%', '=', 100],
    ['享受公益性岗位补贴人员数量', 20, '人次', '≥', 800],
    ['宣传资料印刷份数', 10, '万份', '=', 10],
    ['培训', 10, '次', '=', 3],
  ];
  const of = (goal: string): string[] => told(book(form({ name: '劳动人事服务专项', amount: 17, goal, indicators })));

  test.each([
    '仲裁法定期限结案率100%；享受公益性岗位补贴人员800人次。',
    '享受公益性岗位补贴人员约900人次，结案率90%，培训5次。',
    '享受公益性岗位补贴人员800人。',
    '宣传资料印刷100000份。',
  ])('right, or nothing certain: %s', (goal) => {
    expect(of(goal)).toEqual([]);
  });

  test.each([
    ['仲裁法定期限结案率达到98%。', 'warning performance-counts 绩效!B6「仲裁法定期限结案率达到98%」 绩效!F8「100」 98 ≠ 100'],
    ['完成享受公益性岗位补贴人员80人次。', 'info performance-counts 绩效!B6「完成享受公益性岗位补贴人员80人次」 绩效!F9「800」 80 ≠ 800'],
    ['宣传资料印刷1万份。', 'warning performance-counts 绩效!B6「宣传资料印刷1万份」 绩效!F10「10」 1 ≠ 10'],
  ])('wrong: %s', (goal, expected) => {
    expect(of(goal)).toEqual([expected]);
  });
});

describe('projects that the text of the overall form names', () => {
  const workbook = (goal: string): Workbook =>
    book(
      sheet('表3-2', [
        ['项目支出预算表'],
        ['部门：某区人力资源和社会保障局', null, '单位：万元'],
        ['单位名称', '项目名称', '金额'],
        ['合计', null, 3509],
        ['某区人力资源和社会保障局', '2024年劳动保障仲裁项目', 4],
        ['某区人力资源和社会保障局', '2024年帮贫解困项目', 5],
        ['某区社会保险事业中心', '2024年村社干部养老保险项目', 3500],
      ]),
      sheet('表7', [
        ['部门整体支出绩效目标表'],
        ['（2024年度）', null, null, '单位：万元'],
        ['部门名称', '某区人力资源和社会保障局'],
        ['年度部门整体支出预算', '资金总额', '财政拨款', '其他资金'],
        [null, 5000, 5000, 0],
        ['年度总体目标', goal],
        ['年度绩效指标', '一级指标', '二级指标', '三级指标', '绩效指标性质', '绩效指标值', '绩效度量单位', '权重'],
        [null, '产出指标', '数量指标', '受理案件个数', '≥', 50, '件', 20],
      ]),
    );

  test.each([
    '其中：劳动保障仲裁项目4万元、帮贫解困项目5万元、社保中心社干部养老保险项目3500万元。',
    '其中：帮贫解困项目经费50000元。',
    '实施档案管理项目7万元。',
  ])('right, or nothing certain: %s', (goal) => {
    expect(told(workbook(goal))).toEqual([]);
  });

  test('wrong', () => {
    expect(told(workbook('其中：劳动保障仲裁项目7万元、帮贫解困项目5万元、社干部养老保险项目350万元。'))).toEqual([
      'warning narrative-project 表7!B6「劳动保障仲裁项目7万元」 表3-2!C5 7 ≠ 4',
      'warning narrative-project 表7!B6「社干部养老保险项目350万元」 表3-2!C7 350 ≠ 3500',
    ]);
  });
});
