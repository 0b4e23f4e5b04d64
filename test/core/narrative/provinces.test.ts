/**
 * How the provinces write: a sentence with its right figures is silent, and with any one of its figures wrong it is found at that
 * figure. In a sentence `{right|wrong}` is a figure; each is planted by itself.
 */
import { check } from '../../../src/core/check';
import type { Finding, Paragraph, Phase, Table } from '../../../src/core/model';
import { RULES } from '../../../src/core/rules';
import { factsOfLiterals, type TableLiteral } from '../../support/facts';

const NARRATIVE = RULES.filter(({ meta }) => meta.id.startsWith('narrative-'));
const DEPARTMENT = '某市某区自然资源和规划局';

const BUDGET: readonly TableLiteral[] = [
  {
    sheet: '表一',
    kind: 'dept-summary',
    department: DEPARTMENT,
    rows: [
      { side: 'income', line: 'source', source: 'general', label: '一般公共预算拨款收入', amounts: { all: '3200.00' } },
      { side: 'income', line: 'source', source: 'gov-fund', label: '政府性基金预算拨款收入', amounts: { all: '500.00' } },
      { side: 'income', line: 'source', source: 'state-capital', label: '国有资本经营预算拨款收入', amounts: { all: '' } },
      { side: 'income', line: 'source', source: 'fiscal-account', label: '财政专户管理资金收入', amounts: { all: '100.00' } },
      { side: 'income', line: 'source', source: 'business', label: '事业收入', amounts: { all: '60.00' } },
      { side: 'income', line: 'source', source: 'other', label: '其他收入', amounts: { all: '40.00' } },
      { side: 'income', line: 'current-total', label: '本年收入合计', amounts: { all: '3900.00' } },
      { side: 'income', line: 'carry-in', label: '上年结转', amounts: { all: '100.00' } },
      { side: 'income', line: 'grand-total', label: '收入总计', amounts: { all: '4000.00' } },
      { code: '208', label: '社会保障和就业支出', amounts: { all: '300.00' } },
      { code: '210', label: '卫生健康支出', amounts: { all: '150.00' } },
      { code: '212', label: '城乡社区支出', amounts: { all: '520.00' } },
      { code: '220', label: '自然资源海洋气象等支出', amounts: { all: '2780.00' } },
      { code: '221', label: '住房保障支出', amounts: { all: '250.00' } },
      { line: 'current-total', label: '本年支出合计', amounts: { all: '4000.00' } },
      { line: 'grand-total', label: '支出总计', amounts: { all: '4000.00' } },
    ],
  },
  {
    sheet: '表三',
    kind: 'dept-expenditure',
    rows: [{ line: 'grand-total', label: '合计', amounts: { all: '4000.00', basic: '2200.00', project: '1800.00' } }],
  },
  {
    sheet: '表四',
    kind: 'fiscal-summary',
    rows: [
      { side: 'income', line: 'source', source: 'general', label: '一般公共预算拨款', amounts: { fiscal: '3200.00' } },
      { side: 'income', line: 'source', source: 'gov-fund', label: '政府性基金预算拨款', amounts: { fiscal: '500.00' } },
      { side: 'income', line: 'current-total', label: '本年收入', amounts: { fiscal: '3700.00' } },
      { side: 'income', line: 'carry-in', label: '上年结转', amounts: { fiscal: '100.00' } },
      { side: 'income', line: 'carry-in-source', source: 'general', label: '一般公共预算拨款', amounts: { fiscal: '80.00' } },
      { side: 'income', line: 'carry-in-source', source: 'gov-fund', label: '政府性基金预算拨款', amounts: { fiscal: '20.00' } },
      { side: 'income', line: 'grand-total', label: '收入总计', amounts: { fiscal: '3800.00' } },
      { line: 'current-total', label: '本年支出', amounts: { fiscal: '3800.00', general: '3280.00', 'gov-fund': '520.00' } },
      { line: 'grand-total', label: '支出总计', amounts: { fiscal: '3800.00', general: '3280.00', 'gov-fund': '520.00' } },
    ],
  },
  {
    sheet: '表五',
    kind: 'general-expenditure',
    fund: 'general',
    rows: [
      { line: 'grand-total', label: '合计', amounts: { all: '3280.00', basic: '2000.00', project: '1280.00', 'last:all': '3000.00' } },
      { code: '208', label: '社会保障和就业支出', amounts: { all: '300.00', 'last:all': '280.00' } },
      { code: '20805', label: '行政事业单位养老支出', amounts: { all: '300.00', 'last:all': '280.00' } },
      { code: '2080505', label: '机关事业单位基本养老保险缴费支出', amounts: { all: '200.00', 'last:all': '190.00' } },
      { code: '2080506', label: '机关事业单位职业年金缴费支出', amounts: { all: '100.00', 'last:all': '90.00' } },
      { code: '210', label: '卫生健康支出', amounts: { all: '150.00', 'last:all': '150.00' } },
      { code: '21011', label: '行政事业单位医疗', amounts: { all: '150.00', 'last:all': '150.00' } },
      { code: '2101101', label: '行政单位医疗', amounts: { all: '150.00', 'last:all': '150.00' } },
      { code: '220', label: '自然资源海洋气象等支出', amounts: { all: '2580.00', 'last:all': '2330.00' } },
      { code: '22001', label: '自然资源事务', amounts: { all: '2580.00', 'last:all': '2330.00' } },
      { code: '2200101', label: '行政运行', amounts: { all: '1300.00', 'last:all': '1250.00' } },
      { code: '2200106', label: '自然资源利用与保护', amounts: { all: '1280.00', 'last:all': '1080.00' } },
      { code: '221', label: '住房保障支出', amounts: { all: '250.00', 'last:all': '240.00' } },
      { code: '22102', label: '住房改革支出', amounts: { all: '250.00', 'last:all': '240.00' } },
      { code: '2210201', label: '住房公积金', amounts: { all: '250.00', 'last:all': '240.00' } },
    ],
  },
  {
    sheet: '表六',
    kind: 'general-basic',
    fund: 'general',
    rows: [
      { line: 'grand-total', label: '合计', amounts: { basic: '2000.00', staff: '1700.00', operating: '300.00' } },
      { code: '301', label: '工资福利支出', amounts: { basic: '1650.00', staff: '1650.00' } },
      { code: '302', label: '商品和服务支出', amounts: { basic: '290.00', operating: '290.00' } },
      { code: '303', label: '对个人和家庭的补助', amounts: { basic: '50.00', staff: '50.00' } },
      { code: '310', label: '资本性支出', amounts: { basic: '10.00', operating: '10.00' } },
    ],
  },
  {
    sheet: '表七',
    kind: 'three-public',
    fund: 'general',
    rows: [
      {
        line: 'item',
        amounts: {
          'three-public-total': '30.00',
          abroad: '',
          vehicle: '22.00',
          'vehicle-purchase': '',
          'vehicle-running': '22.00',
          reception: '8.00',
          'last:three-public-total': '35.00',
          'last:abroad': '',
          'last:vehicle': '25.00',
          'last:vehicle-purchase': '',
          'last:vehicle-running': '25.00',
          'last:reception': '10.00',
        },
      },
    ],
  },
  {
    sheet: '表八',
    kind: 'gov-fund',
    fund: 'gov-fund',
    rows: [
      { line: 'grand-total', label: '合计', amounts: { all: '520.00', basic: '', project: '520.00' } },
      { code: '212', label: '城乡社区支出', amounts: { all: '520.00', basic: '', project: '520.00' } },
    ],
  },
  {
    sheet: '表九',
    kind: 'procurement',
    rows: [
      { line: 'grand-total', label: '合计', amounts: { all: '400.00' } },
      { line: 'item', item: 'goods', label: '货物', amounts: { all: '100.00' } },
      { line: 'item', item: 'works', label: '工程', amounts: { all: '50.00' } },
      { line: 'item', item: 'services', label: '服务', amounts: { all: '250.00' } },
    ],
  },
];

const FINAL: readonly TableLiteral[] = [
  {
    sheet: '公开01表',
    kind: 'dept-summary',
    phase: 'final',
    department: DEPARTMENT,
    rows: [
      { side: 'income', line: 'source', source: 'general', label: '一般公共预算财政拨款收入', amounts: { all: '4200.00' } },
      { side: 'income', line: 'source', source: 'gov-fund', label: '政府性基金预算财政拨款收入', amounts: { all: '300.00' } },
      { side: 'income', line: 'source', source: 'business', label: '事业收入', amounts: { all: '100.00' } },
      { side: 'income', line: 'current-total', label: '本年收入合计', amounts: { all: '4600.00' } },
      { side: 'income', line: 'balance-use', label: '使用非财政拨款结余', amounts: { all: '50.00' } },
      { side: 'income', line: 'carry-in', label: '年初结转和结余', amounts: { all: '350.00' } },
      { side: 'income', line: 'grand-total', label: '总计', amounts: { all: '5000.00' } },
      { code: '208', label: '社会保障和就业支出', amounts: { all: '700.00' } },
      { code: '220', label: '自然资源海洋气象等支出', amounts: { all: '4000.00' } },
      { line: 'current-total', label: '本年支出合计', amounts: { all: '4700.00' } },
      { line: 'carry-out', label: '年末结转和结余', amounts: { all: '300.00' } },
      { line: 'grand-total', label: '总计', amounts: { all: '5000.00' } },
    ],
  },
  {
    sheet: '公开03表',
    kind: 'dept-expenditure',
    phase: 'final',
    rows: [{ line: 'grand-total', label: '合计', amounts: { all: '4700.00', basic: '2700.00', project: '2000.00' } }],
  },
  {
    sheet: '公开04表',
    kind: 'fiscal-summary',
    phase: 'final',
    rows: [
      { side: 'income', line: 'source', source: 'general', label: '一般公共预算财政拨款', amounts: { fiscal: '4200.00' } },
      { side: 'income', line: 'source', source: 'gov-fund', label: '政府性基金预算财政拨款', amounts: { fiscal: '300.00' } },
      { side: 'income', line: 'current-total', label: '本年收入合计', amounts: { fiscal: '4500.00' } },
      { side: 'income', line: 'carry-in', label: '年初财政拨款结转和结余', amounts: { fiscal: '300.00' } },
      { side: 'income', line: 'grand-total', label: '总计', amounts: { fiscal: '4800.00' } },
      { line: 'current-total', label: '本年支出合计', amounts: { fiscal: '4600.00', general: '4300.00', 'gov-fund': '300.00' } },
      { line: 'carry-out', label: '年末财政拨款结转和结余', amounts: { fiscal: '200.00', general: '200.00', 'gov-fund': '' } },
      { line: 'grand-total', label: '总计', amounts: { fiscal: '4800.00', general: '4500.00', 'gov-fund': '300.00' } },
    ],
  },
  {
    sheet: '公开05表',
    kind: 'general-expenditure',
    phase: 'final',
    fund: 'general',
    rows: [
      { line: 'grand-total', label: '合计', amounts: { all: '4300.00', basic: '2600.00', project: '1700.00' } },
      { code: '208', label: '社会保障和就业支出', amounts: { all: '700.00' } },
      { code: '20805', label: '行政事业单位养老支出', amounts: { all: '700.00' } },
      { code: '2080505', label: '机关事业单位基本养老保险缴费支出', amounts: { all: '700.00' } },
      { code: '220', label: '自然资源海洋气象等支出', amounts: { all: '3600.00' } },
      { code: '22001', label: '自然资源事务', amounts: { all: '3600.00' } },
      { code: '2200101', label: '行政运行', amounts: { all: '1900.00' } },
      { code: '2200106', label: '自然资源利用与保护', amounts: { all: '1700.00' } },
    ],
  },
  {
    sheet: '公开06表',
    kind: 'general-basic',
    phase: 'final',
    fund: 'general',
    rows: [
      { line: 'grand-total', label: '合计', amounts: { basic: '2600.00', staff: '2200.00', operating: '400.00' } },
      { code: '301', label: '工资福利支出', amounts: { basic: '2150.00', staff: '2150.00' } },
      { code: '302', label: '商品和服务支出', amounts: { basic: '400.00', operating: '400.00' } },
      { code: '303', label: '对个人和家庭的补助', amounts: { basic: '50.00', staff: '50.00' } },
    ],
  },
  {
    sheet: '公开09表',
    kind: 'three-public',
    phase: 'final',
    fund: 'general',
    rows: [
      {
        line: 'item',
        amounts: {
          'budget:three-public-total': '20.00',
          'budget:abroad': '',
          'budget:vehicle': '14.00',
          'budget:vehicle-running': '14.00',
          'budget:reception': '6.00',
          'three-public-total': '15.00',
          abroad: '',
          vehicle: '12.00',
          'vehicle-purchase': '',
          'vehicle-running': '12.00',
          reception: '3.00',
        },
      },
    ],
  },
];

function textOf(lines: readonly string[], phase: Phase): readonly Paragraph[] {
  const table: Table = {
    index: 99,
    sheet: '说明',
    range: { top: 0, left: 0, bottom: lines.length, right: 0 },
    kind: 'narrative',
    phase,
    title: '说明',
    unit: null,
    year: 2024,
    department: null,
    panels: [],
    notes: [],
    evidence: [],
    bodyRows: 0,
    mappedRows: 0,
    unread: [],
  };
  return lines.map((text, row) => ({ table, cell: { sheet: '说明', row, column: 0 }, text }));
}

const FACTS = { budget: factsOfLiterals(BUDGET), final: factsOfLiterals(FINAL) };

function findingsOf(lines: readonly string[], phase: Phase): readonly Finding[] {
  return check({ ...FACTS[phase], paragraphs: textOf(lines, phase) }, NARRATIVE).findings;
}

/** `{right|wrong}` → the text, with the n-th figure wrong, and where that one stands. */
function planted(text: string, wrong: number): { readonly text: string; readonly place: number } {
  let n = -1;
  let place = -1;
  let made = '';
  let from = 0;
  for (const match of text.matchAll(/\{([^|}]+)\|([^}]+)\}/g)) {
    n += 1;
    made += text.slice(from, match.index);
    if (n === wrong) place = made.length;
    made += (n === wrong ? match[2] : match[1]) ?? '';
    from = match.index + match[0].length;
  }
  return { text: made + text.slice(from), place };
}

const told = ({ rule, severity, cells, left, right }: Finding): string => `${severity} ${rule} 「${cells[0]?.text}」 ${left} ≠ ${right}`;

/** Heading, sentence with figures. */
type Sentence = readonly [heading: string, text: string];

const OF_BUDGETS: readonly Sentence[] = [
  // 北京
  ['一、收入预算情况说明', '2024年收入预算{4000.00|4100.00}万元，其中：本年收入{3900.00|3990.00}万元，上年结转{100.00|10.00}万元。'],
  [
    '二、支出预算情况说明',
    '本年支出预算4000万元，其中：基本支出预算{2200|2020}万元，占总支出预算{55.00%|50.55%}；项目支出预算{1800|1880}万元，占总支出预算{45.00%|54.00%}。',
  ],
  [
    '三、“三公”经费财政拨款预算情况说明',
    '“三公”经费财政拨款预算总额{30.00|33.00}万元，其中：因公出国（境）费用0万元；公务接待费{8.00|0.80}万元；公务用车购置及运行维护费{22.00|20.00}万元，其中公务用车购置费0万元，公务用车运行维护费{22.00|12.00}万元。',
  ],
  ['三、“三公”经费预算财政拨款情况说明', '1.因公出国（境）费用。2024年预算数{0.00|5.00}万元，与2023年年初预算数0.00万元持平。'],
  [
    '三、“三公”经费预算财政拨款情况说明',
    '2.公务接待费。2024年预算数{8.00|9.00}万元，比2023年年初预算数{10.00|11.00}万元减少{2.00|3.00}万元。主要原因：厉行节约。',
  ],
  [
    '三、“三公”经费预算财政拨款情况说明',
    '3.公务用车购置及运行维护费。2024年预算数{22.00|22.50}万元，其中，公务用车购置费0万元，公务用车运行维护费{22.00|21.50}万元，较2023年预算数减少{3.00|4.00}万元。',
  ],
  [
    '四、政府采购预算说明',
    '2024年我单位政府采购预算总额{400.00|410.00}万元，其中：政府采购货物预算{100.00|101.00}万元，政府采购工程预算{50.00|51.00}万元，政府采购服务预算{250.00|251.00}万元。',
  ],
  // 江苏
  [
    '一、收支预算总体情况说明',
    '某区自然资源和规划局2024年度收入、支出预算总计{4000.00|4040.00}万元，与上年相比收、支预算总计各增加200万元，增长5.26%。',
  ],
  ['一、收支预算总体情况说明', '（一）收入预算总计{4000.00|4004.00}万元。包括：1.本年收入合计{3900.00|3909.00}万元。'],
  ['一、收支预算总体情况说明', '（1）一般公共预算拨款收入{3200.00|3020.00}万元，与上年相比增加120万元，增长3.9%。'],
  ['一、收支预算总体情况说明', '（2）政府性基金预算拨款收入{500.00|505.00}万元，与上年预算数相同。'],
  ['一、收支预算总体情况说明', '（1）社会保障和就业支出（类）支出{300.00|330.00}万元，主要用于机关事业单位基本养老保险缴费支出。'],
  [
    '二、收入预算情况说明',
    '某区自然资源和规划局2024年收入预算合计{4000.00|4400.00}万元，包括本年收入{3900.00|3099.00}万元，上年结转结余{100.00|110.00}万元。',
  ],
  [
    '二、收入预算情况说明',
    '本年一般公共预算收入{3200.00|2300.00}万元，占{80.00%|82.05%}；本年政府性基金预算收入{500.00|50.00}万元，占{12.50%|12.82%}；本年国有资本经营预算收入0万元，占0%；本年财政专户管理资金{100.00|101.00}万元，占{2.50%|25.0%}；本年事业收入{60.00|66.00}万元，占{1.50%|1.65%}。',
  ],
  [
    '三、支出预算情况说明',
    '某区自然资源和规划局2024年支出预算合计{4000.00|4400.00}万元，其中：基本支出{2200.00|2020.00}万元，占{55.00%|56.41%}；项目支出{1800.00|1808.00}万元，占{45.00%|46.15%}。',
  ],
  ['四、财政拨款收支预算总体情况说明', '某区自然资源和规划局2024年度财政拨款收、支总预算{3800.00|3900.00}万元。'],
  ['五、财政拨款支出预算情况说明', '某区自然资源和规划局2024年财政拨款预算支出{3800.00|3880.00}万元，占本年支出合计的{95.00%|96.00%}。'],
  [
    '七、一般公共预算支出预算情况说明',
    '某区自然资源和规划局2024年一般公共预算财政拨款支出预算{3280.00|3820.00}万元，与上年相比增加{280.00|208.00}万元，增长{9.33%|8.54%}。',
  ],
  [
    '八、一般公共预算基本支出预算情况说明',
    '某区自然资源和规划局2024年度一般公共预算财政拨款基本支出预算{2000.00|2002.00}万元，其中：（一）人员经费{1700.00|1770.00}万元。主要包括：基本工资、津贴补贴。（二）公用经费{300.00|330.00}万元。主要包括：办公费、水费。',
  ],
  [
    '九、一般公共预算“三公”经费支出预算情况说明',
    '某区自然资源和规划局2024年度一般公共预算拨款安排的“三公”经费支出预算{30.00|33.00}万元，比上年预算减少{5.00|6.00}万元，变动原因是压缩开支。其中，因公出国（境）费支出0万元，占“三公”经费的0%；公务用车购置及运行维护费支出{22.00|22.20}万元，占“三公”经费的{73.33%|77.33%}；公务接待费支出{8.00|8.80}万元，占“三公”经费的{26.67%|22.67%}。',
  ],
  ['十、政府性基金预算支出预算情况说明', '某区自然资源和规划局2024年政府性基金支出预算支出{520.00|502.00}万元，与上年相比增加20万元。'],
  // 浙江
  [
    '（三）关于2024年一般公共预算当年拨款情况说明',
    '1.一般公共预算当年拨款规模变化情况。某区自然资源和规划局2024年一般公共预算支出{3280.00|3380.00}万元，比2023年执行数增加130万元。',
  ],
  [
    '（三）关于2024年一般公共预算当年拨款情况说明',
    '2.一般公共预算拨款结构情况。社会保障和就业支出{300.00|303.00}万元，占{9.15%|9.51%}；卫生健康支出{150.00|105.00}万元，占{4.57%|4.75%}；自然资源海洋气象等支出{2580.00|2508.00}万元，占{78.66%|76.88%}；住房保障支出{250.00|520.00}万元，占{7.62%|6.72%}。',
  ],
  [
    '（三）关于2024年一般公共预算当年拨款情况说明',
    '（1）社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）{200.00|220.00}万元，主要用于养老保险缴费。',
  ],
  [
    '（三）关于2024年一般公共预算当年拨款情况说明',
    '（2）住房保障支出（类）住房改革支出（款）住房公积金（项）2024年预算数{250.00|255.00}万元，比上年增加{10.00|15.00}万元，增长{4.17%|4.71%}。',
  ],
  // 山东
  ['二、2024年部门预算情况说明', '2024年收支总预算{4000.00|4040.00}万元，其中：财政拨款收入{3800.00|3080.00}万元。'],
  [
    '二、收入预算情况',
    '2024年收入预算为{4000.00|4010.00}万元，其中：上年结转{100.00|111.00}万元，占{2.50%|2.75%}；一般公共预算拨款收入{3200.00|3220.00}万元，占{80.00%|88.00%}。',
  ],
  ['三、机关运行经费安排情况', '2024年机关运行经费财政拨款预算{300.00|303.00}万元。主要包括办公费、差旅费、会议费等。'],
  // 四川
  ['一、收支预算情况说明', '某区自然资源和规划局2024年收支预算总数{4000.00|4400.00}万元。'],
  [
    '（二）支出预算情况',
    '某区自然资源和规划局2024年支出预算{4000.00|4440.00}万元，其中：基本支出{2200.00|2220.00}万元，占{55%|58%}；项目支出{1800.00|1810.00}万元，占{45%|54%}。',
  ],
  ['三、一般公共预算当年拨款情况说明', '社会保障和就业支出300万元，占{9.15%|9.51%}；卫生健康支出{150|115}万元，占4.57%。'],
  [
    '三、一般公共预算当年拨款具体使用情况',
    '自然资源海洋气象等支出（类）自然资源事务（款）行政运行（项）：2024年预算数为{1300.00|1330.00}万元，主要用于机关正常运转。',
  ],
  [
    '四、一般公共预算基本支出情况说明',
    '某区自然资源和规划局2024年一般公共预算基本支出{2000.00|2200.00}万元，其中：人员经费{1700.00|1070.00}万元，公用经费{300.00|130.00}万元。',
  ],
  [
    '五、“三公”经费财政拨款预算安排情况说明',
    '2024年“三公”经费财政拨款预算数{30.00|30.30}万元，其中：因公出国（境）经费0万元，公务接待费{8.00|8.30}万元，公务用车购置及运行维护费{22.00|22.30}万元。',
  ],
  ['五、“三公”经费财政拨款预算安排情况说明', '（二）公务接待费较2023年预算下降{20%|25%}。主要原因是厉行节约。'],
  ['五、“三公”经费财政拨款预算安排情况说明', '（三）公务用车购置及运行维护费较2023年预算下降{12%|21%}。'],
  // 湖北、广东、重庆
  [
    '（一）预算收支增减变化情况',
    '2024年收入预算4000万元，其中一般公共预算拨款{3200|3220}万元、政府性基金预算拨款{500|550}万元、财政专户管理资金{100|110}万元、事业收入{60|160}万元、其他收入{40|140}万元、上年结转{100|10}万元。',
  ],
  ['（一）收支预算总体情况', '2024年一般公共预算基本支出和项目支出分别为{2000.00|2020.00}万元和{1280.00|1228.00}万元。'],
  ['（二）财政拨款情况', '2024年一般公共预算支出{3280.00|3820.00}万元，同口径比上年增长5.5%。'],
  ['（三）“三公”经费', '2024年“三公”经费预算{30|31}万元，同比下降{14.29%|12.49%}，其中公务接待费下降{20%|22%}。'],
  ['四、“三公”经费预算安排情况', '因公出国（境）费、公务用车购置及运行费、公务接待费分别为0万元、{22|20}万元、{8|10}万元。'],
  ['六、政府采购预算', '政府采购预算{400|440}万元，其中：货物类{100|140}万元，工程类{50|55}万元，服务类{250|252}万元。'],
  [
    '六、政府采购预算',
    '某区自然资源和规划局政府采购预算总额400万元，其中：货物采购预算{100|110}万元、工程采购预算{50|60}万元、服务采购预算{250|260}万元。',
  ],
  // vehicles, small enterprises, performance: counts, and amounts that no table has
  [
    '八、国有资产占有使用情况',
    '截至2023年底，本部门共有车辆{3|4}辆，其中，副省级及以上领导用车0辆、主要领导干部用车1辆、机要通信用车2辆；单价100万元以上设备0台（套）。',
  ],
  ['六、政府采购预算', '2024年政府采购预算{400|404}万元，其中面向中小企业预留320万元，占政府采购预算的80%，小微企业预留200万元。'],
  ['九、绩效目标设置情况', '2024年实行绩效目标管理的项目{10|9}个，其中：重点项目4个，一般项目6个，涉及一般公共预算支出1000万元。'],
  ['一、收支总体情况', '一般公共预算支出较上年增长{9.33%|8.33%}，其中行政运行增加50万元。'],
  ['三、机关运行经费', '2024年机关运行经费预算{300.00|310.00}万元，与上年基本持平。'],
  [
    '二、支出预算情况',
    '按支出功能分类，社会保障和就业支出{300|330}万元，卫生健康支出{150|105}万元，城乡社区支出{520|502}万元，住房保障支出{250|205}万元。',
  ],
  // 元 and 亿元
  ['一、部门收支总体情况', '某区自然资源和规划局2024年收支总预算{40,000,000.00|40,400,000.00}元。'],
  ['一、部门收支总体情况', '某区自然资源和规划局2024年收支总预算{0.40|0.41}亿元，基本支出{0.22|0.23}亿元。'],
  [
    '一、部门收支总体情况',
    '某区自然资源和规划局2024年支出预算{40000000|40400000}元，其中基本支出{22000000|22200000}元、项目支出{18000000|18200000}元。',
  ],
];

const OF_FINAL_ACCOUNTS: readonly Sentence[] = [
  ['一、收入支出决算总体情况说明', '2024年度收、支总计均为{5000.00|5050.00}万元。与2023年度相比，收、支总计各增加120万元，增长2.46%。'],
  [
    '二、收入决算情况说明',
    '2024年度本年收入合计{4600.00|4060.00}万元，其中：一般公共预算财政拨款收入{4200.00|4220.00}万元，占{91.30%|93.10%}；政府性基金预算财政拨款收入{300.00|330.00}万元，占{6.52%|5.62%}；事业收入{100.00|110.00}万元，占{2.17%|7.12%}。',
  ],
  [
    '三、支出决算情况说明',
    '2024年度本年支出合计{4700.00|4770.00}万元，其中：基本支出{2700.00|2070.00}万元，占{57.45%|54.75%}；项目支出{2000.00|2002.00}万元，占{42.55%|45.22%}。',
  ],
  ['四、财政拨款收入支出决算总体情况说明', '2024年度财政拨款收、支总计均为{4800.00|4880.00}万元。'],
  ['五、一般公共预算财政拨款支出决算情况说明', '2024年度一般公共预算财政拨款支出{4300.00|4330.00}万元，占本年支出合计的{91.49%|94.19%}。'],
  [
    '五、一般公共预算财政拨款支出决算情况说明',
    '2024年度一般公共预算财政拨款支出4300万元，主要用于以下方面：社会保障和就业支出{700.00|770.00}万元，占{16.28%|18.26%}；自然资源海洋气象等支出{3600.00|3060.00}万元，占{83.72%|87.32%}。',
  ],
  [
    '五、一般公共预算财政拨款支出决算情况说明',
    '2024年度一般公共预算财政拨款支出年初预算为4000万元，支出决算为{4300.00|4030.00}万元，完成年初预算的{107.50%|105.70%}，决算数大于预算数的主要原因是追加项目经费。',
  ],
  [
    '五、一般公共预算财政拨款支出决算情况说明',
    '1.社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）。年初预算为680万元，支出决算为{700.00|707.00}万元，完成年初预算的{102.94%|109.24%}。决算数大于年初预算数的主要原因是缴费基数调整。',
  ],
  [
    '五、一般公共预算财政拨款支出决算情况说明',
    '2.自然资源海洋气象等支出（类）自然资源事务（款）行政运行（项）：支出决算为{1900.00|1990.00}万元，完成预算100%，决算数与预算数持平。',
  ],
  [
    '六、一般公共预算财政拨款基本支出决算情况说明',
    '2024年度一般公共预算财政拨款基本支出{2600.00|2060.00}万元，其中：人员经费{2200.00|2220.00}万元，主要包括基本工资、津贴补贴；公用经费{400.00|440.00}万元，主要包括办公费、印刷费。',
  ],
  [
    '七、财政拨款“三公”经费支出决算情况说明',
    '“三公”经费支出年初预算为20.00万元，支出决算为{15.00|15.50}万元，完成预算的{75.00%|57.00%}，决算数小于预算数的主要原因是厉行节约。',
  ],
  [
    '七、财政拨款“三公”经费支出决算情况说明',
    '“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0万元；公务用车购置及运行维护费支出决算{12.00|11.00}万元，占{80.00%|81.00%}；公务接待费支出决算{3.00|4.00}万元，占{20.00%|21.00%}。',
  ],
  [
    '七、财政拨款“三公”经费支出决算情况说明',
    '3.公务接待费支出预算为{6.00|6.60}万元，支出决算为{3.00|3.30}万元，完成预算的{50.00%|55.00%}。',
  ],
  [
    '九、政府采购支出情况',
    '2024年度政府采购支出总额200万元，其中：政府采购货物支出100万元、政府采购服务支出100万元。授予中小企业合同金额150万元，占政府采购支出总额的75%。',
  ],
  [
    '十、预算绩效情况',
    '组织对2024年度一般公共预算项目支出全面开展绩效自评，共涉及项目12个，资金1700万元，占一般公共预算项目支出总额的100%。',
  ],
  ['八、机关运行经费支出情况', '2024年度机关运行经费支出{400.00|440.00}万元。'],
];

function wrongIn(text: string): readonly number[] {
  return [...text.matchAll(/\{[^|}]+\|[^}]+\}/g)].map((_, i) => i);
}

describe.each([
  ['budget', OF_BUDGETS],
  ['final', OF_FINAL_ACCOUNTS],
] as const)('%s', (phase, sentences) => {
  test.each(sentences)('%s: %s', (heading, text) => {
    expect(findingsOf([heading, planted(text, -1).text], phase).map(told)).toEqual([]);
    const missed = wrongIn(text).flatMap((n) => {
      const { text: slip, place } = planted(text, n);
      const found = findingsOf([heading, slip], phase).filter(({ class: kind }) => kind !== 'rounding');
      const there = found.some(({ cells }) =>
        cells.some(({ cell, start = -1, length = 0 }) => cell.row === 1 && start <= place && place < start + length),
      );
      return there ? [] : [`${slip.slice(Math.max(0, place - 12), place + 8)} → ${found.map(told).join('; ') || 'nothing'}`];
    });
    expect(missed).toEqual([]);
  });
});

test('there are enough of them', () => {
  const all = [...OF_BUDGETS, ...OF_FINAL_ACCOUNTS];
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(all.flatMap(([, text]) => wrongIn(text)).length).toBeGreaterThanOrEqual(150);
});
