/**
 * Beijing: 万元 to six decimals, the “三公” with a year in each row, 政府采购 by its three sorts, 政府购买服务 by its own list, each
 * fund's table with the same columns as the general one.
 */
import {
  accounts,
  ALL,
  BASIC,
  body,
  both,
  bracketed,
  caption,
  CARRIED,
  CURRENT,
  DEPARTMENT,
  FISCAL,
  from,
  GENERAL,
  GOV_FUND,
  grandTotal,
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
  type Choice,
} from '../../../support/budget';
import { brief } from '../../../support/sensitivity';
import { expectWhole } from '../../../support/whole';

const write = (amount: number): string => (amount === 0 ? '' : (amount / 100).toFixed(6));
const FUNDS = [GENERAL, GOV_FUND, STATE_CAPITAL];
const OWN = from('business', 'other');
const { abroad, vehicles, purchase, running, reception, all: threePublic } = THREE_PUBLIC;
const byFunction = (choice: Choice, columns: readonly Choice[]): string =>
  body([grandTotal('', '合计'), ...accounts('functional', choice)], columns, { choice, write });
const NATURES = [ALL, BASIC, STAFF_COSTS, OPERATING_COSTS, PROJECT];

const BEIJING = {
  '01收支总表': table(
    '预算01表',
    caption(4, '收支总表', '部门名称：某某市林业和草原局', '单位：万元'),
    `
收入 | < | 支出 | <
项目 | 预算数 | 项目 | 预算数`,
    sideBySide(
      [
        ['一、一般公共预算财政拨款收入', write(total(GENERAL, CURRENT))],
        ['二、政府性基金预算财政拨款收入', write(total(GOV_FUND, CURRENT))],
        ['三、国有资本经营预算财政拨款收入', write(total(STATE_CAPITAL))],
        ['四、财政专户管理资金收入', write(total(from('fiscal-account')))],
        ['五、事业收入', write(total(from('business')))],
        ['六、上级补助收入'],
        ['七、附属单位上缴收入'],
        ['八、事业单位经营收入'],
        ['九、其他收入', write(total(from('other')))],
      ],
      accounts('functional', ALL, 1).map(({ name, choice }, at) => [ordinal(at, name), write(total(choice))]),
    ),
    row('本年收入合计', write(total(CURRENT)), '本年支出合计', write(total())),
    row('上年结转结余', write(total(CARRIED)), '年终结转结余', ''),
    row('收入总计', write(total()), '支出总计', write(total())),
  ),
  '02收入总表': table(
    '预算02表',
    caption(15, '收入总表', '部门名称：某某市林业和草原局', '单位：万元'),
    `
部门（单位）代码 | 部门（单位）名称 | 合计 | 本年收入 | < | < | < | < | < | < | < | < | < | 上年结转结余 | <
^ | ^ | ^ | 小计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款 | 财政专户管理资金 | 事业收入 | 上级补助收入 | 附属单位上缴收入 | 事业单位经营收入 | 其他收入 | 小计 | 一般公共预算财政拨款`,
    body(
      [grandTotal('', '合计'), unitLine(DEPARTMENT), ...UNITS.map(unitLine)],
      [
        ALL,
        CURRENT,
        ...[...FUNDS, from('fiscal-account'), from('business'), NONE, NONE, NONE, from('other')].map((fund) => both(fund, CURRENT)),
        CARRIED,
        both(GENERAL, CARRIED),
      ],
      { write },
    ),
  ),
  '03支出总表': table(
    '预算03表',
    caption(8, '支出总表', '部门名称：某某市林业和草原局', '单位：万元'),
    '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | 事业单位经营支出 | 上缴上级支出 | 对附属单位补助支出',
    byFunction(ALL, [ALL, BASIC, PROJECT]),
  ),
  '04项目支出表': table(
    '预算04表',
    caption(12, '项目支出表', '部门名称：某某市林业和草原局', '单位：万元'),
    `
类型 | 项目名称 | 项目单位 | 合计 | 本年拨款 | < | < | 财政拨款结转结余 | < | < | 财政专户管理资金 | 单位资金
^ | ^ | ^ | ^ | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | ^`,
    body(
      [{ ...grandTotal('', ''), unit: { name: '' }, type: '合计' }, ...projects().map((line) => ({ ...line, type: '31-部门项目' }))],
      [ALL, ...FUNDS.map((fund) => both(fund, CURRENT)), ...FUNDS.map((fund) => both(fund, CARRIED)), from('fiscal-account'), OWN],
      { labels: ({ type, name, unit }) => [type, name, unit.name === '' ? '' : `101001-${unit.name}`], write, choice: PROJECT },
    ),
  ),
  '05政府采购': table(
    '预算05表',
    caption(2, '政府采购预算明细表', '部门名称：某某市林业和草原局', '单位：万元'),
    `
采购类别 | 金额
合计 | 148.500000
A货物 | 32.500000
B工程 | 82.000000
C服务 | 34.000000`,
  ),
  '06财政拨款收支总表': table(
    '预算06表',
    caption(7, '财政拨款收支总表', '部门名称：某某市林业和草原局', '单位：万元'),
    `
收入 | < | 支出 | < | < | < | <
项目 | 预算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款`,
    sideBySide(
      [
        ['一、本年收入', write(total(FISCAL, CURRENT))],
        ['（一）一般公共预算财政拨款', write(total(GENERAL, CURRENT))],
        ['（二）政府性基金预算财政拨款', write(total(GOV_FUND, CURRENT))],
        ['（三）国有资本经营预算财政拨款', write(total(STATE_CAPITAL))],
        ['二、上年结转', write(total(FISCAL, CARRIED))],
        ['（一）一般公共预算财政拨款', write(total(GENERAL, CARRIED))],
        ['（二）政府性基金预算财政拨款', write(total(GOV_FUND, CARRIED))],
        ['（三）国有资本经营预算财政拨款'],
      ],
      [
        ['一、本年支出', ...[FISCAL, ...FUNDS].map((fund) => write(total(fund)))],
        ...accounts('functional', FISCAL, 1).map(({ name, choice }, at) => [
          bracketed(at, name),
          ...[FISCAL, ...FUNDS].map((fund) => write(total(choice, fund))),
        ]),
        ['二、年终结转结余'],
      ],
    ),
    row('收入总计', write(total(FISCAL)), '支出总计', ...[FISCAL, ...FUNDS].map((fund) => write(total(fund)))),
  ),
  '07一般公共预算': table(
    '预算07表',
    caption(7, '一般公共预算财政拨款支出表', '部门名称：某某市林业和草原局', '单位：万元'),
    `
科目编码 | 科目名称 | 合计 | 基本支出 | < | < | 项目支出
^ | ^ | ^ | 小计 | 人员经费 | 公用经费 | ^`,
    byFunction(GENERAL, NATURES),
  ),
  '08基本支出': table(
    '预算08表',
    caption(5, '一般公共预算财政拨款基本支出表', '部门名称：某某市林业和草原局', '单位：万元'),
    `
部门预算支出经济分类科目 | < | 本年一般公共预算财政拨款基本支出 | < | <
科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费`,
    body([grandTotal('', '合计'), ...accounts('economic-dept', BASIC)], [ALL, STAFF_COSTS, OPERATING_COSTS], { choice: BASIC, write }),
  ),
  '09政府性基金': table(
    '预算09表',
    caption(7, '政府性基金预算财政拨款支出表', '部门名称：某某市林业和草原局', '单位：万元'),
    `
科目编码 | 科目名称 | 合计 | 基本支出 | < | < | 项目支出
^ | ^ | ^ | 小计 | 人员经费 | 公用经费 | ^`,
    byFunction(GOV_FUND, NATURES),
  ),
  '10国有资本': table(
    '预算10表',
    caption(7, '国有资本经营预算财政拨款支出表', '部门名称：某某市林业和草原局', '单位：万元'),
    `
科目编码 | 科目名称 | 合计 | 基本支出 | < | < | 项目支出
^ | ^ | ^ | 小计 | 人员经费 | 公用经费 | ^`,
    byFunction(STATE_CAPITAL, NATURES),
  ),
  '11三公': table(
    '预算11表',
    caption(7, '2025年一般公共预算财政拨款“三公”经费支出表', '部门名称：某某市林业和草原局', '单位：万元'),
    `
年度 | “三公”经费财政拨款预算总额 | 因公出国（境）费用 | 公务接待费 | 公务用车购置和运行维护费 | < | <
^ | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费`,
    row('2024年', ...[threePublic, abroad, reception, vehicles, purchase, running].map((item) => write(lastYear(item)))),
    row('2025年', ...[threePublic, abroad, reception, vehicles, purchase, running].map((item) => write(total(item)))),
  ),
  '12购买服务': table(
    '预算12表',
    caption(7, '政府购买服务预算财政拨款明细表', '部门名称：某某市林业和草原局', '单位：万元'),
    `
指导性目录 | < | < | < | 服务领域 | 预算金额 | 承接主体类别
一级目录 | 二级目录 | 三级目录 | 代码 | ^ | ^ | ^
合计 | | | | | 34.000000 |
政府履职辅助性服务 | 后勤服务 | 物业管理 | B1101 | 农林水 | 26.000000 | 企业
政府履职辅助性服务 | 会议服务 | 会议服务 | B0601 | 农林水 | 8.000000 | 企业`,
  ),
};

test('every table is read and tied', () => {
  const { at } = expectWhole(BEIJING, [
    '01收支总表: dept-summary 12/12',
    '02收入总表: dept-income 4/4',
    '03支出总表: dept-expenditure 26/26',
    '04项目支出表: project-list 8/8',
    '05政府采购: procurement 4/4',
    '06财政拨款收支总表: fiscal-summary 9/9',
    '07一般公共预算: general-expenditure 20/20',
    '08基本支出: general-basic 21/21',
    '09政府性基金: gov-fund 4/4',
    '10国有资本: state-capital 4/4',
    '11三公: three-public 2/2',
    '12购买服务: other 0/0',
  ]);
  expect([brief(at('11三公!B6')), brief(at('11三公!B7'))]).toEqual([
    'item three-public-total all general last',
    'item three-public-total all general',
  ]);
});
