/** Accounts are those of the year's classification: an unknown code among known ones, or a name that was given up, is worth a look. */
import { BUILT_IN_CATALOGUE, normaliseAccountName, type Catalogue } from '../accounts';
import type { Account, CellRelation, Label, Message, Rule } from '../model';
import { codeCell, LEVELS } from './account-rows';
import { skip } from './skip';

const RULE = 'account-listed';
/** So many accounts listed beside one another make a list in which a further one is missed. */
const SEVERAL = 4;
/** More accounts than these are only counted. */
const MOST_NAMED = 3;

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
    const isKnown = knownNeighbours(catalogue);
    const asked = new Set<string>();
    const unlisted: Label[] = [];
    const beyond: Label[] = [];
    for (const label of facts.labels) {
      const { account, name, table } = label;
      const key = `${account.scheme} ${account.code} ${normaliseAccountName(name)}`;
      if (asked.has(key) || label.corrected) continue;
      asked.add(key);
      const former = catalogue.formerNameOf(account, name);
      if (former !== null && table.year !== null && former.fromYear <= table.year) {
        const data = { code: account.code, year: String(former.fromYear), former: name, now: former.name };
        yield said([label], false, former.name, { id: 'rule.account-former-name', data });
      } else if (catalogue.nameOf(account, table.year) === null) (isKnown(account) ? unlisted : beyond).push(label);
      else yield said([label], true, '', { id: 'rule.account-unlisted', data: {} });
    }
    if (beyond.length > 0) {
      const named = `${namesOf(beyond.slice(0, MOST_NAMED))}${beyond.length > MOST_NAMED ? '…' : ''}`;
      yield skip(RULE, 'skip.accounts-beyond-list', { count: String(beyond.length), names: named });
    }
    // the list that comes with the program is not complete: one hint for all of them
    if (unlisted.length > 0) yield said(unlisted, false, '', { id: 'rule.account-unlisted', data: { names: namesOf(unlisted) } });
  },
};

const namesOf = (labels: readonly Label[]): string => labels.map(({ codeText, name }) => `${codeText} ${name}`).join('、');

/** Whether the catalogue, with what the bureau loaded, lists the accounts beside one: several of the same 款 or 类. */
function knownNeighbours({ entries }: Catalogue): (account: Account) => boolean {
  const listed = new Map<string, Set<string>>();
  for (const entry of entries) {
    const key = keyAbove(entry);
    listed.set(key, (listed.get(key) ?? new Set()).add(entry.code));
  }
  return (account) => (listed.get(keyAbove(account))?.size ?? 0) >= SEVERAL;
}

/** The account above, and how deep its parts lie. */
function keyAbove({ scheme, code }: Account): string {
  const above = LEVELS[scheme].filter((length) => length < code.length);
  return `${scheme} ${code.slice(0, above[above.length - 1] ?? 0)} ${code.length}`;
}

function said(labels: readonly Label[], holds: boolean, expected: string, message: Message): CellRelation {
  return {
    type: 'cell',
    rule: RULE,
    class: 'label',
    holds,
    left: labels.map(codeCell),
    right: [],
    stated: namesOf(labels),
    expected,
    message,
  };
}
