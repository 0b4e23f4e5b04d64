/** Projects whose names end like a unit's (会, 办, 局): the sums tell projects from units, and a unit with a wrong sum is still a unit. */
import { broken, sound } from '../../support/sound';

const lines = (
  grids: Parameters<typeof sound>[0],
  place: (row: number) => string,
  rows: readonly number[],
): readonly (string | undefined)[] => {
  const { at } = sound(grids);
  return rows.map((row) => at(place(row))?.line);
};

describe('a list of projects', () => {
  const units = {
    表: [
      ['项目支出预算表'],
      ['单位：万元'],
      ['科目编码', '单位（项目）名称', '合计', '财政拨款'],
      [null, '合计', 60, 60],
      [null, '某区体育局', 40, 40],
      ['2070307', '体育场馆维护', 10, 10],
      [null, '全区职工运动会', 30, 30],
      [null, '某区就业中心', 20, 20],
      ['2080102', '信息网络维护', 5, 5],
      [null, '驻村工作办', 15, 15],
    ],
  };

  test('units add up what stands below them, projects do not', () => {
    expect(lines(units, (row) => `表!C${row}`, [5, 6, 7, 8, 9, 10])).toEqual([
      'organisation',
      'project',
      'project',
      'organisation',
      'project',
      'project',
    ]);
    expect(sound(units).at('表!C7')).toMatchObject({ project: '全区职工运动会', organisation: '某区体育局' });
  });

  test.each(['表!C5', '表!C7', '表!C8', '表!C10'])('a wrong figure at %s is found', (place) => {
    expect(broken(units, place)).toEqual(['project-rollup']);
  });

  test('one column of amounts: a unit whose own sum is wrong is no project', () => {
    const one = { 表: units.表.map((row) => row.slice(0, 3)) };
    expect(lines(one, (row) => `表!C${row}`, [5, 7, 8, 10])).toEqual(['organisation', 'project', 'organisation', 'project']);
    expect(broken(one, '表!C8')).toEqual(['project-rollup']);
    expect(broken(one, '表!C4')).toEqual(['project-rollup']);
  });

  test('names only: every row is a project, whatever it ends with', () => {
    const grids = {
      表: [['项目支出预算表'], ['单位：万元'], ['项目', '金额'], ['合计', 60], ['设备购置', 10], ['年度工作会', 20], ['创建办', 30]],
    };
    expect(lines(grids, (row) => `表!B${row}`, [5, 6, 7])).toEqual(['project', 'project', 'project']);
    expect(broken(grids, '表!B6')).toEqual(['project-rollup']);
  });
});

describe('procurement', () => {
  test('what is bought may end like a unit: units add up their goods', () => {
    const grids = {
      表: [
        ['政府采购预算明细表'],
        ['单位：万元'],
        ['采购项目', '数量', '金额', '财政拨款'],
        ['合计', null, 30, 30],
        ['某区教育局', null, 30, 30],
        ['多功能会议室设备', 1, 12, 12],
        ['公共自行车服务站', 2, 10, 10],
        ['信息化机房运维中心', 1, 8, 8],
      ],
    };
    expect(lines(grids, (row) => `表!C${row}`, [5, 6, 7, 8])).toEqual(['organisation', 'project', 'project', 'project']);
    expect(broken(grids, '表!C7')).toEqual(['procurement-items']);
  });
});
