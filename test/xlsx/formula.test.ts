import { shiftFormula } from '../../src/xlsx/formula';
import { renameInFormula } from '../../src/xlsx/renamePatch';

test.each([
  ['A1', 1, 1, 'B2'],
  ['$A1+A$1+$A$1', 2, 3, '$A3+D$1+$A$1'],
  ['SUM(A:A)+SUM(1:1)', 1, 1, 'SUM(B:B)+SUM(2:2)'],
  ['SUM($A:A)', 0, 2, 'SUM($A:C)'],
  ["'表 1'!B6+表四!B6", 1, 0, "'表 1'!B7+表四!B7"],
  ['\'A1\'!A1&"A1"', 1, 0, '\'A1\'!A2&"A1"'],
  ['LOG10(A1)+XFE2025+ABC_1', 1, 0, 'LOG10(A2)+XFE2025+ABC_1'],
  ['[1]Sheet1!A1+Table1[[#This Row],[A1]]', 1, 0, '[1]Sheet1!A2+Table1[[#This Row],[A1]]'],
  ['A1', -1, 0, '#REF!'],
  ['XFD1', 0, 1, '#REF!'],
  ['IF(A1>0,A1:B2,表A1!C1)', 1, 0, 'IF(A2>0,A2:B3,表A1!C2)'],
])('%s moved by %i rows and %i columns is %s', (formula, rows, columns, expected) => {
  expect(shiftFormula(formula, rows, columns)).toBe(expected);
});

test.each([
  ['表一!A1+SUM(表一!B:B)', "'新 表'!A1+SUM('新 表'!B:B)"],
  ['\'表一\'!A1&"表一!A1"', '\'新 表\'!A1&"表一!A1"'],
  ['总表一!A1+[1]表一!A1', '总表一!A1+[1]表一!A1'],
  ['SUM(表一:表三!A1)', "SUM('新 表:表三'!A1)"],
])('after a rename %s reads %s', (formula, expected) => {
  expect(renameInFormula(formula, '表一', '新 表')).toBe(expected);
});
