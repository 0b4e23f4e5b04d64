/** 比上年增加、减少: against this year's and last year's figure of a table. */
import type { Fact, Facts, NarrativeRelation, Rule } from '../model';
import {
  choose,
  countBySheet,
  lastYearOf,
  meaningIn,
  preciseAs,
  said,
  stated,
  statementsOf,
  tablesOf,
  yearMeant,
} from '../narrative/claims';
import type { Statement } from '../narrative/statements';
import type { Subject } from '../narrative/subjects';
import type { TableSet } from './select';
import { skip } from './skip';

const RULE = 'narrative-change';
const SPENT = /执行|决算|完成|调整|实际/;

/**
 * 比上年增减与表中上年数一致.
 *
 *     公务接待费12万元，比2022年减少10.8万元
 *     表四 公务接待费  2022年 20.30  2023年 12.00
 *
 * → 说明“比2022年减少 10.8万元”，按表计算为 -8.30
 */
export const narrativeChange: Rule = {
  meta: {
    id: RULE,
    title: '预算说明中比上年增减的金额等于表中本年数减上年数',
    basis: '财预〔2016〕143号：说明预算收支增减变化情况；表中有上年数的才核对',
    severity: 'error',
  },
  *relations(facts) {
    const set = tablesOf(facts);
    if (!set) return;
    const unchecked: Statement[] = [];
    for (const statement of statementsOf(facts, 'change')) {
      const { subject } = statement;
      // Against what was spent last year no table of the budget says anything.
      const spent = SPENT.test(`${statement.figure.text}${statement.since?.figure.text ?? ''}`);
      const pairs = subject && !spent && yearMeant(statement, set) === 'current' ? pairsOf(facts, set, statement, subject) : [];
      const choice = choose(pairs.map((pair) => relationOf(statement, pair)));
      if (choice && (choice.holds || !(statement.approximate || pairs[0]?.soft))) yield choice.relation;
      else unchecked.push(statement);
    }
    for (const [sheet, count] of countBySheet(unchecked)) yield skip(RULE, 'skip.narrative-no-last-year', { count: String(count) }, sheet);
  },
};

interface Pair {
  readonly now: Fact;
  readonly last: Fact;
  readonly soft: boolean;
}

function pairsOf(facts: Facts, set: TableSet, statement: Statement, subject: Subject): readonly Pair[] {
  const meaning = meaningIn(facts, set, statement, subject, 'current');
  const pairs = (of: typeof meaning, soft: boolean): Pair[] =>
    of.readings.flatMap((reading) => {
      const [now] = reading;
      const last = now && reading.length === 1 ? lastYearOf(facts, now) : null;
      return now && last ? [{ now, last, soft: soft || of.soft || of.hint }] : [];
    });
  const own = pairs(meaning, false);
  if (own.length > 0 || subject.fund !== 'general' || subject.nature || subject.name) return own;
  // What the general budget brings in it spends: its own table may have last year's column where the summary has none.
  return pairs(meaningIn(facts, set, statement, { topic: 'budget', side: 'expenditure', fund: 'general' }, 'current'), true);
}

function relationOf(statement: Statement, { now, last }: Pair): NarrativeRelation {
  return {
    type: 'narrative',
    rule: RULE,
    op: '=',
    left: [said(preciseAs(statement.figure, now), statement.sign)],
    right: [...stated([now]), ...stated([last], -1)],
    message: { id: 'rule.narrative-change', data: {} },
  };
}
