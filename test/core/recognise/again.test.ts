/** After an edit only the sheet that changed is read again; what comes out is what a first reading gives. */
import { recogniseTables } from '../../../src/core/recognise';
import type { Sheet } from '../../../src/core/workbook';
import { caseWorkbook, withValue } from '../../support/cases';

test('sheets that are the same objects as before are not looked into', () => {
  const reads = new Map<string, number>();
  const watched = (sheet: Sheet): Sheet =>
    Object.defineProperty({ ...sheet }, 'rows', {
      enumerable: true,
      get: () => {
        reads.set(sheet.name, (reads.get(sheet.name) ?? 0) + 1);
        return sheet.rows;
      },
    });
  const before = { sheets: caseWorkbook('seed-000.xlsx').sheets.map(watched) };
  recogniseTables(before);
  const edited = withValue({ sheets: caseWorkbook('seed-000.xlsx').sheets }, '表三', 6, 2, 1).sheets.find(({ name }) => name === '表三');
  const after = { sheets: before.sheets.map((sheet) => (sheet.name === '表三' && edited ? watched(edited) : sheet)) };
  reads.clear();
  const tables = recogniseTables(after);
  // Whether a sheet of templates states amounts (表一 is asked that) is looked up at every check.
  expect([...reads.keys()].filter((name) => name !== '表一')).toEqual(['表三']);
  expect(tables).toEqual(recogniseTables(withValue(caseWorkbook('seed-000.xlsx'), '表三', 6, 2, 1)));
});
