/** The built command line, run as a user runs it. */
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as XLSX from '@e965/xlsx';
import { gouji } from '../support/cli';
import { docx, p, table } from '../support/docx';

const root = path.resolve(__dirname, '../..');
const seed = path.join(root, 'test/cases/seed-000.xlsx');
/** Its only fault is a doubled word in the text: a warning. */
const warned = path.join(root, 'test/cases/seed-004.xlsx');

type Rows = readonly (readonly (string | number | null)[])[];

function xlsx(sheets: Readonly<Record<string, Rows>>, bookType: XLSX.BookType = 'xlsx'): Buffer {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows as unknown[][]), name);
  return XLSX.write(book, { type: 'buffer', bookType }) as Buffer;
}

/** What Office writes when a workbook gets a password: an OLE container around the encrypted package. */
function encrypted(): Buffer {
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(224));
  XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(8192));
  return XLSX.CFB.write(container, { type: 'buffer' }) as Buffer;
}

/** 部门收支总表 whose two sides differ by 10. */
const unbalanced: Rows = [
  ['部门收支总表'],
  ['部门：某局', null, null, '单位：万元'],
  ['收入', null, '支出', null],
  ['项目', '2024年预算数', '项目', '2024年预算数'],
  ['一般公共预算拨款收入', 100.5, '一、一般公共服务支出', 110.5],
  ['收入总计', 100.5, '支出总计', 110.5],
];

interface Report {
  readonly version: number;
  readonly workbooks: readonly {
    readonly file: string;
    readonly tables: readonly { readonly sheet: string; readonly kind: string; readonly range: string }[];
    readonly relations: Readonly<Record<'checked' | 'held' | 'rounding' | 'violated', number>>;
    readonly findings: readonly {
      readonly rule: string;
      readonly class: string;
      readonly severity: string;
      readonly message: string;
      readonly cells: readonly { readonly sheet: string; readonly address: string; readonly value: string }[];
      readonly left: string;
      readonly right: string;
      readonly difference: string;
    }[];
    readonly causes: readonly unknown[];
    readonly skipped: readonly { readonly rule: string; readonly reason: string }[];
  }[];
  readonly errors: readonly { readonly file: string; readonly reason: string }[];
}

describe('gouji check', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'gouji-cli-'));
    mkdirSync(path.join(folder, 'mixed/inner'), { recursive: true });
    const write = (file: string, content: Uint8Array | string): void => writeFileSync(path.join(folder, file), content);
    copyFileSync(seed, path.join(folder, 'seed.xlsx'));
    copyFileSync(warned, path.join(folder, 'warned.xlsx'));
    copyFileSync(seed, path.join(folder, 'mixed/inner/seed.xlsx'));
    write('unbalanced.xlsx', xlsx({ 表一: unbalanced }));
    write('unbalanced.xls', xlsx({ 表一: unbalanced }, 'biff8'));
    write('mixed/unbalanced.xlsx', xlsx({ 表一: unbalanced }));
    write('mixed/readme.txt', 'not for us');
    write('mixed/~$unbalanced.xlsx', 'lock');
    write('mixed/broken.xlsx', readFileSync(seed).subarray(0, 4000));
    write('empty.xlsx', xlsx({ Sheet1: [] }));
    write('nothing.xlsx', '');
    write(
      'minutes.xlsx',
      xlsx({
        会议纪要: [
          ['时间', '地点'],
          ['3月', '三楼'],
        ],
      }),
    );
    write('notes.docx', docx(p('一、部门职责：编制部门预算。')));
    write('encrypted.xlsx', encrypted());
    write('list.xlsx', 'a,b,c\n1,2,3\n');
    write('page.xls', '<html><table><tr><td>1</td></tr></table></html>');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const json = (args: readonly string[]) => {
    const run = gouji(['check', '--format', 'json', ...args], folder);
    return { ...run, report: JSON.parse(run.stdout) as Report };
  };

  test('is one executable file', () => {
    const file = path.join(root, 'dist/cli/gouji.js');
    expect(readFileSync(file, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
    expect(statSync(file).mode & 0o111).toBe(0o111);
    expect(readdirSync(path.dirname(file)).sort()).toEqual(['THIRD-PARTY-NOTICES.txt', 'gouji.js']);
  });

  test('a workbook that does not tie out: the finding, its cells and exit code 1', () => {
    const { status, stderr, report } = json(['unbalanced.xlsx']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const [workbook] = report.workbooks;
    expect(workbook).toMatchObject({ file: 'unbalanced.xlsx', tables: [{ sheet: '表一', kind: 'dept-summary' }] });
    expect(workbook?.causes.length).toBeGreaterThan(0);
    expect(workbook?.findings).toContainEqual(
      expect.objectContaining({
        rule: 'balance',
        class: 'mismatch',
        severity: 'error',
        left: '100.5',
        right: '110.5',
        difference: '-10.0',
      }),
    );
    expect(workbook?.findings.find(({ rule }) => rule === 'balance')?.cells).toEqual([
      { sheet: '表一', address: 'B6', value: '100.5', side: 'left' },
      { sheet: '表一', address: 'D6', value: '110.5', side: 'right' },
    ]);
  });

  test('the old binary format gives the same findings', () => {
    const findings = (file: string) => json([file]).report.workbooks[0]?.findings;
    expect(findings('unbalanced.xls')).toEqual(findings('unbalanced.xlsx'));
  });

  test('keys stand in the order of the contract', () => {
    const { report } = json(['seed.xlsx']);
    const [workbook] = report.workbooks;
    expect(Object.keys(report)).toEqual(['version', 'workbooks', 'errors']);
    expect(Object.keys(workbook ?? {})).toEqual(['file', 'tables', 'relations', 'findings', 'causes', 'skipped']);
    expect(Object.keys(workbook?.tables[0] ?? {}).join(' ')).toBe(
      'sheet range kind phase title unit year department panels rows mappedRows unread evidence',
    );
    expect(Object.keys(workbook?.findings[0] ?? {}).join(' ')).toBe('id rule class severity message cells left right difference');
    expect(Object.keys(workbook?.findings[0]?.cells[0] ?? {}).join(' ')).toBe('sheet address value side');
    const { checked = 0, held = 0, rounding = 0, violated = 0 } = workbook?.relations ?? {};
    expect(checked).toBe(held + rounding + violated);
  });

  test('a published budget with nothing but a warning passes by default and fails on warnings; one with an error fails', () => {
    expect(gouji(['check', 'warned.xlsx'], folder).status).toBe(0);
    expect(gouji(['check', 'warned.xlsx', '--fail-on', 'warning'], folder).status).toBe(1);
    expect(gouji(['check', 'warned.xlsx', '--fail-on', 'info'], folder).status).toBe(1);
    expect(gouji(['check', 'seed.xlsx'], folder).status).toBe(1);
  });

  test.each([
    ['encrypted.xlsx', '密码'],
    ['list.xlsx', '文本文件'],
    ['page.xls', '网页'],
    ['nothing.xlsx', '文件是空的'],
    ['mixed/broken.xlsx', '损坏'],
    ['nowhere.xlsx', '没有这个文件'],
    ['empty-folder', '没有这个文件'],
  ])('%s cannot be read: one line on standard error, exit code 2, and the JSON all the same', (file, word) => {
    const { status, stderr, report } = json([file, 'seed.xlsx']);
    expect(status).toBe(2);
    expect(report.workbooks.map((workbook) => workbook.file)).toEqual(['seed.xlsx']);
    expect(report.errors).toEqual([{ file, reason: expect.stringContaining(word) as string }]);
    expect(stderr).toBe(`${file}: ${report.errors[0]?.reason ?? ''}\n`);
  });

  test.each(['empty.xlsx', 'minutes.xlsx', 'notes.docx'])('%s has no budget tables: an entry that says so, exit code 0', (file) => {
    const { status, stderr, report } = json([file]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(report.workbooks[0]).toMatchObject({
      file,
      relations: { checked: 0 },
      findings: [],
      skipped: [{ reason: expect.stringMatching(/预算表/) as string }],
    });
    const text = gouji(['check', file], folder);
    expect(text).toMatchObject({ status: 0, stderr: '' });
    expect(text.stdout).toContain('没有认出预算表');
  });

  test('a folder: every document below it, what cannot be read listed apart, the rest checked', () => {
    const { status, stderr, report } = json(['mixed/']);
    expect(status).toBe(2);
    expect(report.workbooks.map(({ file }) => file)).toEqual(['mixed/inner/seed.xlsx', 'mixed/unbalanced.xlsx']);
    expect(report.errors.map(({ file }) => file)).toEqual(['mixed/broken.xlsx']);
    expect(stderr.split('\n')).toHaveLength(2);
  });

  test('the same bytes whatever the order of the files, the run and the environment', () => {
    const first = gouji(['check', '--format', 'json', 'seed.xlsx', 'unbalanced.xlsx', 'mixed'], folder);
    const second = gouji(['check', 'mixed', 'unbalanced.xlsx', '--format', 'json', 'seed.xlsx'], folder, {
      LANG: 'en_US.UTF-8',
      TZ: 'Asia/Tokyo',
    });
    expect(second.stdout).toBe(first.stdout);
  });

  test('in English', () => {
    const run = gouji(['check', '--lang', 'en', 'unbalanced.xlsx', 'list.xlsx'], folder);
    expect(run.stdout).toContain('1 errors');
    expect(run.stdout).toContain('[Error]');
    expect(run.stderr).toMatch(/^list\.xlsx: .*text file.*\n$/);
  });

  test('for people: tables aligned, the equation with both places, no colours in a pipe', () => {
    const { stdout, stderr } = gouji(['check', 'unbalanced.xlsx'], folder);
    expect(stderr).toBe('');
    expect(stdout).toContain('表一    A1:D6  部门收支总表');
    expect(stdout).toMatch(/左 {2}B6 +100\.5/);
    expect(stdout).toMatch(/右 {2}D6 +110\.5/);
    expect(stdout).toMatch(/差 +-10\.0/);
    expect(stdout).not.toContain('\u001b');
  });

  test('--output takes the result, standard output stays empty', () => {
    const run = gouji(['check', 'unbalanced.xlsx', '--format', 'json', '--output', 'out.json'], folder);
    expect(run).toEqual({ status: 1, stdout: '', stderr: '' });
    expect((JSON.parse(readFileSync(path.join(folder, 'out.json'), 'utf8')) as Report).workbooks).toHaveLength(1);
  });

  test('an output that cannot be written loses nothing', () => {
    const run = gouji(['check', 'unbalanced.xlsx', '--format', 'json', '--output', 'no/such/out.json'], folder);
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/^gouji: .*no\/such\/out\.json.*ENOENT.*\n$/);
    expect((JSON.parse(run.stdout) as Report).workbooks).toHaveLength(1);
  });

  test('a file without permission is an error of its own', () => {
    const file = path.join(folder, 'locked.xlsx');
    copyFileSync(warned, file);
    chmodSync(file, 0o000);
    const { status, report } = json(['locked.xlsx']);
    // Root reads everything.
    if (process.getuid?.() === 0) expect(status).toBe(0);
    else expect(report.errors).toEqual([{ file: 'locked.xlsx', reason: expect.stringContaining('权限') as string }]);
    rmSync(file, { force: true });
  });
});

describe('gouji', () => {
  test('--help and --version', () => {
    expect(gouji(['--help'], root)).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('gouji check 路径...') as string,
    });
    expect(gouji(['--help', '--lang', 'en'], root).stdout).toContain('gouji check PATH...');
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    expect(gouji(['--version'], root)).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test.each([[[]], [['inspect']], [['check']], [['check', '--format', 'xml', 'a.xlsx']], [['check', '--quick', 'a.xlsx']]])(
    '%j is refused with one line',
    (args) => {
      const { status, stdout, stderr } = gouji(args, root);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^gouji: [^\n]+\n$/);
    },
  );
});

describe('a document and last year’s workbook beside the workbook', () => {
  const beside = (name: string, content: Uint8Array | string): string => {
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'gouji-beside-')), name);
    writeFileSync(file, content);
    return file;
  };
  const said = (args: readonly string[]): string[] =>
    (JSON.parse(gouji(['check', ...args, '--format', 'json'], root).stdout) as Report).workbooks[0]?.findings.map(
      ({ message }) => message,
    ) ?? [];
  const budget = (year: number, total: number): Rows => [
    [`${year}年部门收支总表`],
    ['部门：某局', null, null, '单位：万元'],
    ['收入', null, '支出', null],
    ['项目', `${year}年预算数`, '项目', `${year}年预算数`],
    ['一般公共预算拨款收入', total, '一、一般公共服务支出', total],
    ['收入总计', total, '支出总计', total],
  ];
  const workbook = beside('本年.xlsx', xlsx({ 表一: budget(2024, 110.5) }));
  const last = beside('上年.xlsx', xlsx({ 表一: budget(2023, 100.5) }));

  test.each([
    ['说明.docx', docx(p('2024年收入总预算111.50万元。'))],
    ['说明.txt', '\r\n2024年收入总预算111.50万元。\r\n'],
  ])('%s', (name, content) => {
    expect(said([workbook, '--with', beside(name, content)])).toEqual([expect.stringContaining(`${name} 第 1 段`)]);
  });

  test('a table in the document against the workbook’s own', () => {
    const summary = ['部门收支总表', '部门：某局', '单位：万元'].map((text) => p(text)).join('');
    const rows = budget(2024, 111.5)
      .slice(2)
      .map((row) => row.map((value) => String(value ?? '')));
    expect(said([workbook, '--with', beside('附表.docx', docx(summary + table(...rows)))])).toContainEqual(
      expect.stringMatching(/说明文件 \[附表\.docx\]表1 B6 为 111\.5，工作簿 表一 B5 为 110\.5/),
    );
  });

  test('the text against last year’s workbook', () => {
    const text = beside('说明.txt', '2024年收入预算110.50万元，比上年增加12.00万元。');
    expect(said([workbook, '--with', text])).toEqual([]);
    expect(said([workbook, '--with', text, '--last-year', last])).toEqual([expect.stringContaining('为 10')]);
  });

  test('what cannot be read is said, and nothing is checked', () => {
    const { status, stdout, stderr } = gouji(
      ['check', workbook, '--with', beside('说明.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'))],
      root,
    );
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('请先另存为 .docx');
    expect(gouji(['check', workbook, last, '--last-year', last], root).stderr).toContain('只能用于一个工作簿');
  });
});
