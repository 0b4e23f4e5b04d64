/** The grid as a workbook model, headless: values, styles, structure, recalculation, events. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ModelEvent } from '../../src/workbench/model';
import { createHeadlessModel } from '../../src/workbench/univer/headless';
import { fillModel, gridWorkbook } from '../../src/workbench/univer/open';
import type { UniverWorkbookModel } from '../../src/workbench/univer/univerModel';
import { readPresentation } from '../../src/xlsx';

const A1 = { top: 0, left: 0, bottom: 0, right: 0 };
const made: UniverWorkbookModel[] = [];

function create(...args: Parameters<typeof createHeadlessModel>): UniverWorkbookModel {
  const model = createHeadlessModel(...args);
  made.push(model);
  return model;
}

function valueAt(model: UniverWorkbookModel, sheet: string, row: number, column: number): unknown {
  return model.read(sheet, { top: row, left: column, bottom: row, right: column })[0]?.[0]?.value;
}

afterEach(() => {
  for (const model of made.splice(0)) model.dispose();
});

describe('cells', () => {
  test('a written value is never parsed: 007 stays text, =1+1 stays text', () => {
    const model = create();
    const sheet = model.active();
    model.write(
      sheet,
      [
        { row: 0, column: 0, value: '007' },
        { row: 0, column: 1, value: '=1+1' },
        { row: 0, column: 2, value: true },
        { row: 0, column: 3, value: 1234.5, numberFormat: '#,##0.00' },
        { row: 0, column: 4, value: null },
      ],
      'api',
    );
    expect(model.read(sheet, { ...A1, right: 4 })[0]).toEqual([
      { value: '007', formula: null, numberFormat: 'General', text: '007' },
      { value: '=1+1', formula: null, numberFormat: 'General', text: '=1+1' },
      { value: true, formula: null, numberFormat: 'General', text: 'TRUE' },
      { value: 1234.5, formula: null, numberFormat: '#,##0.00', text: '1,234.50' },
      { value: null, formula: null, numberFormat: 'General', text: '' },
    ]);
  });

  test('a formula on another sheet is there, calculated, after settle', async () => {
    const model = create();
    const first = model.active();
    const second = model.addSheet('表三');
    model.write(second, [{ row: 6, column: 2, value: 468.4 }], 'api');
    model.write(first, [{ row: 0, column: 0, formula: '=表三!C7*2' }], 'api');
    await model.settle();
    expect(valueAt(model, first, 0, 0)).toBe(936.8);
    model.write(second, [{ row: 6, column: 2, value: 1 }], 'api');
    await model.settle();
    expect(valueAt(model, first, 0, 0)).toBe(2);
  });

  test('without formulas settle does not wait', async () => {
    const model = create();
    model.write(model.active(), [{ row: 0, column: 0, value: 1 }], 'api');
    const started = Date.now();
    await model.settle();
    expect(Date.now() - started).toBeLessThan(50);
  });

  test('used range with and without formats', () => {
    const model = create();
    const sheet = model.active();
    expect(model.usedRange(sheet, true)).toBeNull();
    model.write(sheet, [{ row: 2, column: 1, value: 'x' }], 'api');
    model.writeStyle(sheet, { top: 5, left: 3, bottom: 5, right: 3 }, { fill: '#FFC7CE' });
    expect(model.usedRange(sheet, true)).toEqual({ top: 2, left: 1, bottom: 2, right: 1 });
    expect(model.usedRange(sheet, false)).toEqual({ top: 2, left: 1, bottom: 5, right: 3 });
  });

  test('writing beyond the grid makes it larger', () => {
    const model = create();
    const sheet = model.active();
    model.write(sheet, [{ row: 5000, column: 60, value: 9 }], 'api');
    expect(valueAt(model, sheet, 5000, 60)).toBe(9);
  });
});

describe('styles', () => {
  test('a style that is put on and taken off leaves nothing', () => {
    const model = create();
    const sheet = model.active();
    const before = model.readStyle(sheet, 0, 0);
    model.writeStyle(sheet, A1, {
      fill: '#FFC7CE',
      font: { bold: true, color: '#9C0006', name: '宋体' },
      horizontal: 'center',
      wrap: true,
    });
    expect(model.readStyle(sheet, 0, 0)).toEqual({
      fill: '#FFC7CE',
      font: { name: '宋体', bold: true, color: '#9C0006' },
      horizontal: 'center',
      wrap: true,
    });
    model.writeStyle(sheet, A1, { fill: null });
    expect(model.readStyle(sheet, 0, 0).fill).toBeUndefined();
    expect(before).toEqual({});
  });
});

describe('sheets', () => {
  test('adding and deleting sheets leaves the one in front alone', () => {
    const model = create();
    const front = model.active();
    const events: ModelEvent[] = [];
    model.subscribe((event) => events.push(event));
    const added = model.addSheet('差异清单', 0);
    expect(model.active()).toBe(front);
    expect(model.sheets().map(({ name }) => name)).toEqual(['差异清单', 'Sheet1']);
    model.deleteSheet(added);
    expect(model.active()).toBe(front);
    expect(events.map(({ type }) => type)).toEqual(['sheet-added', 'sheet-deleted']);
  });

  test('names follow the rules of Excel', () => {
    const model = create();
    model.addSheet('表三');
    expect(() => model.addSheet('表三')).toThrow(expect.objectContaining({ code: 'DuplicateSheetName' }));
    expect(() => model.addSheet('a/b')).toThrow(expect.objectContaining({ code: 'InvalidSheetName' }));
    expect(() => model.addSheet('')).toThrow(expect.objectContaining({ code: 'InvalidSheetName' }));
  });

  test('formulas and conditional formats follow a renamed sheet; a deleted one leaves #REF!', async () => {
    const model = create();
    const first = model.active();
    const other = model.addSheet('表三');
    model.write(first, [{ row: 0, column: 0, formula: '=表三!A1+1' }], 'api');
    model.addConditionalFormat({ sheet: first, ranges: [A1], formula: "=A1<>'表三'!$B$2", fill: '#FFC7CE', fontColor: null });
    model.renameSheet(other, '表 4');
    expect(model.read(first, A1)[0]?.[0]?.formula).toBe("='表 4'!A1+1");
    expect(model.conditionalFormats(first)[0]?.formula).toBe("=A1<>'表 4'!$B$2");
    model.deleteSheet(other);
    await model.settle();
    expect(model.read(first, A1)[0]?.[0]).toMatchObject({ formula: '=#REF!+1', value: '#REF!' });
  });
});

describe('events', () => {
  test('an API write, a person’s edit and a recalculated result are told apart', async () => {
    const model = create();
    const sheet = model.active();
    const events: ModelEvent[] = [];
    model.subscribe((event) => events.push(event));
    model.write(sheet, [{ row: 1, column: 0, formula: '=A1+1' }], 'api');
    model.engine.run('sheet.mutation.set-range-values', { subUnitId: sheet, cellValue: { 0: { 0: { v: 5, t: 2 } } } }, 'user');
    await model.settle();
    expect(valueAt(model, sheet, 1, 0)).toBe(6);
    expect(events).toEqual([
      { type: 'changed', sheet, range: { top: 1, left: 0, bottom: 1, right: 0 }, origin: 'api' },
      { type: 'changed', sheet, range: A1, origin: 'user' },
    ]);
  });

  test('a format is no change; selecting is told', () => {
    const model = create();
    const sheet = model.active();
    const events: ModelEvent[] = [];
    model.subscribe((event) => events.push(event));
    model.writeStyle(sheet, A1, { fill: '#FFC7CE' });
    model.select(sheet, { top: 2, left: 1, bottom: 3, right: 2 });
    expect(model.selection()).toEqual({ sheet, range: { top: 2, left: 1, bottom: 3, right: 2 } });
    expect(events).toEqual([{ type: 'selection', sheet, range: { top: 2, left: 1, bottom: 3, right: 2 } }]);
  });
});

test('an opened workbook has the file’s sheets, values, formats, merges and front sheet', () => {
  const bytes = new Uint8Array(readFileSync(path.join(__dirname, '../cases/seed-000.xlsx')));
  const presented = readPresentation(bytes);
  const model = create(gridWorkbook(presented, 'seed', 'zh-CN'));
  fillModel(model, presented);
  const third = model.sheets().find(({ name }) => name === '表三');
  expect(third).toBeDefined();
  const id = third?.id ?? '';
  expect(model.read(id, { top: 4, left: 0, bottom: 4, right: 4 })[0]?.map(({ text }) => text)).toEqual([
    '合计',
    '',
    '6,912.23',
    '1,449.13',
    '5,463.10',
  ]);
  expect(model.merges(id)).toContainEqual({ top: 0, left: 0, bottom: 0, right: 4 });
  expect(model.usedRange(id, true)).toEqual({ top: 0, left: 0, bottom: 42, right: 4 });
  expect(model.selection()).toEqual({ sheet: model.sheets()[0]?.id, range: { ...A1, right: 2 } }); // the merged title
});
