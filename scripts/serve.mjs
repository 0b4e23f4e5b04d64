/**
 * Serves a built folder on this machine only, with the content security policy that the pages are made for: everything from
 * this server, nothing from anywhere else. `node scripts/serve.mjs [FOLDER] [--port N] [--open]`
 */
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const CONTENT_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Univer and Fabric set styles from script, hence 'unsafe-inline' for styles; scripts come from files only. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Tried in this order when no port is asked for; 0 lets the system choose one that is free. */
const USUAL_PORTS = [3000, 8443, 0];

/**
 * With a certificate (`tls`) it serves https. `policy` is the content security policy; `null` sends none, for a page that a
 * program of Office frames.
 * @param {{ folder: string, port?: number, tls?: import('node:https').ServerOptions, policy?: string | null }} options
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serve({ folder, port, tls, policy = CONTENT_SECURITY_POLICY }) {
  const root = path.resolve(folder);
  const listener = (request, response) => void answer({ root, policy }, request, response);
  const server = tls === undefined ? http.createServer(listener) : https.createServer(tls, listener);
  const taken = await listen(server, port === undefined ? USUAL_PORTS : [port, 0]);
  return {
    url: `${tls === undefined ? 'http' : 'https'}://localhost:${taken}/`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function listen(server, ports) {
  for (const port of ports) {
    const failure = await new Promise((resolve) => {
      server.once('error', resolve);
      server.listen({ port, host: 'localhost' }, () => {
        server.off('error', resolve);
        resolve(null);
      });
    });
    if (failure === null) return server.address().port;
    if (failure.code !== 'EADDRINUSE' && failure.code !== 'EACCES') throw failure;
  }
  throw new Error('No port is free on this machine.');
}

async function answer({ root, policy }, request, response) {
  const headers = {
    ...(policy === null ? {} : { 'Content-Security-Policy': policy }),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
  const refuse = (status) => response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end(String(status));
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  // A page elsewhere may have its own name point at this machine; only the names of this machine are answered.
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(request.headers.host ?? '')) return refuse(403);
  let name;
  try {
    name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  } catch {
    return refuse(400);
  }
  const file = path.join(root, name.endsWith('/') ? `${name}index.html` : name);
  if (name.includes('\0') || path.relative(root, file).startsWith('..')) return refuse(404);
  try {
    const { size } = await stat(file).then((found) => (found.isFile() ? found : Promise.reject(new Error('not a file'))));
    const type = CONTENT_TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': size });
    if (request.method === 'HEAD') return response.end();
    return createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  } catch {
    return refuse(404);
  }
}

/** Opens the address in the machine's own browser; where there is none, the printed address is enough. */
export function openInBrowser(url) {
  const [command, ...args] =
    process.platform === 'darwin' ? ['open', url] : process.platform === 'win32' ? ['cmd', '/c', 'start', '', url] : ['xdg-open', url];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

async function main() {
  const args = process.argv.slice(2);
  const at = args.indexOf('--port');
  const port = at >= 0 ? Number(args[at + 1]) : undefined;
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536)) {
    console.error('--port takes a number from 0 to 65535.');
    process.exitCode = 2;
    return;
  }
  const folder = args.find((arg, index) => !arg.startsWith('--') && (at < 0 || index !== at + 1));
  const built = fileURLToPath(new URL('../dist/workbench', import.meta.url));
  const { url } = await serve({ folder: folder ?? built, port });
  console.log(`预算勾稽工作台 / Gouji workbench: ${url}`);
  if (args.includes('--open')) openInBrowser(url);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
