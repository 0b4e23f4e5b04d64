/**
 * Sichuan: 类 | 款 | 项 beside the unit's code, units as rows above their accounts, expenditure by economic class against whose
 * money it is and when it was granted.
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
  NONE,
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
  unitLine,
  UNITS,
  ofUnit,
  wan,
  type Choice,
  type Column,
  type Line,
} from '../../../support/budget';
import type { AccountScheme } from '../../../../src/core/model';
import { expectWhole } from '../../../support/whole';

const FUNDS = [GENERAL, GOV_FUND, STATE_CAPITAL];
const { abroad, vehicles, purchase, running, reception, all: threePublic } = THREE_PUBLIC;

interface UnitLine extends Line {
  readonly unit: string;
}
const heading = (code: string, name: string, choice: Choice): UnitLine => ({ code: '', name, level: 0, choice, unit: code });

/** 合计, the department, then each unit with the finest of its accounts (类 above 款 for economic ones). */
function byUnit(scheme: AccountScheme, choice: Choice): readonly UnitLine[] {
  const rowsOf = (unit: (typeof UNITS)[number]): readonly UnitLine[] => [
    heading(unit.code, unit.name, ofUnit(unit)),
    ...accounts(scheme, both(choice, ofUnit(unit)))
      .filter(({ level }) => level === (scheme === 'functional' ? 2 : 1))
      .map((line) => ({ ...line, unit: unit.code })),
  ];
  return [
    heading('', '合计', ALL),
    heading('', DEPARTMENT.name, ALL),
    ...UNITS.filter((unit) => total(choice, ofUnit(unit)) > 0).flatMap(rowsOf),
  ];
}

const listed = (scheme: AccountScheme, choice: Choice, columns: readonly Column[]): string =>
  body(byUnit(scheme, choice), columns, {
    labels: ({ code, name, unit }) => [...split(code).slice(0, scheme === 'functional' ? 3 : 2), unit, name],
    choice,
  });

const SICHUAN = {
  '1': table(
    '表1',
    caption(4, '部门收支总表'),
    `
收          入 | < | 支             出 | <
项              目 | 2025年预算数 | 项              目 | 2025年预算数`,
    sideBySide(
      [
        ['一、一般公共预算拨款收入', wan(total(GENERAL, CURRENT))],
        ['二、政府性基金预算拨款收入', wan(total(GOV_FUND, CURRENT))],
        ['三、国有资本经营预算拨款收入', wan(total(STATE_CAPITAL))],
        ['四、事业收入', wan(total(from('business', 'fiscal-account')))],
        ['五、事业单位经营收入'],
        ['六、其他收入', wan(total(from('other')))],
      ],
      accounts('functional', ALL, 1).map(({ name, choice }, at) => [ordinal(at, name), wan(total(choice))]),
    ),
    row('本  年  收  入  合  计', wan(total(CURRENT)), '本  年  支  出  合  计', wan(total())),
    row('七、用事业基金弥补收支差额', '', '三十一、事业单位结余分配', ''),
    row('八、上年结转', wan(total(CARRIED)), '    其中：转入事业基金', ''),
    row('', '', '三十二、结转下年', ''),
    row('收      入      总      计', wan(total()), '支      出      总      计', wan(total())),
  ),
  '1-1': table(
    '表1-1',
    caption(13, '部门收入总表'),
    `
单位代码 | 单位名称（科目） | 合计 | 上年结转 | 一般公共预算拨款收入 | 政府性基金预算拨款收入 | 国有资本经营预算拨款收入 | 事业收入 | 事业单位经营收入 | 其他收入 | 上级补助收入 | 附属单位上缴收入 | 用事业基金弥补收支差额`,
    body(
      [{ ...unitLine(DEPARTMENT), code: '', name: '合计' }, unitLine(DEPARTMENT), ...UNITS.map(unitLine)],
      [ALL, CARRIED, ...[...FUNDS, from('business', 'fiscal-account'), NONE, from('other')].map((source) => both(source, CURRENT))],
    ),
  ),
  '1-2': table(
    '表1-2',
    caption(10, '部门支出总表'),
    `
项目 | < | < | < | < | 合计 | 基本支出 | 项目支出 | 上缴上级支出 | 对附属单位补助支出
科目编码 | < | < | 单位代码 | 单位名称（科目） | ^ | ^ | ^ | ^ | ^
类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ | ^ | ^`,
    listed('functional', ALL, [ALL, BASIC, PROJECT]),
  ),
  '2': table(
    '表2',
    caption(7, '财政拨款收支预算总表'),
    `
收入 | < | 支出 | < | < | < | <
项目 | 2025年预算数 | 项目 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算`,
    sideBySide(
      [
        ['一、本年收入', wan(total(FISCAL, CURRENT))],
        ['一般公共预算拨款收入', wan(total(GENERAL, CURRENT))],
        ['政府性基金预算拨款收入', wan(total(GOV_FUND, CURRENT))],
        ['国有资本经营预算拨款收入', wan(total(STATE_CAPITAL))],
        ['二、上年结转', wan(total(FISCAL, CARRIED))],
        ['一般公共预算拨款收入', wan(total(GENERAL, CARRIED))],
        ['政府性基金预算拨款收入', wan(total(GOV_FUND, CARRIED))],
        ['国有资本经营预算拨款收入'],
        ['上年财政拨款资金结转'],
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
    row(
      '收      入      总      计',
      wan(total(FISCAL)),
      '支      出      总      计',
      ...[FISCAL, ...FUNDS].map((fund) => wan(total(fund))),
    ),
  ),
  '2-1': table(
    '表2-1',
    caption(18, '财政拨款支出预算表（部门经济分类科目）'),
    `
项目 | < | < | < | 总计 | 省级当年财政拨款安排 | < | < | < | < | < | < | < | 上年结转安排 | < | < | < | <
科目编码 | < | 单位代码 | 单位名称（科目） | ^ | 合计 | 一般公共预算拨款 | < | < | 政府性基金安排 | < | 国有资本经营预算安排 | < | 合计 | 一般公共预算拨款 | < | 政府性基金安排 | <
类 | 款 | ^ | ^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | 小计 | 项目支出 | 小计 | 项目支出 | ^ | 小计 | 项目支出 | 小计 | 项目支出`,
    listed('economic-dept', FISCAL, [
      ALL,
      CURRENT,
      ...[GENERAL, both(GENERAL, BASIC), both(GENERAL, PROJECT), GOV_FUND, GOV_FUND, STATE_CAPITAL, STATE_CAPITAL].map((c) =>
        both(c, CURRENT),
      ),
      CARRIED,
      ...[GENERAL, GENERAL, GOV_FUND, GOV_FUND].map((c) => both(c, CARRIED)),
    ]),
  ),
  '3': table(
    '表3',
    caption(10, '一般公共预算支出预算表'),
    `
项目 | < | < | < | < | 合计 | 当年财政拨款安排 | < | < | 上年结转安排
科目编码 | < | < | 单位代码 | 单位名称（科目） | ^ | 小计 | 基本支出 | 项目支出 | ^
类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ | ^ | ^`,
    listed('functional', GENERAL, [ALL, CURRENT, both(BASIC, CURRENT), both(PROJECT, CURRENT), CARRIED]),
  ),
  '3-1': table(
    '表3-1',
    caption(7, '一般公共预算基本支出预算表'),
    `
项目 | < | < | < | 基本支出 | < | <
科目编码 | < | 单位代码 | 单位名称（科目） | 合计 | 人员经费 | 公用经费
类 | 款 | ^ | ^ | ^ | ^ | ^`,
    listed('economic-dept', BASIC, [ALL, STAFF_COSTS, OPERATING_COSTS]),
  ),
  '3-2': table(
    '表3-2',
    caption(6, '一般公共预算项目支出预算表'),
    `
科目编码 | < | < | 单位代码 | 单位名称（科目） | 金额
类 | 款 | 项 | ^ | ^ | ^`,
    body([{ code: '', name: '合计', level: 0, choice: ALL, functional: '', unit: { code: '', name: '' } }, ...projects(GENERAL)], [ALL], {
      labels: ({ functional, name, unit }) => [...split(functional), unit.code, name],
      choice: both(GENERAL, PROJECT),
    }),
  ),
  '3-3': table(
    '表3-3',
    caption(8, '一般公共预算“三公”经费支出预算表'),
    `
单位编码 | 单位名称（科目） | 当年财政拨款预算安排 | < | < | < | < | <
^ | ^ | 合计 | 因公出国（境）费用 | 公务用车购置及运行费 | < | < | 公务接待费
^ | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^`,
    body(
      [{ ...unitLine(DEPARTMENT), code: '', name: '合计' }, ...UNITS.map(unitLine)],
      [threePublic, abroad, vehicles, purchase, running, reception],
    ),
  ),
  '4': table(
    '表4',
    caption(8, '政府性基金支出预算表'),
    `
项目 | < | < | < | < | 本年政府性基金预算支出 | < | <
科目编码 | < | < | 单位代码 | 单位名称（科目） | 合计 | 基本支出 | 项目支出
类 | 款 | 项 | ^ | ^ | ^ | ^ | ^`,
    listed('functional', GOV_FUND, [ALL, BASIC, PROJECT]),
  ),
  '5': table(
    '表5',
    caption(8, '国有资本经营预算支出预算表'),
    `
项目 | < | < | < | < | 本年国有资本经营预算支出 | < | <
科目编码 | < | < | 单位代码 | 单位名称（科目） | 合计 | 基本支出 | 项目支出
类 | 款 | 项 | ^ | ^ | ^ | ^ | ^`,
    listed('functional', STATE_CAPITAL, [ALL, BASIC, PROJECT]),
  ),
};

test('every table is read and tied', () => {
  expectWhole(SICHUAN, [
    '1: dept-summary 11/11',
    '2: fiscal-summary 10/10',
    '3: general-expenditure 18/18',
    '4: gov-fund 4/4',
    '5: state-capital 4/4',
    '1-1: dept-income 4/4',
    '1-2: dept-expenditure 20/20',
    '2-1: fiscal-expenditure 34/34',
    '3-1: general-basic 28/28',
    '3-2: project-list 4/4',
    '3-3: three-public 3/3',
  ]);
});
