/** Which dimensions does a column's heading give to its amounts? */
import type { Flow, Fund, Item, Measure, Nature, Phase } from '../model';
import type { Layout } from './kind';
import { compares, fundOf, isAmountWord, isTotalLabel, namesSeveralFunds, natureOf, threePublicItemOf, withoutUnit } from './vocabulary';

/** What the headings of one table have in common. */
export interface MeasureContext {
  readonly layout: Layout;
  readonly phase: Phase;
  /** The table's own year; headings with the year before it are last year's. */
  readonly year: number | null;
  /** A “三公” table whose other columns are 会议费, 培训费: there a bare 合计 counts them too. */
  readonly threePublicIsGroup: boolean;
  /** The rows say which item a figure is (a vertical “三公” or procurement table). */
  readonly itemsInRows: boolean;
  /** Final accounts with a 预算数 beside each 决算数: the budget figure is no figure of these accounts. */
  readonly budgetBesideFinal: boolean;
  /** The columns follow a fund through the year: 年初结转和结余 | 本年收入 | 本年支出 | 年末结转和结余. */
  readonly followsFund: boolean;
  /** The columns tell the sources of money apart, in a table of expenditure too. */
  readonly byFund: boolean;
  /** By sheet column: what the user says that a column measures. */
  readonly given?: ReadonlyMap<number, Measure>;
}

const YEAR = /(20\d{2})年/;

/** `undefined` when the headings name another year than this and last. */
function yearOf(path: readonly string[], context: MeasureContext): 'current' | 'last' | undefined {
  for (const text of path) {
    const year = YEAR.exec(text)?.[1];
    if (year !== undefined && context.year !== null) {
      const distance = context.year - Number(year);
      return distance === 0 ? 'current' : distance === 1 ? 'last' : undefined;
    }
    if (/^上年(?:度)?(?:预算|决算|执行|数|$)|上年预算数|上年执行数/.test(text)) return 'last';
  }
  return 'current';
}

/** Words that head a group of amounts and say nothing that the table's title does not. */
const GROUP =
  /^(?:本年|当年|本年度)?(?:收入|支出)(?:预算|决算|合计|总计)?(?:数)?$|^(?:一般公共预算|政府性基金预算|国有资本经营预算)(?:财政拨款)?(?:基本|项目)?支出$|^(?:20\d{2}年)?(?:度)?(?:基本支出|项目支出)(?:预算|合计|总计|小计|金额)?(?:数)?$|资金(?:来源|性质)$|^其中:?$|三公/;

function isGeneric(text: string): boolean {
  const bare = withoutUnit(text).replace(/^20\d{2}年(?:度)?/, '');
  return (
    bare === '' ||
    isTotalLabel(text) ||
    isAmountWord(text) ||
    GROUP.test(bare) ||
    /^(?:上年|本年|当年)?(?:预算|决算|执行)(?:数|金额)?$/.test(bare)
  );
}

function deepest<T>(path: readonly string[], read: (text: string, parent: string | null) => T | null): T | null {
  for (let i = path.length - 1; i >= 0; i -= 1) {
    const value = read(path[i] as string, path[i - 1] ?? null);
    if (value !== null) return value;
  }
  return null;
}

function threePublic(path: readonly string[], context: MeasureContext): Item | null {
  const last = path[path.length - 1] ?? '';
  const item = deepest(path, threePublicItemOf);
  if (item !== null) return item;
  if (!isGeneric(last)) return null;
  return context.threePublicIsGroup && !path.some((text) => /三公/.test(text)) ? 'expenses-total' : 'three-public-total';
}

const BY_FUND: ReadonlySet<Layout> = new Set<Layout>([
  'dept-income',
  'fiscal-summary',
  'fiscal-expenditure',
  'procurement',
  'three-public',
  'project-list',
]);
const BY_NATURE: ReadonlySet<Layout> = new Set<Layout>([
  'dept-expenditure',
  'fiscal-expenditure',
  'general-expenditure',
  'general-basic',
  'general-basic-gov',
  'gov-fund',
  'state-capital',
  'gov-fund-summary',
  'state-capital-summary',
  'fund-summary',
  'expenditure-detail',
]);

/** Tables whose columns may tell this year's money from money carried over. */
const BY_CARRY: ReadonlySet<Layout> = new Set<Layout>(['general-expenditure', 'dept-expenditure', 'expenditure-detail']);
const STATEMENTS: ReadonlySet<Layout> = new Set<Layout>(['gov-fund', 'state-capital']);

const FLOWS: readonly (readonly [RegExp, Flow])[] = [
  [/^(?:年初|上年|期初).*(?:结转|结余)/, 'opening'],
  [/^(?:年末|年终|期末).*(?:结转|结余)|^结转下年/, 'closing'],
  [/^(?:本年|当年|本年度)(?:财政拨款)?收入/, 'income'],
  [/^(?:使用|动用).*结余|弥补收支差额/, 'balance-use'],
  [/^结余分配/, 'allotment'],
];

function flowOf(heading: string): Flow | null {
  return FLOWS.find(([pattern]) => pattern.test(withoutUnit(heading)))?.[1] ?? null;
}

/** Whether the headings tell what a fund had, took in, spent and kept: two of its flows beside what is spent. */
export function followsFund(headings: readonly string[]): boolean {
  const flows = new Set(headings.flatMap((text) => flowOf(text) ?? []));
  return flows.size >= 2 && flows.has('income') && headings.some((text) => /支出/.test(text));
}

const NO_SOURCE: ReadonlySet<Fund> = new Set<Fund>(['current', 'carry-in', 'balance-use']);

const MAY_TELL_FUNDS: ReadonlySet<Layout> = new Set<Layout>(['dept-expenditure', 'expenditure-detail', 'dept-summary']);

/** Whether headings over the columns of a table of expenditure, or of a summary's 支出, name two sources of money at least. */
export function tellsFunds(paths: Iterable<readonly string[]>, layout: Layout): boolean {
  if (!MAY_TELL_FUNDS.has(layout)) return false;
  const funds = new Set<Fund>();
  for (const path of paths) {
    const fund = path.some(compares) ? null : deepest(path, fundOf);
    if (fund !== null && !NO_SOURCE.has(fund)) funds.add(fund);
  }
  return funds.size >= 2;
}

const NOT_EXPENDITURE = /本年收入|年初|年末|上年结转|结转下年/;

/** 年初预算数 and 全年预算数 beside 决算数. */
function stageOf(path: readonly string[], { budgetBesideFinal }: MeasureContext): Measure['stage'] {
  const heading = budgetBesideFinal ? path.find((text) => /预算数$/.test(text)) : undefined;
  if (heading === undefined) return undefined;
  return /全年|调整/.test(heading) ? 'adjusted' : 'budget';
}

/** Headings from the top down → measure; `null` when they do not say which amounts stand below. */
export function measureOf(path: readonly string[], context: MeasureContext, headed = true): Measure | null {
  const last = path[path.length - 1];
  if (last === undefined) return headed ? null : {};
  if (path.some(compares) || isOfWhich(path)) return null;
  const year = yearOf(path, context);
  if (year === undefined) return null;
  const stage = stageOf(path, context);
  const flow = context.followsFund ? deepest(path, flowOf) : null;
  const measure: {
    nature?: Nature;
    fund?: Fund;
    year: 'current' | 'last';
    item?: Item;
    stage?: NonNullable<Measure['stage']>;
    flow?: Flow;
  } = { year, ...(stage ? { stage } : {}), ...(flow ? { flow } : {}) };
  let known = isGeneric(last) || (flow !== null && flowOf(last) === flow);
  if (BY_NATURE.has(context.layout)) {
    const nature = deepest(path, (text) => (flow !== null && flowOf(text) !== null ? null : natureOf(text)));
    // 项目支出结转和结余 | 项目支出结转, 项目支出结余: parts of one nature's balance
    if (flow !== null && nature !== null && path.slice(0, -1).some((text) => flowOf(text) === null && natureOf(text) === natureOf(last)))
      return null;
    if (nature !== null) measure.nature = nature;
    known ||= natureOf(last) !== null;
    // 基本支出 | 财政拨款, 其他资金: the nature's money by source
    const source = path.length > 1 && nature !== null && natureOf(last) === null && !namesSeveralFunds(last) ? fundOf(last) : null;
    if (source !== null && source !== 'current') return { ...measure, fund: source };
  }
  if (context.layout === 'three-public') {
    const fund = deepest(path, (text) => (/三公/.test(text) ? null : fundOf(text)));
    const item = context.itemsInRows ? null : threePublic(path, context);
    if (context.itemsInRows) {
      if (fund !== null) return { ...measure, fund };
      return isGeneric(last) ? measure : null;
    }
    if (fund !== null && fund !== 'current' && fund !== 'carry-in' && item === null) measure.fund = fund;
    else if (item !== null) measure.item = item;
    else return null;
    return measure;
  }
  if (flow !== null) return known ? measure : null;
  // 上年结转结余 | 单位资金: a part of what was carried over, no source of this year's
  if (path.slice(0, -1).some((text) => fundOf(text) === 'carry-in') && !isGeneric(last) && fundOf(last) !== 'carry-in') return null;
  if (namesSeveralFunds(last)) return null;
  const fund = deepest(path, fundOf);
  if (BY_FUND.has(context.layout) || context.byFund) {
    if (fund !== null && !(fund === 'current' && context.layout === 'fiscal-summary')) measure.fund = fund;
    known ||= fundOf(last) !== null;
  } else if (BY_CARRY.has(context.layout) && (fund === 'carry-in' || fund === 'current')) {
    measure.fund = fund;
    known ||= fundOf(last) !== null;
  } else if (fund !== null && path.length === 1 && fund !== 'carry-in' && fund !== 'current') {
    // 「一般公共预算财政拨款支出」 over the only amounts of its table repeats the title.
    known = true;
  }
  // 年初结转, 本年收入, 年末结转 of a table that carries a fund from income to expenditure are no expenditure.
  if (NOT_EXPENDITURE.test(path.join(' ')) && STATEMENTS.has(context.layout)) return null;
  return known ? measure : null;
}

/** 事业收入 | 其中：教育收费: a part of one source, which that source's own column counts already. */
function isOfWhich(path: readonly string[]): boolean {
  const last = path[path.length - 1] ?? '';
  return path.length > 1 && /^其中[::]?./.test(last) && path.slice(0, -1).some((text) => fundOf(text) !== null);
}

/** The measure of a column that only its heading names; `null` when it compares. Headings that say nothing (小计, 金额) are left out. */
export function partMeasure(path: readonly string[], context: MeasureContext): Measure | null {
  if (path.length === 0 || path.some(compares)) return null;
  const year = yearOf(path, context);
  // the year before last stands beside this year's figures and adds into none of them
  if (year === undefined) return { nature: 'part', year: 'last', part: path, beside: true };
  const flow = context.followsFund ? deepest(path, flowOf) : null;
  const common = { nature: 'part', year, ...(flow ? { flow } : {}) } as const;
  if (isOfWhich(path)) return { ...common, part: path, beside: true };
  const telling = path.filter((text, i) => !isGeneric(text) || (i === path.length - 1 && natureOf(text) !== null));
  return { ...common, part: telling.length > 0 ? telling : path.slice(-1) };
}

/** Two columns with one meaning: which key do they share. */
export function measureKey(measure: Measure): string {
  const { nature = '', fund = '', year = 'current', item = '', stage = '', flow = '', part = [] } = measure;
  return [nature, fund, year, item, stage, flow, ...part].join('|');
}
