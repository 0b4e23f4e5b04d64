import { ExcelSpreadsheet } from '../../src/excel';
import { book, sheet } from '../support/grid';
import { createOffice } from '../support/office';

test('after an edit the sheets that it did not touch are the same objects; the others hold what Excel holds', async () => {
  const office = createOffice({
    workbook: book(
      sheet('表三', [['甲', 1]]),
      sheet('表五', [['乙', { value: 2, formula: '=1+1' }]]),
      sheet('表六', [['丙', { value: 2, formula: '=表三!B1+1' }]]),
    ),
  });
  office.install();
  const excel = new ExcelSpreadsheet('zh-CN');
  const before = await excel.read();
  await office.userEdit('表三', 'C3', 9);
  const after = await excel.refresh(before, [{ sheet: '表三', address: 'C3' }]);
  expect(after?.sheets.map((one, index) => one === before.sheets[index])).toEqual([false, true, true]);
  expect(after?.sheets[0]?.rows).toEqual((await excel.read()).sheets[0]?.rows);
});
