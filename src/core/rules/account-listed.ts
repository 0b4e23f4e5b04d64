/** Accounts are those of the year's classification: an unknown code, or a name that was given up, is worth a look. */
import { BUILT_IN_CATALOGUE, normaliseAccountName } from '../accounts';
import type { CellRelation, Label, Message, Rule } from '../model';
import { codeCell } from './account-rows';

const RULE = 'account-listed';

/**
 * 科目在当年科目表中.
 *
 *     2024年部门支出总表
 *     科目编码 | 科目名称                   | 合计 | 基本支出 | 项目支出
 *              | 合计                       | 5.00 |          | 5.00
 *     208      | 社会保障和就业支出         | 5.00 |          | 5.00
 *     20801    | 人力资源和社会保障管理事务 | 5.00 |          | 5.00
 *     2080177  | 新设的某项支出             | 5.00 |          | 5.00
 *
 * → 提示：2080177 新设的某项支出 ≠
 */
export const accountListed: Rule = {
  meta: {
    id: RULE,
    title: '科目编码在当年《政府收支分类科目》中，名称不是已更改的旧名称',
    basis: '《政府收支分类科目》历年修订；内置科目表并不完整，未收录不等于错误，可载入本级财政的科目表',
    severity: 'info',
  },
  *relations(facts) {
    const { catalogue = BUILT_IN_CATALOGUE } = facts;
    const asked = new Set<string>();
    const unlisted: Label[] = [];
    for (const label of facts.labels) {
      const { account, name, table } = label;
      const key = `${account.scheme} ${account.code} ${normaliseAccountName(name)}`;
      if (asked.has(key) || label.corrected) continue;
      asked.add(key);
      const former = catalogue.formerNameOf(account, name);
      if (former !== null && table.year !== null && former.fromYear <= table.year) {
        const data = { code: account.code, year: String(former.fromYear), former: name, now: former.name };
        yield said([label], false, former.name, { id: 'rule.account-former-name', data });
      } else if (catalogue.nameOf(account, table.year) === null) unlisted.push(label);
      else yield said([label], true, '', { id: 'rule.account-unlisted', data: {} });
    }
    if (unlisted.length === 0) return;
    // the list that comes with the program is not complete: one hint for all of them
    const names = unlisted.map(({ codeText, name }) => `${codeText} ${name}`).join('、');
    yield said(unlisted, false, '', { id: 'rule.account-unlisted', data: { names } });
  },
};

function said(labels: readonly Label[], holds: boolean, expected: string, message: Message): CellRelation {
  return {
    type: 'cell',
    rule: RULE,
    class: 'label',
    holds,
    left: labels.map(codeCell),
    right: [],
    stated: labels.map(({ codeText, name }) => `${codeText} ${name}`).join('、'),
    expected,
    message,
  };
}
