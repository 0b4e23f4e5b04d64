/** Which of the published tables is this, by its title and, where the title leaves it open, by its codes? */
import type { AccountScheme, Phase, TableKind } from '../model';

/**
 * How a table is read. Mostly its kind tells. Two tables that carry the budget's figures are none of the published kinds
 * (DOMAIN: no kind holds all natures by economic class or one source's expenditure, none holds income and expenditure of one fund): they keep the
 * kind `other`, and their facts say by fund, nature and account what they count. A fund's own table may be two-sided too.
 */
export type Layout = TableKind | 'fund-summary' | 'gov-fund-summary' | 'state-capital-summary' | 'expenditure-detail';

const KIND_OF_LAYOUT: Readonly<Record<Exclude<Layout, TableKind>, TableKind>> = {
  'fund-summary': 'other', // 一般公共预算收支总表
  'gov-fund-summary': 'gov-fund', // 政府性基金预算收支表, 收入 | 支出
  'state-capital-summary': 'state-capital',
  'expenditure-detail': 'other', // 支出表 by economic class with all natures, 部门预算基本支出表, 财政专户管理资金支出表
};

function isOwnLayout(layout: Layout): layout is Exclude<Layout, TableKind> {
  return layout in KIND_OF_LAYOUT;
}

/** The kind that a table of this layout is published as. */
export function kindOfLayout(layout: Layout): TableKind {
  return isOwnLayout(layout) ? KIND_OF_LAYOUT[layout] : layout;
}

/** Government economic classification is named in the title, or in the second title line. */
const GOVERNMENT_ECONOMIC = /政府(?:预算)?(?:支出)?经济/;

interface TitleRule {
  readonly all: readonly RegExp[];
  readonly none?: RegExp;
  readonly layout: Layout;
}

/** From the most particular to the most general; the first that fits decides. */
const TITLE_RULES: readonly TitleRule[] = [
  { all: [/目录/], layout: 'other' },
  { all: [/绩效/, /整体/], layout: 'performance-overall' },
  { all: [/绩效/], layout: 'performance-project' },
  { all: [/三公/], layout: 'three-public' },
  { all: [/采购/], layout: 'procurement' },
  { all: [/财政专户|专户管理/, /支出/, /表/], none: /收支|收入/, layout: 'expenditure-detail' },
  { all: [/国有资产|固定资产|机构设置|人员情况|债务|转移支付|社会保险基金|财政专户|非税收入|购买服务/], layout: 'other' },
  { all: [/政府性基金/, /支出|收支|情况/], layout: 'gov-fund' },
  { all: [/国有资本经营|国有资本/, /支出|收支|情况/], layout: 'state-capital' },
  { all: [/机关运行经费/], layout: 'other' },
  { all: [/增减|对比|变动情况|变化情况/], layout: 'other' },
  { all: [/财政拨款|财政资金/, /收支|收入支出/], none: /基本支出|项目支出|支出表/, layout: 'fiscal-summary' },
  // one fund's income and expenditure is none of the published summaries
  { all: [/一般公共预算|公共财政/, /收支|收入支出/], none: /基本支出|项目支出|支出表/, layout: 'fund-summary' },
  { all: [/收支|收入支出/, /表/], none: /基金|资本/, layout: 'dept-summary' },
  { all: [/收入/, /表/], none: /支出/, layout: 'dept-income' },
  { all: [/一般公共预算|公共财政/, /基本支出/], layout: 'general-basic' },
  { all: [/一般公共预算|公共财政/, /项目支出/], layout: 'general-project' },
  { all: [/项目支出|项目(?:预算)?(?:明细|清单|汇总)|专项资金|专项业务(?:经)?费/, /表/], layout: 'project-list' },
  { all: [/一般公共预算|公共财政/, /支出/], layout: 'general-expenditure' },
  { all: [/财政拨款/, /支出/], layout: 'fiscal-expenditure' },
  { all: [/支出/, /表/], none: /基本支出|项目支出|经济分类/, layout: 'dept-expenditure' },
  { all: [/支出/, /经济(?:分类|科目)|基本支出/, /表/], none: /功能/, layout: 'expenditure-detail' },
];

/** A compacted title → the layout it promises; `null` when it names none. */
export function layoutOfTitle(title: string): Layout | null {
  const rule = ruleOf(title);
  if (rule === null) return null;
  if (rule.layout === 'general-basic' && GOVERNMENT_ECONOMIC.test(title)) return 'general-basic-gov';
  if (rule.layout === 'general-project' && GOVERNMENT_ECONOMIC.test(title)) return 'general-project-gov';
  return rule.layout;
}

/** A compacted title → kind; `null` when it names none. */
export function kindOfTitle(title: string): TableKind | null {
  const layout = layoutOfTitle(title);
  return layout === null ? null : kindOfLayout(layout);
}

function ruleOf(title: string): TitleRule | null {
  return TITLE_RULES.find(({ all, none }) => all.every((pattern) => pattern.test(title)) && none?.test(title) !== true) ?? null;
}

/** The words of a title that tell its kind, for the evidence; none when it names no kind. */
export function wordsOfTitle(title: string): readonly string[] {
  const rule = ruleOf(title);
  if (rule === null) return [];
  const government = /-(?:basic|project)$/.test(rule.layout) ? [GOVERNMENT_ECONOMIC] : [];
  const found = [...rule.all, ...government].flatMap((pattern) => pattern.exec(title)?.[0] ?? []);
  return found.filter((word, i) => found.indexOf(word) === i);
}

/** 决算 in the title, or in a column's heading, makes final accounts. */
export function phaseOf(title: string): Phase {
  return /决算/.test(title) ? 'final' : 'budget';
}

/**
 * Two tables may bear the same title and differ in their codes only: 3xx and 5xx tell the economic classifications apart, and a
 * 项目支出 table by functional codes lists projects.
 */
export function layoutByCodes(layout: Layout, scheme: AccountScheme | null): Layout {
  if (scheme === null) return layout;
  if (layout === 'general-basic' || layout === 'general-basic-gov') {
    return scheme === 'economic-gov' ? 'general-basic-gov' : scheme === 'economic-dept' ? 'general-basic' : layout;
  }
  if (layout === 'general-project' || layout === 'general-project-gov') {
    return scheme === 'economic-gov' ? 'general-project-gov' : scheme === 'economic-dept' ? 'general-project' : 'project-list';
  }
  // 支出 by economic accounts is none of the tables by function, whatever its title leaves out.
  if (EXPENDITURE_BY_FUNCTION.has(layout) && scheme !== 'functional') return 'expenditure-detail';
  if (layout === 'dept-income' && scheme !== 'functional') return 'other';
  return layout;
}

/**
 * 收入支出决算表 by functional account, with 年初结转和结余, 本年收入, 本年支出, 年末结转和结余 as columns: the expenditure table of the same
 * money, and no summary with two sides.
 */
export function oneSided(layout: Layout, title: string): Layout {
  if (/一般公共预算|公共财政/.test(title)) return 'general-expenditure';
  return layout === 'fiscal-summary' ? 'fiscal-expenditure' : 'dept-expenditure';
}

const EXPENDITURE_BY_FUNCTION: ReadonlySet<Layout> = new Set<Layout>(['dept-expenditure', 'general-expenditure']);

/** The classification that the account codes of a layout belong to, where the codes themselves do not tell. */
export function schemeOfLayout(layout: Layout, title = ''): AccountScheme {
  if (layout === 'general-basic' || layout === 'general-project') return 'economic-dept';
  if (layout === 'general-basic-gov' || layout === 'general-project-gov') return 'economic-gov';
  if (layout === 'expenditure-detail') return GOVERNMENT_ECONOMIC.test(title) ? 'economic-gov' : 'economic-dept';
  return 'functional';
}

/** Layouts that are named and left alone: forms, running text, whatever holds no budget figures in rows and columns. */
export function isLeftAlone(layout: Layout): boolean {
  return layout === 'other' || layout === 'narrative' || layout === 'performance-overall' || layout === 'performance-project';
}
