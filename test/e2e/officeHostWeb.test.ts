/** The same host behind the protocol of Excel on the web: https, a sandboxed frame, the web's client file, its limits. */
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { openWebSite, type WebSite } from './support/webSite';

const OFFICE = path.join(__dirname, '../../node_modules/@microsoft/office-js/dist');

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

let site: WebSite;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  site = await openWebSite({ script: OUTER, folders: { 'office-js': OFFICE }, files: { '/pane.html': PANE } });
  ({ page, pane } = site);
  await pane.waitForFunction('window.ready');
});

afterAll(() => site.close());

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
