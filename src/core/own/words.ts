/** By which words may a relation of a bureau's own name table kinds and dimensions? The engine's ids, and the Chinese that clerks write. */
import type { Fund, Item, Line, Nature, Severity, Side, TableKind } from '../model';
import { compact } from '../recognise/text';

type Words<T extends string> = Readonly<Record<T, readonly string[]>>;

/** Kinds that hold no amounts, or whose meaning is not known, cannot be named. */
export type NamedKind = Exclude<TableKind, 'narrative' | 'other' | 'performance-overall' | 'performance-project'>;

const KINDS: Words<NamedKind> = {
  'dept-summary': ['部门收支总表', '收支总表'],
  'dept-income': ['部门收入总表', '收入总表'],
  'dept-expenditure': ['部门支出总表', '支出总表'],
  'fiscal-summary': ['财政拨款收支总表'],
  'fiscal-expenditure': ['财政拨款支出表'],
  'general-expenditure': ['一般公共预算支出表'],
  'general-basic': ['一般公共预算基本支出表（部门预算支出经济分类）', '一般公共预算基本支出表', '基本支出表'],
  'general-basic-gov': ['一般公共预算基本支出表（政府预算支出经济分类）', '基本支出表（政府经济分类）'],
  'general-project': ['一般公共预算项目支出表（部门预算支出经济分类）', '一般公共预算项目支出表', '项目支出表'],
  'general-project-gov': ['一般公共预算项目支出表（政府预算支出经济分类）', '项目支出表（政府经济分类）'],
  'project-list': ['项目支出明细表', '项目明细表'],
  'three-public': ['“三公”经费表', '三公经费表'],
  'gov-fund': ['政府性基金预算支出表'],
  'state-capital': ['国有资本经营预算支出表'],
  procurement: ['政府采购预算表'],
};

/** 其中 parts that only a heading names have no word. */
export type NamedNature = Exclude<Nature, 'part'>;

const NATURES: Words<NamedNature> = {
  all: ['基本支出和项目支出合计', '合计'],
  basic: ['基本支出'],
  project: ['项目支出'],
  staff: ['人员经费'],
  operating: ['公用经费'],
  business: ['事业单位经营支出', '经营支出'],
  upward: ['上缴上级支出'],
  subsidy: ['对附属单位补助支出'],
  reserve: ['预留机动经费'],
  'carry-out': ['结转下年'],
};

const FUNDS: Words<Fund> = {
  all: ['全部资金'],
  fiscal: ['财政拨款'],
  general: ['一般公共预算'],
  'gov-fund': ['政府性基金预算', '政府性基金'],
  'state-capital': ['国有资本经营预算', '国有资本经营'],
  'fiscal-account': ['财政专户管理资金', '财政专户'],
  'upper-treasury': ['上级财政补助收入', '上级财政补助'],
  business: ['事业收入'],
  'upper-subsidy': ['上级补助收入'],
  affiliate: ['附属单位上缴收入'],
  operation: ['事业单位经营收入', '经营收入'],
  other: ['其他收入'],
  own: ['单位资金'],
  current: ['本年收入小计'],
  'carry-in': ['上年结转'],
  'balance-use': ['使用非财政拨款结余'],
};

const ITEMS: Words<Item> = {
  'three-public-total': ['“三公”经费合计', '三公经费合计'],
  abroad: ['因公出国（境）费'],
  vehicle: ['公务用车购置及运行费'],
  'vehicle-purchase': ['公务用车购置费'],
  'vehicle-running': ['公务用车运行维护费'],
  reception: ['公务接待费'],
  meeting: ['会议费'],
  training: ['培训费'],
  'agency-operating': ['机关运行经费'],
  'expenses-total': ['“三公”经费、会议费、培训费合计'],
  goods: ['货物'],
  works: ['工程'],
  services: ['服务'],
};

/** The lines of a table that no account names. */
export type NamedLine = Extract<Line, 'grand-total' | 'current-total' | 'carry-in' | 'carry-out' | 'balance-use'>;

const LINES: Words<NamedLine> = {
  'grand-total': ['合计', '总计'],
  'current-total': ['本年合计'],
  'carry-in': ['上年结转'],
  'carry-out': ['结转下年'],
  'balance-use': ['使用非财政拨款结余'],
};

const SIDES: Words<Side> = { income: ['收入'], expenditure: ['支出'] };
const YEARS: Words<'current' | 'last'> = { current: ['本年'], last: ['上年'] };
const SEVERITY_WORDS: Words<Severity> = { error: ['错误'], warning: ['警告'], info: ['提示'] };

const OPERATORS: Words<'=' | '<=' | '>='> = {
  '=': ['等于', '＝'],
  '<=': ['≤', '不大于', '不超过'],
  '>=': ['≥', '不小于', '不少于'],
};

/** What one field may say: the id that a word stands for. */
export interface Vocabulary<T extends string> {
  readonly ids: readonly T[];
  /** The first word of each id, as messages list them. */
  readonly names: readonly string[];
  idOf(text: string): T | null;
}

function vocabulary<T extends string>(words: Words<T>): Vocabulary<T> {
  const ids = Object.keys(words) as T[];
  const known = new Map<string, T>();
  for (const id of ids) for (const word of [id, ...words[id]]) known.set(compact(word).replace(/[“”"]/g, ''), id);
  return {
    ids,
    names: ids.map((id) => words[id][0] ?? id),
    idOf: (text) => known.get(compact(text).replace(/[“”"]/g, '')) ?? null,
  };
}

export const VOCABULARY = {
  table: vocabulary(KINDS),
  nature: vocabulary(NATURES),
  fund: vocabulary(FUNDS),
  source: vocabulary(FUNDS),
  item: vocabulary(ITEMS),
  line: vocabulary(LINES),
  side: vocabulary(SIDES),
  year: vocabulary(YEARS),
  severity: vocabulary(SEVERITY_WORDS),
  op: vocabulary(OPERATORS),
} as const;
