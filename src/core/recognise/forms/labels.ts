/** Which meaning has a label of a performance form (绩效目标表), in whichever of its wordings? All functions take compacted text. */
import type { FormAmountRole, FormTextRole } from '../../forms';
import { remembered } from '../text';
import { withoutUnit } from '../vocabulary';

export type IndicatorColumn = 'level1' | 'level2' | 'name' | 'description' | 'relation' | 'value' | 'unit' | 'weight' | 'core';
/** What a flat table (one row per indicator) tells of the project in columns of its own. */
export type ProjectColumn = 'organisation' | 'project' | 'code' | 'amount' | 'goal';

const INDICATOR_COLUMNS: readonly (readonly [RegExp, IndicatorColumn])[] = [
  [/^一级指标$/, 'level1'],
  [/^二级指标$/, 'level2'],
  [/^(?:三级|四级)指标(?:名称)?$|^(?:绩效)?指标(?:名称|内容)$/, 'name'],
  [/指标(?:描述|解释|说明)$/, 'description'],
  [/^(?:绩效)?指标(?:性质|符号|关系)$|^(?:关系|运算|比较)符号?$/, 'relation'],
  [/^(?:绩效|年度|预期|预算)?(?:指标值|目标值)$/, 'value'],
  [/^(?:绩效)?(?:指标)?(?:计量|度量)单位$|^单位$/, 'unit'],
  [/^(?:指标)?(?:权重|分值)$/, 'weight'],
  [/核心指标/, 'core'],
];

const PROJECT_COLUMNS: readonly (readonly [RegExp, ProjectColumn])[] = [
  [/^(?:预算|项目|实施|主管)?(?:单位|部门)(?:名称)?$/, 'organisation'],
  [/^项目名称$/, 'project'],
  [/^项目(?:编码|代码|编号)$/, 'code'],
  [/^(?:项目)?(?:年度)?(?:预算(?:数|金额|资金)?|资金总额)$/, 'amount'],
  [/^(?:项目)?(?:年度|总体|当年)?(?:绩效)?目标$/, 'goal'],
];

function lookUp<T>(rules: readonly (readonly [RegExp, T])[], text: string): T | null {
  const label = withoutUnit(text).replace(/\(%\)$/, '');
  for (const [pattern, meaning] of rules) if (pattern.test(label)) return meaning;
  return null;
}

export const indicatorColumnOf = remembered((text): IndicatorColumn | null => (text.length > 14 ? null : lookUp(INDICATOR_COLUMNS, text)));

export const projectColumnOf = remembered((text): ProjectColumn | null => (text.length > 14 ? null : lookUp(PROJECT_COLUMNS, text)));

export type FieldLabel =
  | { readonly field: 'project' | 'code' | 'department' | 'organisation' | 'execution-weight' | 'task' | 'other' }
  | { readonly field: 'amount'; readonly role: FormAmountRole }
  | { readonly field: 'paragraph'; readonly role: FormTextRole };

const FIELDS: readonly (readonly [RegExp, FieldLabel])[] = [
  [/^(?:项目|专项|专项资金|资金|政策)名称$/, { field: 'project' }],
  [/^项目(?:编码|代码|编号)$/, { field: 'code' }],
  [/^(?:实施|编制|填报|申报|项目|预算|承担|项目实施)单位(?:\(部门\))?(?:名称)?$/, { field: 'organisation' }],
  [/^单位名称$/, { field: 'organisation' }],
  [/^(?:业务|行政)?(?:主管|预算|归口)?部门(?:\(单位\))?(?:及代码)?(?:名称|全称)?$/, { field: 'department' }],
  [/执行率权重/, { field: 'execution-weight' }],
  [/^任务名称$|^主要内容$/, { field: 'task' }],
  [/^(?:其中[::]?)?(?:.{0,4}上级|中央|省级|市级|转移支付).{0,4}(?:补助|资金|拨款|专项)?$/, { field: 'amount', role: 'upper' }],
  [/^补助(?:镇街|乡镇|下级|区县)/, { field: 'amount', role: 'lower' }],
  [
    /^(?:其中[::]?)?(?:当年)?(?:财政(?:拨款|资金)|本级安排|区级支出|县级支出|本级财政|一般公共预算.{0,4})/,
    { field: 'amount', role: 'fiscal' },
  ],
  [/^(?:其中[::]?)?(?:其他|自有|单位|自筹)资金$/, { field: 'amount', role: 'other' }],
  [
    /^(?:部门|项目|年度|当年|本年|整体|年初)*(?:支出)?(?:预算|资金)(?:数|总额|金额|总量|规模|安排)?$|^(?:年度)?资金总额$|^总预算$|^预算(?:总)?(?:数|额)$/,
    { field: 'amount', role: 'total' },
  ],
  [/用途$|^项目(?:基本)?(?:概况|概述|内容|简介|情况)$/, { field: 'paragraph', role: 'summary' }],
  [/依据$/, { field: 'paragraph', role: 'basis' }],
  [/(?:绩效|年度|总体|当年|整体)目标$|^目标$/, { field: 'paragraph', role: 'goal' }],
  [/主要任务$/, { field: 'paragraph', role: 'task' }],
  [
    /^(?:绩效|年度绩效|考核)指标$|^项目(?:属性|分类|类型|类别|级次|周期|期限|状态)$|起始时间$|终止时间$|^(?:开始|结束|完成)时间$|支出计划$|^\d{1,2}月底$|^是否|科室$|^项目负责人$|^联系(?:人|电话)$|^备注$|整体支出预算$/,
    { field: 'other' },
  ],
];

/** What a label in the head of a form asks for; `null` when the text is no label. */
export const fieldOf = remembered((text): FieldLabel | null => (text.length > 24 ? null : lookUp(FIELDS, text.replace(/[::]$/, ''))));
