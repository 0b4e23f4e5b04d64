/** Whose text is it? Where a text speaks of itself by another department's name; and where other departments may well be named. */
import { checkWorkbook } from '../../../src/core';
import { book, sheet } from '../../support/grid';

const tableOf = (department: string) =>
  sheet('表五', [
    ['2024年一般公共预算支出表'],
    [`部门：${department}`, null, null, null, '单位：万元'],
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    [null, '合计', 900, 700, 200],
    ['210', '卫生健康支出', 900, 700, 200],
  ]);
const FILLER = '本说明根据批复的部门预算编制，供社会公众查阅和监督，各项数据以预算公开报表为准。';

const said = (text: string, department = '某市某区人力资源和社会保障局'): string[] =>
  checkWorkbook(book(tableOf(department), sheet('说明', [['2024年部门预算情况说明'], [FILLER], ...text.split('\n').map((line) => [line])])))
    .findings.filter(({ rule }) => rule === 'narrative-department')
    .map(({ severity, cells }) => `${severity} ${cells[0]?.text}@${cells[0]?.start}`);

test.each([
  ['加强支出管理。结合区政协本部门工作特点，编细编实预算。', 'info 区政协@9'],
  ['某市某区教育局2024年部门预算情况说明', 'info 某市某区教育局@0'],
  ['第二部分 某区科协 2024 年部门预算说明', 'info 某区科协@5'],
  ['我局（某区民政局）负责社会救助。', 'info 某区民政局@3'],
  ['本部门(区档案局)2024年没有项目。', 'info 区档案局@4'],
  ['2024年，某区水利局一般公共预算拨款收入900万元。', 'info 某区水利局@6'],
  ['某区交通运输局2024年收支总预算900万元。', 'info 某区交通运输局@0'],
  ['某区司法局机关运行经费700万元。', 'info 某区司法局@0'],
  ['按照综合预算的原则，区总工会所有收入和支出均纳入部门预算管理。', 'info 区总工会@10'],
])('another department: %s', (text, expected) => {
  expect(said(text)).toEqual([expected]);
});

test.each([
  // the department itself, by any of its names
  '某市某区人力资源和社会保障局2024年部门预算情况说明',
  '某区人力社保局2024年收支总预算900万元。',
  '区人社局机关运行经费700万元，结合人社局本部门工作特点。',
  '我局机关运行经费700万元，本部门2024年收入预算900万元，各单位2024年支出预算已批复。',
  // departments that are spoken of
  '根据区财政局2024年部门预算编制要求，结合区委、区政府工作部署。',
  '与区教育局、区民政局联合开展检查，向区政协报告工作，配合某区公安局执法。',
  '上级主管部门下达资金，财政部门批复预算，市教育局拨付补助。',
  '《某区教育局2024年部门预算情况说明》另行公开。',
  '“区政协”本部门，区委2024年收入预算。',
  // units
  '就业服务中心2024年收入预算300万元，某区实验小学机关运行经费20万元。',
  '下属单位包括：某区社会保险局。\n某区社会保险局2024年收入预算100万元。',
  '下属单位包括：某区考试鉴定中心、某区干部管理学校。\n某区考试鉴定中心2024年收入预算100万元。\n某区干部管理学校机关运行经费20万元。',
])('right: %s', (text) => {
  expect(said(text)).toEqual([]);
});

test.each([
  ['某市某区政协办公室', '结合区政协本部门工作特点。'],
  ['中国人民政治协商会议某区委员会办公室', '结合区政协本部门工作特点。'],
  ['102-某区教育局（本级）', '某区教育局2024年收支总预算900万元，区教体局机关运行经费20万元。'],
  ['某区卫生健康委员会', '区卫健委2024年收入预算900万元。'],
  ['某街道办事处', '某街道办事处2024年收入预算900万元。'],
])('%s may say: %s', (department, text) => {
  expect(said(text, department)).toEqual(department.includes('教育') ? ['info 区教体局@21'] : []);
});

test('tables without a department tell nothing', () => {
  expect(said('某区教育局2024年收支总预算900万元。', '')).toEqual([]);
});
