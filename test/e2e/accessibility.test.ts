/** Everybody can use the pane: axe-core finds nothing in the light, in the dark and in high contrast, narrow or wide; the keyboard reaches everything. */
import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { openWorkbench, stopBrowser, type Workbench } from './support/browser';
import { operation } from './support/pane';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  interface Window {
    axe?: {
      run: (
        context: Document,
        options: unknown,
      ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
    };
  }
}

let workbench: Workbench;
let pane: Frame;

afterAll(async () => {
  await stopBrowser();
});

async function violations(): Promise<readonly string[]> {
  if (!(await pane.evaluate(() => window.axe !== undefined))) await pane.evaluate(AXE);
  return pane.evaluate(async () => {
    const found = await window.axe?.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] });
    return (found?.violations ?? []).flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
    );
  });
}

const button = (name: string | RegExp) => pane.getByRole('button', { name });

async function openPage(name: string): Promise<void> {
  await button('更多').click();
  await pane.getByRole('menuitem', { name }).click();
  await pane.getByRole('heading', { name, level: 1 }).waitFor();
  await pane.waitForTimeout(500);
}

describe.each(['light', 'dark', 'high contrast'] as const)('%s', (theme) => {
  beforeAll(async () => {
    workbench = await openWorkbench({ width: 1280 });
    await workbench.page.emulateMedia({ forcedColors: theme === 'high contrast' ? 'active' : 'none' });
    pane = await workbench.paneFrame();
    await pane.evaluate((scheme) => localStorage.setItem('gouji.scheme', scheme), theme === 'dark' ? 'dark' : 'light');
    await workbench.page.reload();
    await workbench.page.waitForFunction(() => window.goujiWorkbench !== undefined && document.querySelector('.grid canvas') !== null);
    pane = await workbench.paneFrame();
    await button('开始核对').waitFor();
  });
  afterAll(() => workbench.close());

  test('before anything was checked', async () => {
    expect(await pane.evaluate(() => document.documentElement.dataset['scheme'])).toBe(theme === 'dark' ? 'dark' : 'light');
    expect(await violations()).toEqual([]);
    await workbench.screenshot(`accessibility-first-${theme.replace(' ', '-')}`);
  });

  test('a checked workbook, with the inspector and a suggestion open', async () => {
    await workbench.typeInCell('表三', 'E11', '50');
    await button('开始核对').click();
    await pane.waitForSelector('[data-phase="done"]');
    await button(/^展开 \d 处/)
      .first()
      .click();
    await pane.locator('article').first().getByRole('button', { name: '明细' }).click();
    await button('采用建议').first().click();
    await pane.getByRole('button', { name: /^未核对的内容/ }).click();
    expect(await violations()).toEqual([]);
    await workbench.screenshot(`accessibility-checked-${theme.replace(' ', '-')}`);
  });

  test.each(['设置', '添加说明文件', '比对上年', '导出公开稿', '这个数和谁勾稽？'])('%s', async (page) => {
    await openPage(page);
    expect(await violations()).toEqual([]);
    await workbench.screenshot(`accessibility-${page}-${theme.replace(' ', '-')}`);
    await button('返回结果').click();
  });
});

describe('narrow and wide', () => {
  beforeAll(async () => {
    workbench = await openWorkbench({ width: 1280 });
    pane = await workbench.paneFrame();
    await button('开始核对').click();
    await pane.waitForSelector('[data-phase="done"]');
  });
  afterAll(() => workbench.close());

  test.each([320, 480, 900])('at %i pixels nothing is cut off sideways', async (width) => {
    await workbench.page.evaluate((pixels) => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe.pane-frame');
      if (frame) frame.style.cssText = `position: fixed; top: 0; right: 0; height: 100%; width: ${pixels}px; z-index: 9;`;
    }, width);
    await pane.waitForTimeout(300);
    for (const page of [null, '设置']) {
      if (page !== null) await openPage(page);
      const { scroll, client } = await pane.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      expect(scroll).toBeLessThanOrEqual(client);
      if (page !== null) await button('返回结果').click();
    }
  });

  test('the keyboard alone goes from the first button to a finding’s cell', async () => {
    await button('重新核对').focus();
    const seen: string[] = [];
    for (let step = 0; step < 80 && !seen.some((name) => name.startsWith('定位到')); step += 1) {
      await workbench.page.keyboard.press('Tab');
      seen.push(await pane.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''));
    }
    expect(seen.at(-1)).toMatch(/^定位到/);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.waitForFunction(() => (window.goujiWorkbench?.model.selection()?.range.top ?? 0) > 0);
  });
});

describe('the keyboard and the ears', () => {
  const focused = (): Promise<string> =>
    pane.evaluate(() => {
      const { activeElement: element } = document;
      return element === document.body ? 'nothing' : (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
    });
  const press = (...keys: readonly string[]): Promise<void> =>
    keys.reduce((before, key) => before.then(() => workbench.page.keyboard.press(key)), Promise.resolve());
  /** The operation that this starts has ended, and the focus has gone where it goes. */
  const done = async (start: () => Promise<unknown>): Promise<void> => {
    await operation(pane, start);
    await pane.waitForTimeout(200);
  };

  beforeAll(async () => {
    workbench = await openWorkbench({ width: 1280 });
    pane = await workbench.paneFrame();
    await workbench.typeInCell('表三', 'E11', '50');
    await button('开始核对').focus();
    await done(() => press('Enter'));
  });
  afterAll(() => workbench.close());

  test('the button that was pressed keeps the focus while it works; what came of it is told', async () => {
    expect(await focused()).toBe('重新核对');
    expect(await pane.getByRole('status').allInnerTexts()).toContain('7 处需要核实');
  });

  test('the headings are an outline of the page', async () => {
    const outline = await pane.evaluate(() =>
      [...document.querySelectorAll('h1, h2, h3')].map((heading) => `${heading.tagName} ${(heading.textContent ?? '').trim()}`),
    );
    expect(outline.filter((heading) => !heading.startsWith('H3'))).toEqual([
      'H1 7 处需要核实',
      'H2 勾稽关系图',
      'H2 核对结果',
      expect.stringMatching(/^H2 未核对的内容/),
      expect.stringMatching(/^H2 识别的表/),
    ]);
    expect(outline.filter((heading) => heading.startsWith('H3'))[0]).toContain('表三 E11 很可能应为 5.00');
  });

  test('a question takes the focus; Escape gives it back', async () => {
    await button('采用建议').first().focus();
    await press('Enter');
    expect(await focused()).toBe('写入');
    await press('Escape');
    expect(await focused()).toBe('采用建议');
  });

  test('after 采用建议 the keyboard goes on with the next cause, after 撤销 with what came of it', async () => {
    await press('Enter');
    await done(async () => {
      await press('Enter');
      expect(await focused()).toMatch(/^定位到 预算说明!A29/);
    });
    expect(await focused()).toMatch(/^定位到 预算说明!A29/);
    await button(/^撤销/).focus();
    await done(() => press('Enter'));
    expect(await focused()).toBe('7 处需要核实');
  });

  test('after 忽略 the keyboard goes on with the next finding', async () => {
    const card = pane.locator('article', { hasText: '目录所列各表' });
    await card.getByRole('button', { name: '忽略…' }).focus();
    await press('Enter');
    await workbench.page.keyboard.type('不公开');
    await done(() => press('Tab', 'Enter'));
    expect(await focused()).toMatch(/^提示/);
  });

  test('a line of the large map is chosen by the keyboard, and let go again', async () => {
    await button('放大关系图').click();
    await pane.locator('svg [role="button"][aria-label*="不相符"]').first().focus();
    await press('Enter');
    expect(await button(/^关系图所选的/).count()).toBe(1);
    await press(' ');
    expect(await button(/^关系图所选的/).count()).toBe(0);
  });

  test('the way back from a page leads to the button that opened it', async () => {
    await openPage('比对上年');
    expect(await focused()).toBe('比对上年');
    await button('返回结果').focus();
    await press('Enter');
    expect(await focused()).toBe('更多');
  });
});
