/** The user's defaults under the workbook's settings, and what a check makes of them. */
import { BUILT_IN_CATALOGUE, parseAccountList } from '../../../src/core/accounts';
import { checkWorkbook, type CheckResult } from '../../../src/core';
import {
  effectiveSettings,
  encodeSettings,
  NO_SETTINGS,
  ownAccounts,
  withIgnored,
  type Preferences,
  type WorkbookSettings,
} from '../../../src/core/settings';
import { withOwnAccounts } from '../../../src/core/settings/effective';
import type { Workbook } from '../../../src/core/workbook';
import { book, sheet, type GridCell } from '../../support/grid';

test('the workbook counts where it says something, rule by rule and part by part', () => {
  const defaults: Preferences = {
    tolerance: { kind: 'exact' },
    rules: [
      { rule: 'balance', off: true },
      { rule: 'row-sums', off: true },
    ],
    display: { style: 'border', locale: 'en' },
    live: true,
    relations: 'relations: []',
  };
  const own: WorkbookSettings = { ...NO_SETTINGS, rules: [{ rule: 'balance' }], display: { style: 'none' }, live: false };
  expect(effectiveSettings(defaults, own)).toEqual({
    ...NO_SETTINGS,
    tolerance: { kind: 'exact' },
    rules: [{ rule: 'balance' }, { rule: 'row-sums', off: true }],
    display: { style: 'none', locale: 'en' },
    live: false,
    relations: 'relations: []',
  });
  expect(effectiveSettings({}, NO_SETTINGS)).toEqual(NO_SETTINGS);
});

test('an own list of accounts is kept as lines and put over the built-in names', () => {
  const { entries } = parseAccountList([
    ['2080199', '其他人社支出', '2024'],
    ['30201', '办公用品'],
  ]);
  const lines = ownAccounts(entries);
  expect(lines).toEqual([
    { code: '2080199', name: '其他人社支出', chart: 'functional', year: 2024 },
    { code: '30201', name: '办公用品', chart: 'economic-dept' },
  ]);
  const catalogue = withOwnAccounts(lines, BUILT_IN_CATALOGUE);
  expect(catalogue.nameOf({ scheme: 'economic-dept', code: '30201' }, 2024)?.name).toBe('办公用品');
});

const table = (total: number, ...parts: readonly number[]): Workbook =>
  book(
    sheet('表三', [
      ['2024年部门支出总表'],
      [null, null, null, null, '单位：万元'],
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['合计', null, total, total, 0].map((value): GridCell => value),
      ...parts.map((part, at): readonly GridCell[] => [`20${at + 1}`, `类${at + 1}`, part, part, 0]),
    ]),
  );

/** What the rule under test says; others have their own opinion of so small a table. */
const ofRollUp = ({ findings }: CheckResult) => findings.filter(({ rule }) => rule === 'functional-rollup');

const told = (result: CheckResult) => ({
  findings: ofRollUp(result).map(({ rule, class: kind, severity, difference }) => `${rule} ${kind} ${severity} ${difference}`),
});

const checked = (workbook: Workbook, settings: Partial<WorkbookSettings>) =>
  checkWorkbook({ ...workbook, settings: encodeSettings({ ...NO_SETTINGS, ...settings })! });

describe('what the workbook carries is what is checked', () => {
  const OFF_BY_A_CENT = table(10.01, 5, 5);
  const ROUNDING = ['functional-rollup rounding info 0.01', 'functional-rollup rounding info 0.01'];
  const WRONG = ['functional-rollup mismatch error 0.01', 'functional-rollup mismatch error 0.01'];

  test('tolerance', () => {
    expect(told(checkWorkbook(OFF_BY_A_CENT)).findings).toEqual(ROUNDING);
    expect(told(checked(OFF_BY_A_CENT, { tolerance: { kind: 'exact' } })).findings).toEqual(WRONG);
    expect(told(checked(OFF_BY_A_CENT, { tolerance: { kind: 'fixed', amount: '100', unit: '元' } })).findings).toEqual(ROUNDING);
    expect(told(checked(OFF_BY_A_CENT, { tolerance: { kind: 'fixed', amount: '99', unit: '元' } })).findings).toEqual(WRONG);
  });

  test('a rule that is off is not checked, and that is said', () => {
    const result = checked(table(99, 5, 5), { rules: [{ rule: 'functional-rollup', off: true }] });
    expect(ofRollUp(result)).toEqual([]);
    expect(result.skipped).toContainEqual({ rule: 'functional-rollup', reason: { id: 'skip.rule-off', data: {} } });
  });

  test('a rule of another severity; rounding stays a hint', () => {
    const rules = [{ rule: 'functional-rollup', severity: 'warning' as const }];
    expect(told(checked(table(99, 5, 5), { rules })).findings[0]).toBe('functional-rollup mismatch warning 89');
    expect(told(checked(OFF_BY_A_CENT, { rules })).findings).toEqual(ROUNDING);
  });

  test('the user’s defaults count below it, what is said for one check above it', () => {
    const settings = { ...NO_SETTINGS, tolerance: { kind: 'exact' } as const };
    expect(told(checkWorkbook(OFF_BY_A_CENT, { defaults: settings })).findings).toEqual(WRONG);
    expect(told(checkWorkbook(OFF_BY_A_CENT, { settings, defaults: { tolerance: { kind: 'interval' } } })).findings).toEqual(WRONG);
    expect(told(checkWorkbook(OFF_BY_A_CENT, { settings, overrides: { tolerance: { kind: 'interval' } } })).findings).toEqual(ROUNDING);
  });
});

describe('an accepted finding', () => {
  const wrong = checkWorkbook(table(99, 5, 5));
  const accepting = wrong.findings.reduce((settings, finding) => withIgnored(settings, finding, '已核实'), NO_SETTINGS);

  test('is listed with its reason, counted as before, and starts no diagnosis', () => {
    expect(wrong.causes).not.toEqual([]);
    const { findings, causes, relations } = checked(table(99, 5, 5), accepting);
    expect(findings.map(({ accepted }) => accepted)).toEqual(wrong.findings.map(() => ({ reason: '已核实' })));
    expect(relations).toEqual(wrong.relations);
    expect(causes).toEqual([]);
  });

  test('opens again when a figure changes, even one whose sum stays', () => {
    for (const changed of [table(98, 5, 5), table(99, 4, 6)]) {
      const result = checked(changed, accepting);
      const [findings, causes] = [ofRollUp(result), result.causes];
      expect(findings).not.toEqual([]);
      expect(findings.map(({ accepted, reopened }) => [accepted, reopened])).toEqual(findings.map(() => [undefined, true]));
      expect(causes).not.toEqual([]);
    }
  });

  test('without kept figures it is accepted whatever they are', () => {
    const ignored = wrong.findings.map(({ id }) => ({ id, reason: '' }));
    expect(ofRollUp(checked(table(98, 5, 5), { ignored })).every(({ accepted }) => accepted)).toBe(true);
  });
});
