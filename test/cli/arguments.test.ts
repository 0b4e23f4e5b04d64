import { parseArguments } from '../../src/cli/arguments';

const run = {
  paths: ['a.xlsx'],
  format: 'text',
  locale: 'zh-CN',
  output: null,
  accounts: null,
  relations: null,
  tolerance: null,
  without: [],
};
const check = { ...run, command: 'check', failOn: 'error', documents: [], lastYear: null };
const tables = { ...run, command: 'tables', evidence: false };

describe('arguments', () => {
  test.each([
    [['check', 'a.xlsx'], check],
    [['check', 'a.xlsx', 'b'], { ...check, paths: ['a.xlsx', 'b'] }],
    [['--format', 'json', 'check', 'a.xlsx'], { ...check, format: 'json' }],
    [['check', 'a.xlsx', '--format=json', '--lang=en'], { ...check, format: 'json', locale: 'en' }],
    [['check', 'a.xlsx', '--fail-on', 'warning', '--output', 'out.json'], { ...check, failOn: 'warning', output: 'out.json' }],
    [['check', '--', '--lang', '-x.xlsx'], { ...check, paths: ['--lang', '-x.xlsx'] }],
    [['check', 'a.xlsx', '--accounts', 'list.csv'], { ...check, accounts: 'list.csv' }],
    [
      ['check', 'a.xlsx', '--with', '说明.docx', '--with=b.txt', '--last-year', 'c.xlsx'],
      { ...check, documents: ['说明.docx', 'b.txt'], lastYear: 'c.xlsx' },
    ],
    [['check', 'a.xlsx', '--relations', 'own.yaml'], { ...check, relations: 'own.yaml' }],
    [['check', 'a.xlsx', '--tolerance=exact'], { ...check, tolerance: { kind: 'exact' } }],
    [
      ['check', 'a.xlsx', '--tolerance', '0.01万元', '--without', 'balance', '--without=row-sums'],
      { ...check, tolerance: { kind: 'fixed', amount: '0.01', unit: '万元' }, without: ['balance', 'row-sums'] },
    ],
    [['check', 'a.xlsx', '--tolerance', '1百元'], { ...check, tolerance: { kind: 'fixed', amount: '1', unit: '百元' } }],
    [['tables', 'a.xlsx'], tables],
    [
      ['tables', 'a.xlsx', '--evidence', '--format=json', '--accounts=b.xlsx'],
      { ...tables, evidence: true, format: 'json', accounts: 'b.xlsx' },
    ],
    [['--help'], { command: 'help', locale: 'zh-CN' }],
    [['check', '-h', '--lang', 'en'], { command: 'help', locale: 'en' }],
    [['--version'], { command: 'version', locale: 'zh-CN' }],
  ])('%j', (args, request) => {
    expect(parseArguments(args)).toEqual(request);
  });

  test.each([
    [[], 'cli.usage.no-command', {}],
    [['inspect'], 'cli.usage.unknown-command', { command: 'inspect' }],
    [['check'], 'cli.usage.no-path', { command: 'check' }],
    [['tables'], 'cli.usage.no-path', { command: 'tables' }],
    [['tables', 'a', '--fail-on', 'info'], 'cli.usage.other-command', { option: '--fail-on', command: 'tables' }],
    [['tables', 'a', '--with', 'b'], 'cli.usage.other-command', { option: '--with', command: 'tables' }],
    [['check', 'a', '--last-year'], 'cli.usage.no-value', { option: '--last-year', values: 'FILE' }],
    [['check', 'a', '--evidence'], 'cli.usage.other-command', { option: '--evidence', command: 'check' }],
    [['check', 'a', '--accounts'], 'cli.usage.no-value', { option: '--accounts', values: 'FILE' }],
    [['tables', 'a', '--tolerance', 'exact'], 'cli.usage.other-command', { option: '--tolerance', command: 'tables' }],
    [['check', 'a', '--without'], 'cli.usage.no-value', { option: '--without', values: 'RULE' }],
    [
      ['check', 'a', '--tolerance', '-1元'],
      'cli.usage.bad-value',
      { option: '--tolerance', value: '-1元', values: 'interval exact 0.01万元' },
    ],
    [['check', 'a', '--loud'], 'cli.usage.unknown-option', { option: '--loud' }],
    [['check', 'a', '--format', 'xml'], 'cli.usage.bad-value', { option: '--format', value: 'xml', values: 'text json' }],
    [['check', 'a', '--lang=fr'], 'cli.usage.bad-value', { option: '--lang', value: 'fr', values: 'zh-CN en' }],
    [['check', 'a', '--fail-on'], 'cli.usage.no-value', { option: '--fail-on', values: 'error warning info' }],
    [['check', 'a', '--output'], 'cli.usage.no-value', { option: '--output', values: 'FILE' }],
  ])('%j is refused', (args, id, data) => {
    expect(parseArguments(args)).toEqual({ command: 'wrong', locale: 'zh-CN', id, data });
  });
});
