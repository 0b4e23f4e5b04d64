/** Is the value kept with a formula what the formula gives? Recomputed exactly, for sums and differences of plain cells. */
import { absolute, add, compare, decimalOfNumber, multiply, subtract, ZERO, type Decimal } from '../amount';
import type { Fact } from '../model';
import { addendsOf } from './formula';
import type { ContentOf } from './input';

/**
 * What the formula of the fact's cell gives now, in the table's unit, where that differs from the value kept with it by at least the
 * column's last digit. `null` when it does not differ, or cannot be told: other functions, rounding, text among what is added.
 */
export function staleResult(fact: Fact, formula: string, contentOf: ContentOf): Decimal | null {
  if (/ROUND/i.test(formula)) return null;
  const addends = addendsOf(formula, fact.cell.sheet);
  if (!addends) return null;
  let sum = ZERO;
  for (const { cell, times } of addends) {
    const value = contentOf(cell)?.value ?? null;
    if (value === null) continue;
    const amount = typeof value === 'number' ? decimalOfNumber(value) : null;
    if (!amount) return null;
    sum = add(sum, multiply(amount, { units: BigInt(times), scale: 0 }));
  }
  const difference = absolute(subtract(sum, fact.value ?? ZERO));
  return compare(difference, { units: 1n, scale: fact.decimals }) < 0 ? null : sum;
}
