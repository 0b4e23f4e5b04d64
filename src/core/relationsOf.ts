/** Which question this file answers: with what does this cell tie out? Every relation that it takes part in, held ones too. */
import type { CheckedRelation, CheckResult, Relation } from './model';
import type { CellRef } from './workbook';

/** The cells of a relation's left and right side (and of the base of a percentage), nil ones too. */
export function cellsOfRelation(relation: Relation): readonly CellRef[] {
  switch (relation.type) {
    case 'amount':
      return [...relation.left, ...relation.right].map(({ fact }) => fact.cell);
    case 'label':
      return [relation.left.nameCell, relation.right.nameCell];
    case 'product':
      return [relation.total.cell, relation.quantity.cell, relation.price.cell];
    case 'cell':
      return [...relation.left, ...relation.right].map(({ cell }) => cell);
    case 'narrative':
      return [...relation.left, ...relation.right, ...(relation.base ?? [])].map(({ figure, fact }) => (figure ?? fact).cell);
    case 'wording':
      return [relation.left.cell, ...relation.right.map(({ cell }) => cell), ...(relation.names ?? []).map(({ nameCell }) => nameCell)];
  }
}

const sameCell = (a: CellRef, b: CellRef): boolean => a.sheet === b.sheet && a.row === b.row && a.column === b.column;

/** The checked relations that the cell takes part in: violated ones first, then rounding gaps, then those that hold. */
export function relationsOf(result: CheckResult, cell: CellRef): readonly CheckedRelation[] {
  const order = ['violated', 'rounding', 'held'] as const;
  const own = result.checks.filter(({ relation }) => cellsOfRelation(relation).some((one) => sameCell(one, cell)));
  return order.flatMap((verdict) => own.filter((checked) => checked.verdict === verdict));
}
