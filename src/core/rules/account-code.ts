/** A code that its row's place and the sums contradict. */
import type { Rule } from '../model';

/**
 * 科目编码与所在位置.
 *
 *     20808   抚恤         0.93
 *     2080799 其他优抚支出 0.93
 *
 * → 编码 2080799 应为 2080899
 */
export const accountCode: Rule = {
  meta: {
    id: 'account-code',
    title: '科目编码与其所在的上级科目一致',
    basis: '《政府收支分类科目》：下级科目编码以上级科目编码开头',
    severity: 'warning',
  },
  *relations(facts) {
    for (const label of facts.labels) {
      if (!label.corrected || !label.codeCell) continue;
      yield {
        type: 'label',
        rule: 'account-code',
        left: label,
        right: { ...label, name: label.codeText, nameCell: label.codeCell },
        message: { id: 'rule.account-code', data: { code: label.codeText, corrected: label.account.code } },
      };
    }
  },
};
