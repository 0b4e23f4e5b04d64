/**
 * The tables that the budget systems of most provinces print alike since 2022 (Hubei, Guangxi, Jiangxi, Guizhou, the north-east):
 * units with their codes, this year's money and what was carried over side by side, each by fund.
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
} from './budget';

const FUNDS = [GENERAL, GOV_FUND, STATE_CAPITAL];
const OTHERS = [from('fiscal-account'), from('business'), NONE, NONE, NONE, from('other')];
const CLASSES = accounts('functional', ALL, 1);
const BY_UNIT = [grandTotal(), ...[DEPARTMENT, ...UNITS].map(unitLine)];
const { abroad, vehicles, purchase, running, reception, all: threePublic } = THREE_PUBLIC;

export const NATIONWIDE = {
  表1: table(
    caption(4, '收支总表'),
    `
收入 | < | 支出 | <
项目 | 预算数 | 项目 | 预算数`,
    sideBySide(
      [
        ['一、一般公共预算拨款收入', wan(total(GENERAL, CURRENT))],
        ['二、政府性基金预算拨款收入', wan(total(GOV_FUND, CURRENT))],
        ['三、国有资本经营预算拨款收入', wan(total(STATE_CAPITAL))],
        ['四、财政专户管理资金收入', wan(total(from('fiscal-account')))],
        ['五、事业收入', wan(total(from('business')))],
        ['六、事业单位经营收入'],
        ['七、上级补助收入'],
        ['八、附属单位上缴收入'],
        ['九、其他收入', wan(total(from('other')))],
      ],
      CLASSES.map(({ name, choice }, at) => [ordinal(at, name), wan(total(choice))]),
    ),
    row('本年收入合计', wan(total(CURRENT)), '本年支出合计', wan(total())),
    row('上年结转结余', wan(total(CARRIED)), '年终结转结余', ''),
    row('收入总计', wan(total()), '支出总计', wan(total())),
  ),
  表2: table(
    caption(19, '收入总表'),
    `
部门（单位）代码 | 部门（单位）名称 | 合计 | 本年收入 | < | < | < | < | < | < | < | < | < | 上年结转结余 | < | < | < | < | <
^ | ^ | ^ | 小计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 财政专户管理资金 | 事业收入 | 事业单位经营收入 | 上级补助收入 | 附属单位上缴收入 | 其他收入 | 小计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 财政专户管理资金 | 单位资金`,
    body(BY_UNIT, [
      ALL,
      CURRENT,
      ...[...FUNDS, ...OTHERS].map((source) => both(source, CURRENT)),
      CARRIED,
      ...FUNDS.map((source) => both(source, CARRIED)),
      NONE,
      NONE,
    ]),
  ),
  表3: table(
    caption(8, '支出总表'),
    `
科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | 事业单位经营支出 | 上缴上级支出 | 对附属单位补助支出`,
    body([grandTotal(), ...accounts('functional')], [ALL, BASIC, PROJECT]),
  ),
  表4: table(
    caption(4, '财政拨款收支总表'),
    `
收入 | < | 支出 | <
项目 | 预算数 | 项目 | 预算数`,
    sideBySide(
      [
        ['一、本年收入', wan(total(FISCAL, CURRENT))],
        ['（一）一般公共预算拨款', wan(total(GENERAL, CURRENT))],
        ['（二）政府性基金预算拨款', wan(total(GOV_FUND, CURRENT))],
        ['（三）国有资本经营预算拨款', wan(total(STATE_CAPITAL))],
        ['二、上年结转', wan(total(FISCAL, CARRIED))],
        ['（一）一般公共预算拨款', wan(total(GENERAL, CARRIED))],
        ['（二）政府性基金预算拨款', wan(total(GOV_FUND, CARRIED))],
        ['（三）国有资本经营预算拨款'],
      ],
      [
        ['一、本年支出', wan(total(FISCAL))],
        ...CLASSES.map(({ name, choice }, at) => [bracketed(at, name), wan(total(choice, FISCAL))]),
        ['二、年终结转结余'],
      ],
    ),
    row('收入总计', wan(total(FISCAL)), '支出总计', wan(total(FISCAL))),
  ),
  表5: table(
    caption(7, '一般公共预算支出表'),
    `
科目编码 | 科目名称 | 合计 | 基本支出 | < | < | 项目支出
^ | ^ | ^ | 小计 | 人员经费 | 公用经费 | ^`,
    body([grandTotal(), ...accounts('functional', GENERAL)], [ALL, BASIC, STAFF_COSTS, OPERATING_COSTS, PROJECT], { choice: GENERAL }),
  ),
  表6: table(
    caption(5, '一般公共预算基本支出表'),
    `
部门预算支出经济分类科目 | < | 本年一般公共预算基本支出 | < | <
科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费`,
    body([grandTotal(), ...accounts('economic-dept', BASIC)], [ALL, STAFF_COSTS, OPERATING_COSTS], { choice: BASIC }),
  ),
  表7: table(
    caption(8, '一般公共预算“三公”经费支出表'),
    `
单位编码 | 单位名称 | “三公”经费合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费
^ | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^`,
    body(BY_UNIT, [threePublic, abroad, vehicles, purchase, running, reception]),
  ),
  表8: table(
    caption(5, '政府性基金预算支出表'),
    `
科目编码 | 科目名称 | 本年政府性基金预算支出 | < | <
^ | ^ | 合计 | 基本支出 | 项目支出`,
    body([grandTotal(), ...accounts('functional', GOV_FUND)], [ALL, BASIC, PROJECT], { choice: GOV_FUND }),
  ),
  表9: table(
    caption(5, '国有资本经营预算支出表'),
    `
科目编码 | 科目名称 | 本年国有资本经营预算支出 | < | <
^ | ^ | 合计 | 基本支出 | 项目支出`,
    body([grandTotal(), ...accounts('functional', STATE_CAPITAL)], [ALL, BASIC, PROJECT], { choice: STATE_CAPITAL }),
  ),
  表10: table(
    caption(12, '项目支出表'),
    `
类型 | 项目名称 | 项目单位 | 合计 | 本年拨款 | < | < | 财政拨款结转结余 | < | < | 财政专户管理资金 | 单位资金
^ | ^ | ^ | ^ | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | ^`,
    body(
      [{ ...grandTotal('合计', ''), unit: { name: '' } }, ...projects()],
      [
        ALL,
        ...FUNDS.map((source) => both(source, CURRENT)),
        ...FUNDS.map((source) => both(source, CARRIED)),
        from('fiscal-account'),
        from('business', 'other'),
      ],
      { labels: ({ code, name, unit }) => [code === '合计' ? code : '特定目标类', name, unit.name], choice: PROJECT },
    ),
  ),
};
