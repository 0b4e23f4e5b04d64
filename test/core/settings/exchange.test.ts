/** Preferences as a file. */
import { exportSettings, importSettings, NO_SETTINGS, withLive, type Preferences } from '../../../src/core/settings';

const ALL: Preferences = {
  tolerance: { kind: 'fixed', amount: '0.01', unit: '万元' },
  rules: [
    { rule: 'balance', off: true },
    { rule: 'row-sums', severity: 'warning' },
  ],
  display: { style: 'comment', comments: 'all', locale: 'zh-CN' },
  live: true,
  accounts: [{ code: '2080199', name: '其他支出', chart: 'functional', year: 2024 }],
  relations: 'relations:\n  - title: 甲\n',
};

test('what is exported is imported', () => {
  expect(importSettings(exportSettings(ALL))).toEqual({ preferences: ALL });
  expect(importSettings(`\ufeff${exportSettings({})}`)).toEqual({ preferences: {} });
});

test('corrections and accepted findings stay with their workbook', () => {
  const text = exportSettings(withLive({ ...NO_SETTINGS, ignored: [{ id: '1', reason: '' }] }, true));
  expect(JSON.parse(text)).toEqual({ gouji: 'settings', version: 1, live: true });
});

test.each([
  ['tolerance: exact', 'not-json', {}],
  ['[]', 'not-settings', {}],
  ['{"gouji":"rules"}', 'not-settings', {}],
  ['{"gouji":"settings","version":2}', 'version', { version: '2' }],
  ['{"gouji":"settings","version":1,"colour":"red"}', 'unknown', { place: 'colour' }],
  ['{"gouji":"settings","version":1,"display":{"colour":"red"}}', 'unknown', { place: 'display.colour' }],
  ['{"gouji":"settings","version":1,"live":"yes"}', 'bad-value', { place: 'live', value: '"yes"' }],
  [
    '{"gouji":"settings","version":1,"rules":[{"rule":"a"},{"rule":"b","severity":"fatal"}]}',
    'bad-value',
    { place: 'rules.1.severity', value: '"fatal"' },
  ],
  [
    '{"gouji":"settings","version":1,"tolerance":{"kind":"fixed","amount":"-1","unit":"元"}}',
    'bad-value',
    { place: 'tolerance.amount', value: '"-1"' },
  ],
  ['{"gouji":"settings","version":1,"accounts":[{"code":"2080199"}]}', 'bad-value', { place: 'accounts.0.name', value: '' }],
])('%s is refused by name', (text, id, data) => {
  expect(importSettings(text)).toEqual({ problem: { id: `settings.import.${id}`, data } });
});
