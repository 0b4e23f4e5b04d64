/** `gouji tables` and `--accounts`: the command's own main, without a process around it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as XLSX from '@e965/xlsx';
import { main } from '../../src/cli/main';
import { SETTINGS_NAMESPACE } from '../../src/core/settings';
import { patchXlsx } from '../../src/xlsx';
import { caseBytes } from '../support/cases';

const SEED = path.resolve(__dirname, '../cases/seed-000.xlsx');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'gouji-tables-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
}

function xlsx(name: string, rows: readonly (readonly (string | number | null)[])[]): string {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows as unknown[][]), '表一');
  return file(name, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

async function gouji(...args: readonly string[]) {
  let stdout = '';
  let stderr = '';
  const code = await main(args, { out: (text) => (stdout += text), complain: (text) => (stderr += text), colour: false });
  return { code, stdout, stderr, lines: stdout.split('\n') };
}

interface Inventory {
  readonly version: number;
  readonly workbooks: readonly {
    readonly tables: readonly Readonly<Record<string, unknown>>[];
    readonly skipped: readonly { readonly rule: string; readonly reason: string }[];
  }[];
  readonly errors: readonly unknown[];
}

const EXPENDITURE = [
  ['部门支出总表'],
  ['部门：某局', null, '单位：万元'],
  ['科目编码', '科目名称', '合计'],
  ['208', '社会保障和就业支出', 5],
];

describe('the inventory', () => {
  test('a line a table, under headings that say what each column is', async () => {
    const { code, lines, stderr } = await gouji('tables', xlsx('a.xlsx', EXPENDITURE));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(lines.map((line) => line.trim().split(/ {2,}/)).slice(1)).toEqual([
      ['工作表', '范围', '表种', '阶段', '单位', '年度', '栏组', '数据行', '已认出', '未认出的格', '部门', '表名'],
      ['表一', 'A1:C4', '部门支出总表', '预算', '万元', '1', '1', '1', '0', '某局', '部门支出总表'],
      [''],
    ]);
  });

  test('of a published budget every table', async () => {
    const { lines } = await gouji('tables', SEED);
    expect(lines.filter((line) => /^ {2}\S+( \(2\))? +A1:/.test(line))).toHaveLength(19);
  });

  test('evidence stands below each table, with its cells', async () => {
    const { stdout } = await gouji('tables', xlsx('a.xlsx', EXPENDITURE), '--evidence', '--lang', 'en');
    expect(stdout).toContain('      Unit stated above the table: 万元  C2\n');
  });

  test('as JSON it is the tables of a check', async () => {
    const said = JSON.parse((await gouji('tables', SEED, '--format', 'json')).stdout) as Inventory;
    const checked = JSON.parse((await gouji('check', SEED, '--format', 'json')).stdout) as Inventory;
    expect(said.workbooks[0]?.tables).toEqual(checked.workbooks[0]?.tables);
    expect(said).toMatchObject({ version: 1, workbooks: [{ file: SEED, skipped: [] }], errors: [] });
  });

  test('a workbook without budget tables says so; an unreadable one is exit 2, the others are listed', async () => {
    const { code, stdout, stderr } = await gouji('tables', xlsx('b.xlsx', [['买菜']]), file('c.xlsx', 'x'));
    expect(code).toBe(2);
    expect(stdout).toContain('没有');
    expect(stderr).toMatch(/c\.xlsx: .+\n$/);
  });

  test('what a workbook does not hold goes to a file when one is asked for', async () => {
    const out = path.join(folder, 'out.txt');
    expect((await gouji('tables', SEED, '--output', out)).stdout).toBe('');
    expect(readFileSync(out, 'utf8')).toContain('表十三');
  });
});

describe('the settings that a workbook carries', () => {
  const withSettings = (name: string, inner: string): string => {
    const xml = `<settings xmlns="${SETTINGS_NAMESPACE}">${inner}</settings>`;
    return file(name, patchXlsx(caseBytes('seed-000.xlsx'), { customXml: [{ namespace: SETTINGS_NAMESPACE, xml }] }));
  };

  test('are used, and a corrected table is marked', async () => {
    const path = withSettings('unit.xlsx', '<table sheet="表三" title="2024年万盛经开区部门支出预算总表" top="1" unit="元"/>');
    const { stdout } = await gouji('tables', path);
    expect(stdout).toMatch(/表三 +A1:E43 +部门支出总表（用户指定） +预算 +元/);
    const { workbooks } = JSON.parse((await gouji('check', path, '--format', 'json')).stdout) as {
      workbooks: readonly { readonly findings: readonly { readonly rule: string; readonly severity: string }[] }[];
    };
    expect(workbooks[0]?.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toContain('summary-expenditure');
  });

  test('what of them is not understood or no longer there is said', async () => {
    const { stdout } = await gouji('tables', withSettings('gone.xlsx', '<table sheet="表九九" title="没有的表" top="1" unit="元"/>'));
    expect(stdout).toContain('对“没有的表”的更正没有用上');
  });
});

describe('--accounts', () => {
  const summary = () =>
    xlsx('s.xlsx', [
      ['部门收支总表'],
      [null, null, null, '单位：万元'],
      ['收入', '预算数', '支出', '预算数'],
      ['一般公共预算拨款收入', 5, '本局专项支出', 5],
      ['收入总计', 5, '支出总计', 5],
    ]);
  const mapped = async (...args: readonly string[]): Promise<unknown> =>
    (JSON.parse((await gouji('tables', summary(), '--format', 'json', ...args)).stdout) as Inventory).workbooks[0]?.tables[0]?.[
      'mappedRows'
    ];
  const GBK = Uint8Array.from([50, 48, 56, 44, 0xb1, 0xbe, 0xbe, 0xd6, 0xd7, 0xa8, 0xcf, 0xee, 0xd6, 0xa7, 0xb3, 0xf6]); // 208,本局专项支出

  test.each([
    ['UTF-8', () => file('utf8.csv', '科目编码,科目名称\n208,本局专项支出\n')],
    ['GBK, as Excel saves it', () => file('gbk.csv', GBK)],
    ['UTF-16', () => file('utf16.txt', Buffer.from('\ufeff208\t本局专项支出', 'utf16le'))],
    [
      'a workbook',
      () =>
        xlsx('list.xlsx', [
          ['编码', '名称'],
          [208, '本局专项支出'],
        ]),
    ],
  ])('a list in %s names accounts', async (_, list) => {
    expect(await mapped()).toBe(1);
    expect(await mapped('--accounts', list())).toBe(2);
  });

  test.each([
    ['a line with a wrong code', () => file('bad.csv', '208,甲\n2080,乙\n'), '第 2 行的“2080”不是科目编码'],
    ['many wrong lines', () => file('many.csv', '208,甲\n1,a\n2,a\n3,a\n4,a\n'), '共 4 处'],
    ['an empty file', () => file('empty.csv', ''), '没有找到科目编码'],
    ['a picture', () => file('a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])), '科目表须是'],
    ['a file that is not there', () => path.join(folder, 'none.csv'), '没有这个文件'],
  ])('%s: one line that says what is wrong, nothing else, exit 2', async (_, list, words) => {
    const { code, stdout, stderr } = await gouji('check', SEED, '--accounts', list());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr.split('\n')).toHaveLength(2);
  });
});
