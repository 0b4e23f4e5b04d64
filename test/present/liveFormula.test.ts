import type { Unit } from '../../src/core/model';
import { differenceFormula, sumFormula } from '../../src/present/liveFormula';
import { equation } from '../support/findings';
import { book, sheet } from '../support/grid';

/** The formula of a side that has one term: the cell A1 that holds `text`, read by the engine as `value`. */
function formulaOf(text: string, value: string): string | null {
  const { left } = equation(['表一!A1', value], [['表一!B1', '0']]);
  return sumFormula(left, '万元', 2, book(sheet('表一', [[text]])));
}

const read = (inner: string): string => `=ROUND(IFERROR(NUMBERVALUE(${inner},".",","),0),2)`;
const A1 = "'表一'!A1";

describe('a figure in a text', () => {
  test.each([
    ['6,912.23', '6912.23', A1],
    [' 62.10 ', '62.10', A1],
    ['.5', '0.5', A1],
    ['(18.00)', '-18.00', `SUBSTITUTE(SUBSTITUTE(${A1},"(","-"),")","")`],
    ['△18.00', '-18.00', `SUBSTITUTE(${A1},"△","-")`],
    ["'62.10", '62.10', `SUBSTITUTE(${A1},"'","")`],
    ['62.\n10', '62.10', `SUBSTITUTE(${A1},CHAR(10),"")`],
    ['62.10\u00a0', '62.10', `SUBSTITUTE(${A1},"\u00a0","")`],
    ['≤300万元', '300', `SUBSTITUTE(SUBSTITUTE(${A1},"≤",""),"万元","")`],
    ['2023年300万元', '300', `SUBSTITUTE(SUBSTITUTE(${A1},"2023年",""),"万元","")`],
    ['按"三公"300', '300', `SUBSTITUTE(${A1},"按""三公""","")`],
    ['300.50,', '300.50', `SUBSTITUTE(${A1},",","")`],
  ])('%j is read as %s', (text, value, inner) => {
    expect(formulaOf(text, value)).toBe(read(inner));
  });

  test.each([
    ['300（万元）', '300', '"("', '"-万元"'],
    ['300.50，', '300.50', '","', '","'],
  ])('full-width signs of %j are put right first, then what is left around %s goes', (text, value, right, around) => {
    const formula = formulaOf(text, value) ?? '';
    expect(formula.startsWith('=ROUND(IFERROR(NUMBERVALUE(SUBSTITUTE(')).toBe(true);
    expect(formula.endsWith(`,${around},""),".",","),0),2)`)).toBe(true);
    expect(formula).toContain(`,${right})`);
  });

  test.each([
    ['another number than the engine read', '301万元', '300'],
    ['no number', '三百万元', '300'],
    ['a character that no formula in a file can hold', '约\u0001300', '300'],
    ['a word too long for a formula', `${'长'.repeat(256)}300`, '300'],
  ])('%s: no formula can follow it', (_what, text, value) => {
    expect(formulaOf(text, value)).toBeNull();
  });
});

test.each([
  ['=', '=ROUND(F7-I7,2)'],
  ['<=', '=ROUND(MAX(0,F7-I7),2)'],
  ['>=', '=ROUND(MIN(0,F7-I7),2)'],
] as const)('of %s the difference is what breaks it', (op, formula) => {
  expect(differenceFormula('F7', 'I7', { left: '万元', right: '万元' }, 2, op)).toBe(formula);
});

test.each([
  ['万元', '元', '=ROUND(F7-I7/10000,6)'],
  ['元', '万元', '=ROUND(F7-I7*10000,6)'],
] as readonly (readonly [Unit, Unit, string])[])('%s and %s are brought together', (left, right, formula) => {
  expect(differenceFormula('F7', 'I7', { left, right }, 6, '=')).toBe(formula);
});
