/** Which question this file answers: what is a table that was found on a sheet, its columns and rows. */
import type { PerformanceForm } from '../forms';
import type { TableCorrection } from '../settings';
import type { CellRef, Range } from '../workbook';
import type { Message } from './message';

export const TABLE_KINDS = [
  'dept-summary', // 部门收支总表
  'dept-income', // 部门收入总表
  'dept-expenditure', // 部门支出总表
  'fiscal-summary', // 财政拨款收支总表
  'fiscal-expenditure', // 财政拨款支出表
  'general-expenditure', // 一般公共预算支出表
  'general-basic', // 一般公共预算基本支出表（部门预算支出经济分类）
  'general-basic-gov', // 一般公共预算基本支出表（政府预算支出经济分类）
  'general-project', // 一般公共预算项目支出表（部门预算支出经济分类）
  'general-project-gov', // 一般公共预算项目支出表（政府预算支出经济分类）
  'project-list', // 项目支出明细表
  'three-public', // “三公”经费表
  'gov-fund', // 政府性基金预算支出表
  'state-capital', // 国有资本经营预算支出表
  'procurement', // 政府采购预算表
  'performance-overall', // 整体绩效目标表
  'performance-project', // 项目绩效目标表
  'narrative', // 预算说明
  'other',
] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** Budget (预算) or final accounts (决算). */
export type Phase = 'budget' | 'final';

/** Amount units, the smallest first; `UNIT_POWER` gives the power of ten to 元. */
export const UNITS = ['元', '百元', '千元', '万元', '亿元'] as const;
export type Unit = (typeof UNITS)[number];
export const UNIT_POWER: Readonly<Record<Unit, number>> = { 元: 0, 百元: 2, 千元: 3, 万元: 4, 亿元: 8 };

/** Income (收入) or expenditure (支出). */
export type Side = 'income' | 'expenditure';

/** 支出功能分类, 部门预算支出经济分类, 政府预算支出经济分类. */
export const ACCOUNT_SCHEMES = ['functional', 'economic-dept', 'economic-gov'] as const;
export type AccountScheme = (typeof ACCOUNT_SCHEMES)[number];

export interface Account {
  readonly scheme: AccountScheme;
  /** Digits only: functional 3/5/7 (类/款/项), economic 3/5 (类/款). */
  readonly code: string;
}

/**
 * Whose money a figure counts. `all` every source; `fiscal` the three 财政拨款 together; the rest one source each.
 */
export type Fund =
  | 'all'
  | 'fiscal' // 财政拨款
  | 'general' // 一般公共预算
  | 'gov-fund' // 政府性基金预算
  | 'state-capital' // 国有资本经营预算
  | 'fiscal-account' // 财政专户管理资金
  | 'upper-treasury' // 上级财政补助收入: of a higher level's treasury, told apart from this level's 财政拨款
  | 'business' // 事业收入
  | 'upper-subsidy' // 上级补助收入
  | 'affiliate' // 附属单位上缴收入
  | 'operation' // 事业单位经营收入
  | 'other' // 其他收入
  | 'current' // 本年收入小计, 当年财政拨款: every source of the table without carry-over, as one column
  | 'own' // 单位资金 (business + upper-subsidy + affiliate + operation + other, as one figure)
  | 'carry-in' // 上年结转 as a column or as a source of money
  | 'balance-use'; // 用事业基金弥补收支差额, 使用非财政拨款结余

/** 基本/项目 and their parts. `all` is the column that holds them together. */
export type Nature =
  | 'all'
  | 'basic' // 基本支出
  | 'project' // 项目支出
  | 'staff' // 人员经费
  | 'operating' // 公用经费
  | 'business' // 经营支出, 事业单位经营支出
  | 'upward' // 上缴上级支出
  | 'subsidy' // 对附属单位补助支出
  | 'reserve' // 单位预留机动经费
  | 'carry-out' // 结转下年资金 as a column of expenditure
  | 'part'; // a part of the table's amounts that only its heading names: see `part`

/** 一 item of the “三公” table, or of the procurement table. */
export type Item =
  | 'three-public-total'
  | 'abroad' // 因公出国（境）费
  | 'vehicle' // 公务用车购置及运行费
  | 'vehicle-purchase' // 公务用车购置费
  | 'vehicle-running' // 公务用车运行维护费
  | 'reception' // 公务接待费
  | 'meeting' // 会议费
  | 'training' // 培训费
  | 'agency-operating' // 机关运行经费
  | 'expenses-total' // “三公”经费、会议费、培训费 together
  | 'goods' // 货物
  | 'works' // 工程
  | 'services'; // 服务

/** What a row (or, in a vertical table, the row's label) stands for. */
export type Line =
  | 'grand-total' // 合计, 总计, 收入总计, 支出总计
  | 'current-total' // 本年收入合计, 本年支出合计
  | 'source' // an income source under 本年收入
  | 'account' // a functional or economic account
  | 'carry-in' // 上年结转 (the heading line)
  | 'carry-in-source' // one fund under 上年结转
  | 'carry-out' // 结转下年, 年末结转和结余, 结余分配: what of the total is not this year's expenditure
  | 'balance-use' // 用事业基金弥补收支差额
  | 'item' // 三公 or procurement item
  | 'organisation' // a unit's subtotal row
  | 'project' // a project
  | 'purpose' // 支出用途 in rows: 基本支出, 项目支出, 人员经费合计; the row's nature says which
  | 'unknown';

export type ColumnRole =
  | 'code'
  | 'other-code' // the code of a second classification: 政府经济科目 beside 部门经济科目
  | 'name'
  | 'ordinal' // 序号, 栏次
  | 'organisation' // 单位
  | 'project' // 项目名称
  | 'amount'
  | 'quantity' // 数量
  | 'price' // 单价
  | 'comparison' // 增减额, 比上年增长%: no amount of the budget
  | 'text'
  | 'unknown';

/**
 * In a table that follows a fund through the year: 年初结转和结余, 本年收入, 使用非财政拨款结余, 结余分配, 年末结转和结余; what is spent is no
 * flow of its own.
 */
export type Flow = 'opening' | 'income' | 'balance-use' | 'allotment' | 'closing';

/** The part of a fact's meaning that its column gives. */
export interface Measure {
  readonly nature?: Nature;
  readonly fund?: Fund;
  readonly year?: 'current' | 'last';
  readonly item?: Item;
  /** What final accounts (决算) print beside each 决算数: 年初预算数 (or 预算数 alone), and 全年预算数 after adjustments. */
  readonly stage?: 'budget' | 'adjusted';
  /** For nature `part`: headings from the top down that name it, e.g. 年初特定目标, 人员性项目. */
  readonly part?: readonly string[];
  /** For nature `part`: the column with a meaning of its own into which it adds; absent where it stands beside all. */
  readonly within?: { readonly nature?: Nature; readonly fund?: Fund };
  /** Stands beside the total and is not added into it: 其中 …, 预留中小微企业份额. */
  readonly beside?: true;
  /** Absent for expenditure. */
  readonly flow?: Flow;
}

export interface Column {
  /** 0-based sheet column. */
  readonly index: number;
  readonly role: ColumnRole;
  /** Header texts from the top down, blanks inside removed. */
  readonly header: readonly string[];
  readonly measure?: Measure;
  /** Digits after the point that the column's amounts are stated to (DESIGN.md, Amount). Only for `amount`. */
  readonly decimals?: number;
}

export interface Row {
  /** 0-based sheet row. */
  readonly index: number;
  /** Stable within the table: rules use it to say "the same row". */
  readonly id: string;
  /** Id of the row this one is a part of (prefix of the code, section of the side); `null` at the top. */
  readonly parent: string | null;
  readonly line: Line;
  readonly account: Account | null;
  /** For `source` and `carry-in-source`: whose money; for `item`: which. */
  readonly fund: Fund | null;
  readonly item: Item | null;
  /** True for a nameless repetition of the total row. */
  readonly duplicateTotal?: boolean;
  readonly codeText: string | null;
  readonly nameText: string | null;
  readonly codeCell: CellRef | null;
  readonly nameCell: CellRef | null;
  readonly organisation: string | null;
  readonly project: string | null;
  /** The row tells last year's figures, as its label says (2024年 above 2025年). */
  readonly year?: 'last';
  /** For line `purpose`: 基本支出, 项目支出, 人员经费 … as the label of the row. */
  readonly nature?: Nature;
  /** The row stands on the sheet that continues the table; its cells lie `shift` columns left of the table's columns. */
  readonly continued?: { readonly sheet: string; readonly shift: number };
  /** The code of a second classification, as the row states it beside its own. */
  readonly otherCode?: string;
  /** The code as written is wrong: place and sums say that the row is this account, and `account` is this one too. */
  readonly correctedAccount?: Account;
}

/** 收入 | 支出 side by side are two panels; most tables have one. */
export interface Panel {
  readonly side: Side | null;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Evidence {
  readonly what: 'kind' | 'title' | 'unit' | 'year' | 'department' | 'header' | 'column' | 'total-row' | 'arithmetic' | 'phase';
  /** A message id of the dictionaries and its data. */
  readonly because: Message;
  readonly cells: readonly CellRef[];
}

export interface Table {
  /** Position among the workbook's tables. */
  readonly index: number;
  readonly sheet: string;
  /** From the title to the last note. */
  readonly range: Range;
  readonly kind: TableKind;
  readonly phase: Phase;
  readonly title: string;
  readonly unit: Unit | null;
  readonly year: number | null;
  readonly department: string | null;
  readonly panels: readonly Panel[];
  readonly notes: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Body rows without header, 栏次, blanks and notes. */
  readonly bodyRows: number;
  /** Body rows all of whose amounts became facts. */
  readonly mappedRows: number;
  /** Amount cells that got no meaning. */
  readonly unread: readonly CellRef[];
  /** Read as the user says; kind and unit are what was recognised without him. */
  readonly corrected?: { readonly correction: TableCorrection; readonly kind: TableKind; readonly unit: Unit | null };
  /** The table goes on on other sheets (pages of a PDF became sheets of their own), in order. */
  readonly continuation?: readonly { readonly sheet: string; readonly range: Range }[];
  /** Part of the table seems to be missing (cut by a page): its sums cannot be checked, and why. */
  readonly incomplete?: Message;
  /** A blank form to be filled in: recognised, without facts. */
  readonly template?: true;
  /** The forms of a performance table (整体绩效, 项目绩效), in order. */
  readonly forms?: readonly PerformanceForm[];
}

/** Whether the table holds figures of a budget: a form or table of a known kind, or one of kind `other` whose figures were read. */
export function isBudgetTable({ kind, panels }: Pick<Table, 'kind' | 'panels'>): boolean {
  return (kind !== 'other' && kind !== 'narrative') || panels.length > 0;
}
