/** 2023年……未安排政府采购预算, in the narrative of the budget of 2024: last year's sentence. */
import type { Rule, WordingRelation } from '../model';
import { narrativeOf } from '../narrative';
import { tablesOf, yearOf } from '../narrative/claims';
import { wordsOf } from '../narrative/text';

const RULE = 'narrative-year';
/** Of these years before the budget's own a sentence may well speak. */
const OF_THE_PAST = /截至|截止|决算|执行|完成|上年|去年|年末|年底|结转|较|比|同期|同比|提前下达|以来|起|至/;
const OF_THE_BUDGET = /预算/;

/**
 * 说明的年度.
 *
 *     2024年部门预算：2023年，本部门未安排政府采购预算。
 *
 * → 年度应为 2024 年
 */
export const narrativeYear: Rule = {
  meta: {
    id: RULE,
    title: '预算说明所述年度与预算年度一致',
    basis: '审核常见问题：沿用上年文字未改年度',
    severity: 'info',
  },
  *relations(facts) {
    const set = tablesOf(facts);
    const year = set && yearOf(set);
    if (!set || year === null) return;
    for (const line of narrativeOf(facts).lines) {
      if (line.section.topic === 'none') continue;
      for (const sentence of line.text.matchAll(/[^。;]+/g)) {
        const [words] = sentence;
        const years = [...words.matchAll(/(20\d{2})年度?/g)];
        const [first] = years;
        if (!first || first.index > 8 || !OF_THE_BUDGET.test(words) || OF_THE_PAST.test(words)) continue;
        if (years.some(([, digits]) => Number(digits) !== year - 1)) continue;
        const from = sentence.index + first.index;
        const relation: WordingRelation = {
          type: 'wording',
          rule: RULE,
          left: wordsOf(line, from, from + first[0].length),
          right: [],
          expected: first[0].replace(/\d{4}/, String(year)),
          message: { id: 'rule.narrative-year', data: { year: String(year) } },
        };
        yield relation;
      }
    }
  },
};
