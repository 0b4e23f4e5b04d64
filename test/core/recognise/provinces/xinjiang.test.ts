/**
 * Xinjiang: 类 | 款 | 项 in three columns with the name behind them, only the finest accounts, projects against economic classes,
 * titles with a number of their own row, 元 written with thousands.
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
  NONE,
  OPERATING_COSTS,
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
  wan,
  type Choice,
  type Column,
  type Line,
} from '../../../support/budget';
import { expectWhole } from '../../../support/whole';

const LEFT = '编制单位：某某市林业和草原局';
const FUNDS = [GENERAL, GOV_FUND, STATE_CAPITAL];
const { abroad, vehicles, purchase, running, reception, all: threePublic } = THREE_PUBLIC;

/** The finest accounts, the total below them. */
const finest = (choice: Choice, columns: readonly Column[]): string =>
  body([...accounts('functional', choice).filter(({ level }) => level === 2), { code: '', name: '合计', level: 0, choice: ALL }], columns, {
    labels: ({ code, name }: Line) => [...split(code), name],
    choice,
  });
const CLASSES = ['301', '302', '303', '307', '309', '310', '311', '312', '313', '399'].map((code) => under('economic-dept', code));

const XINJIANG = {
  表一: table(
    '表一：',
    caption(4, '部门收支总体情况表', LEFT),
    `
收     入 | < | 支     出 | <
项     目 | 预算数 | 功  能  分  类 | 预算数`,
    sideBySide(
      [
        ['财政拨款（补助）', wan(total(FISCAL, CURRENT))],
        ['一般公共预算', wan(total(GENERAL, CURRENT))],
        ['政府性基金预算', wan(total(GOV_FUND, CURRENT))],
        ['国有资本经营预算', wan(total(STATE_CAPITAL))],
        ['财政专户管理资金', wan(total(from('fiscal-account')))],
        ['单位资金', wan(total(from('business', 'other')))],
        ['事业收入', wan(total(from('business')))],
        ['事业单位经营收入'],
        ['上级补助收入'],
        ['附属单位上缴收入'],
        ['其他收入', wan(total(from('other')))],
      ],
      accounts('functional', ALL, 1).map(({ code, name, choice }) => [`${code} ${name}`, wan(total(choice))]),
    ),
    row('小    计', wan(total(CURRENT)), '小    计', wan(total())),
    row('上年结转结余', wan(total(CARRIED)), '结转下年', ''),
    row('收 入 总 计', wan(total()), '支 出 总 计', wan(total())),
  ),
  表二: table(
    '表二：',
    caption(16, '部门收入总体情况表', LEFT),
    `
功能分类科目编码 | < | < | 功能分类科目名称 | 总计 | 财政拨款（补助） | < | < | < | 财政专户管理资金 | 单位资金 | < | < | < | < | 上年结转结余
类 | 款 | 项 | ^ | ^ | 小计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | 小计 | 事业收入 | 事业单位经营收入 | 上级补助收入 | 其他收入 | ^`,
    finest(ALL, [
      ALL,
      ...[FISCAL, ...FUNDS, from('fiscal-account'), from('business', 'other'), from('business'), NONE, NONE, from('other')].map((fund) =>
        both(fund, CURRENT),
      ),
      CARRIED,
    ]),
  ),
  表三: table(
    '表三：',
    caption(7, '部门支出总体情况表', LEFT),
    `
项     目 | < | < | < | 支出预算 | < | <
功能分类科目编码 | < | < | 功能分类科目名称 | 合计 | 基本支出 | 项目支出
类 | 款 | 项 | ^ | ^ | ^ | ^`,
    finest(ALL, [ALL, BASIC, PROJECT]),
  ),
  表四: table(
    '表四：',
    caption(7, '财政拨款收支预算总体情况表', LEFT),
    `
财政拨款收入 | < | 财政拨款支出 | < | < | < | <
项     目 | 合计 | 功  能  分  类 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算`,
    sideBySide(
      [
        ['财政拨款（补助）', wan(total(FISCAL, CURRENT))],
        ['一般公共预算', wan(total(GENERAL, CURRENT))],
        ['政府性基金预算', wan(total(GOV_FUND, CURRENT))],
        ['国有资本经营预算', wan(total(STATE_CAPITAL))],
      ],
      accounts('functional', FISCAL, 1).map(({ code, name, choice }) => [
        `${code} ${name}`,
        ...[FISCAL, ...FUNDS].map((fund) => wan(total(choice, fund))),
      ]),
    ),
    row('小    计', wan(total(FISCAL, CURRENT)), '小    计', ...[FISCAL, ...FUNDS].map((fund) => wan(total(fund)))),
    row('上年结转结余', wan(total(FISCAL, CARRIED)), '结转下年', ''),
    row('一般公共预算', wan(total(GENERAL, CARRIED)), '', ''),
    row('政府性基金预算', wan(total(GOV_FUND, CARRIED)), '', ''),
    row('收 入 总 计', wan(total(FISCAL)), '支 出 总 计', ...[FISCAL, ...FUNDS].map((fund) => wan(total(fund)))),
  ),
  表五: table(
    '表五：',
    caption(7, '一般公共预算支出情况表', LEFT),
    `
项     目 | < | < | < | 一般公共预算支出 | < | <
功能分类科目编码 | < | < | 功能分类科目名称 | 小计 | 基本支出 | 项目支出
类 | 款 | 项 | ^ | ^ | ^ | ^`,
    finest(GENERAL, [ALL, BASIC, PROJECT]),
  ),
  表六: table(
    '表六：',
    caption(6, '一般公共预算基本支出情况表', LEFT),
    `
项     目 | < | < | 一般公共预算基本支出 | < | <
经济分类科目编码 | < | 经济分类科目名称 | 小计 | 人员经费 | 公用经费
类 | 款 | ^ | ^ | ^ | ^`,
    body([...accounts('economic-dept', BASIC), { code: '', name: '合计', level: 0, choice: ALL }], [ALL, STAFF_COSTS, OPERATING_COSTS], {
      labels: ({ code, name }) => [...split(code).slice(0, 2), name],
      choice: BASIC,
    }),
  ),
  表七: table(
    '表七：',
    caption(16, '一般公共预算项目支出情况表', LEFT),
    `
科目编码 | < | < | 科目名称 | 项目名称 | 项目支出合计 | 工资福利支出 | 商品和服务支出 | 对个人和家庭的补助 | 债务利息及费用支出 | 资本性支出（基本建设） | 资本性支出 | 对企业补助（基本建设） | 对企业补助 | 对社会保障基金补助 | 其他支出
类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^`,
    body(
      [...projects(GENERAL), { code: '', name: '', level: 0, choice: ALL, functional: '', unit: { code: '', name: '' } }],
      [ALL, ...CLASSES],
      {
        labels: ({ functional, name }) => [
          ...split(functional),
          accounts('functional').find(({ code }) => code === functional)?.name ?? '合计',
          name,
        ],
        choice: both(GENERAL, PROJECT),
      },
    ),
  ),
  表八: table(
    '表八：',
    caption(6, '一般公共预算“三公”经费支出情况表', LEFT),
    `
合计 | 因公出国（境）费用 | 公务用车购置及运行费 | < | < | 公务接待费
^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^`,
    row(...[threePublic, abroad, vehicles, purchase, running, reception].map((item) => wan(total(item)) || '0.00')),
  ),
  表九: table(
    '表九：',
    caption(7, '政府性基金预算支出情况表', LEFT),
    `
项     目 | < | < | < | 政府性基金预算支出 | < | <
功能分类科目编码 | < | < | 功能分类科目名称 | 小计 | 基本支出 | 项目支出
类 | 款 | 项 | ^ | ^ | ^ | ^`,
    finest(GOV_FUND, [ALL, BASIC, PROJECT]),
    '备注：无内容应公开空表并说明情况。',
  ),
};

test('every table is read and tied', () => {
  expectWhole(XINJIANG, [
    '表一: dept-summary 14/14',
    '表二: dept-income 14/14',
    '表三: dept-expenditure 14/14',
    '表四: fiscal-summary 11/11',
    '表五: general-expenditure 12/12',
    '表六: general-basic 21/21',
    '表七: project-list 4/4',
    '表八: three-public 1/1',
    '表九: gov-fund 2/2',
  ]);
});
