/** A row that states its code in two ways (类, 款 in columns of their own, and whole) states one code. */
import type { Rule } from '../model';
import { codeCell } from './account-rows';

const RULE = 'account-columns';

/**
 * 两处编码一致.
 *
 *     类 301 款 07 | 30170 | 绩效工资 10.00
 *
 * → 编码 30107 与 30170 不一致
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
