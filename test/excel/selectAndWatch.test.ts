import type { SheetChange } from '../../src/core/spreadsheet';
import { ExcelSpreadsheet } from '../../src/excel';
import { place } from '../support/findings';
import { book, range, sheet } from '../support/grid';
import { createOffice } from '../support/office';

function setUp() {
  const office = createOffice({
    workbook: book(sheet('表三', [['甲', 1]]), sheet('表五', [['乙', 2]]), sheet('藏', [['丙']], { hidden: true })),
  });
  office.install();
  return { office, model: office.model, excel: new ExcelSpreadsheet('zh-CN') };
}

/** Until events, their handlers and the questions that these ask have gone through. */
async function settled(office: ReturnType<typeof setUp>['office']): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await office.eventsDelivered();
  await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('select', () => {
  test('goes to the cell on its sheet', async () => {
    const { excel, model } = setUp();
    await excel.select(place('表五!B1'));
    expect(model.selection()).toEqual({ sheet: model.sheets()[1]?.id, range: range('B1') });
  });

  test.each([
    ['没有!A1', { id: 'edge.select.gone', data: { sheet: '没有' } }],
    ['藏!A1', { id: 'edge.select.hidden', data: { sheet: '藏', address: 'A1' } }],
  ])('%s cannot be shown, and that is said', async (where, notice) => {
    const { excel } = setUp();
    await expect(excel.select(place(where))).rejects.toMatchObject({ notice });
  });
});

describe('watch', () => {
  test("tells the user's changes until it is stopped", async () => {
    const { excel, office } = setUp();
    const changes: SheetChange[] = [];
    const stop = await excel.watch((change) => changes.push(change));
    await office.userEdit('表三', 'B1', 9);
    await settled(office);
    expect(changes).toEqual([{ sheet: '表三', address: 'B1' }]);
    await stop();
    await office.userEdit('表三', 'B1', 10);
    await settled(office);
    expect(changes).toHaveLength(1);
  });

  test('does not tell our own marks and sheets', async () => {
    const { excel, office } = setUp();
    const changes: SheetChange[] = [];
    await excel.watch((change) => changes.push(change));
    await excel.annotate([{ cell: place('表三!B1'), mark: 'error', comment: '【勾稽】x' }]);
    await excel.writeSheet('discrepancies', () => ({
      sheet: 'discrepancies',
      name: '差异清单',
      rows: [[{ type: 'text', text: 'x' }]],
      widths: [10],
      merges: [],
      frozenRows: 0,
    }));
    await excel.clear();
    await settled(office);
    expect(changes).toEqual([]);
  });
});
