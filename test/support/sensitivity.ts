/** Which amounts of a sound workbook could be wrong without anybody being told? */
import { checkWorkbook } from '../../src/core';
import { factsOf } from '../../src/core/facts';
import { judge } from '../../src/core/interval';
import type { Fact, Finding, Table } from '../../src/core/model';
import { recogniseTables } from '../../src/core/recognise';
import { RULES } from '../../src/core/rules';
import { addressOf, type Cell, type CellRef, type Workbook } from '../../src/core/workbook';

export const placeOf = (cell: CellRef): string => `${cell.sheet}!${addressOf(cell)}`;

/** Two neighbouring digits changed places; where all are alike, the first one is one more. */
export function slipped(value: number): number {
  const text = Math.abs(value).toFixed(2);
  const digits = text.replace('.', '');
  for (let i = 0; i + 1 < digits.length; i += 1) {
    const [a, b] = [digits[i] as string, digits[i + 1] as string];
    if (a === b || (i === 0 && b === '0')) continue;
    const swapped = digits.slice(0, i) + b + a + digits.slice(i + 2);
    return (Math.sign(value) * Number(swapped)) / 100;
  }
  return value + Number(`1${'0'.repeat(Math.max(0, text.indexOf('.') - 1))}`);
}

function withCell(workbook: Workbook, place: CellRef, change: (cell: Cell) => Cell): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) =>
      sheet.name !== place.sheet
        ? sheet
        : {
            ...sheet,
            rows: sheet.rows.map((row, r) =>
              r !== place.row ? row : row?.map((cell, c) => (c === place.column && cell ? change(cell) : cell)),
            ),
          },
    ),
  };
}

function slip(cell: Cell): Cell {
  if (typeof cell.value === 'number') return { ...cell, value: slipped(cell.value) };
  return { ...cell, value: String(slipped(Number(String(cell.value).replace(/,/g, '')))) };
}

export interface Reading {
  readonly tables: readonly Table[];
  readonly facts: readonly Fact[];
  readonly findings: readonly Finding[];
  /** `kind unit rows/mapped` of every table, by sheet. */
  readonly inventory: readonly string[];
  /** Amount cells without a meaning. */
  readonly unread: readonly string[];
  /** Findings that are more than a hint: rule and places. */
  readonly claimed: readonly string[];
  readonly at: (place: string) => Fact | undefined;
}

export function read(workbook: Workbook): Reading {
  const tables = recogniseTables(workbook);
  const { facts } = factsOf(workbook, tables);
  const { findings } = checkWorkbook(workbook);
  return {
    tables,
    facts,
    findings,
    inventory: tables.map((table) => `${table.sheet}: ${table.kind} ${table.unit ?? '-'} ${table.bodyRows}/${table.mappedRows}`),
    unread: tables.flatMap((table) => table.unread.map(placeOf)),
    claimed: findings
      .filter((finding) => finding.severity !== 'info')
      .map((finding) => `${finding.rule} ${finding.cells.map((entry) => placeOf(entry.cell)).join(' ')}`),
    at: (place) => facts.find((fact) => placeOf(fact.cell) === place),
  };
}

/** What an amount means, in one line: line, code or source or item, nature, fund, year. */
export function brief(fact: Fact | undefined): string {
  if (!fact) return 'none';
  const what = fact.account?.code ?? fact.source ?? fact.item ?? fact.project ?? fact.organisation ?? '';
  const stage = fact.stage ? ` ${fact.stage}` : '';
  const year = fact.year === 'last' ? ' last' : '';
  return `${[fact.line, what, fact.nature, fact.fund].filter((word) => word !== '').join(' ')}${year}${stage}`;
}

/**
 * Whether a slip of the pen in one amount is told, at that amount. The rules are asked one by one and no cause is looked for,
 * so that a whole workbook can be tried cell by cell.
 */
export function isFound(workbook: Workbook, place: CellRef): boolean {
  const changed = withCell(workbook, place, slip);
  const facts = factsOf(changed, recogniseTables(changed));
  return RULES.some((rule) => {
    for (const made of rule.relations(facts)) {
      if (!('type' in made) || made.type !== 'amount' || (made.severity ?? rule.meta.severity) === 'info') continue;
      const terms = [...made.left, ...made.right];
      if (terms.some(({ fact }) => fact.value !== null && placeOf(fact.cell) === placeOf(place)) && judge(made).verdict === 'mismatch')
        return true;
    }
    return false;
  });
}

/** Places of the stated amounts that may slip without a finding at them. */
export function unfound(workbook: Workbook): readonly string[] {
  const { facts } = read(workbook);
  return facts.filter((fact) => fact.value !== null && !isFound(workbook, fact.cell)).map((fact) => placeOf(fact.cell));
}
