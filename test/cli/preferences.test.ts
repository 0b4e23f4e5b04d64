/** The built command line with the user's own say: tolerance, rules, relations, and what the workbook carries. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkWorkbook } from '../../src/core';
import { encodeSettings, NO_SETTINGS, SETTINGS_NAMESPACE, withIgnored } from '../../src/core/settings';
import { patchXlsx, readXlsx } from '../../src/xlsx';
import { gouji } from '../support/cli';

const seed = path.resolve(__dirname, '../cases/seed-000.xlsx');
let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'gouji-'))));
afterAll(() => rmSync(folder, { recursive: true }));

interface Told {
  readonly id: string;
  readonly rule: string;
  readonly class: string;
  readonly severity: string;
  readonly accepted?: { readonly reason: string };
}

function check(...args: readonly string[]) {
  const { status, stdout, stderr } = gouji(['check', ...args, '--format', 'json'], folder);
  const [workbook] = (JSON.parse(stdout || '{"workbooks":[]}') as { workbooks: readonly { findings: readonly Told[] }[] }).workbooks;
  return { status, stderr, findings: workbook?.findings ?? [] };
}

const write = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text);
  return name;
};

test('--tolerance: what rounding explains is an error when exactness is asked for, and none within an amount', () => {
  const classes = (tolerance: string) => new Set(check(seed, '--tolerance', tolerance).findings.map((finding) => finding.class));
  expect(check(seed).findings.filter((finding) => finding.class === 'rounding').length).toBeGreaterThan(0);
  expect(classes('exact')).not.toContain('rounding');
  expect(classes('100000亿元')).not.toContain('mismatch');
});

test('--without: the rule is not checked; one that does not exist is a slip of the pen', () => {
  expect(check(seed).findings.map(({ rule }) => rule)).toContain('account-names');
  expect(check(seed, '--without', 'account-names').findings.map(({ rule }) => rule)).not.toContain('account-names');
  expect(check(seed, '--without', 'acount-names')).toMatchObject({
    status: 2,
    stderr: 'gouji: 没有规则“acount-names”。规则编号见 docs/rules.md。\n',
  });
});

describe('--relations', () => {
  const relation = (op: string) =>
    `relations:\n  - title: 支出大于收入\n    left: { table: 支出总表 }\n    op: ${op}\n    right: { table: 支出总表, nature: 项目支出 }\n`;

  test('are checked with the rest', () => {
    const { status, findings } = check(seed, '--relations', write('own.yaml', relation('≤')));
    expect(findings.filter(({ rule }) => rule.startsWith('own:'))).toMatchObject([{ rule: 'own:支出大于收入', severity: 'error' }]);
    expect(status).toBe(1);
    expect(check(seed, '--relations', write('own.yaml', relation('≥'))).findings.filter(({ rule }) => rule.startsWith('own:'))).toEqual([]);
  });

  test.each([
    ['a mistake', relation('约'), '自定义关系第 4 行：op 不能是“约”。可用：等于、≤、≥。'],
    ['nothing', null, '没有这个文件或文件夹。请检查路径。'],
  ])('%s: the sentence, and nothing is checked', (_, text, said) => {
    const name = text === null ? 'missing.yaml' : write('wrong.yaml', text);
    expect(gouji(['check', seed, '--relations', name], folder)).toEqual({ status: 2, stdout: '', stderr: `${name}: ${said}\n` });
  });

  test('a file that is no UTF-8', () => {
    writeFileSync(path.join(folder, 'gbk.yaml'), Buffer.from([0x74, 0x3a, 0x20, 0xbc, 0xd7]));
    expect(check(seed, '--relations', 'gbk.yaml')).toMatchObject({ status: 2, stderr: 'gbk.yaml: 文件须存成 UTF-8 编码的文本。\n' });
  });
});

describe('the settings that the workbook carries', () => {
  const bytes = new Uint8Array(readFileSync(seed));
  const carrying = (xml: string | null): string => {
    const written = patchXlsx(bytes, { customXml: [{ namespace: SETTINGS_NAMESPACE, xml }] });
    writeFileSync(path.join(folder, 'carrying.xlsx'), written);
    return 'carrying.xlsx';
  };

  test('accepted findings stay in the list and do not count for the exit code', () => {
    const { findings } = checkWorkbook(readXlsx(bytes));
    const settings = findings.reduce((before, finding) => withIgnored(before, finding, '已核实'), NO_SETTINGS);
    const told = check(carrying(encodeSettings(settings)), '--fail-on', 'info');
    expect(told.status).toBe(0);
    expect(told.findings.map(({ id, accepted }) => [id, accepted])).toEqual(
      check(seed).findings.map(({ id }) => [id, { reason: '已核实' }]),
    );
  });

  test('count below the options', () => {
    const file = carrying(encodeSettings({ ...NO_SETTINGS, tolerance: { kind: 'exact' }, rules: [{ rule: 'account-names', off: true }] }));
    const own = check(file).findings;
    expect(own.map((finding) => finding.class)).not.toContain('rounding');
    expect(own.map(({ rule }) => rule)).not.toContain('account-names');
    expect(check(file, '--tolerance', 'interval').findings.map((finding) => finding.class)).toContain('rounding');
  });
});
