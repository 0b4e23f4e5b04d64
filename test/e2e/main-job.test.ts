/** The main job by real clicks: a published budget, one button, marks in the cells, the pane, the discrepancy sheet. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { checkWorkbook } from '../../src/core';
import type { Workbook } from '../../src/core/workbook';
import { annotationsOf } from '../../src/present/annotations';
import { causeText } from '../../src/present/causes';
import { findingText } from '../../src/present/messages';
import { readXlsx } from '../../src/xlsx';
import { addressOf } from '../../src/core/workbook';
import { withValue } from '../support/cases';
import { openWorkbench, stopBrowser, type Workbench } from './support/browser';
import { paneLines } from './support/pane';
import { commentsOf, markedCells, workbookState } from './support/state';

const SAMPLE: Workbook = readXlsx(new Uint8Array(readFileSync(path.join(__dirname, '../../assets/samples/sample-budget.xlsx'))));
const RESULT = checkWorkbook(SAMPLE);
const placed = (cell: { sheet: string; row: number; column: number }): string => `${cell.sheet}!${addressOf(cell)}`;

let workbench: Workbench;
let pane: Frame;
let untouched: readonly string[];

beforeAll(async () => {
  workbench = await openWorkbench();
  pane = await workbench.paneFrame();
  untouched = await workbookState(workbench.page);
});

afterAll(async () => {
  await workbench.close();
  await stopBrowser();
});

const finished = (): Promise<unknown> => pane.waitForSelector('[data-phase="done"]');

/** The lines of the pane, groups and details opened by clicks. */
const paneSentences = (): Promise<readonly string[]> => paneLines(pane);

test('one click on the ribbon marks the cells of every finding, with comments that say why', async () => {
  await workbench.clickRibbon('勾稽核对');
  await finished();
  const expected = annotationsOf(RESULT, 'zh-CN');
  expect(await markedCells(workbench.page)).toEqual(expected.map(({ cell }) => placed(cell)).sort());
  const comments = await commentsOf(workbench.page);
  for (const { cell, comment } of expected) expect(comments[placed(cell)]).toBe(comment ?? undefined);
  await workbench.clickCell('表三', 'B14');
  await workbench.hoverCell('表三', 'B14');
  await workbench.screenshot('main-job-annotated');
});

test('the pane says what the engine says of the same file on disk', async () => {
  await workbench.screenshot('main-job-pane');
  const sentences = await paneSentences();
  for (const finding of RESULT.findings) expect(sentences).toContain(findingText('zh-CN', finding));
  expect(sentences.join(' ')).toContain(`已核对 ${RESULT.relations.checked} 条关系`);
  await workbench.screenshot('main-job-pane-open');
});

test('a cell in the pane is a link: it brings the sheet to the front and selects the cell', async () => {
  await pane.getByRole('button', { name: '表五!B15' }).first().click();
  await workbench.page.waitForFunction(() => {
    const model = window.goujiWorkbench?.model;
    const selection = model?.selection();
    return (
      model?.sheets().find(({ id }) => id === model.active())?.name === '表五' && selection?.range.top === 14 && selection.range.left === 1
    );
  });
});

test('a second run replaces the marks and stacks nothing', async () => {
  const marks = await markedCells(workbench.page);
  const comments = await commentsOf(workbench.page);
  const once = await workbookState(workbench.page);
  await workbench.clickRibbon('勾稽核对');
  await finished();
  expect(await markedCells(workbench.page)).toEqual(marks);
  expect(await commentsOf(workbench.page)).toEqual(comments);
  expect((await workbookState(workbench.page)).length).toBe(once.length);
});

test('clearing leaves every cell, format, comment and validation as it was', async () => {
  await workbench.clickRibbon('清除标注');
  await workbench.page.waitForFunction(() => window.goujiWorkbench?.model.comments().length === 0);
  expect(await workbookState(workbench.page)).toEqual(untouched);
});

describe('a slip typed into the grid', () => {
  // 2080107 社会保险业务管理事务: 5.00 becomes 50.00
  const slipped = checkWorkbook(withValue(SAMPLE, '表三', 10, 4, 50));
  const errors = slipped.findings.filter((finding) => finding.severity === 'error');

  test('is found, marked in both tables, and told with the equation', async () => {
    await workbench.typeInCell('表三', 'E11', '50');
    await workbench.clickRibbon('勾稽核对');
    await workbench.page.waitForFunction(() => (window.goujiWorkbench?.model.comments().length ?? 0) > 0);
    await finished();
    expect(errors.length).toBeGreaterThan(2);
    const sentences = await paneSentences();
    for (const finding of errors) expect(sentences).toContain(findingText('zh-CN', finding));
    const [cause] = slipped.causes;
    expect(cause?.cells.map(({ cell, suggested }) => [placed(cell), suggested])).toEqual([['表三!E11', '5.00']]);
    expect(sentences.join(' ')).toContain(causeText('zh-CN', cause!));
    const marked = await markedCells(workbench.page);
    for (const address of ['表三!E11', '表三!C11', '表三!E7', '表五!F12']) expect(marked).toContain(address);
    await workbench.clickCell('表三', 'E7');
    await workbench.screenshot('main-job-slip');
  });

  test('the discrepancy sheet lists it with links and a live difference', async () => {
    await workbench.clickRibbon('差异清单');
    await workbench.page.waitForFunction(() => window.goujiWorkbench?.model.sheets().some(({ name }) => name === '差异清单'));
    await workbench.page.evaluate(() => window.goujiWorkbench?.model.settle());
    const read = (): Promise<readonly { readonly text: string; readonly formula: string | null; readonly link: string | null }[][]> =>
      workbench.page.evaluate(() => {
        const model = window.goujiWorkbench?.model;
        const id = model?.sheets().find(({ name }) => name === '差异清单')?.id ?? '';
        const used = model?.usedRange(id, true);
        if (!model || !used) return [];
        return model.read(id, used).map((row, r) =>
          row.map(({ text, formula }, c) => ({
            text,
            formula,
            link: model.hyperlink(id, used.top + r, used.left + c)?.documentReference ?? null,
          })),
        );
      });
    const rows = await read();
    const header = rows.findIndex((row) => row[0]?.text === '序号');
    const column = (name: string): number => rows[header]?.findIndex((cell) => cell.text === name) ?? -1;
    const texts = new Set(errors.filter((finding) => finding.relation.type === 'amount').map((finding) => findingText('zh-CN', finding)));
    const listed = (of: typeof rows) => of.slice(header + 1).filter((row) => texts.has(row[column('说明')]?.text ?? ''));
    const [first] = listed(rows);
    expect(listed(rows).map((row) => row[column('状态')]?.text)).toEqual([...texts].map(() => '不一致'));
    expect(first?.[column('A 单元格')]?.link).toMatch(/^'表/);
    expect(first?.[column('B 单元格')]?.link).toMatch(/^'表/);
    expect(first?.[column('差额')]?.formula).toMatch(/^=ROUND\(F\d+-I\d+,2\)$/);
    const told = rows.slice(header + 1).flatMap((row) => (row[column('说明')]?.text ? [row[column('说明')]?.text] : []));
    for (const finding of slipped.findings) expect(told).toContain(findingText('zh-CN', finding));
    await workbench.page.evaluate(() => {
      const model = window.goujiWorkbench?.model;
      model?.activate(model.sheets().find(({ name }) => name === '差异清单')?.id ?? '');
    });
    await workbench.screenshot('main-job-sheet');
    // The figure mended, the rows say so by themselves.
    await workbench.typeInCell('表三', 'E11', '5');
    await workbench.page.evaluate(() => window.goujiWorkbench?.model.settle());
    expect(listed(await read()).map((row) => row[column('状态')]?.text)).toEqual([...texts].map(() => '已一致'));
  });

  test('the sheet is not checked itself, and clearing takes it away with the marks', async () => {
    await workbench.clickRibbon('勾稽核对');
    await finished();
    expect(await markedCells(workbench.page)).toEqual(
      annotationsOf(RESULT, 'zh-CN')
        .map(({ cell }) => placed(cell))
        .sort(),
    );
    await workbench.clickRibbon('清除标注');
    await workbench.page.waitForFunction(() => !window.goujiWorkbench?.model.sheets().some(({ name }) => name === '差异清单'));
    await workbench.page.waitForFunction(() => window.goujiWorkbench?.model.comments().length === 0);
    expect(await workbookState(workbench.page)).toEqual(untouched);
  });
});

test('with the pane closed the ribbon works all the same', async () => {
  await workbench.page.locator('.pane-header button').click();
  expect(await workbench.page.locator('iframe.pane-frame').isVisible()).toBe(false);
  await workbench.clickRibbon('勾稽核对');
  await workbench.page.waitForFunction(() => (window.goujiWorkbench?.model.comments().length ?? 0) > 0);
  expect(await markedCells(workbench.page)).toContain('表三!B14');
  await workbench.clickRibbon('核对面板');
  await workbench.page.locator('iframe.pane-frame').waitFor({ state: 'visible' });
  await workbench.clickRibbon('清除标注');
  await workbench.page.waitForFunction(() => window.goujiWorkbench?.model.comments().length === 0);
});

test('no request left this machine, no error was thrown, no call went unanswered', async () => {
  expect(workbench.foreign).toEqual([]);
  expect(workbench.errors).toEqual([]);
  expect(await workbench.page.evaluate(() => window.goujiWorkbench?.host.gaps.list())).toEqual([]);
});
