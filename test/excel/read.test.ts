import { ExcelSpreadsheet } from '../../src/excel';
import { caseWorkbook } from '../support/cases';
import { book, sheet } from '../support/grid';
import { createOffice, type OfficeOptions } from '../support/office';

function setUp(options: OfficeOptions) {
  const office = createOffice(options);
  office.install();
  return { office, excel: new ExcelSpreadsheet('zh-CN') };
}

const NUMBERS = book(
  sheet('表三', [
    [{ value: '部门支出总表', text: '部门支出总表' }],
    [],
    [{ value: '208', text: '208', format: '@' }, null, { value: 6523.4, text: '6,523.40', format: '#,##0.00' }],
    [null, { value: 12.5, text: '12.5', formula: '=B9*2' }, { value: true, text: 'TRUE' }],
  ]),
  sheet('空表', []),
  sheet('隐藏', [[{ value: 1, text: '1' }]], { hidden: true }),
);

test('what is read is what the workbook holds', async () => {
  const { excel } = setUp({ workbook: NUMBERS });
  const workbook = await excel.read();
  expect(workbook).toEqual({
    sheets: [
      {
        name: '表三',
        rows: [
          [{ value: '部门支出总表', text: '部门支出总表' }],
          [],
          [{ value: '208', text: '208', format: '@' }, undefined, { value: 6523.4, text: '6,523.40', format: '#,##0.00' }],
          [undefined, { value: 12.5, text: '12.5', formula: '=B9*2' }, { value: true, text: 'TRUE' }],
        ],
      },
      { name: '空表', rows: [] },
      { name: '隐藏', hidden: true, rows: [[{ value: 1, text: '1' }]] },
    ],
  });
});

test('a published budget is read as its file is, in three round trips', async () => {
  const file = caseWorkbook('seed-000.xlsx');
  const { office, excel } = setUp({ workbook: file });
  const workbook = await excel.read();
  const values = (from: typeof file) =>
    from.sheets.map(({ name, rows }) => [
      name,
      rows.flatMap((row, r) => (row ?? []).flatMap((cell, c) => (cell === undefined || cell.value === null ? [] : [[r, c, cell.value]]))),
    ]);
  expect(values(workbook)).toEqual(values(file));
  expect(office.host.log.filter((batch) => batch.actions > 0 && !batch.write)).toHaveLength(3);
  expect(office.host.faults).toEqual([]);
});

test('a workbook without content has its sheets and no cells', async () => {
  const { excel } = setUp({});
  expect(await excel.read()).toEqual({ sheets: [{ name: 'Sheet1', rows: [] }] });
});

test('formatting far below the table is not read', async () => {
  const { office, excel } = setUp({ workbook: book(sheet('表一', [[1]])) });
  const [{ id } = { id: '' }] = office.model.sheets();
  office.model.writeStyle(id, { top: 50000, left: 200, bottom: 50000, right: 200 }, { fill: '#FFFF00' });
  expect((await excel.read()).sheets[0]?.rows).toEqual([[{ value: 1, text: '1' }]]);
});

test('large sheets are read in parts, and progress is told', async () => {
  const rows = Array.from({ length: 30_000 }, (_, row) => [row, row, row, row, row, row]);
  const { office, excel } = setUp({ workbook: book(sheet('大', rows)) });
  const told: number[] = [];
  const workbook = await excel.read((done, total) => told.push(done / total));
  expect(workbook.sheets[0]?.rows).toHaveLength(30_000);
  expect(workbook.sheets[0]?.rows[29_999]?.[5]?.value).toBe(29_999);
  expect(told).toHaveLength(3);
  expect(told.at(-1)).toBe(1);
  expect(office.host.counts.syncs).toBeLessThanOrEqual(6);
}, 60_000);

test('an answer that is too large is asked for again in halves', async () => {
  const { office, excel } = setUp({ workbook: book(sheet('表一', [[1], [2], [3]]), sheet('表二', [[4]])) });
  const first = excel.read((done) => {
    if (done === 0) office.host.failNextBatch(5104);
  });
  expect((await first).sheets.map(({ rows }) => rows.map((row) => row?.[0]?.value))).toEqual([[1, 2, 3], [4]]);
});

test.each([
  [5004, 'edge.error.cell-edit'],
  [5102, 'edge.error.busy'],
  [7000, 'edge.error.protected'],
])('Office error %i becomes a sentence', async (code, id) => {
  const { office, excel } = setUp({ workbook: NUMBERS });
  office.host.failNextBatch(code);
  await expect(excel.read()).rejects.toMatchObject({ notice: { id } });
});
