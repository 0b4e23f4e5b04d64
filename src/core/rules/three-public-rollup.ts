/** “三公” tables whose items or units stand in rows: totals down the rows. */
import { groupBy } from '../group';
import type { AmountRelation, Fact, Facts, Item, Rule, Table } from '../model';
import { ITEM_PARTS, partsOfItem } from './item-parts';
import { rollUps } from './roll-up';
import { indexOf, measureKey, plus } from './select';

const RULE = 'three-public-rollup';
/**
 * “三公”各行合计.
 *
 *     “三公”经费预算表
 *     项目                     | 预算数
 *     合计                     | 3.65
 *     一、因公出国（境）费     |
 *     二、公务用车购置及运行费 | 3.00
 *     三、公务接待费           | 0.56
 *
 * → 错误：3.65 ≠ 3.56
 */
export const threePublicRollup: Rule = {
  meta: {
    id: RULE,
    title: '“三公”经费：各行之和＝合计（按项目、按单位）',
    basis: '“三公”经费＝因公出国（境）＋公务用车购置及运行＋公务接待（财预〔2016〕143号）',
    severity: 'error',
  },
  *relations(facts) {
    yield* rollUps(
      RULE,
      'rule.rollup',
      facts,
      ['three-public'],
      (total) => total.item === null || total.line !== 'item' || !itemsInRows(facts, total.table),
    );
    for (const table of facts.tables) if (table.kind === 'three-public') yield* byItem(facts, table);
  },
};

/** Items stand in rows when one column holds several of them. */
function itemsInRows(facts: Facts, table: Table): boolean {
  const byColumn = new Map<number, Set<Item>>();
  for (const fact of indexOf(facts).byTable.get(table) ?? []) {
    if (fact.item === null) continue;
    const items = byColumn.get(fact.cell.column) ?? new Set();
    byColumn.set(fact.cell.column, items.add(fact.item));
  }
  return [...byColumn.values()].some((items) => items.size > 1);
}

function* byItem(facts: Facts, table: Table): Iterable<AmountRelation> {
  if (!itemsInRows(facts, table)) return;
  const all = (indexOf(facts).byTable.get(table) ?? []).filter((fact) => fact.item !== null && !fact.duplicateTotal && !fact.beside);
  const column = (fact: Fact): string => `${measureKey({ ...fact, item: null })}|${fact.organisation ?? ''}|${fact.stage ?? ''}`;
  const groups = groupBy(all, column);
  for (const group of groups.values()) {
    const of = (item: Item): Fact[] => group.filter((fact) => fact.item === item);
    for (const whole of ITEM_PARTS.keys()) {
      const [total, ...more] = of(whole);
      const parts = partsOfItem(whole, group);
      const found = parts.map((item) => (of(item).length > 0 ? of(item) : (ITEM_PARTS.get(item) ?? []).flatMap(of)));
      // every part must be listed once, or the sum is of some of them
      if (!total || more.length > 0 || found.length === 0 || found.some((part) => part.length === 0)) continue;
      yield {
        type: 'amount',
        rule: RULE,
        op: '=',
        left: plus([total]),
        right: plus(found.flat()),
        message: { id: 'rule.rollup', data: { label: total.label, column: total.columnLabel, count: String(found.flat().length) } },
      };
    }
  }
}
