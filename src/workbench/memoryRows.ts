/** What happens in the memory model when rows come, go or are sorted? The cells move, and everything that follows is set as `stateAfter` says. */
import { movedRow, sortTarget } from '../xlsx/rowMoves';
import type { MemorySheet } from './memorySheet';
import type { RowChange } from './rows/change';
import { stateAfter, type RowState } from './rows/state';

/** What the workbook keeps beside its sheets, as far as it follows rows. */
type Kept = Pick<RowState, 'formats' | 'comments' | 'names'>;

/** Changes the sheets and gives what the workbook keeps afterwards. */
export function changeRows(all: readonly MemorySheet[], sheet: MemorySheet, kept: Kept, change: RowChange): Kept {
  const before: RowState = {
    ...kept,
    formulas: all.flatMap((each) => each.formulas()),
    merges: sheet.merges,
    validations: sheet.validations,
    links: sheet.placedLinks(),
    frozenRows: sheet.frozen.rows,
  };
  const byId = new Map(all.map((each) => [each.id, each]));
  const after = stateAfter(before, change, (id) => byId.get(id)?.name ?? '');
  if (change.kind === 'sort') sheet.moveCells(sortTarget(change));
  else {
    sheet.moveCells((row) => movedRow(row, change));
    sheet.moveRows((row) => movedRow(row, change));
    if (change.kind === 'insert' && change.at > 0) {
      for (let i = 0; i < change.count; i += 1) sheet.formatRowAs(change.at + i, change.at - 1);
    }
  }
  for (const { sheet: id, row, column, formula } of after.formulas) byId.get(id)?.setFormula(row, column, formula);
  sheet.merges = after.merges;
  sheet.validations = after.validations;
  sheet.setLinks(after.links);
  sheet.frozen = { ...sheet.frozen, rows: after.frozenRows };
  return after;
}
