/** In the grid itself, by the real client: what is marked comes off whatever was done to the rows in between, and whatever of it was taken back. */
import { checkWorkbook } from '../../src/core';
import { ExcelSpreadsheet } from '../../src/excel';
import { annotationsOf } from '../../src/present/annotations';
import { createHeadlessModel } from '../../src/workbench/univer/headless';
import { fillModel, gridWorkbook } from '../../src/workbench/univer/open';
import type { UniverWorkbookModel } from '../../src/workbench/univer/univerModel';
import { readPresentation } from '../../src/xlsx';
import { caseBytes } from '../support/cases';
import { dump } from '../support/dump';
import { range } from '../support/grid';
import { createOffice } from '../support/office';
import { deleteRows, insertRows, sortRows } from '../support/rows';

const OPENED = readPresentation(caseBytes('seed-000.xlsx'));

async function rich() {
  const model = createHeadlessModel(gridWorkbook(OPENED, 'seed', 'zh-CN'));
  fillModel(model, OPENED);
  const office = createOffice({ model });
  office.install();
  const sheet = model.sheets().find(({ name }) => name === '表三')?.id ?? '';
  model.writeStyle(sheet, range('C6:C9'), { fill: '#FFFF00', font: { bold: true } });
  model.addValidation({ sheet, range: range('C6:E20'), rule: { custom: { formula: '=C6>=0' } } });
  model.addConditionalFormat({ sheet, ranges: [range('C6:E40')], formula: '=C6<0', fill: '#00FF00', fontColor: null });
  model.addName({ name: '合计', formula: "='表三'!$C$5", visible: true, sheet: null });
  const thread = model.addComment(sheet, 8, 2, '请核实', '审核人');
  model.addReply(thread.id, '已核', '经办');
  model.setHyperlink(sheet, 8, 1, { address: 'https://gouji.test/' });
  model.write(sheet, [{ row: 43, column: 6, formula: '=SUM(C8:C18)+表五!D9' }], 'user');
  model.write(sheet, [{ row: 7, column: 2, value: 777.05 }], 'user');
  await model.settle();
  return { model, sheet, excel: new ExcelSpreadsheet('zh-CN') };
}

async function annotate(excel: ExcelSpreadsheet): Promise<number> {
  const workbook = await excel.read();
  const annotations = annotationsOf(checkWorkbook(workbook), 'zh-CN', { workbook, comments: 'all' });
  await excel.annotate(annotations);
  return annotations.length;
}

const plain = (model: UniverWorkbookModel): unknown =>
  JSON.parse(JSON.stringify({ ...dump(model), active: null }, (key, value: unknown) => (key === 'id' ? undefined : value)));

const EDITS: readonly (readonly [string, (model: UniverWorkbookModel, sheet: string) => void])[] = [
  ['rows let in', (model, sheet) => (insertRows(model, sheet, 5, 2), insertRows(model, sheet, 9))],
  ['rows taken out, marked ones too', (model, sheet) => (deleteRows(model, sheet, 7), deleteRows(model, sheet, 12, 3))],
  ['rows sorted', (model, sheet) => sortRows(model, sheet, range('A8:E11'), [10, 8, 7, 9])],
];

test.each(EDITS)('annotate, %s, clear: as if it had never been annotated', async (_what, edit) => {
  const never = await rich();
  edit(never.model, never.sheet);
  await never.model.settle();
  const wanted = plain(never.model);
  never.model.dispose();
  const { model, sheet, excel } = await rich();
  expect(await annotate(excel)).toBeGreaterThan(10);
  edit(model, sheet);
  await model.settle();
  expect((await excel.clear()).notices).toEqual([]);
  expect(plain(model)).toEqual(wanted);
  model.dispose();
});

test.each(EDITS)('annotate, %s, annotate again, take it back, clear: as it was opened', async (_what, edit) => {
  const { model, sheet, excel } = await rich();
  const wanted = plain(model);
  await annotate(excel);
  edit(model, sheet);
  await model.settle();
  await annotate(excel);
  while (model.changedRows().length > 0) await model.engine.commands.executeCommand('univer.command.undo');
  await model.settle();
  await excel.clear();
  expect(plain(model)).toEqual(wanted);
  model.dispose();
});
