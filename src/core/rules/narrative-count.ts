/** 共有车辆3辆，其中…1辆，…2辆: counts inside a sentence. */
import { add, compare, ZERO } from '../amount';
import type { Rule } from '../model';
import { isFilledIn, said } from '../narrative/claims';
import { narrativeOf } from '../narrative';

const RULE = 'narrative-count';
/** Of vehicles every kind is told; of other things 其中 may name some. */
const TOLD_IN_FULL = /^[辆台]$/;

/**
 * 句内数量合计.
 *
 *     一般公共预算支出表
 *     科目编码 | 科目名称           | 合计    | 基本支出 | 项目支出
 *              | 合计               | 6870.64 | 1449.13  | 5421.51
 *     208      | 社会保障和就业支出 | 6870.64 | 1449.13  | 5421.51
 *
 *     2024年部门预算情况说明
 *     绩效目标设置情况
 *     开展绩效管理的项目67个。其中：人员类项目23个；运转类项目26个；特定目标类项目22个。
 *
 * → 警告：67 ≠ 71
 */
export const narrativeCount: Rule = {
  meta: {
    id: RULE,
    title: '预算说明一句之中，总数量不少于所列各项之和（车辆须相等）',
    basis: '“其中”各项不会多于总数；车辆按用途逐项列示',
    severity: 'warning',
  },
  *relations(facts) {
    if (!isFilledIn(facts)) return;
    for (const { kind, whole, parts } of narrativeOf(facts).listings) {
      const { measure, value } = whole.figure;
      if (kind !== 'count' || parts.length < 2 || [whole, ...parts].some((part) => part.approximate || part.figure.measure !== measure))
        continue;
      const sum = parts.reduce((total, part) => add(total, part.figure.value), ZERO);
      const less = compare(sum, value) < 0;
      if (less && !TOLD_IN_FULL.test(measure)) continue;
      yield {
        type: 'narrative',
        rule: RULE,
        op: '=',
        left: [said(whole.figure)],
        right: parts.map((part) => said(part.figure)),
        ...(less ? { severity: 'info' as const } : {}),
        message: { id: 'rule.narrative-count', data: { count: String(parts.length) } },
      };
    }
  },
};
