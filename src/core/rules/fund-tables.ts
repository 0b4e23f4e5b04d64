/** Which table lists the expenditure of which of the three budgets (财政拨款), and where is one missing? */
import type { Facts, Fund, Skipped, Table, TableKind } from '../model';
import { indexOf } from './select';
import { tableSets } from './table-sets';
import { skip } from './skip';

export const FUND_TABLES: readonly { readonly fund: Fund; readonly kind: TableKind }[] = [
  { fund: 'general', kind: 'general-expenditure' },
  { fund: 'gov-fund', kind: 'gov-fund' },
  { fund: 'state-capital', kind: 'state-capital' },
];

/**
 * For every 财政拨款收支总表 and every fund: calls `make` with the fund's own table. A fund without one is said to lack it only
 * where the summary table has money of it.
 */
export function* acrossFunds<R>(
  rule: string,
  facts: Facts,
  make: (fiscal: Table, detail: Table, fund: Fund) => Iterable<R>,
): Iterable<R | Skipped> {
  for (const set of tableSets(facts).sets) {
    const fiscal = set.get('fiscal-summary');
    if (!fiscal) {
      yield skip(rule, 'skip.table-missing', { kind: 'fiscal-summary' });
      continue;
    }
    for (const { fund, kind } of FUND_TABLES) {
      const detail = set.get(kind);
      if (detail) yield* make(fiscal, detail, fund);
      else if (hasMoney(facts, fiscal, fund)) yield skip(rule, 'skip.table-missing', { kind });
    }
  }
}

function hasMoney(facts: Facts, fiscal: Table, fund: Fund): boolean {
  return (indexOf(facts).byTable.get(fiscal) ?? []).some((fact) => fact.value !== null && (fact.fund === fund || fact.source === fund));
}
