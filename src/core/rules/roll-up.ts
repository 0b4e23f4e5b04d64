/** The shape that every roll-up shares: a row equals the sum of the rows that are its parts, column by column. */
import type { AmountRelation, Fact, Facts, Table, TableKind } from '../model';
import { indexOf, measureKey, plus } from './select';

/**
 * One relation for every row with parts and every amount column; a nameless repetition of the total row must equal it.
 * `wanted` narrows by the row that is the total.
 */
export function* rollUps(
  rule: string,
  message: string,
  facts: Facts,
  kinds: readonly TableKind[],
  wanted: (total: Fact) => boolean = () => true,
): Iterable<AmountRelation> {
  for (const table of facts.tables) {
    if (kinds.includes(table.kind)) yield* tableRollUps(rule, message, facts, table, wanted);
  }
}

/** The same column of a row that is a part. 基本支出 as a row adds up accounts whose column says nothing of 基本支出. */
function isPart(fact: Fact, total: Fact): boolean {
  if (fact.duplicateTotal) return false;
  const byRow = fact.line === 'purpose' || total.line === 'purpose';
  // beside columns of 人员经费 and 公用经费 the row 人员经费合计 has a figure in each
  if (byRow && fact.columnLabel !== total.columnLabel) return false;
  const nature = byRow ? total.nature : fact.nature;
  // 货物, 工程, 服务 are rows, and parts of a total that is none of them
  const item = fact.table.kind === 'procurement' ? total.item : fact.item;
  const isSame = nature === fact.nature && item === fact.item;
  return measureKey(isSame ? fact : { ...fact, nature, item }) === measureKey(total);
}

/** The same for one table. */
export function* tableRollUps(
  rule: string,
  message: string,
  facts: Facts,
  table: Table,
  wanted: (total: Fact) => boolean = () => true,
): Iterable<AmountRelation> {
  const index = indexOf(facts);
  const tableFacts = index.byTable.get(table) ?? [];
  for (const total of tableFacts) {
    // What stands beside the total (其中 …) need not be filled in at every level.
    if (!wanted(total) || (total.beside && total.value === null)) continue;
    const parts = (index.children.get(total.row) ?? []).flatMap((row) =>
      (index.byRow.get(row) ?? []).filter((fact) => isPart(fact, total)),
    );
    if (parts.length > 0) {
      yield {
        type: 'amount',
        rule,
        op: '=',
        left: plus([total]),
        right: plus(parts),
        message: { id: message, data: { label: total.label, column: total.columnLabel, count: String(parts.length) } },
      };
    }
    if (total.duplicateTotal) {
      const alike = tableFacts.filter(
        (fact) => fact.line === total.line && !fact.duplicateTotal && fact.side === total.side && measureKey(fact) === measureKey(total),
      );
      // 结余分配 and 年末结转和结余 are two lines of one sort: each is repeated by its own name
      const named = alike.length > 1 ? alike.find((fact) => fact.label === total.label) : alike[0];
      if (named) {
        yield {
          type: 'amount',
          rule,
          op: '=',
          left: plus([named]),
          right: plus([total]),
          message: { id: 'rule.repeated-total', data: { label: named.label, column: named.columnLabel } },
        };
      }
    }
  }
}
