/** The units that texts name, each of them. */
import { UNITS } from '../../src/core/model';
import { UNIT_WORDS, unitInBrackets } from '../../src/core/units';

test.each(UNITS)('%s in brackets', (unit) => {
  expect(unitInBrackets(`预算数(${unit})`)).toBe(unit);
  expect(unitInBrackets(`金额(单位:${unit})`)).toBe(unit);
  expect(new RegExp(`^(?:${UNIT_WORDS})$`).test(unit)).toBe(true);
});

test('no unit', () => {
  expect(unitInBrackets('预算数')).toBeNull();
  expect(unitInBrackets('万元')).toBeNull();
  expect(unitInBrackets('(元/人)')).toBeNull();
});
