/**
 * Every amount cell of tables 一 and 三 to 九, one slip at a time: a clerk's typical mistakes are all found, each in a
 * mismatch that names the cell.
 */
import { add, compare, formatDecimal, multiply, shift, type Decimal } from '../../src/core/amount';
import { checkWorkbook } from '../../src/core';
import { factsOf } from '../../src/core/facts';
import { judge } from '../../src/core/interval';
import { UNIT_POWER, type Fact } from '../../src/core/model';
import { recogniseTables } from '../../src/core/recognise';
import { RULES } from '../../src/core/rules';
import { addressOf, cellAt } from '../../src/core/workbook';
import { caseWorkbook, withValue } from '../support/cases';

const workbook = caseWorkbook('seed-000.xlsx');
const SHEETS = ['表一', '表三', '表四', '表五', '表六', '表七', '表八', '表九'];
const facts = factsOf(workbook, recogniseTables(workbook));
const key = (fact: { readonly cell: Fact['cell'] }): string => `${fact.cell.sheet}!${addressOf(fact.cell)}`;

/** Smallest allowance, in the cell's own unit, of the relations that a cell takes part in and that must hold. */
const allowances = new Map<string, Decimal>();
for (const rule of RULES) {
  for (const made of rule.relations(facts)) {
    if (!('type' in made) || made.type !== 'amount' || (made.severity ?? rule.meta.severity) !== 'error') continue;
    const { allowance } = judge(made);
    for (const { fact } of [...made.left, ...made.right]) {
      const inUnit = shift(allowance, -UNIT_POWER[fact.unit]);
      const known = allowances.get(key(fact));
      if (!known || compare(inUnit, known) < 0) allowances.set(key(fact), inUnit);
    }
  }
}

/** The figure off by three times what rounding could explain. */
function beyondAllowance(fact: Fact): number {
  const slip = multiply({ units: 3n, scale: 0 }, allowances.get(key(fact))!);
  return Number(formatDecimal(add(fact.value!, slip)));
}

/** Every exchange of two neighbouring digits that changes the figure. */
function swaps(fact: Fact): number[] {
  const text = formatDecimal(fact.value!, fact.decimals);
  const changed = new Set<number>();
  const digits = [...text].flatMap((character, at) => (/\d/.test(character) ? [at] : []));
  digits.slice(1).forEach((at, index) => {
    const before = digits[index]!;
    const characters = [...text];
    [characters[before], characters[at]] = [characters[at]!, characters[before]!];
    const value = Number(characters.join(''));
    if (value !== Number(text)) changed.add(value);
  });
  return [...changed];
}

const amounts = facts.facts.filter((fact) => SHEETS.includes(fact.cell.sheet) && fact.value !== null);

test('every stated amount of these tables is a fact and takes part in a relation', () => {
  const stated = SHEETS.flatMap((name) => {
    const sheet = workbook.sheets.find((candidate) => candidate.name === name)!;
    return sheet.rows.flatMap((row, r) =>
      (row ?? []).flatMap((_, c) => {
        const cell = cellAt(sheet, r, c);
        return typeof cell?.value === 'number' && c > 0 && cell.format === '#,##0.00'
          ? [`${name}!${addressOf({ row: r, column: c })}`]
          : [];
      }),
    );
  });
  expect(stated.length).toBeGreaterThan(300);
  expect(amounts.map(key).sort()).toEqual([...stated].sort());
  expect(amounts.filter((fact) => !allowances.has(key(fact))).map(key)).toEqual([]);
});

const SLIPS: readonly (readonly [string, (fact: Fact) => readonly (number | null)[]])[] = [
  ['off by three times the allowance', (fact) => [beyondAllowance(fact)]],
  ['two digits swapped', swaps],
  ['ten times too large', (fact) => [Number(formatDecimal(shift(fact.value!, 1)))]],
  ['wrong sign', (fact) => [-Number(formatDecimal(fact.value!))]],
  ['left blank', () => [null]],
];

/** A mismatch of severity error in which the cell takes part. */
function isFound(fact: Fact, value: number | null): boolean {
  const { findings } = checkWorkbook(withValue(workbook, fact.cell.sheet, fact.cell.row, fact.cell.column, value));
  return findings.some(
    ({ severity, relation }) =>
      severity === 'error' &&
      relation.type === 'amount' &&
      [...relation.left, ...relation.right].some((term) => key(term.fact) === key(fact)),
  );
}

describe.each(SLIPS)('%s', (_, slip) => {
  test.each(SHEETS)('in any amount cell of %s', (sheet) => {
    const missed = amounts
      .filter((fact) => fact.cell.sheet === sheet)
      .flatMap((fact) => slip(fact).flatMap((value) => (isFound(fact, value) ? [] : [`${key(fact)} ${fact.printed} → ${String(value)}`])));
    expect(missed).toEqual([]);
  });
});

test('the slips themselves are what they are called', () => {
  const sample = amounts.find((fact) => key(fact) === '表三!C9')!;
  expect(swaps(sample)).toEqual([52.2, 22.5, 25.02]);
});
