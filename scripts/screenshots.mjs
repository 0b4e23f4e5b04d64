/**
 * `node scripts/screenshots.mjs [NAME…]`: makes the pictures of docs/用户手册.md by driving the built workbench as a person would, so that they stay true.
 * Needs `npm run build` and a Chromium; the pictures go to docs/images.
 */
/* global window, document, localStorage */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBuilt, root } from './build.mjs';
import { serve } from './serve.mjs';

const { findBrowser, BROWSER_FLAGS } = createRequire(import.meta.url)('./find-browser.cjs');
const folder = path.join(root, 'docs/images');
const WIDTH = 1360;
const HEIGHT = 860;

/** One page with the sample opened; `scheme` is the pane's appearance. */
async function open(browser, url, { locale = 'zh-CN', scheme = 'light' } = {}) {
  const context = await browser.newContext({ viewport: { width: WIDTH, height: HEIGHT }, locale, deviceScaleFactor: 1 });
  await context.addInitScript((value) => localStorage.setItem('gouji.scheme', value), scheme);
  const page = await context.newPage();
  await page.goto(`${url}?lang=${locale}`);
  await page.waitForFunction(() => window.goujiWorkbench !== undefined && document.querySelector('.grid canvas') !== null);
  const pane = await (await page.waitForSelector('iframe.pane-frame', { state: 'attached' })).contentFrame();
  await pane.waitForSelector('[data-phase="idle"]');
  await page.waitForTimeout(600);
  const button = (name) => pane.getByRole('button', { name });
  return {
    page,
    pane,
    button,
    async shoot(name, target = page) {
      await page.waitForTimeout(400);
      await target.screenshot({ path: path.join(folder, `${name}.png`) });
      process.stdout.write(`docs/images/${name}.png\n`);
    },
    /** The pane alone, as high as what it shows needs. */
    async shootPane(name, height = HEIGHT) {
      await page.setViewportSize({ width: WIDTH, height });
      await this.shoot(name, page.locator('iframe.pane-frame'));
      await page.setViewportSize({ width: WIDTH, height: HEIGHT });
    },
    /** A slip as a clerk makes it. */
    async type(sheet, row, column, value) {
      await page.evaluate(
        async ([name, atRow, atColumn, given]) => {
          const { model } = window.goujiWorkbench;
          const { id } = model.sheets().find((info) => info.name === name);
          model.select(id, { top: atRow, left: atColumn, bottom: atRow, right: atColumn });
          model.write(id, [{ row: atRow, column: atColumn, value: given, formula: null }], 'user');
          await model.settle();
        },
        [sheet, row, column, value],
      );
      await page.waitForTimeout(500);
    },
    async check(label) {
      await button(label).first().click();
      await page.waitForTimeout(300);
      await pane.waitForSelector('[data-phase="done"]');
      await page.waitForTimeout(500);
    },
    /** Brings a part of the pane to the top of its window. */
    async scrollTo(locator) {
      await locator.evaluate((element) => {
        const top = element.getBoundingClientRect().top + window.scrollY;
        window.scrollTo(0, top - 64);
      });
      await page.waitForTimeout(300);
    },
    close: () => context.close(),
  };
}

const SHOTS = {
  async 'first-run'(browser, url) {
    const view = await open(browser, url);
    await view.shoot('first-run');
    await view.close();
  },
  async checked(browser, url) {
    const view = await open(browser, url);
    await view.type('表三', 10, 4, 50);
    await view.check(/^开始核对/);
    await view.shoot('checked');
    await view.pane.getByRole('button', { name: '展开', exact: true }).click();
    await view.shoot('relation-map', view.pane.locator('figure'));
    await view.pane.getByRole('button', { name: '收起', exact: true }).click();
    await view.scrollTo(view.pane.getByRole('heading', { name: '核对结果' }));
    await view.shootPane('findings', 1000);
    await view
      .button(/^展开 \d/)
      .first()
      .click();
    await view.pane.locator('article').first().getByRole('button', { name: '明细' }).click();
    // High enough for the whole of it.
    await view.page.setViewportSize({ width: WIDTH, height: 1800 });
    await view.shoot('inspector', view.pane.locator('article').first());
    await view.page.setViewportSize({ width: WIDTH, height: HEIGHT });
    await view.pane.locator('article').first().getByRole('button', { name: '明细' }).click();
    await view.scrollTo(view.pane.getByRole('heading', { name: '核对结果' }));
    await view.button('采用建议').first().click();
    await view.shootPane('adopt');
    await view.pane.getByRole('form', { name: '将写入以下内容' }).getByRole('button', { name: '取消' }).click();
    await view.button('差异清单').click();
    await view.pane.waitForSelector('[data-phase="done"]');
    await view.page.waitForTimeout(1200);
    await view.page.evaluate(() => {
      const { model } = window.goujiWorkbench;
      model.activate(model.sheets().find(({ name }) => name === '差异清单').id);
    });
    await view.page.locator('.pane-close').click();
    await view.shoot('discrepancy-sheet');
    await view.page.getByRole('navigation').getByRole('button', { name: '底稿', exact: true }).click();
    await view.page.locator('.ribbon-button.busy').waitFor({ state: 'detached' });
    await view.page.waitForTimeout(1200);
    await view.shoot('working-paper');
    await view.close();
  },
  async relations(browser, url) {
    const view = await open(browser, url);
    await view.check(/^开始核对/);
    await view.page.evaluate(() => {
      const { model } = window.goujiWorkbench;
      const { id } = model.sheets().find(({ name }) => name === '表三');
      model.select(id, { top: 6, left: 2, bottom: 6, right: 2 });
    });
    await view.button('更多').click();
    await view.pane.getByRole('menuitem', { name: '这个数和谁勾稽？' }).click();
    await view.pane.getByRole('heading', { level: 1, name: '这个数和谁勾稽？' }).waitFor();
    await view.shoot('cell-relations');
    await view.close();
  },
  async settings(browser, url) {
    const view = await open(browser, url);
    await view.button('更多').click();
    await view.pane.getByRole('menuitem', { name: '设置' }).click();
    await view.pane.getByRole('heading', { name: '允许差额' }).waitFor();
    await view.shootPane('settings', 1000);
    await view.close();
  },
  async dark(browser, url) {
    const view = await open(browser, url, { scheme: 'dark' });
    await view.type('表三', 10, 4, 50);
    await view.check(/^开始核对/);
    await view.shoot('dark');
    await view.close();
  },
  async english(browser, url) {
    const view = await open(browser, url, { locale: 'en' });
    await view.type('表三', 10, 4, 50);
    await view.check(/^Check now/);
    await view.shoot('english');
    await view.close();
  },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in SHOTS));
if (unknown.length > 0) throw new Error(`No picture is called ${unknown.join(', ')}; there are ${Object.keys(SHOTS).join(', ')}`);
const executablePath = findBrowser();
if (executablePath === null) throw new Error('No Chrome, Edge or Chromium was found; set GOUJI_BROWSER to its path.');
if (!process.env.GOUJI_AS_BUILT) await ensureBuilt();
mkdirSync(folder, { recursive: true });
const server = await serve({ folder: path.join(root, 'dist/workbench'), port: 0 });
const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
try {
  for (const [name, shoot] of Object.entries(SHOTS)) if (wanted.length === 0 || wanted.includes(name)) await shoot(browser, server.url);
} finally {
  await browser.close();
  await server.close();
}
