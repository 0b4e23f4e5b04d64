/**
 * Renders assets/icons/*.svg to the PNG files that the manifest names. The PNG files are committed: run this after a change
 * to a drawing (`npm run icons`). `NAME-16.svg` is a drawing of its own for 16 pixels; `NAME.svg` serves the other sizes.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './build.mjs';
import browsers from './find-browser.cjs';

const folder = path.join(root, 'assets/icons');
/** 16, 32 and 80 for the ribbon; 64 is the high-resolution icon of the add-in itself. */
const SIZES = { gouji: [16, 32, 64, 80] };
const RIBBON_SIZES = [16, 32, 80];

const executablePath = browsers.findBrowser();
if (executablePath === null) {
  process.stderr.write('Icons are drawn by a browser: install Google Chrome, Microsoft Edge or Chromium.\n');
  process.exit(1);
}

const browser = await chromium.launch({ executablePath, args: browsers.BROWSER_FLAGS });
try {
  const page = await browser.newPage();
  const names = readdirSync(folder).flatMap((file) =>
    file.endsWith('.svg') && !file.endsWith('-16.svg') ? [path.basename(file, '.svg')] : [],
  );
  for (const name of names) {
    for (const size of SIZES[name] ?? RIBBON_SIZES) {
      const source = readFileSync(path.join(folder, size === 16 ? `${name}-16.svg` : `${name}.svg`), 'utf8');
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${source}`);
      writeFileSync(path.join(folder, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
    }
  }
  process.stdout.write(`drew ${names.join(', ')}\n`);
} finally {
  await browser.close();
}
