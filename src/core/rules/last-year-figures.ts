/** The 上年 columns of the tables against last year's own workbook, where one is given. */
import { statedLastYear } from '../counterparts';
import type { Rule } from '../model';
import { plus } from './select';
import { skip } from './skip';

const RULE = 'last-year-figures';

/**
 * 上年数与上年工作簿.
 *
 *     2024年一般公共预算支出表
 *     科目编码 | 科目名称 | 2023年预算数 | 2024年预算数 |          |
 *              |          |              | 合计         | 基本支出 | 项目支出
 *              | 合计     | 830.20       | 900.00       | 900.00   |
 *     2080101  | 行政运行 | 830.20       | 900.00       | 900.00   |
 *
 *     上年：2023年一般公共预算支出表
 *     科目编码 | 科目名称 | 合计   | 基本支出 | 项目支出
 *              | 合计     | 803.20 | 803.20   |
 *     2080101  | 行政运行 | 803.20 | 803.20   |
 *
 * → 警告：830.20 ≠ 803.20
 */
export const lastYearFigures: Rule = {
  meta: {
    id: RULE,
    title: '表中上年数与上年工作簿所列的数一致（给出上年工作簿时）',
    basis: '财预〔2016〕143号：公开预算收支的增减变化；上年数应取自上年批复、公开的预算（决算）',
    severity: 'warning',
  },
  *relations(facts) {
    if (!facts.lastYear) return;
    let made = 0;
    const alone = new Map<string, number>();
    // A column that nobody filled in states nothing.
    const filled = new Set(facts.facts.flatMap(({ year, value, table }) => (year === 'last' && value !== null ? [table] : [])));
    for (const fact of facts.facts) {
      if (!filled.has(fact.table)) continue;
      if (fact.year !== 'last' || fact.duplicateTotal || fact.part !== undefined) continue;
      const before = statedLastYear(facts, fact);
      if (!before) {
        if (fact.value !== null) alone.set(fact.table.sheet, (alone.get(fact.table.sheet) ?? 0) + 1);
        continue;
      }
      made += 1;
      yield {
        type: 'amount',
        rule: RULE,
        op: '=',
        left: plus([fact]),
        right: plus([before]),
        message: { id: 'rule.last-year-figures', data: { label: fact.label } },
      };
    }
    for (const [sheet, count] of alone) yield skip(RULE, 'skip.last-year-alone', { count: String(count) }, sheet);
    if (made === 0 && alone.size === 0) yield skip(RULE, 'skip.last-year-none');
  },
};
