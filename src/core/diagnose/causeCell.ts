/** How does a cause name an amount of a table, and what should stand there? */
import { formatDecimal } from '../amount';
import { cellLabel } from '../finding-parts';
import type { CauseCell, Fact } from '../model';

/** `suggested`: in the table's unit, as it should be printed; '' for a blank. */
export function causeCellOf(fact: Fact, suggested: string): CauseCell {
  const { cell, value, printed, decimals, unit } = fact;
  return { cell, value: value === null ? printed : formatDecimal(value, decimals), suggested, unit, label: cellLabel(fact) };
}
