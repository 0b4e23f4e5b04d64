/** Summary tables in the shapes that two sides side by side do not cover: below one another, by one fund, in three blocks. */
import { brief, broken, sound } from '../../support/sound';

describe('收入 and 支出 below one another in one column', () => {
  test('headings of both parts, each with its total', () => {
    const grids = {
      表: [
        ['2025年部门收支总表'],
        ['部门：某局', '单位：万元'],
        ['项目', '预算数'],
        ['收入', null],
        ['一、一般公共预算拨款收入', 90.5],
        ['二、事业收入', 9.5],
        ['本年收入合计', 100],
        ['上年结转', 4.5],
        ['收入总计', 104.5],
        ['支出', null],
        ['一、一般公共服务支出', 60],
        ['二、卫生健康支出', 40],
        ['本年支出合计', 100],
        ['结转下年', 4.5],
        ['支出总计', 104.5],
      ],
    };
    const { kinds, tables, at } = sound(grids);
    expect(kinds).toEqual(['dept-summary']);
    expect(tables[0]?.panels.map(({ side }) => side)).toEqual(['income', 'expenditure']);
    expect(at('表!B5')).toMatchObject({ side: 'income', line: 'source', source: 'general' });
    expect(at('表!B12')).toMatchObject({ side: 'expenditure', account: { code: '210' } });
    expect(at('表!B15')).toMatchObject({ side: 'expenditure', line: 'grand-total' });
    expect(broken(grids, '表!B9')).toEqual(['balance', 'side-sums']);
    expect(broken(grids, '表!B12')).toEqual(['side-sums']);
  });

  test('without headings of the parts, funds across, the header once more above the 支出', () => {
    const grids = {
      表: [
        ['财政拨款收支总表'],
        ['单位：元'],
        ['收入项目', '合计', '一般公共预算', '政府性基金预算'],
        ['一、一般公共预算拨款', 80, 80, null],
        ['二、政府性基金预算拨款', 20, null, 20],
        ['收入总计', 100, 80, 20],
        ['支出项目', '合计', '一般公共预算', '政府性基金预算'],
        ['教育支出', 80, 80, null],
        ['城乡社区支出', 20, null, 20],
        ['支出总计', 100, 80, 20],
      ],
    };
    const { tables, at } = sound(grids);
    expect(tables[0]?.bodyRows).toBe(6);
    expect(at('表!C8')).toMatchObject({ side: 'expenditure', account: { code: '205' }, fund: 'general' });
    expect(broken(grids, '表!B10')).toEqual(['balance', 'row-sums', 'side-sums']);
  });
});

describe('one fund’s income and expenditure', () => {
  const general = [
    ['一般公共预算支出表'],
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['合计', null, 100, 60, 40],
    ['205', '教育支出', 70, 40, 30],
    ['210', '卫生健康支出', 30, 20, 10],
  ];

  test('一般公共预算收支总表 is none of the published kinds, and its figures count', () => {
    const grids = {
      收支: [
        ['2025年一般公共预算收支总表'],
        ['单位：万元'],
        ['收入', null, '支出', null],
        ['项目', '预算数', '项目', '预算数'],
        ['一、本年收入', 95, '一、本年支出', 100],
        ['一般公共预算拨款', 95, '（一）教育支出', 70],
        ['二、上年结转', 5, '（二）卫生健康支出', 30],
        [null, null, '二、结转下年', null],
        ['收入总计', 100, '支出总计', 100],
      ],
      支出: general,
    };
    const { kinds, at } = sound(grids);
    expect(kinds).toEqual(['other', 'general-expenditure']);
    expect(brief(at('收支!D6'))).toBe('account 205 all general current');
    expect(broken(grids, '收支!D6')).toEqual(['fund-summary', 'side-sums']);
    expect(broken(grids, '收支!B9')).toEqual(['balance', 'side-sums']);
    expect(broken(grids, '支出!C5')).toContain('fund-summary');
  });

  test('政府性基金 with 收入 and 支出 side by side', () => {
    const grids = {
      财政: [
        ['财政拨款收支总表'],
        ['单位：万元'],
        ['收入', null, '支出', null, null, null],
        ['项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金预算'],
        ['一、一般公共预算拨款', 100, '一、教育支出', 70, 70, null],
        ['二、政府性基金预算拨款', 18, '二、卫生健康支出', 30, 30, null],
        [null, null, '三、城乡社区支出', 18, null, 18],
        ['收入总计', 118, '支出总计', 118, 100, 18],
      ],
      支出: general,
      基金: [
        ['2025年政府性基金预算收支表'],
        ['单位：万元'],
        ['收入', null, '支出', null, null, null],
        ['项目', '预算数', '项目', '合计', '基本支出', '项目支出'],
        ['一、政府性基金预算拨款收入', 18, '一、城乡社区支出', 18, null, 18],
        ['二、上年结转', 2, '二、结转下年', 2, null, 2],
        ['收入总计', 20, '支出总计', 20, null, 20],
      ],
    };
    const { kinds, at } = sound(grids);
    expect(kinds).toEqual(['fiscal-summary', 'general-expenditure', 'gov-fund']);
    expect(at('基金!B5')).toMatchObject({ side: 'income', line: 'source', source: 'gov-fund', fund: 'gov-fund' });
    expect(brief(at('基金!F5'))).toBe('account 212 project gov-fund current');
    expect(broken(grids, '基金!B7')).toEqual(['balance', 'side-sums']);
    expect(broken(grids, '基金!D5')).toEqual(['fiscal-general', 'row-sums', 'side-sums']);
  });
});

describe('final accounts in three blocks: 收入 | 支出 by function | 支出 by nature and economic class', () => {
  test('财政拨款收入支出决算总表: funds across in both blocks of 支出', () => {
    const grids = {
      表: [
        ['财政拨款收入支出决算总表'],
        ['公开04表'],
        ['部门：某局', null, null, null, null, null, null, null, null, null, null, null, '单位：万元'],
        ['收入', null, null, '支出', null, null, null, null, null, '支出', null, null, null],
        [
          '项目',
          '行次',
          '金额',
          '项目（按功能分类）',
          '行次',
          '合计',
          '一般公共预算财政拨款',
          '政府性基金预算财政拨款',
          '国有资本经营预算财政拨款',
          '项目（按支出性质和经济分类）',
          '行次',
          '合计',
          '一般公共预算财政拨款',
        ],
        ['栏次', null, '1', '栏次', null, '2', '3', '4', '5', '栏次', null, '6', '7'],
        ['一、一般公共预算财政拨款', '1', 90, '一、一般公共服务支出', '33', 60, 60, null, null, '一、基本支出', '60', 55, 55],
        ['二、政府性基金预算财政拨款', '2', 10, '八、社会保障和就业支出', '40', 30, 30, null, null, '人员经费', '61', 45, 45],
        ['三、国有资本经营预算财政拨款', '3', null, '十一、城乡社区支出', '43', 10, null, 10, null, '公用经费', '62', 10, 10],
        [null, '4', null, null, '44', null, null, null, null, '二、项目支出', '63', 45, 35],
        [null, '5', null, null, '45', null, null, null, null, '经济分类支出合计', '64', 100, 90],
        [null, '6', null, null, '46', null, null, null, null, '工资福利支出', '65', 45, 45],
        [null, '7', null, null, '47', null, null, null, null, '商品和服务支出', '66', 55, 45],
        ['本年收入合计', '24', 100, '本年支出合计', '77', 100, 90, 10, null, '本年支出合计', '90', 100, 90],
        ['年初财政拨款结转和结余', '25', 5, '年末财政拨款结转和结余', '78', 5, 5, null, null, '年末财政拨款结转和结余', '91', 5, 5],
        ['一般公共预算财政拨款', '26', 5, null, '79', null, null, null, null, null, null, null, null],
        ['总计', '32', 105, '总计', '84', 105, 95, 10, null, '总计', '97', 105, 95],
      ],
    };
    const { kinds, tables, at } = sound(grids);
    expect(kinds).toEqual(['fiscal-summary']);
    expect([tables[0]?.phase, tables[0]?.panels.length]).toEqual(['final', 3]);
    expect(brief(at('表!G8'))).toBe('account 208 all general current');
    expect(at('表!C16')).toMatchObject({ line: 'carry-in-source', source: 'general' });
    expect(at('表!M7')).toMatchObject({ line: 'purpose', nature: 'basic', fund: 'general' });
    expect(at('表!L8')).toMatchObject({ line: 'purpose', nature: 'staff', fund: 'fiscal' });
    expect(at('表!L13')).toMatchObject({ account: { scheme: 'economic-dept', code: '302' } });
    expect(broken(grids, '表!L13')).toContain('side-sums');
    expect(broken(grids, '表!L8')).toContain('side-sums');
    expect(broken(grids, '表!G8')).toContain('side-sums');
  });

  test('收入支出决算总表: 年初预算数, 全年预算数 and 决算数 in each block', () => {
    const grids = {
      表: [
        ['收入支出决算总表'],
        ['财决01表'],
        ['编制单位：某局', null, null, null, null, null, null, null, null, null, null, null, null, null, '金额单位：元'],
        ['收入', null, null, null, null, '支出', null, null, null, null, '支出', null, null, null, null],
        [
          '项目',
          '行次',
          '年初预算数',
          '全年预算数',
          '决算数',
          '项目（按功能分类）',
          '行次',
          '年初预算数',
          '全年预算数',
          '决算数',
          '项目（按支出性质和经济分类）',
          '行次',
          '年初预算数',
          '全年预算数',
          '决算数',
        ],
        ['栏次', null, '1', '2', '3', '栏次', null, '4', '5', '6', '栏次', null, '7', '8', '9'],
        ['一、一般公共预算财政拨款收入', '1', 80, 90, 90, '一、一般公共服务支出', '31', 50, 60, 60, '一、基本支出', '60', 50, 55, 55],
        ['二、事业收入', '2', 10, 10, 10, '二、卫生健康支出', '32', 40, 40, 38, '人员经费', '61', 40, 45, 45],
        [null, '3', null, null, null, null, '33', null, null, null, '公用经费', '62', 10, 10, 10],
        [null, '4', null, null, null, null, '34', null, null, null, '二、项目支出', '63', 40, 45, 43],
        [null, '5', null, null, null, null, '35', null, null, null, '支出经济分类', null, null, null, null],
        [null, '6', null, null, null, null, '36', null, null, null, '工资福利支出', '65', 40, 45, 45],
        [null, '7', null, null, null, null, '37', null, null, null, '商品和服务支出', '66', 50, 55, 53],
        ['本年收入合计', '24', 90, 100, 100, '本年支出合计', '52', 90, 100, 98, '本年支出合计', '80', 90, 100, 98],
        ['使用非财政拨款结余', '25', null, null, null, '结余分配', '53', null, null, null, '结余分配', '81', null, null, null],
        ['年初结转和结余', '26', 3, 3, 3, '年末结转和结余', '54', 3, 3, 5, '年末结转和结余', '82', 3, 3, 5],
        ['总计', '30', 93, 103, 103, '总计', '56', 93, 103, 103, '总计', '84', 93, 103, 103],
      ],
    };
    const { kinds, tables, at } = sound(grids);
    expect(kinds).toEqual(['dept-summary']);
    expect(tables[0]?.phase).toBe('final');
    expect(at('表!J8')).toMatchObject({ account: { code: '210' }, year: 'current' });
    expect(at('表!J8')?.stage).toBeUndefined();
    expect(at('表!H8')).toMatchObject({ stage: 'budget' });
    expect(broken(grids, '表!J8')).toEqual(['final-budget', 'side-sums']);
    expect(broken(grids, '表!I8')).toEqual(['side-sums']);
    expect(broken(grids, '表!H8')).toEqual(['side-sums']);
    expect(broken(grids, '表!E17')).toEqual(['balance', 'side-sums']);
    expect(broken(grids, '表!O12')).toEqual(['final-budget', 'side-sums']);
  });
});

describe('expenditure by economic class with 基本支出 and 项目支出', () => {
  const grids = {
    全部: [
      ['2025年一般公共预算支出表（部门预算支出经济分类）'],
      ['单位：万元'],
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['合计', null, 100, 60, 40],
      ['301', '工资福利支出', 50, 45, 5],
      ['30101', '基本工资', 50, 45, 5],
      ['302', '商品和服务支出', 50, 15, 35],
      ['30201', '办公费', 50, 15, 35],
    ],
    基本: [
      ['一般公共预算基本支出表'],
      ['科目编码', '科目名称', '合计', '人员经费', '公用经费'],
      ['合计', null, 60, 45, 15],
      ['301', '工资福利支出', 45, 45, null],
      ['30101', '基本工资', 45, 45, null],
      ['302', '商品和服务支出', 15, null, 15],
      ['30201', '办公费', 15, null, 15],
    ],
    功能: [
      ['一般公共预算支出表'],
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['合计', null, 100, 60, 40],
      ['205', '教育支出', 100, 60, 40],
    ],
  };

  test('is none of the published kinds, and its figures count', () => {
    const { kinds, at } = sound(grids);
    expect(kinds).toEqual(['other', 'general-basic', 'general-expenditure']);
    expect(brief(at('全部!D6'))).toBe('account 30101 basic general current');
    expect(broken(grids, '全部!C6')).toEqual(['economic-rollup', 'row-sums']);
    expect(broken(grids, '全部!D7')).toEqual(['economic-expenditure', 'economic-rollup', 'row-sums']);
    expect(broken(grids, '基本!C5')).toContain('economic-expenditure');
    expect(broken(grids, '功能!C3')).toContain('economic-expenditure');
  });
});
