/** Two writings of one name → held or a finding. */
import { normaliseAccountName } from './accounts';
import { hash, place } from './finding-parts';
import type { Finding, FindingCell, LabelRelation, Rule } from './model';

export function judgeLabel(relation: LabelRelation, rule: Rule): Finding | 'held' {
  const { left, right } = relation;
  if (normaliseAccountName(left.name) === normaliseAccountName(right.name)) return 'held';
  const cell = (label: typeof left, side: FindingCell['side']): FindingCell => ({
    cell: label.nameCell,
    value: label.name,
    nil: false,
    side,
    sign: 1,
    unit: null,
    label: `${label.codeText} ${label.name}`,
  });
  const cells = [cell(left, 'left'), cell(right, 'right')];
  return {
    id: hash(relation.rule, cells),
    rule: relation.rule,
    class: 'label',
    severity: relation.severity ?? rule.meta.severity,
    message: {
      id: relation.message.id,
      data: {
        ...relation.message.data,
        left: left.name,
        right: right.name,
        leftPlace: place(cells, 'left'),
        rightPlace: place(cells, 'right'),
      },
    },
    cells,
    left: left.name,
    right: right.name,
    difference: '',
    op: '=',
    relation,
  };
}
