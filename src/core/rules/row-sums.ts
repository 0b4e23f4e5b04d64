/** Within one row, a total column equals the columns it is made of. */
import { BETWEEN_FUNDS, FISCAL_FUNDS, OWN_FUNDS } from '../funds';
import type { AmountRelation, Fact, Fund, Nature, Rule } from '../model';
import { ITEM_PARTS, partsOfItem } from './item-parts';
import { indexOf, mainFund, plus } from './select';

/**
 * 行内合计.
 *
 *     部门支出总表
 *     科目编码 | 科目名称           | 合计  | 基本支出 | 项目支出
 *              | 合计               | 10.00 | 6.00     | 5.00
 *     208      | 社会保障和就业支出 | 10.00 | 6.00     | 5.00
 *
 * → 错误：10.00 ≠ 11.00
 */
export const rowSums: Rule = {
  meta: {
    id: 'row-sums',
    title: '行内合计：合计＝基本支出＋项目支出；＝人员经费＋公用经费；＝各资金来源之和；三公合计＝各项之和',
    basis: '各表表头的列间关系（财预〔2016〕143号所列各表）',
    severity: 'error',
  },
  *relations(facts) {
    for (const row of indexOf(facts).byRow.values()) {
      for (const total of row) {
        const parts = partsOf(total, row);
        if (parts.length >= 2) yield relationOf(total, parts);
      }
    }
  },
};

function relationOf(total: Fact, parts: readonly Fact[]): AmountRelation {
  return {
    type: 'amount',
    rule: 'row-sums',
    op: '=',
    left: plus([total]),
    right: plus(parts),
    message: {
      id: 'rule.row-sums',
      data: { label: total.label, column: total.columnLabel, parts: parts.map((part) => part.columnLabel).join('＋') },
    },
  };
}

/** The columns of the row that together make up the total's; at most one of the three ways applies to a column. */
function partsOf(total: Fact, row: readonly Fact[]): Fact[] {
  if (total.beside) return [];
  const mates = row.filter(
    (fact) => fact !== total && fact.year === total.year && fact.stage === total.stage && fact.flow === total.flow && !fact.beside,
  );
  const byPart = namedParts(
    total,
    mates.filter((fact) => fact.part !== undefined),
  );
  if (total.nature === 'part') return byPart;
  const byItem = itemParts(total, mates);
  if (byItem.length > 0) return byItem;
  const byNature = natureParts(
    total,
    mates.filter((fact) => fact.fund === total.fund && fact.item === total.item),
  );
  if (byNature.length > 0 && byNature.length + byPart.length >= 2) return [...byNature, ...byPart];
  const byFund = fundParts(
    total,
    mates.filter((fact) => fact.nature === total.nature && fact.item === total.item),
  );
  return [...byFund, ...byPart];
}

/** Parts that only their headings name: those one level below the total's own heading. */
function namedParts(total: Fact, parts: readonly Fact[]): Fact[] {
  const above = total.part ?? [];
  const below = parts.filter((fact) => isBelow(fact.part ?? [], above) && (total.part !== undefined || isWithin(fact, total)));
  return below.filter((fact) => !below.some((other) => other !== fact && isBelow(fact.part ?? [], other.part ?? [])));
}

function isWithin(part: Fact, total: Fact): boolean {
  return part.within?.nature === total.nature && part.within.fund === total.fund;
}

function isBelow(path: readonly string[], above: readonly string[]): boolean {
  return path.length > above.length && above.every((heading, i) => path[i] === heading);
}

function itemParts(total: Fact, mates: readonly Fact[]): Fact[] {
  return partsOfItem(total.item, mates).flatMap((item) => {
    const whole = mates.filter((fact) => fact.item === item && fact.fund === total.fund && fact.nature === total.nature);
    if (whole.length > 0) return whole;
    const finer = ITEM_PARTS.get(item) ?? [];
    return mates.filter((fact) => fact.item !== null && finer.includes(fact.item) && fact.fund === total.fund);
  });
}

const OTHER_NATURES: readonly Nature[] = ['business', 'upward', 'subsidy', 'reserve', 'carry-out'];

function natureParts(total: Fact, mates: readonly Fact[]): Fact[] {
  const of = (...natures: readonly Nature[]): Fact[] => mates.filter((fact) => natures.includes(fact.nature));
  if (total.nature === 'basic') return of('staff', 'operating');
  if (total.nature !== 'all') return [];
  const basic = of('basic');
  return [...(basic.length > 0 ? basic : of('staff', 'operating')), ...of('project', ...OTHER_NATURES)];
}

function fundParts(total: Fact, mates: readonly Fact[]): Fact[] {
  const of = (funds: readonly Fund[]): Fact[] => mates.filter((fact) => funds.includes(fact.fund));
  /** The whole when it has a column of its own, its parts otherwise. */
  const either = (whole: Fund, parts: readonly Fund[]): Fact[] => {
    const column = of([whole]);
    return column.length > 0 ? column : of(parts);
  };
  // this year's money and what was carried over, whatever the fund
  if (total.fund === mainFund(total.table)) {
    const byYear = of(['current', 'carry-in']);
    if (byYear.length >= 2) return byYear;
  }
  if (total.fund === 'fiscal') return of(FISCAL_FUNDS);
  if (total.fund === 'own') return of(OWN_FUNDS);
  if (total.fund !== 'all' && total.fund !== 'current') return [];
  const sources = [...either('fiscal', FISCAL_FUNDS), ...of(BETWEEN_FUNDS), ...either('own', OWN_FUNDS)];
  return total.fund === 'current' ? sources : [...sources, ...of(['carry-in', 'balance-use'])];
}
