/** The file and the grid agree on what a change of rows does: after the same change there is nothing left to write. */
import { changesOf } from '../../src/workbench/changes';
import type { RowChange } from '../../src/workbench/rows/change';
import { createHeadlessModel } from '../../src/workbench/univer/headless';
import { fillModel, gridWorkbook, lookOfFile } from '../../src/workbench/univer/open';
import { readPresentation } from '../../src/xlsx';
import { changeRowsInFile } from '../../src/xlsx/rowPatch';
import { caseBytes } from '../support/cases';
import { range } from '../support/grid';

type Change = RowChange extends infer C ? (C extends RowChange ? Omit<C, 'sheet'> : never) : never;
const CHANGES: readonly (readonly [string, readonly Change[]])[] = [
  ['rows let in', [{ kind: 'insert', at: 7, count: 2 }]],
  ['rows let in at the top', [{ kind: 'insert', at: 0, count: 1 }]],
  ['rows taken out', [{ kind: 'delete', at: 8, count: 3 }]],
  [
    'several',
    [
      { kind: 'insert', at: 9, count: 1 },
      { kind: 'delete', at: 12, count: 2 },
      { kind: 'insert', at: 5, count: 3 },
    ],
  ],
  ['sorted', [{ kind: 'sort', range: range('A11:E14'), order: [12, 10, 13, 11] }]],
];

describe.each(['seed-000.xlsx', 'seed-001.xlsx', 'seed-002.xlsx', 'seed-003.xlsx'])('%s', (name) => {
  const bytes = caseBytes(name);
  const opened = readPresentation(bytes);

  test.each(CHANGES)('%s', async (_what, changes) => {
    const model = createHeadlessModel(gridWorkbook(opened, name, 'zh-CN'));
    try {
      fillModel(model, opened);
      const sheets = opened.sheets.filter(({ cells }) => cells.length > 40);
      const inFile = sheets.flatMap(({ id, name: sheetName, merges }) =>
        changes.flatMap((change) => {
          if (change.kind === 'sort' && merges.some(({ bottom, top }) => bottom >= 10 && top <= 13)) return [];
          model.changeRows({ ...change, sheet: id });
          return [{ ...change, sheetName }];
        }),
      );
      const moved = readPresentation(changeRowsInFile(bytes, inFile));
      const looks = {
        ofFile: lookOfFile,
        ofCell: (...cell: Parameters<typeof model.ownStyle>) => model.ownStyle(...cell),
        ofSheet: () => ({ showGridLines: true }),
      };
      expect(changesOf(model, moved, looks)).toEqual({});
      for (const sheet of moved.sheets) {
        const same = <T>(of: readonly T[]): unknown => of.map((each) => JSON.stringify(each)).sort();
        expect([sheet.name, same(model.merges(sheet.id))]).toEqual([sheet.name, same(sheet.merges)]);
        expect([sheet.name, same(model.validations(sheet.id).map(({ range: at, rule }) => ({ range: at, rule })))]).toEqual([
          sheet.name,
          same(sheet.validations.map(({ range: at, rule }) => ({ range: at, rule }))),
        ]);
        expect([sheet.name, model.frozen(sheet.id)]).toEqual([sheet.name, sheet.frozen]);
        expect([sheet.name, model.conditionalFormats(sheet.id).map(({ ranges, formula }) => ({ ranges, formula }))]).toEqual([
          sheet.name,
          sheet.conditionalFormats.map(({ ranges, formula }) => ({ ranges, formula })),
        ]);
        for (const { row, hidden } of sheet.rows)
          expect([sheet.name, row, model.isRowHidden(sheet.id, row)]).toEqual([sheet.name, row, hidden]);
        for (const { row, height } of sheet.rows) {
          if (height !== null) expect([sheet.name, row, model.engine.sheet(sheet.id).getRowHeight(row)]).toEqual([sheet.name, row, height]);
        }
      }
      expect(model.names()).toEqual(moved.names);
    } finally {
      model.dispose();
    }
  });
});
