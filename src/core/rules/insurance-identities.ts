/** Social insurance and housing: what the functional account pays is what the economic account spends. */
import type { AmountRelation, Facts, Rule, Table } from '../model';
import { counterpart, organisationsOf } from './counterpart';
import { plus, select } from './select';
import { across, setOf } from './table-sets';
import { skip } from './skip';

const RULE = 'insurance-identities';

/** Functional 项 of basic expenditure ↔ departmental economic 款 (《政府收支分类科目》, from 2018 on). */
const IDENTITIES: readonly { readonly functional: readonly string[]; readonly economic: readonly string[] }[] = [
  { functional: ['2080505'], economic: ['30108'] },
  { functional: ['2080506'], economic: ['30109'] },
  { functional: ['2210201'], economic: ['30113'] },
];

/**
 * 社保、住房公积金对应.
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称                         | 合计   | 基本支出 | 项目支出
 *              | 合计                             | 107.49 | 107.49   |
 *     2080505  | 机关事业单位基本养老保险缴费支出 | 107.49 | 107.49   |
 *
 *     一般公共预算基本支出表（部门预算支出经济分类）
 *     科目编码 | 科目名称                     | 合计   | 人员经费 | 公用经费
 *              | 合计                         | 170.49 | 170.49   |
 *     30108    | 机关事业单位基本养老保险缴费 | 170.49 | 170.49   |
 *
 * → 提示：107.49 ≠ 170.49
 */
export const insuranceIdentities: Rule = {
  meta: {
    id: RULE,
    title: '社保缴费、公积金：功能科目基本支出＝对应经济科目（2080505＝30108，2080506＝30109，2210201＝30113）',
    basis: '《政府收支分类科目》科目说明（2018年起）',
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
      if (units.length === 0) yield* identities(facts, table, basic, {});
      for (const organisation of units) yield* identities(facts, table, basic, { organisation });
    });
  },
};

/** Of the whole department, or of one unit where both tables go by unit. */
function* identities(facts: Facts, table: Table, basic: Table, unit: { readonly organisation?: string }): Iterable<AmountRelation> {
  for (const { functional, economic } of IDENTITIES) {
    const left = functional.flatMap((code) => select(facts, table, { ...unit, account: { scheme: 'functional', code }, nature: 'basic' }));
    const right = economic.flatMap((code) =>
      select(facts, basic, { ...unit, account: { scheme: 'economic-dept', code }, nature: 'basic' }),
    );
    if (![left, right].every((side) => side.some((fact) => fact.value !== null))) continue;
    yield {
      type: 'amount',
      rule: RULE,
      op: '=',
      left: plus(left),
      right: plus(right),
      message: { id: 'rule.insurance-identities', data: { functional: functional.join('＋'), economic: economic.join('＋') } },
    };
  }
}
