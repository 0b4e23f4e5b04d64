/** One small sound workbook, arranged in every way that an office or a converter may think of: the facts stay what they are. */
import { drawnBook, type Pictures } from '../../../support/drawn';
import { brief, read, unfound } from '../../../support/sensitivity';

const SUMMARY = `
附表1 | | |
部门收支总表 | < | < | <
部门：某局 | | | 单位：万元
收入 | < | 支出 | <
项目 | 预算数 | 项目 | 预算数
一、一般公共预算拨款收入 | 831.59 | 一、教育支出 | 741.46
二、政府性基金预算拨款收入 | 50.00 | 二、社会保障和就业支出 | 125.13
三、事业收入 | 35.00 | 三、城乡社区支出 | 50.00
收入总计 | 916.59 | 支出总计 | 916.59`;

const EXPENDITURE = `
附表2 | | | | |
部门支出总表 | < | < | < | < | <
部门：某局 | | | | | 单位：万元
科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | 上缴上级支出
合计 | < | 916.59 | 642.51 | 270.08 | 4.00
205 | 教育支出 | 741.46 | 517.38 | 220.08 | 4.00
20502 | 普通教育 | 741.46 | 517.38 | 220.08 | 4.00
208 | 社会保障和就业支出 | 125.13 | 125.13 | |
20805 | 行政事业单位养老支出 | 125.13 | 125.13 | |
212 | 城乡社区支出 | 50.00 | | 50.00 |
21208 | 国有土地使用权出让收入安排的支出 | 50.00 | | 50.00 |`;

const FISCAL = `
附表3 | | | | |
财政拨款收支总表 | < | < | < | <
部门：某局 | | | | 单位：万元
收入 | < | 支出 | < | <
项目 | 预算数 | 项目 | 合计 | 一般公共预算 | 政府性基金预算
一、一般公共预算拨款 | 831.59 | 一、教育支出 | 706.46 | 706.46 |
二、政府性基金预算拨款 | 50.00 | 二、社会保障和就业支出 | 125.13 | 125.13 |
三、国有资本经营预算拨款 | | 三、城乡社区支出 | 50.00 | | 50.00
收入总计 | 881.59 | 支出总计 | 881.59 | 831.59 | 50.00`;

const THREE_PUBLIC = `
附表4 | | | | |
一般公共预算“三公”经费支出表 | < | < | < | < | <
部门：某局 | | | | | 单位：万元
合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费
^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^
5.45 | 0.00 | 4.95 | 0.00 | 4.95 | 0.50`;

const TABLES: Pictures = { 收支总表: SUMMARY, 支出总表: EXPENDITURE, 财政拨款收支总表: FISCAL, 三公经费: THREE_PUBLIC };

const lines = (picture: string): string[] => picture.slice(1).split('\n');
const eachTable = (change: (picture: string, at: number) => string): Pictures =>
  Object.fromEntries(Object.entries(TABLES).map(([name, picture], at) => [name, change(picture, at)]));
const eachAmount = (picture: string, write: (value: number) => string): string =>
  picture.replace(/(?<=\| )\d+\.\d\d(?= |$)|^\d+\.\d\d(?= )/gm, (amount) => write(Number(amount)));
const inUnit = (unit: string, write: (value: number) => string) => (picture: string) =>
  eachAmount(picture, write).replace('单位：万元', `单位：${unit}`);

/** Two tables beside one another, an empty column between them. */
function beside(left: string, right: string): string {
  const rows = [left, right].map((picture) => lines(picture).map((line) => line.split('|')));
  const width = Math.max(...(rows[0] ?? []).map((row) => row.length));
  const height = Math.max(...rows.map((table) => table.length));
  return Array.from({ length: height }, (_, r) => {
    const own = rows[0]?.[r] ?? [];
    return ['', ...own, ...Array<string>(width - own.length + 1).fill(''), ...(rows[1]?.[r] ?? [])].slice(1).join('|');
  }).join('\n');
}

const meanings = (pictures: Pictures): string[] =>
  read(drawnBook(pictures))
    .facts.filter((fact) => fact.value !== null)
    .map(brief)
    .sort();

test('as it is: every amount has a meaning, and a slip in any of them is told', () => {
  expect(read(drawnBook(TABLES)).inventory).toEqual([
    '收支总表: dept-summary 万元 4/4',
    '支出总表: dept-expenditure 万元 7/7',
    '财政拨款收支总表: fiscal-summary 万元 4/4',
    '三公经费: three-public 万元 1/1',
  ]);
  expect(unfound(drawnBook(TABLES))).toEqual([]);
});

test.each<[string, Pictures]>([
  ['sheets with names that say nothing', Object.fromEntries(Object.values(TABLES).map((picture, i) => [`Sheet${i + 1}`, picture]))],
  ['one sheet, an empty row between the tables', { Sheet1: Object.values(TABLES).join('\n') }],
  ['one sheet, no row between the tables', { Sheet1: Object.values(TABLES).flatMap(lines).join('\n') }],
  ['two and two beside one another', { 甲: beside(SUMMARY, EXPENDITURE), 乙: beside(FISCAL, THREE_PUBLIC) }],
  ['no titles, sheets named after their tables', eachTable((picture) => lines(picture).slice(2).join('\n'))],
  [
    'no titles, sheets with names that say nothing',
    Object.fromEntries(Object.values(TABLES).map((picture, i) => [`Sheet${i + 1}`, lines(picture).slice(2).join('\n')])),
  ],
  ['千元 throughout', eachTable(inUnit('千元', (value) => (value * 10).toFixed(1)))],
  ['百元 in every other table', eachTable((p, i) => (i % 2 ? inUnit('百元', (value) => `#${Math.round(value * 100)}`)(p) : p))],
  ['亿元 in every other table', eachTable((p, i) => (i % 2 ? inUnit('亿元', (value) => (value / 10000).toFixed(6))(p) : p))],
  [
    'full-width digits',
    eachTable((p) => eachAmount(p, (v) => v.toFixed(2).replace(/[\d.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)))),
  ],
  ['dashes wherever nothing stands', eachTable((p) => p.replace(/ \|(?= \|)/g, ' | ——'))],
  ['a heading over the amounts that nobody knows', { ...TABLES, 收支总表: SUMMARY.replaceAll('预算数', '安排数') }],
])('%s', (_, pictures) => {
  const { unread, claimed } = read(drawnBook(pictures));
  expect({ unread, claimed }).toEqual({ unread: [], claimed: [] });
  expect(meanings(pictures)).toEqual(meanings(TABLES));
});

test('two departments in one workbook are laid against their own tables only', () => {
  const twice = (name: string, factor: number): Pictures =>
    Object.fromEntries(
      Object.entries(TABLES).map(([sheet, picture]) => [
        `${name}${sheet}`,
        eachAmount(picture, (value) => (value * factor).toFixed(2)).replace('某局', name),
      ]),
    );
  const both = { ...twice('甲局', 1), ...twice('乙局', 3) };
  expect(read(drawnBook(both)).claimed).toEqual([]);
  expect(unfound(drawnBook(both))).toEqual([]);
});

test('negative amounts in every way of writing them', () => {
  const ways = ['-4.00', '(4.00)', '（4.00）', '△4.00', '▲4.00', '－4.00'];
  for (const way of ways) {
    const changed = EXPENDITURE.replaceAll('4.00', way).replaceAll('220.08', '228.08').replaceAll('270.08', '278.08');
    const { unread, claimed } = read(drawnBook({ ...TABLES, 支出总表: changed }));
    expect({ way, unread, claimed }).toEqual({ way, unread: [], claimed: [] });
  }
});
