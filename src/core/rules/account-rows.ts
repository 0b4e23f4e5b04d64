/** Which rows of a workbook's tables bear account codes, with the cells of code and name? */
import { append } from '../group';
import type { AccountScheme, Facts, Label, Row, StatedCell, Table, TableKind } from '../model';

/** Tables whose every row is an account (or a total, or a unit). */
export const ACCOUNT_TABLES: readonly TableKind[] = [
  'dept-income',
  'dept-expenditure',
  'fiscal-expenditure',
  'general-expenditure',
  'general-basic',
  'general-basic-gov',
  'general-project',
  'general-project-gov',
  'gov-fund',
  'state-capital',
];

/** The rows of a table, whatever their line, panel after panel. */
export function rowsOf(table: Table): readonly Row[] {
  return table.panels.flatMap((panel) => panel.rows);
}

/** The labels of each table, in the order of the tables. */
export function labelsByTable(facts: Facts): ReadonlyMap<Table, readonly Label[]> {
  const found = new Map<Table, Label[]>();
  for (const label of facts.labels) {
    append(found, label.table, label);
  }
  return found;
}

/** The code of a label as a cell: where the code stands, else where the name does. */
export function codeCell({ table, codeCell: cell, nameCell, codeText, name }: Label): StatedCell {
  return { table, cell: cell ?? nameCell, text: codeText, label: `${codeText} ${name}` };
}

/** Digits of 类, 款, 项 from the top down. */
export const LEVELS: Readonly<Record<AccountScheme, readonly number[]>> = {
  functional: [3, 5, 7],
  'economic-dept': [3, 5],
  'economic-gov': [3, 5],
};
