/**
 * 随改随查 as a person meets it: the workbench in a browser, a figure typed into a cell, and the milliseconds until the pane shows what it breaks.
 * Here grid and pane share one thread, which in Excel they do not. So a profile tells apart what passes from the moment the add-in hears of the
 * edit until the pane has drawn the findings: our scripts (with office.js), the grid's with its formula engine and the host (Excel's part), and
 * the browser's own work.
 */
import type { Profiler } from 'node:inspector';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Frame, type Page } from 'playwright-core';
import { ribbonButton, turnLiveOn } from '../e2e/support/pane';
import { serveFolder } from '../support/server';
import { asFile, LARGE_CELLS, largeBudget } from './largeBudget';

// Plain JavaScript that the build scripts share.
import browserFinder from '../../scripts/find-browser.cjs';

const ROOT = path.join(__dirname, '..', '..');
const EDITS = 8;

/** Milliseconds. */
interface Timed {
  /** From the key that ends typing until the add-in hears of the edit. */
  readonly heard: number;
  /** From then until the pane has drawn what follows. */
  readonly drawn: number;
  /** Of that. */
  readonly ours: number;
  readonly grid: number;
}

declare global {
  interface Window {
    /** When what happened, on the clock that both pages share. */
    benchTimes?: { key?: number; heard?: number; drawn?: number };
    /** The pane's first line before the edit. */
    benchBefore?: string | null;
  }
}

/** Prints medians for edits that break a relation and for undoing them; says so where there is no browser or no built workbench. */
export async function measureInBrowser(slips: number, limit: number): Promise<void> {
  const executablePath = browserFinder.findBrowser();
  const folder = path.join(ROOT, 'dist/workbench');
  if (executablePath === null || !existsSync(path.join(folder, 'index.html'))) {
    console.log('In a browser: not measured. It needs a browser (GOUJI_BROWSER) and the built workbench (npm run build).');
    return;
  }
  const server = await serveFolder(folder);
  const browser = await chromium.launch({ executablePath, args: [...browserFinder.BROWSER_FLAGS] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 860 }, locale: 'zh-CN' });
    await page.goto(server.url);
    const pane = await opened(page, [...asFile(largeBudget(slips))]);
    await liveChecked(page, pane);
    await listen(page, pane);
    const profiled = await profiler(page, pane);
    const [edits, undone]: [Timed[], Timed[]] = [[], []];
    for (let edit = 0; edit < EDITS; edit += 1) {
      await select(page, `D${5 + edit}`);
      const typed = async (): Promise<void> => {
        await page.keyboard.type(String(100_000 + edit));
        await page.keyboard.press('Enter');
      };
      edits.push(await timed(page, pane, profiled, typed));
      undone.push(await timed(page, pane, profiled, () => page.keyboard.press('Control+z')));
    }
    // The first edit still compiles.
    console.log(told(`${LARGE_CELLS} cells, ${slips} slips, in a browser: an error typed`, edits.slice(1), limit));
    console.log(told(`${LARGE_CELLS} cells, ${slips} slips, in a browser: undone with Ctrl+Z`, undone.slice(1), limit));
  } finally {
    await browser.close();
    await server.close();
  }
}

function told(what: string, times: readonly Timed[], limit: number): string {
  const median = (of: (time: Timed) => number): number => {
    const sorted = times.map(of).sort((a, b) => a - b);
    return Math.round(sorted[Math.floor(sorted.length / 2)] ?? NaN);
  };
  const ours = median((time) => time.ours);
  return (
    `${what}: heard after ${median(({ heard }) => heard)} ms, drawn ${median(({ drawn }) => drawn)} ms later; of these ours ${ours} ms ` +
    `(${(ours / limit).toFixed(2)} of ${limit} ms; longest ${Math.round(Math.max(...times.map((time) => time.ours)))} ms), the grid's ${median(({ grid }) => grid)} ms`
  );
}

/** Opens the file once the sample is there, and gives the pane's page for it. */
async function opened(page: Page, bytes: readonly number[]): Promise<Frame> {
  const started = async (): Promise<Frame> => {
    const pane = await (await page.waitForSelector('iframe.pane-frame')).contentFrame();
    if (pane === null) throw new Error('The pane has no page');
    await pane.waitForLoadState('load');
    await pane.getByRole('button', { name: '开始核对' }).waitFor();
    return pane;
  };
  await started();
  await page.evaluate((file) => window.goujiWorkbench?.openBytes('大.xlsx', new Uint8Array(file)), bytes);
  return started();
}

/** Checked once by a click, with 随改随查 turned on in the settings. */
async function liveChecked(page: Page, pane: Frame): Promise<void> {
  await turnLiveOn(page, pane);
  await ribbonButton(page, '勾稽核对').click();
  await pane.waitForSelector('[data-phase="done"]');
  await pane.waitForSelector('h1');
}

/** Has both pages write down when what happens. */
async function listen(page: Page, pane: Frame): Promise<void> {
  await page.evaluate(() => {
    const clock = (): number => performance.timeOrigin + performance.now();
    window.addEventListener(
      'keydown',
      ({ key }) => void (['Enter', 'z'].includes(key) && ((window.benchTimes ??= {}).key = clock())),
      true,
    );
  });
  await pane.evaluate(async () => {
    const clock = (): number => performance.timeOrigin + performance.now();
    const times = (): NonNullable<Window['benchTimes']> => (window.parent.benchTimes ??= {});
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(() => {
        times().heard ??= clock();
        return Promise.resolve();
      });
      await context.sync();
    });
    const see = (): void => {
      if (times().heard === undefined || document.querySelector('h1')?.textContent === window.benchBefore) return;
      requestAnimationFrame(() => setTimeout(() => void (times().drawn ??= clock()), 0));
    };
    new MutationObserver(see).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** By a click. */
async function select(page: Page, address: string): Promise<void> {
  const rect = await page.evaluate((cell) => window.goujiWorkbench?.cellRect('表三', cell) ?? null, address);
  if (rect === null) throw new Error(`${address} is not on the screen`);
  await page.mouse.click(rect.x + rect.width / 2, rect.y + rect.height / 2);
  await quiet(page);
}

/** Nothing moves any more: the causes are there too. */
async function quiet(page: Page): Promise<void> {
  await page.waitForTimeout(600);
  await page.evaluate(() => window.goujiWorkbench?.model.settle());
}

async function timed(page: Page, pane: Frame, profiled: Profiled, act: () => Promise<void>): Promise<Timed> {
  await pane.evaluate(() => void (window.benchBefore = document.querySelector('h1')?.textContent ?? null));
  await page.evaluate(() => void (window.benchTimes = {}));
  const { times, shares } = await profiled(async () => {
    await act();
    await page.waitForFunction(() => window.benchTimes?.drawn !== undefined);
    return page.evaluate(() => {
      const { key = NaN, heard = NaN, drawn = NaN } = window.benchTimes ?? {};
      return { key, heard, drawn, origin: performance.timeOrigin };
    });
  });
  await quiet(page);
  return { heard: times.heard - times.key, drawn: times.drawn - times.heard, ...shares };
}

interface Times {
  readonly key: number;
  readonly heard: number;
  readonly drawn: number;
  /** When the page was opened, on the same clock. */
  readonly origin: number;
}

/** Runs what is to be measured, and shares the time from `heard` to `drawn` out among the scripts. */
type Profiled = (act: () => Promise<Times>) => Promise<{ readonly times: Times; readonly shares: Pick<Timed, 'ours' | 'grid'> }>;

async function profiler(page: Page, pane: Frame): Promise<Profiled> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Performance.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 500 });
  const own = new Set(
    await pane.evaluate(() =>
      [...document.scripts, ...performance.getEntriesByType('resource')].map((entry) => ('src' in entry ? entry.src : entry.name)),
    ),
  );
  const isOurs = (url: string): boolean => own.has(url) && !url.endsWith('/shim.js');
  return async (act) => {
    await session.send('Profiler.start');
    const times = await act();
    const { profile } = await session.send('Profiler.stop');
    const { metrics } = await session.send('Performance.getMetrics');
    // Seconds on the profile's clock.
    const opened = (metrics.find(({ name }) => name === 'NavigationStart')?.value ?? NaN) * 1e6;
    const at = (time: number): number => opened + (time - times.origin) * 1000;
    return { times, shares: sharesIn(profile, at(times.heard), at(times.drawn), isOurs) };
  };
}

/** Each sample counts for the script that runs, or that called the library's or browser's function that runs. */
function sharesIn(profile: Profiler.Profile, from: number, to: number, isOurs: (url: string) => boolean): Pick<Timed, 'ours' | 'grid'> {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const scriptOf = (id: number): string => {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const url = nodes.get(at)?.callFrame.url ?? '';
      if (url !== '') return url;
    }
    return '';
  };
  const shares = { ours: 0, grid: 0 };
  let at = profile.startTime;
  (profile.samples ?? []).forEach((id, index) => {
    const took = profile.timeDeltas?.[index] ?? 0;
    at += took;
    const url = at < from || at > to ? '' : scriptOf(id);
    if (url !== '') shares[isOurs(url) ? 'ours' : 'grid'] += took / 1000;
  });
  return shares;
}
