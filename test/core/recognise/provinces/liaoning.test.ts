/**
 * The north-east (Liaoning, Jilin, Heilongjiang) and Inner Mongolia: 收支总表 in three blocks with the purposes split by economic
 * class, sources with their older names, functions and below them the units that spend, totals first.
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
  FISCAL,
  from,
  GENERAL,
  GOV_FUND,
  grandTotal,
  last,
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
  under,
  wan,
  type Choice,
} from '../../../support/budget';
import { expectWhole } from '../../../support/whole';

const LEFT = '编制单位：某某市林业和草原局';
const FUNDS = [GENERAL, GOV_FUND, STATE_CAPITAL];
const { abroad, vehicles, purchase, running, reception, all: threePublic } = THREE_PUBLIC;
const TOTAL = grandTotal('', '合计');
const byFunction = (choice: Choice, columns: Parameters<typeof body>[1]): string =>
  body([TOTAL, ...accounts('functional', choice)], columns, { choice });
const purpose = (label: string, choice: Choice): readonly string[] => [label, wan(total(choice))];
const classes = (...codes: readonly string[]): Choice => under('economic-dept', ...codes);

const LIAONING = {
  '1': table(
    '表一',
    caption(6, '2025年部门收支总表', LEFT),
    `
收      入 | < | 支      出 | < | < | <
项目 | 预算数 | 支出功能分类 | 预算数 | 支出用途 | 预算数`,
    sideBySide(
      [
        ['一、财政拨款收入', wan(total(FISCAL, CURRENT))],
        ['（一）一般公共预算财政拨款收入', wan(total(GENERAL, CURRENT))],
        ['（二）政府性基金预算财政拨款收入', wan(total(GOV_FUND, CURRENT))],
        ['（三）国有资本经营预算财政拨款收入', wan(total(STATE_CAPITAL))],
        ['二、纳入专户管理的行政事业性收费收入', wan(total(from('fiscal-account')))],
        ['三、事业收入', wan(total(from('business')))],
        ['四、经营收入'],
        ['五、其他收入', wan(total(from('other')))],
      ],
      accounts('functional', ALL, 1).map(({ name, choice }, at) => [ordinal(at, name), wan(total(choice))]),
      [
        purpose('一、基本支出', BASIC),
        purpose('（一）工资福利支出', both(BASIC, classes('301'))),
        purpose('（二）商品和服务支出', both(BASIC, classes('302'))),
        purpose('（三）对个人和家庭的补助', both(BASIC, classes('303'))),
        purpose('（四）资本性支出', both(BASIC, classes('310'))),
        purpose('二、项目支出', PROJECT),
        purpose('（一）商品和服务支出', both(PROJECT, classes('302'))),
        purpose('（二）资本性支出', both(PROJECT, classes('310'))),
      ],
    ),
    row('本年收入合计', wan(total(CURRENT)), '本年支出合计', wan(total()), '本年支出合计', wan(total())),
    row('上年结转', wan(total(CARRIED)), '结转下年', '', '结转下年', ''),
    row('收入总计', wan(total()), '支出总计', wan(total()), '支出总计', wan(total())),
  ),
  '2': table(
    '表二',
    caption(12, '2025年部门收入总表', LEFT),
    `
功能分类科目 | < | 收入总计 | 财政拨款收入 | < | < | < | 纳入专户管理的行政事业性收费收入 | 事业收入 | 经营收入 | 其他收入 | 上年结转
科目编码 | 科目名称 | ^ | 小计 | 一般公共预算财政拨款收入 | 政府性基金预算财政拨款收入 | 国有资本经营预算财政拨款收入 | ^ | ^ | ^ | ^ | ^`,
    byFunction(ALL, [
      ALL,
      ...[FISCAL, ...FUNDS, from('fiscal-account'), from('business'), NONE, from('other')].map((fund) => both(fund, CURRENT)),
      CARRIED,
    ]),
  ),
  '3': table(
    '表三',
    caption(9, '2025年部门支出总表', LEFT),
    `
功能分类科目 | < | 支出总计 | 基本支出 | < | < | < | < | 项目支出
科目编码 | 科目名称 | ^ | 小计 | 工资福利支出 | 商品和服务支出 | 对个人和家庭的补助 | 资本性支出 | ^`,
    byFunction(ALL, [
      ALL,
      BASIC,
      both(BASIC, classes('301')),
      both(BASIC, classes('302')),
      both(BASIC, classes('303')),
      both(BASIC, classes('310')),
      PROJECT,
    ]),
  ),
  '4': table(
    '表四',
    caption(4, '2025年财政拨款收支总表', LEFT),
    `
收      入 | < | 支      出 | <
项目 | 预算数 | 项目 | 预算数`,
    sideBySide(
      [
        ['一、一般公共预算财政拨款收入', wan(total(GENERAL, CURRENT))],
        ['二、政府性基金预算财政拨款收入', wan(total(GOV_FUND, CURRENT))],
        ['三、国有资本经营预算财政拨款收入', wan(total(STATE_CAPITAL))],
      ],
      accounts('functional', FISCAL, 1).map(({ name, choice }, at) => [ordinal(at, name), wan(total(choice, FISCAL))]),
    ),
    row('本年收入合计', wan(total(FISCAL, CURRENT)), '本年支出合计', wan(total(FISCAL))),
    row('上年结转', wan(total(FISCAL, CARRIED)), '结转下年', ''),
    row('  一、一般公共预算', wan(total(GENERAL, CARRIED)), '', ''),
    row('  二、政府性基金预算', wan(total(GOV_FUND, CARRIED)), '', ''),
    row('收入总计', wan(total(FISCAL)), '支出总计', wan(total(FISCAL))),
  ),
  '5': table(
    '表五',
    caption(9, '2025年一般公共预算支出表', LEFT),
    `
支出功能分类科目 | < | 2024年预算数 | 2025年预算数 | < | < | < | < | 2025年比2024年增减%
科目编码 | 科目名称 | ^ | 合计 | 基本支出 | < | < | 项目支出 | ^
^ | ^ | ^ | ^ | 小计 | 人员经费 | 公用经费 | ^ | ^`,
    byFunction(GENERAL, [last(GENERAL), ALL, BASIC, STAFF_COSTS, OPERATING_COSTS, PROJECT]),
  ),
  '6': table(
    '表六',
    caption(7, '2025年一般公共预算基本支出表', LEFT),
    `
经济分类科目 | < | 基本支出 | < | < | 备注
科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 | ^`,
    body([TOTAL, ...accounts('economic-dept', BASIC)], [ALL, STAFF_COSTS, OPERATING_COSTS], { choice: BASIC }),
  ),
  '7': table(
    '表七',
    caption(6, '2025年一般公共预算“三公”经费支出表', LEFT),
    `
2025年预算数 | < | < | < | < | <
合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费
^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^`,
    row(...[threePublic, abroad, vehicles, purchase, running, reception].map((item) => wan(total(item)) || '-')),
  ),
  '8': table(
    '表八',
    caption(5, '2025年政府性基金预算支出表', LEFT),
    `
支出功能分类科目 | < | 政府性基金预算支出 | < | <
科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出`,
    byFunction(GOV_FUND, [ALL, BASIC, PROJECT]),
  ),
  '9': table(
    '表九',
    caption(5, '2025年国有资本经营预算支出表', LEFT),
    `
支出功能分类科目 | < | 国有资本经营预算支出 | < | <
科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出`,
    byFunction(STATE_CAPITAL, [ALL, BASIC, PROJECT]),
  ),
  '10': table(
    '表十',
    caption(12, '2025年部门项目支出预算表', LEFT),
    `
单位名称 | 项目名称 | 项目内容 | 资金来源 | < | < | < | < | < | < | < | 备注
^ | ^ | ^ | 合计 | 财政拨款 | < | < | < | 专户资金 | 单位资金 | 上年结转 | ^
^ | ^ | ^ | ^ | 小计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | ^ | ^ | ^`,
    body(
      [{ ...grandTotal('', ''), unit: { name: '合计' } }, ...projects()],
      [ALL, ...[FISCAL, ...FUNDS, from('fiscal-account'), from('business', 'other')].map((fund) => both(fund, CURRENT)), CARRIED],
      { labels: ({ name, unit }) => [unit.name, name, name === '' ? '' : '按实施方案完成'], choice: PROJECT },
    ),
  ),
};

test('every table is read and tied', () => {
  expectWhole(LIAONING, [
    '1: dept-summary 11/11',
    '2: dept-income 26/26',
    '3: dept-expenditure 26/26',
    '4: fiscal-summary 11/11',
    '5: general-expenditure 20/20',
    '6: general-basic 21/21',
    '7: three-public 1/1',
    '8: gov-fund 4/4',
    '9: state-capital 4/4',
    '10: project-list 8/8',
  ]);
});
