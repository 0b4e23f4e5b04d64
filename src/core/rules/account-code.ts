/** A code that its row's place and the sums contradict. */
import type { Rule } from '../model';

/**
 * 科目编码与所在位置.
 *
 *     2024年一般公共预算支出表
 *     科目编码 | 科目名称                         | 合计  | 基本支出 | 项目支出
 *              | 合计                             | 12.40 | 12.40    |
 *     208      | 社会保障和就业支出               | 12.40 | 12.40    |
 *     20805    | 行政事业单位养老支出             | 11.47 | 11.47    |
 *     2080505  | 机关事业单位基本养老保险缴费支出 | 11.47 | 11.47    |
 *     20808    | 抚恤                             | 0.93  | 0.93     |
 *     2080799  | 其他优抚支出                     | 0.93  | 0.93     |
 *
 * → 警告：其他优抚支出 ≠ 2080799
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
