/** A mark sees its own relation: in the grid it goes when the figures agree and comes back when they do not, without the add-in. */
import { ConditionalFormattingService } from '@univerjs/sheets-conditional-formatting';
import { planMarks } from '../../src/present/markPlan';
import { conditionOf } from '../../src/present/conditions';
import { MARK_FILLS } from '../../src/present/marks';
import { createHeadlessModel } from '../../src/workbench/univer/headless';
import { equation, place, resultOf } from '../support/findings';
import { insertRows } from '../support/rows';

test('a mark over two sheets follows the figures', async () => {
  const model = createHeadlessModel();
  const [three, five] = [model.addSheet('表三'), model.addSheet('表五')];
  const set = (sheet: string, row: number, value: number): void => model.write(sheet, [{ row, column: 2, value }], 'user');
  set(three, 5, 9);
  set(five, 5, 4);
  set(five, 6, 4);
  const [finding] = resultOf(
    equation(
      ['表三!C6', '9.00'],
      [
        ['表五!C6', '4.00'],
        ['表五!C7', '4.00'],
      ],
    ),
  ).findings;
  const condition = finding && conditionOf(finding, null);
  const { names, rules } = planMarks([{ cell: place('表三!C6'), mark: 'error', conditions: [condition ?? ''], comment: null }]);
  for (const name of names) model.addName({ ...name, visible: false, sheet: null });
  const range = { top: 5, left: 2, bottom: 5, right: 2 };
  const { fill, fontColor } = MARK_FILLS.error;
  model.addConditionalFormat({ sheet: three, ranges: [range], formula: rules[0]?.formula ?? '', fill, fontColor });

  const service = model.engine.injector.get(ConditionalFormattingService);
  let row = 5;
  const shown = (): string | null => service.composeStyle(model.engine.unitId, three, row, 2)?.style?.bg?.rgb ?? null;
  const becomes = async (wanted: string | null): Promise<string | null> => {
    await model.settle();
    for (let turn = 0; turn < 100 && shown() !== wanted; turn += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    return shown();
  };
  try {
    expect(await becomes(fill)).toBe(fill);
    set(five, 6, 5);
    expect(await becomes(null)).toBeNull();
    set(five, 6, 6);
    expect(await becomes(fill)).toBe(fill);
    // Rows come in above the figures it looks at, and above the mark itself: it looks at the same figures, and stands on the same cell.
    insertRows(model, five, 2, 3);
    insertRows(model, three, 0);
    row = 6;
    expect(await becomes(fill)).toBe(fill);
    set(five, 9, 5);
    expect(await becomes(null)).toBeNull();
    set(five, 9, 6);
    expect(await becomes(fill)).toBe(fill);
  } finally {
    model.dispose();
  }
}, 30_000);
