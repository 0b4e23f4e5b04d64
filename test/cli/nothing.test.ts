/** Files that hold no budget table, on the command line: exit 0, an entry, and a sentence that says why. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { main } from '../../src/cli/main';
import { relationships, tiny, type Tiny } from '../xlsx/tiny';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'gouji-nothing-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Entry {
  readonly tables: readonly Readonly<Record<string, unknown>>[];
  readonly findings: readonly unknown[];
  readonly skipped: readonly { readonly rule: string; readonly reason: string }[];
}

async function gouji(...args: readonly string[]): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  let stdout = '';
  let stderr = '';
  const code = await main(args, { out: (text) => (stdout += text), complain: (text) => (stderr += text), colour: false });
  return { code, stdout, stderr };
}

async function check(content: Tiny): Promise<{ readonly code: number; readonly entry: Entry; readonly text: string }> {
  const file = path.join(folder, 'a.xlsx');
  writeFileSync(file, tiny(content));
  const json = await gouji('check', file, '--format', 'json');
  const text = await gouji('check', file);
  const { workbooks } = JSON.parse(json.stdout) as { readonly workbooks: readonly Entry[] };
  expect([json.stderr, text.stderr, text.code]).toEqual(['', '', json.code]);
  return { code: json.code, entry: workbooks[0]!, text: text.stdout };
}

const inline = (...rows: readonly (readonly (string | number)[])[]): string =>
  rows
    .map((row, r) => {
      const cells = row.map((value, c) => {
        const address = `${String.fromCharCode(65 + c)}${r + 1}`;
        return typeof value === 'number'
          ? `<c r="${address}"><v>${value}</v></c>`
          : `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
      });
      return `<row r="${r + 1}">${cells.join('')}</row>`;
    })
    .join('');

const NO_CONTENT = '没有认出预算表：各工作表是空的，或只有图表';

describe('nothing recognised, because', () => {
  test.each<readonly [string, Tiny, string]>([
    ['the only sheet is empty', {}, NO_CONTENT],
    [
      'there is a chart sheet only',
      {
        sheets: [{ name: '图' }],
        parts: {
          'xl/_rels/workbook.xml.rels': relationships([['rId1', 'chartsheet', 'chartsheets/sheet1.xml']]),
          'xl/chartsheets/sheet1.xml': '<chartsheet/>',
        },
      },
      NO_CONTENT,
    ],
    [
      'the sheet is in another language',
      { sheets: [{ name: 'Budget', data: inline(['Budget by function'], ['Code', 'Name', 'Total'], ['208', 'Social security', 12.5]) }] },
      '没有认出预算表：工作表中没有中文表名和栏目名称',
    ],
    [
      'the sheet begins in the middle of a table',
      {
        sheets: [
          { name: 'Sheet2', data: inline(['2080501', '行政单位离退休', 5, 5], ['2080505', '机关事业单位基本养老保险缴费支出', 7, 7]) },
        ],
      },
      '没有认出预算表：工作表「Sheet2」没有表名，可能只是一张表的一部分；请连同表名、表头一起核对',
    ],
    [
      'title and header are there, the rows are cut off',
      { sheets: [{ name: '表三', data: inline(['部门支出总表'], ['科目编码', '科目名称', '合计', '基本支出', '项目支出']) }] },
      '「部门支出总表」只有表名和表头，没有数据行：可能在分页或复制时被截断，没有数字可核对',
    ],
  ])('%s', async (_, content, sentence) => {
    const { code, entry, text } = await check(content);
    expect([code, entry.findings]).toEqual([0, []]);
    expect(entry.skipped.map(({ reason }) => reason)).toEqual([sentence]);
    expect(text).toContain(sentence);
  });

  test('a million empty cells are formatted, down to the last row and column', async () => {
    const letters = Array.from({ length: 16 }, (_, c) => String.fromCharCode(65 + c));
    const styled = Array.from(
      { length: 65536 },
      (_, r) => `<row r="${r + 1}">${letters.map((letter) => `<c r="${letter}${r + 1}" s="1"/>`).join('')}</row>`,
    );
    const data = `${styled.join('')}<row r="1048576"><c r="XFD1048576" s="1"/></row>`;
    const { code, entry } = await check({ sheets: [{ name: '格式', data }] });
    expect([code, entry.tables, entry.skipped.map(({ reason }) => reason)]).toEqual([0, [], [NO_CONTENT]]);
  });
});

test('a table among a million formatted cells is the table alone', async () => {
  const table = inline(
    ['部门支出总表'],
    ['科目编码', '科目名称', '合计'],
    ['208', '社会保障和就业支出', 5],
    ['20805', '行政事业单位养老支出', 5],
  );
  const styled = Array.from({ length: 65536 - 4 }, (_, r) => `<row r="${r + 5}"><c r="A${r + 5}" s="1"/><c r="IV${r + 5}" s="1"/></row>`);
  const { entry } = await check({ sheets: [{ name: '表三', data: table + styled.join('') }] });
  expect(entry.tables.map(({ range, kind, rows, mappedRows, unread }) => [range, kind, rows, mappedRows, unread])).toEqual([
    ['A1:C4', 'dept-expenditure', 2, 2, 0],
  ]);
});
