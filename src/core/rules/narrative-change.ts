/** 比上年增加、减少: against this year's and last year's figure of a table. */
import type { NarrativeRelation, Rule } from '../model';
import { choose, countBySheet, preciseAs, said, stated, statementsOf } from '../narrative/claims';
import { pairsOf, type Pair } from '../narrative/compared';
import type { Statement } from '../narrative/statements';
import { skip } from './skip';
import { byDepartment } from '../narrative/departments';

const RULE = 'narrative-change';

/**
 * 比上年增减与表中上年数一致.
 *
 *     “三公”经费支出预算表
 *     2023年预算数 |                |                      |        |        |            | 2024年预算数 |                |                      |        |        |
 *     合计         | 因公出国(境)费 | 公务用车购置及运行费 |        |        | 公务接待费 | 合计         | 因公出国(境)费 | 公务用车购置及运行费 |        |        | 公务接待费
 *                  |                | 小计                 | 购置费 | 运行费 |            |              |                | 小计                 | 购置费 | 运行费 |
 *     32.30        |                | 12.00                |        | 12.00  | 20.30      | 23.00        |                | 11.00                |        | 11.00  | 12.00
 *
 *     2024年部门预算情况说明
 *     “三公”经费情况说明
 *     2024年“三公”经费预算23万元，比2023年减少10.8万元。
 *
 * → 错误：-10.8 ≠ -9.30
 */
export const narrativeChange: Rule = {
  meta: {
    id: RULE,
    title: '预算说明中比上年增减的金额等于表中本年数减上年数',
    basis: '财预〔2016〕143号：说明预算收支增减变化情况；表中（或上年工作簿中）有上年数的才核对',
    severity: 'error',
  },
  relations: (all) =>
    byDepartment(all, function* (facts, set) {
      const unchecked: Statement[] = [];
      for (const statement of statementsOf(facts, 'change')) {
        const pairs = pairsOf(facts, set, statement);
        const choice = choose(pairs.map((pair) => relationOf(statement, pair)));
        if (choice && (choice.holds || !(statement.approximate || pairs[0]?.soft))) yield choice.relation;
        else unchecked.push(statement);
      }
      for (const [sheet, count] of countBySheet(unchecked))
        yield skip(RULE, 'skip.narrative-no-last-year', { count: String(count) }, sheet);
    }),
};

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
