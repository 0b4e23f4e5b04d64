/** What every WorkbookModel must do when rows come, go or are sorted; as Excel does, whatever is behind the model. */
import type { ModelEvent, SheetId, WorkbookModel } from '../../../src/workbench/model';
import { range } from '../../support/grid';
import { deleteRows, insertRows, sortRows } from '../../support/rows';
import type { CreateModel } from './conformance';

export function describeRows(name: string, create: CreateModel): void {
  describe(`${name}: rows`, () => {
    let model: WorkbookModel;
    let sheet: SheetId;
    let other: SheetId;
    let dispose: (() => void) | undefined;
    let events: ModelEvent[];

    beforeEach(() => {
      ({ model, dispose } = create());
      sheet = model.active();
      model.renameSheet(sheet, '表三');
      other = model.addSheet('表 五');
      const rows = [
        ['科目', '合计'],
        ['丙', 3],
        ['甲', 1],
        ['乙', 2],
        ['合计', 6],
      ];
      model.write(
        sheet,
        rows.flatMap((row, r) => row.map((value, column) => ({ row: r, column, value }))),
        'user',
      );
      events = [];
      model.subscribe((event) => events.push(event));
    });
    afterEach(() => dispose?.());

    const column = (letter: string, last = 8): unknown[] =>
      model.read(sheet, range(`${letter}1:${letter}${last}`)).map(([cell]) => cell?.formula ?? cell?.value ?? null);
    const formulaAt = (id: SheetId, address: string): string | null => model.read(id, range(address))[0]?.[0]?.formula ?? null;
    const put = (id: SheetId, address: string, formula: string): void => {
      const { top, left } = range(address);
      model.write(id, [{ row: top, column: left, formula }], 'user');
    };
    const changed = (): ModelEvent[] => events.filter(({ type }) => type === 'changed');

    test('rows that come in push the others down, and are told as whole rows', () => {
      insertRows(model, sheet, 2, 2);
      expect(column('A')).toEqual(['科目', '丙', null, null, '甲', '乙', '合计', null]);
      expect(changed()).toEqual([{ type: 'changed', sheet, range: range('A3:XFD4'), origin: 'user', change: 'RowInserted' }]);
    });

    test('rows that go pull the others up, and are told as whole rows', () => {
      deleteRows(model, sheet, 1, 2);
      expect(column('A')).toEqual(['科目', '乙', '合计', null, null, null, null, null]);
      expect(changed()).toEqual([{ type: 'changed', sheet, range: range('A2:XFD3'), origin: 'user', change: 'RowDeleted' }]);
    });

    test.each<[string, number, string, string, string, string]>([
      ['inside a range: it grows', 2, '=SUM(B2:B5)', "='表三'!$B$5+B2", '=SUM(B1:B3)', '=SUM(B1:B4)'],
      ["at a range's first row: it moves", 1, '=SUM(B3:B5)', "='表三'!$B$5+B2", '=SUM(B1:B3)', '=SUM(B1:B4)'],
      ['below a range: nothing', 4, '=SUM(B2:B4)', "='表三'!$B$5+B2", '=SUM(B1:B3)', '=SUM(B1:B3)'],
    ])('a row that comes in %s; formulas of the own and of other sheets follow', (_where, at, own, elsewhere, before, after) => {
      put(sheet, 'D1', '=SUM(B2:B4)');
      put(other, 'A1', "='表三'!$B$4+B2");
      put(other, 'A2', before.replace('B1', '表三!B1'));
      put(other, 'A3', '=SUM(B1:B3)&"表三!B4"&LOG10(2)');
      insertRows(model, sheet, at);
      expect(formulaAt(sheet, 'D1')).toBe(own);
      expect(formulaAt(other, 'A1')).toBe(at === 4 ? "='表三'!$B$4+B2" : elsewhere);
      expect(formulaAt(other, 'A2')).toBe(after.replace('B1', '表三!B1'));
      expect(formulaAt(other, 'A3')).toBe('=SUM(B1:B3)&"表三!B4"&LOG10(2)');
    });

    test('references shrink with rows that go; without a row left they read #REF!', () => {
      put(sheet, 'D1', '=SUM(B2:B4)-B3');
      put(other, 'A1', '=表三!2:3');
      put(other, 'A2', '=SUM(表三!B:B)+表三!B5');
      deleteRows(model, sheet, 1, 2);
      expect(formulaAt(sheet, 'D1')).toBe('=SUM(B2:B2)-#REF!');
      expect(formulaAt(other, 'A1')).toBe('=表三!#REF!');
      expect(formulaAt(other, 'A2')).toBe('=SUM(表三!B:B)+表三!B3');
    });

    test('results are right afterwards', async () => {
      put(sheet, 'B6', '=SUM(B2:B4)*2');
      put(other, 'A1', '=表三!B6+1');
      await model.settle();
      insertRows(model, sheet, 3);
      deleteRows(model, sheet, 1);
      await model.settle();
      expect(formulaAt(sheet, 'B6')).toBe('=SUM(B2:B4)*2');
      expect(formulaAt(other, 'A1')).toBe('=表三!B6+1');
    });

    test('merges, frozen rows, validation and links follow', () => {
      model.merge(sheet, range('C1:D1'));
      model.merge(sheet, range('C3:C4'));
      model.freeze(sheet, 1, 1);
      const rule = { custom: { formula: '=B3>0' } };
      model.addValidation({ sheet, range: range('B2:B4'), rule });
      model.setHyperlink(sheet, 3, 0, { address: 'https://gouji.test/' });
      insertRows(model, sheet, 3);
      insertRows(model, sheet, 0);
      expect(model.merges(sheet)).toEqual([range('C2:D2'), range('C4:C6')]);
      expect(model.frozen(sheet)).toEqual({ rows: 2, columns: 1 });
      expect(model.validations(sheet)).toEqual([{ sheet, range: range('B3:B6'), rule: { custom: { formula: '=B4>0' } } }]);
      expect(model.hyperlink(sheet, 5, 0)).toEqual({ address: 'https://gouji.test/' });
      deleteRows(model, sheet, 0, 5);
      expect(model.merges(sheet)).toEqual([]);
      expect(model.frozen(sheet)).toEqual({ rows: 0, columns: 1 });
      expect(model.hyperlink(sheet, 0, 0)).toEqual({ address: 'https://gouji.test/' });
      deleteRows(model, sheet, 0, 1);
      expect(model.validations(sheet)).toEqual([]);
      expect(model.hyperlink(sheet, 0, 0)).toBeNull();
    });

    test('comments go with their rows', () => {
      model.addComment(sheet, 1, 1, '请核实', '审核人');
      const kept = model.addComment(sheet, 3, 1, '公开前再看', '审核人');
      model.addReply(kept.id, '已看', '经办');
      model.addComment(other, 1, 1, '别的表', '审核人');
      insertRows(model, sheet, 0, 2);
      deleteRows(model, sheet, 3, 1);
      expect(model.comments().map(({ sheet: id, row, content, replies }) => [id, row, content, replies.length])).toEqual([
        [sheet, 4, '公开前再看', 1],
        [other, 1, '别的表', 0],
      ]);
    });

    test('conditional formats: range and formula follow, other sheets too; where the first row goes, the formula is that of the next', () => {
      const add = (id: SheetId, ranges: readonly string[], formula: string): string =>
        model.addConditionalFormat({ sheet: id, ranges: ranges.map(range), formula, fill: '#FFC7CE', fontColor: null });
      add(sheet, ['B2:B4'], '=B2>1');
      add(sheet, ['B2', 'D4'], "=B2<>'表 五'!$B$2");
      add(other, ['A1:A3'], '=表三!$B$5<>A1');
      const all = (): unknown[] =>
        [sheet, other].flatMap((id) => model.conditionalFormats(id)).map(({ ranges, formula }) => [formula, ...ranges]);
      insertRows(model, sheet, 1);
      expect(all()).toEqual([
        ['=B3>1', range('B3:B5')],
        ["=B3<>'表 五'!$B$2", range('B3'), range('D5')],
        ['=表三!$B$6<>A1', range('A1:A3')],
      ]);
      insertRows(model, sheet, 3);
      expect(all()[0]).toEqual(['=B3>1', range('B3:B6')]);
      deleteRows(model, sheet, 2);
      expect(all()).toEqual([
        ['=B3>1', range('B3:B5')],
        ["=D5<>'表 五'!$B$2", range('D5')],
        ['=表三!$B$6<>A1', range('A1:A3')],
      ]);
      deleteRows(model, sheet, 2, 4);
      expect(all()).toEqual([['=表三!#REF!<>A1', range('A1:A3')]]);
    });

    test('names follow, hidden ones too', () => {
      model.addName({ name: '合计', formula: "='表三'!$B$5", visible: true, sheet: null });
      model.addName({ name: '_gouji_m1', formula: "=ROUND('表三'!$B$2-'表 五'!$A$1,2)<>0", visible: false, sheet: null });
      model.addName({ name: '本表', formula: '=$B$2:$B$4', visible: true, sheet });
      insertRows(model, sheet, 1);
      const formulas = (): string[] => model.names().map(({ name, formula }) => `${name}${formula}`);
      expect(formulas()).toEqual(["合计='表三'!$B$6", "_gouji_m1=ROUND('表三'!$B$3-'表 五'!$A$1,2)<>0", '本表=$B$3:$B$5']);
      deleteRows(model, sheet, 2);
      expect(formulas()).toEqual(["合计='表三'!$B$5", "_gouji_m1=ROUND('表三'!#REF!-'表 五'!$A$1,2)<>0", '本表=$B$3:$B$4']);
      expect(model.names().map(({ visible }) => visible)).toEqual([true, false, true]);
    });

    test('looks, number formats and hidden rows move; a new row looks as the row above', () => {
      model.writeStyle(sheet, range('A2:B2'), { fill: '#FFFF00', font: { bold: true } });
      model.write(sheet, [{ row: 1, column: 1, numberFormat: '0.00' }], 'user');
      model.setRowsHidden(sheet, 3, 3, true);
      insertRows(model, sheet, 2);
      expect([1, 2, 3].map((row) => model.readStyle(sheet, row, 1).fill ?? null)).toEqual(['#FFFF00', '#FFFF00', null]);
      expect(model.read(sheet, range('B3'))[0]?.[0]).toMatchObject({ value: null, numberFormat: '0.00' });
      expect([3, 4, 5].map((row) => model.isRowHidden(sheet, row))).toEqual([false, true, false]);
      insertRows(model, sheet, 0);
      expect(model.readStyle(sheet, 0, 1).fill ?? null).toBeNull();
      deleteRows(model, sheet, 0, 3);
      expect([0, 1].map((row) => model.readStyle(sheet, row, 1).fill ?? null)).toEqual(['#FFFF00', null]);
      expect([1, 2, 3].map((row) => model.isRowHidden(sheet, row))).toEqual([false, true, false]);
    });

    test('a sort moves the cells of its columns with looks, comments and links; formulas read as if copied', () => {
      put(sheet, 'C2', '=B2*2+$B$5+表三!B2');
      put(sheet, 'D2', '=B2');
      put(other, 'A1', '=表三!B2');
      model.writeStyle(sheet, range('A2'), { fill: '#FFFF00' });
      model.addComment(sheet, 1, 1, '请核实', '审核人');
      model.setHyperlink(sheet, 1, 0, { address: 'https://gouji.test/' });
      model.addConditionalFormat({ sheet, ranges: [range('B2')], formula: '=B2>1', fill: '#FFC7CE', fontColor: null });
      model.addName({ name: '首行', formula: "='表三'!$B$2", visible: true, sheet: null });
      events = [];
      sortRows(model, sheet, range('A2:C4'), [2, 3, 1]);
      expect(column('A', 5)).toEqual(['科目', '甲', '乙', '丙', '合计']);
      expect(column('B', 5)).toEqual(['合计', 1, 2, 3, 6]);
      expect(column('C', 5)).toEqual([null, null, null, '=B4*2+$B$5+表三!B2', null]);
      expect(formulaAt(sheet, 'D2')).toBe('=B2');
      expect(formulaAt(other, 'A1')).toBe('=表三!B2');
      expect([1, 3].map((row) => model.readStyle(sheet, row, 0).fill ?? null)).toEqual([null, '#FFFF00']);
      expect(model.comments()).toMatchObject([{ row: 3, column: 1 }]);
      expect([model.hyperlink(sheet, 1, 0), model.hyperlink(sheet, 3, 0)?.address]).toEqual([null, 'https://gouji.test/']);
      expect(model.conditionalFormats(sheet)).toMatchObject([{ ranges: [range('B2')], formula: '=B2>1' }]);
      expect(model.names()).toMatchObject([{ formula: "='表三'!$B$2" }]);
      expect(changed()).toEqual([{ type: 'changed', sheet, range: range('A2:C4'), origin: 'user' }]);
    });
  });
}
