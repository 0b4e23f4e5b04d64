/** 随改随查 in Excel: the real library, the real engine, a person's edits. */
import { addressOf } from '../../src/core';
import { caseWorkbook } from '../support/cases';
import { book, sheet } from '../support/grid';
import { openSession } from '../support/session';

/** The published budget with a sheet of other figures beside it: 20,000 cells and more in all. */
function open(cells = 0) {
  const { sheets } = caseWorkbook('seed-000.xlsx');
  const rows = Array.from({ length: cells / 20 }, (_, r) => Array.from({ length: 20 }, (_, c) => r * 20 + c));
  return openSession(cells === 0 ? { sheets } : { sheets: [...sheets, ...book(sheet('台账', rows)).sheets] });
}

async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400 && !isSo(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
}

test('the findings follow an edit and its undoing; every check reads little and writes nothing more than needed', async () => {
  const { office, session } = open();
  await session.recheck();
  session.desk.set({ live: true });
  const ids = (): string => (session.getState().outcome?.result.findings ?? []).map(({ id }) => id).join();
  const before = ids();
  const cell = office.model.sheets().find(({ name }) => name === '表三')?.id ?? '';
  const old = office.model.read(cell, { top: 6, left: 2, bottom: 6, right: 2 })[0]?.[0]?.value ?? null;
  const batches = office.host.log.length;
  await office.userEdit('表三', 'C7', 1);
  await until(() => ids() !== before);
  expect(ids()).not.toBe(before);
  await office.userEdit('表三', 'C7', old);
  await until(() => ids() === before);
  expect(ids()).toBe(before);
  // No event loop: once the marks are written nothing more comes.
  let after = -1;
  while (after !== office.host.log.length) {
    after = office.host.log.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  expect(after - batches).toBeLessThan(30);
  expect(office.host.faults).toEqual([]);
  expect(office.host.gaps.list()).toEqual([]);
});

test("what another person changes is followed too, and marked only by that person's own add-in; what the user then breaks is marked", async () => {
  const { office, session } = open();
  await session.recheck();
  session.desk.set({ live: true });
  const { model, host } = office;
  const sheet = model.sheets().find(({ name }) => name === '表三')?.id ?? '';
  const { outcome } = session.getState();
  const written = (): number => host.log.filter(({ write }) => write).length;
  const [before, marked] = [written(), model.comments().length];
  host.asCoauthor(() => model.write(sheet, [{ row: 6, column: 2, value: 1 }], 'user'));
  await until(
    () => session.getState().outcome?.result.causes.some(({ cells }) => cells.some(({ cell }) => addressOf(cell) === 'C7')) ?? false,
  );
  expect(session.getState().outcome?.result.findings.length).toBeGreaterThan(outcome?.result.findings.length ?? 0);
  await office.eventsDelivered();
  expect([written(), model.comments().length]).toEqual([before, marked]);
  await office.userEdit('表三', 'C8', 2);
  await until(() => model.comments().length > marked);
  expect(model.comments().length).toBeGreaterThan(marked);
});

test('in a workbook of 20,000 cells an edit makes it read the edited sheet, not the others', async () => {
  const { office, session } = open(20_000);
  await session.recheck();
  const whole = office.host.log.reduce((sum, { responseBytes }) => sum + responseBytes, 0);
  session.desk.set({ live: true });
  const { outcome } = session.getState();
  const batches = office.host.log.length;
  await office.userEdit('表三', 'C7', 1);
  await until(() => session.getState().outcome !== outcome);
  const workbookNow = session.getState().outcome?.workbook;
  const sheetOf = (workbook: typeof workbookNow, name: string) => workbook?.sheets.find((one) => one.name === name);
  expect(sheetOf(workbookNow, '台账')).toBe(sheetOf(outcome?.workbook, '台账'));
  expect(sheetOf(workbookNow, '表三')).not.toBe(sheetOf(outcome?.workbook, '表三'));
  const read = office.host.log.slice(batches).reduce((sum, { responseBytes }) => sum + responseBytes, 0);
  expect(read).toBeLessThan(whole / 10);
});
