/** One account carries one name throughout a workbook. */
import { BUILT_IN_CATALOGUE, normaliseAccountName, USER_LIST, type Catalogue } from '../accounts';
import { append } from '../group';
import type { Label, Rule } from '../model';

/**
 * 同一科目名称一致.
 *
 *     部门支出总表
 *     科目编码 | 科目名称       | 合计 | 基本支出 | 项目支出
 *              | 合计           | 5.00 |          | 5.00
 *     2080110  | 劳动关系和维权 | 5.00 |          | 5.00
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称       | 合计 | 基本支出 | 项目支出
 *              | 合计           | 5.00 |          | 5.00
 *     2080110  | 劳动关系的维权 | 5.00 |          | 5.00
 *
 * → 警告：劳动关系和维权 ≠ 劳动关系的维权
 */
export const accountNames: Rule = {
  meta: {
    id: 'account-names',
    title: '同一科目编码在各表中的名称一致',
    basis: '《政府收支分类科目》：一个编码对应一个科目名称',
    severity: 'warning',
  },
  *relations(facts) {
    const { catalogue = BUILT_IN_CATALOGUE } = facts;
    const byCode = new Map<string, Label[]>();
    for (const label of facts.labels) {
      if (label.name === '') continue;
      const key = `${label.account.scheme} ${label.account.code}`;
      append(byCode, key, label);
    }
    for (const labels of byCode.values()) {
      const reference = referenceOf(labels, catalogue);
      for (const label of labels) {
        if (label === reference || renamedBetween(reference, label, catalogue)) continue;
        yield {
          type: 'label',
          rule: 'account-names',
          left: reference,
          right: label,
          message: { id: 'rule.account-names', data: { code: label.codeText } },
        };
      }
    }
  },
};

/** Tables of two years may rightly have two names: each the account's name in its table's year. */
function renamedBetween(a: Label, b: Label, catalogue: Catalogue): boolean {
  if (a.table.year === b.table.year) return false;
  return [a, b].every(({ account, name, table }) => isNameOf(name, catalogue.nameOf(account, table.year)?.name));
}

function isNameOf(name: string, official: string | undefined): boolean {
  return official !== undefined && normaliseAccountName(official) === normaliseAccountName(name);
}

/**
 * The writing that the bureau's own list has; without one the writing that most places use, on a tie the one that the catalogue has
 * for the year, else the first.
 */
function referenceOf(labels: readonly Label[], catalogue: Catalogue): Label {
  const votes = new Map<string, number>();
  for (const label of labels) {
    const name = normaliseAccountName(label.name);
    votes.set(name, (votes.get(name) ?? 0) + 1);
  }
  const first = labels[0] as Label;
  const weight = (label: Label): number => {
    const official = catalogue.nameOf(label.account, label.table.year);
    const known = isNameOf(label.name, official?.name);
    const asked = known && official?.evidence === USER_LIST ? labels.length * 2 : 0;
    return asked + (votes.get(normaliseAccountName(label.name)) ?? 0) * 2 + (known ? 1 : 0);
  };
  return labels.reduce((best, label) => (weight(label) > weight(best) ? label : best), first);
}
