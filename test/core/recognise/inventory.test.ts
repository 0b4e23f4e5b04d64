/** The inventory of the other four budgets: every table with its kind, panels, unit, year, rows and facts; nothing left unread. */
import { factsOf } from '../../../src/core/facts';
import type { Fact } from '../../../src/core/model';
import { recogniseTables } from '../../../src/core/recognise';
import { addressOf, rangeAddress } from '../../../src/core/workbook';
import { caseWorkbook } from '../../support/cases';

type Line = readonly [
  sheet: string,
  range: string,
  kind: string,
  panels: number,
  unit: string | null,
  year: number | null,
  rows: number,
  facts: number,
];

const INVENTORY: Readonly<Record<string, readonly Line[]>> = {
  'seed-001.xlsx': [
    ['表一', 'A1:G36', 'fiscal-summary', 2, '万元', 2023, 31, 133],
    ['表二', 'A1:F50', 'general-expenditure', 1, '万元', 2023, 44, 176],
    ['表三', 'A1:E34', 'general-basic', 1, '万元', 2023, 29, 87],
    ['表四', 'A1:N8', 'three-public', 1, '万元', 2023, 2, 24],
    ['表五', 'A1:E7', 'gov-fund', 1, '万元', 2023, 1, 3],
    ['表六', 'A1:D36', 'dept-summary', 2, '万元', 2023, 31, 43],
    ['表七', 'A1:M43', 'dept-income', 1, '万元', 2023, 38, 418],
    ['表八', 'A1:E42', 'dept-expenditure', 1, '万元', 2023, 38, 114],
    ['表九', 'A1:M6', 'procurement', 1, '万元', 2023, 2, 22],
    ['表十', 'A1:L55', 'project-list', 1, '万元', 2023, 50, 450],
    ['表十一', 'A1:F15', 'performance-overall', 0, '万元', null, 9, 0],
    ['预算说明', 'A1:A41', 'narrative', 0, null, null, 0, 0],
  ],
  'seed-002.xlsx': [
    ['表1', 'A1:D36', 'dept-summary', 2, '万元', 2024, 31, 39],
    ['表1-2', 'A1:H47', 'dept-expenditure', 1, '万元', 2024, 41, 123],
    ['表2', 'A1:G34', 'fiscal-summary', 2, '万元', 2024, 29, 124],
    ['表3', 'A1:H20', 'general-expenditure', 1, '万元', 2024, 14, 42],
    ['表3-1', 'A1:G148', 'general-basic', 1, '万元', 2024, 142, 426],
    ['表3-2', 'A1:F43', 'project-list', 1, '万元', 2024, 38, 38],
    ['表3-3', 'A1:H13', 'three-public', 1, '万元', 2024, 7, 42],
    ['表4', 'A1:H7', 'gov-fund', 1, '万元', 2024, 1, 3],
    ['表6', 'A1:L196', 'performance-project', 0, '万元', 2024, 191, 0],
    ['表7', 'A1:H120', 'performance-overall', 0, '万元', null, 94, 0],
    ['预算说明', 'A1:A140', 'narrative', 0, null, 2024, 0, 0],
  ],
  'seed-003.xlsx': [
    ['部门预算收支总表', 'A1:E39', 'dept-summary', 2, '万元', 2024, 34, 42],
    ['部门预算收入总表', 'A1:M39', 'dept-income', 1, '万元', 2024, 34, 340],
    ['部门预算支出总表', 'A1:I39', 'dept-expenditure', 1, '万元', 2024, 34, 204],
    ['部门预算财政拨款收支总表', 'A1:H42', 'fiscal-summary', 2, '万元', 2024, 37, 145],
    ['部门预算一般公共预算财政拨款支出表', 'A1:F36', 'general-expenditure', 1, '万元', 2024, 31, 93],
    ['部门预算一般公共预算财政拨款基本支出表', 'A1:F34', 'general-basic', 1, '万元', 2024, 29, 87],
    ['部门预算政府性基金预算财政拨款支出表', 'A1:F7', 'gov-fund', 1, '万元', 2024, 0, 0],
    ['部门预算国有资本经营预算财政拨款支出表', 'A1:F9', 'state-capital', 1, '万元', 2024, 4, 12],
    ['部门预算财政拨款“三公”经费支出表', 'A1:F13', 'three-public', 1, '万元', 2024, 8, 32],
    ['部门机构设置情况', 'A1:D5', 'other', 0, null, null, 0, 0],
    ['部门政府采购预算', 'A1:O26', 'procurement', 1, '万元', 2024, 21, 189],
    ['部门固定资产占用情况表', 'A1:C9', 'other', 0, '万元', null, 0, 0],
    ['预算说明', 'A1:A118', 'narrative', 0, null, 2024, 0, 0],
  ],
  'seed-004.xlsx': [
    ['表一', 'A1:G16', 'fiscal-summary', 2, '万元', 2023, 11, 41],
    ['表二', 'A1:E41', 'general-expenditure', 1, '万元', 2023, 35, 105],
    ['表三', 'A1:E40', 'general-basic', 1, '万元', 2023, 35, 105],
    ['表四', 'A1:F7', 'three-public', 1, '万元', 2023, 1, 6],
    ['表五', 'A1:E7', 'gov-fund', 1, '万元', 2023, 1, 3],
    ['表六', 'A1:D15', 'dept-summary', 2, '万元', 2023, 10, 16],
    ['表七', 'A1:L40', 'dept-income', 1, '万元', 2023, 35, 350],
    ['表八', 'A1:E39', 'dept-expenditure', 1, '万元', 2023, 35, 105],
    ['表九', 'A1:K8', 'procurement', 1, '万元', 2023, 4, 40],
    ['表十', 'A1:I12', 'performance-overall', 0, '万元', 2023, 6, 0],
    ['表十一', 'A1:I14', 'performance-project', 0, '万元', 2023, 3, 0],
    ['表十一', 'A16:I30', 'performance-project', 0, '万元', 2023, 5, 0],
    ['预算说明', 'A1:A43', 'narrative', 0, null, null, 0, 0],
  ],
};

/** Sheets with many forms below one another: how many tables, of which kind. */
const STACKED: Readonly<Record<string, readonly [sheet: string, tables: number]>> = {
  'seed-001.xlsx': ['表十二', 37],
  'seed-003.xlsx': ['项目绩效', 24],
};

describe.each(Object.entries(INVENTORY))('%s', (name, expected) => {
  const workbook = caseWorkbook(name);
  const tables = recogniseTables(workbook);
  const { facts } = factsOf(workbook, tables);
  const stacked = STACKED[name];

  test('every table with its kind, panels, unit, year, rows and facts', () => {
    const found = tables
      .filter((table) => table.sheet !== stacked?.[0])
      .map((t): Line => {
        const count = facts.filter((f) => f.table === t).length;
        return [t.sheet, rangeAddress(t.range), t.kind, t.panels.length, t.unit, t.year, t.bodyRows, count];
      });
    expect(found).toEqual(expected);
  });

  test('forms below one another are tables of their own', () => {
    const forms = tables.filter((table) => table.sheet === stacked?.[0]);
    expect(forms).toHaveLength(stacked?.[1] ?? 0);
    expect(forms.every((table) => table.kind === 'performance-project' && table.forms?.length === 1)).toBe(true);
  });

  test('no amount is left unread, every row is mapped', () => {
    expect(tables.flatMap((t) => t.unread.map((cell) => `${cell.sheet}!${addressOf(cell)}`))).toEqual([]);
    expect(tables.map((t) => t.mappedRows)).toEqual(tables.map((t) => t.bodyRows));
  });
});

const cache = new Map<string, readonly Fact[]>();
function factsIn(name: string): readonly Fact[] {
  const known = cache.get(name);
  if (known) return known;
  const workbook = caseWorkbook(name);
  const { facts } = factsOf(workbook, recogniseTables(workbook));
  cache.set(name, facts);
  return facts;
}

const functional = (code: string): object => ({ scheme: 'functional', code });
const dept = (code: string): object => ({ scheme: 'economic-dept', code });

describe('facts that a person would read off', () => {
  test.each([
    ['seed-001.xlsx', '表二', 'C6', { line: 'grand-total', year: 'last', fund: 'general', nature: 'all', printed: '8692.23' }],
    ['seed-001.xlsx', '表二', 'E9', { account: functional('2080101'), nature: 'basic', year: 'current' }],
    ['seed-001.xlsx', '表二', 'C30', { account: functional('2080899'), year: 'last', printed: '0.93' }],
    ['seed-001.xlsx', '表四', 'C8', { line: 'organisation', item: 'three-public-total', year: 'last', organisation: '区人力社保局' }],
    ['seed-001.xlsx', '表九', 'E6', { line: 'item', item: 'goods', fund: 'general', printed: '17.76' }],
    ['seed-001.xlsx', '表十', 'D7', { line: 'project', project: '2023年初专项-仲裁工作服项目', nature: 'project', printed: '4.50' }],
    [
      'seed-001.xlsx',
      '表十',
      'G7',
      { organisation: '重庆市潼南区劳动人事争议仲裁院', nature: 'part', part: ['年初特定目标', '一般性项目'] },
    ],
    ['seed-001.xlsx', '表十', 'J6', { line: 'grand-total', part: ['上级专项', '提前下达专项'], printed: '4753.00' }],
    ['seed-002.xlsx', '表1-2', 'F10', { fund: 'all', side: 'expenditure', nature: 'all' }],
    [
      'seed-002.xlsx',
      '表3-2',
      'F10',
      { line: 'project', account: functional('2080102'), project: '2024年基层调解平台项目', fund: 'general' },
    ],
    ['seed-002.xlsx', '表3-2', 'F9', { line: 'account', account: functional('2080102'), printed: '45.72' }],
    ['seed-002.xlsx', '表3-2', 'F7', { line: 'grand-total', duplicateTotal: true }],
    ['seed-003.xlsx', '部门政府采购预算', 'H5', { line: 'grand-total', fund: 'all', printed: '117.75' }],
    [
      'seed-003.xlsx',
      '部门政府采购预算',
      'I7',
      { line: 'project', fund: 'general', organisation: '秦皇岛市海港区人力资源和社会保障局本级' },
    ],
    ['seed-003.xlsx', '部门政府采购预算', 'O7', { nature: 'part', beside: true, part: ['2024年预留中小微企业份额'], printed: '4.25' }],
    ['seed-004.xlsx', '表三', 'C7', { nature: 'basic', account: dept('301') }],
    ['seed-004.xlsx', '表九', 'C6', { item: 'goods', fund: 'general', printed: '6.50' }],
  ])('%s %s!%s', (name, sheet, address, expected) => {
    const fact = factsIn(name).find((f) => f.cell.sheet === sheet && addressOf(f.cell) === address);
    expect(fact).toMatchObject(expected);
  });

  test('数量 and 单价 are figures of their own: no money, but their product is', () => {
    const workbook = caseWorkbook('seed-003.xlsx');
    const { quantities = [] } = factsOf(workbook, recogniseTables(workbook));
    const row = quantities.filter((q) => q.cell.row === 10).map((q) => [q.of, addressOf(q.cell), q.printed]);
    expect(row).toEqual([
      ['quantity', 'F11', '3.0'],
      ['price', 'G11', '1.00'],
    ]);
    expect(factsIn('seed-003.xlsx').some((f) => ['F11', 'G11'].includes(addressOf(f.cell)) && f.cell.sheet === '部门政府采购预算')).toBe(
      false,
    );
  });
});
