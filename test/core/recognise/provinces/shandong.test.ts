/**
 * Shandong: 财政拨款 and 单位资金 as groups of sources, each nature with whose money pays for it, 政府采购 and 政府购买服务, the
 * empty tables said to be empty, and a cover and a list of contents before them.
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
  wan,
  type Choice,
  type Line,
} from '../../../support/budget';
import { expectWhole } from '../../../support/whole';

const FUNDS = [GENERAL, GOV_FUND, STATE_CAPITAL];
const OWN = from('business', 'other');
const { abroad, vehicles, purchase, running, reception, all: threePublic } = THREE_PUBLIC;
const labels = (line: Line): readonly string[] => [line.code, indented(line)];
const byFunction = (choice: Choice, columns: readonly Choice[]): string =>
  body([...accounts('functional', choice), grandTotal('合 计', '<')], columns, { labels, choice });

const SHANDONG = {
  封面: `
2025年部门预算公开
某某市林业和草原局
二〇二五年二月`,
  目录: `
目    录
一、收支预算总表
二、收入预算总表
三、支出预算总表
四、财政拨款收支预算总表
五、一般公共预算财政拨款支出预算表
六、一般公共预算财政拨款基本支出预算表
七、一般公共预算财政拨款“三公”经费支出预算表
八、政府性基金预算财政拨款支出预算表
九、国有资本经营预算财政拨款支出预算表
十、政府采购预算表
十一、项目支出预算表
十二、机关运行经费支出预算表`,
  收支总表: table(
    '公开表1',
    caption(4, '2025年收支预算总表', '部门（单位）名称：某某市林业和草原局'),
    `
收入 | < | 支出 | <
项目 | 预算数 | 项目 | 预算数`,
    sideBySide(
      [
        ['一、财政拨款收入', wan(total(FISCAL, CURRENT))],
        ['1.一般公共预算拨款收入', wan(total(GENERAL, CURRENT))],
        ['2.政府性基金预算拨款收入', wan(total(GOV_FUND, CURRENT))],
        ['3.国有资本经营预算拨款收入', wan(total(STATE_CAPITAL))],
        ['二、财政专户管理资金收入', wan(total(from('fiscal-account')))],
        ['三、单位资金收入', wan(total(OWN))],
        ['1.事业收入（不含教育收费）', wan(total(from('business')))],
        ['2.事业单位经营收入'],
        ['3.上级补助收入'],
        ['4.附属单位上缴收入'],
        ['5.其他收入', wan(total(from('other')))],
      ],
      accounts('functional', ALL, 1).map(({ name, choice }, at) => [ordinal(at, name), wan(total(choice))]),
    ),
    row('本年收入合计', wan(total(CURRENT)), '本年支出合计', wan(total())),
    row('上年结转结余', wan(total(CARRIED)), '结转下年支出', ''),
    row('收入总计', wan(total()), '支出总计', wan(total())),
  ),
  收入总表: table(
    '公开表2',
    caption(14, '2025年收入预算总表', '部门（单位）名称：某某市林业和草原局'),
    `
科目 | < | 总计 | 财政拨款 | < | < | < | 财政专户管理资金 | 单位资金 | < | < | < | < | 上年结转结余
科目编码 | 科目名称 | ^ | 小计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | 小计 | 事业收入 | 上级补助收入 | 附属单位上缴收入 | 其他收入 | ^`,
    byFunction(ALL, [
      ALL,
      ...[FISCAL, ...FUNDS, from('fiscal-account'), OWN, from('business'), NONE, NONE, from('other')].map((fund) => both(fund, CURRENT)),
      CARRIED,
    ]),
  ),
  支出总表: table(
    '公开表3',
    caption(9, '2025年支出预算总表', '部门（单位）名称：某某市林业和草原局'),
    `
科目编码 | 科目名称 | 合计 | 基本支出 | < | < | 项目支出 | < | <
^ | ^ | ^ | 小计 | 财政拨款 | 单位资金 | 小计 | 财政拨款 | 财政专户管理资金及单位资金`,
    byFunction(ALL, [
      ALL,
      BASIC,
      both(BASIC, FISCAL),
      both(BASIC, OWN),
      PROJECT,
      both(PROJECT, FISCAL),
      both(PROJECT, from('fiscal-account', 'business', 'other')),
    ]),
  ),
  财政拨款收支总表: table(
    '公开表4',
    caption(7, '2025年财政拨款收支预算总表', '部门（单位）名称：某某市林业和草原局'),
    `
收入 | < | 支出 | < | < | < | <
项目 | 预算数 | 项目 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算`,
    sideBySide(
      [
        ['一、本年收入', wan(total(FISCAL, CURRENT))],
        ['一般公共预算', wan(total(GENERAL, CURRENT))],
        ['政府性基金预算', wan(total(GOV_FUND, CURRENT))],
        ['国有资本经营预算', wan(total(STATE_CAPITAL))],
        ['二、上年结转', wan(total(FISCAL, CARRIED))],
        ['一般公共预算', wan(total(GENERAL, CARRIED))],
        ['政府性基金预算', wan(total(GOV_FUND, CARRIED))],
        ['国有资本经营预算'],
      ],
      [
        ['一、本年支出', ...[FISCAL, ...FUNDS].map((fund) => wan(total(fund)))],
        ...accounts('functional', FISCAL, 1).map(({ name, choice }) => [
          name,
          ...[FISCAL, ...FUNDS].map((fund) => wan(total(choice, fund))),
        ]),
        ['二、结转下年'],
      ],
    ),
    row('收入总计', wan(total(FISCAL)), '支出总计', ...[FISCAL, ...FUNDS].map((fund) => wan(total(fund)))),
  ),
  一般公共预算: table(
    '公开表5',
    caption(7, '2025年一般公共预算财政拨款支出预算表', '部门（单位）名称：某某市林业和草原局'),
    `
科目编码 | 科目名称 | 合计 | 基本支出 | < | < | 项目支出
^ | ^ | ^ | 小计 | 人员经费 | 日常公用经费 | ^`,
    byFunction(GENERAL, [ALL, BASIC, STAFF_COSTS, OPERATING_COSTS, PROJECT]),
  ),
  基本支出: table(
    '公开表6',
    caption(5, '2025年一般公共预算财政拨款基本支出预算表', '部门（单位）名称：某某市林业和草原局'),
    `
部门预算支出经济分类 | < | 合计 | 人员经费 | 日常公用经费
科目编码 | 科目名称 | ^ | ^ | ^`,
    body([...accounts('economic-dept', BASIC), grandTotal('合 计', '<')], [ALL, STAFF_COSTS, OPERATING_COSTS], { labels, choice: BASIC }),
  ),
  三公: table(
    '公开表7',
    caption(8, '2025年一般公共预算财政拨款“三公”经费支出预算表', '部门（单位）名称：某某市林业和草原局'),
    `
单位编码 | 单位名称 | 合计 | 因公出国（境）费用 | 公务用车购置及运行维护费 | < | < | 公务接待费
^ | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^`,
    body(
      [grandTotal('合 计', '<'), unitLine(DEPARTMENT), ...UNITS.map(unitLine)],
      [threePublic, abroad, vehicles, purchase, running, reception],
    ),
  ),
  基金: table(
    '公开表8',
    caption(5, '2025年政府性基金预算财政拨款支出预算表', '部门（单位）名称：某某市林业和草原局'),
    '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出',
    byFunction(GOV_FUND, [ALL, BASIC, PROJECT]),
  ),
  国资: table(
    '公开表9',
    caption(5, '2025年国有资本经营预算财政拨款支出预算表', '部门（单位）名称：某某市林业和草原局'),
    '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出',
    byFunction(STATE_CAPITAL, [ALL, BASIC, PROJECT]),
  ),
  采购: table(
    '公开表10',
    caption(9, '2025年政府采购预算表', '部门（单位）名称：某某市林业和草原局'),
    `
采购项目名称 | 采购品目 | 合计 | 财政拨款 | < | < | < | 财政专户管理资金 | 单位资金
^ | ^ | ^ | 小计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | ^
合 计 | | 148.50 | 140.50 | 58.50 | 82.00 | | | 8.00
造林苗木采购 | 货物 | 32.50 | 32.50 | 32.50 | | | |
村庄绿化施工 | 工程 | 82.00 | 82.00 | | 82.00 | | |
物业管理 | 服务 | 34.00 | 26.00 | 26.00 | | | | 8.00`,
  ),
  项目: table(
    '公开表11',
    caption(8, '2025年项目支出预算表', '部门（单位）名称：某某市林业和草原局'),
    `
项目名称 | 项目单位 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 财政专户管理资金 | 单位资金`,
    body([...projects(), { ...grandTotal('', '合 计'), unit: { name: '' } }], [ALL, ...FUNDS, from('fiscal-account'), OWN], {
      labels: ({ name, unit }) => [name, unit.name],
      choice: PROJECT,
    }),
  ),
  机关运行: table(
    '公开表12',
    caption(3, '2025年机关运行经费支出预算表', '部门（单位）名称：某某市林业和草原局'),
    `
科目编码 | 科目名称 | 预算数
302 | 商品和服务支出 | 87.88
30201 | _办公费 | 32.25
30211 | _差旅费 | 31.62
30215 | _会议费 | 1.20
30216 | _培训费 | 2.45
30217 | _公务接待费 | 2.36
30231 | _公务用车运行维护费 | 18.00
310 | 资本性支出 | 3.00
31002 | _办公设备购置 | 3.00
合 计 | < | 90.88`,
  ),
};

test('every table is read and tied', () => {
  expectWhole(SHANDONG, [
    '封面: other 0/0',
    '目录: other 0/0',
    '收支总表: dept-summary 14/14',
    '收入总表: dept-income 26/26',
    '支出总表: dept-expenditure 26/26',
    '财政拨款收支总表: fiscal-summary 9/9',
    '一般公共预算: general-expenditure 20/20',
    '基本支出: general-basic 21/21',
    '三公: three-public 4/4',
    '基金: gov-fund 4/4',
    '国资: state-capital 4/4',
    '采购: procurement 4/4',
    '项目: project-list 8/8',
    '机关运行: other 0/0',
  ]);
});
