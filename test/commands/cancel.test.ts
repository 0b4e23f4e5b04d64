/** 取消: what the pane says and what the workbook holds, with the real library and the real engine. */
import type { SessionState } from '../../src/commands/session';
import { caseWorkbook } from '../support/cases';
import { dump } from '../support/dump';
import { openSession } from '../support/session';

function open() {
  const { office, session } = openSession(caseWorkbook('seed-000.xlsx'));
  /** The user clicks 取消 as soon as the pane shows this, once. */
  const cancelWhen = (isSo: (state: SessionState) => boolean): void => {
    const stop = session.subscribe(() => {
      if (!isSo(session.getState())) return;
      stop();
      session.cancel();
    });
  };
  const sheetNames = (): readonly string[] => office.model.sheets().map(({ name }) => name);
  return { office, model: office.model, session, cancelWhen, sheetNames };
}

test('while the workbook is read: nothing is checked and nothing written', async () => {
  const { model, session, cancelWhen } = open();
  const before = dump(model);
  cancelWhen(({ phase, progress }) => phase === 'reading' && progress !== null);
  await session.recheck();
  expect(session.getState()).toMatchObject({ phase: 'idle', outcome: null, error: null, done: { id: 'pane.done.cancelled' } });
  expect(dump(model)).toEqual(before);
});

describe('while cells are marked', () => {
  test('before the first is, the findings are in the pane and the cells as they were', async () => {
    const { model, session, cancelWhen } = open();
    const before = dump(model);
    cancelWhen(({ phase }) => phase === 'marking');
    await session.recheck();
    const { phase, error, notices, done, outcome, step } = session.getState();
    expect([phase, error, step]).toEqual(['done', null, null]);
    expect(notices).toEqual([{ id: 'edge.notice.not-marked', data: {} }]);
    expect(done?.id).toBe('pane.done.cancelled.marking');
    expect(outcome?.result.findings.length).toBeGreaterThan(0);
    expect(outcome?.marked).toBe(0);
    expect(dump(model)).toEqual(before);
  });

  test('in the middle, the findings are in the pane and no cell carries a mark; the next check marks as usual', async () => {
    const { model, session, cancelWhen } = open();
    const before = dump(model);
    cancelWhen(({ step }) => step?.phase === 'mark' && step.done > 0);
    await session.recheck();
    const { phase, error, notices, done, outcome } = session.getState();
    expect([phase, error]).toEqual(['done', null]);
    expect(notices).toEqual([{ id: 'edge.notice.marks-taken-back', data: {} }]);
    expect(done?.id).toBe('pane.done.cancelled.marking');
    expect(outcome?.result.causes.length).toBeGreaterThan(0);
    expect(dump(model)).toEqual(before);
    await session.recheck();
    expect(session.getState()).toMatchObject({ phase: 'done', notices: [], done: null });
    expect(session.getState().outcome?.marked).toBeGreaterThan(0);
    expect(model.comments().length).toBeGreaterThan(0);
  });

  test('an edit is followed live afterwards, and marks what it breaks', async () => {
    const { office, model, session, cancelWhen } = open();
    cancelWhen(({ step }) => step?.phase === 'mark' && step.done > 0);
    await session.recheck();
    session.desk.set({ live: true });
    await office.userEdit('表三', 'C7', 1);
    for (let turn = 0; turn < 400 && model.comments().length === 0; turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(model.comments().length).toBeGreaterThan(0);
  });
});

test('while 差异清单 is written: it is not there, and the next click writes it', async () => {
  const { session, cancelWhen, sheetNames } = open();
  await session.recheck();
  const before = sheetNames();
  cancelWhen(({ step }) => step?.phase === 'write' && step.done === 0);
  await session.makeSheet();
  expect(sheetNames()).toEqual(before);
  expect(session.getState()).toMatchObject({ phase: 'done', error: null, notices: [], done: { id: 'pane.done.cancelled.writing' } });
  await session.makeSheet();
  expect(sheetNames()).toEqual([...before, '差异清单']);
});

test('a click that comes when nothing runs cancels nothing that follows', async () => {
  const { session } = open();
  session.cancel();
  await session.recheck();
  expect(session.getState()).toMatchObject({ phase: 'done', done: null });
  expect(session.getState().outcome?.marked).toBeGreaterThan(0);
});
