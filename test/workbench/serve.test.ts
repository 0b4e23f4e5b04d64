/** The static server: this machine only, its own files only, with the policy that keeps the page from asking elsewhere. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SCRIPT = path.join(__dirname, '../../scripts/serve.mjs');
const children: ChildProcess[] = [];
let folder: string;
let url: string;

/** Starts the server as a person does and gives the address that it prints. */
function start(...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [SCRIPT, folder, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      const address = /http:\/\/localhost:\d+\//.exec(data.toString())?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`exit code ${String(code)}`)));
  });
}

/** A request whose path and headers go out as they are. */
function ask(
  pathname: string,
  options: { readonly method?: string; readonly host?: string } = {},
): Promise<{ status: number; type: string; policy: string; body: string }> {
  const { port } = new URL(url);
  const headers = options.host === undefined ? {} : { Host: options.host };
  return new Promise((resolve, reject) => {
    const asked = request({ host: 'localhost', port, path: pathname, method: options.method ?? 'GET', headers }, (response) => {
      let body = '';
      response.on('data', (data: Buffer) => (body += data.toString()));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: String(response.headers['content-type']),
          policy: String(response.headers['content-security-policy']),
          body,
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gouji-serve-'));
  writeFileSync(path.join(folder, 'index.html'), '<p>工作台</p>');
  writeFileSync(path.join(folder, '表.xlsx'), 'PK');
  url = await start('--port', '0');
});

afterAll(() => {
  for (const child of children) {
    child.removeAllListeners('exit');
    child.kill();
  }
  rmSync(folder, { recursive: true });
});

test('serves the page with its policy and says what each file is', async () => {
  const page = await ask('/');
  expect(page).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', body: '<p>工作台</p>' });
  expect(page.policy).toContain("default-src 'self'");
  expect(page.policy).not.toMatch(/https?:|unsafe-eval|script-src/);
  expect((await ask(`/${encodeURIComponent('表.xlsx')}?x=1`)).type).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
});

test.each(['/missing.js', '/../serve.test.ts', '/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2fetc%2fpasswd', '/%00'])(
  '%s is not found',
  async (pathname) => {
    expect((await ask(pathname)).status).toBe(404);
  },
);

test('refuses other methods, other names for this machine and broken addresses', async () => {
  expect((await ask('/', { method: 'POST' })).status).toBe(405);
  expect((await ask('/', { host: 'evil.example' })).status).toBe(403);
  expect((await ask('/%ff')).status).toBe(400);
});

test('takes another port when the wanted one is taken', async () => {
  const second = await start('--port', new URL(url).port);
  expect(second).not.toBe(url);
  expect(await (await fetch(second)).text()).toBe('<p>工作台</p>');
});
