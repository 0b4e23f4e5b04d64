/** The two-sided tables of the five budgets, written down by hand: what each row of either side is, and whose money each column counts. */

export interface AuditedSide {
  /** Column of the labels. */
  readonly label: string;
  /** Column → fund. */
  readonly amounts: Readonly<Record<string, string>>;
  /** Row → line, then the source; the rows of 支出 that are not listed are 类, known by their names. */
  readonly rows: Readonly<Record<number, string>>;
}

export interface AuditedSummary {
  readonly sheet: string;
  readonly rows: readonly [number, number];
  readonly income: AuditedSide;
  readonly expenditure: AuditedSide;
  readonly counts?: string;
}

const list = (first: number, ...lines: readonly string[]): Readonly<Record<number, string>> =>
  Object.fromEntries(lines.map((line, i) => [first + i, line]));
const source = (...funds: readonly string[]): string[] => funds.map((fund) => `source ${fund}`);
const FISCAL = ['general', 'gov-fund', 'state-capital'];
const CARRIED = FISCAL.map((fund) => `carry-in-source ${fund}`);
const OWN = ['fiscal-account', 'business', 'upper-subsidy', 'affiliate', 'operation', 'other'];
const FUNDS = (columns: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...columns].map((column, i) => [column, ['fiscal', ...FISCAL][i] ?? '']));

export const SUMMARIES: Readonly<Record<string, readonly AuditedSummary[]>> = {
  'seed-000.xlsx': [
    {
      sheet: '表一',
      rows: [6, 18],
      income: {
        label: 'A',
        amounts: { B: 'all' },
        rows: list(6, 'grand-total', 'current-total', ...source(...FISCAL, ...OWN), 'carry-in', 'balance-use'),
      },
      expenditure: { label: 'C', amounts: { D: 'all' }, rows: { 6: 'grand-total', 7: 'current-total', 17: 'carry-out' } },
    },
    {
      sheet: '表四',
      rows: [6, 15],
      income: {
        label: 'A',
        amounts: { B: 'fiscal' },
        rows: { ...list(6, 'current-total', ...source(...FISCAL)), ...list(11, 'carry-in', ...CARRIED, 'grand-total') },
      },
      expenditure: { label: 'C', amounts: FUNDS('DEFG'), rows: { 6: 'current-total', 11: 'carry-out', 15: 'grand-total' } },
    },
  ],
  'seed-001.xlsx': [
    {
      sheet: '表一',
      rows: [6, 36],
      income: {
        label: 'A',
        amounts: { B: 'fiscal' },
        rows: { ...list(6, 'current-total', ...source(...FISCAL), 'carry-in', ...CARRIED), 36: 'grand-total' },
      },
      expenditure: { label: 'C', amounts: FUNDS('DEFG'), rows: { 6: 'current-total', 35: 'carry-out', 36: 'grand-total' } },
    },
    {
      sheet: '表六',
      rows: [6, 36],
      income: {
        label: 'A',
        amounts: { B: 'all' },
        rows: { ...list(6, ...source(...FISCAL, ...OWN)), ...list(34, 'current-total', 'carry-in', 'grand-total') },
      },
      expenditure: { label: 'C', amounts: { D: 'all' }, rows: list(34, 'current-total', 'carry-out', 'grand-total') },
    },
  ],
  'seed-002.xlsx': [
    {
      sheet: '表1',
      rows: [6, 36],
      income: {
        label: 'A',
        amounts: { B: 'all' },
        rows: {
          ...list(6, ...source(...FISCAL, 'business', 'operation', 'other')),
          ...list(34, 'current-total', 'carry-in', 'grand-total'),
        },
      },
      expenditure: { label: 'C', amounts: { D: 'all' }, rows: { 34: 'current-total', 36: 'grand-total' } },
    },
    {
      sheet: '表2',
      rows: [6, 34],
      income: { label: 'A', amounts: { B: 'fiscal' }, rows: list(6, 'current-total', ...source(...FISCAL), 'carry-in', ...CARRIED) },
      expenditure: { label: 'C', amounts: FUNDS('DEFG'), rows: { 6: 'current-total' } },
    },
  ],
  'seed-003.xlsx': [
    {
      sheet: '部门预算收支总表',
      rows: [6, 39],
      income: {
        label: 'B',
        amounts: { C: 'all' },
        rows: { ...list(6, ...source(...FISCAL, 'fiscal-account', 'own')), ...list(37, 'current-total', 'carry-in', 'grand-total') },
      },
      expenditure: { label: 'D', amounts: { E: 'all' }, rows: list(37, 'current-total', 'carry-out', 'grand-total') },
      counts: 'A',
    },
    {
      sheet: '部门预算财政拨款收支总表',
      rows: [6, 42],
      income: {
        label: 'B',
        amounts: { C: 'fiscal' },
        rows: { ...list(6, ...source(...FISCAL)), ...list(37, 'current-total', 'carry-in', ...CARRIED, 'grand-total') },
      },
      expenditure: { label: 'D', amounts: FUNDS('EFGH'), rows: { 37: 'current-total', 38: 'carry-out', 42: 'grand-total' } },
      counts: 'A',
    },
  ],
  'seed-004.xlsx': [
    {
      sheet: '表一',
      rows: [6, 16],
      income: {
        label: 'A',
        amounts: { B: 'fiscal' },
        rows: { ...list(6, 'current-total', ...source(...FISCAL)), ...list(12, 'carry-in', ...CARRIED, 'grand-total') },
      },
      expenditure: { label: 'C', amounts: FUNDS('DEFG'), rows: { 6: 'current-total', 12: 'carry-out', 16: 'grand-total' } },
    },
    {
      sheet: '表六',
      rows: [6, 15],
      income: { label: 'A', amounts: { B: 'all' }, rows: list(6, 'grand-total', ...source(...FISCAL, ...OWN)) },
      expenditure: { label: 'C', amounts: { D: 'all' }, rows: { 6: 'grand-total' } },
    },
  ],
};

/** 类 of 支出功能分类 by their names without ordinals (《政府收支分类科目》); what has no code in the printed list is `null`. */
export const CLASSES: Readonly<Record<string, string | null>> = {
  一般公共服务支出: '201',
  外交支出: '202',
  国防支出: '203',
  公共安全支出: '204',
  教育支出: '205',
  科学技术支出: '206',
  文化旅游体育与传媒支出: '207',
  社会保障和就业支出: '208',
  社会保险基金支出: '209',
  卫生健康支出: '210',
  节能环保支出: '211',
  城乡社区支出: '212',
  农林水支出: '213',
  交通运输支出: '214',
  资源勘探工业信息等支出: '215',
  商业服务业等支出: '216',
  金融支出: '217',
  援助其他地区支出: '219',
  自然资源海洋气象等支出: '220',
  住房保障支出: '221',
  粮油物资储备支出: '222',
  国有资本经营预算支出: '223',
  灾害防治及应急管理支出: '224',
  预备费: '227',
  其他支出: '229',
  转移性支出: '230',
  债务还本支出: '231',
  债务付息支出: '232',
  债务发行费用支出: '233',
  抗疫特别国债安排的支出: '234',
  人行科目: null,
};
