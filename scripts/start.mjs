/** `npm start`: builds if needed, serves the workbench on localhost, prints its address, opens the browser when there is one. */
import path from 'node:path';
import { ensureBuilt, root } from './build.mjs';
import { openInBrowser, serve } from './serve.mjs';

/** On Linux a browser can only be opened on a display; continuous integration never wants one. */
function hasDesktop() {
  if (process.env.CI) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

const port = process.env.PORT === undefined ? undefined : Number(process.env.PORT);
try {
  await ensureBuilt();
  const { url } = await serve({ folder: path.join(root, 'dist/workbench'), port });
  process.stdout.write(`预算勾稽工作台 / Gouji workbench: ${url}\n按 Ctrl+C 停止 / Ctrl+C stops it\n`);
  if (hasDesktop()) openInBrowser(url);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
