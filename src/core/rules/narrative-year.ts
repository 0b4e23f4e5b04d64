/** 2023年……未安排政府采购预算, in the narrative of the budget of 2024: last year's sentence. */
import { normalise } from '../amount';
import type { Facts, Rule, WordingRelation } from '../model';
import { narrativeOf } from '../narrative';
import { agrees, meaningIn, statementsOf, yearMeant, yearOf } from '../narrative/claims';
import { figuresOf } from '../narrative/figures';
import type { Statement } from '../narrative/statements';
import { placeOf, wordsOf, type Line } from '../narrative/text';
import type { TableSet } from './table-sets';
import { byDepartment } from '../narrative/departments';

const RULE = 'narrative-year';
/** Of the year before the budget's own a sentence may well speak. */
const OF_THE_PAST = /截至|截止|决算|执行|完成|上年|去年|年末|年底|结转|较|比|同期|评价|自评|以来|起|至|了/;
/** What a budget says of itself. */
const OF_THE_BUDGET = /未安排|没有|无|不涉及|安排/;

/**
 * 说明的年度.
 *
 *     2024年一般公共预算支出表
 *     科目编码 | 科目名称           | 合计    | 基本支出 | 项目支出
 *              | 合计               | 6870.64 | 1449.13  | 5421.51
 *     208      | 社会保障和就业支出 | 6870.64 | 1449.13  | 5421.51
 *
 *     2024年部门预算情况说明
 *     政府采购情况
 *     2023年，本部门未安排政府采购预算。
 *
 * → 提示：2023年 ≠ 2024年
 */
export const narrativeYear: Rule = {
  meta: {
    id: RULE,
    title: '预算说明所述年度与预算年度一致',
    basis: '审核常见问题：沿用上年文字未改年度',
    severity: 'info',
  },
  relations: (all) =>
    byDepartment(all, function* (facts, set) {
      const year = yearOf(set);
      if (year === null) return;
      for (const line of narrativeOf(facts).lines) {
        if (line.section.topic === 'none') continue;
        for (const sentence of line.text.matchAll(/[^。;]+/g)) {
          const [words] = sentence;
          const from = sentence.index;
          const first = /^.{0,8}?(20\d{2})年度?/.exec(words);
          if (!first || !/预算/.test(words) || !OF_THE_BUDGET.test(words) || OF_THE_PAST.test(words)) continue;
          if ([...words.matchAll(/(20\d{2})年/g)].some(([, digits]) => Number(digits) !== year - 1)) continue;
          if (figuresOf(line).some(({ start }) => start >= from && start < from + words.length)) continue;
          yield wrongYear(line, from, words, year);
        }
      }
      for (const statement of statementsOf(facts, 'level')) {
        if (!isThisYears(facts, set, statement)) continue;
        const { line, figure } = statement;
        const place = placeOf(line, figure);
        const words = place ? line.text.slice(place.from, place.to) : '';
        if (place && words.includes(`${year - 1}年`)) yield wrongYear(line, place.from, words, year);
      }
    }),
};

/** Said of last year, and yet the figure of this one. */
function isThisYears(facts: Facts, set: TableSet, statement: Statement): boolean {
  const { subject, figure } = statement;
  // A round or short figure may well be the same in both years.
  if (!subject || statement.of || statement.approximate || normalise(figure.value).units < 1000n || yearMeant(statement, set) !== 'last')
    return false;
  const isOf = (year: 'current' | 'last'): boolean =>
    meaningIn(facts, set, statement, subject, year).readings.some((reading) => agrees(figure, reading));
  return isOf('current') && !isOf('last');
}

function wrongYear(line: Line, from: number, sentence: string, year: number): WordingRelation {
  const at = from + sentence.indexOf(String(year - 1));
  const words = /^\d{4}年度?/.exec(line.text.slice(at))?.[0] ?? String(year - 1);
  return {
    type: 'wording',
    rule: RULE,
    left: wordsOf(line, at, at + words.length),
    right: [],
    expected: words.replace(/\d{4}/, String(year)),
    message: { id: 'rule.narrative-year', data: { year: String(year) } },
  };
}
