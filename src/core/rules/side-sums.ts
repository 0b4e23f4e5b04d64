/** Within one side of a summary table, every heading line equals the lines below it. */
import type { AmountRelation, Facts, Rule, Table } from '../model';
import { tableRollUps } from './roll-up';
import { currentExpenditure, indexOf, isTwoSided, mainFund, plus } from './select';

/**
 * 收支总表各侧合计.
 *
 *     部门收支总表
 *     收入                 | 预算数 | 支出               | 预算数
 *     一般公共预算拨款收入 | 90.00  | 社会保障和就业支出 | 101.00
 *     事业收入             | 10.00  |                    |
 *     收入总计             | 101.00 | 支出总计           | 101.00
 *
 * → 错误：101.00 ≠ 100.00
 */
export const sideSums: Rule = {
  meta: {
    id: 'side-sums',
    title: '收支总表：总计＝本年合计＋结转，本年合计＝各项之和',
    basis: '部门预算收支总表、财政拨款收支总表表内关系（财预〔2016〕143号所列各表）',
    severity: 'error',
  },
  *relations(facts) {
    for (const table of facts.tables) {
      if (table.kind !== 'dept-summary' && table.kind !== 'fiscal-summary' && !isTwoSided(table)) continue;
      yield* tableRollUps('side-sums', 'rule.side-sums', facts, table);
      yield* byPurpose(facts, table);
    }
  },
};

/** 支出用途 beside the list of 类: 基本支出＋项目支出＋… is this year's expenditure once more. */
function* byPurpose(facts: Facts, table: Table): Iterable<AmountRelation> {
  const fund = mainFund(table);
  const purposes = (indexOf(facts).byLine.get(table)?.get('purpose') ?? []).filter(
    (fact) =>
      fact.parent === null &&
      fact.fund === fund &&
      fact.year === 'current' &&
      fact.stage === undefined &&
      fact.part === undefined &&
      fact.nature !== 'staff' &&
      fact.nature !== 'operating',
  );
  const total = currentExpenditure(facts, table, fund === undefined ? {} : { fund });
  const whole = ['basic', 'project'].every((nature) => purposes.some((fact) => fact.nature === nature));
  if (!whole || total.length === 0 || table.unread.length > 0) return;
  yield {
    type: 'amount',
    rule: 'side-sums',
    op: '=',
    left: total,
    right: plus(purposes),
    message: { id: 'rule.side-sums', data: { label: total[0]?.fact.label ?? '', count: String(purposes.length) } },
  };
}
