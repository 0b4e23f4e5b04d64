/** The unmodified office.js in a frame, on the workbench's host, in a real browser: start, batches, events, ribbon, settings. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import { officeMetadata } from '../support/office';

const ROOT = path.join(__dirname, '..', '..');
const OFFICE = path.join(ROOT, 'node_modules', '@microsoft', 'office-js', 'dist');

const OUTER = `
import { connectPane } from '../../src/workbench/host/frameHost';
import { OfficeHost } from '../../src/workbench/host/host';
import { MemoryWorkbookModel } from '../../src/workbench/memoryModel';
fetch('metadata.json').then((response) => response.json()).then((metadata) => {
  const model = MemoryWorkbookModel.from({ sheets: [{ name: '表一', rows: [[{ value: 1 }]] }] });
  const host = new OfficeHost(model, { metadata, fileName: '预算.xlsx' });
  const frame = document.querySelector('iframe');
  window.bench = { model, host, disconnect: connectPane(frame, host) };
  frame.src = 'pane.html';
});`;

const PANE = `<!doctype html><html><head><script src="shim.js"></script><script src="office-js/office.js"></script>
<script>Office.onReady((info) => {
  Office.actions.associate('checkAll', (event) => { window.ran = event.source.id; event.completed(); });
  window.ready = info;
});</script></head><body></body></html>`;

// Plain JavaScript that the build scripts share; loaded as Node loads it.
const { findBrowser, BROWSER_FLAGS } = jest.requireActual<{ findBrowser: () => string | null; BROWSER_FLAGS: string[] }>(
  path.join(ROOT, 'scripts/find-browser.cjs'),
);

/** Pages and scripts by path; office.js comes from the package, unmodified. */
const files = new Map<string, string | (() => string)>();
let server: Server;
let browser: Browser;
let page: Page;
let pane: Frame;
const requests: string[] = [];

function bundle(contents: string, name: string): string {
  const result = buildSync({
    stdin: { contents, resolveDir: __dirname, sourcefile: name, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
  });
  return result.outputFiles[0]?.text ?? '';
}

beforeAll(async () => {
  files.set('/', '<!doctype html><html><head></head><body><iframe></iframe><script src="outer.js"></script></body></html>');
  files.set('/outer.js', bundle(OUTER, 'outer.ts'));
  files.set('/shim.js', bundle("import '../../src/workbench/host/iframeShim';", 'shim.ts'));
  files.set('/pane.html', PANE);
  files.set('/metadata.json', () => JSON.stringify(officeMetadata()));
  server = createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const office = /^\/office-js\/([\w./-]+)$/.exec(address)?.[1];
    const file = files.get(address);
    const body =
      office && !office.includes('..') ? readFileSync(path.join(OFFICE, office), 'utf8') : typeof file === 'function' ? file() : file;
    const type = /\.js$/.test(address) ? 'text/javascript' : /\.json$/.test(address) ? 'application/json' : 'text/html';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chrome, Edge or Chromium was found; set GOUJI_BROWSER to its path.');
  browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
  page = await browser.newPage();
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(origin());
  pane = await paneReady();
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

async function paneReady(): Promise<Frame> {
  const handle = await page.waitForSelector('iframe[src="pane.html"]');
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('The pane has no frame.');
  await frame.waitForFunction('window.ready');
  return frame;
}

test('office.js starts as in desktop Excel, with Chinese texts, from this server alone', async () => {
  expect(await pane.evaluate('window.ready')).toMatchObject({ host: 'Excel', platform: 'PC' });
  const context = await pane.evaluate(`({ language: Office.context.displayLanguage, url: Office.context.document.url,
    new: Office.context.requirements.isSetSupported('ExcelApi', '1.15'), newer: Office.context.requirements.isSetSupported('ExcelApi', '1.16'),
    version: Office.context.diagnostics.version })`);
  expect(context).toEqual({ language: 'zh-CN', url: '预算.xlsx', new: true, newer: false, version: '16.0.20131.20090' });
  expect(requests.every((request) => request.startsWith(origin()))).toBe(true);
  expect(requests.map((request) => new URL(request).pathname)).toEqual(
    expect.arrayContaining(['/office-js/excel-win32-16.01.js', '/office-js/zh-cn/office_strings.js']),
  );
});

test('a batch reads and writes the workbook', async () => {
  const found = await pane.evaluate(`Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('表一');
    sheet.getRange('B1').values = [['=A1*2']];
    const used = sheet.getUsedRange(true).load('address,formulas');
    await context.sync();
    return [used.address, used.formulas];
  })`);
  expect(found).toEqual(['表一!A1:B1', [[1, '=A1*2']]]);
});

test('errors keep code, message and place', async () => {
  const error = await pane.evaluate(`Excel.run(async (context) => {
    context.workbook.worksheets.getItem('没有').getRange('A1').values = [[1]];
    await context.sync();
  }).catch((error) => [error.code, error.debugInfo.errorLocation])`);
  expect(error).toEqual(['ItemNotFound', 'WorksheetCollection.getItem']);
});

test('a failed batch comes as its Office error', async () => {
  await page.evaluate('window.bench.host.failNextBatch(5102)');
  const code = await pane.evaluate(`Excel.run((context) => context.sync(context.workbook.load('name'))).catch((error) => error.code)`);
  expect(code).toBe('ActivityLimitReached');
});

test('a person’s edit and selection reach the handlers', async () => {
  await pane.evaluate(`(window.heard = [], Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (event) => { heard.push(event.address + ' ' + event.triggerSource); });
    context.workbook.onSelectionChanged.add(async () => { heard.push('selection'); });
    await context.sync();
  }))`);
  await page.evaluate(`{ const { model } = window.bench;
    model.write(model.active(), [{ row: 4, column: 2, value: 7 }], 'user');
    model.select(model.active(), { top: 4, left: 2, bottom: 4, right: 2 }); }`);
  await pane.waitForFunction('window.heard.length === 2');
  expect(await pane.evaluate('window.heard')).toEqual(['C5 Unknown', 'selection']);
});

test('a ribbon button runs its function in the pane’s page', async () => {
  await page.evaluate(`window.bench.host.invokeFunction('checkAll', 'Gouji.Check')`);
  expect(await pane.evaluate('window.ran')).toBe('Gouji.Check');
  const unknown = page.evaluate(`window.bench.host.invokeFunction('nothing', 'Gouji.None')`);
  await expect(unknown).rejects.toThrow(/could not run nothing/);
});

test('the pane hides, shows and hears of it; buttons are enabled through the ribbon', async () => {
  const states = await pane.evaluate(`(async () => {
    const seen = [];
    await Office.addin.onVisibilityModeChanged((message) => { seen.push(message.visibilityMode); });
    await Office.addin.hide();
    await Office.addin.showAsTaskpane();
    await Office.ribbon.requestUpdate({ tabs: [{ id: 'Gouji.Tab', controls: [{ id: 'Gouji.Clear', enabled: false }] }] });
    await new Promise((resolve) => setTimeout(resolve, 50));
    return seen;
  })()`);
  expect(states).toEqual(['Hidden', 'Taskpane']);
  expect(await page.evaluate(`window.bench.host.shell.control('Gouji.Clear').enabled`)).toBe(false);
});

test('an action runs as by a keyboard shortcut', async () => {
  await pane.evaluate(`Office.actions.associate('jump', () => { window.jumped = true; })`);
  await page.evaluate(`window.bench.host.invokeAction('jump')`);
  await pane.waitForFunction('window.jumped');
});

test('settings are saved, and there when the page is loaded again', async () => {
  await pane.evaluate(`new Promise((resolve) => {
    Office.context.document.settings.set('gouji', { level: 2 });
    Office.context.document.settings.saveAsync((result) => resolve(result.status));
  })`);
  expect(await page.evaluate('window.bench.host.serializedSettings()')).toEqual({ gouji: '{"level":2}' });
  await pane.evaluate('location.reload()').catch(() => undefined);
  pane = await paneReady();
  await pane.waitForFunction('window.ready');
  expect(await pane.evaluate(`Office.context.document.settings.get('gouji')`)).toEqual({ level: 2 });
  expect(await page.evaluate('window.bench.host.registrations')).toBe(0);
});

test('a button whose function was running when its page went is told so', async () => {
  await pane.evaluate(`Office.actions.associate('endless', () => { window.began = true; })`);
  const run = page.evaluate(`window.bench.host.invokeFunction('endless', 'Gouji.Endless').catch((error) => error.message)`);
  await pane.waitForFunction('window.began');
  expect(await page.evaluate('window.bench.host.runningFunctions')).toEqual(['endless']);
  await pane.evaluate('location.reload()').catch(() => undefined);
  expect(await run).toMatch(/went away while endless ran/);
  pane = await paneReady();
});

test('a greeting that does not come from the frame is not answered', async () => {
  const outcome = await page.evaluate(`new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve('answered');
    window.postMessage('gouji-pane-hello', '*', [port2]);
    port1.postMessage({ kind: 'loadSettings', call: 1 });
    setTimeout(() => resolve('ignored'), 300);
  })`);
  expect(outcome).toBe('ignored');
});

test('nothing was asked of the host that it lacks', async () => {
  expect(await page.evaluate('[window.bench.host.gaps.list(), window.bench.host.faults.length]')).toEqual([[], 0]);
});

test('outside the workbench the shim leaves the page alone', async () => {
  const alone = await browser.newPage();
  await alone.goto(`${origin()}pane.html`);
  await alone.waitForFunction('window.ready');
  expect(await alone.evaluate('window.ready')).toMatchObject({ host: null, platform: null });
  await alone.close();
});
