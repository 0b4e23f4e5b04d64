/**
 * Henan: the summary's 支出 by nature with whose money it is across, 部门 and 政府 economic classes side by side (each 类 | 款 |
 * name), the “三公” as a list, the finest accounts under each unit.
 */
import type { AccountScheme } from '../../../../src/core/model';
import {
  accounts,
  ALL,
  BASIC,
  body,
  both,
  caption,
  CARRIED,
  CURRENT,
  ENTRIES,
  FISCAL,
  from,
  GENERAL,
  GOV_FUND,
  NONE,
  ofUnit,
  OPERATING_COSTS,
  ordinal,
  PROJECT,
  projects,
  row,
  sideBySide,
  split,
  STAFF_COSTS,
  STATE_CAPITAL,
  table,
  THREE_PUBLIC,
  total,
  under,
  UNITS,
  wan,
  type Choice,
  type Column,
  type Line,
} from '../../../support/budget';
import { expectWhole } from '../../../support/whole';

const LEFT = '部门名称：某某市林业和草原局';
const FUNDS = [GENERAL, GOV_FUND, STATE_CAPITAL];
const { abroad, vehicles, purchase, running, reception, all: threePublic } = THREE_PUBLIC;
const classes = (...codes: readonly string[]): Choice => under('economic-dept', ...codes);
const ACROSS = [ALL, GENERAL, both(GENERAL, CURRENT), GOV_FUND, STATE_CAPITAL, from('fiscal-account'), from('business', 'other')];
const across = (choice: Choice): readonly string[] => ACROSS.map((column) => wan(total(choice, column)));

const heading = (name: string, choice: Choice): Line => ({ code: '', name, level: 0, choice });

/** 合计, then each unit with its finest accounts. */
function byUnit(choice: Choice, columns: readonly Column[]): string {
  const units = UNITS.filter((unit) => total(choice, ofUnit(unit)) > 0);
  const lines = units.flatMap((unit) => [
    heading(unit.name, ofUnit(unit)),
    ...accounts('functional', both(choice, ofUnit(unit))).filter(({ level }) => level === 2),
  ]);
  return body([heading('合计', ALL), ...lines], columns, { labels: ({ code, name }) => [...split(code), name], choice });
}

/** One row for each pair of a 部门 and a 政府 款. */
function pairs(choice: Choice, columns: readonly Column[]): string {
  const keys = new Set(ENTRIES.filter(choice).map((one) => `${one['economic-dept']} ${one['economic-gov']}`));
  const labels = (scheme: AccountScheme, code: string): readonly string[] => {
    const named = accounts(scheme, ALL, 2).find((line) => line.code === code);
    return [...split(code).slice(0, 2), named?.name ?? ''];
  };
  const lines = [...keys].sort().map((key): Line => {
    const [dept = '', gov = ''] = key.split(' ');
    return { code: key, name: '', level: 1, choice: both(classes(dept), under('economic-gov', gov)) };
  });
  return body([heading('合计', ALL), ...lines], columns, {
    labels: ({ code, name }) => {
      const [dept = '', gov = ''] = code.split(' ');
      return code === '' ? ['', '', name, '', '', ''] : [...labels('economic-dept', dept), ...labels('economic-gov', gov)];
    },
    choice,
  });
}

const BY_CLASS = [
  ALL,
  BASIC,
  both(BASIC, classes('301')),
  both(BASIC, classes('303')),
  both(BASIC, classes('302')),
  both(BASIC, classes('310')),
  PROJECT,
  both(PROJECT, CURRENT),
  both(PROJECT, CARRIED),
];
const BY_CLASS_HEADINGS = `
科目编码 | < | < | 单位（科目名称） | 合计 | 基本支出 | < | < | < | < | 项目支出 | < | <
类 | 款 | 项 | ^ | ^ | 小计 | 人员经费 | < | 公用经费 | < | 小计 | 一般性项目 | 专项资金
^ | ^ | ^ | ^ | ^ | ^ | 工资福利支出 | 对个人和家庭的补助 | 商品和服务支出 | 资本性支出 | ^ | ^ | ^`;

const HENAN = {
  '01': table(
    '预算01表',
    caption(10, '2025年部门收支总体情况表', LEFT),
    `
收     入 | < | 支     出 | < | < | < | < | < | < | <
项     目 | 金 额 | 项     目 | 合计 | 一般公共预算 | < | 政府性基金预算 | 国有资本经营预算 | 财政专户管理资金 | 单位资金
^ | ^ | ^ | ^ | 小计 | 其中：财政拨款 | ^ | ^ | ^ | ^`,
    sideBySide(
      [
        ['一、一般公共预算', wan(total(GENERAL, CURRENT))],
        ['其中：财政拨款', wan(total(GENERAL, CURRENT))],
        ['二、政府性基金预算', wan(total(GOV_FUND, CURRENT))],
        ['三、国有资本经营预算', wan(total(STATE_CAPITAL))],
        ['四、财政专户管理资金', wan(total(from('fiscal-account')))],
        ['五、单位资金', wan(total(from('business', 'other')))],
      ],
      [
        ['一、基本支出', ...across(BASIC)],
        ['1、工资福利支出', ...across(both(BASIC, classes('301')))],
        ['2、商品和服务支出', ...across(both(BASIC, classes('302')))],
        ['3、对个人和家庭的补助', ...across(both(BASIC, classes('303')))],
        ['4、资本性支出', ...across(both(BASIC, classes('310')))],
        ['二、项目支出', ...across(PROJECT)],
        ['1、一般性项目', ...across(both(PROJECT, CURRENT))],
        ['2、专项资金', ...across(both(PROJECT, CARRIED))],
      ],
    ),
    row('本 年 收 入 合 计', wan(total(CURRENT)), '本 年 支 出 合 计', ...across(ALL)),
    row('上年结转结余', wan(total(CARRIED)), '年终结转结余', ''),
    row('收  入  总  计', wan(total()), '支  出  总  计', ...across(ALL)),
  ),
  '02': table(
    '预算02表',
    caption(14, '2025年部门收入总体情况表', LEFT),
    `
科目编码 | < | < | 单位（科目名称） | 总计 | 本年收入 | < | < | < | < | < | < | < | 上年结转
类 | 款 | 项 | ^ | ^ | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 财政专户管理资金 | 事业收入 | 事业单位经营收入 | 其他收入 | ^`,
    byUnit(ALL, [
      ALL,
      CURRENT,
      ...[...FUNDS, from('fiscal-account'), from('business'), NONE, from('other')].map((source) => both(source, CURRENT)),
      CARRIED,
    ]),
  ),
  '03': table('预算03表', caption(13, '2025年部门支出总体情况表', LEFT), BY_CLASS_HEADINGS, byUnit(ALL, BY_CLASS)),
  '04': table(
    '预算04表',
    caption(7, '2025年财政拨款收支总体情况表', LEFT),
    `
收     入 | < | 支     出 | < | < | < | <
项     目 | 金 额 | 项     目 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算`,
    sideBySide(
      [
        ['一、本年收入', wan(total(FISCAL, CURRENT))],
        ['（一）一般公共预算拨款', wan(total(GENERAL, CURRENT))],
        ['其中：财政拨款', wan(total(GENERAL, CURRENT))],
        ['（二）政府性基金预算拨款', wan(total(GOV_FUND, CURRENT))],
        ['（三）国有资本经营预算拨款', wan(total(STATE_CAPITAL))],
        ['二、上年结转', wan(total(FISCAL, CARRIED))],
        ['（一）一般公共预算拨款', wan(total(GENERAL, CARRIED))],
        ['（二）政府性基金预算拨款', wan(total(GOV_FUND, CARRIED))],
      ],
      accounts('functional', FISCAL, 1).map(({ name, choice }, at) => [
        ordinal(at, name),
        ...[FISCAL, ...FUNDS].map((fund) => wan(total(choice, fund))),
      ]),
    ),
    row('收入合计', wan(total(FISCAL)), '支出合计', ...[FISCAL, ...FUNDS].map((fund) => wan(total(fund)))),
  ),
  '05': table('预算05表', caption(13, '2025年一般公共预算支出情况表', LEFT), BY_CLASS_HEADINGS, byUnit(GENERAL, BY_CLASS)),
  '06': table(
    '预算06表',
    caption(9, '2025年一般公共预算基本支出情况表', LEFT),
    `
部门预算经济分类 | < | < | 政府预算经济分类 | < | < | 一般公共预算基本支出 | < | <
类 | 款 | 科目名称 | 类 | 款 | 科目名称 | 合计 | 人员经费 | 公用经费`,
    pairs(BASIC, [ALL, STAFF_COSTS, OPERATING_COSTS]),
  ),
  '07': table(
    '预算07表',
    caption(14, '2025年支出经济分类汇总表', LEFT),
    `
部门预算经济分类 | < | < | 政府预算经济分类 | < | < | 总计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 财政专户管理资金 | 单位资金 | < | 上年结转
类 | 款 | 科目名称 | 类 | 款 | 科目名称 | ^ | ^ | ^ | ^ | ^ | 事业收入 | 其他收入 | ^`,
    pairs(ALL, [ALL, ...[...FUNDS, from('fiscal-account'), from('business'), from('other')].map((fund) => both(fund, CURRENT)), CARRIED]),
  ),
  '08': table(
    '预算08表',
    caption(2, '2025年一般公共预算“三公”经费支出情况表', `${LEFT} 单位：万元`, ''),
    `
项      目 | “三公”经费预算数`,
    [
      row('合计', wan(total(threePublic))),
      row('1、因公出国（境）费用', wan(total(abroad))),
      row('2、公务接待费', wan(total(reception))),
      row('3、公务用车费', wan(total(vehicles))),
      row('其中：（1）公务用车运行维护费', wan(total(running))),
      row('（2）公务用车购置费', wan(total(purchase))),
    ].join('\n'),
    '注：按照党中央、国务院有关规定及部门预算管理有关规定，“三公”经费包括因公出国（境）费、公务用车购置及运行费和公务接待费。',
  ),
  '09': table('预算09表', caption(13, '2025年政府性基金预算支出情况表', LEFT), BY_CLASS_HEADINGS, byUnit(GOV_FUND, BY_CLASS)),
  '10': table('预算10表', caption(13, '2025年国有资本经营预算支出情况表', LEFT), BY_CLASS_HEADINGS, byUnit(STATE_CAPITAL, BY_CLASS)),
  '11': table(
    '预算11表',
    caption(12, '2025年项目支出表', LEFT),
    `
类型 | 项目名称 | 单位（科目名称） | 合计 | 本年拨款 | < | < | 财政拨款结转结余 | < | < | 财政专户管理资金 | 单位资金
^ | ^ | ^ | ^ | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | ^`,
    body(
      [{ ...heading('合计', ALL), unit: { name: '' } }, ...projects()],
      [
        ALL,
        ...FUNDS.map((fund) => both(fund, CURRENT)),
        ...FUNDS.map((fund) => both(fund, CARRIED)),
        from('fiscal-account'),
        from('business', 'other'),
      ],
      { labels: ({ name, unit }) => (unit.name === '' ? [name, '', ''] : ['其他运转类', name, unit.name]), choice: PROJECT },
    ),
  ),
};

test('every table is read and tied', () => {
  expectWhole(HENAN, [
    '10: state-capital 3/3',
    '11: project-list 8/8',
    '01: dept-summary 11/11',
    '02: dept-income 19/19',
    '03: dept-expenditure 19/19',
    '04: fiscal-summary 9/9',
    '05: general-expenditure 17/17',
    '06: general-basic 25/25',
    '07: other 34/34',
    '08: three-public 6/6',
    '09: gov-fund 3/3',
  ]);
});
