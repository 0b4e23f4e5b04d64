import { freeSheetName } from '../../src/present/sheetName';

test('names are compared as Excel does and never exceed 31 characters', () => {
  expect(freeSheetName('差异清单', [])).toBe('差异清单');
  expect(freeSheetName('Discrepancies', ['discrepancies'])).toBe('Discrepancies (2)');
  expect(freeSheetName('差异清单', ['差异清单', '差异清单 (2)'])).toBe('差异清单 (3)');
  expect(freeSheetName('x'.repeat(40), ['x'.repeat(31)])).toBe(`${'x'.repeat(27)} (2)`);
});
