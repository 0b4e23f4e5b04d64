import { parseArguments } from '../../src/cli/arguments';

const check = { command: 'check', paths: ['a.xlsx'], format: 'text', locale: 'zh-CN', failOn: 'error', output: null, accounts: null };
const { failOn: _, ...rest } = check;
const tables = { ...rest, command: 'tables', evidence: false };

describe('arguments', () => {
  test.each([
    [['check', 'a.xlsx'], check],
    [['check', 'a.xlsx', 'b'], { ...check, paths: ['a.xlsx', 'b'] }],
    [['--format', 'json', 'check', 'a.xlsx'], { ...check, format: 'json' }],
    [['check', 'a.xlsx', '--format=json', '--lang=en'], { ...check, format: 'json', locale: 'en' }],
    [['check', 'a.xlsx', '--fail-on', 'warning', '--output', 'out.json'], { ...check, failOn: 'warning', output: 'out.json' }],
    [['check', '--', '--lang', '-x.xlsx'], { ...check, paths: ['--lang', '-x.xlsx'] }],
    [['check', 'a.xlsx', '--accounts', 'list.csv'], { ...check, accounts: 'list.csv' }],
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
    [['check', 'a', '--evidence'], 'cli.usage.other-command', { option: '--evidence', command: 'check' }],
    [['check', 'a', '--accounts'], 'cli.usage.no-value', { option: '--accounts', values: 'FILE' }],
    [['check', 'a', '--loud'], 'cli.usage.unknown-option', { option: '--loud' }],
    [['check', 'a', '--format', 'xml'], 'cli.usage.bad-value', { option: '--format', value: 'xml', values: 'text json' }],
    [['check', 'a', '--lang=fr'], 'cli.usage.bad-value', { option: '--lang', value: 'fr', values: 'zh-CN en' }],
    [['check', 'a', '--fail-on'], 'cli.usage.no-value', { option: '--fail-on', values: 'error warning info' }],
    [['check', 'a', '--output'], 'cli.usage.no-value', { option: '--output', values: 'FILE' }],
  ])('%j is refused', (args, id, data) => {
    expect(parseArguments(args)).toEqual({ command: 'wrong', locale: 'zh-CN', id, data });
  });
});
