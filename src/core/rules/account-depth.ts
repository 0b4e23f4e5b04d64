/** Tables by account go down to the level that has to be published: functional accounts to 项, economic ones to 款. */
import type { AccountScheme, Label, Rule } from '../model';
import { ACCOUNT_TABLES, codeCell, labelsByTable, LEVELS } from './account-rows';

const RULE = 'account-depth';
const NAMES: Readonly<Record<AccountScheme, string>> = { functional: '项', 'economic-dept': '款', 'economic-gov': '款' };

/**
 * 公开到项级、款级.
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称                   | 合计  | 基本支出 | 项目支出
 *              | 合计                       | 10.00 | 10.00    |
 *     208      | 社会保障和就业支出         | 10.00 | 10.00    |
 *     20801    | 人力资源和社会保障管理事务 | 10.00 | 10.00    |
 *
 * → 提示：20801 ≠ 项
 */
export const accountDepth: Rule = {
  meta: {
    id: RULE,
    title: '功能分类列至项级，经济分类列至款级',
    basis: '《中华人民共和国预算法实施条例》第六条：部门预算、决算支出按功能分类公开到项，基本支出按经济性质分类公开到款',
    severity: 'info',
  },
  *relations(facts) {
    for (const [table, labels] of labelsByTable(facts)) {
      // what a cut table lacks may be on the page that is not there
      if (!ACCOUNT_TABLES.includes(table.kind) || table.incomplete) continue;
      const deepest = labels.reduce<Label | null>(
        (best, label) => (best && best.account.code.length >= label.account.code.length ? best : label),
        null,
      );
      if (!deepest) continue;
      const { scheme, code } = deepest.account;
      const wanted = LEVELS[scheme][LEVELS[scheme].length - 1] ?? 0;
      yield {
        type: 'cell',
        rule: RULE,
        class: 'label',
        holds: code.length >= wanted,
        left: [codeCell(deepest)],
        right: [],
        stated: deepest.codeText,
        expected: NAMES[scheme],
        message: { id: 'rule.account-depth', data: { title: table.title, level: NAMES[scheme] } },
      };
    }
  },
};
