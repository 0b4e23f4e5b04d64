/** 随改随查, one step after the other: findings before causes, nothing that was changed forgotten, the user never kept waiting. */
import type { Cause, CheckProgress, CheckResult, Steps } from '../../src/core';
import { Session } from '../../src/commands/session';
import { noticeOf } from '../../src/excel';
import { equation, place, resultOf } from '../support/findings';
import { Recorder } from '../support/recorder';

const FIRST = equation(['表三!C6', '9.00'], [['表三!C7', '1.00']]);
const SECOND = equation(['表三!D6', '8.00'], [['表三!D7', '2.00']]);
const MENDED = equation(['表三!C6', '9.00'], [['表三!C7', '3.00']]);

/** The result with causes in these cells instead of those that the engine finds: the first for the first finding, and so on. */
function blaming(result: CheckResult, ...addresses: readonly string[]): CheckResult {
  const causes = addresses.map((address, index): Cause => ({
    cells: [{ cell: place(address), value: '1.00', suggested: '9.00', unit: '万元', label: '甲' }],
    slip: 'unknown',
    confidence: 0.9,
    findings: [result.findings[index]?.id ?? ''],
  }));
  return { ...result, causes };
}

const DIAGNOSE: CheckProgress = { phase: 'diagnose', done: 0, total: 2 };

/** A check that finds, and then searches the causes for two steps. */
function* searching(result: CheckResult): Steps<CheckResult> {
  yield { ...DIAGNOSE, found: { ...result, causes: [] } };
  yield { ...DIAGNOSE, done: 1 };
  yield { ...DIAGNOSE, done: 1 };
  return result;
}

/** A workbook that was checked once; each check gives the next of the results, and takes so long that the page draws after every step. */
async function live(...results: readonly CheckResult[]) {
  const spreadsheet = new Recorder();
  let [clock, checks] = [0, 0];
  const session = new Session({
    spreadsheet,
    check: () => searching(results[Math.min(checks++, results.length - 1)] as CheckResult),
    locale: 'zh-CN',
    noticeOf,
    now: () => (clock += 60),
    breathe: () => Promise.resolve(),
  });
  await session.recheck();
  session.desk.set({ live: true });
  const shown: string[][] = [];
  let last = session.getState().outcome;
  session.subscribe(() => {
    const { outcome } = session.getState();
    if (outcome === last || outcome === null) return;
    last = outcome;
    const { findings, causes } = outcome.result;
    shown.push([findings.map(({ left }) => left).join(' '), causes.map(({ cells }) => cells[0]?.cell.column).join(' ')]);
  });
  return { spreadsheet, session, shown, checks: () => checks };
}

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};

test('the findings are shown at once with the causes that still stand, then with those that were searched anew', async () => {
  const { spreadsheet, shown } = await live(
    blaming(resultOf(FIRST, SECOND), '表三!C7', '表三!D7'),
    blaming(resultOf(MENDED, SECOND), '表三!C6', '表三!D7'),
  );
  spreadsheet.change();
  await turns();
  // Columns of the causes: C's figures changed, so its cause waits; D's stays where it stands.
  expect(shown).toEqual([
    ['9.00 8.00', '3'],
    ['9.00 8.00', '2 3'],
  ]);
});

test('who clicks a cell does not wait for the causes: they are searched afterwards', async () => {
  const { spreadsheet, session, checks } = await live(resultOf(), resultOf(FIRST));
  let asked = 0;
  session.subscribe(() => {
    if (session.getState().outcome?.result.findings.length === 1 && asked++ === 0) void session.select(place('表三!C6'));
  });
  spreadsheet.change({ sheet: '表三', address: 'C7' });
  await turns();
  expect(spreadsheet.asked.slice(3)).toEqual(['refresh C7', 'select', 'refresh C7', 'annotate']);
  expect(checks()).toBe(3);
});

test('what could not be read while the user typed is read with the next change', async () => {
  const { spreadsheet, session } = await live(resultOf(FIRST));
  spreadsheet.fail = 'refresh C7';
  spreadsheet.change({ sheet: '表三', address: 'C7' });
  await turns();
  expect(session.getState().stale).toBe(true);
  spreadsheet.change({ sheet: '表三', address: 'C8' });
  await turns();
  expect(spreadsheet.asked.slice(3)).toEqual(['refresh C7', 'refresh C7 C8']);
  expect(session.getState().stale).toBe(false);
});

test('what is edited while everything is checked makes that check stale', async () => {
  const { spreadsheet, session } = await live(resultOf(FIRST));
  session.desk.set({ live: false });
  let edited = false;
  session.subscribe(() => {
    if (session.getState().phase !== 'checking' || edited) return;
    edited = true;
    spreadsheet.change();
  });
  await session.recheck();
  expect(session.getState()).toMatchObject({ phase: 'done', stale: true });
});

test('a check by hand shows the findings before the search for the causes ends', async () => {
  const { session, shown } = await live(resultOf(), blaming(resultOf(FIRST), '表三!C7'));
  await session.recheck();
  expect(shown).toEqual([
    ['9.00', ''],
    ['9.00', '2'],
  ]);
});
