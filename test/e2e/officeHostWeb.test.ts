/** The same host behind the protocol of Excel on the web: https, a sandboxed frame, the web's client file, its limits. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { generateCertificates } from 'office-addin-dev-certs';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import { officeMetadata } from '../support/office';

const ROOT = path.join(__dirname, '..', '..');
const OFFICE = path.join(ROOT, 'node_modules', '@microsoft', 'office-js', 'dist');
// Plain JavaScript that the build scripts share; loaded as Node loads it.
const { findBrowser, BROWSER_FLAGS } = jest.requireActual<{ findBrowser: () => string | null; BROWSER_FLAGS: string[] }>(
  path.join(ROOT, 'scripts/find-browser.cjs'),
);

const OUTER = `
import { connectWebPane } from '../../src/workbench/host/webHost';
import { OfficeHost } from '../../src/workbench/host/host';
import { MemoryWorkbookModel } from '../../src/workbench/memoryModel';
fetch('metadata.json').then((response) => response.json()).then((metadata) => {
  const model = MemoryWorkbookModel.from({ sheets: [{ name: '表一', rows: [[{ value: 1 }]] }] });
  const host = new OfficeHost(model, { metadata, profile: 'web', fileName: '预算.xlsx' });
  window.bench = { model, host, disconnect: connectWebPane(document.querySelector('iframe'), host, 'pane.html') };
});`;

const PANE = `<!doctype html><html><head><script src="office-js/office.js"></script>
<script>Office.onReady((info) => {
  Office.actions.associate('checkAll', (event) => { window.ran = event.source.id; event.completed(); });
  window.ready = info;
});</script></head><body></body></html>`;

const files = new Map<string, string>();
let folder: string;
let server: Server;
let browser: Browser;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gouji-web-'));
  const [authority, certificate, key] = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  await generateCertificates(authority, certificate, key, 2, ['localhost']);
  log.mockRestore();
  const stdin = { contents: OUTER, resolveDir: __dirname, sourcefile: 'outer.ts', loader: 'ts' } as const;
  const bundle = buildSync({ stdin, bundle: true, write: false, format: 'iife', target: 'es2020' });
  const sandbox = 'allow-scripts allow-same-origin allow-forms allow-popups';
  files.set('/', `<!doctype html><html><body><iframe sandbox="${sandbox}"></iframe><script src="outer.js"></script></body></html>`);
  files.set('/outer.js', bundle.outputFiles[0]?.text ?? '');
  files.set('/pane.html', PANE);
  files.set('/metadata.json', JSON.stringify(officeMetadata()));
  server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
    const address = new URL(request.url ?? '/', 'https://localhost').pathname;
    const office = /^\/office-js\/([\w-]+(?:[./][\w-]+)*)$/.exec(address)?.[1];
    const body = office ? readFileSync(path.join(OFFICE, office), 'utf8') : files.get(address);
    const type = /\.js$/.test(address) ? 'text/javascript' : /\.json$/.test(address) ? 'application/json' : 'text/html';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chrome, Edge or Chromium was found; set GOUJI_BROWSER to its path.');
  browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
  page = await browser.newPage({ ignoreHTTPSErrors: true });
  await page.goto(`https://localhost:${(server.address() as AddressInfo).port}/`);
  const handle = await page.waitForSelector('iframe[src*="pane.html"]');
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('The pane has no frame.');
  await frame.waitForFunction('window.ready');
  pane = frame;
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

test('office.js starts as in Excel on the web', async () => {
  expect(await pane.evaluate('window.ready')).toMatchObject({ host: 'Excel', platform: 'OfficeOnline' });
  expect(await pane.evaluate(`Office.context.requirements.isSetSupported('ExcelApiOnline', '1.1')`)).toBe(true);
});

test('batches, errors and events', async () => {
  const found = await pane.evaluate(`(window.heard = [], Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('表一');
    sheet.onChanged.add(async (event) => { heard.push(event.address); });
    const range = sheet.getRange('A1').load('values');
    await context.sync();
    return range.values;
  }))`);
  expect(found).toEqual([[1]]);
  await page.evaluate(`window.bench.model.write(window.bench.model.active(), [{ row: 4, column: 2, value: 7 }], 'user')`);
  await pane.waitForFunction('window.heard.length === 1');
  expect(await pane.evaluate('window.heard')).toEqual(['C5']);
});

test('more than 5 MB at a time are refused', async () => {
  const code = await pane.evaluate(`Excel.run(async (context) => {
    const rows = Array.from({ length: 3000 }, () => ['x'.repeat(2000)]);
    context.workbook.worksheets.getItem('表一').getRange('B1:B3000').values = rows;
    await context.sync();
  }).catch((error) => error.code)`);
  expect(code).toBe('RequestPayloadSizeLimitExceeded');
});

test('a ribbon button runs its function; settings are saved', async () => {
  await page.evaluate(`window.bench.host.invokeFunction('checkAll', 'Gouji.Check')`);
  expect(await pane.evaluate('window.ran')).toBe('Gouji.Check');
  await pane.evaluate(`new Promise((resolve) => {
    Office.context.document.settings.set('gouji', 1);
    Office.context.document.settings.saveAsync(resolve);
  })`);
  expect(await page.evaluate('window.bench.host.serializedSettings()')).toEqual({ gouji: '1' });
  expect(await page.evaluate('[window.bench.host.gaps.list(), window.bench.host.faults.length]')).toEqual([[], 0]);
});
