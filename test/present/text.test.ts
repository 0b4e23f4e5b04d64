import { checkWorkbook } from '../../src/core';
import { countSeverities, textOf, textTotal } from '../../src/present/text';
import { textWidth } from '../../src/present/width';
import { caseWorkbook } from '../support/cases';
import { book, sheet } from '../support/grid';

const rows = (sideTotal: number) => [
  ['部门收支总表'],
  ['部门：某局', null, null, '单位：万元'],
  ['收入', null, '支出', null],
  ['项目', '2024年预算数', '项目', '2024年预算数'],
  ['一般公共预算拨款收入', 468.4, '一般公共服务支出', 400.1],
  [null, null, '教育支出', 68.3],
  ['收入总计', 468.4, '支出总计', sideTotal],
];

const plain = { locale: 'zh-CN', colour: false } as const;

describe('the text of a check', () => {
  test('tables in columns of equal width', () => {
    const text = textOf(checkWorkbook(book(sheet('表一', rows(468.4)), sheet('一张名字很长的表', [['注']]))), 'a.xlsx', plain);
    const lines = text.split('\n');
    const header = lines.find((line) => line.includes('工作表')) ?? '';
    const row = lines.find((line) => line.includes('表一')) ?? '';
    const column = (line: string, word: string): number => textWidth(line.slice(0, line.indexOf(word)));
    expect(column(row, 'A1:D7')).toBe(column(header, '范围'));
    expect(column(row, '部门收支总表')).toBe(column(header, '表种'));
    expect(column(row, '万元')).toBe(column(header, '单位'));
  });

  test('a finding: both sides cell by cell, the sum and the difference', () => {
    const text = textOf(checkWorkbook(book(sheet('表一', rows(470.4)))), 'a.xlsx', plain);
    expect(text).toContain('\n  表一  部门收支总表\n    [错误] ');
    const block = text.slice(text.indexOf('D7'));
    expect(block).toMatch(/右 {2}D5 {2}\+ {2}400\.1 .*\n +D6 {2}\+ {3}68\.3 .*\n +={1} {2}468\.4\n +差 +2\.0/);
  });

  test('two names of one account: each with its place, read from the left', () => {
    const text = textOf(checkWorkbook(caseWorkbook('seed-000.xlsx')), 'a.xlsx', plain);
    expect(text).toMatch(/\n {6}左 {2}B14 +劳动关系和维权\n {6}右 {2}表五!B15 +劳动关系的维权\n/);
  });

  test('tables without rows of amounts are counted by kind', () => {
    const text = textOf(checkWorkbook(caseWorkbook('seed-000.xlsx')), 'a.xlsx', plain);
    expect(text).toContain('\n  没有金额行的表：整体绩效目标表 1 张、项目绩效目标表 4 张。\n');
  });

  test('everything ties out', () => {
    expect(textOf(checkWorkbook(book(sheet('表一', rows(468.4)))), 'a.xlsx', plain)).toContain('没有发现差异。');
  });

  test('no budget tables: one sentence', () => {
    expect(textOf(checkWorkbook(book(sheet('Sheet1', [['会议纪要']]))), 'a.xlsx', plain)).toBe(
      'a.xlsx\n  工作簿可以读取，未作核对：没有认出预算表：工作表「Sheet1」没有表名，可能只是一张表的一部分；请连同表名、表头一起核对。\n',
    );
  });

  test('colours only when asked for', () => {
    const result = checkWorkbook(book(sheet('表一', rows(470.4))));
    expect(textOf(result, 'a.xlsx', plain)).not.toContain('\u001b');
    expect(textOf(result, 'a.xlsx', { ...plain, colour: true })).toContain('\u001b[31m[错误]\u001b[0m');
  });

  test('names that would move the cursor are made harmless', () => {
    const text = textOf(checkWorkbook(book(sheet('表\u001b[2J一', rows(470.4)))), 'a\u001b]0;x\u0007.xlsx', plain);
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u0007');
  });

  test('the line under several workbooks counts them all', () => {
    const results = [470.4, 468.4].map((total) => checkWorkbook(book(sheet('表一', rows(total)))));
    const { error } = countSeverities(results.flatMap(({ findings }) => findings));
    expect(error).toBeGreaterThan(0);
    expect(textTotal(results, 3, plain)).toBe(`共 2 个工作簿：错误 ${error} 条，警告 0 条，提示 0 条；3 个文件无法读取。\n`);
  });
});
