/** Changing settings: what is said now counts, everything else stays. */
import {
  NO_SETTINGS,
  preferencesOf,
  withAccounts,
  withCorrection,
  withDisplay,
  withIgnored,
  withLive,
  withoutIgnored,
  withPreferences,
  withRelations,
  withRule,
  withTolerance,
  type Preferences,
  type TableCorrection,
} from '../../../src/core/settings';
import { equation, resultOf } from '../../support/findings';

const anchor = { sheet: '表三', title: '部门支出总表', top: 4 };
const CORRECTION: TableCorrection = { anchor, unit: '元', columns: [] };
const OTHER: TableCorrection = { anchor: { sheet: '表九', title: '作废', top: 0 }, ignored: true, columns: [] };

test('a correction takes the place of the earlier one for its table; an empty one takes it away', () => {
  const settings = { ...NO_SETTINGS, corrections: [CORRECTION, OTHER] };
  const corrected = withCorrection(settings, { ...CORRECTION, unit: '万元' });
  expect(corrected.corrections.map(({ unit }) => unit)).toEqual([undefined, '万元']);
  expect(withCorrection(corrected, { anchor, columns: [] }).corrections).toEqual([OTHER]);
});

test('a finding is accepted with its figures, anew with another reason, and no longer', () => {
  const [finding] = resultOf(equation(['表三!C6', '9.00'], [['表三!C7', '8.00']])).findings;
  const once = withIgnored(NO_SETTINGS, finding!, '已核实');
  const sixteen: unknown = expect.stringMatching(/^[0-9a-f]{16}$/);
  expect(once.ignored).toEqual([{ id: finding!.id, key: sixteen, reason: '已核实', figures: sixteen }]);
  const twice = withIgnored(once, finding!, '上级已批复');
  expect(twice.ignored.map(({ reason }) => reason)).toEqual(['上级已批复']);
  expect(withoutIgnored(twice, finding!)).toEqual(NO_SETTINGS);
});

test('a rule is switched off, told another severity, and left to the product again', () => {
  const off = withRule<Preferences>(withRule({}, 'balance', { off: true }), 'row-sums', { severity: 'info' });
  expect(off).toEqual({
    rules: [
      { rule: 'balance', off: true },
      { rule: 'row-sums', severity: 'info' },
    ],
  });
  expect(withRule(off, 'balance', { severity: 'warning' }).rules).toEqual([
    { rule: 'row-sums', severity: 'info' },
    { rule: 'balance', severity: 'warning' },
  ]);
  expect(withRule(withRule(off, 'balance', null), 'row-sums', null)).toEqual({});
});

test('the display is changed part by part', () => {
  const framed = withDisplay(withDisplay({}, { style: 'border' }), { locale: 'en' });
  expect(framed).toEqual({ display: { style: 'border', locale: 'en' } });
  expect(withDisplay(framed, { locale: undefined })).toEqual({ display: { style: 'border' } });
  expect(withDisplay(withDisplay(framed, { locale: undefined }), { style: undefined })).toEqual({});
  expect(withDisplay(framed, null)).toEqual({});
});

test('everything else is set and taken away as a whole', () => {
  const account = { code: '2080199', name: '其他支出', chart: 'functional' as const };
  const all = withRelations(withAccounts(withLive(withTolerance(NO_SETTINGS, { kind: 'exact' }), true), [account]), 'relations: []');
  expect(all).toEqual({ ...NO_SETTINGS, tolerance: { kind: 'exact' }, live: true, accounts: [account], relations: 'relations: []' });
  expect(withRelations(withAccounts(withLive(withTolerance(all, null), null), null), null)).toEqual(NO_SETTINGS);
});

test('other preferences take the place of all preferences; what belongs to the workbook stays', () => {
  const settings = { ...withLive(NO_SETTINGS, true), corrections: [OTHER] };
  expect(withPreferences(settings, { tolerance: { kind: 'exact' } })).toEqual({
    ...NO_SETTINGS,
    corrections: [OTHER],
    tolerance: { kind: 'exact' },
  });
  expect(preferencesOf(settings)).toEqual({ live: true });
});
