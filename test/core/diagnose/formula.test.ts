import { addendsOf, withAddend } from '../../../src/core/diagnose/formula';
import { addressOf } from '../../../src/core/workbook';

const told = (formula: string): string | null =>
  addendsOf(formula, '表三')
    ?.map(
      ({ cell, times }) =>
        `${times === 1 ? '' : times === -1 ? '-' : times}${cell.sheet === '表三' ? '' : `${cell.sheet}!`}${addressOf(cell)}`,
    )
    .join(' ') ?? null;

test.each([
  ['=SUM(C7:C9)', 'C7 C8 C9'],
  ['=SUM(C7,C9,D1:E2)', 'C7 C9 D1 E1 D2 E2'],
  ['=C7+C8-C9', 'C7 C8 -C9'],
  ['=-C7', '-C7'],
  ['= C7 + (C8 - C9) ', 'C7 C8 -C9'],
  ['=$C$7+表五!C5', 'C7 表五!C5'],
  ["='表 五'!C5+'it''s'!B2", "表 五!C5 it's!B2"],
  ['=ROUND(SUM(C7:C8)+C9, 2)', 'C7 C8 C9'],
  ['=SUM(C7:C8,C8)', 'C7 2C8'],
  ['=C7-C7', ''],
])('%s adds up %s', (formula, addends) => {
  expect(told(formula)).toBe(addends);
});

test.each([
  '=C7*2',
  '=IF(C7>0,C7,0)',
  '=SUM(C:C)',
  '=C7:C9',
  '=SUM(C7:C9',
  '=A1048576:XFD1',
  '=VLOOKUP(A1,B1:C9,2)',
  '=SUM(A1:Z9999)',
  '=',
  '=5',
])('%s is no plain sum', (formula) => {
  expect(told(formula)).toBeNull();
});

test.each([
  ['=SUM(C7:C12)', 'C13', '=SUM(C7:C13)'],
  ['=SUM(C7:C12)', 'C6', '=SUM(C6:C12)'],
  ['=SUM(C7:C12)', 'C20', '=SUM(C7:C12,C20)'],
  ['=SUM(C7,C9)', 'C8', '=SUM(C7,C9,C8)'],
  ['=C7+C8', 'C9', '=C7+C8+C9'],
])('%s takes in %s as %s', (formula, address, mended) => {
  const column = address.charCodeAt(0) - 65;
  expect(withAddend(formula, { sheet: '表三', row: Number(address.slice(1)) - 1, column }, '表三')).toBe(mended);
});

test('a cell of another sheet is named with its sheet', () => {
  expect(withAddend('=SUM(C7:C8)', { sheet: '表五', row: 8, column: 2 }, '表三')).toBe("=SUM(C7:C8,'表五'!C9)");
});
