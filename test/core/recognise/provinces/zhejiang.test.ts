/**
 * Zhejiang and Fujian: 人员支出 | 公用支出 | 项目支出 without 基本支出 above them, amounts in 元, names indented under codes with
 * dashes, economic classes of all natures, the “三公” down the side with two years.
 */
import {
  accounts,
  ALL,
  BASIC,
  body,
  both,
  caption,
  CARRIED,
  CURRENT,
  DEPARTMENT,
  FISCAL,
  from,
  GENERAL,
  GOV_FUND,
  grandTotal,
  indented,
  lastYear,
  NONE,
  OPERATING_COSTS,
  ordinal,
  PROJECT,
  projects,
  row,
  sideBySide,
  STAFF_COSTS,
  STATE_CAPITAL,
  table,
  THREE_PUBLIC,
  total,
  unitLine,
  UNITS,
  yuan,
  type Choice,
  type Line,
} from '../../../support/budget';
import { expectWhole } from '../../../support/whole';

const FUNDS = [GENERAL, GOV_FUND, STATE_CAPITAL];
const { abroad, vehicles, purchase, running, reception, all: threePublic } = THREE_PUBLIC;
const dashed = (line: Line): readonly string[] => [
  [line.code.slice(0, 3), line.code.slice(3, 5), line.code.slice(5, 7)].filter((part) => part !== '').join('-'),
  indented(line),
];
const options = { labels: dashed, write: yuan };
const head = (width: number, title: string): string => caption(width, title, '单位：某某市林业和草原局', '单位：元');

const ZHEJIANG = {
  收支预算总表: table(
    '表01',
    head(4, '2025年部门收支预算总表'),
    `
收入 | < | 支出 | <
项目 | 预算数 | 项目（按功能分类） | 预算数`,
    sideBySide(
      [
        ['一、一般公共预算拨款', yuan(total(GENERAL, CURRENT))],
        ['二、政府性基金预算拨款', yuan(total(GOV_FUND, CURRENT))],
        ['三、国有资本经营预算拨款', yuan(total(STATE_CAPITAL))],
        ['四、专户资金', yuan(total(from('fiscal-account')))],
        ['五、事业收入（不含专户资金）', yuan(total(from('business')))],
        ['六、事业单位经营收入'],
        ['七、其他收入', yuan(total(from('other')))],
      ],
      accounts('functional', ALL, 1).map(({ name, choice }, at) => [ordinal(at, name), yuan(total(choice))]),
    ),
    row('本年收入合计', yuan(total(CURRENT)), '本年支出合计', yuan(total())),
    row('上年结转', yuan(total(CARRIED)), '结转下年', ''),
    row('收入总计', yuan(total()), '支出总计', yuan(total())),
  ),
  收入预算总表: table(
    '表02',
    head(11, '2025年部门收入预算总表'),
    '单位编码 | 单位名称 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 专户资金 | 事业收入 | 事业单位经营收入 | 其他收入 | 上年结转',
    body(
      [grandTotal(), unitLine(DEPARTMENT), ...UNITS.map(unitLine)],
      [ALL, ...[...FUNDS, from('fiscal-account'), from('business'), NONE, from('other')].map((fund) => both(fund, CURRENT)), CARRIED],
      { write: yuan },
    ),
  ),
  支出预算总表: table(
    '表03',
    head(8, '2025年部门支出预算总表'),
    '科目编码 | 科目名称 | 合计 | 人员支出 | 日常公用支出 | 项目支出 | 事业单位经营支出 | 对附属单位补助支出',
    body([grandTotal(), ...accounts('functional')], [ALL, STAFF_COSTS, OPERATING_COSTS, PROJECT], options),
  ),
  财政拨款收支预算总表: table(
    '表04',
    head(4, '2025年财政拨款收支预算总表'),
    `
收入 | < | 支出 | <
项目 | 预算数 | 项目（按功能分类） | 预算数`,
    sideBySide(
      [
        ['一、一般公共预算拨款', yuan(total(GENERAL, CURRENT))],
        ['二、政府性基金预算拨款', yuan(total(GOV_FUND, CURRENT))],
        ['三、国有资本经营预算拨款', yuan(total(STATE_CAPITAL))],
      ],
      accounts('functional', FISCAL, 1).map(({ name, choice }, at) => [ordinal(at, name), yuan(total(choice, FISCAL))]),
    ),
    row('本年收入合计', yuan(total(FISCAL, CURRENT)), '本年支出合计', yuan(total(FISCAL))),
    row('上年结转', yuan(total(FISCAL, CARRIED)), '结转下年', ''),
    row('收入总计', yuan(total(FISCAL)), '支出总计', yuan(total(FISCAL))),
  ),
  一般公共预算支出表: table(
    '表05',
    head(7, '2025年一般公共预算支出表'),
    `
功能分类科目 | < | 2024年预算数 | 2025年预算数 | < | < | <
科目编码 | 科目名称 | ^ | 合计 | 人员支出 | 日常公用支出 | 项目支出`,
    body(
      [grandTotal(), ...accounts('functional', GENERAL)],
      [{ cell: (chosen: Choice) => yuan(lastYear(chosen, CURRENT)) }, ALL, STAFF_COSTS, OPERATING_COSTS, PROJECT],
      { ...options, choice: GENERAL },
    ),
  ),
  一般公共预算基本支出表: table(
    '表06',
    head(5, '2025年一般公共预算基本支出表'),
    '经济科目编码 | 经济科目名称 | 合计 | 人员支出 | 日常公用支出',
    body([grandTotal(), ...accounts('economic-dept', BASIC)], [ALL, STAFF_COSTS, OPERATING_COSTS], { ...options, choice: BASIC }),
  ),
  支出经济分类情况表: table(
    '表07',
    head(3, '2025年一般公共预算支出经济分类情况表'),
    '科目编码 | 科目名称 | 预算数',
    body([...accounts('economic-dept', GENERAL), grandTotal()], [ALL], { ...options, choice: GENERAL }),
  ),
  政府性基金预算支出表: table(
    '表08',
    head(5, '2025年政府性基金预算支出表'),
    '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出',
    body([grandTotal(), ...accounts('functional', GOV_FUND)], [ALL, BASIC, PROJECT], { ...options, choice: GOV_FUND }),
  ),
  国有资本经营预算支出表: table(
    '表09',
    head(5, '2025年国有资本经营预算支出表'),
    '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出',
    body([grandTotal(), ...accounts('functional', STATE_CAPITAL)], [ALL, BASIC, PROJECT], { ...options, choice: STATE_CAPITAL }),
  ),
  三公经费: table(
    '表10',
    head(4, '2025年一般公共预算“三公”经费支出预算表'),
    '项目 | 2024年预算数 | 2025年预算数 | 增减额',
    [
      ['合计', threePublic],
      ['一、因公出国（境）费用', abroad],
      ['二、公务接待费', reception],
      ['三、公务用车购置及运行费', vehicles],
      ['其中：公务用车购置费', purchase],
      ['      公务用车运行维护费', running],
    ]
      .map(([name, choice]) =>
        row(
          name as string,
          yuan(lastYear(choice as Choice)),
          yuan(total(choice as Choice)),
          yuan(total(choice as Choice) - lastYear(choice as Choice)),
        ),
      )
      .join('\n'),
  ),
  项目支出预算表: table(
    '表11',
    head(9, '2025年部门项目支出预算表'),
    '序号 | 项目名称 | 实施单位 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 专户资金 | 单位资金',
    body(
      [{ ...grandTotal('', '合计'), unit: { name: '' }, at: '' }, ...projects().map((line, at) => ({ ...line, at: `#${at + 1}` }))],
      [ALL, ...FUNDS, from('fiscal-account'), from('business', 'other')],
      { labels: ({ name, unit, at }) => [at, name, unit.name], write: yuan, choice: PROJECT },
    ),
  ),
};

test('every table is read and tied', () => {
  expectWhole(ZHEJIANG, [
    '收支预算总表: dept-summary 10/10',
    '收入预算总表: dept-income 4/4',
    '支出预算总表: dept-expenditure 26/26',
    '财政拨款收支预算总表: fiscal-summary 9/9',
    '一般公共预算支出表: general-expenditure 20/20',
    '一般公共预算基本支出表: general-basic 21/21',
    '支出经济分类情况表: other 26/26',
    '政府性基金预算支出表: gov-fund 4/4',
    '国有资本经营预算支出表: state-capital 4/4',
    '三公经费: three-public 6/6',
    '项目支出预算表: project-list 8/8',
  ]);
});
