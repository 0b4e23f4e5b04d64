/** Which question this file answers: what is a rule. */
import type { Facts } from './facts';
import type { Relation, Severity, Skipped } from './relations';

export interface RuleMeta {
  readonly id: string;
  /** Chinese title, as a reviewer would say it. */
  readonly title: string;
  /** Regulation or practice it rests on. */
  readonly basis: string;
  readonly severity: Severity;
}

export interface Rule {
  readonly meta: RuleMeta;
  /** Facts → relations, and what could not be checked with the reason. */
  relations(facts: Facts): Iterable<Relation | Skipped>;
}
