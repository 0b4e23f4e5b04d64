import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inputsOf } from '../../src/cli/inputs';

describe('paths on the command line', () => {
  let folder: string;
  let before: string;
  beforeAll(() => {
    before = process.cwd();
    folder = mkdtempSync(path.join(os.tmpdir(), 'gouji-inputs-'));
    process.chdir(folder);
    for (const place of ['budgets/2024/深', 'budgets/.git', 'empty']) mkdirSync(place, { recursive: true });
    for (const file of [
      'b.xlsx',
      'a.XLSX',
      '~$b.xlsx',
      '.c.xlsx',
      'notes.txt',
      '2024/c.et',
      '2024/深/d.docx',
      '2024/e.xls',
      '2024/f.xlsm',
      '.git/g.xlsx',
    ]) {
      writeFileSync(path.join('budgets', file), '');
    }
    symlinkSync('..', 'budgets/2024/round', 'dir');
  });
  afterAll(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });

  const files = ['a.XLSX', '2024/c.et', '2024/e.xls', '2024/f.xlsm', '2024/深/d.docx', 'b.xlsx'].map((file) => `budgets/${file}`).sort();

  test('a folder is every document in it, without lock files, hidden ones and links that go round', () => {
    expect(inputsOf(['budgets']).map(({ file }) => file)).toEqual(files);
    expect(inputsOf(['budgets/']).map(({ file }) => file)).toEqual(files);
  });

  test('a path stays as it was given', () => {
    expect(inputsOf(['./budgets/2024/../b.xlsx', 'budgets/notes.txt'])).toEqual([
      { file: './budgets/2024/../b.xlsx' },
      { file: 'budgets/notes.txt' },
    ]);
  });

  test('a file given twice is checked once, and the order of the arguments does not matter', () => {
    expect(inputsOf(['budgets/b.xlsx', 'budgets'])).toEqual(inputsOf(['budgets', 'budgets/b.xlsx']));
    expect(inputsOf(['budgets/b.xlsx', 'budgets/b.xlsx'])).toEqual([{ file: 'budgets/b.xlsx' }]);
  });

  test('what is not there, and a folder with nothing to check, are errors', () => {
    expect(inputsOf(['nowhere.xlsx', 'empty'])).toEqual([
      { file: 'empty', error: { id: 'cli.error.empty-folder', data: {} } },
      { file: 'nowhere.xlsx', error: { id: 'cli.error.not-found', data: {} } },
    ]);
  });
});
