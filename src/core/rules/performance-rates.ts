/** A rate of a form (及时率, 满意度) is no more than the whole. */
import { compare, formatDecimal, type Decimal } from '../amount';
import type { Indicator } from '../forms';
import type { Rule } from '../model';

const RULE = 'performance-rates';
const WHOLE: Decimal = { units: 100n, scale: 0 };
/** Shares of a whole, by their names. */
const SHARE = /[率度]$|[率度][(（]|占比|比重|比例/;
/** Rates of change, of return and of plan fulfilment may well exceed 100 %. */
const BEYOND = /增长|增幅|增速|提高|提升|增加|超|利润|收益|回报|周转|负荷|变动|降低|下降|完成率|利用率|投入产出|拨备|偿债|杠杆|倍/;

/**
 * 比率指标不大于 100%.
 *
 *     项目绩效目标表
 *     项目名称 | 仲裁项目       | 业务主管部门 | 某局     |          |
 *     当年预算 | 4.00           |              |          |          |
 *     一级指标 | 指标名称       | 指标权重     | 计量单位 | 指标性质 | 指标值
 *     产出指标 | 处理案件及时率 | 100          | %        | =        | 1000
 *
 * → 警告：1000 ≠ 100
 */
export const performanceRates: Rule = {
  meta: {
    id: RULE,
    title: '绩效指标中的比率（及时率、合格率、满意度等）不大于 100%',
    basis: '比率为部分占全部的份额；《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）',
    severity: 'warning',
  },
  *relations(facts) {
    for (const table of facts.tables) {
      for (const form of table.forms ?? []) {
        for (const indicator of form.indicators) {
          const { number, value, name } = indicator;
          if (number === null || value === null || !isShare(indicator)) continue;
          yield {
            type: 'cell',
            rule: RULE,
            class: 'mismatch',
            holds: compare(number, WHOLE) <= 0,
            left: [{ table, cell: value.cell, text: value.text, label: name.text }],
            right: [],
            stated: formatDecimal(number),
            expected: formatDecimal(WHOLE),
            message: { id: 'rule.performance-rates', data: { label: name.text } },
          };
        }
      }
    }
  },
};

function isShare({ unit, name }: Indicator): boolean {
  return (unit === '%' || unit === '％') && SHARE.test(name.text) && !BEYOND.test(name.text);
}
