/** One account carries one name throughout a workbook. */
import { nameOf, normaliseAccountName } from '../accounts';
import type { Label, Rule } from '../model';

/**
 * 同一科目名称一致.
 *
 *     表三 2080110 劳动关系和维权
 *     表五 2080110 劳动关系的维权
 *
 * → 同一科目两种名称
 */
export const accountNames: Rule = {
  meta: {
    id: 'account-names',
    title: '同一科目编码在各表中的名称一致',
    basis: '《政府收支分类科目》：一个编码对应一个科目名称',
    severity: 'warning',
  },
  *relations(facts) {
    const byCode = new Map<string, Label[]>();
    for (const label of facts.labels) {
      if (label.name === '') continue;
      const key = `${label.account.scheme} ${label.account.code}`;
      const list = byCode.get(key);
      if (list) list.push(label);
      else byCode.set(key, [label]);
    }
    for (const labels of byCode.values()) {
      const reference = referenceOf(labels);
      for (const label of labels) {
        if (label === reference) continue;
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

/** The writing that most places use; on a tie the one that the catalogue knows, else the first. */
function referenceOf(labels: readonly Label[]): Label {
  const votes = new Map<string, number>();
  for (const label of labels) {
    const name = normaliseAccountName(label.name);
    votes.set(name, (votes.get(name) ?? 0) + 1);
  }
  const first = labels[0] as Label;
  const official = nameOf(first.account)?.name;
  const weight = (label: Label): number => {
    const name = normaliseAccountName(label.name);
    return (votes.get(name) ?? 0) * 2 + (official !== undefined && normaliseAccountName(official) === name ? 1 : 0);
  };
  return labels.reduce((best, label) => (weight(label) > weight(best) ? label : best), first);
}
