/** Which of the published tables is this, by its title and, where the title leaves it open, by its codes? */
import type { AccountScheme, Phase, TableKind } from '../model';

/** Government economic classification is named in the title, or in the second title line. */
const GOVERNMENT_ECONOMIC = /政府(?:预算)?(?:支出)?经济/;

interface TitleRule {
  readonly all: readonly RegExp[];
  readonly none?: RegExp;
  readonly kind: TableKind;
}

/** From the most particular to the most general; the first that fits decides. */
const TITLE_RULES: readonly TitleRule[] = [
  { all: [/目录/], kind: 'other' },
  { all: [/绩效/, /整体/], kind: 'performance-overall' },
  { all: [/绩效/], kind: 'performance-project' },
  { all: [/三公/], kind: 'three-public' },
  { all: [/采购/], kind: 'procurement' },
  { all: [/国有资产|固定资产|机构设置|人员情况|债务|转移支付|社会保险基金|财政专户|非税收入|购买服务/], kind: 'other' },
  { all: [/政府性基金/, /支出|收支|情况/], kind: 'gov-fund' },
  { all: [/国有资本经营|国有资本/, /支出|收支|情况/], kind: 'state-capital' },
  { all: [/机关运行经费/], kind: 'other' },
  { all: [/增减|对比|变动情况|变化情况/], kind: 'other' },
  { all: [/财政拨款|财政资金/, /收支|收入支出/], none: /基本支出|项目支出|支出表/, kind: 'fiscal-summary' },
  // one fund's income and expenditure is none of the published summaries
  { all: [/一般公共预算|公共财政/, /收支|收入支出/], none: /基本支出|项目支出|支出表/, kind: 'other' },
  { all: [/收支|收入支出/, /表/], none: /基金|资本/, kind: 'dept-summary' },
  { all: [/收入/, /表/], none: /支出/, kind: 'dept-income' },
  { all: [/一般公共预算|公共财政/, /基本支出/], kind: 'general-basic' },
  { all: [/一般公共预算|公共财政/, /项目支出/], kind: 'general-project' },
  { all: [/项目支出|项目(?:预算)?(?:明细|清单|汇总)|专项资金/, /表/], kind: 'project-list' },
  { all: [/一般公共预算|公共财政/, /支出/], kind: 'general-expenditure' },
  { all: [/财政拨款/, /支出/], kind: 'fiscal-expenditure' },
  { all: [/支出/, /表/], none: /基本支出|项目支出|经济分类/, kind: 'dept-expenditure' },
];

/** A compacted title → kind; `null` when it names none. */
export function kindOfTitle(title: string): TableKind | null {
  const rule = ruleOf(title);
  if (rule === null) return null;
  if (rule.kind === 'general-basic' && GOVERNMENT_ECONOMIC.test(title)) return 'general-basic-gov';
  if (rule.kind === 'general-project' && GOVERNMENT_ECONOMIC.test(title)) return 'general-project-gov';
  return rule.kind;
}

function ruleOf(title: string): TitleRule | null {
  return TITLE_RULES.find(({ all, none }) => all.every((pattern) => pattern.test(title)) && none?.test(title) !== true) ?? null;
}

/** The words of a title that tell its kind, for the evidence; none when it names no kind. */
export function wordsOfTitle(title: string): readonly string[] {
  const rule = ruleOf(title);
  if (rule === null) return [];
  const government = /-(?:basic|project)$/.test(rule.kind) ? [GOVERNMENT_ECONOMIC] : [];
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
export function kindByCodes(kind: TableKind, scheme: AccountScheme | null): TableKind {
  if (scheme === null) return kind;
  if (kind === 'general-basic' || kind === 'general-basic-gov') {
    return scheme === 'economic-gov' ? 'general-basic-gov' : scheme === 'economic-dept' ? 'general-basic' : kind;
  }
  if (kind === 'general-project' || kind === 'general-project-gov') {
    return scheme === 'economic-gov' ? 'general-project-gov' : scheme === 'economic-dept' ? 'general-project' : 'project-list';
  }
  // 支出 by economic accounts is none of the tables by function, whatever its title leaves out.
  if (BY_FUNCTION.has(kind) && scheme !== 'functional') return 'other';
  return kind;
}

const BY_FUNCTION: ReadonlySet<TableKind> = new Set(['dept-income', 'dept-expenditure', 'general-expenditure']);

/** The classification that a kind's account codes belong to. */
export function schemeOfKind(kind: TableKind): AccountScheme {
  if (kind === 'general-basic' || kind === 'general-project') return 'economic-dept';
  if (kind === 'general-basic-gov' || kind === 'general-project-gov') return 'economic-gov';
  return 'functional';
}

/** Kinds that are named and left alone: forms, running text, whatever holds no budget figures in rows and columns. */
export function isLeftAlone(kind: TableKind): boolean {
  return kind === 'other' || kind === 'narrative' || kind === 'performance-overall' || kind === 'performance-project';
}
