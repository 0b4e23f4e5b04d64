/** A site on https with a page of its own around the add-in's frame, as Excel on the web has it: other tests look at the add-in, this serves it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { generateCertificates } from 'office-addin-dev-certs';
import { chromium, type Frame, type Page } from 'playwright-core';
import { officeMetadata } from '../../support/office';

const ROOT = path.join(__dirname, '../../..');
// Plain JavaScript that the build scripts share; loaded as Node loads it.
const { findBrowser, BROWSER_FLAGS } = jest.requireActual<{ findBrowser: () => string | null; BROWSER_FLAGS: string[] }>(
  path.join(ROOT, 'scripts/find-browser.cjs'),
);
/** What Excel on the web lets an add-in's frame do. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups';

export interface WebSite {
  /** The page around the frame. */
  readonly page: Page;
  /** The add-in's page in it. */
  readonly pane: Frame;
  close(): Promise<void>;
}

export interface WebSiteOptions {
  /** TypeScript of the outer page, bundled with test/e2e as its place; it puts an add-in into the page's only iframe. */
  readonly script: string;
  /** Folders by the first part of the address: `{ pane: '…/dist/pane' }`. */
  readonly folders: Readonly<Record<string, string>>;
  /** Further files by address. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Opens the site in a browser of its own; resolves when the add-in's page is loaded. `/metadata.json` is there for the host. */
export async function openWebSite({ script, folders, files = {} }: WebSiteOptions): Promise<WebSite> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gouji-web-'));
  const [authority = '', certificate = '', key = ''] = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) => path.join(folder, name));
  const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  await generateCertificates(authority, certificate, key, 2, ['localhost']);
  log.mockRestore();
  const stdin = { contents: script, resolveDir: path.join(ROOT, 'test/e2e'), sourcefile: 'outer.ts', loader: 'ts' } as const;
  const bundle = buildSync({ stdin, bundle: true, write: false, format: 'iife', target: 'es2020' });
  const site = new Map<string, string>([
    ['/', `<!doctype html><html><body><iframe sandbox="${SANDBOX}"></iframe><script src="outer.js"></script></body></html>`],
    ['/outer.js', bundle.outputFiles[0]?.text ?? ''],
    ['/metadata.json', JSON.stringify(officeMetadata())],
    ...Object.entries(files),
  ]);
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
    const address = new URL(request.url ?? '/', 'https://localhost').pathname;
    const [, first = '', rest = ''] = /^\/([\w-]+)\/([\w-]+(?:[./][\w-]+)*)$/.exec(address) ?? [];
    const place = folders[first];
    const body = place === undefined ? site.get(address) : readFileSync(path.join(place, rest));
    const type = /\.js$/.test(address) ? 'text/javascript' : /\.json$/.test(address) ? 'application/json' : 'text/html';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chrome, Edge or Chromium was found; set GOUJI_BROWSER to its path.');
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
  const page = await browser.newPage({ ignoreHTTPSErrors: true, locale: 'zh-CN', viewport: { width: 1200, height: 800 } });
  await page.goto(`https://localhost:${(server.address() as AddressInfo).port}/`);
  const pane = await (await page.waitForSelector('iframe[src*="_xdm_Info"]')).contentFrame();
  if (pane === null) throw new Error('The pane has no frame.');
  await pane.waitForLoadState('load');
  return {
    page,
    pane,
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
