/** 万元万元: words typed twice. */
import type { Rule } from '../model';
import { narrativeOf } from '../narrative';
import { isFilledIn } from '../narrative/claims';
import { wordsOf } from '../narrative/text';

const RULE = 'narrative-doubled';
/** Only words that never stand twice side by side: 部门部门预算 (人社部门的部门预算) may be right. */
const WORDS = '亿元|万元|千元|元|%|辆|台|增加|减少|增长|下降|其中|主要|安排|支出|收入|经费|资金|以及|进行|用于|原因是|主要原因';
const DOUBLED = new RegExp(`(?<![单多美欧日])(${WORDS})\\1`, 'g');

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
      for (const match of line.text.matchAll(DOUBLED)) {
        yield {
          type: 'wording',
          rule: RULE,
          left: wordsOf(line, match.index, match.index + match[0].length),
          right: [],
          expected: match[1] ?? '',
          message: { id: 'rule.narrative-doubled', data: {} },
        };
      }
    }
  },
};
