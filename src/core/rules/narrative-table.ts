/** Amounts of the narrative against the table figures that they name. */
import { holdsPlainly } from '../judge-narrative';
import type { Facts, NarrativeRelation, Rule, Skipped, TextFigure } from '../model';
import { narrativeOf } from '../narrative';
import {
  allFundsOf,
  choose,
  countBySheet,
  isCalledBudget,
  meaningIn,
  preciseAs,
  said,
  slippedUnit,
  stated,
  statementsOf,
  yearMeant,
} from '../narrative/claims';
import type { Reading } from '../narrative/resolve';
import type { Statement } from '../narrative/statements';
import type { Subject } from '../narrative/subjects';
import type { TableSet } from './table-sets';
import { skip } from './skip';
import { byDepartment, departmentsOf } from '../narrative/departments';

const RULE = 'narrative-table';

/**
 * 说明与表格一致.
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称           | 合计    | 基本支出 | 项目支出
 *              | 合计               | 6870.64 | 1449.13  | 5421.51
 *     208      | 社会保障和就业支出 | 6870.64 | 1449.13  | 5421.51
 *
 *     2024年部门预算情况说明
 *     支出情况
 *     一般公共预算财政拨款支出6870.64万元，其中：基本支出1449.13万元；项目支出5463.1万元。
 *
 * → 错误：5463.1 ≠ 5421.51
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
    if (departmentsOf(facts).length === 0) return yield skip(RULE, 'skip.narrative-no-tables');
    yield* byDepartment(facts, compared);
  },
};

function relationOf(figure: TextFigure, reading: Reading): NarrativeRelation {
  return {
    type: 'narrative',
    rule: RULE,
    op: '=',
    left: [said(preciseAs(figure, reading[0]))],
    right: stated(reading),
    message: { id: 'rule.narrative-table', data: {} },
  };
}

/** Where all money is of one fund the department's own tables state the same amount; where it is not, they speak of more. */
function* alsoAllFunds(
  facts: Facts,
  set: TableSet,
  statement: Statement,
  subject: Subject,
  made: NarrativeRelation,
): Iterable<NarrativeRelation> {
  for (const reading of meaningIn(facts, set, statement, allFundsOf(subject), 'current').readings) {
    const also = relationOf(statement.figure, reading);
    if (reading.length === 1 && reading[0] !== made.right[0]?.fact && holdsPlainly(also)) yield also;
  }
}

function* compared(facts: Facts, set: TableSet): Iterable<NarrativeRelation | Skipped> {
  const unread: Statement[] = [];
  for (const statement of statementsOf(facts, 'level')) {
    const { subject, figure } = statement;
    const year = yearMeant(statement, set);
    const meaning = subject && year ? meaningIn(facts, set, statement, subject, year) : null;
    if (meaning && slippedUnit(figure, meaning.readings)) continue;
    const hint = meaning?.hint ? { severity: 'info' as const } : {};
    const choice = choose((meaning?.readings ?? []).map((reading) => ({ ...relationOf(figure, reading), ...hint })));
    // Of last year the tables tell the budget, the text perhaps what was spent.
    const spent = year === 'last' && !isCalledBudget(statement);
    // 全年预算数 stands in the tables of final accounts, 年初预算 may have been another.
    const adjusted = year === 'planned' && /年初/.test(figure.text);
    const uncertain = meaning === null || meaning.soft || statement.approximate || spent || adjusted;
    if (choice && (choice.holds || !uncertain)) yield choice.relation;
    else unread.push(statement);
    if (choice?.holds && subject?.topic === 'budget' && !subject.path && year === 'current')
      yield* alsoAllFunds(facts, set, statement, subject, choice.relation);
  }
  for (const [sheet, count] of countBySheet(unread)) yield skip(RULE, 'skip.narrative-unread', { count: String(count) }, sheet);
}
