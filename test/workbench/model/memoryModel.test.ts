import { MemoryWorkbookModel } from '../../../src/workbench/memoryModel';
import { describeModel } from './conformance';
import { describeRows } from './rows';

describeModel('MemoryWorkbookModel', () => ({ model: new MemoryWorkbookModel() }));
describeRows('MemoryWorkbookModel', () => ({ model: new MemoryWorkbookModel() }));

describe('a snapshot', () => {
  const model = MemoryWorkbookModel.from({
    sheets: [
      { name: '隐藏', rows: [], hidden: true },
      {
        name: '表一',
        rows: [[{ value: 12, formula: '=B1', format: '0.00', text: '十二' }], undefined, [undefined, { value: '文' }]],
        merges: [{ top: 5, left: 0, bottom: 5, right: 3 }],
      },
    ],
  });
  const sheet = model.active();

  test('opens on its first visible sheet', () => {
    expect(model.sheets().map(({ name, visibility }) => [name, visibility])).toEqual([
      ['隐藏', 'hidden'],
      ['表一', 'visible'],
    ]);
    expect(model.sheets()[1]?.id).toBe(sheet);
  });

  test('keeps values, formulas, formats, displayed texts and merges', () => {
    expect(model.read(sheet, { top: 0, left: 0, bottom: 0, right: 0 })[0]?.[0]).toEqual({
      value: 12,
      formula: '=B1',
      numberFormat: '0.00',
      text: '十二',
    });
    expect(model.usedRange(sheet, true)).toEqual({ top: 0, left: 0, bottom: 2, right: 1 });
    expect(model.merges(sheet)).toEqual([{ top: 5, left: 0, bottom: 5, right: 3 }]);
  });

  test('without sheets leaves one empty sheet', () => {
    expect(MemoryWorkbookModel.from({ sheets: [] }).sheets()).toHaveLength(1);
  });
});

test('styles of whole columns do not fill memory and are overlaid by later ones', () => {
  const model = new MemoryWorkbookModel();
  const sheet = model.active();
  model.writeStyle(sheet, { top: 3, left: 2, bottom: 3, right: 2 }, { fill: '#FFC7CE' });
  model.writeStyle(sheet, { top: 0, left: 0, bottom: 1048575, right: 16383 }, { font: { bold: true } });
  model.writeStyle(sheet, { top: 4, left: 2, bottom: 4, right: 2 }, { font: { bold: false } });
  expect(model.readStyle(sheet, 3, 2)).toEqual({ fill: '#FFC7CE', font: { bold: true } });
  expect(model.readStyle(sheet, 4, 2)).toEqual({});
  expect(model.readStyle(sheet, 999, 9)).toEqual({ font: { bold: true } });
});
