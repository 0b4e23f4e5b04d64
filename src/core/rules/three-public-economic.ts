/** “三公” items against the economic accounts that pay for them. */
import type { AmountRelation, Fact, Facts, Fund, Item, Rule, Table } from '../model';
import { organisationsOf } from './counterpart';
import { indexOf, plus, select } from './select';
import { across, setOf } from './table-sets';

const RULE = 'three-public-economic';

/** Which departmental economic accounts pay for which item (《政府收支分类科目》 account explanations). */
const PAID_BY: readonly { readonly item: Item; readonly codes: readonly string[] }[] = [
  { item: 'abroad', codes: ['30212'] },
  { item: 'reception', codes: ['30217'] },
  { item: 'vehicle-running', codes: ['30231'] },
  { item: 'vehicle-purchase', codes: ['31013', '30913'] },
];

/**
 * “三公”经费与经济科目.
 *
 *     “三公”经费预算表
 *     合计 | 因公出国(境)费 | 公务接待费 | 公务用车购置及运行费 |        |
 *          |                |            | 小计                 | 购置费 | 运行费
 *     0.65 |                | 0.65       |                      |        |
 *
 *     一般公共预算基本支出表（部门预算支出经济分类）
 *     科目编码 | 科目名称       | 合计 | 人员经费 | 公用经费
 *              | 合计           | 0.95 |          | 0.95
 *     302      | 商品和服务支出 | 0.95 |          | 0.95
 *     30217    | 公务接待费     | 0.95 |          | 0.95
 *
 * → 错误：0.65 ＜ 0.95
 */
export const threePublicEconomic: Rule = {
  meta: {
    id: RULE,
    title: '“三公”经费各项不小于对应经济科目（30212、30217、30231、31013＋30913）',
    basis: '“三公”经费口径：一般公共预算安排的因公出国（境）、公务用车购置及运行、公务接待（财预〔2016〕143号）',
    severity: 'error',
  },
  *relations(facts) {
    yield* across(RULE, facts, ['three-public', 'general-basic'], function* (threePublic, basic) {
      const set = setOf(facts, threePublic);
      const project = set?.get('general-project');
      const tables = project ? [basic, project] : [basic];
      const units = organisationsOf(facts, basic).filter((unit) => organisationsOf(facts, threePublic).includes(unit));
      for (const { item, codes } of PAID_BY) {
        for (const scope of [...SCOPES, ...units.map((organisation): Scope => ({ fund: 'general', organisation }))]) {
          yield* ties(facts, { threePublic, tables, complete: project !== undefined }, item, codes, scope);
        }
      }
    });
  },
};

interface Scope {
  /** The column of the “三公” table: the general budget's, or the one that counts the treasury's money together. */
  readonly fund: Fund;
  /** One unit, or the whole department. */
  readonly organisation?: string;
}

const SCOPES: readonly Scope[] = [{ fund: 'general' }, { fund: 'fiscal' }];

interface Told {
  readonly threePublic: Table;
  /** The tables by economic account, and whether they are all of the general budget's expenditure. */
  readonly tables: readonly Table[];
  readonly complete: boolean;
}

function* ties(
  facts: Facts,
  { threePublic, tables, complete }: Told,
  item: Item,
  codes: readonly string[],
  scope: Scope,
): Iterable<AmountRelation> {
  const budget = itemFacts(facts, threePublic, item, scope);
  const paid = tables.flatMap((table) => codes.flatMap((code) => paidBy(facts, table, code, scope.organisation)));
  if (budget.length === 0 || paid.length === 0) return;
  const data = { label: budget[0]?.columnLabel ?? '', codes: codes.join('＋') };
  const base = { type: 'amount', rule: RULE, left: plus(budget), right: plus(paid) } as const;
  yield { ...base, op: '>=', message: { id: 'rule.three-public-at-least', data } };
  // an item above its accounts may be paid elsewhere: worth a look, no more
  if (complete && scope.fund === 'general') yield { ...base, op: '<=', severity: 'info', message: { id: 'rule.three-public-equal', data } };
}

/** This year's figure of one item, of one unit or of the whole department where the table goes by unit. */
function itemFacts(facts: Facts, table: Table, item: Item, { fund, organisation }: Scope): Fact[] {
  const all = (indexOf(facts).byTable.get(table) ?? []).filter(
    (fact) => fact.item === item && fact.year === 'current' && fact.fund === fund && !fact.duplicateTotal && fact.stage === undefined,
  );
  if (organisation !== undefined) return all.filter((fact) => fact.organisation === organisation);
  // the row of the whole department, whatever its line is called, is one that belongs to no unit
  const totals = all.filter((fact) => fact.line === 'grand-total');
  const whole = totals.length > 0 ? totals : all.filter((fact) => fact.organisation === null && isFilled(facts, fact));
  // a row repeated without a name says nothing new
  return whole.length > 0 ? whole.slice(0, 1) : all;
}

/** A heading row without a figure is no total. */
function isFilled(facts: Facts, { row }: Fact): boolean {
  return (indexOf(facts).byRow.get(row) ?? []).some((fact) => fact.value !== null);
}

function paidBy(facts: Facts, table: Table, code: string, organisation: string | undefined): readonly Fact[] {
  const account = { scheme: 'economic-dept', code } as const;
  const unit = organisation === undefined ? {} : { organisation };
  return select(facts, table, { account, nature: table.kind === 'general-basic' ? 'basic' : 'project', ...unit });
}
