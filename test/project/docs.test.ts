/** What is generated or promised in the documentation is there. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('documentation', () => {
  test('the rule catalogue says what the rules say', () => {
    const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'scripts/build-rules.mjs'), '--check'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test.each(['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'docs/README.md', 'docs/用户手册.md'])(
    'every local link of %s leads somewhere',
    (file) => {
      const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, link = '']) => path.join(path.dirname(file), link));
      expect(links.length).toBeGreaterThan(0);
      expect(links.filter((link) => !existsSync(path.join(root, link)))).toEqual([]);
    },
  );

  test.each(['README.md', 'README.zh-CN.md'])('%s has a line for every direct dependency', (file) => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const named = (name: string): boolean =>
      read(file).includes(name) || (name.startsWith('@univerjs/') && read(file).includes('@univerjs/*'));
    expect(Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !named(name))).toEqual([]);
  });

  test('every direct dependency is at one exact version; Fabric goes by the name and range that were asked for', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    expect(dependencies['office-ui-fabric-react']).toBe('npm:@fluentui/react@^8');
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([name, version]) => name !== 'office-ui-fabric-react' && !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});
