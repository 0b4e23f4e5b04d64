/** Which question this file answers: with what does this cell tie out? Every relation that it takes part in, held ones too. */
import type { CheckedRelation, CheckResult, Label, Relation, Table } from './model';
import type { CellRef } from './workbook';

interface Place {
  readonly table: Table;
  readonly cell: CellRef;
  /** Whose row it is, and of which project, where the table says so. */
  readonly organisation?: string | null;
  readonly project?: string | null;
}

const placeOfName = ({ table, nameCell }: Label): Place => ({ table, cell: nameCell });

/** Every cell that a relation compares, nil ones too, with its table: the left side's first. */
export function placesOfRelation(relation: Relation): readonly Place[] {
  switch (relation.type) {
    case 'amount':
      return [...relation.left, ...relation.right].map(({ fact }) => fact);
    case 'label':
      return [relation.left, relation.right].map(placeOfName);
    case 'product':
      return [relation.total, relation.quantity, relation.price];
    case 'cell':
      return [...relation.left, ...relation.right];
    case 'narrative':
      return [...relation.left, ...relation.right, ...(relation.base ?? [])].map(({ figure, fact }) => figure ?? fact);
    case 'wording':
      return [relation.left, ...relation.right, ...(relation.names ?? []).map(placeOfName)];
  }
}

/** The cells of a relation's left and right side (and of the base of a percentage). */
export function cellsOfRelation(relation: Relation): readonly CellRef[] {
  return placesOfRelation(relation).map(({ cell }) => cell);
}

/** The tables whose cells a relation compares, each once; first the one whose figure is stated on the left. */
export function tablesOfRelation(relation: Relation): readonly Table[] {
  return [...new Set(placesOfRelation(relation).map(({ table }) => table))];
}

const sameCell = (a: CellRef, b: CellRef): boolean => a.sheet === b.sheet && a.row === b.row && a.column === b.column;

/** The checked relations that the cell takes part in: violated ones first, then rounding gaps, then those that hold. */
export function relationsOf(result: CheckResult, cell: CellRef): readonly CheckedRelation[] {
  const order = ['violated', 'rounding', 'held'] as const;
  const own = result.checks.filter(({ relation }) => cellsOfRelation(relation).some((one) => sameCell(one, cell)));
  return order.flatMap((verdict) => own.filter((checked) => checked.verdict === verdict));
}
