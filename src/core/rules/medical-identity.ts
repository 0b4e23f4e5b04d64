/** Medical insurance: what the functional accounts pay is what the economic accounts spend. A hint only: provinces differ. */
import type { AmountRelation, Facts, Rule, Skipped, Table } from '../model';
import { counterpart, organisationsOf } from './counterpart';
import { plus, select } from './select';
import { across, setOf } from './table-sets';
import { skip } from './skip';

const RULE = 'medical-identity';
/** 行政单位医疗, 事业单位医疗, 公务员医疗补助 ↔ 职工基本医疗保险缴费, 公务员医疗补助缴费. */
const FUNCTIONAL: readonly string[] = ['2101101', '2101102', '2101103'];
const ECONOMIC: readonly string[] = ['30110', '30111'];
/** 其他行政事业单位医疗支出 may be spent from the same economic accounts: with it nothing can be said. */
const OTHER = '2101199';

/**
 * 医疗保险对应.
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称     | 合计  | 基本支出 | 项目支出
 *              | 合计         | 63.82 | 63.82    |
 *     2101101  | 行政单位医疗 | 57.64 | 57.64    |
 *     2101102  | 事业单位医疗 | 6.18  | 6.18     |
 *
 *     一般公共预算基本支出表（部门预算支出经济分类）
 *     科目编码 | 科目名称             | 合计  | 人员经费 | 公用经费
 *              | 合计                 | 67.18 | 67.18    |
 *     30110    | 职工基本医疗保险缴费 | 67.18 | 67.18    |
 *
 * → 提示：63.82 ≠ 67.18
 */
export const medicalIdentity: Rule = {
  meta: {
    id: RULE,
    title: '医疗保险：2101101＋2101102＋2101103 基本支出＝30110＋30111',
    basis: '《政府收支分类科目》科目说明；各地口径不一，仅作提示',
    severity: 'info',
  },
  *relations(facts) {
    yield* across(RULE, facts, ['general-expenditure', 'general-basic'], function* (_general, basic) {
      const set = setOf(facts, basic);
      const table = counterpart(facts, set, 'general', 'basic');
      if (!table) {
        yield skip(RULE, 'skip.no-basic-column', {}, basic.sheet);
        return;
      }
      const units = organisationsOf(facts, basic).filter((unit) => organisationsOf(facts, table).includes(unit));
      if (units.length === 0) yield* identity(facts, table, basic, {});
      for (const organisation of units) yield* identity(facts, table, basic, { organisation });
    });
  },
};

function* identity(facts: Facts, table: Table, basic: Table, unit: { readonly organisation?: string }): Iterable<AmountRelation | Skipped> {
  const left = FUNCTIONAL.flatMap((code) => select(facts, table, { ...unit, account: { scheme: 'functional', code }, nature: 'basic' }));
  const right = ECONOMIC.flatMap((code) => select(facts, basic, { ...unit, account: { scheme: 'economic-dept', code }, nature: 'basic' }));
  const other = select(facts, table, { ...unit, account: { scheme: 'functional', code: OTHER }, nature: 'basic' });
  if (other.some((fact) => fact.value !== null)) {
    yield skip(RULE, 'skip.medical-other', { unit: unit.organisation ?? '' }, table.sheet);
    return;
  }
  if (![left, right].every((side) => side.some((fact) => fact.value !== null))) return;
  yield {
    type: 'amount',
    rule: RULE,
    op: '=',
    left: plus(left),
    right: plus(right),
    message: { id: 'rule.insurance-identities', data: { functional: FUNCTIONAL.join('＋'), economic: ECONOMIC.join('＋') } },
  };
}
