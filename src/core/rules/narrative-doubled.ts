/** 万元万元: words typed twice. */
import type { Rule } from '../model';
import { narrativeOf } from '../narrative';
import { isFilledIn } from '../narrative/claims';
import { findsIn, wordsOf } from '../narrative/text';

const RULE = 'narrative-doubled';
/** Words that never stand twice side by side; 部门部门预算 (人社部门的部门预算), 增加增加值, 公元元年 may be right. */
const CERTAIN =
  /(?<![单多美欧日公])(亿元|万元|千元|元|%|辆|台)\1|(增加|减少|增长|下降)\2(?![值额极率点幅])|(其中|主要|安排|以及|用于|原因是|主要原因)\3/g;
/** 专项资金资金管理 may be right; so may a longer phrase, and marks are a matter of layout: worth a look. */
const LIKELY = /(支出|收入|经费|资金|进行)\1|(?<![目标有])(的)\2(?!确)|(?!([\p{sc=Han}])\3{3})([\p{sc=Han}]{4,16})\4|([,，;。、])\5/gu;

/**
 * 叠字.
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称           | 合计    | 基本支出 | 项目支出
 *              | 合计               | 6870.64 | 1449.13  | 5421.51
 *     208      | 社会保障和就业支出 | 6870.64 | 1449.13  | 5421.51
 *
 *     2024年部门预算情况说明
 *     机关运行经费情况
 *     机关运行经费485.97万元，比上年减少264.63万元万元。
 *
 * → 警告：万元万元 ≠ 万元
 */
export const narrativeDoubled: Rule = {
  meta: {
    id: RULE,
    title: '预算说明中没有重复的字词（万元万元）',
    basis: '审核常见问题：文字重复',
    severity: 'warning',
  },
  *relations(facts) {
    if (!isFilledIn(facts)) return;
    for (const line of narrativeOf(facts).lines) {
      for (const { at, found, pattern } of findsIn(line, [CERTAIN, LIKELY])) {
        yield {
          type: 'wording',
          rule: RULE,
          left: wordsOf(line, at, at + found.length),
          right: [],
          expected: found.slice(0, found.length / 2),
          severity: pattern === CERTAIN ? 'warning' : 'info',
          message: { id: 'rule.narrative-doubled', data: {} },
        };
      }
    }
  },
};
