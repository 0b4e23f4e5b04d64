import { annotationsOf } from '../../src/present/annotations';
import { conditionOf } from '../../src/present/conditions';
import { markOfFormula } from '../../src/present/marks';
import { planMarks } from '../../src/present/markPlan';
import type { CellAnnotation } from '../../src/core';
import type { Tolerance } from '../../src/core/interval';
import { equation, place, resultOf, resultUnder, sameName } from '../support/findings';
import { book, sheet } from '../support/grid';

const conditions = (...relations: Parameters<typeof resultOf>): readonly (string | null)[] =>
  resultOf(...relations).findings.map((finding) => conditionOf(finding, null));

describe('by which formula a finding still stands', () => {
  test('a mismatch: while the gap is more than rounding explains', () => {
    // Three figures of two decimals: 3 × 0.005.
    const relation = equation(
      ['表三!C6', '9.00'],
      [
        ['表三!C7', '1.00'],
        ['表三!C8', '2.00'],
      ],
    );
    expect(conditions(relation)).toEqual(["=IFERROR(ABS(ROUND(SUM('表三'!$C$6)-SUM('表三'!$C$7:$C$8),6))>0.015,TRUE)"]);
  });

  test('a rounding gap: while there is any', () => {
    expect(conditions(equation(['表三!C6', '9.00'], [['表三!C7', '9.01']]))).toEqual([
      "=IFERROR(ABS(ROUND(SUM('表三'!$C$6)-SUM('表三'!$C$7),6))>0,TRUE)",
    ]);
  });

  test('two units: the right side in the unit of the left', () => {
    const [formula] = conditions(equation(['表三!C6', '9.00', '万元'], [['表十!B6', '10000.00', '元']]));
    expect(formula).toBe("=IFERROR(ABS(ROUND(SUM('表三'!$C$6)-SUM('表十'!$B$6)/10000,6))>0.0050005,TRUE)");
  });

  test.each<[Tolerance, string]>([
    [{ kind: 'exact' }, '0'],
    [{ kind: 'fixed', amount: '0.05', unit: '万元' }, '0.05'],
    [{ kind: 'fixed', amount: '300', unit: '元' }, '0.03'],
  ])('what the user allows counts: %j', (tolerance, limit) => {
    const [finding] = resultUnder(tolerance, equation(['表三!C6', '9.00'], [['表三!C7', '9.10']])).findings;
    expect(finding?.class).toBe('mismatch');
    expect(finding && conditionOf(finding, null, tolerance)).toBe(
      `=IFERROR(ABS(ROUND(SUM('表三'!$C$6)-SUM('表三'!$C$7),6))>${limit},TRUE)`,
    );
  });

  test('the marks of a check follow what it allowed', () => {
    const result = resultUnder({ kind: 'exact' }, equation(['表三!C6', '9.00'], [['表三!C7', '9.01']]));
    expect(annotationsOf(result, 'zh-CN').map(({ conditions: live }) => live)).toEqual(
      [1, 2].map(() => ["=IFERROR(ABS(ROUND(SUM('表三'!$C$6)-SUM('表三'!$C$7),6))>0,TRUE)"]),
    );
  });

  test('names: while they are written differently', () => {
    expect(conditions(sameName(["it's!B14", '维权'], ['表五!B15', '维护']))).toEqual([
      "=IFERROR(NOT(EXACT(TRIM('it''s'!$B$14),TRIM('表五'!$B$15))),TRUE)",
    ]);
  });

  test('a number stored as text is read by NUMBERVALUE', () => {
    const workbook = book(sheet('表三', [['1,000.00', 5]]));
    const [finding] = resultOf(equation(['表三!A1', '1000.00'], [['表三!B1', '5.00']])).findings;
    expect(finding && conditionOf(finding, workbook)).toContain(`IFERROR(NUMBERVALUE('表三'!$A$1,".",","),0)`);
  });
});

describe('from annotations to names and conditional formats', () => {
  const annotation = (address: string, mark: CellAnnotation['mark'], conditionsOf: readonly string[]): CellAnnotation => ({
    cell: place(address),
    mark,
    conditions: conditionsOf,
    comment: null,
  });

  test('cells of one look and condition share a rule; a cell of two findings stays marked while either stands', () => {
    const { names, rules } = planMarks([
      annotation('表三!C7', 'related', ['=A']),
      annotation('表三!C8', 'related', ['=A']),
      annotation('表三!C6', 'culprit', ['=A', '=B']),
      annotation('表五!C6', 'error', []),
    ]);
    const [a, b] = ['=A', '=B'].map((formula) => names.find((name) => name.formula === formula)?.name);
    expect(rules.map(({ sheet: name, formula, cells }) => [name, formula, cells.length])).toEqual([
      ['表三', `=AND(LEN("gouji:culprit")>0,OR(${a},${b}))`, 1],
      ['表五', '=LEN("gouji:error")>0', 1],
      ['表三', `=AND(LEN("gouji:related")>0,${a})`, 2],
    ]);
    expect(rules.map(({ formula }) => markOfFormula(formula))).toEqual(['culprit', 'error', 'related']);
  });

  test('a name is made of its condition, so that it never comes to mean another', () => {
    const nameOf = (...formulas: string[]): (string | undefined)[] =>
      planMarks([annotation('表三!C6', 'error', formulas)]).names.map(({ name }) => name);
    expect(nameOf('=A', '=B')).toEqual([...nameOf('=A'), ...nameOf('=B')]);
  });

  test('thousands of findings do not make thousands of rules', () => {
    const many = Array.from({ length: 3000 }, (_, row) => annotation(`表三!C${row + 1}`, 'error', [`=R${row}`]));
    const { names, rules } = planMarks(many);
    expect(rules.length).toBeLessThanOrEqual(401);
    expect(names.length).toBeLessThanOrEqual(400);
    expect(rules.reduce((sum, { cells }) => sum + cells.length, 0)).toBe(3000);
  });

  test("a user's own rule is not taken for ours", () => {
    for (const formula of ['=B2<0', '=LEN("gouji:error")>1', '=AND(LEN("gouji:error")>0,B2)', '=AND(LEN("gouji:none")>0,_gouji_m1)'])
      expect(markOfFormula(formula)).toBeNull();
  });
});
