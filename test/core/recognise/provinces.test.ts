/**
 * Whole small workbooks in layouts of provinces that are in no sample: the figures are sound, so every amount must get its
 * meaning and no difference may be claimed; then one figure is broken, and that must be found.
 */
import { brief, broken, sound } from '../../support/sound';

test('code and name in one cell, in brackets or with a dash', () => {
  const grids = {
    一: [
      ['2025年部门支出总体情况表'],
      ['单位名称：某局', null, null, '单位：万元'],
      ['功能分类科目', '合计', '基本支出', '项目支出'],
      ['合计', 30.5, 12.25, 18.25],
      ['[208]社会保障和就业支出', 20.5, 7.25, 13.25],
      ['[20805]行政事业单位养老支出', 20.5, 7.25, 13.25],
      ['[2080505]机关事业单位基本养老保险缴费支出', 20.5, 7.25, 13.25],
      ['[210]卫生健康支出', 10, 5, 5],
    ],
    二: [
      ['一般公共预算基本支出情况表'],
      [null, null, null, '单位：万元'],
      ['部门预算支出经济分类科目', '合计', '人员经费', '公用经费'],
      ['合计', 12.25, 9, 3.25],
      ['301-工资福利支出', 9, 9, null],
      ['30101-基本工资', 9, 9, null],
      ['302-商品和服务支出', 3.25, null, 3.25],
      ['30201-办公费', 3.25, null, 3.25],
    ],
  };
  const { kinds, at } = sound(grids);
  expect(kinds).toEqual(['dept-expenditure', 'general-basic']);
  expect(brief(at('一!C7'))).toBe('account 2080505 basic all current');
  expect(brief(at('二!C6'))).toBe('account 30101 staff general current');
  expect(broken(grids, '一!B6')).toContain('functional-rollup');
  expect(broken(grids, '二!D8')).toContain('economic-rollup');
});

test('last year, this year and what changed: columns that compare are read over', () => {
  const grids = {
    表: [
      ['一般公共预算支出情况表'],
      ['部门：某局', null, null, null, null, null, null, '单位：万元'],
      ['功能分类科目', null, '2024年执行数', '2025年预算数', null, null, '2025年预算数比2024年执行数', null],
      ['科目编码', '科目名称', null, '小计', '基本支出', '项目支出', '增减额', '增减%'],
      ['合计', null, 90, 100, 40, 60, 10, 0.1111],
      ['205', '教育支出', 50, 70, 30, 40, 20, 0.4],
      ['206', '科学技术支出', 40, 30, 10, 20, -10, -0.25],
    ],
  };
  const { at } = sound(grids);
  expect(brief(at('表!C6'))).toBe('account 205 all general last');
  expect(brief(at('表!D6'))).toBe('account 205 all general current');
  expect(at('表!G6')).toBeUndefined();
  expect(broken(grids, '表!D5')).toEqual(['functional-rollup', 'row-sums']);
  expect(broken(grids, '表!C7')).toEqual(['functional-rollup']);
});

test('three years beside one another', () => {
  const { at } = sound({
    表: [
      ['2025年一般公共预算支出表'],
      ['科目编码', '科目名称', '2023年决算数', '2024年预算数', '2025年预算数'],
      ['合计', null, 80, 90, 100],
      ['205', '教育支出', 40, 50, 70],
      ['206', '科学技术支出', 40, 40, 30],
    ],
  });
  expect([brief(at('表!D4')), brief(at('表!E4'))]).toEqual(['account 205 all general last', 'account 205 all general current']);
});

test('基本支出 split by economic class in the columns', () => {
  const grids = {
    表: [
      ['部门支出总体情况表'],
      ['单位：万元'],
      ['科目编码', null, null, '科目名称', '总计', '基本支出', null, null, null, '项目支出'],
      ['类', '款', '项', null, null, '小计', '工资福利支出', '商品和服务支出', '对个人和家庭的补助', null],
      [null, null, null, '合计', 50, 30, 18, 8, 4, 20],
      ['205', null, null, '教育支出', 35, 21, 12, 6, 3, 14],
      ['205', '02', null, '普通教育', 35, 21, 12, 6, 3, 14],
      ['205', '02', '01', '学前教育', 20, 11, 7, 3, 1, 9],
      ['205', '02', '02', '小学教育', 15, 10, 5, 3, 2, 5],
      ['206', null, null, '科学技术支出', 15, 9, 6, 2, 1, 6],
    ],
  };
  const { at } = sound(grids);
  expect(brief(at('表!E8'))).toBe('account 2050201 all all current');
  expect(at('表!G8')).toMatchObject({ nature: 'part', within: { nature: 'basic', fund: 'all' } });
  expect(broken(grids, '表!G8')).toContain('row-sums');
  expect(broken(grids, '表!F9')).toContain('functional-rollup');
});

test('units in a column, every row its own: accounts that occur under several units', () => {
  const grids = {
    表: [
      ['部门支出总表'],
      ['单位：元'],
      ['单位编码', '单位名称', '科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      [null, '合计', null, null, 6000.5, 3500.5, 2500],
      ['101001', '某局机关', '208', '社会保障和就业支出', 4000.5, 2500.5, 1500],
      ['101001', '某局机关', '20801', '人力资源和社会保障管理事务', 4000.5, 2500.5, 1500],
      ['101001', '某局机关', '2080101', '行政运行', 4000.5, 2500.5, 1500],
      ['101002', '某局下属中心', '208', '社会保障和就业支出', 2000, 1000, 1000],
      ['101002', '某局下属中心', '20801', '人力资源和社会保障管理事务', 2000, 1000, 1000],
      ['101002', '某局下属中心', '2080150', '事业运行', 2000, 1000, 1000],
    ],
  };
  const { facts, at } = sound(grids);
  expect(at('表!E10')).toMatchObject({ organisation: '某局下属中心', account: { code: '2080150' } });
  const parent = (place: string): string | undefined => facts.find((f) => f.row === at(place)?.parent)?.organisation ?? undefined;
  expect([parent('表!E7'), parent('表!E10')]).toEqual(['某局机关', '某局下属中心']);
  expect(broken(grids, '表!E9')).toContain('functional-rollup');
});

test('收支总表 in three blocks: by function and by economic class', () => {
  const grids = {
    表: [
      ['2025年部门综合预算收支总表'],
      ['单位：万元'],
      ['收入', null, '支出', null, null, null],
      ['项目', '预算数', '支出功能分类科目', '预算数', '支出经济分类科目', '预算数'],
      ['一、一般公共预算拨款', 80.5, '一、一般公共服务支出', 60, '一、工资福利支出', 50.5],
      ['二、政府性基金拨款', 10, '二、教育支出', 30.5, '二、商品和服务支出', 30],
      ['三、事业收入', 5, '三、卫生健康支出', 5, '三、对个人和家庭的补助', 5],
      [null, null, null, null, '四、资本性支出', 10],
      ['本年收入合计', 95.5, '本年支出合计', 95.5, '本年支出合计', 95.5],
      ['上年结转', 4.5, '结转下年', 4.5, '结转下年', 4.5],
      ['收入总计', 100, '支出总计', 100, '支出总计', 100],
    ],
  };
  const { at } = sound(grids);
  expect(brief(at('表!D6'))).toBe('account 205 all all current');
  expect(at('表!F5')).toMatchObject({ line: 'account', account: { scheme: 'economic-dept', code: '301' } });
  expect(broken(grids, '表!D7')).toContain('side-sums');
});

test('行次 between name and amount, as final accounts print it', () => {
  const grids = {
    表: [
      ['收入支出决算总表'],
      ['公开01表'],
      ['部门：某局', null, null, null, null, '金额单位：万元'],
      ['收入', null, null, '支出', null, null],
      ['项目', '行次', '决算数', '项目', '行次', '决算数'],
      ['栏次', null, '1', '栏次', null, '2'],
      ['一、一般公共预算财政拨款收入', '1', 90.25, '一、教育支出', '32', 70],
      ['二、事业收入', '2', 9.75, '二、卫生健康支出', '33', 25],
      ['本年收入合计', '27', 100, '本年支出合计', '58', 95],
      ['使用非财政拨款结余', '28', null, '结余分配', '59', null],
      ['年初结转和结余', '29', 5, '年末结转和结余', '60', 10],
      ['总计', '30', 105, '总计', '61', 105],
    ],
  };
  const { tables, at } = sound(grids);
  expect([tables[0]?.phase, tables[0]?.unit]).toEqual(['final', '万元']);
  expect(brief(at('表!F7'))).toBe('account 205 all all current');
  expect(broken(grids, '表!C12')).toContain('balance');
});

test('基本支出, 项目支出 and their parts as rows, projects by name below', () => {
  const grids = {
    表: [
      ['部门支出预算总表'],
      ['单位：万元'],
      ['项目类别', '总计', '一般公共预算拨款', '事业收入'],
      ['合计', 100, 90, 10],
      ['一、基本支出', 60, 55, 5],
      ['人员经费', 45, 45, null],
      ['公用经费', 15, 10, 5],
      ['二、项目支出', 40, 35, 5],
    ],
  };
  const { at } = sound(grids);
  expect(brief(at('表!B5'))).toMatch(/^purpose {2}basic/);
  expect(broken(grids, '表!B5')).toContain('functional-rollup');
});

test('“三公” as a list of rows with two years and a total below', () => {
  const grids = {
    表: [
      ['2025年“三公”经费支出预算情况表'],
      ['单位：万元'],
      ['项目', '2024年预算数', '2025年预算数', '增减额'],
      ['1、因公出国（境）费用', 2, 1, -1],
      ['2、公务接待费', 3, 2.5, -0.5],
      ['3、公务用车费', 12, 10, -2],
      ['其中：（1）公务用车运行维护费', 8, 7, -1],
      ['（2）公务用车购置', 4, 3, -1],
      ['合计', 17, 13.5, -3.5],
    ],
  };
  const { at } = sound(grids);
  expect(at('表!C7')).toMatchObject({ item: 'vehicle-running', year: 'current' });
  expect(at('表!B8')).toMatchObject({ item: 'vehicle-purchase', year: 'last' });
  expect(at('表!C9')).toMatchObject({ item: 'three-public-total' });
});

test('“三公” on one row, items in yet another order, 元', () => {
  const grids = {
    表: [
      ['一般公共预算“三公”经费支出表'],
      [null, null, null, null, null, '单位：元'],
      ['公务接待费', '公务用车购置及运行维护费', null, null, '因公出国（境）费', '“三公”经费合计'],
      [null, '小计', '公务用车运行维护费', '公务用车购置费', null, null],
      [3000.5, 25000, 25000, 0, 0, 28000.5],
    ],
  };
  const { facts } = sound(grids);
  expect(facts.map((f) => f.item)).toEqual(['reception', 'vehicle', 'vehicle-running', 'vehicle-purchase', 'abroad', 'three-public-total']);
  expect(broken(grids, '表!F5')).toContain('row-sums');
});

test('sources in columns under two headings, 单位资金 with its parts, 上年结转 by fund', () => {
  const grids = {
    表: [
      ['部门收入总体情况表'],
      ['单位：万元'],
      ['部门（单位）代码', '部门（单位）名称', '合计', '本年收入', null, null, null, null, null, null, null, '上年结转结余', null, null],
      [
        null,
        null,
        null,
        '小计',
        '一般公共预算',
        '政府性基金预算',
        '国有资本经营预算',
        '财政专户管理资金',
        '单位资金',
        null,
        null,
        '小计',
        '一般公共预算',
        '单位资金',
      ],
      [null, null, null, null, null, null, null, null, '小计', '事业收入', '其他收入', null, null, null],
      ['合计', null, 110, 100, 70, 10, null, 5, 15, 10, 5, 10, 6, 4],
      ['101', '某局', 110, 100, 70, 10, null, 5, 15, 10, 5, 10, 6, 4],
      ['101001', '某局本级', 60, 55, 45, 5, null, null, 5, 3, 2, 5, 3, 2],
      ['101002', '某中心', 50, 45, 25, 5, null, 5, 10, 7, 3, 5, 3, 2],
    ],
  };
  const { at } = sound(grids);
  expect(at('表!I6')).toMatchObject({ fund: 'own' });
  expect(at('表!J8')).toMatchObject({ fund: 'business', organisation: '某局本级' });
  expect(at('表!L6')).toMatchObject({ fund: 'carry-in' });
  expect(broken(grids, '表!D6')).toContain('row-sums');
});

test('account and economic code side by side: the table’s own classification counts', () => {
  const grids = {
    表: [
      ['一般公共预算基本支出表'],
      ['单位：万元'],
      ['部门预算支出经济分类科目', null, '政府预算支出经济分类科目', null, '2025年基本支出', null, null],
      ['科目编码', '科目名称', '科目编码', '科目名称', '合计', '人员经费', '公用经费'],
      [null, '合计', null, null, 30, 22, 8],
      ['301', '工资福利支出', '501', '机关工资福利支出', 22, 22, null],
      ['30101', '基本工资', '50101', '工资奖金津补贴', 12, 12, null],
      ['30113', '住房公积金', '50103', '住房公积金', 10, 10, null],
      ['302', '商品和服务支出', '502', '机关商品和服务支出', 8, null, 8],
      ['30201', '办公费', '50201', '办公经费', 8, null, 8],
    ],
  };
  const { kinds, at } = sound(grids);
  expect(kinds).toEqual(['general-basic']);
  expect(brief(at('表!E8'))).toBe('account 30113 basic general current');
  expect(broken(grids, '表!E6')).toEqual(['economic-rollup', 'row-sums']);
});

test('codes with points, names indented, total at the bottom, a note', () => {
  const grids = {
    表: [
      ['部门支出总表'],
      ['编制单位：某某县农业农村局', null, null, null, '单位：万元'],
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['213', '农林水支出', '1,234.50', '1,000.00', '234.50'],
      ['213.01', '  农业农村', '1,234.50', '1,000.00', '234.50'],
      ['213.01.01', '    行政运行', '1,000.00', '1,000.00', '—'],
      ['213.01.02', '    一般行政管理事务', '234.50', '—', '234.50'],
      ['221', '住房保障支出', '65.5', '65.5', ''],
      ['合    计', null, '1,300.00', '1,065.50', '234.50'],
      ['注：本表按支出功能分类填列。'],
    ],
  };
  const { tables, at } = sound(grids);
  expect([tables[0]?.notes.length, tables[0]?.department]).toEqual([1, '某某县农业农村局']);
  expect(brief(at('表!C6'))).toBe('account 2130101 all all current');
  expect(broken({ 表: grids.表.map((row, i) => (i === 8 ? ['合    计', null, 1300, 1065.5, 234.5] : row)) }, '表!C9')).toContain(
    'functional-rollup',
  );
});

test('names without codes: economic accounts by their names', () => {
  const grids = {
    表: [
      ['一般公共预算财政拨款基本支出表'],
      ['单位：万元'],
      ['经济分类科目', '合计', '人员经费', '公用经费'],
      ['合计', 20, 15, 5],
      ['工资福利支出', 14, 14, null],
      ['基本工资', 8, 8, null],
      ['津贴补贴', 6, 6, null],
      ['商品和服务支出', 5, null, 5],
      ['办公费', 3, null, 3],
      ['差旅费', 2, null, 2],
      ['对个人和家庭的补助', 1, 1, null],
      ['退休费', 1, 1, null],
    ],
  };
  const { at } = sound(grids);
  expect(brief(at('表!B7'))).toBe('account 30102 basic general current');
  expect(broken(grids, '表!B8')).toContain('economic-rollup');
});

test('projects by unit with goods, funds and a unit’s subtotal', () => {
  const grids = {
    表: [
      ['项目支出预算表'],
      ['单位：万元'],
      ['项目名称', '项目单位', '合计', '本年拨款', null, null, '财政拨款结转结余', '单位资金'],
      [null, null, null, '一般公共预算', '政府性基金预算', '国有资本经营预算', null, null],
      ['合计', null, 100, 60, 20, null, 10, 10],
      ['信息系统运维', '某局本级', 55, 45, null, null, 10, null],
      ['人才服务', '某中心', 25, 15, null, null, null, 10],
      ['就业补助', '某中心', 20, null, 20, null, null, null],
    ],
  };
  const { kinds, at } = sound(grids);
  expect(kinds).toEqual(['project-list']);
  expect(at('表!D6')).toMatchObject({ line: 'project', project: '信息系统运维', organisation: '某局本级', fund: 'general' });
  expect(at('表!G6')).toMatchObject({ fund: 'carry-in' });
  expect(broken(grids, '表!C7')).toContain('row-sums');
});

test('the fiscal summary with 本年收入 as headings and funds across, in 元 beside a workbook in 万元', () => {
  const grids = {
    '01': [
      ['财政拨款收支预算总表'],
      [null, null, null, null, null, null, '单位：元'],
      ['收 入', null, '支 出', null, null, null, null],
      ['项 目', '金 额', '项 目', '合 计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'],
      ['一、本年收入', 1000000, '一、本年支出', 1100000, 1000000, 100000, null],
      ['（一）一般公共预算财政拨款', 900000, '（一）教育支出', 1000000, 1000000, null, null],
      ['（二）政府性基金预算财政拨款', 100000, '（二）城乡社区支出', 100000, null, 100000, null],
      ['（三）国有资本经营预算财政拨款', null, null, null, null, null, null],
      ['二、上年结转', 100000, '二、结转下年', null, null, null, null],
      ['（一）一般公共预算财政拨款', 100000, null, null, null, null, null],
      ['收 入 总 计', 1100000, '支 出 总 计', 1100000, 1000000, 100000, null],
    ],
    '02': [
      ['一般公共预算支出表'],
      ['单位：万元'],
      ['功能科目编码', '功能科目名称', '合计', '基本支出', '项目支出'],
      ['合计', null, 100, 60, 40],
      ['205', '教育支出', 100, 60, 40],
    ],
    '03': [
      ['政府性基金预算支出表'],
      ['单位：万元'],
      ['功能科目编码', '功能科目名称', '合计', '基本支出', '项目支出'],
      ['合计', null, 10, null, 10],
      ['212', '城乡社区支出', 10, null, 10],
    ],
  };
  const { kinds } = sound(grids);
  expect(kinds).toEqual(['fiscal-summary', 'general-expenditure', 'gov-fund']);
  expect(broken(grids, '02!C4')).toContain('fiscal-general');
  expect(broken(grids, '01!B6')).toContain('side-sums');
});

test('two tables of one sheet beside one title each, units in their headings', () => {
  const { kinds, tables } = sound({
    汇总: [
      ['附件1'],
      ['某某区教育局2025年部门收入总表'],
      ['科目编码', '科目名称', '合计（万元）', '财政拨款收入', '事业收入'],
      ['合计', null, 30, 20, 10],
      ['205', '教育支出', 30, 20, 10],
      [],
      ['附件2'],
      ['某某区教育局2025年部门支出总表'],
      ['科目编码', '科目名称', '合计（元）', '基本支出', '项目支出'],
      ['合计', null, 300000, 200000, 100000],
      ['205', '教育支出', 300000, 200000, 100000],
    ],
  });
  expect(kinds).toEqual(['dept-income', 'dept-expenditure']);
  expect(tables.map((t) => [t.unit, t.year, t.department])).toEqual([
    ['万元', 2025, '某某区教育局'],
    ['元', 2025, '某某区教育局'],
  ]);
});

test('the total to the right of its parts, headings that nobody knows', () => {
  const grids = {
    表: [
      ['部门支出总表'],
      ['科目编码', '科目名称', '基本支出', '项目支出', '经费总盘子'],
      ['205', '教育支出', 5, 6, 11],
      ['20502', '普通教育', 5, 6, 11],
      ['206', '科学技术支出', 2, 1, 3],
      ['合计', null, 7, 7, 14],
    ],
  };
  const { at } = sound(grids);
  expect(brief(at('表!E4'))).toBe('account 20502 all all current');
  expect(broken(grids, '表!E6')).toEqual(['functional-rollup', 'row-sums']);
});

test('小计 below each unit, 合计 at the end', () => {
  const grids = {
    表: [
      ['部门支出总表'],
      ['单位：万元'],
      ['单位名称', '科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['某局机关', '208', '社会保障和就业支出', 7.5, 3, 4.5],
      ['某局机关', '210', '卫生健康支出', 2, 1, 1],
      [null, null, '小计', 9.5, 4, 5.5],
      ['某中心', '208', '社会保障和就业支出', 4, 2, 2],
      ['某中心', '210', '卫生健康支出', 1, 1, null],
      [null, null, '小计', 5, 3, 2],
      [null, null, '合计', 14.5, 7, 7.5],
    ],
  };
  const { at } = sound(grids);
  expect(at('表!D6')).toMatchObject({ line: 'organisation', organisation: '某局机关' });
  expect(broken(grids, '表!D6')).toContain('functional-rollup');
  expect(broken(grids, '表!E7')).toContain('functional-rollup');
});

test('总计 and 合计 both above the accounts say one sum twice', () => {
  const grids = {
    表: [
      ['一般公共预算支出表'],
      ['单位：万元'],
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      [null, '总计', 9.5, 4, 5.5],
      [null, '合计', 9.5, 4, 5.5],
      ['208', '社会保障和就业支出', 7.5, 3, 4.5],
      ['210', '卫生健康支出', 2, 1, 1],
    ],
  };
  sound(grids);
  expect(broken(grids, '表!D5')).toContain('functional-rollup');
});

test('a total above and the same total below', () => {
  const grids = {
    表: [
      ['一般公共预算支出表'],
      ['单位：万元'],
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['合计', null, 9.5, 4, 5.5],
      ['208', '社会保障和就业支出', 7.5, 3, 4.5],
      ['210', '卫生健康支出', 2, 1, 1],
      ['总计', null, 9.5, 4, 5.5],
    ],
  };
  sound(grids);
  expect(broken(grids, '表!C7')).toContain('functional-rollup');
});

test('nature and its parts, other kinds of expenditure, one row for each unit', () => {
  const grids = {
    表: [
      ['部门支出总体情况表'],
      ['单位：元'],
      ['单位编码', '单位名称', '合计', '基本支出', null, null, '项目支出', '事业单位经营支出', '上缴上级支出', '对附属单位补助支出'],
      [null, null, null, '小计', '人员支出', '日常公用支出', null, null, null, null],
      [null, '合计', 1000.5, 600.5, 500.5, 100, 300, 50, 30, 20],
      ['201001', '某局本级', 700.5, 400.5, 330.5, 70, 250, null, 30, 20],
      ['201002', '某服务中心', 300, 200, 170, 30, 50, 50, null, null],
    ],
  };
  const { at } = sound(grids);
  expect([at('表!E6')?.nature, at('表!H7')?.nature, at('表!I6')?.nature, at('表!J6')?.nature]).toEqual([
    'staff',
    'business',
    'upward',
    'subsidy',
  ]);
  expect(broken(grids, '表!H7')).toContain('row-sums');
  expect(broken(grids, '表!C6')).toContain('functional-rollup');
});

test('财政拨款 with its three funds, 单位资金 with its parts', () => {
  const grids = {
    表: [
      ['部门收入总表'],
      ['单位：万元'],
      [
        '科目编码',
        '科目名称',
        '总计',
        '财政拨款',
        null,
        null,
        null,
        '财政专户管理资金',
        '单位资金',
        null,
        null,
        null,
        null,
        null,
        '上年结转',
      ],
      [
        null,
        null,
        null,
        '小计',
        '一般公共预算拨款',
        '政府性基金预算拨款',
        '国有资本经营预算拨款',
        null,
        '小计',
        '事业收入',
        '上级补助收入',
        '附属单位上缴收入',
        '事业单位经营收入',
        '其他收入',
        null,
      ],
      ['合计', null, 100.5, 70, 60, 8, 2, 10.5, 15, 5, 4, 3, 2, 1, 5],
      ['205', '教育支出', 60.5, 50, 40, 8, 2, 5.5, 5, 5, null, null, null, null, null],
      ['206', '科学技术支出', 40, 20, 20, null, null, 5, 10, null, 4, 3, 2, 1, 5],
    ],
  };
  const { at } = sound(grids);
  expect(['D6', 'H6', 'I6', 'J6', 'K7', 'L7', 'M7', 'N7', 'O7'].map((a) => at(`表!${a}`)?.fund)).toEqual([
    'fiscal',
    'fiscal-account',
    'own',
    'business',
    'upper-subsidy',
    'affiliate',
    'operation',
    'other',
    'carry-in',
  ]);
  expect(broken(grids, '表!E6')).toContain('row-sums');
  expect(broken(grids, '表!I7')).toContain('row-sums');
});

test('projects under functions and units, each row with code, name, project and economic code', () => {
  const grids = {
    表: [
      ['项目支出明细表'],
      ['单位：万元'],
      ['序号', '单位名称', '功能科目编码', '功能科目名称', '项目名称', '合计', '一般公共预算', '政府性基金', '其他资金'],
      [null, '合计', null, null, null, 100.5, 70.5, 20, 10],
      [1, '某局本级', '2080102', '一般行政管理事务', '档案数字化', 50.5, 40.5, null, 10],
      [2, '某局本级', '2080105', '劳动保障监察', '执法办案', 30, 30, null, null],
      [3, '某中心', '2120899', '其他国有土地使用权出让收入安排的支出', '被征地农民补贴', 20, null, 20, null],
    ],
  };
  const { at } = sound(grids);
  expect(at('表!F5')).toMatchObject({ line: 'project', project: '档案数字化', organisation: '某局本级', account: { code: '2080102' } });
  expect(broken(grids, '表!G5')).toContain('row-sums');
});

test('goods one by one with quantity, price and sources of money', () => {
  const grids = {
    表: [
      ['政府采购预算表'],
      ['单位：万元'],
      ['序号', '采购单位', '采购项目名称', '采购品目', '计量单位', '数量', '单价', '采购金额', '资金来源', null],
      [null, null, null, null, null, null, null, null, '一般公共预算', '其他资金'],
      [null, '合计', null, null, null, null, null, 34.5, 30.5, 4],
      [1, '某局', '办公电脑', 'A02010105 台式计算机', '台', 10, 0.5, 5, 5, null],
      [2, '某局', '物业服务', 'C21040000 物业管理服务', '项', 1, 29.5, 29.5, 25.5, 4],
    ],
  };
  const { kinds, at } = sound(grids);
  expect(kinds).toEqual(['procurement']);
  expect(at('表!H6')).toMatchObject({ project: '办公电脑', organisation: '某局', fund: 'all' });
  expect(at('表!F6')).toBeUndefined();
  expect(broken(grids, '表!I7')).toContain('row-sums');
});

test('names with ordinals of three levels, no codes', () => {
  const grids = {
    表: [
      ['一般公共预算支出表'],
      ['单位：万元'],
      ['项目', '本年预算数', '其中：基本支出', '项目支出'],
      ['合计', 30.5, 20, 10.5],
      ['一、教育支出', 20.5, 15, 5.5],
      ['二、科学技术支出', 10, 5, 5],
    ],
  };
  const { at } = sound(grids);
  expect(brief(at('表!B5'))).toBe('account 205 all general current');
  expect(broken(grids, '表!B4')).toEqual(['functional-rollup', 'row-sums']);
});

test('基本支出 by function beside 基本支出 by economic class, both under like titles', () => {
  const grids = {
    '1': [
      ['一般公共预算支出表'],
      ['单位：万元'],
      ['功能科目编码', '功能科目名称', '合计', '基本支出', '项目支出'],
      [null, '合计', 30, 20, 10],
      ['205', '教育支出', 30, 20, 10],
    ],
    '2': [
      ['一般公共预算基本支出明细表（按支出功能分类科目）'],
      ['单位：万元'],
      ['功能科目编码', '功能科目名称', '合计', '人员经费', '公用经费'],
      [null, '合计', 20, 15, 5],
      ['205', '教育支出', 20, 15, 5],
    ],
    '3': [
      ['一般公共预算基本支出明细表（按支出经济分类科目）'],
      ['单位：万元'],
      ['部门经济科目编码', '部门经济科目名称', '合计', '人员经费', '公用经费'],
      [null, '合计', 20, 15, 5],
      ['301', '工资福利支出', 15, 15, null],
      ['302', '商品和服务支出', 5, null, 5],
    ],
  };
  const { kinds } = sound(grids);
  expect(kinds[2]).toBe('general-basic');
  expect(broken(grids, '3!C4')).toContain('basic-economic');
});

test('all in one sheet, one table below another, with blank columns and a repeated page header', () => {
  const grids = {
    全部: [
      [null, '附件2-1'],
      [null, '某县民政局2025年部门收支总表'],
      [null, null, null, null, '单位：万元'],
      [null, '收          入', null, '支          出'],
      [null, '项目', '预算数', '项目', '预算数'],
      [null, '一、财政拨款收入', 90.5, '一、社会保障和就业支出', 80.5],
      [null, '二、其他收入', 9.5, '二、卫生健康支出', 19.5],
      [null, '收入总计', 100, '支出总计', 100],
      [],
      [null, '附件2-2'],
      [null, '某县民政局2025年部门支出总表'],
      [null, null, null, null, null, '单位：万元'],
      [null, '科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      [null, null, '合计', 100, 60, 40],
      [null, '208', '社会保障和就业支出', 80.5, 50.5, 30],
      [null, '科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      [null, '210', '卫生健康支出', 19.5, 9.5, 10],
    ],
  };
  const { kinds } = sound(grids);
  expect(kinds).toEqual(['dept-summary', 'dept-expenditure']);
  expect(broken(grids, '全部!E6')).toContain('summary-expenditure');
});

test('收支总表 with a block by purpose beside the list of 类', () => {
  const grids = {
    表: [
      ['2025年收支总表'],
      ['单位：万元'],
      ['收入', null, '支出', null, null, null],
      ['项目名称', '金额', '功能分类', '金额', '支出用途', '金额'],
      ['一、一般公共预算', 90.5, '一、一般公共服务支出', 70.5, '一、基本支出', 60],
      ['二、其他资金', 9.5, '二、卫生健康支出', 29.5, '二、项目支出', 36.5],
      [null, null, null, null, '三、单位预留机动经费', 3.5],
      ['当年收入小计', 100, '当年支出小计', null, null, 100],
      ['收入合计', 100, '支出合计', null, null, 100],
    ],
  };
  const { at } = sound(grids);
  expect(at('表!F7')).toMatchObject({ line: 'purpose', nature: 'reserve' });
  expect(broken(grids, '表!F6')).toEqual(['side-sums']);
  expect(broken(grids, '表!D5')).toEqual(['side-sums']);
});

test('其中 rows, a unit named once for its rows, 单位 without a colon', () => {
  const grids = {
    表: [
      ['部门支出预算总表'],
      [null, null, null, null, null, '单位 万元'],
      ['预算单位', '科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['合计', null, null, 16.5, 9, 7.5],
      [null, null, '其中：人员经费', 8, 8, null],
      ['某局机关', '208', '社会保障和就业支出', 9.5, 4, 5.5],
      [null, '20801', '人力资源和社会保障管理事务', 9.5, 4, 5.5],
      ['某中心', '208', '社会保障和就业支出', 7, 5, 2],
      [null, '20801', '人力资源和社会保障管理事务', 7, 5, 2],
    ],
  };
  const { tables, at } = sound(grids);
  expect(tables[0]?.unit).toBe('万元');
  expect(at('表!D9')?.organisation).toBe('某中心');
  expect(broken(grids, '表!F9')).toContain('functional-rollup');
});

test('事业收入 with 其中：教育收费, as the official final accounts have it', () => {
  const grids = {
    表: [
      ['收入决算表'],
      ['公开02表'],
      ['部门：某局', null, null, null, null, null, null, null, null, '金额单位：万元'],
      ['项目', null, '本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', null, '经营收入', '附属单位上缴收入', '其他收入'],
      ['功能分类科目编码', '科目名称', null, null, null, '小计', '其中：教育收费', null, null, null],
      ['栏次', null, 1, 2, 3, 4, 5, 6, 7, 8],
      ['合计', null, 100.5, 90, null, 10, 4, null, null, 0.5],
      ['205', '教育支出', 100.5, 90, null, 10, 4, null, null, 0.5],
    ],
  };
  const { at } = sound(grids);
  expect(at('表!F7')?.fund).toBe('business');
  expect(at('表!G7')).toMatchObject({ nature: 'part', beside: true });
  expect(broken(grids, '表!F8')).toContain('row-sums');
});

test('“三公” of final accounts: 预算数 and 决算数 as headings of two halves', () => {
  const half = ['合计', '因公出国（境）费', '公务用车购置及运行费', null, null, '公务接待费'];
  const finer = [null, null, '小计', '公务用车购置费', '公务用车运行费', null];
  const grids = {
    表: [
      ['财政拨款“三公”经费支出决算表'],
      ['公开07表'],
      ['部门：某局', null, null, null, null, null, null, null, null, null, null, '金额单位：万元'],
      ['预算数', null, null, null, null, null, '决算数', null, null, null, null, null],
      [...half, ...half],
      [...finer, ...finer],
      ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
      [10.5, 0, 8.5, 0, 8.5, 2, 9.25, 0, 8, 0, 8, 1.25],
    ],
  };
  const { at } = sound(grids);
  expect(at('表!A8')).toMatchObject({ item: 'three-public-total', stage: 'budget' });
  expect(at('表!G8')).toMatchObject({ item: 'three-public-total' });
  expect(at('表!G8')?.stage).toBeUndefined();
  expect(broken(grids, '表!G8')).toContain('row-sums');
});

test('each nature by source of money; last year beside this year on one side only', () => {
  const grids = {
    一: [
      ['2025年部门支出总表'],
      ['单位：元'],
      ['科目', null, '合计', '基本支出', null, null, '项目支出', null, null],
      ['编码', '名称', null, '小计', '财政拨款', '其他资金', '小计', '财政拨款', '其他资金'],
      ['合计', null, 1000.5, 600.5, 500.5, 100, 400, 300, 100],
      ['205', '教育支出', 700, 400, 350, 50, 300, 250, 50],
      ['206', '科学技术支出', 300.5, 200.5, 150.5, 50, 100, 50, 50],
    ],
    二: [
      ['2025年部门收支总表'],
      ['单位：元'],
      ['收入', null, '支出', null, null],
      ['项目', '2025年预算', '项目（按功能分类）', '2024年预算', '2025年预算'],
      ['一、一般公共预算拨款收入', 990.5, '一、教育支出', 690, 700],
      ['二、其他收入', 10, '二、科学技术支出', 300, 300.5],
      ['收入总计', 1000.5, '支出总计', 990, 1000.5],
    ],
  };
  const { at } = sound(grids);
  expect(at('一!H6')).toMatchObject({ nature: 'project', fund: 'fiscal' });
  expect(at('二!D5')).toMatchObject({ year: 'last', account: { code: '205' } });
  expect(broken(grids, '一!E6')).toContain('row-sums');
  expect(broken(grids, '二!E5')).toContain('summary-expenditure');
});

test('four blocks: by function, by purpose with economic classes below, by government economic class', () => {
  const grids = {
    表: [
      ['部门收支总体情况表'],
      ['部门：某局', null, null, null, null, null, null, '单位：万元'],
      ['收入', null, '支出', null, null, null, null, null],
      ['项目', '预算数', '项目（按功能分类）', '预算数', '项目（按部门预算经济分类）', '预算数', '项目（按政府预算经济分类）', '预算数'],
      ['一、一般公共预算拨款收入', 90.5, '一、教育支出', 80.5, '一、基本支出', 60.5, '一、机关工资福利支出', 50.5],
      ['二、事业收入', 9.5, '二、卫生健康支出', 19.5, '工资福利支出', 50.5, '二、机关商品和服务支出', 49.5],
      [null, null, null, null, '商品和服务支出', 10, null, null],
      [null, null, null, null, '二、项目支出', 39.5, null, null],
      ['本年收入合计', 100, '本年支出合计', 100, '本年支出合计', 100, '本年支出合计', 100],
      ['收入总计', 100, '支出总计', 100, '支出总计', 100, '支出总计', 100],
    ],
  };
  const { at } = sound(grids);
  expect(at('表!H5')?.account).toEqual({ scheme: 'economic-gov', code: '501' });
  expect(broken(grids, '表!F6')).toContain('side-sums');
  expect(broken(grids, '表!H6')).toContain('side-sums');
});

test('projects without code below the accounts that pay for them', () => {
  const grids = {
    表: [
      ['项目支出预算明细表'],
      ['单位：万元'],
      ['科目编码', '科目（项目）名称', '合计', '财政拨款', '其他资金'],
      [null, '合计', 100.5, 90.5, 10],
      ['208', '社会保障和就业支出', 100.5, 90.5, 10],
      ['20801', '人力资源和社会保障管理事务', 100.5, 90.5, 10],
      ['2080102', '一般行政管理事务', 60.5, 60.5, null],
      [null, '档案数字化', 40.5, 40.5, null],
      [null, '信息系统运维', 20, 20, null],
      ['2080109', '社会保险经办机构', 40, 30, 10],
      [null, '社保经办业务费', 40, 30, 10],
    ],
  };
  const { at } = sound(grids);
  expect(at('表!C8')).toMatchObject({ line: 'project', project: '档案数字化', account: { code: '2080102' } });
  expect(broken(grids, '表!D9')).toContain('project-rollup');
  expect(broken(grids, '表!C6')).toContain('project-rollup');
});

test('units with their codes in one cell, a department above its own units', () => {
  const grids = {
    表: [
      ['部门支出总表'],
      ['单位：万元'],
      ['单位', '合计', '基本支出', '项目支出'],
      ['合计', 100.5, 60.5, 40],
      ['301-某某局', 70.5, 40.5, 30],
      ['301001-某某局机关', 40.5, 20.5, 20],
      ['301002-某某中心', 30, 20, 10],
      ['302-某某委员会', 30, 20, 10],
    ],
  };
  sound(grids);
  expect(broken(grids, '表!C6')).toContain('functional-rollup');
});

test('结转下年 and 支出总计 below the accounts', () => {
  const grids = {
    表: [
      ['部门支出总表'],
      ['单位：万元'],
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['205', '教育支出', 100.5, 60.5, 40],
      [null, '本年支出合计', 100.5, 60.5, 40],
      [null, '结转下年', 5, null, 5],
      [null, '支出总计', 105.5, 60.5, 45],
    ],
  };
  const { at } = sound(grids);
  expect(at('表!C6')?.line).toBe('carry-out');
  expect(broken(grids, '表!E7')).toContain('functional-rollup');
});
