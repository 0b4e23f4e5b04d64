/** Own relations are checked like all others. */
import { check } from '../../../src/core/check';
import { ownRules } from '../../../src/core/own';
import { findingText, skippedText } from '../../../src/present/messages';
import { ruleTitle } from '../../../src/present/rules';
import { factsOfLiterals, type TableLiteral } from '../../support/facts';

const TABLES: readonly TableLiteral[] = [
  {
    sheet: '表三',
    kind: 'dept-expenditure',
    rows: [
      { line: 'grand-total', row: 'T', amounts: { all: '10.00', basic: '6.00', project: '4.00' } },
      { code: '208', parent: 'T', row: '208', amounts: { all: '10.00', basic: '6.00', project: '4.00' } },
      { code: '2080101', parent: '208', amounts: { all: '7.00', basic: '6.00', project: '1.00' } },
      { code: '2080199', parent: '208', amounts: { all: '3.00', basic: '', project: '3.00' } },
    ],
  },
  {
    sheet: '表六',
    kind: 'general-basic',
    unit: '元',
    nature: 'basic',
    fund: 'general',
    rows: [
      { code: '30108', amounts: { basic: '60000.00' } },
      { code: '30217', amounts: { basic: '5000.00' } },
    ],
  },
  {
    sheet: '表十',
    kind: 'three-public',
    fund: 'general',
    rows: [{ line: 'item', amounts: { 'three-public-total': '3.65', reception: '0.60' } }],
  },
];

const result = (...entries: readonly string[]) => {
  const { rules, problems } = ownRules(`relations:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`);
  expect(problems).toEqual([]);
  return check(factsOfLiterals(TABLES), rules);
};

const told = (...entries: readonly string[]) =>
  result(...entries).findings.map(({ severity, class: kind, left, op, right, difference }) =>
    [severity, kind, left, op, right, difference].join(' '),
  );

test('equal, over two units', () => {
  expect(told('{ title: 甲, left: { table: 支出总表, nature: 基本支出 }, right: { table: 基本支出表, account: 30108 } }')).toEqual([]);
  expect(told('{ title: 甲, left: { table: 支出总表 }, right: { table: 基本支出表, account: 30108 } }')).toEqual([
    'error mismatch 10.00 = 60000.00 4.00',
  ]);
});

test('sums, and parts taken away', () => {
  expect(told('{ title: 甲, left: { table: 支出总表 }, right: { table: 支出总表, account: [2080101, 2080199] } }')).toEqual([]);
  const minus = '{ table: 支出总表, nature: 基本支出, minus: true }';
  expect(told(`{ title: 甲, left: { table: 支出总表, nature: 项目支出 }, right: [{ table: 支出总表 }, ${minus}] }`)).toEqual([]);
  expect(told(`{ title: 甲, left: { table: 支出总表 }, right: [{ table: 支出总表 }, ${minus}] }`)).toEqual([
    'error mismatch 10.00 = 4.00 6.00',
  ]);
});

test('at most and at least, with a severity of its own', () => {
  const entry = (op: string) =>
    `{ title: 甲, op: ${op}, severity: 警告, left: { table: 三公经费表, item: 公务接待费 }, right: { table: 基本支出表, account: 30217 } }`;
  expect(told(entry('≥'))).toEqual([]);
  expect(told(entry('≤'))).toEqual(['warning mismatch 0.60 <= 5000.00 0.10']);
});

test('an account that the table only lists more finely is the sum of its highest rows', () => {
  expect(told('{ title: 甲, left: { table: 支出总表, account: 208 }, right: { table: 支出总表, account: 20801 } }')).toEqual([]);
});

test('what a finding says: the title, both places, the note', () => {
  const { findings } = result(
    '{ title: 两表合计, note: 请核对上级批复, left: { table: 支出总表 }, right: { table: 支出总表, nature: 基本支出 } }',
  );
  expect(findings.map(({ rule }) => rule)).toEqual(['own:两表合计']);
  expect(ruleTitle('zh-CN', 'own:两表合计')).toBe('两表合计');
  expect(findingText('zh-CN', findings[0]!)).toBe('两表合计：表三 B1 为 10.00，应 ＝ 表三 C1 的 6.00，差 4.00。请核对上级批复');
});

describe('not checked, and why', () => {
  const why = (...entries: readonly string[]) => {
    const { findings, skipped, relations } = result(...entries);
    expect([findings, relations.checked]).toEqual([[], 0]);
    return skipped.map((entry) => skippedText('zh-CN', entry));
  };

  test('a table that is not there', () => {
    expect(why('{ title: 甲, left: { table: 支出总表 }, right: { table: 收入总表 } }')).toEqual(['工作簿中没有可用的部门收入总表']);
  });

  test('a term that finds nothing', () => {
    expect(why('{ title: 甲, left: { table: 支出总表, account: 205 }, right: { table: 支出总表 } }')).toEqual([
      '“部门支出总表 205”在表中没有找到，未核对',
    ]);
  });

  test('a term that means two figures', () => {
    const { facts, ...rest } = factsOfLiterals(TABLES);
    const halves = { ...rest, facts: facts.filter(({ nature, table }) => table.kind !== 'dept-expenditure' || nature !== 'all') };
    const { rules } = ownRules('relations: [{ title: 甲, left: { table: 支出总表 }, right: { table: 基本支出表, account: 30108 } }]');
    expect(check(halves, rules).skipped.map((entry) => skippedText('zh-CN', entry))).toEqual([
      '“部门支出总表”不能确定是哪个数（见 表三 C1 一行），未核对；请在关系中写明 nature、fund、item 或 side',
    ]);
  });
});
