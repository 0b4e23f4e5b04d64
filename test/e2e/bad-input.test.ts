/** Workbooks with nothing to check, and files with a password: each gets its sentence, and the page goes on. */
import * as XLSX from '@e965/xlsx';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench, stopBrowser, type Workbench } from './support/browser';

const SEED = new Uint8Array(readFileSync(path.join(__dirname, '../cases/seed-000.xlsx')));
let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench();
});

afterAll(async () => {
  await workbench.close();
  await stopBrowser();
});

/** What Office writes when a workbook gets a password: an OLE container around the encrypted package. */
function encrypted(): Uint8Array {
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(224));
  XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(8192));
  return new Uint8Array(XLSX.CFB.write(container, { type: 'buffer' }) as Buffer);
}

function workbookOf(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), '工作表1');
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

async function opened(name: string, bytes: Uint8Array): Promise<void> {
  await workbench.drop(name, bytes);
  await workbench.page.waitForFunction((wanted) => document.querySelector('.file-name')?.textContent === wanted, name);
}

test('a file with a password is refused with a sentence; the open workbook stays', async () => {
  const before = await workbench.fileName();
  await workbench.drop('加密.xlsx', encrypted());
  await workbench.page.waitForFunction(() => document.querySelector('.message-text')?.textContent?.includes('密码'));
  expect(await workbench.message()).toContain('未能打开 加密.xlsx');
  expect(await workbench.fileName()).toBe(before);
  expect(await workbench.textOf('表三', 'C7')).toBe('1,555.94');
});

test.each([
  ['an empty workbook', '空表.xlsx', workbookOf([])],
  [
    'a workbook without budget tables',
    '通讯录.xlsx',
    workbookOf([
      ['姓名', '电话'],
      ['张三', 12345],
      ['李四', 67890],
    ]),
  ],
])('%s opens; the check says that there is nothing to check and marks nothing', async (_what, name, bytes) => {
  await opened(name, bytes);
  const pane = await workbench.paneFrame();
  await workbench.showTab('预算勾稽');
  await workbench.clickRibbon('勾稽核对');
  await pane.waitForSelector('[data-phase="done"]');
  expect(await pane.locator('main').innerText()).toContain('没有认出预算表');
  expect(await workbench.page.evaluate(() => window.goujiWorkbench?.model.comments().length)).toBe(0);
  await workbench.screenshot(`nothing-${name.slice(0, 2)}`);
  expect(workbench.errors).toEqual([]);
});

test('after all that a budget opens and is checked', async () => {
  await opened('预算.xlsx', SEED);
  const pane = await workbench.paneFrame();
  await workbench.showTab('预算勾稽');
  await workbench.clickRibbon('勾稽核对');
  await pane.waitForSelector('[data-phase="done"]');
  await workbench.page.waitForFunction(() => (window.goujiWorkbench?.model.comments().length ?? 0) > 0);
  expect(workbench.foreign).toEqual([]);
});
