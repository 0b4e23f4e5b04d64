import { kindOfTitle, wordsOfTitle } from '../../../src/core/recognise/kind';
import { compact } from '../../../src/core/recognise/text';

test.each([
  ['部门收支总表', 'dept-summary'],
  ['2024年某部门收支预算总表', 'dept-summary'],
  ['部门预算收支总表', 'dept-summary'],
  ['2025年部门财务收支预算总表', 'dept-summary'],
  ['收入支出决算总表', 'dept-summary'],
  ['部门收入总表', 'dept-income'],
  ['部门预算收入总表', 'dept-income'],
  ['收入决算表', 'dept-income'],
  ['部门支出预算总表', 'dept-expenditure'],
  ['支出决算表', 'dept-expenditure'],
  ['财政拨款收支总表', 'fiscal-summary'],
  ['2026年部门财政拨款收支预算总表', 'fiscal-summary'],
  ['财政拨款收入支出决算总表', 'fiscal-summary'],
  ['财政拨款支出预算表（功能科目）', 'fiscal-expenditure'],
  ['一般公共预算财政拨款支出预算表', 'general-expenditure'],
  ['2025年部门一般公共预算支出功能分类预算表', 'general-expenditure'],
  ['一般公共预算财政拨款基本支出预算表', 'general-basic'],
  ['部门一般公共预算基本支出部门预算经济分类预算表', 'general-basic'],
  ['一般公共预算财政拨款基本支出预算表（政府预算支出经济分类科目）', 'general-basic-gov'],
  ['一般公共预算财政拨款项目支出预算表（部门预算支出经济分类科目）', 'general-project'],
  ['一般公共预算财政拨款项目支出预算表（政府预算支出经济分类科目）', 'general-project-gov'],
  ['项目支出明细表', 'project-list'],
  ['一般公共预算“三公”经费支出表', 'three-public'],
  ['“三公”经费和机关运行经费预算表', 'three-public'],
  ['财政拨款 三公 经费支出决算表', 'three-public'],
  ['政府性基金预算财政拨款支出预算表', 'gov-fund'],
  ['政府性基金预算财政拨款收入支出决算表', 'gov-fund'],
  ['国有资本经营预算财政拨款支出表', 'state-capital'],
  ['政府采购预算明细表', 'procurement'],
  ['2023年采购预算明细表', 'procurement'],
  ['部门整体支出绩效目标表（2024年度）', 'performance-overall'],
  ['一般项目绩效目标表', 'performance-project'],
  ['部门收支总体情况表', 'dept-summary'],
  ['财政拨款收支总体情况表', 'fiscal-summary'],
  ['一般公共预算基本支出情况表', 'general-basic'],
  ['政府性基金预算支出情况表', 'gov-fund'],
  ['财政专户管理资金收支预算表', 'other'],
  ['政府购买服务预算表', 'other'],
  ['部门固定资产占用情况表', 'other'],
  ['2025年部门收支预算增减变化情况表', 'other'],
  ['一般公共预算收支预算总表', 'other'],
  ['部门基本支出预算表', 'other'],
  ['财政专户管理资金预算支出表', 'other'],
  ['支出预算分类汇总表(按政府预算经济分类)', 'other'],
])('%s is %s', (title, kind) => {
  expect(kindOfTitle(compact(title))).toBe(kind);
});

test('a title of something else names no kind', () => {
  expect(kindOfTitle('部门车辆一览表')).toBeNull();
  expect(kindOfTitle('部门主要职能')).toBeNull();
});

test.each([
  ['2024年部门支出预算总表', '支出 表'],
  ['2024年一般公共预算基本支出表(政府预算支出经济分类科目)', '一般公共预算 基本支出 政府预算支出经济'],
  ['部门收支总表', '收支 表'],
  ['你好', ''],
])('the words that tell the kind of %s: %s', (title, words) => {
  expect(wordsOfTitle(title).join(' ')).toBe(words);
});
