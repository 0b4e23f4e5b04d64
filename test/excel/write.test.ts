/** Adopting a suggestion writes cells and taking it back restores them: what is written, what is refused. */
import { addressOf, cellAt } from '../../src/core/workbook';
import type { CellContent } from '../../src/core/spreadsheet';
import { ExcelSpreadsheet } from '../../src/excel';
import { place } from '../support/findings';
import { book, sheet } from '../support/grid';
import { createOffice } from '../support/office';

describe.each(['2021', '2024', '365', 'web'] as const)('Excel %s', (profile) => {
  function open() {
    const office = createOffice({
      workbook: book(
        sheet('表三', [
          ['甲', 1, '62.10', null],
          ['乙', 2, '=1', null],
        ]),
      ),
      profile,
    });
    office.install();
    return { office, excel: new ExcelSpreadsheet('zh-CN') };
  }
  async function held(excel: ExcelSpreadsheet, where: string) {
    const { sheets } = await excel.read();
    const { row, column } = place(where);
    const cell = sheets[0] && cellAt(sheets[0], row, column);
    return cell?.formula ?? cell?.value ?? null;
  }

  test('writes what the change makes of the cells, and gives back what was there', async () => {
    const { excel } = open();
    const before = await excel.writeCells([place('表三!B1'), place('表三!C1')], (present) => {
      expect(present).toEqual([{ value: 1 }, { value: '62.10' }]);
      return [{ value: 7.5 }, { value: '62.01' }];
    });
    expect(before).toEqual([{ value: 1 }, { value: '62.10' }]);
    expect([await held(excel, '表三!B1'), await held(excel, '表三!C1')]).toEqual([7.5, '62.01']);
  });

  test.each<[string, CellContent, unknown]>([
    ['a number stored as text', { value: '62.10' }, '62.10'],
    ['text that looks like a formula', { value: '=A1' }, '=A1'],
    ['a blank', { value: null }, null],
    ['a formula', { value: 3, formula: '=B1+B2' }, '=B1+B2'],
  ])('%s goes in as what it is and comes back out', async (_name, content, expected) => {
    const { excel } = open();
    await excel.writeCells([place('表三!B1')], () => [content]);
    expect(await held(excel, '表三!B1')).toBe(expected);
    await excel.writeCells([place('表三!B1')], () => [{ value: 1 }]);
    expect(await held(excel, '表三!B1')).toBe(1);
  });

  test('null leaves everything as it is', async () => {
    const { excel } = open();
    expect(await excel.writeCells([place('表三!B1')], () => null)).toBeNull();
    expect(await held(excel, '表三!B1')).toBe(1);
  });

  test('a cell of a protected sheet is never written', async () => {
    const { excel, office } = open();
    await office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('表三').protection.protect();
      await context.sync();
    });
    const cell = place('表三!B1');
    await expect(excel.writeCells([cell], () => [{ value: 9 }])).rejects.toMatchObject({
      notice: { id: 'edge.write.protected', data: { sheet: '表三', address: addressOf(cell) } },
    });
    expect(await held(excel, '表三!B1')).toBe(1);
  });

  test('a sheet that is gone is named', async () => {
    await expect(open().excel.writeCells([place('没有!B1')], () => [{ value: 9 }])).rejects.toMatchObject({
      notice: { id: 'edge.select.gone', data: { sheet: '没有' } },
    });
  });
});
