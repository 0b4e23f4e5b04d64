/**
 * The workbench in a real browser: starts the static server on the built pages, opens the page, and drives it by mouse and
 * keyboard. Every request that does not go to this machine is refused and recorded.
 */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import { serveFolder, type Server } from '../../support/server';

const ROOT = path.join(__dirname, '../../..');
const SCREENSHOTS = path.join(ROOT, 'build/screenshots');

// Plain JavaScript that the build scripts share; loaded as Node loads it.
const { findBrowser, BROWSER_FLAGS } = jest.requireActual<{ findBrowser: () => string | null; BROWSER_FLAGS: string[] }>(
  path.join(ROOT, 'scripts/find-browser.cjs'),
);

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Workbench {
  readonly page: Page;
  /** Addresses of requests that would have left this machine. */
  readonly foreign: readonly string[];
  /** Errors that the page threw or logged. */
  readonly errors: readonly string[];
  /** Place of a cell in the window; brings its sheet to the front and the cell into view first. */
  cellRect(sheet: string, address: string): Promise<Rect>;
  clickCell(sheet: string, address: string): Promise<void>;
  hoverCell(sheet: string, address: string): Promise<void>;
  /** Types as a person does: click, keys, Enter. */
  typeInCell(sheet: string, address: string, text: string): Promise<void>;
  /** What the cell displays. */
  textOf(sheet: string, address: string): Promise<string>;
  paneFrame(): Promise<Frame>;
  /** Clicks a button of the ribbon and waits until what it started is done. */
  clickRibbon(label: string): Promise<void>;
  showTab(label: string): Promise<void>;
  /** The sentence in the message bar; empty when there is none. */
  message(): Promise<string>;
  /** Drops a file on the page. */
  drop(name: string, bytes: Uint8Array): Promise<void>;
  /** Opens a file by the ribbon's button. */
  openByButton(name: string, bytes: Uint8Array): Promise<void>;
  /** Clicks the save button and gives the downloaded file. */
  saveByButton(): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  fileName(): Promise<string>;
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface WorkbenchOptions {
  /** Query of the page's address, e.g. `?lang=en`. */
  readonly query?: string;
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
}

let browser: Browser | null = null;
let server: Server | null = null;

/** Starts browser and server once for a test file; call `stopBrowser` in `afterAll`. */
async function started(): Promise<{ readonly browser: Browser; readonly server: Server }> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chrome, Edge or Chromium was found; set GOUJI_BROWSER to its path.');
  const folder = process.env['GOUJI_WORKBENCH'] ?? path.join(ROOT, 'dist/workbench');
  if (!existsSync(path.join(folder, 'index.html'))) throw new Error(`${folder} is missing: run npm run build first.`);
  server ??= await serveFolder(folder);
  browser ??= await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
  return { browser, server };
}

export async function stopBrowser(): Promise<void> {
  await browser?.close();
  await server?.close();
  browser = null;
  server = null;
}

/** Opens the workbench and waits until its sample is drawn. */
export async function openWorkbench({
  query = '',
  width = 1440,
  height = 860,
  locale = 'zh-CN',
}: WorkbenchOptions = {}): Promise<Workbench> {
  const { browser, server } = await started();
  const context = await browser.newContext({ viewport: { width, height }, locale, acceptDownloads: true });
  const foreign: string[] = [];
  const errors: string[] = [];
  await context.route(
    (url) => url.origin !== new URL(server.url).origin && url.protocol !== 'data:' && url.protocol !== 'blob:',
    async (route) => {
      foreign.push(route.request().url());
      await route.abort();
    },
  );
  const page = await context.newPage();
  // How many times slower the page shall think, to find tests that hold on a fast machine only.
  const slowdown = Number(process.env['GOUJI_SLOWDOWN'] ?? 1);
  if (slowdown > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(server.url + query);
  await page.waitForFunction(() => window.goujiWorkbench !== undefined && document.querySelector('.grid canvas') !== null);
  await drawn(page);

  const cellRect = async (sheet: string, address: string): Promise<Rect> => {
    await page.evaluate(
      ([name, cell]) => {
        const model = window.goujiWorkbench?.model;
        const id = model?.sheets().find((info) => info.name === name)?.id;
        const [, letters = '', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
        const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
        const row = Number(digits) - 1;
        const near = window.goujiWorkbench?.cellRect(name, cell);
        const canvas = document.querySelector('.grid')?.getBoundingClientRect();
        const seen =
          near && canvas && near.y > canvas.top + 50 && near.y + near.height < canvas.bottom - 60 && near.x + near.width < canvas.right;
        if (model && id !== undefined && !seen) model.select(id, { top: row, left: column, bottom: row, right: column });
      },
      [sheet, address] as const,
    );
    await drawn(page);
    const rect = await page.evaluate(([name, cell]) => window.goujiWorkbench?.cellRect(name, cell) ?? null, [sheet, address] as const);
    if (!rect) throw new Error(`${sheet}!${address} is not on the screen`);
    return rect;
  };
  const middle = async (sheet: string, address: string): Promise<readonly [number, number]> => {
    const rect = await cellRect(sheet, address);
    return [rect.x + rect.width / 2, rect.y + rect.height / 2];
  };

  return {
    page,
    foreign,
    errors,
    cellRect,
    clickCell: async (sheet, address) => page.mouse.click(...(await middle(sheet, address))),
    hoverCell: async (sheet, address) => {
      const [x, y] = await middle(sheet, address);
      await page.mouse.move(x - 3, y - 3);
      await page.mouse.move(x, y);
    },
    async typeInCell(sheet, address, text) {
      await page.mouse.click(...(await middle(sheet, address)));
      await drawn(page);
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await page.evaluate(() => window.goujiWorkbench?.model.settle());
    },
    textOf: (sheet, address) =>
      page.evaluate(
        ([name, cell]) => {
          const model = window.goujiWorkbench?.model;
          const id = model?.sheets().find((info) => info.name === name)?.id;
          const [, letters = '', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
          const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
          const row = Number(digits) - 1;
          return (id !== undefined && model?.read(id, { top: row, left: column, bottom: row, right: column })[0]?.[0]?.text) || '';
        },
        [sheet, address] as const,
      ),
    async paneFrame() {
      const handle = await page.waitForSelector('iframe.pane-frame', { state: 'attached' });
      const frame = await handle.contentFrame();
      if (!frame) throw new Error('The pane has no page');
      await frame.waitForLoadState('load');
      return frame;
    },
    async clickRibbon(label) {
      await page.getByRole('navigation').getByRole('button', { name: label, exact: true }).click();
      await page.locator('.ribbon-button.busy').waitFor({ state: 'detached' });
    },
    showTab: (label) => page.locator('.ribbon-tab', { hasText: label }).click(),
    message: async () => ((await page.locator('.message').isVisible()) ? page.locator('.message-text').innerText() : ''),
    async drop(name, bytes) {
      const transfer = await page.evaluateHandle(
        ([fileName, data]) => {
          const made = new DataTransfer();
          made.items.add(new File([new Uint8Array(data)], fileName));
          return made;
        },
        [name, [...bytes]] as const,
      );
      for (const event of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('main', event, { dataTransfer: transfer });
    },
    async openByButton(name, bytes) {
      await page.locator('.ribbon-tab').first().click();
      const chooser = page.waitForEvent('filechooser');
      await page
        .locator('.ribbon-button', { has: page.locator('svg') })
        .first()
        .click();
      await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    },
    async saveByButton() {
      await page.locator('.ribbon-tab').first().click();
      const waiting = page.waitForEvent('download');
      await page
        .locator('.ribbon-button', { has: page.locator('svg') })
        .nth(1)
        .click();
      const download = await waiting;
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      return { name: download.suggestedFilename(), bytes: new Uint8Array(Buffer.concat(chunks)) };
    },
    fileName: () => page.locator('.file-name').innerText(),
    async screenshot(name) {
      mkdirSync(SCREENSHOTS, { recursive: true });
      await drawn(page);
      await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) });
    },
    close: () => context.close(),
  };
}

/** Two frames: what was asked for has been laid out and painted. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 60)))),
  );
}
