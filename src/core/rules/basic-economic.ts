/** Basic expenditure: the functional table, the departmental and the government economic tables tell one figure. */
import type { Rule } from '../model';
import { economicTies } from './economic-map';
import { across, plus, select } from './select';

/**
 * 基本支出＝基本支出表.
 *
 *     一般公共预算支出表 合计 基本支出 1,449.13
 *     基本支出表（部门经济分类） 合计   1,449.31
 *
 * → 基本支出合计不一致
 */
export const basicEconomic: Rule = {
  meta: {
    id: 'basic-economic',
    title: '一般公共预算基本支出＝基本支出表（部门经济分类＝政府经济分类）',
    basis: '财预〔2017〕98号（部门预算与政府预算支出经济分类对应关系）；财预〔2016〕143号',
    severity: 'error',
  },
  *relations(facts) {
    for (const kind of ['general-basic', 'general-basic-gov'] as const) {
      yield* across('basic-economic', facts, ['general-expenditure', kind], function* (general, basic) {
        const left = select(facts, general, { line: 'grand-total', nature: 'basic' });
        const right = select(facts, basic, { line: 'grand-total', nature: 'basic' });
        if (left.length > 0 && right.length > 0) {
          yield {
            type: 'amount',
            rule: 'basic-economic',
            op: '=',
            left: plus(left),
            right: plus(right),
            message: { id: 'rule.tables-agree', data: { label: left[0]?.columnLabel ?? '' } },
          };
        }
      });
    }
    yield* across('basic-economic', facts, ['general-basic', 'general-basic-gov'], (dept, gov) =>
      economicTies('basic-economic', facts, dept, gov, 'basic'),
    );
  },
};
