/** What does a performance form (绩效目标表) state? Plain data, read by `recognise/forms`; rules look at it by meaning. */
import type { Decimal } from './amount';
import type { Unit } from './model';
import type { CellRef } from './workbook';

/** A text of a form with the cell it stands in. */
export interface FormText {
  readonly text: string;
  readonly cell: CellRef;
}

export type FormAmountRole =
  | 'total' // 预算数, 当年预算, 资金总额, 部门支出预算数
  | 'fiscal' // 其中：财政资金, 财政拨款, 本级安排, 区级支出
  | 'upper' // 上级补助
  | 'lower' // 补助镇街
  | 'other'; // 其他资金

export interface FormAmount {
  readonly role: FormAmountRole;
  readonly label: string;
  /** In `unit`; `null` is nil. */
  readonly value: Decimal | null;
  readonly printed: string;
  readonly unit: Unit | null;
  readonly cell: CellRef;
}

export type FormTextRole =
  | 'summary' // 项目概况, 资金用途
  | 'basis' // 立项依据
  | 'goal' // 年度目标, 当年绩效目标
  | 'task'; // 年度主要任务

export interface FormParagraph extends FormText {
  readonly role: FormTextRole;
  readonly label: string;
}

/** 指标性质: how the value binds. `qualitative` is 定性. */
export type IndicatorRelation = '=' | '>=' | '<=' | '>' | '<' | 'qualitative';

export interface Indicator {
  /** 一级指标, 二级指标; `null` where the form has no such column. */
  readonly levels: readonly [string | null, string | null];
  /** 三级指标 or 指标名称. */
  readonly name: FormText;
  /** 绩效指标描述. */
  readonly description: FormText | null;
  readonly relation: IndicatorRelation | null;
  /** 指标值 as written; `null` when the cell is blank. */
  readonly value: FormText | null;
  /** The figure in the value (95 of 「≥95%」), `null` for words. */
  readonly number: Decimal | null;
  /** 计量单位, from its own column or from the value: %, 人次, 万元. */
  readonly unit: string | null;
  /** 权重 as written: 20, or 0.05 where the form states shares; percentages of a cell format are not multiplied out. */
  readonly weight: Decimal | null;
  readonly weightCell: CellRef | null;
  /** 是否核心指标. */
  readonly core: boolean | null;
}

export interface PerformanceForm {
  readonly kind: 'overall' | 'project';
  /** 项目名称, 专项资金名称; for an overall form `null`. A number before the name is `code`. */
  readonly project: FormText | null;
  /** 项目编码. */
  readonly code: FormText | null;
  /** 部门名称, 主管部门. */
  readonly department: FormText | null;
  /** 实施单位, 编制单位, 单位名称. */
  readonly organisation: FormText | null;
  readonly amounts: readonly FormAmount[];
  readonly paragraphs: readonly FormParagraph[];
  readonly indicators: readonly Indicator[];
  /** 预算执行率权重, where the form states it apart from the indicators. */
  readonly executionWeight: Decimal | null;
  /** A unit's sum over its projects in a flat table: no project, no indicators. */
  readonly sum: boolean;
  /** First and last row, 0-based. */
  readonly rows: readonly [number, number];
}
