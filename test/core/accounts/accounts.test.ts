import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { BUILT_IN_CATALOGUE, isWellFormed, normaliseAccountName, schemeOfCode } from '../../../src/core/accounts';

const { formerNameOf, functionalByName, nameOf, entries } = BUILT_IN_CATALOGUE;

describe('names lead to functional codes', () => {
  test.each([
    ['社会保障和就业支出', '208'],
    ['  社会保障和就业支出 ', '208'],
    ['社会保险基金支出', '209'],
    ['国有资本经营预算支出', '223'],
    ['抗疫特别国债安排的支出', '234'],
    ['其他支出', '229'],
    ['医疗卫生与计划生育支出', '210'],
    ['资源勘探信息等支出', '215'],
  ])('%s → %s', (name, code) => {
    expect(functionalByName(name)).toBe(code);
  });

  test('a name that many accounts share, or nobody has, leads nowhere', () => {
    expect(functionalByName('一般行政管理事务')).toBeNull();
    expect(functionalByName('人行科目')).toBeNull();
  });
});

test('codes lead to names, with the evidence for each', () => {
  expect(nameOf({ scheme: 'functional', code: '2080110' })).toEqual({ name: '劳动关系和维权', evidence: 'own-knowledge' });
  expect(nameOf({ scheme: 'economic-dept', code: '30217' })?.name).toBe('公务接待费');
  expect(nameOf({ scheme: 'economic-gov', code: '50206' })?.evidence).toBe('own-knowledge');
  expect(nameOf({ scheme: 'functional', code: '2999999' })).toBeNull();
});

test('a former name is told with the year of the change', () => {
  expect(formerNameOf({ scheme: 'functional', code: '20805' }, '行政事业单位离退休')).toMatchObject({
    name: '行政事业单位养老支出',
    fromYear: 2020,
  });
  expect(formerNameOf({ scheme: 'functional', code: '20805' }, '行政事业单位养老支出')).toBeNull();
});

test('a renamed account has in each year the name of that year', () => {
  const account = { scheme: 'functional', code: '210' } as const;
  expect([2018, 2019, 2026, null].map((year) => nameOf(account, year)?.name)).toEqual([
    '医疗卫生与计划生育支出',
    '卫生健康支出',
    '卫生健康支出',
    '卫生健康支出',
  ]);
  expect(nameOf({ scheme: 'functional', code: '208' }, 2015)?.name).toBe('社会保障和就业支出');
  expect(functionalByName('医疗卫生与计划生育支出', 2025)).toBe('210');
});

test('every name keeps its evidence', () => {
  expect(entries.length).toBeGreaterThan(800);
  expect(entries.filter(({ evidence }) => evidence === '')).toEqual([]);
  expect(entries.filter(({ code }) => code === '20805').map(({ name, fromYear, evidence }) => [name, fromYear, evidence])).toEqual([
    ['行政事业单位离退休', null, 'real-doc'],
    ['行政事业单位养老支出', 2020, 'real-doc'],
  ]);
});

test('the width of brackets and blanks make no other name', () => {
  expect(normaliseAccountName('维修（护）费')).toBe(normaliseAccountName('维修(护) 费'));
});

test.each([
  ['functional', '208', true],
  ['functional', '20805', true],
  ['functional', '2080505', true],
  ['functional', '208050', false],
  ['functional', '301', false],
  ['economic-dept', '30217', true],
  ['economic-dept', '3021', false],
  ['economic-gov', '50206', true],
] as const)('%s %s is well formed: %s', (scheme, code, expected) => {
  expect(isWellFormed({ scheme, code })).toBe(expected);
});

test('the scheme shows in the first digit', () => {
  expect(['208', '30101', '505', '139001', 'A'].map(schemeOfCode)).toEqual(['functional', 'economic-dept', 'economic-gov', null, null]);
});

test('the generated lists are what data/catalogue says', () => {
  const script = join(__dirname, '../../../scripts/build-catalogue.mjs');
  expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
});
