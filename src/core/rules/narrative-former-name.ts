/** 医疗卫生与计划生育支出: a name that an account no longer has. */
import { BUILT_IN_CATALOGUE } from '../accounts';
import { groupBy } from '../group';
import type { Facts, Rule } from '../model';
import { narrativeOf } from '../narrative';
import { yearOf } from '../narrative/claims';
import { wordsOf } from '../narrative/text';
import { byDepartment } from '../narrative/departments';

const RULE = 'narrative-former-name';
/** A shorter name (农业, 文化) is also a plain word: it counts only with （类）（款）（项） behind it. */
const LONG = 8;

/**
 * 科目旧名称.
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称           | 合计    | 基本支出 | 项目支出
 *              | 合计               | 6870.64 | 1449.13  | 5421.51
 *     208      | 社会保障和就业支出 | 6870.64 | 1449.13  | 5421.51
 *
 *     2024年部门预算情况说明
 *     支出预算情况
 *     医疗卫生与计划生育支出118.62万元，主要用于职工医疗保险缴费。
 *
 * → 提示：医疗卫生与计划生育支出 ≠ 卫生健康支出
 */
export const narrativeFormerName: Rule = {
  meta: {
    id: RULE,
    title: '预算说明使用当年的科目名称',
    basis: '《政府收支分类科目》历年修订；早于改名年度的文本不提示',
    severity: 'info',
  },
  relations: (all) =>
    byDepartment(all, function* (facts, set) {
      const year = yearOf(set);
      if (year === null) return;
      for (const { former, now, fromYear } of formerNames(facts, year)) {
        for (const line of narrativeOf(facts).lines) {
          for (let at = line.text.indexOf(former); at >= 0; at = line.text.indexOf(former, at + former.length)) {
            const behind = line.text.slice(at + former.length);
            const account = /^\([类款项]\)/.test(behind);
            const amount = former.length >= LONG && former.endsWith('支出') && /^(?:预算|安排|为|\d)/.test(behind);
            if (!account && !amount) continue;
            if (/[\p{sc=Han}]$/u.test(line.text.slice(0, at)) && account) continue;
            yield {
              type: 'wording',
              rule: RULE,
              left: wordsOf(line, at, at + former.length),
              right: [],
              expected: now,
              message: { id: 'rule.narrative-former-name', data: { year: String(fromYear) } },
            };
          }
        }
      }
    }),
};

interface Former {
  readonly former: string;
  readonly now: string;
  readonly fromYear: number;
}

/** Names that were given up by the budget year, and that no account has today. */
function formerNames(facts: Facts, year: number): readonly Former[] {
  const { entries } = facts.catalogue ?? BUILT_IN_CATALOGUE;
  const later = groupBy(entries, (entry) => `${entry.scheme} ${entry.code}`);
  const lists = [...later.values()];
  const present = new Set(lists.flatMap((list) => list[list.length - 1]?.name ?? []));
  return lists.flatMap((list) => {
    const now = list[list.length - 1];
    const next = list[1];
    const first = list[0];
    if (!now || !next || !first || next.fromYear === null || next.fromYear > year || present.has(first.name)) return [];
    return [{ former: first.name.normalize('NFKC'), now: now.name, fromYear: next.fromYear }];
  });
}
