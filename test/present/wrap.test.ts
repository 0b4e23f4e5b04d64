import { textWidth } from '../../src/present/width';
import { wrappedLines } from '../../src/present/wrap';

test.each([
  ['', 10, 1],
  ['部门收支总表', 12, 1],
  ['部门收支总表', 10, 2],
  ['甲\n乙', 10, 2],
  ['a figure is not cut: 1234.56', 14, 3],
  ['为 1234567.89 元', 10, 3],
  ['上年12345.67万元', 10, 3],
  ['a sign that never begins a line takes its word along', 60, 1],
  ['收入合计，支出', 8, 2],
  ['收入合计（万元）', 10, 2],
  ['收入预算（万元）', 10, 2],
  ['one that is longer than the line is cut: 12345678901234567890', 10, 7],
  ['表三!C6、C7、C8', 8, 3],
])('%j in %d columns: %d lines', (text, room, lines) => {
  expect(wrappedLines(text, room, textWidth)).toBe(lines);
});

test('blanks at the end of a line take no room', () => {
  expect(wrappedLines('表一 表二 表三', 9, textWidth)).toBe(2);
  expect(wrappedLines('表一  表二', 4, textWidth)).toBe(2);
});
