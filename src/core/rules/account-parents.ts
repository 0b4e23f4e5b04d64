/** A table that lists 类 and 款 has the parent of every account that it lists. */
import type { Label, Rule } from '../model';
import { codeCell, labelsByTable, LEVELS } from './account-rows';

const RULE = 'account-parents';

/**
 * 上级科目在表中.
 *
 *     部门支出总表
 *     科目编码 | 科目名称                   | 合计  | 基本支出 | 项目支出
 *              | 合计                       | 15.00 | 15.00    |
 *     208      | 社会保障和就业支出         | 10.00 | 10.00    |
 *     20801    | 人力资源和社会保障管理事务 | 10.00 | 10.00    |
 *     2080101  | 行政运行                   | 10.00 | 10.00    |
 *     2100101  | 行政运行                   | 5.00  | 5.00     |
 *
 * → 提示：2100101 ≠ 21001
 */
export const accountParents: Rule = {
  meta: {
    id: RULE,
    title: '列示类、款的表中，下级科目的上级科目齐全',
    basis:
      '《政府收支分类科目》的类、款、项层级；支出按功能分类公开到项，基本支出按经济分类公开到款（《中华人民共和国预算法实施条例》第六条）',
    severity: 'info',
  },
  *relations(facts) {
    for (const labels of labelsByTable(facts).values()) {
      const codes = new Map(labels.map((label) => [`${label.account.scheme} ${label.account.code}`, label]));
      const listed = new Set(labels.map(({ account }) => `${account.scheme} ${account.code.length}`));
      for (const label of labels) {
        const parent = parentCode(label, listed);
        if (parent === null || label.corrected) continue;
        const found = codes.get(`${label.account.scheme} ${parent}`);
        yield {
          type: 'cell',
          rule: RULE,
          class: 'label',
          holds: found !== undefined,
          left: [codeCell(label)],
          right: found ? [codeCell(found)] : [],
          stated: label.codeText,
          expected: parent,
          message: { id: 'rule.account-parents', data: { code: label.account.code, name: label.name, parent } },
        };
      }
    }
  },
};

/** The nearest level above that the table lists at all (`listed` holds scheme and length); `null` when it lists none: a table of leaves lacks nothing. */
function parentCode({ account: { scheme, code } }: Label, listed: ReadonlySet<string>): string | null {
  const above = LEVELS[scheme].filter((length) => length < code.length && listed.has(`${scheme} ${length}`));
  const length = above[above.length - 1];
  return length === undefined ? null : code.slice(0, length);
}
