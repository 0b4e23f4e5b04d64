/** One expenditure by departmental (3xx) and by government (5xx) economic account, 款 by 款: as far as the map between them goes. */
import { ECONOMIC_MAP } from '../accounts';
import type { AmountRelation, Facts, Nature, Rule, Table } from '../model';
import { figuresOf, plus, select } from './select';
import { across } from './table-sets';

const RULE = 'economic-items';

/** 对事业单位经常性补助, 对事业单位资本性补助: they take an unknown part of what would feed 501 to 504. */
const OF_INSTITUTIONS = ['505', '506'];
/** 机关工资福利支出 to 机关资本性支出: what is not spent on institutions. */
const OF_AGENCIES = /^50[1-4]/;
/** 对个人和家庭的补助 is fed by 303 alone. */
const TO_PERSONS = /^509/;

/**
 * 政府经济分类各款与部门经济分类.
 *
 *     一般公共预算基本支出表（部门预算支出经济分类）
 *     科目编码 | 科目名称       | 合计 | 人员经费 | 公用经费
 *              | 合计           | 1.00 |          | 1.00
 *     302      | 商品和服务支出 | 1.00 |          | 1.00
 *     30215    | 会议费         | 1.00 |          | 1.00
 *
 *     一般公共预算基本支出表（政府预算支出经济分类）
 *     科目编码 | 科目名称           | 金额
 *              | 合计               | 1.00
 *     502      | 机关商品和服务支出 | 1.00
 *     50202    | 会议费             | 1.10
 *
 * → 提示：1.10 ≠ 1.00
 */
export const economicItems: Rule = {
  meta: {
    id: RULE,
    title: '政府经济分类各款不大于对应的部门经济分类各款之和；没有对事业单位补助时相等；509 各款相等',
    basis: '财预〔2017〕98号（支出经济分类科目对照）；部分对应关系依据待核，仅作提示',
    severity: 'info',
  },
  *relations(facts) {
    yield* across(RULE, facts, ['general-basic', 'general-basic-gov'], (dept, gov) => items(facts, dept, gov, 'basic'));
    yield* across(RULE, facts, ['general-project', 'general-project-gov'], (dept, gov) => items(facts, dept, gov, 'project'));
  },
};

function* items(facts: Facts, dept: Table, gov: Table, nature: Nature): Iterable<AmountRelation> {
  const figures = (table: Table, scheme: 'economic-dept' | 'economic-gov', code: string) =>
    select(facts, table, { account: { scheme, code }, nature });
  const divided = OF_INSTITUTIONS.some((code) =>
    figuresOf(facts, gov, { scheme: 'economic-gov', code }, { nature }).some((fact) => fact.value !== null),
  );
  for (const [code, feeding] of ECONOMIC_MAP) {
    if (!(OF_AGENCIES.test(code) || TO_PERSONS.test(code))) continue;
    const left = figures(gov, 'economic-gov', code);
    const right = feeding.flatMap((part) => figures(dept, 'economic-dept', part));
    // a 款 that the one table does not go down to cannot be compared
    if (left.length === 0 || right.length === 0) continue;
    yield {
      type: 'amount',
      rule: RULE,
      op: divided && OF_AGENCIES.test(code) ? '<=' : '=',
      left: plus(left),
      right: plus(right),
      message: { id: 'rule.economic-items', data: { gov: code, dept: feeding.join('＋') } },
    };
  }
}
