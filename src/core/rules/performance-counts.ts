/** 年度目标: 受理案件50件 … counts and rates of a form's text against the indicators of the same form. */
import { normalise, shift } from '../amount';
import type { Indicator } from '../forms';
import type { NarrativeRelation, Rule, Table, TextFigure } from '../model';
import { said } from '../narrative/claims';
import { formFiguresOf, type FormFigure } from '../narrative/form-text';

const RULE = 'performance-counts';
/** 大于99%, 共10个: how the clause leads over to its figure. */
const LEADING_OVER = /(?:大于|小于|不低于|不少于|不超过|高于|低于|等于|超过|达到|完成|开展|计划|预计|共计|共|达|为|至|在|[≥≤=<>:])+$/;
/** 人员数量, 案件个数, 人才总数: the same as 人员, 案件, 人才. */
const COUNTING = /(?:总?数量|总?人数|个数|次数|户数|份数|台数|家数|总数|人次|任务量|数)$/;
/** A shorter name may stand in any clause. */
const SHORTEST = 4;

/**
 * 绩效目标文字中的数量.
 *
 *     2024年项目绩效目标表
 *     项目名称     | 公益性岗位补贴                  | 业务主管部门 | 某局     |          |
 *     当年预算     | 4.00                            |              |          |          |
 *     当年绩效目标 | 享受公益性岗位补贴人员800人次。 |              |          |          |
 *     一级指标     | 指标名称                        | 指标权重     | 计量单位 | 指标性质 | 指标值
 *     产出指标     | 享受公益性岗位补贴人员数量      | 100          | 人次     | =        | 80
 *
 * → 警告：800 ≠ 80
 */
export const performanceCounts: Rule = {
  meta: {
    id: RULE,
    title: '绩效目标表概况、年度目标所写的数量、比率＝同名绩效指标的指标值',
    basis: '绩效指标应与绩效目标对应；名称、单位相同的指标才核对，指标为“≥”“≤”时只作提示',
    severity: 'warning',
  },
  *relations(facts) {
    for (const one of formFiguresOf(facts)) {
      const { form, role, table } = one.passage;
      if (!form || form.sum || one.kind === 'amount' || one.approximate || (role !== 'summary' && role !== 'goal')) continue;
      const [indicator, ...others] = form.indicators.filter((candidate) => isMeant(candidate, one));
      const target = indicator && others.length === 0 ? figureOf(indicator, one, table) : null;
      if (!indicator || !target) continue;
      const relation: NarrativeRelation = {
        type: 'narrative',
        rule: RULE,
        op: '=',
        left: [said(one.figure)],
        right: [said(target)],
        message: { id: 'rule.performance-counts', data: { indicator: indicator.name.text } },
      };
      yield indicator.relation === '=' ? relation : { ...relation, severity: 'info' };
    }
  },
};

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s的“”"]/g, '')
    .replace(COUNTING, '');
}

/** The clause before the figure ends with the indicator's name. */
function isMeant(indicator: Indicator, { clause }: FormFigure): boolean {
  const name = plain(indicator.name.text);
  const words = plain(clause.replace(LEADING_OVER, ''));
  return name.length >= SHORTEST && words.endsWith(name);
}

/** 万人次 → 人次 with four digits more; 名 and 人 are one. */
function measureOf(unit: string): { readonly base: string; readonly power: number } {
  const base = unit.replace(/^万/, '').replace(/^名$/, '人');
  return { base, power: unit.startsWith('万') ? 4 : 0 };
}

/** The indicator's value in the measure of the text; `null` when they measure different things. */
function figureOf({ value, number, unit }: Indicator, { figure }: FormFigure, table: Table): TextFigure | null {
  if (!value || !number || unit === null) return null;
  const [own, stated] = [measureOf(unit), measureOf(figure.measure)];
  if (own.base !== stated.base) return null;
  return {
    table,
    cell: value.cell,
    text: value.text,
    start: 0,
    length: value.text.length,
    value: normalise(shift(number, own.power - stated.power)),
    unit: null,
    measure: figure.measure,
    printed: value.text,
    decimals: 0,
    label: unit,
  };
}
