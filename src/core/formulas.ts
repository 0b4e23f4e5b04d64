/** Which figures of the tables keep a value that their formula does not give? */
import type { Decimal } from './amount';
import { cellKey } from './diagnose/formula';
import { staleResult } from './diagnose/recalculate';
import type { ContentOf } from './diagnose/input';
import type { Fact } from './model';

export interface OldResult {
  readonly fact: Fact;
  readonly formula: string;
  /** What the formula gives now, in the table's unit. */
  readonly gives: Decimal;
}

/** Sums and differences of plain cells only, each cell once; of other formulas it cannot be told. */
export function oldResults(facts: readonly Fact[], contentOf: ContentOf): readonly OldResult[] {
  const seen = new Set<string>();
  return facts.flatMap((fact): readonly OldResult[] => {
    const formula = contentOf(fact.cell)?.formula;
    if (formula === undefined) return [];
    const key = cellKey(fact.cell);
    const gives = seen.has(key) ? null : staleResult(fact, formula, contentOf);
    seen.add(key);
    return gives ? [{ fact, formula, gives }] : [];
  });
}
