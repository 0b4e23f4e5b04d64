/** The workbooks that slips are planted in: the five seeds, and seed 000 with its subtotals as formulas. */
import { formatDecimal } from '../../../src/core/amount';
import { checkWorkbook, readTables } from '../../../src/core';
import { factsOf } from '../../../src/core/facts';
import { judge } from '../../../src/core/interval';
import type { AmountRelation, CheckResult, Fact, TableKind } from '../../../src/core/model';
import { RULES } from '../../../src/core/rules';
import { addressOf, cellAt, type Cell, type CellRef, type Workbook } from '../../../src/core/workbook';
import { caseWorkbook } from '../../support/cases';

const KINDS: ReadonlySet<TableKind> = new Set<TableKind>([
  'dept-summary',
  'dept-income',
  'dept-expenditure',
  'fiscal-summary',
  'fiscal-expenditure',
  'general-expenditure',
  'general-basic',
  'general-basic-gov',
  'general-project',
  'general-project-gov',
  'project-list',
  'three-public',
  'gov-fund',
  'state-capital',
  'procurement',
]);

export const keyOf = (cell: CellRef): string => `${cell.sheet}!${addressOf(cell)}`;

/** A formula of the variant: what it adds up. */
export interface Formula {
  readonly cell: CellRef;
  readonly parts: readonly CellRef[];
}

export interface Amount {
  readonly fact: Fact;
  /** Equations with figures that the cell takes part in, hints left out. */
  readonly equations: readonly AmountRelation[];
  /** It is a 数量 × 单价: a relation too, but no equation. */
  readonly product: boolean;
  /** Smallest difference, in 元, that rounding cannot explain in at least one of them. */
  readonly allowance: number;
}

export interface Subject {
  readonly name: string;
  readonly workbook: Workbook;
  readonly formulas: ReadonlyMap<string, Formula>;
  /** Of the tables that slips are planted in; blank ones too. */
  readonly facts: readonly Fact[];
  readonly amounts: readonly Amount[];
  readonly baseline: CheckResult;
}

function smallestAllowance(equations: readonly AmountRelation[]): number {
  return Math.min(...equations.map((equation) => Number(formatDecimal(judge(equation).allowance))));
}

interface Amounts {
  readonly facts: readonly Fact[];
  readonly amounts: readonly Amount[];
}

function amountsOf(workbook: Workbook): Amounts {
  const { tables } = readTables(workbook);
  const facts = factsOf(workbook, tables);
  const equations = new Map<string, AmountRelation[]>();
  const products = new Set<string>();
  for (const rule of RULES) {
    for (const made of rule.relations(facts)) {
      if ('type' in made && made.type === 'product') products.add(keyOf(made.total.cell));
      if (!('type' in made) || made.type !== 'amount' || made.op !== '=' || judge(made).verdict === 'vacuous') continue;
      if ((made.severity ?? rule.meta.severity) === 'info') continue;
      for (const { fact } of [...made.left, ...made.right]) {
        const list = equations.get(keyOf(fact.cell));
        if (list) list.push(made);
        else equations.set(keyOf(fact.cell), [made]);
      }
    }
  }
  const planted = facts.facts.filter((fact) => KINDS.has(fact.table.kind));
  const amounts = planted
    .filter((fact) => fact.value !== null)
    .map((fact) => {
      const own = equations.get(keyOf(fact.cell)) ?? [];
      return { fact, equations: own, product: products.has(keyOf(fact.cell)), allowance: smallestAllowance(own) };
    });
  return { facts: planted, amounts };
}

const stored = (value: number): number => Number(value.toPrecision(15));

/** The workbook with these cells replaced and, where there are formulas, everything that depends on them computed again. */
export function withCells(
  { workbook, formulas }: Pick<Subject, 'workbook' | 'formulas'>,
  cells: ReadonlyMap<string, { readonly cell: CellRef; readonly value: number | string | null; readonly formula?: Formula }>,
): Workbook {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, { ...sheet, rows: [...sheet.rows] }]));
  const put = ({ sheet: name, row, column }: CellRef, value: number | string | null, formula?: string): void => {
    const sheet = sheets.get(name);
    if (!sheet) return;
    const cellsOfRow = [...(sheet.rows[row] ?? [])];
    const format = cellsOfRow[column]?.format;
    const cell: Cell = { value, ...(format === undefined ? {} : { format }), ...(formula === undefined ? {} : { formula }) };
    cellsOfRow[column] = value === null ? undefined : cell;
    sheet.rows[row] = cellsOfRow;
  };
  for (const { cell, value } of cells.values()) put(cell, value);
  const computed = new Map<string, number>();
  const amountAt = (cell: CellRef): number => {
    const key = keyOf(cell);
    const planted = cells.get(key);
    const formula = planted ? planted.formula : formulas.get(key);
    if (!formula) {
      const sheet = sheets.get(cell.sheet);
      const value = sheet && cellAt(sheet, cell.row, cell.column)?.value;
      return typeof value === 'number' ? value : Number(String(value ?? '0').replace(/,/g, '')) || 0;
    }
    const known = computed.get(key);
    if (known !== undefined) return known;
    const sum = stored(formula.parts.reduce((total, part) => total + amountAt(part), 0));
    computed.set(key, sum);
    return sum;
  };
  for (const [key, formula] of formulas) {
    const planted = cells.get(key);
    if (planted && !planted.formula) continue;
    const used = planted?.formula ?? formula;
    put(formula.cell, amountAt(formula.cell), textOf(used));
  }
  return { ...workbook, sheets: workbook.sheets.map((sheet) => sheets.get(sheet.name) ?? sheet) };
}

/** `=SUM(C7:C12)` where the parts stand together, else `=SUM(C7,C9)`. */
function textOf({ parts }: Formula): string {
  const [first] = parts;
  const last = parts[parts.length - 1];
  const together = parts.every((part, at) => first && part.column === first.column && part.row === first.row + at);
  if (first && last && together && parts.length > 1) return `=SUM(${addressOf(first)}:${addressOf(last)})`;
  return `=SUM(${parts.map(addressOf).join(',')})`;
}

function rollUpsOf(amounts: readonly Amount[]): ReadonlyMap<string, Formula> {
  const formulas = new Map<string, Formula>();
  for (const { fact, equations } of amounts) {
    const rollUp = equations.find(
      ({ rule, left, right }) =>
        (rule === 'functional-rollup' || rule === 'economic-rollup') &&
        left.length === 1 &&
        left[0]?.fact.cell === fact.cell &&
        right.length > 1,
    );
    if (rollUp) formulas.set(keyOf(fact.cell), { cell: fact.cell, parts: rollUp.right.map((term) => term.fact.cell) });
  }
  return formulas;
}

/**
 * With formulas a cell also enters the equations of whatever is computed from it; the sums that the formulas themselves make
 * hold by construction, except for a total that is typed over.
 */
function throughFormulas(amounts: readonly Amount[], formulas: ReadonlyMap<string, Formula>): readonly Amount[] {
  if (formulas.size === 0) return amounts;
  const own = new Map(amounts.map((amount) => [keyOf(amount.fact.cell), amount]));
  const made = (equation: AmountRelation): boolean => {
    const [total] = equation.left;
    const formula = total && equation.left.length === 1 ? formulas.get(keyOf(total.fact.cell)) : undefined;
    return formula !== undefined && formula.parts.map(keyOf).join() === equation.right.map(({ fact }) => keyOf(fact.cell)).join();
  };
  const reached = (key: string): readonly string[] =>
    [...formulas].flatMap(([total, { parts }]) => (parts.some((part) => keyOf(part) === key) ? [total, ...reached(total)] : []));
  return amounts.map((amount) => {
    const key = keyOf(amount.fact.cell);
    const itself = amount.equations.filter(
      (equation) => !made(equation) || (formulas.has(key) && keyOf(equation.left[0]!.fact.cell) === key),
    );
    const further = reached(key).flatMap((total) => (own.get(total)?.equations ?? []).filter((equation) => !made(equation)));
    const equations = [...new Set([...itself, ...further])];
    return { ...amount, equations, allowance: smallestAllowance(equations) };
  });
}

function subject(name: string, workbook: Workbook, formulas: ReadonlyMap<string, Formula>): Subject {
  const { facts, amounts } = amountsOf(workbook);
  return { name, workbook, formulas, facts, amounts: throughFormulas(amounts, formulas), baseline: checkWorkbook(workbook) };
}

export function subjects(): readonly Subject[] {
  const seeds = ['000', '001', '002', '003', '004'].map((number) => subject(number, caseWorkbook(`seed-${number}.xlsx`), new Map()));
  const [first] = seeds;
  if (!first) return [];
  const formulas = rollUpsOf(first.amounts);
  return [...seeds, subject('000 formulas', withCells({ workbook: first.workbook, formulas }, new Map()), formulas)];
}
