/** 增加 x 万元，增长 y%: the rate against the amounts of the same sentence, or against last year's column. */
import { isZero, shift, subtract, add } from '../amount';
import { UNIT_POWER, type Facts, type NarrativeRelation, type NarrativeTerm, type Rule, type TextFigure } from '../model';
import { choose, precise, said, stated, statementsOf } from '../narrative/claims';
import { pairsOf } from '../narrative/compared';
import type { Statement } from '../narrative/statements';
import type { TableSet } from './table-sets';
import { byDepartment } from '../narrative/departments';

const RULE = 'narrative-growth';

/**
 * 增减幅度.
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称           | 合计    | 基本支出 | 项目支出
 *              | 合计               | 6870.64 | 1449.13  | 5421.51
 *     208      | 社会保障和就业支出 | 6870.64 | 1449.13  | 5421.51
 *
 *     2024年部门预算情况说明
 *     机关运行经费情况
 *     机关运行经费344.56万元，比上年增加1.67万元，增长4.9%。
 *
 * → 错误：4.9 ≠ 0.487
 */
export const narrativeGrowth: Rule = {
  meta: {
    id: RULE,
    title: '预算说明中的增减百分比等于增减额除以上年数',
    basis: '增长率＝增减额÷上年数；上年数为 0 时不应有百分比',
    severity: 'error',
  },
  relations: (all) =>
    byDepartment(all, function* (facts, set) {
      for (const statement of statementsOf(facts, 'growth')) {
        const change = statement.of?.kind === 'change' ? statement.of : null;
        const level = change?.of;
        if (!level) yield* onTables(facts, set, statement);
        if (!change || !level || change.unchanged || [statement, change, level].some(({ approximate }) => approximate)) continue;
        if (isZero(lastYear(level, change))) {
          if (isZero(change.figure.value)) continue;
          yield {
            type: 'wording',
            rule: RULE,
            left: statement.figure,
            right: [],
            expected: '',
            severity: 'info',
            message: { id: 'rule.narrative-zero-base', data: {} },
          };
          continue;
        }
        const [of, by] = [precise(level.figure, change.figure), precise(change.figure, level.figure)];
        const base: NarrativeTerm[] = [said(of), said(by, change.sign === 1 ? -1 : 1)];
        const relation: NarrativeRelation = {
          type: 'narrative',
          rule: RULE,
          op: '=',
          left: [said(statement.figure, statement.sign)],
          right: [said(by, change.sign)],
          base,
          message: { id: 'rule.narrative-growth', data: {} },
        };
        yield relation;
      }
    }),
};

/** 比上年增长9.33% without an amount: this year's and last year's figure of the tables. */
function* onTables(facts: Facts, set: TableSet, statement: Statement): Iterable<NarrativeRelation> {
  const pairs = pairsOf(facts, set, statement).filter(({ last }) => last.value !== null);
  const choice = choose(
    pairs.map(({ now, last }): NarrativeRelation => ({
      type: 'narrative',
      rule: RULE,
      op: '=',
      left: [said(statement.figure, statement.sign)],
      right: [...stated([now]), ...stated([last], -1)],
      base: stated([last]),
      message: { id: 'rule.narrative-growth-tables', data: {} },
    })),
  );
  if (choice && (choice.holds || !(statement.approximate || pairs[0]?.soft))) yield choice.relation;
}

/** Last year's amount in 元, as the sentence has it. */
function lastYear(level: Statement, change: Statement): ReturnType<typeof shift> {
  const yuan = ({ value, unit }: TextFigure): ReturnType<typeof shift> => shift(value, unit === null ? 0 : UNIT_POWER[unit]);
  return change.sign === 1 ? subtract(yuan(level.figure), yuan(change.figure)) : add(yuan(level.figure), yuan(change.figure));
}
