/**
 * Builds everything, or only what is named: `node scripts/build.mjs [pane] [workbench] [cli]`.
 * `ensureBuilt()` does so only when the sources differ from those of the last whole build.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = path.join(root, 'dist', 'sources.sha256');
const sources = ['src', 'assets', 'manifest.xml', 'scripts', 'webpack.config.js', 'tsconfig.json', 'package.json', 'package-lock.json'];
const outputs = ['dist/pane/taskpane.html', 'dist/workbench/index.html', 'dist/workbench/taskpane.html', 'dist/cli/gouji.js'];

/** Every source file's path relative to the root, sorted. */
function sourceFiles() {
  return sources
    .flatMap((source) => {
      const place = path.join(root, source);
      if (!existsSync(place)) return [];
      if (!statSync(place).isDirectory()) return [source];
      return readdirSync(place, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
    })
    .sort();
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of sourceFiles())
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

export function isBuilt() {
  return (
    outputs.every((output) => existsSync(path.join(root, output))) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === hashOfSources()
  );
}

/** Builds the configurations of these names (all when none is named) and prints what took how long. Throws when one fails. */
export async function build(names = []) {
  const { default: webpack } = await import('webpack');
  const { default: configure } = await import('../webpack.config.js');
  const all = configure({});
  const unknown = names.filter((name) => !all.some((one) => one.name === name));
  if (unknown.length > 0) throw new Error(`No build is called ${unknown.join(', ')}; there are ${all.map((one) => one.name).join(', ')}`);
  const before = hashOfSources();
  if (names.length === 0) rmSync(stampFile, { force: true });
  const chosen = all.filter((one) => names.length === 0 || names.includes(one.name));
  for (const one of chosen) {
    const stats = await run(webpack, one);
    const text = stats.toString({ preset: 'errors-warnings', colors: process.stdout.isTTY });
    if (stats.hasErrors()) throw new Error(`The build of ${one.name} failed:\n${text}`);
    const { startTime = 0, endTime = 0 } = stats.compilation;
    process.stdout.write(`built ${one.name} in ${((endTime - startTime) / 1000).toFixed(1)} s\n${stats.hasWarnings() ? `${text}\n` : ''}`);
  }
  if (names.length > 0) return;
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, before);
}

/** One configuration after the other: the workbench takes the finished pane in. */
function run(webpack, configuration) {
  return new Promise((resolve, reject) => {
    const compiler = webpack(configuration);
    compiler.run((error, stats) => {
      // Closing writes the cache.
      compiler.close((closing) => {
        const failure = error ?? closing;
        if (failure) reject(failure);
        else resolve(stats);
      });
    });
  });
}

export async function ensureBuilt() {
  if (isBuilt()) return;
  process.stdout.write('building …\n');
  await build();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await build(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
