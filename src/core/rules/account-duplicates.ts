/** One account stands once in a table (once for each unit, where the table goes by unit). */
import type { CellRelation, Row, Rule, StatedCell, Table } from '../model';
import { normaliseAccountName } from '../accounts';
import { ACCOUNT_TABLES, rowsOf } from './account-rows';

const RULE = 'account-duplicates';

/**
 * 科目编码不重复.
 *
 *     部门支出总表
 *     科目编码 | 科目名称                   | 合计  | 基本支出 | 项目支出
 *              | 合计                       | 15.00 | 15.00    |
 *     208      | 社会保障和就业支出         | 15.00 | 15.00    |
 *     20801    | 人力资源和社会保障管理事务 | 15.00 | 15.00    |
 *     2080101  | 行政运行                   | 10.00 | 10.00    |
 *     2080101  | 一般行政管理事务           | 5.00  | 5.00     |
 *
 * → 警告：2080101 一般行政管理事务 ≠ 2080101 行政运行
 */
export const accountDuplicates: Rule = {
  meta: {
    id: RULE,
    title: '同一张表（同一单位）中科目编码不重复',
    basis: '《政府收支分类科目》：一个科目一个编码',
    severity: 'warning',
  },
  *relations(facts) {
    for (const table of facts.tables) {
      if (!ACCOUNT_TABLES.includes(table.kind) || table.template) continue;
      const seen = new Map<string, Row>();
      for (const row of rowsOf(table)) {
        if (row.line !== 'account' || !row.account || !row.codeText || !row.nameCell) continue;
        const key = `${row.organisation ?? ''} ${row.account.scheme} ${row.account.code} ${row.otherCode ?? ''}`;
        const first = seen.get(key);
        if (first) yield duplicate(table, first, row);
        else seen.set(key, row);
      }
    }
  },
};

/** Under another name a code is wrong; under the same name a unit's heading may have been left out: worth a look. */
function duplicate(table: Table, first: Row, again: Row): CellRelation {
  const [name, other] = [first, again].map((row) => normaliseAccountName(row.nameText ?? ''));
  return {
    type: 'cell',
    rule: RULE,
    class: 'label',
    holds: false,
    left: cellOf(table, again),
    right: cellOf(table, first),
    stated: `${again.codeText ?? ''} ${again.nameText ?? ''}`.trim(),
    expected: `${first.codeText ?? ''} ${first.nameText ?? ''}`.trim(),
    ...(name === other ? { severity: 'info' as const } : {}),
    message: { id: 'rule.account-duplicates', data: { code: again.account?.code ?? '' } },
  };
}

function cellOf(table: Table, { codeCell, nameCell, codeText, nameText }: Row): readonly StatedCell[] {
  const cell = codeCell ?? nameCell;
  return cell ? [{ table, cell, text: codeText ?? '', label: `${codeText ?? ''} ${nameText ?? ''}`.trim() }] : [];
}
