/** Every table of the five budgets says why it was read as it was: title words, headings, sums; in sentences that can be read. */
import { recogniseTables } from '../../../src/core/recognise';
import { cellAt } from '../../../src/core/workbook';
import { messageText } from '../../../src/present/messages';
import { caseWorkbook } from '../../support/cases';

describe.each(['seed-000.xlsx', 'seed-001.xlsx', 'seed-002.xlsx', 'seed-003.xlsx', 'seed-004.xlsx'])('%s', (name) => {
  const workbook = caseWorkbook(name);
  const tables = recogniseTables(workbook);
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));

  test('the kind has its reason, and the words it names stand in the title', () => {
    for (const { title, evidence } of tables) {
      const kind = evidence.filter(({ what }) => what === 'kind');
      expect(kind).toHaveLength(1);
      const words = kind[0]!.because.id === 'recognise.kind.title' ? kind[0]!.because.data['words']!.split('、') : [];
      const plain = title.normalize('NFKC').replace(/\s/g, '');
      expect(words.filter((word) => !plain.includes(word))).toEqual([]);
    }
  });

  test('tables with figures tell their header rows and what each headed column was taken for', () => {
    for (const { panels, evidence } of tables.filter((table) => table.panels.length > 0)) {
      expect(evidence.some(({ what }) => what === 'header')).toBe(true);
      const headed = panels.flatMap((panel) => panel.columns.filter((column) => column.header.length > 0));
      const told = evidence.filter(({ what }) => what === 'column').map(({ because }) => because.data['column']);
      expect(told).toEqual(headed.map((column) => column.header.join('·')));
    }
  });

  test.each(['zh-CN', 'en'] as const)('every reason is a whole sentence in %s, its cells hold something', (locale) => {
    for (const { evidence } of tables) {
      for (const { because, cells } of evidence) {
        const text = messageText(locale, because);
        expect(text).not.toMatch(/[{}]|recognise\.|undefined|null/);
        expect(text.length).toBeGreaterThan(3);
        for (const { sheet, row, column } of cells) {
          if (because.id.startsWith('recognise.arithmetic.column')) continue;
          expect(cellAt(sheets.get(sheet)!, row, column)?.value ?? null).not.toBeNull();
        }
      }
    }
  });
});
