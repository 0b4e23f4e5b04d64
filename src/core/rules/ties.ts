/** The shape that every tie between two tables shares: both state one amount, or the one at least as much as its part in the other. */
import type { AmountRelation, Term } from '../model';

interface Wording {
  /** What is laid against one another: by default the row of the first figure. */
  readonly label?: string;
  readonly op?: '=' | '>=';
  /** Another sentence than that of two tables that should agree. */
  readonly id?: string;
}

export function tieOf(rule: string, left: readonly Term[], right: readonly Term[], wording: Wording = {}): AmountRelation {
  const { label = left[0]?.fact.label ?? '', op = '=' } = wording;
  const id = wording.id ?? (op === '=' ? 'rule.tables-agree' : 'rule.all-funds-at-least');
  return { type: 'amount', rule, op, left, right, message: { id, data: { label } } };
}

/** The same, where both tables have a place for it. */
export function* tie(...given: Parameters<typeof tieOf>): Iterable<AmountRelation> {
  const [, left, right] = given;
  if (left.length > 0 && right.length > 0) yield tieOf(...given);
}
