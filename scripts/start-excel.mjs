/**
 * `npm run start:excel`: the add-in in a real Excel on this Windows or Mac machine. Builds if needed, makes and trusts a
 * certificate for localhost, serves the pane where manifest.xml says, and lets Microsoft's sideloading tool, fetched by npx at
 * this moment, open Excel. Ctrl+C takes the add-in out again.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { logErrorMessage } from 'office-addin-cli';
import { getHttpsServerOptions } from 'office-addin-dev-certs';
import { ensureBuilt, root } from './build.mjs';
import { serve } from './serve.mjs';

/** The origin of every address in manifest.xml. */
const PORT = 3000;

/** Starts or stops the add-in in Excel. @param {'start' | 'stop'} action @param {string[]} options */
function sideload(action, ...options) {
  const windows = process.platform === 'win32';
  const { status } = spawnSync(windows ? 'npx.cmd' : 'npx', ['--yes', 'office-addin-debugging', action, 'manifest.xml', ...options], {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
  });
  return status === 0;
}

async function main() {
  if (process.platform !== 'win32' && process.platform !== 'darwin') {
    throw new Error('Excel runs on Windows and Mac only; npm start opens the workbench, which needs no Excel.');
  }
  await ensureBuilt();
  const server = await serve({ folder: path.join(root, 'dist/pane'), port: PORT, tls: await getHttpsServerOptions(), policy: null });
  if (server.port !== PORT) {
    await server.close();
    throw new Error(`Port ${PORT}, which manifest.xml names, is taken by another program. Please close it and try again.`);
  }
  process.stdout.write(`serving the add-in at ${server.url}\n`);
  if (!sideload('start', 'desktop', '--app', 'excel', '--no-debug')) {
    await server.close();
    throw new Error('Excel could not be started with the add-in; see the lines above.');
  }
  process.stdout.write('Ctrl+C stops the add-in and takes it out of Excel.\n');
  process.once('SIGINT', () => {
    sideload('stop');
    void server.close();
  });
}

try {
  await main();
} catch (error) {
  logErrorMessage(error);
  process.exitCode = 1;
}
