/** Performance forms: what is counted below was counted in the workbooks by hand (by column, independently of the reader). */
import { add, formatDecimal, ZERO } from '../../../src/core/amount';
import type { Indicator, PerformanceForm } from '../../../src/core/forms';
import { recogniseTables } from '../../../src/core/recognise';
import { statedValue } from '../../../src/core/recognise/forms/indicators';
import { addressOf, type Workbook } from '../../../src/core/workbook';
import { caseWorkbook } from '../../support/cases';
import { book, sheet, type GridCell } from '../../support/grid';

const formsOf = (workbook: Workbook, sheetName?: string): readonly PerformanceForm[] =>
  recogniseTables(workbook)
    .filter((table) => sheetName === undefined || table.sheet === sheetName)
    .flatMap((table) => table.forms ?? []);

const weightOf = (form: PerformanceForm): string => formatDecimal(form.indicators.reduce((sum, i) => add(sum, i.weight ?? ZERO), ZERO));
const amounts = (form: PerformanceForm): readonly string[] =>
  form.amounts.map((a) => `${a.role} ${a.printed} ${a.unit} ${addressOf(a.cell)}`);
const brief = (i: Indicator): readonly unknown[] => [
  ...i.levels,
  i.name.text,
  i.relation,
  i.number && formatDecimal(i.number),
  i.unit,
  i.weight && formatDecimal(i.weight),
];

describe('the five budgets', () => {
  test('seed-000: one form a sheet, weights of 100 and of 90', () => {
    const forms = formsOf(caseWorkbook('seed-000.xlsx'));
    expect(forms.map((f) => [f.kind, f.project?.text ?? null, f.indicators.length, weightOf(f), amounts(f)])).toEqual([
      ['overall', null, 6, '100', ['total 6912.23 万元 E4']],
      ['project', '人事人才管理专项', 5, '90', ['total 300.84 万元 B5', 'fiscal 300.84 万元 D5', 'lower  万元 D6']],
      ['project', '创业就业服务专项', 5, '90', ['total 4385.09 万元 B5', 'fiscal 4385.09 万元 D5', 'lower  万元 D6']],
      ['project', '劳动人事服务管理专项', 3, '90', ['total 17.00 万元 B5', 'fiscal 17.00 万元 D5', 'lower  万元 D6']],
      ['project', '业务运维建设管理专项', 3, '90', ['total 110.60 万元 B5', 'fiscal 110.60 万元 D5', 'lower  万元 D6']],
    ]);
    expect(forms[1]?.paragraphs.map((p) => [p.role, addressOf(p.cell)])).toEqual([
      ['summary', 'B7'],
      ['goal', 'B8'],
    ]);
    expect(forms[1]?.organisation?.text).toBe('732-重庆市万盛经济技术开发区人力资源和社会保障局');
    expect(forms[1]?.indicators.map(brief)[2]).toEqual([null, null, '骨干人才成本', '=', '300', '元/人*月', '20']);
    expect(forms[0]?.indicators.map((i) => i.core)).toEqual([false, true, true, true, true, true]);
  });

  test('seed-001: 37 forms stacked on a sheet, codes before the names, shares as weights of the whole', () => {
    const forms = formsOf(caseWorkbook('seed-001.xlsx'));
    expect(forms.map((f) => f.indicators.length)).toEqual([
      9, 9, 6, 7, 8, 7, 5, 7, 11, 11, 9, 8, 7, 5, 22, 7, 4, 3, 11, 7, 8, 8, 8, 7, 4, 5, 5, 5, 3, 4, 3, 7, 10, 6, 13, 14, 8, 6,
    ]);
    expect(new Set(forms.slice(1).map(weightOf))).toEqual(new Set(['90']));
    expect(weightOf(forms[0]!)).toBe('100');
    expect(forms.slice(1).every((f) => /^50015223T\d{12}$/.test(f.code?.text ?? ''))).toBe(true);
    expect(forms.slice(1).every((f) => f.amounts.length === 1 && f.amounts[0]?.value !== null)).toBe(true);
    expect(forms.slice(1).map((f) => f.paragraphs.map((p) => p.role).join())).toEqual(Array(37).fill('summary,basis,goal'));
    const first = forms[1]!;
    expect([first.project?.text, first.department?.text, first.organisation?.text, amounts(first)]).toEqual([
      '2023 年初专项-劳动能力鉴定专项',
      '426-人社局',
      '426001-人社局（本级）',
      ['total 4 万元 B6'],
    ]);
    expect(first.indicators.map(brief).slice(4, 7)).toEqual([
      ['产出指标', '时效指标', '工伤职工和退休职工劳动能力鉴定工作', 'qualitative', null, null, '10'],
      ['产出指标', '成本指标', '差旅及办公费', '=', '5000', '元', '15'],
      ['产出指标', '成本指标', '评审专家劳务费', '=', '35000', '元', '15'],
    ]);
  });

  test('seed-002: a flat table with a unit’s sum, and the overall form', () => {
    const workbook = caseWorkbook('seed-002.xlsx');
    const flat = formsOf(workbook, '表6');
    expect(flat.filter((f) => f.sum).map((f) => [f.organisation?.text, amounts(f)])).toEqual([
      ['139-达州市达川区人力资源和社会保障局本级', ['total 5624.12 万元 C5']],
    ]);
    const projects = flat.filter((f) => !f.sum);
    expect(projects).toHaveLength(22);
    expect(projects.map((f) => f.indicators.length)).toEqual([7, 8, 7, 7, 8, 6, 7, 8, 10, 16, 16, 15, 13, 7, 7, 7, 7, 7, 7, 7, 7, 7]);
    expect(projects.reduce((sum, f) => sum + Number(weightOf(f)), 0)).toBe(1940);
    expect(new Set(projects.map((f) => f.organisation?.text.slice(0, 6)))).toEqual(
      new Set(['139001', '139002', '139003', '139004', '139005']),
    );
    expect(projects.every((f) => f.indicators.every((i) => i.levels[0] !== null && i.levels[1] !== null))).toBe(true);
    const [overall] = formsOf(workbook, '表7');
    expect([overall?.indicators.length, weightOf(overall!), overall && amounts(overall)]).toEqual([
      94,
      '89',
      ['total 8022.01 万元 B7', 'fiscal 8022.01 万元 D7', 'other 0.00 万元 F7'],
    ]);
    expect(overall?.paragraphs.filter((p) => p.role === 'task')).toHaveLength(16);
  });

  test('seed-003: 24 forms, relation, figure and unit in one cell, two projects of one name told apart by code', () => {
    const forms = formsOf(caseWorkbook('seed-003.xlsx'));
    expect(forms.map((f) => f.indicators.length)).toEqual([7, 7, 7, 8, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 7, 9, 9, 8, 9, 8, 9, 8, 9]);
    expect(forms.every((f) => weightOf(f) === '0' && f.code !== null && f.project !== null)).toBe(true);
    expect(amounts(forms[0]!)).toEqual(['total 2.00 万元 C4', 'fiscal 2.00 万元 E4', 'other  万元 G4']);
    expect(forms[0]?.paragraphs.map((p) => [p.role, addressOf(p.cell)])).toEqual([
      ['summary', 'B5'],
      ['goal', 'B8'],
    ]);
    expect(forms[0]?.indicators.map((i) => [i.relation, i.number && formatDecimal(i.number), i.unit])).toEqual([
      ['>=', '90', '%'],
      [null, '100', '%'],
      ['>=', '95', '%'],
      ['<=', '2', '万元'],
      [null, null, null],
      [null, null, null],
      ['>=', '90', '%'],
    ]);
    const same = forms.filter((f) => f.project?.text === '区直机关事业单位离休人员养老金');
    expect(same.map((f) => [f.code?.text, f.amounts[0]?.printed])).toEqual([
      ['13030224P00308P12125P', '100.00'],
      ['13030224P00308P12378G', '200.00'],
    ]);
  });

  test('seed-004: the weight of the budget’s execution apart from the indicators', () => {
    const forms = formsOf(caseWorkbook('seed-004.xlsx'));
    expect(forms.map((f) => [f.kind, f.project?.text ?? null, f.indicators.length, weightOf(f), f.executionWeight?.units ?? null])).toEqual(
      [
        ['overall', null, 6, '100', null],
        ['project', '金保二期业务专网运行维护经费', 3, '90', 10n],
        ['project', '劳动能力鉴定费', 5, '90', 10n],
      ],
    );
    expect(forms[1]?.organisation?.text).toBe('401001-重庆市北碚区人力资源和社会保障局（本级）');
  });
});

describe('values of indicators', () => {
  test.each([
    ['≥90%', ['>=', '90', '%']],
    ['≤403860.63元', ['<=', '403860.63', '元']],
    ['不低于95%', ['>=', '95', '%']],
    ['610套', [null, '610', '套']],
    ['=1,200人次', ['=', '1200', '人次']],
    ['比上年提升', [null, null, null]],
    ['2024年12月底前', [null, null, null]],
    ['优良中差', [null, null, null]],
  ])('%s', (text, expected) => {
    const { relation, number, unit } = statedValue(text);
    expect([relation, number && formatDecimal(number), unit]).toEqual(expected);
  });
});

describe('forms of other provinces', () => {
  const only = (rows: readonly (readonly GridCell[])[]): PerformanceForm => {
    const forms = formsOf(book(sheet('绩效', rows)));
    expect(forms).toHaveLength(1);
    return forms[0]!;
  };

  test('funds below one another, scores as weights, levels merged downwards', () => {
    const form = only([
      ['项目支出绩效目标表'],
      ['（2025年度）'],
      ['项目名称', '数字档案馆建设'],
      ['主管部门及代码', '301-某局', null, '实施单位', '某局信息中心'],
      ['项目资金（万元）', '年度资金总额：', 120, null],
      [null, '其中：财政拨款', 100, null],
      [null, '其他资金', 20, null],
      ['年度总体目标', '完成馆藏档案数字化。'],
      ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值', '分值'],
      [null, '产出指标', '数量指标', '数字化页数', '≥300万页', 30],
      [null, null, '质量指标', '验收合格率', '100%', 20],
      [null, '成本指标', '经济成本指标', '项目总成本', '≤120万元', 40],
    ]);
    expect([form.project?.text, form.department?.text, form.organisation?.text]).toEqual(['数字档案馆建设', '301-某局', '某局信息中心']);
    expect(amounts(form)).toEqual(['total 120 万元 C5', 'fiscal 100 万元 C6', 'other 20 万元 C7']);
    expect(form.indicators.map(brief)).toEqual([
      ['产出指标', '数量指标', '数字化页数', '>=', '300', '万页', '30'],
      ['产出指标', '质量指标', '验收合格率', null, '100', '%', '20'],
      ['成本指标', '经济成本指标', '项目总成本', '<=', '120', '万元', '40'],
    ]);
  });

  test('a percentage that the cell stores as a fraction counts in points', () => {
    const form = only([
      ['部门整体支出绩效目标表'],
      ['部门名称', '某局', '部门支出预算数', 10],
      ['绩效指标', '指标名称', '指标权重', '计量单位', '指标性质', '指标值'],
      [null, '完成率', { value: 0.6, format: '0%' }, null, '≥', { value: 0.95, format: '0%' }],
      [null, '满意度', { value: 0.4, format: '0%' }, '%', '≥', 90],
    ]);
    expect(form.indicators.map(brief)).toEqual([
      [null, null, '完成率', '>=', '95', '%', '60'],
      [null, null, '满意度', '>=', '90', '%', '40'],
    ]);
  });

  test('forms below one another under one title', () => {
    const one = (name: string, amount: number): readonly (readonly GridCell[])[] => [
      ['项目名称', name, '预算金额', amount],
      ['绩效指标', '指标名称', '指标值', '计量单位'],
      [null, '完成数量', 3, '个'],
    ];
    const forms = formsOf(book(sheet('绩效', [['项目绩效目标表'], ['单位：万元'], ...one('甲', 1), ...one('乙', 2)])));
    expect(forms.map((f) => [f.project?.text, amounts(f), f.indicators.length])).toEqual([
      ['甲', ['total 1 万元 D3'], 1],
      ['乙', ['total 2 万元 D6'], 1],
    ]);
  });

  test('an empty form is no form', () => {
    expect(
      formsOf(book(sheet('绩效', [['项目绩效目标表'], ['项目名称'], ['绩效指标', '指标名称', '指标值', '计量单位'], ['备注：无']]))),
    ).toEqual([]);
  });
});
