/** Which meaning has a label of the field, in whichever of its many wordings? All functions take compacted text. */
import type { Fund, Item, Line, Nature } from '../model';
import { remembered, stripOrdinal } from './text';

const TOTAL = /^(?:合计|总计|小计|总合计|共计|合计数|总计数|金额合计|预算合计)$/;
const AMOUNT_WORD =
  /^(?:(?:采购|预算|项目|支出|安排|申请)?(?:总)?金额|采购预算(?:数|金额)?|预算数|决算数|预算金额|预算额|年初预算数|本年预算数|全年预算数|调整后?预算数|资金|总额|预算总额|执行数)$/;
const UNIT_SUFFIX = /\((?:单位[::])?(?:万|千|百|亿)?元\)$/;

/** The label without a trailing （万元）. */
export function withoutUnit(label: string): string {
  return label.replace(UNIT_SUFFIX, '');
}

/** 合计, 总计, 小计 and nothing else. */
export const isTotalLabel = remembered((label): boolean => {
  return TOTAL.test(withoutUnit(stripOrdinal(label)));
});

/** 金额, 预算数: says that the column holds amounts, not which. */
export const isAmountWord = remembered((label): boolean => {
  return AMOUNT_WORD.test(withoutUnit(label).replace(/^20\d{2}年(?:度)?/, '')) || /^20\d{2}年(?:度)?$/.test(withoutUnit(label));
});

const COMPARISON = /增减|增长|增加|减少|比上年|较上年|同比|比20\d{2}年|较20\d{2}年|变动|占比|比例|比重|完成|%/;

/** A heading over what compares two amounts: 增减额, 比上年增长%, 占比. */
export const compares = remembered((heading): boolean => COMPARISON.test(heading));

const FUNDS: readonly (readonly [RegExp, Fund])[] = [
  [/^事业(?:单位)?(?:收入|资金)\(不含/, 'business'],
  [/使用非财政拨款结余|事业基金|非财政拨款结余/, 'balance-use'],
  [/上年.*(?:结转|结余)|年初.*(?:结转|结余)|^结转(?:结余)?资金|^结转和结余|^(?!年末|年终|结转下年).*结转(?:和|及)?结余/, 'carry-in'],
  [/一般公共预算|公共财政|公共预算/, 'general'],
  [/政府性基金|^基金(?:预算)?(?:拨款|收入)?/, 'gov-fund'],
  [/国有资本/, 'state-capital'],
  [/财政专户|专户管理|专户资金|教育收费/, 'fiscal-account'],
  [/附属单位(?:上缴|缴款|收入)|附属单位$/, 'affiliate'],
  [/上级财政补助/, 'upper-treasury'],
  [/上级(?:单位|主管部门)?补助/, 'upper-subsidy'],
  [/经营收入|经营资金/, 'operation'],
  [/事业(?:单位)?(?:收入|资金)/, 'business'],
  [/^单位(?:自有)?资金|^自有资金/, 'own'],
  [/^其他(?:各项)?(?:收入|资金)/, 'other'],
  [/^(?:[省市区县本]级)?(?:本年|当年)(?:收入|拨款|财政拨款安排|财政拨款预算安排|安排|资金)/, 'current'],
  [/财政拨款|财政资金|财政补助收入|^(?:财政)?预算拨款/, 'fiscal'],
];

/** Whose money a label names, `null` when it names none. */
export const fundOf = remembered((label): Fund | null => {
  const name = stripOrdinal(label);
  for (const [pattern, fund] of FUNDS) if (pattern.test(name)) return fund;
  return null;
});

/** 财政专户管理资金及单位资金: two sources of money in one figure. */
export const namesSeveralFunds = remembered((label): boolean => {
  return new Set(label.split(/[及和与、]/).flatMap((part) => fundOf(part) ?? [])).size > 1;
});

const NATURES: readonly (readonly [RegExp, Nature])[] = [
  [/人员(?:经费|支出)?(?:和|及|、)(?:日常)?公用(?:经费|支出)/, 'basic'],
  [/人员(?:经费|支出)/, 'staff'],
  [/公用(?:经费|支出)|日常公用/, 'operating'],
  [/基本支出/, 'basic'],
  [/项目支出|专项业务(?:经)?费/, 'project'],
  [/经营支出/, 'business'],
  [/上[缴解]上级/, 'upward'],
  [/(?:附属|下级)单位.*补助/, 'subsidy'],
  [/预留.*(?:经费|资金|支出)|机动经费/, 'reserve'],
  [/^(?:结转下年|年终结转|年末结转)/, 'carry-out'],
];

/** 基本支出, 项目支出 and their parts; `null` for anything else. */
export const natureOf = remembered((label): Nature | null => {
  for (const [pattern, nature] of NATURES) if (pattern.test(label)) return nature;
  return null;
});

/** 「一、基本支出」, 「人员经费合计」 as a row's label: the nature that it sums; `null` for an account or anything else. */
export const purposeOf = remembered((label): Nature | null => {
  const name = stripOrdinal(label).replace(/(?:合计|小计|总计)$/, '');
  return /^(?:基本支出|项目支出|专项业务(?:经)?费(?:支出)?|人员(?:经费|支出)?(?:和|及|、)(?:日常)?公用(?:经费|支出)(?:支出)?|人员(?:经费|支出)|(?:日常)?公用(?:经费|支出)|.{0,4}预留.{0,4}(?:经费|资金)|机动经费|(?:事业单位)?经营支出|上[缴解]上级支出|对?(?:附属|下级)单位补助支出)$/.test(
    name,
  )
    ? natureOf(name)
    : null;
});

/** An item of the “三公” table; `parent` is the heading above the label, which a bare 小计 or 购置费 needs. */
export function threePublicItemOf(label: string, parent: string | null): Item | null {
  const name = withoutUnit(stripOrdinal(label));
  const inVehicle = parent !== null && /公务用车|公车/.test(parent);
  if (/公务用车购置(?:费)?(?:及|和|、|与)|公务用车(?:费|经费)$|公车购置(?:费)?(?:及|和|、)/.test(name)) return 'vehicle';
  if (/(?:公务用车|公车)购置/.test(name) || (inVehicle && /^(?:车辆)?购置/.test(name))) return 'vehicle-purchase';
  if (/(?:公务用车|公车)运(?:行|维)/.test(name) || (inVehicle && /运行|运维|维护/.test(name))) return 'vehicle-running';
  if (/机关运行经费/.test(name)) return 'agency-operating';
  if (/因公出国|出国\(境\)|出国费/.test(name)) return 'abroad';
  if (/公务接待|^接待费/.test(name)) return 'reception';
  if (/会议费/.test(name) && !/三公/.test(name)) return 'meeting';
  if (/培训费/.test(name) && !/三公/.test(name)) return 'training';
  if (isTotalLabel(name)) return parent === null ? null : inVehicle ? 'vehicle' : /三公/.test(parent) ? 'three-public-total' : null;
  if (/三公/.test(name)) return 'three-public-total';
  return null;
}

/** 货物, 工程, 服务 of the procurement table. */
export function procurementItemOf(label: string): Item | null {
  const name = stripOrdinal(label)
    .replace(/^[ABC][.、]?/, '')
    .replace(/[ABC]$/, '');
  if (/^(?:政府采购)?货物(?:类)?(?:预算|支出|采购)?$/.test(name)) return 'goods';
  if (/^(?:政府采购)?工程(?:类)?(?:预算|支出|采购)?$/.test(name)) return 'works';
  if (/^(?:政府采购)?服务(?:类)?(?:预算|支出|采购)?$/.test(name)) return 'services';
  return null;
}

/** Totals and carry-over lines of summary tables; `null` for sources, accounts and whatever else. */
export const lineOf = remembered((label): Line | null => {
  const name = withoutUnit(stripOrdinal(label));
  if (/^(?:收入|支出|收|支|收支)?(?:总计|总额|总合计)$|^合计$|^共计$/.test(name)) return 'grand-total';
  if (/^(?:本年|当年|本年度)(?:财政拨款)?(?:收入|支出)(?:合计|小计|总计)?$/.test(name)) return 'current-total';
  if (/^(?:收入|支出)(?:合计|小计)$/.test(name)) return 'grand-total';
  // in final accounts a block by economic class has its own heading with the sum of its classes
  if (/^(?:支出)?经济分类(?:支出)?(?:合计|小计|总计)$/.test(name)) return 'current-total';
  if (/^结转下年|^年终结转|^年末.*结转|^年末.*结余|^结转下年资金|^结余分配/.test(name)) return 'carry-out';
  const fund = fundOf(name);
  if (fund === 'carry-in') return 'carry-in';
  if (fund === 'balance-use') return 'balance-use';
  return null;
});

/** 「收入合计」「支出合计」: the grand total, unless the table has a 总计 as well. */
export function isSideSum(label: string): boolean {
  return /^(?:收入|支出)(?:合计|小计)$/.test(withoutUnit(stripOrdinal(label)));
}

const NOTE = /^\(?(?:备注|说明|注|附注|编制说明|填报说明)(?:\d|[::、.]|$)/;

/** A remark below a table. */
export const isNote = remembered((label): boolean => {
  return NOTE.test(label);
});

const EMPTINESS =
  /^(?:无|空表|无数据|无内容|不涉及)$|^\(?(?:(?:本|此|该|我)[\p{Script=Han}]|20\d{2}年).*(?:无|没有|未安排|未发生|未编|未使用|不涉及|不存在|空表|为空|为零)/u;

/** 「本部门无政府性基金预算支出」, 「此表无数据」: alone in its row it says why a table is empty. */
export const saysNothing = remembered((text): boolean => {
  return EMPTINESS.test(text);
});

const ORNAMENT =
  /^(?:点击)?返回(?:至|到)?(?:总)?(?:目录|首页|封面|上页)?$|^第\d+页(?:[,、/]?共\d+页)?$|^[-\u2010-\u2015\u2212]+\d+[-\u2010-\u2015\u2212]+$/;

/** A link back to the contents, a page's number: nothing of any table. */
export const isOrnament = remembered((text): boolean => {
  return ORNAMENT.test(text);
});

/** An organisation's name by its ending. */
export const looksLikeOrganisation = remembered((label): boolean => {
  return /(?:局|委员会|委|办公室|办|中心|所|院|校|学|园|站|队|大队|会|处|厅|馆|机关|部|社|公司|医院|政府|街道|镇|乡|台|本级|本部|法庭)(?:\([^)]*\))?$/.test(
    label,
  );
});
