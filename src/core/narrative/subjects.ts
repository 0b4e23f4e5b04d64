/**
 * What is an amount about? A phrase before a figure (「2024年一般公共预算财政拨款支出」) → the dimensions it names. A phrase that
 * holds anything not understood names nothing: better no check than a wrong one.
 */
import type { Fund, Item, Nature, Side } from '../model';
import { threePublicItemOf } from '../recognise/vocabulary';

export type Topic = 'budget' | 'three-public' | 'procurement' | 'agency' | 'performance' | 'none';

export interface Subject {
  readonly topic: Topic;
  readonly side?: Side;
  /** 收支总预算: either side. */
  readonly bothSides?: true;
  /** 年末结转和结余 (`out`); what of 上年结转 is of the fund (`in`). */
  readonly carried?: 'in' | 'out';
  readonly fund?: Fund;
  readonly nature?: Nature;
  readonly item?: Item;
  /** A name that may be an account's: 社会保障和就业支出, 办公费. */
  readonly name?: string;
  /** （类）（款）（项). */
  readonly path?: AccountPath;
  /** 当年, 本年: without what was carried over. */
  readonly current?: true;
  /** Whose: a department or unit that the words name. */
  readonly owner?: string;
  /** A meaning that is only likely: what does not hold is not judged. */
  readonly soft?: true;
}

export interface AccountPath {
  readonly class: string | null;
  readonly section: string | null;
  readonly entry: string | null;
}

export interface Phrase {
  /** `null` when the phrase names nothing that is understood. */
  readonly subject: Subject | null;
  /** Only words like 预算数为: what it is about was said before. */
  readonly generic: boolean;
  /** 2024 of 2024年; `last` for 上年. */
  readonly year: number | 'last' | null;
}

const FUNDS: readonly (readonly [RegExp, Fund, Side?])[] = [
  [/使用非财政拨款结余|用事业基金弥补收支差额/, 'balance-use', 'income'],
  [/上年(?:财政拨款)?结转(?:和?结余)?(?:资金)?(?:收入)?|年初(?:财政拨款)?结转(?:和结余)?/, 'carry-in', 'income'],
  [/(?:一般)?公共(?:财政)?预算/, 'general'],
  [/政府性基金(?:预算)?|^基金预算/, 'gov-fund'],
  [/单位(?:自有)?资金(?:收入)?|自有资金(?:收入)?/, 'own', 'income'],
  [/国有资本经营(?:预算)?/, 'state-capital'],
  [/财政专户(?:管理|核拨)?(?:资金)?(?:收入)?/, 'fiscal-account', 'income'],
  [/附属单位上缴收入/, 'affiliate', 'income'],
  [/上级财政补助(?:收入)?/, 'upper-treasury', 'income'],
  [/上级补助收入/, 'upper-subsidy', 'income'],
  [/(?:事业单位)?经营收入/, 'operation', 'income'],
  [/事业(?:单位)?收入(?:\(不含教育收费\))?/, 'business', 'income'],
  [/其他收入/, 'other', 'income'],
];
const NATURES: readonly (readonly [RegExp, Nature])[] = [
  [/基本支出/, 'basic'],
  [/项目支出/, 'project'],
  [/人员(?:类)?(?:经费|支出)|人员类(?:项目)?/, 'staff'],
  [/(?:日常)?公用(?:类)?(?:经费|支出)|运转类项目/, 'operating'],
  [/特定目标类项目/, 'project'],
];
/** Words that say nothing of which amount it is. */
const FILLER =
  /预算|编制|安排|批复|核定|下达|拨款|财政|资金|总额|总数|总量|规模|总计|合计|共计|全年|年初|当年|本年度?|部门|单位|汇总|综合|所有|全部|我局|我委|我|本|所属|各|其中|金额|经费|费用|涉及|使用|统筹|及其?(?:下属|所属|直属)|下属|[总数为是共的达计由用按均]|["“”'‘’:]/g;
/** 二、 (一) 3. before the words. */
const ORDINAL = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d{1,2}[、.])+/;
/** A department's name before the year or the subject. */
const OWNER =
  /^[\p{sc=Han}()]{2,40}?(?:局|委员会|委|办公室|办|厅|院|中心|会|站|所|队|校|政府|部门)(?:\((?:本级|部门|汇总|单位)\))?(?=部门|本级|汇总|及其?(?:下属|所属|直属)|\d{4}年|一般公共|政府性基金|国有资本|财政拨款|收入|支出|收支|基本支出|项目支出|年初|预算|机关运行|政府采购|“三公|三公|$)/u;
/** 208社会保障和就业支出, 社会保障和就业支出(208): the account's code beside its name. */
const CODE = /^\d{3}(?:\d{2}){0,2}(?=[\p{sc=Han}])|\(\d{3}(?:\d{2}){0,2}\)/gu;
/** (一般公共预算80万元, (含上年结转80万元: a bracket begins. */
const BRACKET = /^\(?(?:其中)?[:,，]?含?/;
/** Words of a reason or a purpose are no part of a name. */
const NO_NAME = /用于|主要|购置|因|导致|项目|补助|专项|收入|支出|经费/;

/** The name at the beginning of the words, or ''. 本级 makes it a unit of its own. */
function ownerOf(text: string): string {
  const owner = OWNER.exec(text)?.[0] ?? '';
  return NO_NAME.test(owner) ? '' : owner;
}

/** True when the short name may stand for the long one: it keeps the order of its characters (区人社局, 某区人力资源和社会保障局). */
export function isAbbreviation(short: string, long: string): boolean {
  let at = 0;
  for (const character of short) {
    at = long.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** True when the owner named is the department, be it by a short name. */
export function isDepartment(owner: string, department: string): boolean {
  return isAbbreviation(owner.replace(/部门|汇总|[()]/g, ''), department);
}

/** `final`: of final accounts, whose figures are called 决算. */
export function phraseOf(raw: string, topic: Topic, final = false): Phrase {
  const words = (final ? raw.replace(/决算/g, '') : raw).replace(ORDINAL, '').replace(CODE, '').replace(BRACKET, '');
  const dated = /(\d{4})年度?/.exec(words);
  const year = dated ? Number(dated[1]) : /上年度?|去年|上一年/.test(words) && !/结转|结余/.test(words) ? ('last' as const) : null;
  const path = pathOf(words);
  if (path) return { subject: { topic: 'budget', side: 'expenditure', path }, generic: false, year };
  const before = ownerOf(words);
  const undated = words.slice(before.length).replace(/\d{4}年度?|^(?:上年度?|去年|上一年)(?!结转|结余|财政拨款结转)/g, '');
  const behind = before === '' ? ownerOf(undated) : '';
  const text = undated.slice(behind.length);
  const unit = /本级/.test(text) ? '本级' : '';
  const owner = `${before}${behind}${unit}`;
  const read = readTopic(text.replace(/本级/g, ''), topicOf(text, topic));
  return { ...read, subject: read.subject && owner !== '' ? { ...read.subject, owner } : read.subject, year };
}

function topicOf(text: string, topic: Topic): Topic {
  if (/政府采购/.test(text)) return 'procurement';
  if (/运行经费/.test(text) && !/公务用车|公车|购置/.test(text)) return 'agency';
  if (/三公/.test(text)) return 'three-public';
  return topic;
}

function readTopic(text: string, topic: Topic): Omit<Phrase, 'year'> {
  if (topic === 'none') return NOT_UNDERSTOOD;
  if (topic === 'procurement') return procurement(text);
  if (topic === 'agency' && /运行经费/.test(text) && !/公务用车|公车|购置/.test(text)) return agency(text);
  const item = topic === 'three-public' ? threePublicItemOf(text.replace(FILLER_EDGES, ''), null) : null;
  if (item && isOnly(text, THREE_PUBLIC)) return { subject: { topic, item }, generic: false };
  const read = budget(text, topic);
  // Under “三公”经费 and the like 财政拨款 is no total of the department's.
  const apart = topic === 'three-public' || topic === 'agency';
  return apart && !read.generic && read.subject?.name === undefined ? NOT_UNDERSTOOD : read;
}

const NOT_UNDERSTOOD = { subject: null, generic: false } as const;

const THREE_PUBLIC =
  /(?:一般公共预算)?(?:财政拨款)?(?:“?三公”?(?:经费)?|因公出国(?:\(境\))?费?用?|(?:公务用车|公车)运(?:行(?:维护)?|维)(?:经)?费?|(?:公务用车|公车)(?:购置)?(?:费)?(?:[及和与、](?:运行(?:维护)?|运维))?(?:经)?费?|公务接待费)/;

/** 2家参公事业单位的机关运行经费: whose is not told for certain, the rest is. */
function agency(text: string): Omit<Phrase, 'year'> {
  const match = /(?:机关|单位)?运行经费((?:(?:当年|一般公共预算|财政)*拨款|支出|预算|安排|共计|合计|总额|金额|数|为|是)*)$/.exec(text);
  if (!match || /用于|占|其中/.test(text)) return NOT_UNDERSTOOD;
  const before = text
    .slice(0, match.index)
    .replace(/一般公共预算/g, '')
    .replace(FILLER, '');
  return { subject: { topic: 'agency', item: 'agency-operating', ...(before === '' ? {} : { soft: true as const }) }, generic: false };
}

const FILLER_EDGES = /^[其中“”"]*|(?:预算|安排|支出|数|为|是|共计|总额)*$/g;

/** Nothing but the words asked for and filler. */
function isOnly(text: string, words: RegExp): boolean {
  return (
    text
      .replace(words, '')
      .replace(/支出|收支|一般公共/g, '')
      .replace(FILLER, '') === ''
  );
}

function procurement(text: string): Omit<Phrase, 'year'> {
  const [fund] = fundIn(text);
  const item: Item | undefined = /货物/.test(text) ? 'goods' : /工程/.test(text) ? 'works' : /服务/.test(text) ? 'services' : undefined;
  const rest = text.replace(/(?:政府)?采购|货物(?:类)?|工程(?:类)?|服务(?:类)?|支出|项目/g, '');
  const left = strip(
    rest,
    FUNDS.map(([pattern]) => pattern),
  ).replace(FILLER, '');
  if (left !== '') return { subject: null, generic: false };
  if (!item && !fund && !/采购/.test(text)) return { subject: null, generic: true };
  return { subject: { topic: 'procurement', ...(item ? { item } : {}), ...(fund ? { fund } : {}) }, generic: false };
}

function fundIn(text: string): readonly [Fund?, Side?] {
  for (const [pattern, fund, side] of FUNDS) if (pattern.test(text)) return [fund, side];
  return /财政拨款|财政资金/.test(text) ? ['fiscal'] : [];
}

function strip(text: string, patterns: readonly RegExp[]): string {
  return patterns.reduce((rest, pattern) => rest.replace(pattern, ''), text);
}

/** 一般公共预算上年结转: one fund's part of what is carried over. */
const CARRIED =
  /^(?:上年结转)?((?:一般)?公共预算|政府性基金(?:预算)?|国有资本经营预算)(?:财政)?(?:拨款)?(?:资金)?(?:上年|年初)?结转(?:和?结余)?(?:资金|收入)?(?:数|为|是)*$/;

/** Funds, natures and sides; what remains may be the name of an account. */
function budget(words: string, topic: Topic): Omit<Phrase, 'year'> {
  const text = topic === 'performance' ? words.replace(/纳入|整体支出绩效目标|绩效目标(?:管理)?/g, '') : words;
  if (/^(?:年末|年终)(?:财政拨款)?结转(?:和|及)?(?:结余)?(?:资金)?(?:数|为|是|共|共计)*$|^结转下年(?:资金)?(?:数|为|是)*$/.test(text))
    return { subject: { topic: 'budget', side: 'expenditure', carried: 'out' }, generic: false };
  const carried = CARRIED.exec(text);
  if (carried)
    return { subject: { topic: 'budget', side: 'income', fund: fundIn(carried[1] ?? '')[0] ?? 'general', carried: 'in' }, generic: false };
  const [fund, sideOfFund] = fundIn(text);
  const nature = NATURES.find(([pattern]) => pattern.test(text))?.[1];
  let rest = strip(text, [...FUNDS.map(([pattern]) => pattern), ...NATURES.map(([pattern]) => pattern)]);
  const both = /收支/.test(rest);
  const side: Side | undefined = nature
    ? 'expenditure'
    : (sideOfFund ?? (/收入/.test(rest) ? 'income' : /支出/.test(rest) ? 'expenditure' : undefined));
  rest = rest.replace(/收支|收入|支出/g, '').replace(FILLER, '');
  const current = /当年|本年/.test(text) ? { current: true as const } : {};
  const own: Topic = topic === 'performance' ? topic : 'budget';
  if (rest !== '') {
    const name = text
      .replace(/["“”]/g, '')
      .replace(/(?:科目|预算|安排|资金|金额|数|为|是|共|约)+$/, '')
      .replace(/^其中:?/, '');
    return { subject: fund || nature || !/^[\p{sc=Han}()、]{2,30}$/u.test(name) ? null : { topic: own, name }, generic: false };
  }
  if (both) return { subject: { topic: own, bothSides: true, ...(fund ? { fund } : {}) }, generic: false };
  if (!fund && !nature && !side) return { subject: null, generic: true };
  // 运转类 holds more than 公用经费, and so with the other two; 所属单位 are perhaps not all there is.
  const soft = /类项目|所属|各/.test(text) ? { soft: true as const } : {};
  const named = { ...soft, ...(side ? { side } : {}), ...(fund ? { fund } : {}), ...(nature ? { nature } : {}) };
  return { subject: { topic: own, ...named, ...current }, generic: false };
}

const PATH =
  /(?:^|[,，。;:：、])?([^,，。;:：、()]*)\(类\)|([^,，。;:：、()]*)\(款\)|([^,，。;:：、()]*(?:\([^()类款项]*\)[^,，。;:：、()]*)?)\(项\)/g;

/** 「社会保障和就业（类）…（款）…（项）」; `null` without any of the three. */
export function pathOf(text: string): AccountPath | null {
  const path: { class: string | null; section: string | null; entry: string | null } = { class: null, section: null, entry: null };
  for (const [, kind, section, entry] of text.matchAll(PATH)) {
    if (kind !== undefined) path.class = kind;
    if (section !== undefined) path.section = section;
    if (entry !== undefined) path.entry = entry;
  }
  return path.class === null && path.section === null && path.entry === null ? null : path;
}
