/** What is a statement of the text: a figure with what it is about, the figure that it is said of, and the whole that it is listed under? */
import { groupBy } from '../group';
import type { TextFigure } from '../model';
import type { Phrase, Subject } from './subjects';
import type { Section } from './sections';
import type { Line } from './text';

export type StatementKind = 'level' | 'change' | 'share' | 'growth' | 'count';

export interface Statement {
  readonly kind: StatementKind;
  readonly figure: TextFigure;
  /** `null`: it was not understood what the figure is about. */
  readonly subject: Subject | null;
  /** −1 for a decrease. */
  readonly sign: 1 | -1;
  readonly year: number | 'last' | null;
  readonly approximate: boolean;
  /** 与上年持平: a change of nothing, without a figure. */
  readonly unchanged: boolean;
  /** For a change, a growth or a share: the figure that it is said of, when the sentence states it. */
  readonly of: Statement | null;
  /** For a change: last year's figure, when the sentence states it (比2023年预算数6418.45万元增加…). */
  readonly since: Statement | null;
  /** The whole that it is listed under as a part, and which of the whole's divisions that is. */
  readonly whole: Statement | null;
  readonly division: number;
  /** For a share: what it is a share of, as far as the words say; and the figure of the same line that bears this name. */
  readonly base: Phrase | null;
  readonly named: Statement | null;
  readonly line: Line;
  readonly section: Section;
  /** The sentence it stands in, compacted. */
  readonly sentence: string;
  /** For a count: what is counted, e.g. 人员类项目. */
  readonly counted: string;
}

/** A whole and the parts that are listed under it, all of one kind. */
export interface Listing {
  readonly kind: 'level' | 'change' | 'count';
  readonly whole: Statement;
  readonly parts: readonly Statement[];
}

/** Wholes with their parts, in the order of the text. */
export function listingsOf(statements: readonly Statement[]): readonly Listing[] {
  const listings: Listing[] = [];
  for (const kind of ['level', 'change', 'count'] as const) {
    const ofKind = statements.filter((statement) => statement.kind === kind);
    for (const [whole, all] of groupBy(ofKind, (statement) => statement.whole)) {
      if (!whole) continue;
      for (const parts of groupBy(all, ({ division }) => division).values()) listings.push({ kind, whole, parts });
    }
  }
  return listings;
}
