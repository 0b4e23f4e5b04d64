/** What a rule could not check, and why: said, never silent. */
import type { Relation, Skipped } from '../model';

export function skip(rule: string, id: string, data: Readonly<Record<string, string>> = {}, sheet?: string): Skipped {
  return sheet === undefined ? { rule, reason: { id, data } } : { rule, reason: { id, data }, sheet };
}

export function isSkip(made: Relation | Skipped): made is Skipped {
  return 'reason' in made;
}
