/** A code has the digits of its classification. Only rows whose name is an account's: unit and project numbers are none. */
import { BUILT_IN_CATALOGUE, isWellFormed, type Catalogue } from '../accounts';
import { compact, stripOrdinal } from '../recognise/text';
import type { Row, Rule, Table } from '../model';
import { ACCOUNT_TABLES, rowsOf } from './account-rows';

const RULE = 'account-shape';

/**
 * 科目编码位数.
 *
 *     2024年部门支出总表
 *     科目编码 | 科目名称                         | 合计   | 基本支出 | 项目支出
 *              | 合计                             | 137.49 | 137.49   |
 *     2080101  | 行政运行                         | 30.00  | 30.00    |
 *     208050   | 机关事业单位基本养老保险缴费支出 | 107.49 | 107.49   |
 *
 * → 警告：208050 ≠ 2080505
 */
export const accountShape: Rule = {
  meta: {
    id: RULE,
    title: '科目编码位数正确（功能分类 3、5、7 位，经济分类 3、5 位）',
    basis: '《政府收支分类科目》编码规则',
    severity: 'warning',
  },
  *relations(facts) {
    const { catalogue = BUILT_IN_CATALOGUE } = facts;
    for (const table of facts.tables) {
      if (!ACCOUNT_TABLES.includes(table.kind) || table.template) continue;
      for (const row of rowsOf(table)) {
        const code = malformed(row);
        const cell = row.codeCell ?? row.nameCell;
        const expected = code === null ? null : codeOf(table, row, catalogue);
        if (code === null || !cell || expected === null) continue;
        yield {
          type: 'cell',
          rule: RULE,
          class: 'label',
          holds: false,
          left: [{ table, cell, text: row.codeText ?? '', label: row.nameText ?? '' }],
          right: [],
          stated: code,
          expected,
          message: { id: 'rule.account-shape', data: { code, name: row.nameText ?? '', expected } },
        };
      }
    }
  },
};

/** The digits of a code that no classification has. */
function malformed(row: Row): string | null {
  const digits = compact(row.codeText ?? '').replace(/[.\-_]/g, '');
  if (!/^[235]\d*$/.test(digits) || row.line === 'organisation' || row.line === 'project' || row.correctedAccount) return null;
  const schemes = ['functional', 'economic-dept', 'economic-gov'] as const;
  return schemes.some((scheme) => isWellFormed({ scheme, code: digits })) ? null : digits;
}

/** What the name says the code should be: only a name that means one account is proof enough. */
function codeOf({ year }: Table, row: Row, catalogue: Catalogue): string | null {
  return row.nameText === null ? null : catalogue.functionalByName(stripOrdinal(compact(row.nameText)), year);
}
