/** One layout question after the other, each on a literal little table. */
import { addressOf, rangeAddress } from '../../../src/core/workbook';
import { sheet, type GridCell } from '../../support/grid';
import { brief, one, read } from '../../support/oneTable';

const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
const ROWS = [
  ['合计', null, 10.5, 4, 6.5],
  ['208', '社会保障和就业支出', 10.5, 4, 6.5],
  ['20805', '行政事业单位养老支出', 10.5, 4, 6.5],
];

describe('caption', () => {
  test('title, department and unit in rows of their own', () => {
    const { table } = one([['2024年部门支出总表'], ['部门：某局'], [null, null, null, null, '单位：万元'], HEAD, ...ROWS]);
    expect(table).toMatchObject({ kind: 'dept-expenditure', year: 2024, department: '某局', unit: '万元', title: '2024年部门支出总表' });
  });

  test('a table number above the title, department and unit in one cell', () => {
    const { table } = one([['表三'], ['2025年部门支出预算总表'], ['编制部门：某某区财政局\t单位：元'], HEAD, ...ROWS]);
    expect(table).toMatchObject({ kind: 'dept-expenditure', year: 2025, department: '某某区财政局', unit: '元' });
  });

  test('title, number, department and unit in one cell, line by line', () => {
    const { table } = one([['支出预算总表\n公开表三\n部门： 某厅 单位：万元'], HEAD, ...ROWS]);
    expect(table).toMatchObject({ kind: 'dept-expenditure', department: '某厅', unit: '万元' });
  });

  test('a title broken over two lines of its cell, a department above it left alone', () => {
    const titles = (cell: string): string => one([[cell], ['单位：万元'], HEAD, ...ROWS]).table.title;
    expect(titles('一般公共预算\n支出表')).toBe('一般公共预算支出表');
    expect(titles('部门收支总体\n情况表')).toBe('部门收支总体情况表');
    expect(titles('某市政府采购中心\n部门支出总表')).toBe('部门支出总表');
    expect(titles('表三\n部门支出总表')).toBe('部门支出总表');
  });

  test('unit and department behind the title in its line', () => {
    const caption = (cell: string): unknown => {
      const { kind, title, unit, department } = one([[cell], HEAD, ...ROWS]).table;
      return [kind, title, unit, department];
    };
    expect(caption('2024年部门支出总表（单位：元）')).toEqual(['dept-expenditure', '2024年部门支出总表', '元', null]);
    expect(caption('一般公共预算“三公”经费（财政拨款）支出表   单位：万元')).toEqual([
      'three-public',
      '一般公共预算“三公”经费（财政拨款）支出表',
      '万元',
      null,
    ]);
    expect(caption('部门支出总表  编制单位：某局  金额单位：千元')).toEqual(['dept-expenditure', '部门支出总表', '千元', '某局']);
  });

  test('year and unit beside a department without its label', () => {
    const { table } = one([['部门预算支出总表'], ['323某市某局', null, null, '预算年度：2024', '单位：万元'], HEAD, ...ROWS]);
    expect(table).toMatchObject({ year: 2024, unit: '万元', department: '323某市某局' });
  });

  test('the unit in a heading, half-width colon, 金额单位', () => {
    expect(one([['部门支出总表'], ['科目编码', '科目名称', '合计（元）', '基本支出', '项目支出'], ...ROWS]).table.unit).toBe('元');
    expect(one([['部门支出总表'], [null, null, '单位:元'], HEAD, ...ROWS]).table.unit).toBe('元');
    expect(one([['部门支出总表'], [null, null, '金额单位：万元'], HEAD, ...ROWS]).table.unit).toBe('万元');
  });

  test('no unit: the evidence says which one is used, and the facts use it', () => {
    const { tables, facts } = read(
      sheet('一', [['部门支出总表'], ['单位：元'], HEAD, ...ROWS]),
      sheet('二', [['一般公共预算支出表'], HEAD, ...ROWS]),
    );
    expect(tables[1]?.unit).toBeNull();
    expect(tables[1]?.evidence).toContainEqual({ what: 'unit', because: { id: 'recognise.unit.none', data: { unit: '元' } }, cells: [] });
    expect(facts.find((f) => f.cell.sheet === '二')?.unit).toBe('元');
  });

  test('the department before the table’s own name in the title', () => {
    expect(one([['某市某区人力资源和社会保障局部门支出总表'], HEAD, ...ROWS]).table.department).toBe('某市某区人力资源和社会保障局');
  });
});

describe('where tables begin and end', () => {
  test('two tables below one another, each with its note', () => {
    const { tables } = read(
      sheet('表', [['部门支出总表'], HEAD, ...ROWS, ['备注：第一个表'], [], ['一般公共预算支出表'], ['单位：元'], HEAD, ...ROWS]),
    );
    expect(tables.map((t) => [t.kind, rangeAddress(t.range), t.unit, t.bodyRows, t.notes])).toEqual([
      ['dept-expenditure', 'A1:E6', null, 3, ['备注：第一个表']],
      ['general-expenditure', 'A8:E13', '元', 3, []],
    ]);
  });

  test('a table broken over pages repeats its title and header', () => {
    const { table, facts } = one([
      ['部门支出总表'],
      HEAD,
      ...ROWS,
      ['部门支出总表'],
      ['单位：万元'],
      HEAD,
      ['2080505', '机关事业单位基本养老保险缴费支出', 10.5, 4, 6.5],
    ]);
    expect(table.bodyRows).toBe(4);
    expect(facts.map((f) => f.account?.code ?? '合计').filter((_, i) => i % 3 === 0)).toEqual(['合计', '208', '20805', '2080505']);
  });

  test('an empty table with a note, a row of dots, and formatting far below', () => {
    const far: GridCell[][] = Array.from({ length: 3000 }, () => []);
    const { table } = one([
      ['政府性基金预算支出表'],
      HEAD,
      ['…', '…'],
      ['合计'],
      ['备注：本部门无政府性基金预算。'],
      ...far,
      [{ value: null, format: '0.00' }],
    ]);
    expect(table).toMatchObject({ kind: 'gov-fund', bodyRows: 1, mappedRows: 1, notes: ['备注：本部门无政府性基金预算。'] });
    expect(rangeAddress(table.range)).toBe('A1:E5');
  });

  test('sheets that Gouji wrote, and empty ones, hold no table', () => {
    expect(read(sheet('差异清单', [['部门支出总表'], HEAD, ...ROWS], { generated: true }), sheet('空', [[], [null]])).tables).toEqual([]);
  });

  test('a hidden copy of a table that is shown is left alone', () => {
    const { tables, facts } = read(
      sheet('今年', [['部门支出总表'], HEAD, ...ROWS]),
      sheet('去年', [['部门支出总表'], HEAD, ...ROWS], { hidden: true }),
    );
    expect(tables.map((t) => t.kind)).toEqual(['dept-expenditure', 'other']);
    expect(new Set(facts.map((f) => f.cell.sheet))).toEqual(new Set(['今年']));
  });

  test('a list of contents, a cover and running text are named', () => {
    const sentence = '一、部门基本情况。本部门为政府组成部门，主要职能是贯彻执行法律法规、规章和方针政策，拟订规划并组织实施。';
    const { tables } = read(
      sheet('目录', [['目录'], ['1', '部门收支总表'], ['2', '部门支出总表']]),
      sheet('说明', [['某局2024年部门预算情况说明'], [sentence], [sentence]]),
      sheet('封面', [['某区2026年区级部门预算'], ['预算主管部门：某局']]),
    );
    expect(tables.map((t) => [t.kind, t.panels.length])).toEqual([
      ['other', 0],
      ['narrative', 0],
      ['other', 0],
    ]);
  });
});

describe('header', () => {
  const TWO_ROWS = [
    ['一般公共预算支出表'],
    ['功能分类科目', null, '2023年预算数', '2024年预算数'],
    ['科目编码', '科目名称', null, '小计', '基本支出', '项目支出'],
    ['合计', null, 9, 10, 4, 6],
    ['208', '社会保障和就业支出', 9, 10, 4, 6],
  ];
  test.each([
    ['merges known', { merges: ['A2:B2', 'C2:C3', 'D2:F2', 'A4:B4'] }],
    ['merges unknown', {}],
  ])('two rows, last year beside this year, %s', (_, options) => {
    const { facts } = one(TWO_ROWS, options);
    expect(facts.filter((f) => f.account).map((f) => [f.columnLabel, f.year, f.nature])).toEqual([
      ['2023年预算数', 'last', 'all'],
      ['小计', 'current', 'all'],
      ['基本支出', 'current', 'basic'],
      ['项目支出', 'current', 'project'],
    ]);
  });

  test('栏次, 序号 and blanks inside the headings', () => {
    const { table, facts } = one([
      ['部门预算支出总表'],
      ['序号', '科目    编码', '科 目 名 称', '合  计', '基本\n支出', '上解上级     支出'],
      ['栏次', '1', '2', '3', '4', '5'],
      [1, null, '合计', 10, 8, 2],
      [2, 208, '社会保障和就业支出', 10, 8, 2],
    ]);
    expect(table.bodyRows).toBe(2);
    expect(brief(facts, (f) => `${f.line} ${f.nature}`)).toEqual([
      'D4 grand-total all',
      'E4 grand-total basic',
      'F4 grand-total upward',
      'D5 account all',
      'E5 account basic',
      'F5 account upward',
    ]);
  });

  test('甲 乙 1 2 3=4+5 numbers the columns', () => {
    const { table } = one([['部门支出总表'], HEAD, ['甲', '乙', '1=2+3', '2', '3'], ...ROWS]);
    expect([table.bodyRows, table.mappedRows]).toEqual([3, 3]);
  });

  test.each([
    ['*', '*', '1', '2', '3'],
    [null, null, '1', '2', '3'],
    ['甲', '乙', '1', '2=3+4', '3'],
    ['栏次', null, '1', '2=3+4', '3=2*1'],
  ])('numbers of the columns: %s %s %s %s %s', (...numbers) => {
    const { table } = one([['部门支出总表'], HEAD, numbers, ...ROWS]);
    expect([table.bodyRows, table.mappedRows]).toEqual([3, 3]);
  });

  test('numbers of two columns only, and 行次 as the heading of the first', () => {
    const { table } = one([['部门支出总表'], ['行次', '科目名称', '合计'], ['*', '*', '1'], [1, '合计', 10.5], [2, '教育支出', 10.5]]);
    expect([table.bodyRows, table.mappedRows]).toEqual([2, 2]);
    expect(table.panels[0]?.columns.map(({ role }) => role)).toEqual(['ordinal', 'name', 'amount']);
  });

  test('类, 款, 项 in three columns, each in the row of its level only', () => {
    const { facts } = one([
      ['部门支出总表'],
      ['科目编码', null, null, '科目名称', '合计'],
      ['类', '款', '项'],
      ['208', null, null, '社会保障和就业支出', 10.5],
      [null, '05', null, '行政事业单位养老支出', 10.5],
      [null, null, '05', '机关事业单位基本养老保险缴费支出', 7],
      [null, null, 6, '机关事业单位职业年金缴费支出', 3.5],
      ['210', null, null, '卫生健康支出', 4],
      [null, '11', '01', '行政单位医疗', 4],
    ]);
    expect(brief(facts, (f) => f.account?.code)).toEqual(['E4 208', 'E5 20805', 'E6 2080505', 'E7 2080506', 'E8 210', 'E9 2101101']);
  });

  test('类, 款, 项 in three columns, 款 and 项 as numbers, the total at the bottom', () => {
    const { facts } = one([
      ['部门支出预算总表'],
      ['项目', null, null, null, '支出预算'],
      ['功能分类科目编码', null, null, '功能分类科目名称', '合计', '基本支出'],
      ['类', '款', '项'],
      [205, null, null, '教育支出', 3, 3],
      [205, '02', null, '普通教育', 3, 3],
      [205, 2, 5, '高等教育', 3, 3],
      ['合计', null, null, null, 3, 3],
    ]);
    const rows = facts.filter((f) => f.nature === 'all');
    expect(rows.map((f) => f.account?.code ?? f.line)).toEqual(['205', '20502', '2050205', 'grand-total']);
    expect(rows.map((f) => rows.find((r) => r.row === f.parent)?.label ?? null)).toEqual(['合计', '205 教育支出', '20502 普通教育', null]);
  });

  test('类 款 项 in the row of the total', () => {
    const { facts } = one([
      ['支出决算表'],
      ['项目', null, null, null, '本年支出合\n计', '基本支出'],
      ['支出功能分类', null, null, '科目名称'],
      ['科目编码'],
      ['类', '款', '项', '合计', 5, 5],
      ['201', '06', null, '财政事务', 5, 5],
    ]);
    expect(brief(facts, (f) => `${f.account?.code ?? f.line}`)).toEqual(['E5 grand-total', 'F5 grand-total', 'E6 20106', 'F6 20106']);
  });

  test('a column that only compares is not an amount of the budget', () => {
    const { table } = one([['部门支出总表'], ['科目编码', '科目名称', '合计', '比上年增减'], ['208', '社会保障和就业支出', 10, 2]]);
    expect(table.panels[0]?.columns.map((column) => column.role)).toEqual(['code', 'name', 'amount', 'comparison']);
    expect([table.unread, table.mappedRows]).toEqual([[], 1]);
  });
});

describe('totals', () => {
  const total = (rows: readonly (readonly GridCell[])[]): readonly (string | boolean)[][] =>
    one([['部门支出总表'], HEAD, ...rows])
      .facts.filter((f) => f.nature === 'all' && f.line === 'grand-total')
      .map((f) => [addressOf(f.cell), f.duplicateTotal]);

  test.each([
    [
      'in the code column',
      [
        ['合计', null, 4, 4],
        ['208', '社会保障和就业支出', 4, 4],
      ],
      [['C3', false]],
    ],
    [
      '合 计 in the name column',
      [
        [null, '合  计', 4, 4],
        ['208', '社会保障和就业支出', 4, 4],
      ],
      [['C3', false]],
    ],
    [
      'at the bottom',
      [
        ['208', '社会保障和就业支出', 4, 4],
        ['总计', null, 4, 4],
      ],
      [['C4', false]],
    ],
    [
      'nameless first row',
      [
        [null, null, 4, 4],
        ['208', '社会保障和就业支出', 4, 4],
      ],
      [['C3', false]],
    ],
    [
      'followed by its nameless repetition',
      [
        [null, '合计', 4, 4],
        [null, null, 4, 4],
        ['208', '社会保障和就业支出', 4, 4],
      ],
      [
        ['C3', false],
        ['C4', true],
      ],
    ],
    ['none', [['208', '社会保障和就业支出', 4, 4]], []],
  ])('%s', (_, rows, expected) => {
    expect(total(rows)).toEqual(expected);
  });
});

describe('rows by unit', () => {
  test('unit subtotals with a name only; accounts belong to the unit above', () => {
    const { facts } = one([
      ['部门支出总表'],
      ['科目编码', '单位代码', '单位名称（科目）', '合计'],
      [null, null, '合 计', 30],
      [null, null, '某区就业服务管理局', 10],
      ['2080101', '139001', '行政运行', 10],
      [null, null, '某区社会保险中心', 20],
      ['2080101', '139002', '行政运行', 20],
    ]);
    expect(facts.map((f) => [f.line, f.organisation, facts.find((p) => p.row === f.parent)?.label ?? null])).toEqual([
      ['grand-total', null, null],
      ['organisation', '某区就业服务管理局', '合计'],
      ['account', '某区就业服务管理局', '某区就业服务管理局'],
      ['organisation', '某区社会保险中心', '合计'],
      ['account', '某区社会保险中心', '某区社会保险中心'],
    ]);
  });

  test('unit code and economic code in one column', () => {
    const { facts, table } = one([
      ['一般公共预算基本支出预算表'],
      ['科目编码', null, '单位代码', '单位名称（科目）', '合计', '人员经费', '公用经费'],
      ['类', '款'],
      [null, null, '139001', '某局', 5, 5, null],
      [null, null, '301', '工资福利支出', 5, 5, null],
      ['301', '01', '30101', '基本工资', 5, 5, null],
    ]);
    expect(table.kind).toBe('general-basic');
    expect(facts.filter((f) => f.nature === 'basic').map((f) => f.account?.code ?? f.line)).toEqual(['organisation', '301', '30101']);
    expect(facts.filter((f) => f.nature === 'operating').every((f) => f.value === null)).toBe(true);
  });

  test('projects under a function’s name take its place', () => {
    const { facts, table } = one([
      ['一般公共预算项目支出预算表'],
      ['科目编码', '单位代码', '单位名称（科目）', '金额'],
      [null, null, '某区就业服务管理局', 9],
      [null, null, '一般行政管理事务', 9],
      ['2080102', '139005', '2024年金保网络维护费项目', 4],
      ['2080102', '139005', '2024年档案服务费项目', 5],
    ]);
    expect(table.kind).toBe('project-list');
    expect(facts.map((f) => [f.line, f.account?.code ?? null, f.project, f.fund, f.nature])).toEqual([
      ['organisation', null, null, 'general', 'project'],
      ['account', '2080102', null, 'general', 'project'],
      ['project', '2080102', '2024年金保网络维护费项目', 'general', 'project'],
      ['project', '2080102', '2024年档案服务费项目', 'general', 'project'],
    ]);
  });
});

describe('two-sided tables', () => {
  test('sides of different length, names with other ordinals, sub-sources', () => {
    const { facts } = one([
      ['2025年部门财务收支预算总表'],
      ['本年收入', null, '本年支出'],
      ['项目', '预算数', '项目', '预算数'],
      ['一、财政拨款收入', 8, '一、教育支出', 9],
      ['1. 一般公共预算资金', 8],
      ['2. 政府性基金'],
      ['二、事业收入', 1],
      ['收入总计', 9, '支出总计', 9],
    ]);
    expect(
      facts.map((f) => [
        addressOf(f.cell),
        f.side,
        f.line,
        f.source ?? f.account?.code ?? null,
        facts.find((p) => p.row === f.parent)?.label ?? null,
      ]),
    ).toEqual([
      ['B4', 'income', 'source', 'fiscal', '收入总计'],
      ['B5', 'income', 'source', 'general', '一、财政拨款收入'],
      ['B6', 'income', 'source', 'gov-fund', '一、财政拨款收入'],
      ['B7', 'income', 'source', 'business', '收入总计'],
      ['B8', 'income', 'grand-total', null, null],
      ['D4', 'expenditure', 'account', '205', '支出总计'],
      ['D8', 'expenditure', 'grand-total', null, null],
    ]);
  });

  test('the same label under 本年收入 and under 上年结转', () => {
    const { facts } = one([
      ['财政拨款收支总表'],
      ['收入', null, '支出'],
      ['项目', '金额', '项目', '合计', '一般公共预算财政拨款'],
      ['一、一般公共预算拨款', 5, '八、社会保障和就业支出', 6, 6],
      ['本年收入合计', 5, '本年支出合计', 6, 6],
      ['年初财政拨款结转和结余', 1, '年末财政拨款结转和结余'],
      ['一、一般公共预算拨款', 1],
      ['收入总计', 6, '支出总计', 6, 6],
    ]);
    expect(facts.filter((f) => f.side === 'income').map((f) => [f.line, f.source])).toEqual([
      ['source', 'general'],
      ['current-total', null],
      ['carry-in', null],
      ['carry-in-source', 'general'],
      ['grand-total', null],
    ]);
    expect(facts.filter((f) => f.side === 'expenditure' && f.line === 'account').map((f) => [f.account?.code, f.fund])).toEqual([
      ['208', 'fiscal'],
      ['208', 'general'],
    ]);
  });

  test('收入合计 is the total when it stands alone, and this year’s when there is a 总计', () => {
    const lines = (...labels: readonly string[]): readonly string[] =>
      one([
        ['部门收支总表'],
        ['收入', null, '支出', null],
        ['项目', '金额', '项目', '金额'],
        ['事业收入', 1, '教育支出', 1],
        ...labels.map((l) => [l, 1]),
      ])
        .facts.filter((f) => f.side === 'income')
        .map((f) => f.line);
    expect(lines('收入合计')).toEqual(['source', 'grand-total']);
    expect(lines('收入合计', '上年结转', '收入总计')).toEqual(['source', 'current-total', 'carry-in', 'grand-total']);
  });
});

describe('“三公”经费', () => {
  test('columns in another order, a bare 购置费, the running costs of the agency', () => {
    const { facts } = one([
      ['2025年部门“三公”经费和机关运行经费预算表'],
      ['“三公”经费预算数', null, null, null, null, null, '机关运行经费预算\n数'],
      ['合计', '因公出国(境)费', '公务接待费', '公务用车购置及运行费'],
      [null, null, null, '小计', '购置费', '运行费'],
      [6, 1, 2, 3, 1, 2, 200],
    ]);
    expect(facts.map((f) => f.item)).toEqual([
      'three-public-total',
      'abroad',
      'reception',
      'vehicle',
      'vehicle-purchase',
      'vehicle-running',
      'agency-operating',
    ]);
  });

  test('items down the side, funds across', () => {
    const { facts } = one([
      ['部门预算财政拨款“三公”经费支出表'],
      ['项  目', '资 金 性 质'],
      [null, '合计', '一般公共预算财政拨款', '政府性基金预算拨款'],
      ['“三公”经费小计', 7, 7, null],
      ['二、公务用车购置及运维费', 6, 6, null],
      ['        其中：公务用车购置费', 0, 0, null],
      ['                    公务用车运行维护费', 6, 6, null],
      ['三、公务接待费', 1, 1, null],
    ]);
    expect(facts.filter((f) => f.fund === 'general').map((f) => [f.item, facts.find((p) => p.row === f.parent)?.item ?? null])).toEqual([
      ['three-public-total', null],
      ['vehicle', 'three-public-total'],
      ['vehicle-purchase', 'vehicle'],
      ['vehicle-running', 'vehicle'],
      ['reception', 'three-public-total'],
    ]);
  });

  test('two years and units: the total row first, then the units', () => {
    const { facts } = one([
      ['一般公共预算“三公”经费支出表'],
      ['部门编码', '部门名称', '2022年预算数', null, '2023年预算数'],
      [null, null, '总计', '公务接待费', '总计', '公务接待费'],
      ['合计', null, 5, 5, 4, 4],
      ['426', '某局', 5, 5, 4, 4],
    ]);
    expect(facts.map((f) => [f.line, f.organisation, f.year, f.item])).toEqual([
      ['item', null, 'last', 'three-public-total'],
      ['item', null, 'last', 'reception'],
      ['item', null, 'current', 'three-public-total'],
      ['item', null, 'current', 'reception'],
      ['organisation', '某局', 'last', 'three-public-total'],
      ['organisation', '某局', 'last', 'reception'],
      ['organisation', '某局', 'current', 'three-public-total'],
      ['organisation', '某局', 'current', 'reception'],
    ]);
  });
});

describe('funds across', () => {
  test('部门收入总表: a column for each source', () => {
    const { facts } = one([
      ['部门收入总表'],
      ['科目', null, '合计', '本年收入', null, null, '上年结转'],
      ['科目编码', '科目名称', null, '小计', '财政拨款收入', '事业收入'],
      ['208', '社会保障和就业支出', 10, 8, 7, 1, 2],
    ]);
    expect(facts.map((f) => [f.side, f.fund])).toEqual([
      ['income', 'all'],
      ['income', 'current'],
      ['income', 'fiscal'],
      ['income', 'business'],
      ['income', 'carry-in'],
    ]);
  });

  test('政府采购: items by fund, quantities and prices are no amounts', () => {
    const { facts, table } = one([
      ['政府采购预算表'],
      ['项目', '数量', '单价', '总计', '一般公共预算拨款收入', '用事业基金弥补收支差额'],
      ['合计', null, null, 12, 12],
      ['货物类', 3, 4, 12, 12],
      ['服务类'],
    ]);
    expect(facts.filter((f) => f.value).map((f) => [f.line, f.item, f.fund])).toEqual([
      ['grand-total', null, 'all'],
      ['grand-total', null, 'general'],
      ['item', 'goods', 'all'],
      ['item', 'goods', 'general'],
    ]);
    expect(table.unread).toEqual([]);
  });
});

describe('codes tell what the title leaves open', () => {
  test('5xx codes make it the government classification', () => {
    expect(one([['一般公共预算基本支出预算表'], ['科目编码', '科目名称', '基本支出'], [501, '机关工资福利支出', 3]]).table.kind).toBe(
      'general-basic-gov',
    );
  });
  test('支出 by economic accounts under a general title is none of the tables by function', () => {
    const { table, facts } = one([['一般公共预算支出表'], HEAD, ['301', '工资福利支出', 4, 4]]);
    expect(table.kind).toBe('other');
    expect(brief(facts, (f) => `${f.account?.code ?? ''} ${f.nature} ${f.fund}`)).toEqual(['C3 301 all general', 'D3 301 basic general']);
  });
  test('a code with a digit missing is a row without account, and no label, unless name and sums tell which', () => {
    const { facts } = one([['部门支出总表'], HEAD, ['208', '社会保障和就业支出', 4, 4], ['2080', '某项支出', 4, 4]]);
    expect(facts.filter((f) => f.nature === 'all').map((f) => [f.line, f.account?.code ?? null])).toEqual([
      ['account', '208'],
      ['account', null],
    ]);
  });
  test('the sheet’s name tells the kind when the title does not', () => {
    expect(one([['本单位情况一览表'], HEAD, ...ROWS], {}, '部门支出总表').table.kind).toBe('dept-expenditure');
  });
});

test('text among the amounts is unread, never silently dropped', () => {
  const { table, facts } = one([['部门支出总表'], HEAD, ['208', '社会保障和就业支出', '#REF!', 4, '约6']]);
  expect(table.unread.map(addressOf)).toEqual(['C3', 'E3']);
  expect(facts.map((f) => addressOf(f.cell))).toEqual(['D3']);
});

describe('what real workbooks do besides', () => {
  test('支出 in two blocks: a total written once over both', () => {
    const { facts } = one([
      ['收支预算总表'],
      ['收入', null, '支出'],
      ['项目名称', '金额', '功能分类', null, '支出用途'],
      [null, null, '功能科目名称', '金额', '项目名称', '金额'],
      ['一、一般公共预算', 9, '八、社会保障和就业支出', 9, '一、基本支出', 9],
      ['上年结转资金'],
      ['收入合计', 9, '支出合计', null, null, 9],
    ]);
    const total = facts.find((f) => f.side === 'expenditure' && f.line === 'grand-total');
    expect(total && addressOf(total.cell)).toBe('F7');
    expect(facts.filter((f) => f.account).map((f) => [addressOf(f.cell), f.account?.code, f.parent === total?.row])).toEqual([
      ['D5', '208', true],
    ]);
  });

  test('本年收入 and 本年支出 left blank are headings; one of them alone is a blank total', () => {
    const parents = (income: number | null, expenditure: number | null): readonly (string | null)[] => {
      const { facts } = one([
        ['财政拨款收支总表'],
        ['收入', null, '支出'],
        ['项目', '预算数', '支出科目', '合计'],
        ['一、本年收入', income, '一、本年支出', expenditure],
        ['（一）一般公共预算拨款', 9, '（一）教育支出', 9],
        ['收入合计', 9, '支出合计', 9],
      ]);
      const labels = facts.filter((f) => f.line === 'source' || f.line === 'account');
      return labels.map((f) => facts.find((p) => p.row === f.parent)?.label ?? null);
    };
    expect(parents(null, null)).toEqual(['收入合计', '支出合计']);
    expect(parents(null, 9)).toEqual(['一、本年收入', '一、本年支出']);
  });

  test('a 类 that the catalogue does not list is still an account among accounts', () => {
    const { facts } = one([
      ['部门收支总表'],
      ['收入', null, '支出'],
      ['项目', '预算数', '项目', '预算数'],
      ['一、事业收入', 9, '三十、抗疫特别国债安排的支出', 4],
      [null, null, '三十一、人行科目', 5],
      [null, null, '结余分配', null],
      ['收入总计', 9, '支出总计', 9],
    ]);
    const rows = facts
      .filter((f) => f.side === 'expenditure')
      .map((f) => [f.line, f.account?.code ?? null, facts.find((p) => p.row === f.parent)?.label ?? null]);
    expect(rows).toEqual([
      ['account', '234', '支出总计'],
      ['account', null, '支出总计'],
      ['carry-out', null, '支出总计'],
      ['grand-total', null, null],
    ]);
  });

  test('a list of projects: unit, project, amount; columns that only their headings name stand beside the total', () => {
    const { table, facts } = one([
      ['项目支出明细表'],
      ['序号', '预算单位', '项目名称', '合计', '年初特定目标', null],
      [null, null, null, null, '小计', '一般性项目'],
      [null, null, null, 9, 9, 9],
      [1, '某局', '仲裁工作项目', 4, 4, 4],
      [2, '某中心', '社保卡制卡费', 5, 5, 5],
    ]);
    expect(table.kind).toBe('project-list');
    expect(facts.filter((f) => f.nature === 'project').map((f) => [f.line, f.organisation, f.project])).toEqual([
      ['grand-total', null, null],
      ['project', '某局', '仲裁工作项目'],
      ['project', '某中心', '社保卡制卡费'],
    ]);
    expect(facts.filter((f) => f.line === 'grand-total').map((f) => [f.nature, f.part, f.beside])).toEqual([
      ['project', undefined, undefined],
      ['part', ['年初特定目标'], true],
      ['part', ['年初特定目标', '一般性项目'], true],
    ]);
    expect(table.unread).toEqual([]);
  });

  test('goods listed level by level in columns further right', () => {
    const { facts } = one([
      ['政府采购预算表'],
      ['采购品目大类', '专项名称', '采购物品名称', '总计'],
      ['合计', null, null, 30],
      ['一、货物A', null, null, 30],
      [null, '办公设备购置费', null, 30],
      [null, null, '台式计算机', 10],
      [null, null, '家具用具', 20],
    ]);
    expect(facts.map((f) => facts.find((p) => p.row === f.parent)?.label ?? null)).toEqual([
      null,
      '合计',
      '一、货物A',
      '办公设备购置费',
      '办公设备购置费',
    ]);
  });

  test('a 合计 row left blank above units states nothing', () => {
    const { facts } = one([['一般公共预算“三公”经费表'], ['单位名称', '合计', '公务接待费'], ['合计'], ['某局', 3, 3]]);
    expect(facts.filter((f) => f.line === 'organisation').map((f) => f.parent)).toEqual([null, null]);
  });

  test('numbers that look like codes in an amount column are amounts', () => {
    const { facts } = one([
      ['项目支出明细表'],
      ['预算单位', '项目名称', '合计', '提前下达'],
      ['某局', '补助资金', 304, 304],
      ['某局', '贷款贴息', 305, 305],
    ]);
    expect(brief(facts, (f) => f.line)).toEqual(['C3 project', 'D3 project', 'C4 project', 'D4 project']);
  });

  test('hostile sheets neither crash nor hang', () => {
    const far: (readonly GridCell[])[] = [];
    far[200000] = ['x'];
    const long = '（部门'.repeat(8000);
    expect(() =>
      read(
        sheet('远', far),
        sheet('长', [[long], [long, long], [`${long}表`], ['.'.repeat(30000)]]),
        sheet('错', [['部门支出总表'], ['部门支出总表'], [true, '#REF!', Number.NaN], ['合计', '合计'], [{ value: 1, formula: '=1' }]]),
        sheet('名<script>', [['部门收支总表'], ['收入', '支出'], ['合计', '合计']]),
      ),
    ).not.toThrow();
  });
});
