/** Several departments in one workbook: a sentence belongs to the one that its title or heading names. */
import { checkWorkbook } from '../../../src/core';
import { addressOf, type Sheet } from '../../../src/core/workbook';
import { book, sheet } from '../../support/grid';

function expenditure(name: string, department: string, total: number): Sheet {
  return sheet(name, [
    ['部门支出总表'],
    [`部门：${department}`, null, null, null, '单位：万元'],
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    [null, '合计', total, total - 100, 100],
    ['201', '一般公共服务支出', total, total - 100, 100],
    ['20103', '政府办公厅（室）及相关机构事务', total, total - 100, 100],
    ['2010301', '行政运行', total - 100, total - 100, null],
    ['2010302', '一般行政管理事务', 100, null, 100],
  ]);
}

const TABLES = [expenditure('甲表', '某县财政局', 900), expenditure('乙表', '某县审计局', 500)];
const LONG = '本说明根据批复的部门预算编制，各项数据与预算公开报表一致，供社会公众查阅和监督。';

const told = (...texts: Sheet[]): string[] =>
  checkWorkbook(book(...TABLES, ...texts))
    .findings.filter(({ rule }) => rule.startsWith('narrative'))
    .map(({ cells, left, right }) => `${cells.map(({ cell }) => `${cell.sheet}!${addressOf(cell)}`).join(' ')} ${left} ≠ ${right}`);

test('a sheet for each department', () => {
  const text = (name: string, department: string, total: string): Sheet =>
    sheet(name, [[`${department}2024年部门预算说明`], [LONG], [`2024年支出预算${total}万元，其中：基本支出400万元，项目支出100万元。`]]);
  expect(told(text('说明甲', '某县财政局', '900'), text('说明乙', '某县审计局', '500'))).toEqual([
    '说明甲!A3 说明甲!A3 说明甲!A3 900 ≠ 500',
  ]);
  expect(told(text('说明甲', '某县财政局', '500'))).toEqual(['说明甲!A3 甲表!C4 500 ≠ 900']);
});

test('one sheet with a heading for each department', () => {
  const text = (second: string): Sheet =>
    sheet('说明', [
      ['2024年部门预算说明'],
      [LONG],
      ['一、某县财政局'],
      ['2024年支出预算900万元。'],
      ['二、某县审计局'],
      [`2024年支出预算${second}万元。`],
    ]);
  expect(told(text('500'))).toEqual([]);
  expect(told(text('900'))).toEqual(['说明!A6 乙表!C4 900 ≠ 500']);
});

test('where the text does not say whose it is, nothing is claimed, and that is said', () => {
  const result = checkWorkbook(book(...TABLES, sheet('说明', [['2024年部门预算说明'], [LONG], ['2024年支出预算123万元。']])));
  expect(result.findings).toEqual([]);
  expect(result.skipped.map(({ reason }) => reason.id)).toContain('skip.narrative-no-tables');
});
