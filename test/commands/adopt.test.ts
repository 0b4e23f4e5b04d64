/** 采用建议 and 撤销 on a workbook in Excel: one value, exactly what was agreed, and exactly back. */
import { cellAt, type Cause, type CellValue } from '../../src/core';
import { caseWorkbook, withValue } from '../support/cases';
import { place } from '../support/findings';
import { openSession } from '../support/session';

// Each test checks a whole published workbook several times.
jest.setTimeout(60_000);

// 2080107 of 表三: 5.00 became 50.00.
const SLIPPED = withValue(caseWorkbook('seed-000.xlsx'), '表三', 10, 4, 50);
const CELL = place('表三!E11');

async function setUp(workbook = SLIPPED) {
  const { office, excel, session } = openSession(workbook);
  await session.recheck();
  const held = async (cell = CELL): Promise<CellValue> => {
    const sheet = (await excel.read()).sheets.find(({ name }) => name === cell.sheet);
    return (sheet && cellAt(sheet, cell.row, cell.column)?.value) ?? null;
  };
  const errors = (): number => session.getState().outcome?.result.findings.filter(({ severity }) => severity === 'error').length ?? 0;
  return { office, session, held, errors, causes: () => session.getState().outcome?.result.causes ?? [] };
}

test('writes the suggested value, checks anew, and can be undone', async () => {
  const { session, held, errors, causes } = await setUp();
  const before = errors();
  const cause = causes().find(({ cells }) => cells.some(({ cell }) => cell.row === CELL.row && cell.sheet === CELL.sheet)) as Cause;
  await session.adopt(cause);
  expect(await held()).toBe(5);
  expect(errors()).toBeLessThan(before);
  expect(session.getState()).toMatchObject({
    phase: 'done',
    done: { id: 'pane.done.adopted', data: { place: '表三!E11', before: '50', after: '5' } },
  });
  await session.undo();
  expect(await held()).toBe(50);
  expect(errors()).toBe(before);
  expect(session.getState()).toMatchObject({ adoptions: [], done: { id: 'pane.done.undone' } });
});

test('a number stored as text stays text, and comes back as it was', async () => {
  const { session, held, causes } = await setUp(withValue(SLIPPED, '表三', 10, 4, '50.00'));
  const cause = causes().find(({ cells }) => cells.some(({ cell }) => cell.row === CELL.row && cell.sheet === CELL.sheet)) as Cause;
  await session.adopt(cause);
  expect(await held()).toBe('5.00');
  await session.undo();
  expect(await held()).toBe('50.00');
});

test('nothing is written where the cell was changed since the check', async () => {
  const { session, held, causes, office } = await setUp();
  const [cause] = causes();
  await office.userEdit('表三', 'E11', 51);
  await session.adopt(cause as Cause);
  expect(await held()).toBe(51);
  expect(session.getState()).toMatchObject({ adoptions: [], notices: [{ id: 'pane.adopt.changed', data: { place: '表三!E11' } }] });
});

test('nothing is taken back where somebody has changed the cell since', async () => {
  const { session, held, causes, office } = await setUp();
  await session.adopt(causes()[0] as Cause);
  await office.userEdit('表三', 'E11', 6);
  await session.undo();
  expect(await held()).toBe(6);
  expect(session.getState()).toMatchObject({ adoptions: [], notices: [{ id: 'pane.undo.changed' }] });
});

test('a formula is never overwritten by a value', async () => {
  const { session, held, office } = await setUp(withValue(SLIPPED, '表三', 10, 4, 5));
  await office.userEdit('表三', 'E11', '=10*5');
  await session.recheck();
  const cause: Cause = {
    cells: [{ cell: CELL, value: '50.00', suggested: '5.00', unit: '万元', label: '' }],
    slip: 'unknown',
    confidence: 0.9,
    findings: [],
  };
  const before = await held();
  await session.adopt(cause);
  expect(await held()).toBe(before);
  expect(session.getState().notices).toEqual([{ id: 'pane.adopt.formula', data: { place: '表三!E11' } }]);
});

describe('words of a paragraph', () => {
  const TWICE = '基本支出 62.10 万元，其中人员经费 62.10 万元。';
  const WORDS = place('预算说明!A40');
  const words = (start?: number): Cause => ({
    cells: [
      {
        cell: WORDS,
        value: '62.10 万元',
        suggested: '26.10 万元',
        unit: null,
        label: '',
        ...(start === undefined ? {} : { start, length: 8 }),
      },
    ],
    slip: 'transposed-digits',
    confidence: 0.9,
    findings: ['-'],
  });
  const adopted = async (cause: Cause) => {
    const { session, held } = await setUp(withValue(SLIPPED, WORDS.sheet, WORDS.row, WORDS.column, TWICE));
    await session.adopt(cause);
    return { session, text: () => held(WORDS) };
  };

  test('stand where the cause says, though the same words stand before them', async () => {
    const { text, session } = await adopted(words(TWICE.lastIndexOf('62.10')));
    expect(await text()).toBe('基本支出 62.10 万元，其中人员经费 26.10 万元。');
    await session.undo();
    expect(await text()).toBe(TWICE);
  });

  test('are left alone where it is not known which of them are meant', async () => {
    const { text, session } = await adopted(words());
    expect(await text()).toBe(TWICE);
    expect(session.getState()).toMatchObject({ adoptions: [], notices: [{ id: 'pane.adopt.text' }] });
  });

  test('are left alone where others stand in that place', async () => {
    const { text, session } = await adopted(words(0));
    expect(await text()).toBe(TWICE);
    expect(session.getState()).toMatchObject({ adoptions: [], notices: [{ id: 'pane.adopt.text' }] });
  });
});

test('a quantity is written as a number', async () => {
  const { session, held } = await setUp();
  await session.adopt({
    cells: [{ cell: CELL, value: '50', suggested: '5', unit: null, plain: true, label: '' }],
    slip: 'decimal-shift',
    confidence: 0.4,
    findings: ['-'],
  });
  expect(await held()).toBe(5);
});

test('a finding is accepted for a reason, kept in the workbook, and taken up again', async () => {
  const { session } = await setUp();
  const open = () => session.getState().outcome?.result.findings ?? [];
  const [first] = open();
  if (!first) throw new Error('The workbook has no finding');
  await session.accept(first, '口径不同');
  expect(open().find(({ id }) => id === first.id)?.accepted).toEqual({ reason: '口径不同' });
  await session.reopen(first);
  expect(open().find(({ id }) => id === first.id)?.accepted).toBeUndefined();
});
