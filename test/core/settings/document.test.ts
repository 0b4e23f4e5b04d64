/** The document that a workbook carries: written and read again, and nothing lost of what is not understood. */
import { decodeSettings, encodeSettings, NO_SETTINGS, type TableCorrection, type WorkbookSettings } from '../../../src/core/settings';

const NS = 'xmlns="urn:gouji:settings:1"';
const CORRECTION: TableCorrection = {
  anchor: { sheet: '表三 & <"b">', title: "'2024年\n部门支出总表'", top: 4 },
  kind: 'dept-expenditure',
  unit: '元',
  columns: [
    { index: 2, header: '合计', role: 'amount', measure: {} },
    { index: 27, header: '预算 / 基本支出', role: 'amount', measure: { nature: 'basic', fund: 'general', year: 'last' } },
    { index: 4, header: '', role: 'text' },
  ],
};
const SETTINGS: WorkbookSettings = {
  version: 1,
  corrections: [CORRECTION, { anchor: { sheet: '表九', title: '作废', top: 0 }, ignored: true, columns: [] }],
  ignored: [
    { id: '8f0c', reason: '已核实\t<确认>' },
    { id: '51d2', key: '20b7', reason: '', figures: '00ff' },
  ],
  tolerance: { kind: 'fixed', amount: '0.01', unit: '万元' },
  rules: [{ rule: 'balance', severity: 'warning' }, { rule: 'account-names', off: true }, { rule: 'row-sums' }],
  display: { style: 'border', comments: 'off', locale: 'en' },
  live: false,
  accounts: [
    { code: '2080199', name: '其他支出', chart: 'functional', year: 2024 },
    { code: '30201', name: '办公费', chart: 'economic-dept' },
  ],
  relations: '# 我局的关系\nrelations:\n  - title: "a < b"\n',
};

test('what is written is read again', () => {
  expect(decodeSettings(encodeSettings(SETTINGS))).toEqual({ settings: SETTINGS, notices: [] });
});

test('the document is what DESIGN says: one root of the namespace, readable by people', () => {
  const anchor = { sheet: '表三', title: '部门支出总表', top: 0 };
  expect(
    encodeSettings({ ...NO_SETTINGS, corrections: [{ anchor, unit: '元', columns: [{ index: 2, header: '合计', role: 'text' }] }] }),
  ).toBe(
    `<settings ${NS}><table sheet="表三" title="部门支出总表" top="1" unit="元"><column at="C" header="合计" role="text"/></table></settings>`,
  );
  expect(encodeSettings(NO_SETTINGS)).toBeNull();
});

test.each([undefined, null, '', ' \n'])('%j is no settings, and no notice', (xml) => {
  expect(decodeSettings(xml)).toEqual({ settings: NO_SETTINGS, notices: [] });
});

test.each([
  ['no XML', '你好'],
  ['cut off', `<settings ${NS}><table`],
  ['another root', '<other/>'],
  ['another namespace', '<settings xmlns="urn:gouji:settings:2"/>'],
  ['a document type', `<!DOCTYPE settings [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><settings ${NS}>&b;</settings>`],
  ['an unbound prefix', `<settings ${NS}><x:y/></settings>`],
  ['too deep', `<settings ${NS}>${'<a>'.repeat(500)}${'</a>'.repeat(500)}</settings>`],
  ['much too deep', `<settings ${NS}>${'<a>'.repeat(500_000)}`],
  ['too long', `<settings ${NS}>${' '.repeat(5_000_000)}</settings>`],
])('%s: a notice, no settings, no crash', (_, xml) => {
  expect(decodeSettings(xml)).toEqual({ settings: NO_SETTINGS, notices: [{ id: 'skip.settings-broken', data: {} }] });
});

describe('what is not understood', () => {
  test.each([
    ['an element of a later version', `<settings ${NS}><weather yuan="5">甲<b c="1"/></weather></settings>`, 0],
    ['an attribute of the root, another namespace', `<settings ${NS} by="x" xmlns:y="urn:y"><y:z y:a="&lt;"/></settings>`, 0],
    ['an element in a table', `<settings ${NS}><table sheet="a" title="b" top="1" unit="元" note="n"><row at="3"/></table></settings>`, 0],
    ['a table without its place', `<settings ${NS}><table unit="元"/></settings>`, 1],
    ['a row that is no number', `<settings ${NS}><table sheet="a" title="b" top="1e9" unit="元"/></settings>`, 1],
    ['a kind of table that is not known', `<settings ${NS}><table sheet="a" title="b" top="1" unit="元" kind="moon"/></settings>`, 1],
    ['a tolerance of another kind', `<settings ${NS}><tolerance kind="moon"/></settings>`, 1],
    ['a tolerance that is no amount', `<settings ${NS}><tolerance kind="fixed" amount="-1" unit="元"/></settings>`, 1],
    ['a rule with more to it', `<settings ${NS}><rule id="balance" off="true" until="2025"/></settings>`, 1],
    ['a rule told twice', `<settings ${NS}><rule id="balance" off="true"/><rule id="balance" severity="info"/></settings>`, 1],
    ['a style that is not known', `<settings ${NS}><display style="moon"/></settings>`, 1],
    ['neither on nor off', `<settings ${NS}><live on="moon"/></settings>`, 1],
    ['an account without a name', `<settings ${NS}><accounts><account code="1e9" chart="functional"/></accounts></settings>`, 1],
    ['relations that are no text', `<settings ${NS}><relations><row at="3"/></relations></settings>`, 1],
    [
      'a column half understood',
      `<settings ${NS}><table sheet="a" title="b" top="1" unit="元"><column at="C" header="" role="amount" nature="moon"/></table></settings>`,
      1,
    ],
  ])('%s is kept and written back', (_, xml, notices) => {
    const decoded = decodeSettings(xml);
    expect(decoded.notices).toHaveLength(notices);
    const again = decodeSettings(encodeSettings(decoded.settings));
    expect(again).toEqual(decoded);
    expect(encodeSettings(again.settings)).toBe(encodeSettings(decoded.settings));
    for (const word of ['weather', 'moon', 'urn:y', 'note="n"', '<row at="3"', '1e9'])
      if (xml.includes(word)) expect(encodeSettings(decoded.settings)).toContain(word);
  });

  test('a corrected value takes the place of one that was not understood', () => {
    const { settings } = decodeSettings(`<settings ${NS}><table sheet="a" title="b" top="1" kind="moon"/></settings>`);
    const [first] = settings.corrections;
    const written = encodeSettings({ ...settings, corrections: [{ ...(first as TableCorrection), kind: 'gov-fund' }] });
    expect(written).toContain('kind="gov-fund"');
    expect(written).not.toContain('moon');
  });
});

test('characters that XML cannot hold are left out, so that the document can always be read', () => {
  const anchor = { sheet: '\u0001a\ud800b\u{1f600}', title: '\ufffe', top: 0 };
  const { settings, notices } = decodeSettings(encodeSettings({ ...NO_SETTINGS, corrections: [{ anchor, unit: '元', columns: [] }] }));
  expect(notices).toEqual([]);
  expect(settings.corrections[0]?.anchor).toEqual({ sheet: 'ab\u{1f600}', title: '', top: 0 });
});
