/** Final accounts that print 预算数 beside 决算数: what was spent on “三公” stays within its budget. */
import type { Rule } from '../model';
import { indexOf, measureKey, plus } from './select';

const RULE = 'final-budget';

/**
 * “三公”决算不超预算.
 *
 *     财政拨款“三公”经费支出决算表
 *     合计   |        | 因公出国(境)费 |        | 公务用车购置及运行费 |        | 公务接待费 |
 *     预算数 | 决算数 | 预算数         | 决算数 | 预算数               | 决算数 | 预算数     | 决算数
 *     0.95   | 1.05   |                |        |                      |        | 0.95       | 1.05
 *
 * → 提示：1.05 ＞ 0.95
 */
export const finalBudget: Rule = {
  meta: {
    id: RULE,
    title: '“三公”经费决算数不大于预算数',
    basis: '《党政机关厉行节约反对浪费条例》：“三公”经费只减不增，严格执行预算',
    severity: 'info',
  },
  *relations(facts) {
    for (const table of indexOf(facts).tables.get('three-public') ?? []) {
      for (const spent of indexOf(facts).byTable.get(table) ?? []) {
        if (spent.stage !== undefined || spent.item === null) continue;
        const budget = indexOf(facts)
          .byRow.get(spent.row)
          ?.find((fact) => fact.stage === 'budget' && measureKey({ ...fact, stage: undefined }) === measureKey(spent));
        if (!budget) continue;
        yield {
          type: 'amount',
          rule: RULE,
          op: '<=',
          left: plus([spent]),
          right: plus([budget]),
          message: { id: 'rule.final-budget', data: { label: spent.label, column: spent.columnLabel } },
        };
      }
    }
  },
};
