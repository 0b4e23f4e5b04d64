/** Amounts of the narrative against the table figures that they name. */
import type { NarrativeRelation, Rule } from '../model';
import { narrativeOf } from '../narrative';
import {
  choose,
  countBySheet,
  isCalledBudget,
  meaningIn,
  preciseAs,
  said,
  slippedUnit,
  stated,
  statementsOf,
  tablesOf,
  yearMeant,
} from '../narrative/claims';
import type { Statement } from '../narrative/statements';
import { skip } from './skip';

const RULE = 'narrative-table';

/**
 * 说明与表格一致.
 *
 *     （一）一般公共预算财政拨款收支
 *     一般公共预算财政拨款支出6870.64万元，其中：基本支出1449.13万元；项目支出5463.1万元。
 *     表五 合计·项目支出  5421.51
 *
 * → 说明“项目支出 5463.1万元”，表五为 5421.51，不一致
 */
export const narrativeTable: Rule = {
  meta: {
    id: RULE,
    title: '预算说明中的金额与所述表格中的数一致',
    basis: '财预〔2016〕143号：公开的说明与报表同源；说明数的精度以所述表格为准',
    severity: 'error',
  },
  *relations(facts) {
    if (!facts.paragraphs?.length && narrativeOf(facts).statements.length === 0)
      return yield skip(RULE, 'skip.table-missing', { kind: 'narrative' });
    const set = tablesOf(facts);
    if (!set) return yield skip(RULE, 'skip.narrative-no-tables');
    const unread: Statement[] = [];
    for (const statement of statementsOf(facts, 'level')) {
      const { subject, figure } = statement;
      const year = yearMeant(statement, set);
      const meaning = subject && year ? meaningIn(facts, set, statement, subject, year) : null;
      if (meaning && slippedUnit(figure, meaning.readings)) continue;
      const relations = (meaning?.readings ?? []).map((reading): NarrativeRelation => ({
        type: 'narrative',
        rule: RULE,
        op: '=',
        left: [said(preciseAs(figure, reading[0]))],
        right: stated(reading),
        ...(meaning?.hint ? { severity: 'info' as const } : {}),
        message: { id: 'rule.narrative-table', data: {} },
      }));
      const choice = choose(relations);
      // Of last year the tables tell the budget, the text perhaps what was spent.
      const spent = year === 'last' && !isCalledBudget(statement);
      // 全年预算数 stands in the tables of final accounts, 年初预算 may have been another.
      const adjusted = year === 'planned' && /年初/.test(figure.text);
      const uncertain = meaning === null || meaning.soft || statement.approximate || spent || adjusted;
      if (choice && (choice.holds || !uncertain)) yield choice.relation;
      else unread.push(statement);
    }
    for (const [sheet, count] of countBySheet(unread)) yield skip(RULE, 'skip.narrative-unread', { count: String(count) }, sheet);
  },
};
