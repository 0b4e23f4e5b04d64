/** A row that states its code in two ways (类, 款 in columns of their own, and whole) states one code. */
import type { Rule } from '../model';
import { codeCell } from './account-rows';

const RULE = 'account-columns';

/**
 * 两处编码一致.
 *
 *     一般公共预算基本支出预算表
 *     类  | 款 | 单位代码 | 单位名称（科目） | 合计  | 人员经费 | 公用经费
 *         |    |          | 合计             | 20.00 | 20.00    |
 *         |    | 139001   | 某某局           | 20.00 | 20.00    |
 *         |    | 301      | 工资福利支出     | 20.00 | 20.00    |
 *     301 | 01 | 30101    | 基本工资         | 12.00 | 12.00    |
 *     301 | 07 | 30117    | 绩效工资         | 8.00  | 8.00     |
 *
 * → 警告：30107 ≠ 30117
 */
export const accountColumns: Rule = {
  meta: {
    id: RULE,
    title: '同一行两处列示的科目编码一致',
    basis: '《政府收支分类科目》：一个科目一个编码',
    severity: 'warning',
  },
  *relations(facts) {
    for (const label of facts.labels) {
      const { again, account, table, name } = label;
      if (!again || label.corrected) continue;
      yield {
        type: 'cell',
        rule: RULE,
        class: 'label',
        holds: again.text === account.code,
        left: [{ ...codeCell(label), text: account.code }],
        right: [{ table, cell: again.cell, text: again.text, label: name }],
        stated: account.code,
        expected: again.text,
        message: { id: 'rule.account-columns', data: { name } },
      };
    }
  },
};
