import { add, compare, decimalOfNumber, formatDecimal, parseDecimal, quotient, shift, subtract } from '../../src/core/amount';

const decimal = (text: string) => {
  const value = parseDecimal(text);
  if (!value) throw new Error(text);
  return value;
};

describe('amounts are exact', () => {
  test.each([
    ['0.1', '0.2', '0.3'],
    ['6523.40', '-0.01', '6523.39'],
    ['99999999999999999999.99', '0.01', '100000000000000000000'],
  ])('%s + %s = %s', (a, b, sum) => {
    expect(formatDecimal(add(decimal(a), decimal(b)))).toBe(sum);
  });

  test('a sum of doubles is read as the decimal that was meant', () => {
    expect(formatDecimal(decimalOfNumber(0.1 + 0.2)!)).toBe('0.3');
    expect(formatDecimal(decimalOfNumber(1449.1299999999994)!)).toBe('1449.13');
    expect(formatDecimal(decimalOfNumber(123456789012.34)!)).toBe('123456789012.34');
    expect(formatDecimal(decimalOfNumber(33.333333)!)).toBe('33.333333');
  });

  test.each([
    [12345678.9 - 12345600.1, '78.8'],
    [1234567890.12 - 1234567888.89, '1.23'],
    [123481755.22 - 123456789.12, '24966.1'],
    [0.1 + 0.2 - 0.3, '0'],
    [100.1 - 100 - 0.1, '0'],
    [1 / 3, '0.333333333333333'],
    [1e-7, '0.0000001'],
    [1.2345678912, '1.2345678912'],
  ])('%d is %s: what subtracting left behind is no digit', (value, meant) => {
    expect(formatDecimal(decimalOfNumber(value)!)).toBe(meant);
  });

  test('between units the point moves and nothing is lost', () => {
    expect(formatDecimal(shift(decimal('6912.23'), 4))).toBe('69122300');
    expect(formatDecimal(shift(decimal('1234567'), -4))).toBe('123.4567');
    expect(compare(shift(decimal('0.36'), 4), decimal('3600'))).toBe(0);
  });

  test('the digits of a column are kept when printed', () => {
    expect(formatDecimal(decimal('62.1'), 2)).toBe('62.10');
    expect(formatDecimal(subtract(decimal('468.40'), decimal('486.40')), 2)).toBe('-18.00');
    expect(formatDecimal(decimal('-0.5'), 0)).toBe('-0.5');
  });
});

test.each([
  ['1', '3', 4, '0.3333'],
  ['12.6', '0.6', 0, '21'],
  ['-2', '3', 2, '-0.66'],
  ['0.05', '250', 6, '0.0002'],
])('%s ÷ %s, cut to %d digits', (whole, by, decimals, told) => {
  expect(formatDecimal(quotient(decimal(whole), decimal(by), decimals))).toBe(told);
});
