/** In a table that no other rule understands: rows and columns that total others, learnt from the figures themselves. */
import type { Rule } from '../model';
import { nothingToCheck } from '../nothing';
import { totalsOf } from '../unknown/totals';
import { plus } from './select';
import { skip } from './skip';

const RULE = 'unknown-totals';
/** More places than these are only counted. */
const MOST_NAMED = 6;

/**
 * 认不出的表中，合计行或合计栏在三处以上相等而一处不等.
 *
 *     政府采购预算表
 *     项目 | 合计  | 一般公共预算拨款收入
 *     合计 | 10.00 | 10.00
 *     货物 | 10.00 | 10.00
 *
 *     各季度用款进度情况
 *     项目 | 一季度 | 二季度 | 三季度 | 四季度
 *     甲   | 120.50 | 98.20  | 143.70 | 87.60
 *     乙   | 310.40 | 275.10 | 288.90 | 301.30
 *     合计 | 430.90 | 373.30 | 432.60 | 398.90
 *
 * → 警告：398.90 ≠ 388.90
 */
export const unknownTotals: Rule = {
  meta: {
    id: RULE,
    title: '认不出的表：由数字本身看出的合计行、合计栏（三处以上相等而一处不等）；标明的小计、合计；逐项编号的总额（提示）',
    basis: '表内合计关系由数字推断（Kolb 等，“Learning constraints in spreadsheets and tabular data”，2017）',
    severity: 'warning',
  },
  *relations(facts) {
    // A workbook without a budget is none of our business.
    if (nothingToCheck(facts.tables)) return;
    for (const grid of facts.grids ?? []) {
      const totals = totalsOf(grid);
      if (totals === null) yield skip(RULE, 'skip.unknown-large', { sheet: grid.table.sheet }, grid.table.sheet);
      for (const { total, parts, of, held } of totals ?? []) {
        const named = held.slice(0, MOST_NAMED).join('、');
        yield {
          type: 'amount',
          rule: RULE,
          op: '=',
          left: plus([total]),
          right: plus(parts),
          // numbers before the items are all that says so
          ...(of === 'numbered' ? { severity: 'info' as const } : {}),
          message: { id: `rule.unknown-${of}`, data: { label: total.label, held: named, count: String(held.length) } },
        };
      }
    }
  },
};
