import { oneLine, padEnd, padStart, textWidth } from '../../src/present/width';

describe('columns of a terminal', () => {
  test.each([
    ['', 0],
    ['C7', 2],
    ['表三', 4],
    ['２０８（款）', 12],
    ['A列·a', 5],
    ['e\u0301', 1],
    ['𠀀', 2],
    ['한글', 4],
  ])('%j takes %d', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  test('texts are padded by columns, never cut', () => {
    expect(padEnd('表三', 6) + '|').toBe('表三  |');
    expect(padStart('表三', 6)).toBe('  表三');
    expect(padEnd('部门收支总表', 4)).toBe('部门收支总表');
  });

  test('a text from a workbook cannot move the cursor or add lines', () => {
    expect(oneLine('表\u001b[2J三\r\n四\u202e五\u0007')).toBe('表\ufffd[2J三 四\ufffd五\ufffd');
  });
});
