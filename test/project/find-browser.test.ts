import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findBrowser } from '../../scripts/find-browser.cjs';

describe('the browser for tests', () => {
  const before = { PATH: process.env['PATH'], GOUJI_BROWSER: process.env['GOUJI_BROWSER'] };
  const set = (name: 'PATH' | 'GOUJI_BROWSER', value: string | undefined): void => {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  };
  let folder: string;
  let program: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'gouji-browser-'));
    program = path.join(folder, process.platform === 'win32' ? 'chromium.exe' : 'chromium');
    writeFileSync(program, '');
    chmodSync(program, 0o755);
    writeFileSync(path.join(folder, 'google-chrome'), 'not a program', { mode: 0o644 });
  });
  afterEach(() => {
    set('PATH', before.PATH);
    set('GOUJI_BROWSER', before.GOUJI_BROWSER);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('is the first one on PATH that can be run', () => {
    set('GOUJI_BROWSER', undefined);
    set('PATH', ['/nowhere', folder].join(path.delimiter));
    expect(findBrowser()).toBe(program);
  });

  test('is the one that GOUJI_BROWSER names, whatever is on PATH', () => {
    set('GOUJI_BROWSER', process.execPath);
    set('PATH', folder);
    expect(findBrowser()).toBe(process.execPath);
  });

  test('is none, rather than another, when the named one is not there', () => {
    set('GOUJI_BROWSER', path.join(folder, 'nothing'));
    set('PATH', folder);
    expect(findBrowser()).toBeNull();
  });
});
