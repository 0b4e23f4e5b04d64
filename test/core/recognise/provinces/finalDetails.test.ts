/**
 * The forms of the final accounts as units fill them in (财决01–09表), before any of them is published: 栏次 and 行次 everywhere,
 * functions against every economic account, each fund followed from what it had to what it kept.
 */
import {
  accounts,
  ALL,
  BASIC,
  body,
  both,
  CARRIED,
  CURRENT,
  FISCAL,
  from,
  GENERAL,
  GOV_FUND,
  lastYear,
  NONE,
  OPERATING_COSTS,
  ordinal,
  PROJECT,
  row,
  sideBySide,
  STAFF_COSTS,
  STATE_CAPITAL,
  table,
  total,
  wan,
  type Choice,
  type Column,
  type Line,
} from '../../../support/budget';
import { expectWhole } from '../../../support/whole';

/** What was kept at the end of the year: as much as last year's projects took. */
const kept = (...choices: readonly Choice[]): number => lastYear(PROJECT, ...choices);
const took = (...choices: readonly Choice[]): number => total(CURRENT, ...choices) + kept(...choices);
const Kept = (choice: Choice): Column => ({ cell: (chosen) => wan(kept(chosen, choice)) });
const Took = (choice: Choice): Column => ({ cell: (chosen) => wan(took(chosen, choice)) });

const labels = ({ code, name }: Line): readonly string[] => (code === '' ? ['', '', '', name] : [code, '<', '<', name]);
/** Title, 财决 number, unit, then headings; 栏次 and the total share the rows of 类 | 款 | 项. */
function form(number: string, title: string, headings: string, choice: Choice, columns: readonly Column[]): string {
  const width = columns.length + 4;
  const blank = (n: number): readonly string[] => Array<string>(n).fill('');
  return table(
    row(title, ...Array<string>(width - 1).fill('<')),
    row(...blank(width - 1), number),
    row('编制单位：某某市林业和草原局', ...blank(width - 2), '金额单位：万元'),
    headings,
    row('类', '款', '项', '栏次', ...columns.map((_, at) => `#${at + 1}`)),
    body([{ code: '', name: '合计', level: 0, choice: ALL }], columns, { labels: () => ['^', '^', '^', '合计'], choice }),
    body(accounts('functional', choice), columns, { labels, choice }),
  );
}

const FUNDS = [GENERAL, GOV_FUND, STATE_CAPITAL];
const ACCOUNTS = accounts('economic-dept', ALL, 2);
/** 工资福利支出 | 小计 and each of its accounts, for all economic classes. */
const detailed: readonly Choice[] = [ALL, ...ACCOUNTS.map(({ choice }) => choice)];
const DETAILS = [
  row('项目', '<', '<', '<', '合计', ...ACCOUNTS.map(({ name, level }) => (level === 0 ? name : '<'))),
  row('支出功能分类科目编码', '<', '<', '科目名称', '^', ...ACCOUNTS.map(({ name, level }) => (level === 0 ? '小计' : name))),
].join('\n');

const FLOW = `
项目 | < | < | < | 年初结转和结余 | < | < | 本年收入 | < | < | 本年支出 | < | < | < | < | 年末结转和结余 | < | <
支出功能分类科目编码 | < | < | 科目名称 | 合计 | 基本支出结转 | 项目支出结转和结余 | 合计 | 基本支出 | 项目支出 | 合计 | 基本支出 | < | < | 项目支出 | 合计 | 基本支出结转 | 项目支出结转和结余
^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | 小计 | 人员经费 | 公用经费 | ^ | ^ | ^ | ^`;
const flow = [
  CARRIED,
  both(CARRIED, BASIC),
  both(CARRIED, PROJECT),
  Took(ALL),
  Took(BASIC),
  Took(PROJECT),
  ALL,
  BASIC,
  STAFF_COSTS,
  OPERATING_COSTS,
  PROJECT,
  Kept(ALL),
  NONE,
  Kept(PROJECT),
];

export const FINAL_DETAILS = {
  Z01: table(
    `
收入支出决算总表 | < | < | < | < | <
 | | | | | 财决01表
编制单位：某某市林业和草原局 | | | | | 金额单位：万元
收入 | < | < | 支出 | < | <
项目 | 行次 | 金额 | 项目 | 行次 | 金额
栏次 | | #1 | 栏次 | | #2`,
    sideBySide(
      [
        ['一、一般公共预算财政拨款收入', '#1', wan(took(GENERAL))],
        ['二、政府性基金预算财政拨款收入', '#2', wan(took(GOV_FUND))],
        ['三、国有资本经营预算财政拨款收入', '#3', wan(took(STATE_CAPITAL))],
        ['四、上级补助收入', '#4', ''],
        ['五、事业收入', '#5', wan(took(from('fiscal-account', 'business')))],
        ['六、经营收入', '#6', ''],
        ['七、附属单位上缴收入', '#7', ''],
        ['八、其他收入', '#8', wan(took(from('other')))],
      ],
      accounts('functional', ALL, 1).map(({ name, choice }, at) => [ordinal(at, name), `#${at + 32}`, wan(total(choice))]),
    ),
    row('本年收入合计', '#27', wan(took()), '本年支出合计', '#58', wan(total())),
    row('使用非财政拨款结余（含专用结余）', '#28', '', '结余分配', '#59', ''),
    row('年初结转和结余', '#29', wan(total(CARRIED)), '年末结转和结余', '#60', wan(kept())),
    row('总计', '#30', wan(total() + kept()), '总计', '#61', wan(total() + kept())),
  ),
  'Z01-1': table(
    `
财政拨款收入支出决算总表 | < | < | < | < | < | < | < | <
 | | | | | | | | 财决01-1表
编制单位：某某市林业和草原局 | | | | | | | | 金额单位：万元
收入 | < | < | 支出 | < | < | < | < | <
项目 | 行次 | 决算数 | 项目 | 行次 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款
栏次 | | #1 | 栏次 | | #2 | #3 | #4 | #5`,
    sideBySide(
      [
        ['一、一般公共预算财政拨款', '#1', wan(took(GENERAL))],
        ['二、政府性基金预算财政拨款', '#2', wan(took(GOV_FUND))],
        ['三、国有资本经营预算财政拨款', '#3', wan(took(STATE_CAPITAL))],
      ],
      accounts('functional', FISCAL, 1).map(({ name, choice }, at) => [
        ordinal(at, name),
        `#${at + 32}`,
        ...[FISCAL, ...FUNDS].map((fund) => wan(total(choice, fund))),
      ]),
    ),
    row('本年收入合计', '#24', wan(took(FISCAL)), '本年支出合计', '#59', ...[FISCAL, ...FUNDS].map((fund) => wan(total(fund)))),
    row(
      '年初财政拨款结转和结余',
      '#25',
      wan(total(FISCAL, CARRIED)),
      '年末财政拨款结转和结余',
      '#60',
      ...[FISCAL, ...FUNDS].map((fund) => wan(kept(fund))),
    ),
    row('一、一般公共预算财政拨款', '#26', wan(total(GENERAL, CARRIED)), '', '#61', '', '', '', ''),
    row('二、政府性基金预算财政拨款', '#27', wan(total(GOV_FUND, CARRIED)), '', '#62', '', '', '', ''),
    row('三、国有资本经营预算财政拨款', '#28', '', '', '#63', '', '', '', ''),
    row(
      '总计',
      '#30',
      wan(took(FISCAL) + total(FISCAL, CARRIED)),
      '总计',
      '#64',
      ...[FISCAL, ...FUNDS].map((fund) => wan(total(fund) + kept(fund))),
    ),
  ),
  Z03: form(
    '财决03表',
    '收入决算表',
    `
项目 | < | < | < | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | < | 经营收入 | 附属单位上缴收入 | 其他收入
支出功能分类科目编码 | < | < | 科目名称 | ^ | ^ | ^ | 小计 | 其中：教育收费 | ^ | ^ | ^`,
    ALL,
    [
      Took(ALL),
      Took(FISCAL),
      NONE,
      Took(from('fiscal-account', 'business')),
      Took(from('fiscal-account')),
      NONE,
      NONE,
      Took(from('other')),
    ],
  ),
  Z04: form(
    '财决04表',
    '支出决算表',
    `
项目 | < | < | < | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出
支出功能分类科目编码 | < | < | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^`,
    ALL,
    [ALL, BASIC, PROJECT, NONE, NONE, NONE],
  ),
  Z05: form('财决05表', '支出决算明细表', DETAILS, ALL, detailed),
  'Z05-1': form('财决05-1表', '基本支出决算明细表', DETAILS, BASIC, detailed),
  'Z05-2': form('财决05-2表', '项目支出决算明细表', DETAILS, PROJECT, detailed),
  Z07: form('财决07表', '一般公共预算财政拨款收入支出决算表', FLOW, GENERAL, flow),
  Z08: form('财决08表', '一般公共预算财政拨款支出决算明细表', DETAILS, GENERAL, detailed),
  'Z08-1': form('财决08-1表', '一般公共预算财政拨款基本支出决算明细表', DETAILS, both(GENERAL, BASIC), detailed),
  Z09: form('财决09表', '政府性基金预算财政拨款收入支出决算表', FLOW, GOV_FUND, flow),
  Z11: form('财决11表', '国有资本经营预算财政拨款收入支出决算表', FLOW, STATE_CAPITAL, flow),
};

test('every table is read and tied', () => {
  expectWhole(FINAL_DETAILS, [
    'Z01: dept-summary 12/12',
    'Z01-1: fiscal-summary 12/12',
    'Z03: dept-income 26/26',
    'Z04: dept-expenditure 26/26',
    'Z05: dept-expenditure 26/26',
    'Z05-1: other 17/17',
    'Z05-2: project-list 12/12',
    'Z07: general-expenditure 20/20',
    'Z08: general-expenditure 20/20',
    'Z08-1: general-basic 17/17',
    'Z09: gov-fund 4/4',
    'Z11: state-capital 4/4',
  ]);
});
