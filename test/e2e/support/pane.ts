/** Reading the pane as a person does: the list draws only what is in sight, so one scrolls from top to bottom and opens what is closed. */
import type { Frame, Locator, Page } from 'playwright-core';

const CLOSED = '[data-list="findings"] button[aria-expanded="false"]';

export function ribbonButton(page: Page, label: string): Locator {
  return page.getByRole('navigation').getByRole('button', { name: label, exact: true });
}

/** Turns 随改随查 on for this workbook, by clicks, and goes back to the results. */
export async function turnLiveOn(page: Page, pane: Frame): Promise<void> {
  await ribbonButton(page, '设置').click();
  await pane.getByLabel('随改随查').click();
  await pane.getByRole('option', { name: /^打开/ }).click();
  await pane.getByRole('button', { name: '保存', exact: true }).click();
  await pane.getByRole('button', { name: '返回结果' }).click();
}

/** Does what starts an operation of the add-in and waits until it has ended and the cells show it, however fast or slow the machine is. */
export async function operation(pane: Frame, start: () => Promise<unknown>): Promise<void> {
  const phases = await pane.evaluateHandle(() => {
    const seen: string[] = [];
    const page = document.querySelector('[data-phase]');
    if (!page) throw new Error('The pane shows no page');
    new MutationObserver(() => seen.push(page.getAttribute('data-phase') ?? '')).observe(page, { attributeFilter: ['data-phase'] });
    return seen;
  });
  await start();
  await pane.waitForFunction((seen) => /^(idle|done|error)$/.test(seen.at(-1) ?? ''), phases);
  await phases.dispose();
  await pane.page().evaluate(() => window.goujiWorkbench?.model.settle());
}

/** What is in sight has been drawn: the list puts an empty box in the place of rows that it draws a moment after scrolling. */
async function drawn(pane: Frame): Promise<void> {
  await pane.waitForFunction(() =>
    [...document.querySelectorAll('.ms-List-page')].every((page) => {
      const { top, bottom } = page.getBoundingClientRect();
      return page.childElementCount > 0 || bottom <= 0 || top >= window.innerHeight || bottom <= top;
    }),
  );
}

/** Opens every group and every detail of the findings and gives all lines that were to be read in the pane's main part. */
export async function paneLines(pane: Frame): Promise<readonly string[]> {
  const lines = new Set<string>();
  await pane.evaluate(() => window.scrollTo(0, 0));
  for (;;) {
    await drawn(pane);
    // What is opened above moves what is below: open within the window only.
    for (let opened = true; opened;) {
      opened = await pane.evaluate((selector) => {
        const inSight = [...document.querySelectorAll<HTMLElement>(selector)].find((button) => {
          const { top, bottom } = button.getBoundingClientRect();
          return bottom > 0 && top < window.innerHeight;
        });
        inSight?.click();
        return inSight !== undefined;
      }, CLOSED);
      await drawn(pane);
    }
    for (const line of (await pane.locator('main').innerText()).split('\n')) lines.add(line.trim());
    if (await atTheEnd(pane)) break;
  }
  await pane.evaluate(() => window.scrollTo(0, 0));
  return [...lines];
}

/** Sentences of the findings that the pane lists, each once: read until a further reading finds no more. */
export async function findingSentences(pane: Frame): Promise<readonly string[]> {
  const sentences = new Map<string, string>();
  for (let before = -1; sentences.size !== before;) {
    before = sentences.size;
    await readSentences(pane, sentences);
  }
  return [...sentences.values()];
}

async function readSentences(pane: Frame, sentences: Map<string, string>): Promise<void> {
  await pane.evaluate(() => window.scrollTo(0, 0));
  for (;;) {
    await drawn(pane);
    for (let opened = true; opened;) {
      opened = await pane.evaluate(() => {
        const heading = [...document.querySelectorAll<HTMLElement>('[data-list="findings"] button[aria-expanded="false"]')].find(
          (button) => button.closest('article') === null && button.closest('ul') === null,
        );
        heading?.click();
        return heading !== undefined;
      });
      await drawn(pane);
    }
    const read = await pane.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('article[data-finding]')].map(
        (article) => [article.dataset['finding'] ?? '', article.querySelector('p')?.innerText.trim() ?? ''] as const,
      ),
    );
    for (const [id, text] of read) sentences.set(id, text);
    if (await atTheEnd(pane)) break;
  }
  await pane.evaluate(() => window.scrollTo(0, 0));
}

/** Scrolls on; at the end only when the page did not grow while the list drew what came into sight. */
async function atTheEnd(pane: Frame): Promise<boolean> {
  const scrolled = (): Promise<boolean> =>
    pane.evaluate(() => {
      const before = window.scrollY;
      window.scrollBy(0, window.innerHeight * 0.6);
      return window.scrollY !== before;
    });
  if (await scrolled()) return false;
  await drawn(pane);
  return !(await scrolled());
}
