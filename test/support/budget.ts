/**
 * One small department's budget as a list of single amounts: every figure of every table that tests draw is a sum of these, so
 * all of them tie out, in whatever layout. Amounts are in hundredths of 万元.
 */
import { BUILT_IN_CATALOGUE } from '../../src/core/accounts';
import type { AccountScheme } from '../../src/core/model';

export interface Entry {
  readonly unit: string;
  /** 支出功能分类 项, 部门预算支出经济分类 款, 政府预算支出经济分类 款. */
  readonly functional: string;
  readonly 'economic-dept': string;
  readonly 'economic-gov': string;
  readonly nature: 'staff' | 'operating' | 'project';
  readonly fund: 'general' | 'gov-fund' | 'state-capital' | 'fiscal-account' | 'business' | 'other';
  /** Paid from what was carried over (上年结转). */
  readonly carried: boolean;
  readonly project: string | null;
  readonly amount: number;
  /** Last year's amount for the same. */
  readonly last: number;
}

export interface Unit {
  readonly code: string;
  readonly name: string;
}
export const DEPARTMENT: Unit = { code: '101', name: '某某市林业和草原局' };
export const UNITS: readonly Unit[] = [
  { code: '101001', name: '某某市林业和草原局本级' },
  { code: '101002', name: '某某市林业技术推广中心' },
];

/** Names of accounts that the built-in catalogue does not list. */
const UNLISTED: Readonly<Record<string, string>> = {
  '21302': '林业和草原',
  '2130201': '行政运行',
  '2130204': '事业机构',
  '2130205': '森林资源培育',
  '2130206': '技术推广与转化',
  '2130234': '林业草原防灾减灾',
};

type Listed = readonly [unit: 0 | 1, functional: string, dept: string, gov: string, amount: number, last: number];
const STAFF: readonly Listed[] = [
  [0, '2130201', '30101', '50101', 21460, 20870],
  [0, '2130201', '30102', '50101', 35073, 34102],
  [0, '2130201', '30103', '50101', 1788, 1740],
  [0, '2080505', '30108', '50102', 11467, 10125],
  [0, '2080506', '30109', '50102', 4175, 3875],
  [0, '2101101', '30110', '50102', 6237, 6010],
  [0, '2210201', '30113', '50103', 8076, 7530],
  [0, '2080501', '30302', '50905', 4908, 4655],
  [1, '2130204', '30101', '50501', 9264, 9011],
  [1, '2130204', '30107', '50501', 12730, 12185],
  [1, '2080505', '30108', '50501', 3519, 3390],
  [1, '2080506', '30109', '50501', 1760, 1695],
  [1, '2101102', '30110', '50501', 1865, 1801],
  [1, '2210201', '30113', '50501', 2639, 2543],
];
const OPERATING: readonly Listed[] = [
  [0, '2130201', '30201', '50201', 3225, 3310],
  [0, '2130201', '30211', '50201', 3162, 3020],
  [0, '2130201', '30215', '50202', 120, 150],
  [0, '2130201', '30216', '50203', 245, 260],
  [0, '2130201', '30217', '50206', 236, 300],
  [0, '2130201', '30231', '50208', 1800, 2100],
  [0, '2130201', '31002', '50306', 300, 0],
  [1, '2130204', '30201', '50502', 1148, 1202],
  [1, '2130204', '30217', '50502', 54, 60],
  [1, '2130204', '30231', '50502', 350, 350],
];
type Planned = readonly [...Listed, fund: Entry['fund'], project: string, carried?: true];
const PROJECTS: readonly Planned[] = [
  [0, '2130205', '30227', '50205', 48906, 50140, 'general', '造林绿化与森林质量提升'],
  [0, '2130205', '31005', '50302', 15000, 12500, 'general', '造林绿化与森林质量提升'],
  [0, '2130205', '30227', '50205', 6000, 0, 'general', '造林绿化与森林质量提升', true],
  [0, '2130234', '31013', '50303', 1850, 0, 'general', '森林防火装备购置'],
  [0, '2120804', '31005', '50302', 12050, 9000, 'gov-fund', '村庄绿化'],
  [0, '2120804', '31005', '50302', 2200, 0, 'gov-fund', '村庄绿化', true],
  [0, '2230105', '30299', '50299', 860, 900, 'state-capital', '国有林场退休人员社会化管理'],
  [1, '2130206', '30218', '50502', 7342, 7011, 'general', '林木良种繁育'],
  [1, '2130206', '31003', '50601', 2613, 2400, 'general', '林木良种繁育'],
  [1, '2130206', '30216', '50502', 1525, 1480, 'fiscal-account', '林业技术培训'],
  [1, '2130206', '30227', '50502', 4530, 4377, 'business', '林业技术服务'],
  [1, '2130206', '30299', '50502', 1235, 1118, 'other', '林业技术服务'],
];

function entry([unit, functional, dept, gov, amount, last]: Listed, more: Pick<Entry, 'nature' | 'fund' | 'carried' | 'project'>): Entry {
  return { unit: (UNITS[unit] as Unit).code, functional, 'economic-dept': dept, 'economic-gov': gov, amount, last, ...more };
}

export const ENTRIES: readonly Entry[] = [
  ...STAFF.map((listed) => entry(listed, { nature: 'staff', fund: 'general', carried: false, project: null })),
  ...OPERATING.map((listed) => entry(listed, { nature: 'operating', fund: 'general', carried: false, project: null })),
  ...PROJECTS.map(([unit, functional, dept, gov, amount, last, fund, project, carried = false]) =>
    entry([unit, functional, dept, gov, amount, last], { nature: 'project', fund, carried, project }),
  ),
];

export type Choice = (entry: Entry) => boolean;
export const ALL: Choice = () => true;
export const NONE: Choice = () => false;
export const BASIC: Choice = ({ nature }) => nature !== 'project';
export const PROJECT: Choice = ({ nature }) => nature === 'project';
export const STAFF_COSTS: Choice = ({ nature }) => nature === 'staff';
export const OPERATING_COSTS: Choice = ({ nature }) => nature === 'operating';
export const CARRIED: Choice = ({ carried }) => carried;
export const CURRENT: Choice = ({ carried }) => !carried;
export const from =
  (...funds: readonly Entry['fund'][]): Choice =>
  ({ fund }) =>
    funds.includes(fund);
export const GENERAL = from('general');
export const GOV_FUND = from('gov-fund');
export const STATE_CAPITAL = from('state-capital');
export const FISCAL = from('general', 'gov-fund', 'state-capital');
/** Entries whose code in a classification begins with any of these. */
export const under =
  (scheme: AccountScheme, ...codes: readonly string[]): Choice =>
  (one) =>
    codes.some((code) => one[scheme].startsWith(code));
export const both =
  (...choices: readonly Choice[]): Choice =>
  (one) =>
    choices.every((choice) => choice(one));
export const ofUnit =
  ({ code }: Unit): Choice =>
  ({ unit }) =>
    unit.startsWith(code);

const items = (...codes: readonly string[]): Choice => both(from('general'), under('economic-dept', ...codes));
/** The “三公”经费 of the general budget. */
export const THREE_PUBLIC = {
  all: items('30212', '30217', '30231', '31013'),
  abroad: items('30212'),
  vehicles: items('30231', '31013'),
  purchase: items('31013'),
  running: items('30231'),
  reception: items('30217'),
};

export const total = (...choices: readonly Choice[]): number =>
  ENTRIES.filter(both(...choices)).reduce((sum, { amount }) => sum + amount, 0);
export const lastYear = (...choices: readonly Choice[]): number =>
  ENTRIES.filter(both(...choices)).reduce((sum, { last }) => sum + last, 0);

/** One row of a table: what it is called, and which entries it counts. */
export interface Line {
  readonly code: string;
  readonly name: string;
  /** 0 for 类, 1 for 款, 2 for 项. */
  readonly level: number;
  readonly choice: Choice;
}

/** 类, 款 and 项 (economic: 类 and 款) with a chosen entry, each 类 with its own below it. */
export function accounts(scheme: AccountScheme, choice: Choice = ALL, levels = 3): readonly Line[] {
  const codes = new Set(ENTRIES.filter(choice).flatMap((one) => [3, 5, 7].slice(0, levels).map((length) => one[scheme].slice(0, length))));
  return [...codes].sort().map((code) => ({
    code,
    name: BUILT_IN_CATALOGUE.nameOf({ scheme, code }, 2025)?.name ?? UNLISTED[code] ?? '',
    level: (code.length - 3) / 2,
    choice: both(choice, under(scheme, code)),
  }));
}

/** 208 | 05 | 05: the code of an account in three columns, each level's own digits in its own. */
export const split = (code: string): readonly string[] => [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)];
export const indented = ({ name, level }: Line): string => '_'.repeat(level) + name;

export type Project = Line & { readonly unit: Unit; readonly functional: string };
/** The projects with a chosen entry, in order. */
export function projects(choice: Choice = ALL): readonly Project[] {
  const chosen = ENTRIES.filter((one) => one.project !== null && choice(one));
  const names = [...new Set(chosen.map((one) => one.project as string))];
  return names.map((name) => {
    const first = chosen.find((one) => one.project === name) as Entry;
    const unit = UNITS.find(({ code }) => code === first.unit) as Unit;
    return { code: '', name, level: 0, choice: both(choice, (one) => one.project === name), unit, functional: first.functional };
  });
}

/** A unit, the department or the whole table as a row. */
export const unitLine = (unit: Unit): Line => ({ ...unit, level: 0, choice: ofUnit(unit) });
export const grandTotal = (code = '合计', name = '<'): Line => ({ code, name, level: 0, choice: ALL });

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+\.)/g, ',');
/** `1,234.56`, nothing for nil. */
export const wan = (amount: number): string => (amount === 0 ? '' : grouped((amount / 100).toFixed(2)));
/** The same amount in 元: `12,345,600.00`. */
export const yuan = (amount: number): string => (amount === 0 ? '' : grouped((amount * 100).toFixed(2)));

/** What a column shows for a row: the sum of the entries that both choose, or a text of its own. */
export type Column = Choice | { readonly cell: (row: Choice) => string };
/** Last year's amounts of the chosen entries. */
export const last = (choice: Choice): Column => ({ cell: (chosen) => wan(lastYear(chosen, choice)) });

/** Cells → a line of a picture (see drawn.ts). */
export const row = (...cells: readonly string[]): string => cells.join(' | ');

export interface BodyOptions<L> {
  /** The cells left of the amounts; code and name when absent. */
  readonly labels?: (line: L) => readonly string[];
  readonly write?: (amount: number) => string;
  /** Only these entries are counted. */
  readonly choice?: Choice;
}

/** Lines of a picture: the labels of each row, then its amounts. */
export function body<L extends Line>(lines: readonly L[], columns: readonly Column[], options: BodyOptions<L> = {}): string {
  const { labels = ({ code, name }: L) => [code, name], write = wan, choice = ALL } = options;
  const amount = (line: L, column: Column): string =>
    typeof column === 'function' ? write(total(line.choice, column, choice)) : column.cell(both(line.choice, choice));
  return lines.map((line) => row(...labels(line), ...columns.map((column) => amount(line, column)))).join('\n');
}

type Cells = readonly string[];

/** 收入 beside 支出: rows of the sides next to one another, the shorter ones filled up with empty cells. */
export function sideBySide(...sides: readonly (readonly Cells[])[]): string {
  const height = Math.max(...sides.map((side) => side.length));
  const width = (side: readonly Cells[]): number => Math.max(...side.map((cells) => cells.length));
  const filled = (cells: Cells, side: readonly Cells[]): Cells => [...cells, ...Array<string>(width(side) - cells.length).fill('')];
  return Array.from({ length: height }, (_, at) => row(...sides.flatMap((side) => filled(side[at] ?? [], side)))).join('\n');
}

/** A picture from its parts: caption and headings as they are printed, then rows. */
export const table = (...parts: readonly string[]): string => parts.map((part) => part.replace(/^\n|\n$/g, '')).join('\n');

/** The title over all columns, and below it what stands left and right above the headings. */
export const caption = (width: number, title: string, left = '部门：某某市林业和草原局', right = '单位：万元'): string =>
  `${row(title, ...Array<string>(width - 1).fill('<'))}\n${row(left, ...Array<string>(width - 2).fill(''), right)}`;

const ORDINALS = '一二三四五六七八九十';
const numeral = (at: number): string => ORDINALS[at] ?? `十${ORDINALS[at - 10] ?? ''}`;
/** 一、二、三、 … before a name. */
export const ordinal = (at: number, name: string): string => `${numeral(at)}、${name}`;
/** （一）（二） … before a name. */
export const bracketed = (at: number, name: string): string => `（${numeral(at)}）${name}`;
