/** A user corrects what was recognised, by clicks: the findings follow, the workbook keeps it, the file gives the same findings. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { checkWorkbook, type CheckResult } from '../../src/core';
import { decodeSettings } from '../../src/core/settings';
import { findingText } from '../../src/present/messages';
import { readXlsx } from '../../src/xlsx';
import { openWorkbench, stopBrowser, type Workbench } from './support/browser';
import { findingSentences, operation } from './support/pane';

const SAMPLE = readXlsx(new Uint8Array(readFileSync(path.join(__dirname, '../../assets/samples/sample-budget.xlsx'))));
const PLAIN = checkWorkbook(SAMPLE);

let workbench: Workbench;
let pane: Frame;

beforeAll(async () => {
  workbench = await openWorkbench({ width: 1280 });
  pane = await workbench.paneFrame();
  await workbench.clickRibbon('勾稽核对');
  await pane.waitForSelector('[data-phase="done"]');
  await pane.getByRole('button', { name: /^识别的表/ }).click();
});

afterAll(async () => {
  await workbench.close();
  await stopBrowser();
});

const item = (sheet: string) => pane.locator('li', { has: pane.getByRole('button', { name: sheet, exact: true }) });

async function openDetails(sheet: string): Promise<void> {
  const others = pane.getByRole('button', { name: /^文字说明与其他工作表/ });
  if ((await item(sheet).count()) === 0 && (await others.getAttribute('aria-expanded')) === 'false') await others.click();
  const why = item(sheet).getByRole('button', { name: '识别依据和更正' });
  if ((await why.getAttribute('aria-expanded')) === 'false') await why.click();
}

async function choose(label: string, option: string): Promise<void> {
  await pane.locator('form').getByRole('combobox', { name: label }).click();
  await pane.getByRole('option', { name: option, exact: true }).click();
}

const apply = (): Promise<void> => operation(pane, () => pane.getByRole('button', { name: '应用并重新核对' }).click());
const takeBack = (sheet: string): Promise<void> => operation(pane, () => item(sheet).getByRole('button', { name: '撤销更正' }).click());

/** What the engine says of the bytes that the page would save. */
async function saved(): Promise<CheckResult> {
  const bytes = await workbench.page.evaluate(() => [...(window.goujiWorkbench?.saveBytes() ?? [])]);
  return checkWorkbook(readXlsx(new Uint8Array(bytes)));
}

const sentences = (result: CheckResult): readonly string[] => result.findings.map((finding) => findingText('zh-CN', finding));

/** The pane shows just these findings, and the file has the same. */
async function expectSame(): Promise<CheckResult> {
  const result = await saved();
  const shown = await findingSentences(pane);
  expect([...shown].sort()).toEqual([...sentences(result)].sort());
  return result;
}

test('the evidence of a table can be read, its cells are links', async () => {
  await openDetails('表三');
  const said = await item('表三').innerText();
  expect(said).toContain('表名「2024年万盛经开区部门支出预算总表」中有“支出、表”，据此判定表种');
  expect(said).toContain('表头注明单位：万元');
  expect(said.replace(/\s+/g, ' ')).toContain('D 基本支出 基本支出');
  await item('表三')
    .getByRole('button', { name: /表三!E3/ })
    .click();
  await workbench.page.waitForFunction(() => {
    const model = window.goujiWorkbench?.model;
    const selection = model?.selection();
    return selection?.range.top === 2 && model?.sheets().find(({ id }) => id === model.active())?.name === '表三';
  });
  await workbench.screenshot('corrections-evidence');
});

test('a unit corrected by clicks: figures differ ten thousandfold, in the pane and in the saved file alike', async () => {
  await item('表三').getByRole('button', { name: '更正…' }).click();
  await choose('金额单位', '元');
  await workbench.screenshot('corrections-form');
  await apply();
  const result = await expectSame();
  const errors = ({ findings }: CheckResult): readonly string[] =>
    findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  expect(errors(result)).toContain('summary-expenditure');
  expect(errors(PLAIN)).not.toContain('summary-expenditure');
  expect(await item('表三').innerText()).toContain('已更正');
  expect(result.tables.find(({ sheet }) => sheet === '表三')).toMatchObject({ unit: '元', corrected: { unit: '万元' } });
  await workbench.screenshot('corrections-unit');
});

test('it is said among the evidence, and taken back by a click', async () => {
  await openDetails('表三');
  expect(await item('表三').innerText()).toContain('用户指定单位：元');
  await takeBack('表三');
  expect(sentences(await expectSame())).toEqual(sentences(PLAIN));
  expect(await workbench.page.evaluate(() => window.goujiWorkbench?.model.customXml().size)).toBe(0);
});

test('a kind corrected by clicks: the rules of the other kind apply; a table may be left out', async () => {
  await openDetails('表五');
  await item('表五').getByRole('button', { name: '更正…' }).click();
  await choose('表种', '政府性基金预算支出表');
  await apply();
  const result = await expectSame();
  expect(result.tables.find(({ sheet }) => sheet === '表五')?.kind).toBe('gov-fund');
  expect(sentences(result)).not.toEqual(sentences(PLAIN));

  await openDetails('表五');
  await item('表五').getByRole('button', { name: '更正…' }).click();
  await choose('表种', '不核对这张表');
  await apply();
  expect((await expectSame()).tables.find(({ sheet }) => sheet === '表五')).toMatchObject({ kind: 'other', panels: [] });
  await openDetails('表五');
  expect(await item('表五').innerText()).toContain('用户指定不核对这张表');
  await takeBack('表五');
  expect(sentences(await expectSame())).toEqual(sentences(PLAIN));
});

test('a column’s meaning corrected by clicks', async () => {
  await openDetails('表三');
  await item('表三').getByRole('button', { name: '更正…' }).click();
  await choose('D 栏的含义', '人员经费');
  await apply();
  const result = await expectSame();
  const columns = result.tables.find(({ sheet }) => sheet === '表三')?.panels[0]?.columns;
  expect(columns?.find(({ index }) => index === 3)?.measure).toMatchObject({ nature: 'staff' });
  await openDetails('表三');
  expect(await item('表三').innerText()).toContain('用户指定“基本支出”栏为：人员经费');
});

test('the page knows that there is something to save, and what is saved is opened again with its corrections', async () => {
  expect(await workbench.fileName()).toContain('未保存');
  const { name, bytes } = await workbench.saveByButton();
  const { settings } = readXlsx(bytes);
  expect(decodeSettings(settings).settings.corrections).toMatchObject([
    { anchor: { sheet: '表三' }, columns: [{ index: 3, role: 'amount' }] },
  ]);
  await workbench.openByButton(name, bytes);
  await workbench.page.waitForFunction((wanted) => document.querySelector('.file-name')?.textContent?.includes(wanted), name);
  expect(await workbench.page.evaluate(() => window.goujiWorkbench?.model.customXml().size)).toBe(1);
  expect(await workbench.page.evaluate(() => [...(window.goujiWorkbench?.model.customXml().values() ?? [])][0])).toBe(settings);
  expect(await workbench.fileName()).not.toContain('未保存');
  await workbench.page.evaluate(() => window.goujiWorkbench?.model.setCustomXml('{1}', '<a xmlns="urn:a"/>'));
  expect(await workbench.fileName()).toContain('未保存');
});

test('no request left this machine, no error was thrown, no call went unanswered', async () => {
  expect(workbench.foreign).toEqual([]);
  expect(workbench.errors).toEqual([]);
  expect(await workbench.page.evaluate(() => window.goujiWorkbench?.host.gaps.list())).toEqual([]);
});
