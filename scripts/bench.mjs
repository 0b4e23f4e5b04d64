/** Bundles one benchmark of test/bench and runs it: `node scripts/bench.mjs diagnose/run [options]`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [name, ...options] = process.argv.slice(2);
if (name === undefined) {
  process.stderr.write('Which benchmark? For example: node scripts/bench.mjs diagnose/run\n');
  process.exit(2);
}
const env = { ...process.env, NODE_PATH: path.join(root, 'node_modules') };
const folder = mkdtempSync(path.join(os.tmpdir(), 'gouji-bench-'));
try {
  const outfile = path.join(folder, 'bench.cjs');
  await build({
    entryPoints: [path.join(root, 'test/bench', `${name}.bench.ts`)],
    bundle: true,
    platform: 'node',
    // It finds its own files from where it lies.
    external: ['playwright-core'],
    outfile,
    logLevel: 'error',
    absWorkingDir: root,
    // The helpers of the tests find the sample workbooks from where they stand themselves.
    define: { __dirname: JSON.stringify(path.join(root, 'test/support')) },
  });
  process.exitCode = spawnSync(process.execPath, [outfile, ...options], { cwd: root, stdio: 'inherit', env }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
