/** What every WorkbookModel must do, whatever is behind it: called with each maker, so that the host can rely on either. */
import type { Range } from '../../../src/core/workbook';
import type { ModelEvent, SheetId, WorkbookModel } from '../../../src/workbench/model';

/** A model with one empty, visible, active sheet; `dispose` is called after each test. */
export type CreateModel = () => { readonly model: WorkbookModel; readonly dispose?: () => void };

const range = (top: number, left: number, bottom = top, right = left): Range => ({ top, left, bottom, right });
const A1 = range(0, 0);

export function describeModel(name: string, create: CreateModel): void {
  describe(name, () => {
    let model: WorkbookModel;
    let sheet: SheetId;
    let dispose: (() => void) | undefined;
    let events: ModelEvent[];

    beforeEach(() => {
      ({ model, dispose } = create());
      sheet = model.active();
      events = [];
      model.subscribe((event) => events.push(event));
    });
    afterEach(() => dispose?.());

    const failure = (action: () => unknown): string => {
      try {
        action();
      } catch (error) {
        return error instanceof Error ? `${error.name} ${error.message}` : String(error);
      }
      return '';
    };
    const values = (area: Range): unknown[][] => model.read(sheet, area).map((row) => row.map((cell) => cell.value));
    const names = (): string[] => model.sheets().map((info) => info.name);

    test('hidden rows and columns are told one by one, and shown again', () => {
      model.write(sheet, [{ row: 9, column: 9, value: 1 }], 'user');
      model.setRowsHidden(sheet, 2, 3, true);
      model.setColumnsHidden(sheet, 1, 1, true);
      expect([1, 2, 3, 4].map((row) => model.isRowHidden(sheet, row))).toEqual([false, true, true, false]);
      expect([0, 1, 2].map((column) => model.isColumnHidden(sheet, column))).toEqual([false, true, false]);
      model.setRowsHidden(sheet, 3, 1048575, false);
      model.setColumnsHidden(sheet, 0, 16383, false);
      expect([1, 2, 3, 4].map((row) => model.isRowHidden(sheet, row))).toEqual([false, true, false, false]);
      expect(model.isColumnHidden(sheet, 1)).toBe(false);
    });

    describe('sheets', () => {
      test('a new sheet comes last, or where it is put, and is not switched to', () => {
        const first = names()[0];
        const last = model.addSheet('表二');
        model.addSheet('表一', 0);
        expect(names()).toEqual(['表一', first, '表二']);
        expect(model.active()).toBe(sheet);
        expect(model.sheets().find(({ id }) => id === last)).toMatchObject({ name: '表二', visibility: 'visible', tabColor: null });
      });

      test.each([
        ['表二', 'DuplicateSheetName'],
        ['', 'InvalidSheetName'],
        ['a/b', 'InvalidSheetName'],
        ['表'.repeat(32), 'InvalidSheetName'],
      ])('the name %j is refused: %s', (wanted, condition) => {
        model.addSheet('表二');
        expect(failure(() => model.addSheet(wanted))).toContain(condition);
        expect(failure(() => model.renameSheet(sheet, wanted))).toContain(condition);
        expect(model.sheets()).toHaveLength(2);
      });

      test('are renamed, moved, hidden, coloured', () => {
        const other = model.addSheet('表二');
        model.renameSheet(other, '表三');
        model.moveSheet(other, 0);
        model.setVisibility(other, 'hidden');
        model.setTabColor(other, '#FF0000');
        expect(model.sheets()[0]).toEqual({ id: other, name: '表三', visibility: 'hidden', tabColor: '#FF0000' });
        model.setVisibility(other, 'visible');
        model.setTabColor(other, null);
        expect(model.sheets()[0]).toMatchObject({ visibility: 'visible', tabColor: null });
      });

      test('deleting the active sheet activates another', () => {
        const other = model.addSheet('表二');
        model.activate(other);
        model.deleteSheet(other);
        expect(model.sheets().map(({ id }) => id)).toEqual([sheet]);
        expect(model.active()).toBe(sheet);
      });

      test('coming, activation and going are told', () => {
        const other = model.addSheet('表二');
        model.activate(other);
        model.activate(sheet);
        model.deleteSheet(other);
        const heard = events.filter((event) => event.type.startsWith('sheet-'));
        expect(heard).toEqual([
          { type: 'sheet-added', sheet: other },
          { type: 'sheet-activated', sheet: other },
          { type: 'sheet-activated', sheet },
          { type: 'sheet-deleted', sheet: other },
        ]);
      });
    });

    describe('cells', () => {
      test('hold what was written, unparsed', async () => {
        const cells = ['预算', '007', '=1+1', '1,234', true, false, -12.5].map((value, column) => ({ row: 1, column, value }));
        model.write(sheet, cells, 'api');
        await model.settle();
        expect(values(range(1, 0, 1, 6))).toEqual([['预算', '007', '=1+1', '1,234', true, false, -12.5]]);
        expect(model.read(sheet, range(1, 0, 1, 6))[0]?.map((cell) => cell.formula)).toEqual(Array(7).fill(null));
      });

      test('an untouched cell', () => {
        expect(model.read(sheet, A1)).toEqual([[{ value: null, formula: null, numberFormat: 'General', text: '' }]]);
      });

      test('formulas stay beside values; a value takes the formula away', async () => {
        model.write(sheet, [{ row: 0, column: 0, value: 2 }], 'api');
        model.write(sheet, [{ row: 0, column: 1, formula: '=A1*2' }], 'api');
        await model.settle();
        expect(model.read(sheet, range(0, 1))[0]?.[0]?.formula).toBe('=A1*2');
        model.write(sheet, [{ row: 0, column: 1, value: 5, formula: null }], 'api');
        await model.settle();
        expect(model.read(sheet, range(0, 1))[0]?.[0]).toMatchObject({ formula: null, value: 5 });
      });

      test('number formats show in the text and outlast new values', () => {
        model.write(sheet, [{ row: 0, column: 0, value: 1234.5, numberFormat: '#,##0.00' }], 'api');
        expect(model.read(sheet, A1)[0]?.[0]).toMatchObject({ numberFormat: '#,##0.00', text: '1,234.50' });
        model.write(sheet, [{ row: 0, column: 0, value: 2 }], 'api');
        expect(model.read(sheet, A1)[0]?.[0]).toMatchObject({ numberFormat: '#,##0.00', text: '2.00' });
        model.write(sheet, [{ row: 0, column: 0, numberFormat: '0' }], 'api');
        expect(model.read(sheet, A1)[0]?.[0]).toMatchObject({ value: 2, text: '2' });
      });

      test('clearing leaves nothing', () => {
        model.write(sheet, [{ row: 3, column: 3, value: 1 }], 'api');
        model.write(sheet, [{ row: 3, column: 3, value: null, formula: null }], 'api');
        expect(model.usedRange(sheet, true)).toBeNull();
      });

      test('the used range holds values; formats count only when asked for', () => {
        expect(model.usedRange(sheet, true)).toBeNull();
        model.write(sheet, [{ row: 2, column: 1, value: 1 }], 'api');
        model.write(sheet, [{ row: 4, column: 3, value: '文' }], 'api');
        model.writeStyle(sheet, range(9, 5), { fill: '#FFC7CE' });
        expect(model.usedRange(sheet, true)).toEqual(range(2, 1, 4, 3));
        expect(model.usedRange(sheet, false)).toEqual(range(2, 1, 9, 5));
      });

      test('writing tells of the rectangle and of who wrote', () => {
        model.write(
          sheet,
          [
            { row: 1, column: 1, value: 1 },
            { row: 2, column: 3, value: 2 },
          ],
          'api',
        );
        model.write(sheet, [{ row: 0, column: 0, value: 1 }], 'user');
        expect(events).toEqual([
          { type: 'changed', sheet, range: range(1, 1, 2, 3), origin: 'api' },
          { type: 'changed', sheet, range: A1, origin: 'user' },
        ]);
      });

      test('formats and looks are no change of the cells', () => {
        model.write(sheet, [{ row: 0, column: 0, numberFormat: '0.00' }], 'api');
        model.writeStyle(sheet, A1, { fill: '#FFC7CE' });
        expect(events.filter((event) => event.type === 'changed')).toEqual([]);
      });
    });

    describe('looks', () => {
      test('only what is named changes', () => {
        model.writeStyle(sheet, range(0, 0, 1, 1), {
          fill: '#FFC7CE',
          font: { bold: true, color: '#9C0006' },
          horizontal: 'center',
          wrap: true,
        });
        model.writeStyle(sheet, range(1, 1), { fill: '#FFEB9C' });
        expect(model.readStyle(sheet, 0, 0)).toMatchObject({
          fill: '#FFC7CE',
          font: { bold: true, color: '#9C0006' },
          horizontal: 'center',
          wrap: true,
        });
        expect(model.readStyle(sheet, 1, 1)).toMatchObject({ fill: '#FFEB9C', font: { bold: true } });
        expect(model.readStyle(sheet, 2, 2).fill ?? null).toBeNull();
      });

      test('null takes fill and colour away', () => {
        model.writeStyle(sheet, A1, { fill: '#FFC7CE', font: { color: '#9C0006', bold: true } });
        model.writeStyle(sheet, A1, { fill: null, font: { color: null } });
        const style = model.readStyle(sheet, 0, 0);
        expect([style.fill ?? null, style.font?.color ?? null, style.font?.bold]).toEqual([null, null, true]);
      });

      test('borders, by side', () => {
        model.writeStyle(sheet, A1, { borders: { bottom: { style: 'thin', color: '#808080' } } });
        model.writeStyle(sheet, A1, { borders: { top: { style: 'medium', color: '#000000' } } });
        const { borders } = model.readStyle(sheet, 0, 0);
        expect([borders?.top?.style, borders?.bottom, borders?.left]).toEqual(['medium', { style: 'thin', color: '#808080' }, undefined]);
      });

      test('widths, merges, frozen panes, gridlines', () => {
        model.setColumnWidth(sheet, 1, 2, 150);
        expect([model.columnWidth(sheet, 1), model.columnWidth(sheet, 2)]).toEqual([150, 150]);
        model.merge(sheet, range(0, 0, 1, 2));
        expect(model.merges(sheet)).toEqual([range(0, 0, 1, 2)]);
        model.unmerge(sheet, range(0, 0, 1, 2));
        expect(model.merges(sheet)).toEqual([]);
        model.freeze(sheet, 3, 0);
        expect(model.frozen(sheet)).toEqual({ rows: 3, columns: 0 });
        model.freeze(sheet, 0, 0);
        expect(model.frozen(sheet)).toEqual({ rows: 0, columns: 0 });
        expect(model.showsGridlines(sheet)).toBe(true);
        model.setGridlines(sheet, false);
        expect(model.showsGridlines(sheet)).toBe(false);
        model.setGridlines(sheet, true);
        expect(model.showsGridlines(sheet)).toBe(true);
      });
    });

    describe('annotations', () => {
      test('comments with replies', () => {
        const comment = model.addComment(sheet, 2, 1, '差 -18.00', '勾稽');
        const reply = model.addReply(comment.id, '已核对', '张');
        model.setCommentContent(comment.id, '差 -17.00');
        model.setCommentContent(reply.id, '已改');
        expect(model.comments()).toMatchObject([
          {
            id: comment.id,
            sheet,
            row: 2,
            column: 1,
            content: '差 -17.00',
            author: '勾稽',
            replies: [{ id: reply.id, content: '已改', author: '张' }],
          },
        ]);
        model.deleteComment(reply.id);
        expect(model.comments()[0]?.replies).toEqual([]);
        model.deleteComment(comment.id);
        expect(model.comments()).toEqual([]);
      });

      test('conditional formats, in the order they were added', () => {
        const make = (formula: string): string =>
          model.addConditionalFormat({ sheet, ranges: [range(0, 0, 2, 2), range(5, 5)], formula, fill: '#FFC7CE', fontColor: null });
        const [first, second] = [make('=TRUE'), make('=$A1>0')];
        expect(model.conditionalFormats(sheet)).toEqual([
          { id: first, sheet, ranges: [range(0, 0, 2, 2), range(5, 5)], formula: '=TRUE', fill: '#FFC7CE', fontColor: null },
          { id: second, sheet, ranges: [range(0, 0, 2, 2), range(5, 5)], formula: '=$A1>0', fill: '#FFC7CE', fontColor: null },
        ]);
        model.deleteConditionalFormat(first);
        expect(model.conditionalFormats(sheet).map(({ id }) => id)).toEqual([second]);
        expect(model.readStyle(sheet, 0, 0).fill ?? null).toBeNull();
      });

      test('hyperlinks', () => {
        const name = names()[0] ?? '';
        model.write(sheet, [{ row: 0, column: 0, value: '去' }], 'api');
        model.setHyperlink(sheet, 0, 0, { documentReference: `'${name}'!C7`, textToDisplay: '去' });
        expect(model.hyperlink(sheet, 0, 0)).toMatchObject({ documentReference: `'${name}'!C7` });
        expect(values(A1)).toEqual([['去']]);
        model.setHyperlink(sheet, 0, 0, null);
        expect(model.hyperlink(sheet, 0, 0)).toBeNull();
        expect(values(A1)).toEqual([['去']]);
      });

      test('validations', () => {
        const rule = { list: { inCellDropDown: true, source: '甲,乙' } };
        model.addValidation({ sheet, range: range(0, 0, 3, 0), rule });
        expect(model.validations(sheet)).toEqual([{ sheet, range: range(0, 0, 3, 0), rule }]);
      });

      test('names of the workbook and of a sheet', () => {
        const cell = `='${names()[0]}'!$A$1`;
        model.addName({ name: '合计', formula: cell, visible: true, sheet: null });
        model.addName({ name: '本表', formula: cell, visible: false, sheet });
        expect(model.names()).toMatchObject([
          { name: '合计', visible: true, sheet: null },
          { name: '本表', visible: false, sheet },
        ]);
        model.deleteName('合计', null);
        expect(model.names().map((item) => item.name)).toEqual(['本表']);
      });

      test('custom XML parts', () => {
        model.setCustomXml('{1}', '<a xmlns="urn:a"/>');
        model.setCustomXml('{2}', '<b/>');
        model.setCustomXml('{2}', null);
        expect([...model.customXml()]).toEqual([['{1}', '<a xmlns="urn:a"/>']]);
      });
    });

    describe('selection', () => {
      test('selecting goes to the sheet and is told', () => {
        const other = model.addSheet('表二');
        model.activate(other);
        events = [];
        model.select(sheet, range(1, 1, 2, 2));
        expect(model.active()).toBe(sheet);
        expect(model.selection()).toEqual({ sheet, range: range(1, 1, 2, 2) });
        expect(events.filter(({ type }) => type === 'selection')).toEqual([{ type: 'selection', sheet, range: range(1, 1, 2, 2) }]);
      });

      test('whoever unsubscribed hears nothing', () => {
        let heard = 0;
        const stop = model.subscribe(() => heard++);
        stop();
        model.write(sheet, [{ row: 0, column: 0, value: 1 }], 'user');
        expect(heard).toBe(0);
      });
    });
  });
}
