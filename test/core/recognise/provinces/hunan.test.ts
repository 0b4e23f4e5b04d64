/**
 * Hunan: 支出 in three blocks of the summary (by function, by department's and by government's economic class), codes as
 * 类 | 款 | 项, and accounts laid out against economic classes in the columns.
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
  split,
  STAFF_COSTS,
  STATE_CAPITAL,
  table,
  THREE_PUBLIC,
  total,
  under,
  unitLine,
  UNITS,
  wan,
  type Choice,
  type Line,
} from '../../../support/budget';
import { expectWhole } from '../../../support/whole';

const LEFT = '部门：101_某某市林业和草原局';
const RIGHT = '金额单位：万元';
const FUNDS = [GENERAL, GOV_FUND, STATE_CAPITAL];
const { abroad, vehicles, purchase, running, reception, all: threePublic } = THREE_PUBLIC;

const codes = ({ code, name }: Line): readonly string[] => (code === '' ? ['', '', '', name] : [...split(code), name]);
const TOTAL = grandTotal('', '合计');
const byFunction = (choice: Choice, columns: readonly Choice[]): string =>
  body([TOTAL, ...accounts('functional', choice)], columns, { labels: codes, choice });
const classes = (scheme: 'economic-dept' | 'economic-gov'): readonly (readonly string[])[] =>
  accounts(scheme, ALL, 1).map(({ name, choice }, at) => [ordinal(at, name), wan(total(choice))]);
const economic = (scheme: 'economic-dept' | 'economic-gov', ...wanted: readonly string[]): readonly Choice[] =>
  wanted.map((code) => under(scheme, code));

const GOV = ['501', '502', '503', '504', '505', '506', '507', '509', '599'];
const DEPT = ['301', '302', '303', '307', '309', '310', '311', '312', '399'];

const HUNAN = {
  '1': table(
    '部门公开表01',
    caption(8, '收支总表', LEFT, RIGHT),
    `
收入 | < | 支出 | < | < | < | < | <
项目 | 本年预算 | 项目（按功能分类） | 本年预算 | 项目（按部门预算经济分类） | 本年预算 | 项目（按政府预算经济分类） | 本年预算`,
    sideBySide(
      [
        ['一、一般公共预算拨款收入', wan(total(GENERAL, CURRENT))],
        ['二、政府性基金预算拨款收入', wan(total(GOV_FUND, CURRENT))],
        ['三、国有资本经营预算拨款收入', wan(total(STATE_CAPITAL))],
        ['四、社会保险基金预算资金'],
        ['五、财政专户管理资金', wan(total(from('fiscal-account')))],
        ['六、上级财政补助收入', wan(total(from('other')))],
        ['七、事业收入', wan(total(from('business')))],
        ['八、事业单位经营收入'],
        ['九、上级单位补助收入'],
        ['十、附属单位上缴收入'],
        ['十一、其他收入'],
      ],
      accounts('functional', ALL, 1).map(({ name, choice }, at) => [ordinal(at, name), wan(total(choice))]),
      classes('economic-dept'),
      classes('economic-gov'),
    ),
    row(
      '本年收入合计',
      wan(total(CURRENT)),
      ...Array(3)
        .fill(['本年支出合计', wan(total())])
        .flat(),
    ),
    row('上年结转结余', wan(total(CARRIED)), ...Array(3).fill(['年终结转结余', '']).flat()),
    row(
      '收入总计',
      wan(total()),
      ...Array(3)
        .fill(['支出总计', wan(total())])
        .flat(),
    ),
  ),
  '2': table(
    '部门公开表02',
    caption(19, '收入总表', LEFT, RIGHT),
    `
单位编码 | 单位名称 | 总计 | 一般公共预算 | < | < | 政府性基金预算 | 国有资本经营预算 | 社会保险基金预算 | 财政专户管理资金 | 上级财政补助收入 | 单位资金 | < | < | < | < | < | 上年结转结余 | <
^ | ^ | ^ | 合计 | 经费拨款 | 纳入一般公共预算管理的非税收入拨款 | ^ | ^ | ^ | ^ | ^ | 合计 | 事业收入 | 事业单位经营收入 | 上级单位补助收入 | 附属单位上缴收入 | 其他收入 | ^ | ^`,
    body(
      [TOTAL, ...[DEPARTMENT, ...UNITS].map(unitLine)],
      [
        ALL,
        ...[GENERAL, GENERAL, NONE, GOV_FUND, STATE_CAPITAL, NONE, from('fiscal-account'), from('other')].map((choice) =>
          both(choice, CURRENT),
        ),
        ...[from('business'), from('business'), NONE, NONE, NONE, NONE].map((choice) => both(choice, CURRENT)),
        CARRIED,
      ],
    ),
  ),
  '3': table(
    '部门公开表03',
    caption(10, '支出总表', LEFT, RIGHT),
    `
科目编码 | < | < | 科目名称 | 总计 | 基本支出 | 项目支出 | 事业单位经营支出 | 上缴上级支出 | 对附属单位补助支出
类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ | ^ | ^`,
    byFunction(ALL, [ALL, BASIC, PROJECT]),
  ),
  '4': table(
    '部门公开表04',
    caption(14, '支出预算分类汇总表（按政府预算经济分类）', LEFT, RIGHT),
    `
科目编码 | < | < | 科目名称 | 总计 | 机关工资福利支出 | 机关商品和服务支出 | 机关资本性支出 | 机关资本性支出（基本建设） | 对事业单位经常性补助 | 对事业单位资本性补助 | 对企业补助 | 对个人和家庭的补助 | 其他支出
类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^`,
    byFunction(ALL, [ALL, ...economic('economic-gov', ...GOV)]),
  ),
  '5': table(
    '部门公开表05',
    caption(14, '支出预算分类汇总表（按部门预算经济分类）', LEFT, RIGHT),
    `
科目编码 | < | < | 科目名称 | 总计 | 工资福利支出 | 商品和服务支出 | 对个人和家庭的补助 | 债务利息及费用支出 | 资本性支出（基本建设） | 资本性支出 | 对企业补助（基本建设） | 对企业补助 | 其他支出
类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^`,
    byFunction(ALL, [ALL, ...economic('economic-dept', ...DEPT)]),
  ),
  '6': table(
    '部门公开表06',
    caption(7, '财政拨款收支总表', LEFT, RIGHT),
    `
收入 | < | 支出 | < | < | < | <
项目 | 本年预算 | 项目（按功能分类） | 总计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算`,
    sideBySide(
      [
        ['一、本年收入', wan(total(FISCAL, CURRENT))],
        ['（一）一般公共预算拨款', wan(total(GENERAL, CURRENT))],
        ['（二）政府性基金预算拨款', wan(total(GOV_FUND, CURRENT))],
        ['（三）国有资本经营预算拨款', wan(total(STATE_CAPITAL))],
        ['二、上年结转', wan(total(FISCAL, CARRIED))],
        ['（一）一般公共预算拨款', wan(total(GENERAL, CARRIED))],
        ['（二）政府性基金预算拨款', wan(total(GOV_FUND, CARRIED))],
      ],
      [
        ['一、本年支出', ...[FISCAL, ...FUNDS].map((fund) => wan(total(fund)))],
        ...accounts('functional', FISCAL, 1).map(({ name, choice }, at) => [
          bracketed(at, name),
          ...[FISCAL, ...FUNDS].map((fund) => wan(total(choice, fund))),
        ]),
        ['二、年终结转结余'],
      ],
    ),
    row('收入总计', wan(total(FISCAL)), '支出总计', ...[FISCAL, ...FUNDS].map((fund) => wan(total(fund)))),
  ),
  '7': table(
    '部门公开表07',
    caption(12, '一般公共预算支出表', LEFT, RIGHT),
    `
科目编码 | < | < | 科目名称 | 合计 | 基本支出 | < | < | < | 项目支出
类 | 款 | 项 | ^ | ^ | 小计 | 工资福利支出 | 商品和服务支出 | 对个人和家庭的补助 | ^`,
    byFunction(GENERAL, [
      ALL,
      BASIC,
      both(BASIC, under('economic-dept', '301')),
      both(BASIC, under('economic-dept', '302', '310')),
      both(BASIC, under('economic-dept', '303')),
      PROJECT,
    ]),
  ),
  '8': table(
    '部门公开表08',
    caption(6, '一般公共预算基本支出表', LEFT, RIGHT),
    `
部门预算支出经济分类科目 | < | < | 本年一般公共预算基本支出 | < | <
科目编码 | < | 科目名称 | 合计 | 人员经费 | 公用经费
类 | 款 | ^ | ^ | ^ | ^`,
    body([TOTAL, ...accounts('economic-dept', BASIC)], [ALL, STAFF_COSTS, OPERATING_COSTS], {
      labels: ({ code, name }) => [...split(code).slice(0, 2), name],
      choice: BASIC,
    }),
  ),
  '9': table(
    '部门公开表09',
    caption(12, '一般公共预算基本支出表--人员经费（工资福利支出）（按部门预算经济分类）', LEFT, RIGHT),
    `
科目编码 | < | < | 科目名称 | 总计 | 工资津补贴 | < | < | < | 社会保障缴费 | 住房公积金
类 | 款 | 项 | ^ | ^ | 小计 | 基本工资 | 津贴补贴 | 奖金 | ^ | ^`,
    byFunction(both(BASIC, under('economic-dept', '301')), [
      ALL,
      under('economic-dept', '30101', '30102', '30103', '30107'),
      under('economic-dept', '30101'),
      under('economic-dept', '30102'),
      under('economic-dept', '30103', '30107'),
      under('economic-dept', '30108', '30109', '30110'),
      under('economic-dept', '30113'),
    ]),
  ),
  '14': table(
    '部门公开表14',
    caption(8, '一般公共预算“三公”经费支出表', LEFT, RIGHT),
    `
单位编码 | 单位名称 | “三公”经费合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费
^ | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^`,
    body([TOTAL, ...[DEPARTMENT, ...UNITS].map(unitLine)], [threePublic, abroad, vehicles, purchase, running, reception]),
  ),
  '15': table(
    '部门公开表15',
    caption(7, '政府性基金预算支出表', LEFT, RIGHT),
    `
科目编码 | < | < | 科目名称 | 本年政府性基金预算支出 | < | <
类 | 款 | 项 | ^ | 合计 | 基本支出 | 项目支出`,
    byFunction(GOV_FUND, [ALL, BASIC, PROJECT]),
  ),
  '18': table(
    '部门公开表18',
    caption(7, '国有资本经营预算支出表', LEFT, RIGHT),
    `
科目编码 | < | < | 科目名称 | 本年国有资本经营预算支出 | < | <
类 | 款 | 项 | ^ | 合计 | 基本支出 | 项目支出`,
    byFunction(STATE_CAPITAL, [ALL, BASIC, PROJECT]),
  ),
  '19': table(
    '部门公开表19',
    caption(7, '财政专户管理资金预算支出表', LEFT, RIGHT),
    `
科目编码 | < | < | 科目名称 | 本年财政专户管理资金预算支出 | < | <
类 | 款 | 项 | ^ | 合计 | 基本支出 | 项目支出`,
    byFunction(from('fiscal-account'), [ALL, BASIC, PROJECT]),
  ),
  '20': table(
    '部门公开表20',
    caption(10, '项目支出预算明细表', LEFT, RIGHT),
    `
单位名称 | 项目名称 | 总计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 财政专户管理资金 | 上级财政补助 | 单位资金 | 上年结转`,
    body(
      [{ ...grandTotal('', '合计'), unit: { name: '' } }, ...projects()],
      [ALL, ...[...FUNDS, from('fiscal-account'), from('other'), from('business')].map((fund) => both(fund, CURRENT)), CARRIED],
      { labels: ({ name, unit }) => [unit.name, name], choice: PROJECT },
    ),
  ),
};

test('every table is read and tied', () => {
  expectWhole(HUNAN, [
    '1: dept-summary 14/14',
    '2: dept-income 4/4',
    '3: dept-expenditure 26/26',
    '4: other 26/26',
    '5: other 26/26',
    '6: fiscal-summary 9/9',
    '7: general-expenditure 20/20',
    '8: general-basic 21/21',
    '9: general-basic 16/16',
    '14: three-public 4/4',
    '15: gov-fund 4/4',
    '18: state-capital 4/4',
    '19: other 4/4',
    '20: project-list 8/8',
  ]);
});
