/** What single sentences are found to say against little tables: valid ones give nothing, wrong ones the finding with its place. */
import { check } from '../../../src/core/check';
import type { Facts } from '../../../src/core/model';
import { factsOfLiterals, type TableLiteral } from '../../support/facts';
import { NARRATIVE_RULES, textOf } from '../../support/narrative';

/** All funds 1000.00 = general 900.00 (basic 600, project 300) + 事业收入 100.00; basic = 人员 500 + 公用 100. */
const TABLES: readonly TableLiteral[] = [
  {
    sheet: '表一',
    kind: 'dept-summary',
    department: '某市某区人力资源和社会保障局',
    rows: [
      { side: 'income', line: 'grand-total', label: '收入总计', amounts: { all: '1000.00' } },
      { side: 'income', line: 'source', source: 'general', label: '一般公共预算拨款收入', amounts: { all: '900.00' } },
      { side: 'income', line: 'source', source: 'gov-fund', label: '政府性基金预算拨款收入', amounts: { all: '' } },
      { side: 'income', line: 'source', source: 'business', label: '事业收入', amounts: { all: '100.00' } },
      { line: 'grand-total', label: '支出总计', amounts: { all: '1000.00' } },
      { code: '208', label: '社会保障和就业支出', amounts: { all: '800.00' } },
      { code: '210', label: '卫生健康支出', amounts: { all: '200.00' } },
    ],
  },
  {
    sheet: '表三',
    kind: 'dept-expenditure',
    rows: [{ line: 'grand-total', label: '合计', amounts: { all: '1000.00', basic: '600.00', project: '400.00' } }],
  },
  {
    sheet: '表五',
    kind: 'general-expenditure',
    fund: 'general',
    rows: [
      { line: 'grand-total', label: '合计', amounts: { all: '900.00', basic: '600.00', project: '300.00' } },
      { code: '208', label: '社会保障和就业支出', amounts: { all: '700.00' } },
      { code: '20801', label: '人力资源和社会保障管理事务', amounts: { all: '700.00' } },
      { code: '2080101', label: '行政运行', amounts: { all: '700.00' } },
      { code: '210', label: '卫生健康支出', amounts: { all: '200.00' } },
    ],
  },
  {
    sheet: '表六',
    kind: 'general-basic',
    fund: 'general',
    rows: [
      { line: 'grand-total', label: '合计', amounts: { basic: '600.00', staff: '500.00', operating: '100.00' } },
      { code: '30201', label: '办公费', amounts: { basic: '60.00', operating: '60.00' } },
      { code: '30207', label: '邮电费', amounts: { basic: '40.00', operating: '40.00' } },
    ],
  },
  {
    sheet: '表十',
    kind: 'three-public',
    fund: 'general',
    rows: [
      {
        line: 'item',
        amounts: { 'three-public-total': '23.00', abroad: '', vehicle: '11.00', 'vehicle-running': '11.00', reception: '12.00' },
      },
    ],
  },
];

/** Last year's column of 表五: 850.00 in all, 210 at nothing. */
function withLastYear(facts: Facts): Facts {
  const last = facts.facts.flatMap((fact) => {
    const value = fact.table.kind === 'general-expenditure' && fact.nature === 'all' && fact.line === 'grand-total' ? 850n : null;
    if (value === null) return [];
    return [
      {
        ...fact,
        year: 'last' as const,
        value: { units: value, scale: 0 },
        printed: '850.00',
        columnLabel: '2023年预算数',
        cell: { ...fact.cell, column: 9 },
      },
    ];
  });
  return { ...facts, facts: [...facts.facts, ...last] };
}

const resultOf = (lines: readonly string[]) =>
  check({ ...withLastYear(factsOfLiterals(TABLES)), paragraphs: textOf(lines) }, NARRATIVE_RULES);

/** Rule, the words with their place, both sides. */
const said = (lines: readonly string[]): string[] =>
  resultOf(lines)
    .findings.map(
      ({ rule, cells, left, right }) => `${rule} 「${cells[0]?.text}」@${cells[0]?.cell.row}:${cells[0]?.start} ${left} ≠ ${right}`,
    )
    .sort();

test.each<[string, string[]]>([
  [
    'income with its sources',
    ['（一）收入预算：2024年年初预算数1,000.00万元，其中：一般公共预算拨款900万元，政府性基金预算拨款0万元，事业收入100万元。'],
  ],
  ['expenditure by function', ['2024年支出预算1000万元，其中：社会保障和就业支出800万元，占80%；卫生健康支出200万元，占20%。']],
  [
    'all funds and the general budget are not mixed up',
    [
      '二、收支总体情况',
      '支出预算1000万元，其中：基本支出600万元，项目支出400万元。',
      '三、一般公共预算财政拨款收支',
      '一般公共预算支出900万元，其中：基本支出600万元；项目支出300万元。',
    ],
  ],
  ['last year’s figure, change and rate', ['2024年一般公共预算支出900万元，比2023年预算数850万元增加50万元，增长5.88%。']],
  [
    'parts below the paragraph',
    ['一般公共预算基本支出600万元，其中：', '人员经费500万元，主要包括：基本工资、津贴补贴。', '公用经费100万元，主要包括：办公费。'],
  ],
  [
    'accounts by path',
    ['一、一般公共预算当年拨款情况', '1.社会保障和就业（类）人力资源和社会保障管理事务（款）行政运行（项）：2024年预算数为700万元。'],
  ],
  [
    'accounts by path, of all money and of the general budget',
    [
      '2024年支出预算1000万元，其中：社会保障和就业支出（类）800万元，卫生健康支出（类）200万元。',
      '一般公共预算支出900万元，其中：社会保障和就业支出（类）700万元，卫生健康支出（类）200万元。',
    ],
  ],
  ['items of 机关运行经费', ['三、机关运行经费安排情况', '机关运行经费共计安排100万元。包括：办公费60万元、邮电费40万元。']],
  [
    '三公 in brackets',
    [
      '2024年“三公”经费预算23万元，其中：因公出国（境）费0万元；公务用车购置及运维费11万元（其中：公务用车购置费为0万元，公务用车运行费11万元）；公务接待费12万元。与2023年相比持平。',
    ],
  ],
  ['千万 are no figures of a table: a larger unit has its own digits', ['2024年收入预算0.1亿元，支出预算约0.1亿元。']],
  ['what was spent last year is in no table', ['2024年一般公共预算支出900万元，比2023年执行数减少29.36万元。']],
  ['a project’s money', ['二、收支总体情况', '实施某某工程，项目支出预算80万元，其中财政拨款80万元。', '安排资金30万元用于培训。']],
  ['a unit’s money', ['二、收支总体情况', '就业服务中心2024年收入预算300万元，支出预算300万元，其中：基本支出100万元，项目支出200万元。']],
  ['the department by a short name', ['某区人社局2024年收入预算1000万元。']],
  ['a part of an account', ['2024年支出预算1000万元，其中：社会保障和就业支出800万元，其中基本支出30万元。']],
  ['项目支出 by fund', ['2024年项目支出400万元，其中：一般公共预算拨款300万元，事业收入100万元。']],
  ['其中 that names only some', ['2024年支出预算1000万元，其中：卫生健康支出200万元。']],
  [
    'thresholds and vehicles',
    [
      '（四）国有资产占有使用情况',
      '共有车辆3辆，其中机要通信用车1辆，应急保障用车2辆，2024年购置车辆0辆。单位价值50万元以上通用设备0台（套）。',
    ],
  ],
  ['duties, not budgets', ['一、部门职责', '1.发放补贴5000万元，城镇新增就业4700人，其中失业人员500人。']],
  ['last year’s performance', ['（三）绩效目标设置情况', '2023年对2个项目支出开展绩效评价，涉及一般公共预算拨款30万元。']],
  [
    'a rate of amounts that rounding explains',
    ['一般公共预算支出900万元，基本支出占66.66%。', '四、机关运行经费', '机关运行经费100万元，比上年增加1.67万元，增长1.69%。'],
  ],
])('right: %s', (_, lines) => {
  expect(said(lines)).toEqual([]);
});

test.each<[string, string[], string[]]>([
  [
    'last year’s figure of the same sentence',
    ['2024年一般公共预算支出900万元，比2023年执行数880万元增加30万元。'],
    ['narrative-sum 「增加30万元」@0:33 30 ≠ 20'],
  ],
  [
    'the all-funds figure of an account in a general sentence',
    ['一般公共预算支出900万元，其中：社会保障和就业支出（类）800万元，卫生健康支出（类）200万元。'],
    ['narrative-sum 「一般公共预算支出900万元」@0:0 900 ≠ 1000', 'narrative-table 「社会保障和就业支出（类）800万元」@0:17 800 ≠ 700.00'],
  ],
  [
    'an item of “三公”经费 where no heading speaks of it',
    ['2024年“三公”经费预算为23万元，其中：公务用车购置及运行费11万元，公务接待费12.5万元。'],
    ['narrative-sum 「2024年“三公”经费预算为23万元」@0:0 23 ≠ 23.5', 'narrative-table 「公务接待费12.5万元」@0:37 12.5 ≠ 12.00'],
  ],
  ['an amount against its table', ['2024年支出预算1010万元。'], ['narrative-table 「2024年支出预算1010万元」@0:0 1010 ≠ 1000.00']],
  [
    'the all-funds figure in a general sentence, and its sum',
    ['一般公共预算支出900万元，其中：基本支出600万元；项目支出400万元。'],
    ['narrative-sum 「一般公共预算支出900万元」@0:0 900 ≠ 1000', 'narrative-table 「项目支出400万元」@0:27 400 ≠ 300.00'],
  ],
  [
    'blanks and full-width characters do not move the place',
    ['  ２０２４ 年 收入预算 １０１０ 万元。'],
    ['narrative-table 「２０２４ 年 收入预算 １０１０ 万元」@0:2 1010 ≠ 1000.00'],
  ],
  [
    'a change against last year',
    ['2024年一般公共预算支出900万元，比上年增加5万元。'],
    ['narrative-change 「比上年增加5万元」@0:19 5 ≠ 50.00'],
  ],
  [
    'a share',
    ['2024年支出预算1000万元，其中：社会保障和就业支出800万元，占82%；卫生健康支出200万元，占20%。'],
    ['narrative-share 「占82%」@0:34 82 ≠ 80.00'],
  ],
  [
    'a rate',
    ['三、机关运行经费', '机关运行经费100万元，比上年增加1.67万元，增长16.9%。'],
    ['narrative-growth 「增长16.9%」@1:24 16.9 ≠ 1.698'],
  ],
  [
    'a rate on nothing',
    ['三、机关运行经费', '机关运行经费100万元，比上年增加100万元，增长100%。'],
    ['narrative-growth 「增长100%」@1:23 增长100% ≠ '],
  ],
  ['a unit', ['2024年“三公”经费预算23元。'], ['narrative-unit 「2024年“三公”经费预算23元」@0:0 23 ≠ 23.00']],
  [
    'counts',
    ['二、绩效', '开展绩效管理的项目67个。其中：人员类项目23个；其他项目48个。'],
    ['narrative-count 「开展绩效管理的项目67个」@1:0 67 ≠ 71'],
  ],
  ['vehicles', ['共有车辆3辆，其中机要通信用车1辆，应急保障用车1辆。'], ['narrative-count 「共有车辆3辆」@0:0 3 ≠ 2']],
  ['doubled words', ['比上年减少264.63万元万元。'], ['narrative-doubled 「万元万元」@0:11 万元万元 ≠ 万元']],
  [
    'template residue',
    ['2024年“三公”经费预算XX万元，比上年增加（减少）0.5万元。'],
    ['narrative-residue 「XX」@0:13 XX ≠ ', 'narrative-residue 「增加（减少）」@0:21 增加（减少） ≠ '],
  ],
  ['last year’s sentence', ['2023年，本部门未安排政府采购预算。'], ['narrative-year 「2023年」@0:0 2023年 ≠ 2024年']],
  [
    'last year’s year with this year’s figure',
    ['2023年一般公共预算基本支出600.05万元，2023年支出预算1000.00万元。'],
    ['narrative-year 「2023年」@0:24 2023年 ≠ 2024年'],
  ],
  [
    'a former name',
    ['医疗卫生与计划生育支出（类）2024年预算200万元。'],
    ['narrative-former-name 「医疗卫生与计划生育支出」@0:0 医疗卫生与计划生育支出 ≠ 卫生健康支出'],
  ],
  [
    'a class that the account does not belong to',
    ['农林水支出（类）人力资源和社会保障管理事务（款）行政运行（项）2024年预算数为700万元。'],
    ['narrative-account-name 「农林水支出（类）」@0:0 农林水支出（类） ≠ 社会保障和就业支出'],
  ],
  [
    'two values for what no table states',
    ['二、收支总体情况', '2024年收入预算1000万元，比2023年增加50万元。', '2024年收入预算比2023年增加60万元。'],
    ['narrative-two-values 「2024年收入预算比2023年增加60万元」@2:0 60 ≠ 50'],
  ],
])('wrong: %s', (_, lines, expected) => {
  expect(said(lines)).toEqual(expected);
});

test('what is not certain is counted, not judged', () => {
  const skipped = resultOf(['二、收支总体情况', '安排资金30万元。', '收入预算1000万元，比上年增加20万元。']).skipped.map(
    ({ rule, reason, sheet }) => [rule, reason.id, reason.data.count, sheet],
  );
  expect(skipped).toEqual([
    ['narrative-table', 'skip.narrative-unread', '1', '说明'],
    ['narrative-change', 'skip.narrative-no-last-year', '1', '说明'],
  ]);
});

test('a text without tables, tables without a text', () => {
  const facts = factsOfLiterals(TABLES);
  expect(check(facts, NARRATIVE_RULES).skipped.map(({ reason }) => reason.id)).toEqual(['skip.table-missing']);
  const blank = { ...facts, facts: facts.facts.map((fact) => ({ ...fact, value: null })), paragraphs: textOf(['支出预算XX万元万元']) };
  expect(check(blank, NARRATIVE_RULES)).toMatchObject({ findings: [], skipped: [{ reason: { id: 'skip.narrative-no-tables' } }] });
});

test('万元 in the text for 元 in the table: the same figure, unless its own digits say otherwise', () => {
  const facts = factsOfLiterals([
    { sheet: '表一', kind: 'dept-summary', unit: '元', rows: [{ line: 'grand-total', amounts: { all: '31214205.80' } }] },
  ]);
  const found = (text: string) =>
    check({ ...facts, paragraphs: textOf([text]) }, NARRATIVE_RULES).findings.map(({ left, right, difference }) => [
      left,
      right,
      difference,
    ]);
  expect(found('2024年支出预算3121.42万元。')).toEqual([]);
  expect(found('2024年支出预算3121万元。')).toEqual([]);
  expect(found('2024年支出预算3121.43万元。')).toEqual([['3121.43', '31214205.80', '0.00942']]);
});
