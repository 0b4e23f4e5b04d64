/**
 * All tests: finds (or, as root on Debian, installs) a browser, builds if needed, runs jest's Node project, then the browser
 * project. The last line is `N passed, N failed`; the exit code is 0 only when something passed and nothing failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt, root } from './build.mjs';
import browsers from './find-browser.cjs';

const isDebianRoot = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version');

/** Installs Debian packages; says whether they are there afterwards. */
function install(...packages) {
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  process.stdout.write(`installing ${packages.join(' ')} …\n`);
  spawnSync('apt-get', ['update', '-qq'], options);
  return spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options).status === 0;
}

/** A browser's path, or `null` when there is none and none can be installed. */
function ensureBrowser() {
  const found = browsers.findBrowser();
  if (found !== null) return found;
  return isDebianRoot && install('chromium') ? browsers.findBrowser() : null;
}

/** Without a Chinese font the pages under test would show boxes. */
function ensureChineseFont() {
  if (process.platform !== 'linux') return;
  const fonts = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  if (fonts.status === 0 && fonts.stdout.trim() !== '') return;
  if (isDebianRoot && install('fontconfig', 'fonts-wqy-zenhei')) return;
  process.stderr.write('No Chinese font is installed: the tests run, but screenshots show boxes for Chinese text.\n');
}

/** Runs one jest project; a suite that cannot even be loaded counts as one failure. */
function runJest(project, browser, folder, extra) {
  const outputFile = path.join(folder, `${project}.json`);
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  const run = spawnSync(process.execPath, [jest, '--selectProjects', project, '--json', '--outputFile', outputFile, ...extra], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, GOUJI_BROWSER: browser },
  });
  if (!existsSync(outputFile)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(outputFile, 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return { passed: result.numPassedTests, failed: failed === 0 && run.status !== 0 ? 1 : failed };
}

async function main() {
  const browser = ensureBrowser();
  if (browser === null) {
    process.stderr.write(
      'The tests need a browser: install Google Chrome, Microsoft Edge or Chromium, or set GOUJI_BROWSER to its path.\n',
    );
    return 1;
  }
  ensureChineseFont();
  await ensureBuilt();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gouji-test-'));
  try {
    const node = runJest('node', browser, folder, []);
    // Pages one at a time: timings are measured in them.
    const pages = runJest('browser', browser, folder, ['--runInBand', '--passWithNoTests']);
    const passed = node.passed + pages.passed;
    const failed = node.failed + pages.failed;
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
    return failed === 0 && passed > 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n0 passed, 1 failed\n`);
  process.exitCode = 1;
}
