/**
 * What every amount column of the five budgets means, written down by hand from the printed tables: the rows of the body, the
 * columns whose digits make the code, and for each amount column nature, fund, year and item. Nothing here is asked of the reader.
 */

export interface AuditedTable {
  readonly sheet: string;
  /** First and last row of the body, as Excel numbers them. */
  readonly rows: readonly [number, number];
  /** Columns whose texts, put together, are the code; the first group that gives one counts. None: a table without codes. */
  readonly codes?: readonly string[];
  /** Rows whose code is not as written (a digit wrong), or that have a name only. */
  readonly codeOfRow?: Readonly<Record<number, string>>;
  /** Column → `nature fund`, then `last` for last year, then the item. */
  readonly amounts: Readonly<Record<string, string>>;
  /** Row → item, where the rows tell it. */
  readonly items?: Readonly<Record<number, string>>;
  /** 部门收入总表 lists accounts too, and counts income. */
  readonly side?: 'income';
  /** Columns of figures that are no money: 序号, 数量, 单价, codes of units. */
  readonly counts?: string;
}

const BASIC_AND_PROJECT = (columns: string, fund: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...columns].map((column, i) => [column, `${['all', 'basic', 'project'][i] ?? ''} ${fund}`]));
const STAFF_AND_OPERATING = (columns: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...columns].map((column, i) => [column, `${['basic', 'staff', 'operating'][i] ?? ''} general`]));
const SOURCES = (columns: string, ...funds: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries([...columns].map((column, i) => [column, `all ${funds[i] ?? ''}`]));
const PUBLIC = (columns: string, fund: string, year = ''): Readonly<Record<string, string>> => {
  const items = ['three-public-total', 'abroad', 'vehicle', 'vehicle-purchase', 'vehicle-running', 'reception'];
  return Object.fromEntries([...columns].map((column, i) => [column, `all ${fund} ${year} ${items[i] ?? ''}`.replace(/ +/g, ' ')]));
};
const OWN = ['fiscal-account', 'business', 'upper-subsidy', 'affiliate', 'operation', 'other'];

export const AUDIT: Readonly<Record<string, readonly AuditedTable[]>> = {
  'seed-000.xlsx': [
    { sheet: '表三', rows: [5, 43], codes: ['A'], amounts: BASIC_AND_PROJECT('CDE', 'all') },
    { sheet: '表五', rows: [6, 44], codes: ['A'], amounts: { C: 'all general last', ...BASIC_AND_PROJECT('DEF', 'general') } },
    { sheet: '表六', rows: [7, 43], codes: ['A'], amounts: STAFF_AND_OPERATING('CDE') },
    { sheet: '表七', rows: [7, 28], codes: ['A'], amounts: { C: 'basic general' } },
    { sheet: '表八', rows: [7, 26], codes: ['A'], amounts: { C: 'project general' } },
    { sheet: '表九', rows: [7, 22], codes: ['A'], amounts: { C: 'project general' } },
    { sheet: '表十', rows: [7, 7], amounts: PUBLIC('ABCDEF', 'general') },
    { sheet: '表十一', rows: [6, 6], codes: ['A'], amounts: BASIC_AND_PROJECT('CDE', 'gov-fund') },
    { sheet: '表十二', rows: [6, 6], codes: ['A'], amounts: BASIC_AND_PROJECT('CDE', 'state-capital') },
    {
      sheet: '表十三',
      rows: [5, 8],
      amounts: SOURCES('CDEFGHIJKLMN', 'all', 'carry-in', 'general', 'gov-fund', 'state-capital', ...OWN, 'balance-use'),
      items: { 6: 'goods', 7: 'works', 8: 'services' },
    },
  ],
  'seed-001.xlsx': [
    {
      sheet: '表二',
      rows: [6, 49],
      codes: ['A'],
      // printed 2080799 below 20808: its place and its name say 2080899
      codeOfRow: { 30: '2080899' },
      amounts: { C: 'all general last', ...BASIC_AND_PROJECT('DEF', 'general') },
    },
    { sheet: '表三', rows: [6, 34], codes: ['A'], amounts: STAFF_AND_OPERATING('CDE') },
    { sheet: '表四', rows: [7, 8], amounts: { ...PUBLIC('CDEFGH', 'general', 'last'), ...PUBLIC('IJKLMN', 'general') }, counts: 'A' },
    { sheet: '表五', rows: [6, 6], codes: ['A'], amounts: BASIC_AND_PROJECT('CDE', 'gov-fund') },
    {
      sheet: '表七',
      side: 'income',
      rows: [6, 43],
      codes: ['A'],
      amounts: SOURCES('CDEFGHIJKLM', 'all', 'carry-in', 'general', 'gov-fund', 'state-capital', ...OWN),
    },
    { sheet: '表八', rows: [5, 42], codes: ['A'], amounts: BASIC_AND_PROJECT('CDE', 'all') },
    {
      sheet: '表九',
      rows: [5, 6],
      amounts: SOURCES('CDEFGHIJKLM', 'all', 'carry-in', 'general', 'gov-fund', 'state-capital', ...OWN),
      items: { 6: 'goods' },
    },
    {
      sheet: '表十',
      rows: [6, 55],
      amounts: { D: 'project all', ...Object.fromEntries([...'EFGHIJKL'].map((column) => [column, 'part all'])) },
      counts: 'A',
    },
  ],
  'seed-002.xlsx': [
    { sheet: '表1-2', rows: [7, 47], codes: ['ABC'], amounts: BASIC_AND_PROJECT('FGH', 'all'), counts: 'D' },
    { sheet: '表3', rows: [7, 20], codes: ['ABC'], amounts: { F: 'all general', G: 'all current', H: 'all carry-in' }, counts: 'D' },
    { sheet: '表3-1', rows: [7, 148], codes: ['AB', 'C'], amounts: STAFF_AND_OPERATING('EFG') },
    {
      sheet: '表3-2',
      rows: [6, 43],
      codes: ['ABC'],
      codeOfRow: {
        9: '2080102',
        16: '2080105',
        18: '2080112',
        21: '2080102',
        28: '2080101',
        32: '2080102',
        35: '2082602',
        37: '2089999',
        40: '2080102',
      },
      amounts: { F: 'project general' },
      counts: 'D',
    },
    { sheet: '表3-3', rows: [7, 13], amounts: PUBLIC('CDEFGH', 'general'), counts: 'A' },
    { sheet: '表4', rows: [7, 7], codes: ['ABC'], amounts: BASIC_AND_PROJECT('FGH', 'gov-fund') },
  ],
  'seed-003.xlsx': [
    {
      sheet: '部门预算收入总表',
      side: 'income',
      rows: [6, 39],
      codes: ['B'],
      amounts: SOURCES(
        'DEFGHIJKLM',
        'all',
        'current',
        'fiscal',
        'fiscal-account',
        'business',
        'operation',
        'upper-subsidy',
        'affiliate',
        'other',
        'carry-in',
      ),
      counts: 'A',
    },
    {
      sheet: '部门预算支出总表',
      rows: [6, 39],
      codes: ['B'],
      amounts: { ...BASIC_AND_PROJECT('DEF', 'all'), G: 'business all', H: 'upward all', I: 'subsidy all' },
      counts: 'A',
    },
    {
      sheet: '部门预算一般公共预算财政拨款支出表',
      rows: [6, 36],
      codes: ['B'],
      amounts: BASIC_AND_PROJECT('DEF', 'general'),
      counts: 'A',
    },
    { sheet: '部门预算一般公共预算财政拨款基本支出表', rows: [6, 34], codes: ['B'], amounts: STAFF_AND_OPERATING('DEF'), counts: 'A' },
    {
      sheet: '部门预算国有资本经营预算财政拨款支出表',
      rows: [6, 9],
      codes: ['B'],
      amounts: BASIC_AND_PROJECT('DEF', 'state-capital'),
      counts: 'A',
    },
    {
      sheet: '部门预算财政拨款“三公”经费支出表',
      rows: [6, 13],
      amounts: SOURCES('CDEF', 'fiscal', 'general', 'gov-fund', 'state-capital'),
      items: { 6: 'three-public-total', 7: 'abroad', 10: 'vehicle', 11: 'vehicle-purchase', 12: 'vehicle-running', 13: 'reception' },
      counts: 'A',
    },
    {
      sheet: '部门政府采购预算',
      rows: [5, 25],
      amounts: {
        B: 'part all',
        ...SOURCES('HIJKLMN', 'all', 'general', 'gov-fund', 'state-capital', 'fiscal-account', 'own', 'carry-in'),
        O: 'part all',
      },
      counts: 'FG',
    },
  ],
  'seed-004.xlsx': [
    { sheet: '表二', rows: [6, 40], codes: ['A'], amounts: BASIC_AND_PROJECT('CDE', 'general') },
    { sheet: '表三', rows: [6, 40], codes: ['A'], amounts: STAFF_AND_OPERATING('CDE') },
    { sheet: '表四', rows: [7, 7], amounts: PUBLIC('ABCDEF', 'general') },
    { sheet: '表五', rows: [6, 6], codes: ['A'], amounts: BASIC_AND_PROJECT('CDE', 'gov-fund') },
    {
      sheet: '表七',
      side: 'income',
      rows: [6, 40],
      codes: ['A'],
      amounts: SOURCES('CDEFGHIJKL', 'all', 'general', 'gov-fund', 'state-capital', ...OWN),
    },
    { sheet: '表八', rows: [5, 39], codes: ['A'], amounts: BASIC_AND_PROJECT('CDE', 'all') },
    {
      sheet: '表九',
      rows: [5, 8],
      amounts: SOURCES('BCDEFGHIJK', 'all', 'general', 'gov-fund', 'state-capital', ...OWN),
      items: { 6: 'goods', 7: 'works', 8: 'services' },
    },
  ],
};
