/** XX万元, 增加（减少）: what the template asked for was never filled in. */
import type { Rule } from '../model';
import { narrativeOf } from '../narrative';
import { isFilledIn } from '../narrative/claims';
import { findsIn, wordsOf } from '../narrative/text';

const RULE = 'narrative-residue';
/** On compacted text: brackets and letters are half-width. */
const RESIDUE: readonly RegExp[] = [
  /(?<![A-Za-z0-9])[Xx×✕╳]{2,}(?![A-Za-z])/g,
  /(?<![A-Za-z0-9])[xX],[xX]{3}/g,
  /(?:增加|增长|上升|提高|高)[(/](?:或)?(?:减少|下降|降低|低)\)?|(?:减少|下降|降低)\((?:或)?(?:增加|增长|上升)\)/g,
  /\((?:若无|如无|没有的|如有|无此项|请|此处)[^()]{0,40}\)/g,
  /部门应根据实际情况|请(?:各部门|各单位)?根据实际情况|根据(?:本部门|本单位|部门)?实际情况(?:进行)?(?:填写|填列|增减|修改|删减|解释)/g,
  /20[Xx×]{2}年/g,
  // Fields that were left open. 二〇〇八年 is a year.
  /(?<![\w])_{2,}(?!\w)/g,
  /(?<![一二三四五六七八九零〇○])[〇○]{2,}(?![一二三四五六七八九零年])/g,
  /(?<![\d*])\*{2,}(?=万?元|年|个|人|辆|项|%)/g,
  /(?<!(?:单位|换算|折算|折合|转换|转化|统一)[均都]?)(?:为|共计|合计|安排)(?:\(\))?(?:万元|亿元)/g,
];

/**
 * 模板残留.
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称           | 合计    | 基本支出 | 项目支出
 *              | 合计               | 6870.64 | 1449.13  | 5421.51
 *     208      | 社会保障和就业支出 | 6870.64 | 1449.13  | 5421.51
 *
 *     2024年部门预算情况说明
 *     “三公”经费情况
 *     2024年“三公”经费预算XX万元，比上年增加（减少）0.5万元。
 *
 * → 警告：XX ≠
 */
export const narrativeResidue: Rule = {
  meta: {
    id: RULE,
    title: '预算说明中没有未填写的模板文字（XX、“增加（减少）”）',
    basis: '审核常见问题：套用模板未修改',
    severity: 'warning',
  },
  *relations(facts) {
    if (!isFilledIn(facts)) return;
    for (const line of narrativeOf(facts).lines) {
      for (const { at, found } of findsIn(line, RESIDUE)) {
        yield {
          type: 'wording',
          rule: RULE,
          left: wordsOf(line, at, at + found.length),
          right: [],
          expected: '',
          message: { id: 'rule.narrative-residue', data: {} },
        };
      }
    }
  },
};
