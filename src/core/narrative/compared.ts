/** Which two figures of the tables does a change on last year compare: this year's and last year's of the same thing? */
import type { Fact, Facts } from '../model';
import type { TableSet } from '../rules/table-sets';
import { agrees, lastYearOf, meaningIn, yearMeant } from './claims';
import type { Statement } from './statements';

/** Against what was spent last year, or what would be on another basis, no table of the budget says anything. */
const ANOTHER_BASIS = /执行|决算|完成|调整|实际|同口径|可比/;

export interface Pair {
  readonly now: Fact;
  readonly last: Fact;
  /** Only likely: what does not hold is not judged. */
  readonly soft: boolean;
}

/** By likelihood; `[]` where it is not understood, or no table has last year's figure. */
export function pairsOf(facts: Facts, set: TableSet, statement: Statement): readonly Pair[] {
  const { subject, figure, since } = statement;
  if (!subject || ANOTHER_BASIS.test(`${figure.text}${since?.figure.text ?? ''}`) || yearMeant(statement, set) !== 'current') return [];
  const meaning = meaningIn(facts, set, statement, subject, 'current');
  const pairs = (of: typeof meaning, soft: boolean): Pair[] =>
    of.readings.flatMap((reading) => {
      const [now] = reading;
      const last = now && reading.length === 1 ? lastYearOf(facts, now) : null;
      // The amount that the sentence states makes it certain which figure is meant.
      const certain = statement.of !== null && agrees(statement.of.figure, reading);
      return now && last ? [{ now, last, soft: !certain && (soft || of.soft || of.hint) }] : [];
    });
  const own = pairs(meaning, false);
  if (own.length > 0 || subject.fund !== 'general' || subject.nature || subject.name) return own;
  // What the general budget brings in it spends: its own table may have last year's column where the summary has none.
  return pairs(meaningIn(facts, set, statement, { topic: 'budget', side: 'expenditure', fund: 'general' }, 'current'), true);
}
