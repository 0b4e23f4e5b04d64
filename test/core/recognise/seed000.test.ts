/** Every table of the sample budget: kind, rows, unit, year, and facts that a person would read off it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOf } from '../../../src/core/facts';
import type { Fact } from '../../../src/core/model';
import { recogniseTables } from '../../../src/core/recognise';
import { addressOf, rangeAddress } from '../../../src/core/workbook';
import { formatDecimal } from '../../../src/core/amount';
import { readXlsx } from '../../../src/xlsx';

const workbook = readXlsx(readFileSync(join(__dirname, '../../cases/seed-000.xlsx')));
const tables = recogniseTables(workbook);
const { facts, labels } = factsOf(workbook, tables);

const INVENTORY = [
  ['目录', 'A1:C18', 'other', 0, null, 0],
  ['表一', 'A1:D18', 'dept-summary', 2, '万元', 13],
  ['表三', 'A1:E43', 'dept-expenditure', 1, '万元', 39],
  ['表四', 'A1:G15', 'fiscal-summary', 2, '万元', 10],
  ['表五', 'A1:F44', 'general-expenditure', 1, '万元', 39],
  ['表六', 'A1:E43', 'general-basic', 1, '万元', 37],
  ['表七', 'A1:C28', 'general-basic-gov', 1, '万元', 22],
  ['表八', 'A1:C26', 'general-project', 1, '万元', 20],
  ['表九', 'A1:C22', 'general-project-gov', 1, '万元', 16],
  ['表十', 'A1:F7', 'three-public', 1, '万元', 1],
  ['表十一', 'A1:E7', 'gov-fund', 1, '万元', 1],
  ['表十二', 'A1:E7', 'state-capital', 1, '万元', 1],
  ['表十三', 'A1:N9', 'procurement', 1, '万元', 4],
  ['表十四', 'A1:G12', 'performance-overall', 0, '万元', 6],
  ['表十五', 'A1:G14', 'performance-project', 0, '万元', 5],
  ['表十五 (2)', 'A1:G14', 'performance-project', 0, '万元', 5],
  ['表十六', 'A1:G12', 'performance-project', 0, '万元', 3],
  ['表十六 (2)', 'A1:G12', 'performance-project', 0, '万元', 3],
  ['预算说明', 'A1:A61', 'narrative', 0, null, 0],
] as const;

test('every sheet is one table of its kind', () => {
  expect(tables.map((t) => [t.sheet, rangeAddress(t.range), t.kind, t.panels.length, t.unit, t.bodyRows])).toEqual(INVENTORY);
});

test('no amount is left without a meaning', () => {
  expect(tables.flatMap((t) => t.unread)).toEqual([]);
  expect(tables.map((t) => t.mappedRows)).toEqual(tables.map((t) => t.bodyRows));
});

test('year, phase and department are read from title and caption', () => {
  const checked = tables.filter((t) => t.panels.length > 0);
  expect(new Set(checked.map((t) => t.year))).toEqual(new Set([2024]));
  expect(new Set(checked.map((t) => t.phase))).toEqual(new Set(['budget']));
  expect(new Set(checked.map((t) => t.department))).toEqual(new Set(['重庆市万盛经济技术开发区人力资源和社会保障局']));
});

test('the second title line belongs to the title', () => {
  expect(tables.find((t) => t.sheet === '表七')?.title).toBe(
    '2024年万盛经开区部门一般公共预算财政拨款基本支出预算表(政府预算支出经济分类科目)',
  );
});

test('empty tables keep the note that says why', () => {
  expect(tables.filter((t) => t.notes.length > 0).map((t) => [t.sheet, t.notes.length])).toEqual([
    ['表十一', 1],
    ['表十二', 1],
    ['表十三', 1],
  ]);
});

function at(sheet: string, address: string): Fact {
  const fact = facts.find((f) => f.cell.sheet === sheet && addressOf(f.cell) === address);
  if (!fact) throw new Error(`No fact at ${sheet}!${address}`);
  return fact;
}

test.each([
  ['表一', 'B6', { side: 'income', line: 'grand-total', fund: 'all', printed: '6912.23', label: '合计' }],
  ['表一', 'B7', { side: 'income', line: 'current-total', fund: 'all' }],
  ['表一', 'B8', { side: 'income', line: 'source', source: 'general', fund: 'all' }],
  ['表一', 'B12', { side: 'income', line: 'source', source: 'business', printed: '41.59' }],
  ['表一', 'B17', { side: 'income', line: 'carry-in', source: null, value: null }],
  ['表一', 'B18', { side: 'income', line: 'balance-use' }],
  ['表一', 'D8', { side: 'expenditure', line: 'account', account: { scheme: 'functional', code: '208' }, printed: '6523.40' }],
  ['表一', 'D17', { side: 'expenditure', line: 'carry-out' }],
  ['表三', 'C5', { line: 'grand-total', fund: 'all', nature: 'all', year: 'current' }],
  ['表三', 'D8', { account: { scheme: 'functional', code: '2080101' }, nature: 'basic', fund: 'all', label: '2080101 行政运行' }],
  ['表四', 'B6', { side: 'income', line: 'current-total', fund: 'fiscal' }],
  ['表四', 'B12', { line: 'carry-in-source', source: 'general', fund: 'fiscal' }],
  ['表四', 'B15', { line: 'grand-total', fund: 'fiscal' }],
  ['表四', 'D15', { side: 'expenditure', line: 'grand-total', fund: 'fiscal' }],
  ['表四', 'E7', { account: { scheme: 'functional', code: '208' }, fund: 'general' }],
  ['表四', 'F7', { fund: 'gov-fund', value: null }],
  ['表四', 'G7', { fund: 'state-capital', value: null }],
  ['表五', 'C7', { year: 'last', fund: 'general', nature: 'all', printed: '5995.20', columnLabel: '2023年预算数' }],
  ['表五', 'D7', { year: 'current', fund: 'general', nature: 'all', columnLabel: '小计' }],
  ['表五', 'E7', { year: 'current', nature: 'basic' }],
  ['表六', 'C8', { account: { scheme: 'economic-dept', code: '301' }, nature: 'basic', fund: 'general' }],
  ['表六', 'D8', { nature: 'staff' }],
  ['表六', 'E19', { nature: 'operating', account: { scheme: 'economic-dept', code: '302' } }],
  ['表七', 'C8', { account: { scheme: 'economic-gov', code: '501' }, nature: 'basic' }],
  ['表八', 'C25', { account: { scheme: 'economic-dept', code: '310' }, nature: 'project' }],
  ['表九', 'C14', { account: { scheme: 'economic-gov', code: '503' }, nature: 'project' }],
  ['表十', 'A7', { line: 'item', item: 'three-public-total', fund: 'general', printed: '3.65' }],
  ['表十', 'C7', { item: 'vehicle' }],
  ['表十', 'E7', { item: 'vehicle-running', printed: '3.00' }],
  ['表十', 'F7', { item: 'reception' }],
  ['表十一', 'D6', { line: 'grand-total', fund: 'gov-fund', nature: 'basic', value: null }],
  ['表十三', 'E6', { line: 'item', item: 'goods', fund: 'general' }],
  ['表十三', 'N8', { item: 'services', fund: 'balance-use' }],
])('%s!%s', (sheet, address, expected) => {
  expect(at(sheet, address)).toMatchObject(expected);
});

test('each row knows whose part it is', () => {
  const chain = (sheet: string, address: string): string[] => {
    const fact = at(sheet, address);
    const parent = facts.find((f) => f.row === fact.parent && f.cell.column === fact.cell.column);
    return parent ? [fact.label, ...chain(sheet, addressOf(parent.cell))] : [fact.label];
  };
  expect(chain('表三', 'C8')).toEqual(['2080101 行政运行', '20801 人力资源和社会保障管理事务', '208 社会保障和就业支出', '合计']);
  expect(chain('表一', 'B12')).toEqual(['事业收入资金', '一、本年收入合计', '合计']);
  expect(chain('表一', 'D11')).toEqual(['住房保障支出', '一、本年支出合计', '合计']);
  expect(chain('表四', 'B13')).toEqual(['政府性基金预算财政拨款', '二、上年结转', '收入合计']);
  expect(chain('表六', 'D9')).toEqual(['30101 基本工资', '301 工资福利支出', '合计']);
  expect(chain('表十三', 'C7')).toEqual(['B 工程', '合计']);
});

test('rows are unique in the workbook', () => {
  const seen = new Map<string, string>();
  for (const fact of facts) {
    const place = `${fact.cell.sheet}!${fact.cell.row}`;
    expect(seen.get(fact.row) ?? place).toBe(place);
    seen.set(fact.row, place);
  }
});

test('a column is stated to the digits that its cells show', () => {
  expect(at('表三', 'C6').decimals).toBe(2);
  expect(formatDecimal(at('表三', 'C6').value!)).toBe('6523.4');
});

test('codes and names of the code tables are labels; two-sided tables have none', () => {
  expect(new Set(labels.map((l) => l.table.sheet))).toEqual(new Set(['表三', '表五', '表六', '表七', '表八', '表九']));
  const names = labels.filter((l) => l.account.code === '2080110').map((l) => [l.table.sheet, l.name]);
  expect(names).toEqual([
    ['表三', '劳动关系和维权'],
    ['表五', '劳动关系的维权'],
  ]);
});
