/** What the builds consist of. Reads `dist`, which `npm test` has built. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { withShim } from '../../scripts/webpack/pane-in-workbench-plugin.js';
import { noticesOf } from '../../scripts/webpack/third-party-notices-plugin.js';

const root = path.resolve(__dirname, '../..');
const dist = (file: string): string => path.join(root, 'dist', file);
const text = (file: string): string => readFileSync(dist(file), 'utf8');

/** Scripts, styles and images that a page asks for. */
const addresses = (html: string): readonly string[] => [...html.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);

describe('the pane', () => {
  test('asks only for what is beside it', () => {
    const wanted = addresses(text('pane/taskpane.html'));
    expect(wanted.filter((address) => /^(\w+:|\/)/.test(address))).toEqual([]);
    expect(wanted.filter((address) => !existsSync(dist(`pane/${address}`)))).toEqual([]);
  });

  test('configures Fabric before it loads it, and office.js before both', () => {
    const names = addresses(text('pane/taskpane.html')).map((address) => address.replace(/\.[0-9a-f]{8}\.js$/, '.js'));
    expect(names).toEqual(['office-js/office.js', 'fabricConfig.js', 'taskpane.js']);
  });

  test('carries office.js unmodified, with its licence, and only what Excel needs of it', () => {
    const files = readdirSync(dist('pane/office-js'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.\w+$/.test(file));
    expect(files.map((file) => file.split(path.sep).join('/')).sort()).toEqual([
      'LICENSE.md',
      'en-us/office_strings.js',
      'excel-mac-16.00.js',
      'excel-web-16.00.js',
      'excel-win32-16.01.js',
      'o15apptofilemappingtable.js',
      'office.js',
      'zh-cn/office_strings.js',
    ]);
    for (const file of files) {
      const original = path.join(root, 'node_modules/@microsoft/office-js', file === 'LICENSE.md' ? '' : 'dist', file);
      expect(readFileSync(dist(`pane/office-js/${file}`)).equals(readFileSync(original))).toBe(true);
    }
  });

  test('has the icons that the manifest names', () => {
    const icons = [...text('pane/manifest.xml').matchAll(/https:\/\/localhost:3000\/(assets\/[^"]+)/g)].map(([, icon = '']) => icon);
    expect(icons.length).toBeGreaterThan(15);
    expect(icons.filter((icon) => !existsSync(dist(`pane/${icon}`)))).toEqual([]);
  });
});

describe('the pane in the workbench', () => {
  test('has one script more, first in its head, and nothing else differs', () => {
    const page = text('pane/taskpane.html');
    const inWorkbench = text('workbench/taskpane.html');
    expect(inWorkbench).not.toBe(page);
    expect(inWorkbench.replace('<script src="shim.js"></script>', '')).toBe(page);
    expect(addresses(inWorkbench)[0]).toBe('shim.js');
    expect(/<head>\s*<script src="shim\.js">/.test(inWorkbench)).toBe(true);
  });

  test('is otherwise the same files', () => {
    const files = readdirSync(dist('pane'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.(js|png|xml)$/.test(file));
    const different = files.filter((file) => !readFileSync(dist(`pane/${file}`)).equals(readFileSync(dist(`workbench/${file}`))));
    expect(different).toEqual([]);
  });

  test('a page without a head is refused rather than left without its shim', () => {
    expect(withShim('<html><head lang="zh"><title>x</title></head></html>')).toBe(
      '<html><head lang="zh"><script src="shim.js"></script><title>x</title></head></html>',
    );
    expect(() => withShim('<p>no page</p>')).toThrow(/no <head>/);
  });
});

describe('the workbench', () => {
  test('asks only for what is beside it', () => {
    const wanted = addresses(text('workbench/index.html'));
    expect(wanted.filter((address) => /^(\w+:|\/)/.test(address) || !existsSync(dist(`workbench/${address}`)))).toEqual([]);
  });

  test('has the sample, the manifest and the metadata of the Excel API', () => {
    expect(readdirSync(dist('workbench/assets/samples')).filter((file) => file.endsWith('.xlsx'))).not.toEqual([]);
    expect(text('workbench/manifest.xml')).toBe(readFileSync(path.join(root, 'manifest.xml'), 'utf8'));
    const { types } = JSON.parse(text('workbench/office-metadata.json')) as { types: Record<string, unknown> };
    expect(Object.keys(types)).toEqual(expect.arrayContaining(['Range', 'Worksheet', 'Comment']));
  });
});

describe('notices', () => {
  test.each([
    ['pane/THIRD-PARTY-NOTICES.txt', ['react 18', '@fluentui/react 8', '@microsoft/office-js 1.1.110']],
    ['workbench/THIRD-PARTY-NOTICES.txt', ['@univerjs/core 0.25.1 (Apache-2.0)', 'rxjs 7.8.2 (Apache-2.0)', 'fflate 0.8.3 (MIT)']],
    ['cli/THIRD-PARTY-NOTICES.txt', ['saxes 6.0.0', 'mammoth 1.13.0', '@e965/xlsx 0.20.3']],
  ])('%s names what is in the build', (file, packages) => {
    const notices = text(file);
    for (const name of packages) expect(notices).toContain(name);
    expect(notices).not.toContain('jest');
    // Every entry: names, a blank line, a text.
    const entries = notices.split(`\n${'-'.repeat(80)}\n`).slice(1);
    expect(entries.filter((entry) => (entry.split(/\n\n/)[1] ?? '').length + entry.length < 300)).toEqual([]);
  });

  test('the text of a licence stands there in full, once for all who share it', () => {
    const notices = noticesOf(['fflate', 'saxes'].map((name) => path.join(root, 'node_modules', name)));
    expect(notices).toContain('fflate 0.8.3 (MIT)');
    expect(notices).toMatch(/Permission is hereby granted, free of charge/);
    const twice = noticesOf([path.join(root, 'node_modules/fflate'), path.join(root, 'node_modules/fflate')]);
    expect(twice.match(/Permission is hereby granted/g)).toHaveLength(1);
  });
});
