import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { main } from '../../src/cli/main';
import { readPresentation, readXlsx } from '../../src/xlsx';

const CASE = path.join(__dirname, '../cases/seed-000.xlsx');
let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'gouji-copies-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const said = { out: '', complaints: '' };
  const code = await main(args, { out: (text) => (said.out += text), complain: (text) => (said.complaints += text), colour: false });
  return { code, ...said };
}

test('annotate writes a copy with marks, notes and the sheet; clean takes all of it away again', async () => {
  const marked = path.join(folder, 'marked');
  expect(await run('annotate', CASE, '--output', marked)).toMatchObject({ code: 0, complaints: '' });
  const copy = readPresentation(readFileSync(path.join(marked, 'seed-000.xlsx')));
  expect(copy.sheets.at(-1)).toMatchObject({ name: '差异清单', generated: true });
  expect(copy.sheets.some(({ notes }) => notes.some(({ text }) => text.startsWith('【勾稽】')))).toBe(true);
  const clean = path.join(folder, 'clean');
  expect(await run('clean', path.join(marked, 'seed-000.xlsx'), '--output', clean)).toMatchObject({ code: 0 });
  const bytes = readFileSync(path.join(clean, 'seed-000.xlsx'));
  expect(readXlsx(bytes)).toEqual(readXlsx(readFileSync(CASE)));
  expect(readPresentation(bytes).names).toEqual(readPresentation(readFileSync(CASE)).names);
});

test('replies on the sheet of an earlier copy are kept', async () => {
  const first = path.join(folder, '1');
  const second = path.join(folder, '2');
  await run('annotate', CASE, '--output', first);
  const { patchXlsx } = await import('../../src/xlsx');
  const file = path.join(first, 'seed-000.xlsx');
  writeFileSync(file, patchXlsx(readFileSync(file), { cells: [{ sheet: '差异清单', address: 'N8', value: '已改' }] }));
  await run('annotate', file, '--output', second);
  const sheet = readXlsx(readFileSync(path.join(second, 'seed-000.xlsx'))).sheets.find(({ name }) => name === '差异清单');
  expect(sheet?.rows[7]?.[13]?.value).toBe('已改');
});

test('no file is written over', async () => {
  expect(await run('clean', CASE, '--output', path.dirname(CASE))).toMatchObject({
    code: 2,
    complaints: expect.stringContaining('已经存在') as string,
  });
});

test.each([
  [['clean', CASE], /--output/],
  [['clean', CASE, '--output', 'x', '--fail-on', 'info'], /没有选项 --fail-on/],
  [['annotate', 'nothing.xlsx', '--output', 'x'], /没有这个文件/],
])('%j is answered in words', async (args, sentence) => {
  const { code, complaints } = await run(...args);
  expect(code).toBe(2);
  expect(complaints).toMatch(sentence);
});

test('what is no .xlsx is said, the others are written', async () => {
  mkdirSync(path.join(folder, 'in'));
  writeFileSync(path.join(folder, 'in', 'a.docx'), 'x');
  writeFileSync(path.join(folder, 'in', 'b.xlsx'), readFileSync(CASE));
  const { code, out, complaints } = await run('clean', path.join(folder, 'in'), '--output', path.join(folder, 'out'));
  expect(code).toBe(2);
  expect(complaints).toContain('a.docx');
  expect(out).toContain('b.xlsx');
});

test('files of one name in the folders of several units do not get in each other’s way', async () => {
  for (const unit of ['甲', '乙']) {
    mkdirSync(path.join(folder, 'in', unit), { recursive: true });
    writeFileSync(path.join(folder, 'in', unit, '预算.xlsx'), readFileSync(CASE));
  }
  const out = path.join(folder, 'out');
  expect(await run('clean', `${path.join(folder, 'in')}/`, '--output', out)).toMatchObject({ code: 0, complaints: '' });
  for (const unit of ['甲', '乙']) expect(readFileSync(path.join(out, unit, '预算.xlsx'))).toEqual(readFileSync(CASE));
});

test('who sits at the terminal sees which of several files is worked on', async () => {
  const lines: string[] = [];
  const terminal = { out: () => undefined, complain: () => undefined, colour: false, progress: (line: string) => void lines.push(line) };
  await main(['check', 'a.xlsx', 'b.xlsx'], terminal);
  await main(['check', 'a.xlsx'], terminal);
  expect(lines).toEqual(['1/2 a.xlsx', '2/2 b.xlsx', '']);
});
