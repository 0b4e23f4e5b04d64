/** 绩效目标 as provinces lay it out: one grid for a department, one for each project below another, and all projects in one flat table. */
import { row, table } from '../../../support/budget';
import { drawnBook, type Pictures } from '../../../support/drawn';
import { read } from '../../../support/sensitivity';

const OVERALL = `
附表22 | | | | | | | |
2025年部门整体支出绩效目标表 | < | < | < | < | < | < | <
部门（单位）名称 | < | 某某市林业和草原局 | < | < | < | < | <
年度预算申请（万元） | 资金总额：2,397.12 | < | < | < | < | < | <
^ | 按收入性质分 | < | < | 按支出性质分 | < | < | <
^ | 一般公共预算：2,173.12 | < | < | 基本支出：1,356.01 | < | < | <
^ | 政府性基金拨款：142.50 | < | < | 项目支出：1,041.11 | < | < | <
部门职能职责概述 | 负责林业和草原及其生态保护修复的监督管理。 | < | < | < | < | < | <
整体绩效目标 | 完成营造林15万亩，森林覆盖率稳步提升。 | < | < | < | < | < | <
部门整体支出年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 计量单位 | 指标性质 | 权重
^ | 产出指标 | 数量指标 | 营造林面积 | 15 | 万亩 | ≥ | 20
^ | ^ | 质量指标 | 造林合格率 | 90 | % | ≥ | 20
^ | ^ | 时效指标 | 任务完成及时率 | 100 | % | = | 10
^ | 成本指标 | 经济成本指标 | 部门支出控制数 | 2397.12 | 万元 | ≤ | 20
^ | 效益指标 | 生态效益指标 | 森林覆盖率 | 59.9 | % | ≥ | 10
^ | 满意度指标 | 服务对象满意度指标 | 群众满意度 | 95 | % | ≥ | 10`;

const FLAT = table(
  row('附表21', ...Array<string>(10).fill('')),
  row('2025年项目支出绩效目标表', ...Array<string>(10).fill('<')),
  row('单位：万元', ...Array<string>(10).fill('')),
  `
单位名称 | 项目名称 | 资金总额 | 年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 度量单位 | 指标性质 | 权重
101001 本级 | 村庄绿化 | 142.50 | 完成20个村庄绿化。 | 产出指标 | 数量指标 | 绿化村庄数 | 20 | 个 | ≥ | 40
^ | ^ | ^ | ^ | ^ | 质量指标 | 苗木成活率 | 90 | % | ≥ | 10
^ | ^ | ^ | ^ | 成本指标 | 经济成本指标 | 项目总成本 | 142.50 | 万元 | ≤ | 20
^ | ^ | ^ | ^ | 效益指标 | 生态效益指标 | 绿化率 | 35 | % | ≥ | 20
^ | 森林防火装备购置 | 18.50 | 购置防火车辆1台。 | 产出指标 | 数量指标 | 车辆数 | 1 | 台 | = | 50
^ | ^ | ^ | ^ | 成本指标 | 经济成本指标 | 购置成本控制数 | 18.50 | 万元 | ≤ | 20
^ | ^ | ^ | ^ | 满意度指标 | 服务对象满意度指标 | 使用人员满意度 | 95 | % | ≥ | 20`,
);

const SINGLE = (project: string, amount: string): string => `
2025年项目支出绩效目标申报表 | < | < | < | < | <
项目名称 | ${project} | < | 主管部门 | 某某市林业和草原局 | <
项目资金（万元） | 年度资金总额 | ${amount} | < | < | <
^ | 其中：财政拨款 | ${amount} | < | < | <
^ | 其他资金 | | < | < | <
年度目标 | 按计划完成${project}。 | < | < | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 权重
^ | 产出指标 | 数量指标 | 完成项目数 | ≥1个 | 50
^ | 成本指标 | 经济成本指标 | 项目总成本 | ≤${amount}万元 | 20
^ | 满意度指标 | 服务对象满意度指标 | 受益群众满意度 | ≥95% | 20`;

const formsOf = (pictures: Pictures): readonly unknown[] => {
  const { tables, unread, claimed } = read(drawnBook(pictures));
  expect({ unread, claimed }).toEqual({ unread: [], claimed: [] });
  return tables.map(({ kind, forms = [] }) => [
    kind,
    ...forms.map(({ project, amounts, indicators }) => [
      project?.text ?? null,
      amounts.find(({ role }) => role === 'total')?.printed ?? null,
      indicators.length,
    ]),
  ]);
};

test('the whole department in one grid', () => {
  expect(formsOf({ 整体绩效: OVERALL })).toEqual([['performance-overall', [null, '2397.12', 6]]]);
});

test('all projects in one table, what belongs to a project merged over its indicators', () => {
  expect(formsOf({ 项目绩效: FLAT })).toEqual([['performance-project', ['村庄绿化', '142.50', 4], ['森林防火装备购置', '18.50', 3]]]);
});

test('one form below another on one sheet', () => {
  const forms = [SINGLE('村庄绿化', '142.50'), SINGLE('森林防火装备购置', '18.50')];
  expect(formsOf({ 绩效: forms.join('\n') })).toEqual([
    ['performance-project', ['村庄绿化', '142.50', 3]],
    ['performance-project', ['森林防火装备购置', '18.50', 3]],
  ]);
});
