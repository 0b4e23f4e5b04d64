/** Where the keyboard goes when a list is made anew under it: the hook alone, on a page of its own. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from '@swc/core';
import { chromium, type Browser, type Page } from 'playwright-core';

const { findBrowser, BROWSER_FLAGS } = jest.requireActual<{ findBrowser: () => string | null; BROWSER_FLAGS: string[] }>(
  path.join(__dirname, '../../scripts/find-browser.cjs'),
);

const SOURCE = readFileSync(path.join(__dirname, '../../src/taskpane/focus.ts'), 'utf8');
const HOOK = transformSync(SOURCE, {
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'commonjs' },
}).code;
const APP = `
  const hook = ((exports) => { const require = () => React; ${HOOK}; return exports; })({});
  const h = React.createElement;
  const App = ({ rows }) => {
    const frame = React.useRef(null);
    hook.useKeptFocus(frame, rows);
    const row = ({ key, id }) => h('div', { key, role: 'listitem' }, h('article', { 'data-finding': id },
      h('button', { 'aria-label': '定位到 ' + id[0] }), h('button', {}, '详情')));
    return h('main', null, h('h1', { tabIndex: -1 }, '标题'), h('button', { id: 'outside' }), h('div', { ref: frame }, rows.map(row)));
  };
  window.show = (...rows) => ReactDOM.render(h(App, { rows: rows.map(([id, key]) => ({ id, key })) }), document.getElementById('root'));
`;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chrome, Edge or Chromium was found; set GOUJI_BROWSER to its path.');
  browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
});
afterAll(() => browser.close());

beforeEach(async () => {
  page = await browser.newPage();
  await page.setContent('<div id="root"></div>');
  for (const library of ['react', 'react-dom'])
    await page.addScriptTag({
      path: path.join(path.dirname(require.resolve(`${library}/package.json`)), `umd/${library}.production.min.js`),
    });
  await page.addScriptTag({ content: APP });
  await show(['a1', 'x'], ['b1', 'y'], ['c1', 'z']);
});
afterEach(() => page.close());

/** Findings by id, each with the key of its row: another key makes the row anew. */
const show = (...rows: readonly (readonly [string, string])[]): Promise<void> => page.evaluate(`show(...${JSON.stringify(rows)})`);
const focus = (selector: string): Promise<void> => page.locator(selector).focus();
const focused = (): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    const finding = element?.closest<HTMLElement>('[data-finding]')?.dataset['finding'] ?? '';
    return `${finding} ${element === document.body ? 'nothing' : (element?.getAttribute('aria-label') ?? element?.textContent ?? '')}`.trim();
  });

test('a row that is made anew gives the focus back to the same button of the same finding', async () => {
  await focus('[data-finding=b1] button:last-child');
  await show(['a1', 'x2'], ['b1', 'y2'], ['c1', 'z2']);
  expect(await focused()).toBe('b1 详情');
});

test('while it is not there the heading has the focus, then the button again', async () => {
  await focus('[data-finding=b1] button:last-child');
  await show(['a1', 'x']);
  expect(await focused()).toBe('标题');
  await show(['c1', 'z2'], ['b1', 'y2']);
  expect(await focused()).toBe('b1 详情');
});

test('a button that names the same cell takes its place; one with the same word does not', async () => {
  await focus('[data-finding=b1] button:first-child');
  await show(['a1', 'x'], ['b2', 'y2']);
  expect(await focused()).toBe('b2 定位到 b');
  await focus('[data-finding=b2] button:last-child');
  await show(['a1', 'x'], ['b3', 'y3']);
  expect(await focused()).toBe('标题');
});

test('who has left the list is not fetched back', async () => {
  await focus('[data-finding=b1] button:last-child');
  await focus('#outside');
  await show(['b1', 'y2']);
  expect(await focused()).toBe('');
  await focus('[data-finding=b1] button:last-child');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await show(['b1', 'y3']);
  expect(await focused()).toBe('nothing');
});
