import type { CheckResult, Steps, Table } from '../../src/core';
import { anchorOf } from '../../src/core/recognise/corrections';
import { decodeSettings, SETTINGS_NAMESPACE } from '../../src/core/settings';
import { COMMANDS, registerCommands, type CommandEvent } from '../../src/commands';
import { decodeDialog, dialogLook, dialogOf, encodeDialog, type ResultDialog } from '../../src/commands/resultDialog';
import type { RibbonState } from '../../src/commands/ribbonState';
import { isBusy, Session, type Phase } from '../../src/commands/session';
import { noticeOf } from '../../src/excel';
import { caseWorkbook } from '../support/cases';
import { dump } from '../support/dump';
import { equation, place, resultOf } from '../support/findings';
import { Recorder } from '../support/recorder';
import { openSession } from '../support/session';

const RESULT = resultOf(equation(['表三!C6', '9.00'], [['表三!C7', '1.00']]));

/** A check that was ready at once. */
function* inOneStep(result: CheckResult): Steps<CheckResult> {
  yield { phase: 'diagnose', done: 0, total: 1 };
  return result;
}

function setUp(result: CheckResult = RESULT) {
  const spreadsheet = new Recorder();
  let clock = 0;
  const session = new Session({
    spreadsheet,
    check: () => inOneStep(result),
    locale: 'zh-CN',
    noticeOf,
    now: () => (clock += 10),
    breathe: () => Promise.resolve(),
  });
  return { spreadsheet, session };
}

describe('a check', () => {
  test('reads, checks, marks, and says each step', async () => {
    const { session, spreadsheet } = setUp();
    const phases: Phase[] = [];
    session.subscribe(() => {
      const { phase } = session.getState();
      if (phases.at(-1) !== phase) phases.push(phase);
    });
    await session.recheck();
    expect(phases).toEqual(['reading', 'checking', 'marking', 'done']);
    expect(spreadsheet.asked).toEqual(['read', 'annotate', 'watch']);
    expect(spreadsheet.annotations.map(({ mark }) => mark)).toEqual(['error', 'error']);
    expect(session.getState()).toMatchObject({ outcome: { result: RESULT, marked: 2, milliseconds: 30 }, stale: false, error: null });
  });

  test('tells progress while it reads', async () => {
    const { session } = setUp();
    const told: (number | null)[] = [];
    session.subscribe(() => told.push(session.getState().progress));
    await session.recheck();
    expect(told).toContain(0.5);
  });

  test('keeps the earlier findings when it fails, and says why', async () => {
    const { session, spreadsheet } = setUp();
    await session.recheck();
    spreadsheet.fail = 'read';
    await session.recheck();
    expect(session.getState()).toMatchObject({ phase: 'error', error: { id: 'edge.error.cell-edit' }, outcome: { result: RESULT } });
    session.dismiss('error');
    expect(session.getState()).toMatchObject({ phase: 'done', error: null });
  });

  test('findings are shown also when no cell can be marked, and that is said', async () => {
    const { session, spreadsheet } = setUp();
    spreadsheet.fail = 'annotate';
    await session.recheck();
    expect(session.getState()).toMatchObject({
      phase: 'error',
      error: { id: 'edge.error.cell-edit' },
      notices: [{ id: 'edge.notice.not-marked' }],
      outcome: { result: RESULT, marked: 0 },
    });
    spreadsheet.change();
    expect(session.getState().stale).toBe(true);
  });

  test('marking tells how far it is', async () => {
    const { session } = setUp();
    const told: unknown[] = [];
    session.subscribe(() => {
      const { phase, step } = session.getState();
      if (phase === 'marking' && step !== null) told.push(step);
    });
    await session.recheck();
    expect(told[0]).toEqual({ phase: 'mark', done: 2, total: 4 });
    expect(session.getState().step).toBeNull();
  });

  test('passes on what could not be marked', async () => {
    const { session, spreadsheet } = setUp();
    spreadsheet.notices = [{ id: 'edge.notice.protected', data: { sheet: '表三', count: '2' } }];
    await session.recheck();
    expect(session.getState().notices).toEqual(spreadsheet.notices);
  });

  test('two at once run one after another', async () => {
    const { session, spreadsheet } = setUp();
    await Promise.all([session.recheck(), session.clear()]);
    expect(spreadsheet.asked).toEqual(['read', 'annotate', 'watch', 'clear']);
  });
});

describe('staleness', () => {
  test('a change after the check is told, another check ends it', async () => {
    const { session, spreadsheet } = setUp();
    await session.recheck();
    spreadsheet.change();
    expect(session.getState().stale).toBe(true);
    await session.recheck();
    expect(session.getState().stale).toBe(false);
    expect(spreadsheet.asked.filter((what) => what === 'watch')).toHaveLength(1);
  });

  test('a program without the event still checks, and says so', async () => {
    const { session, spreadsheet } = setUp();
    spreadsheet.fail = 'watch';
    await session.recheck();
    expect(session.getState().phase).toBe('done');
    expect(session.getState().notices.map(({ id }) => id)).toContain('pane.notice.no-watch');
  });
});

describe('随改随查', () => {
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  /** A session that checks live; its result can be changed. */
  async function live() {
    const spreadsheet = new Recorder();
    const answer = { result: RESULT };
    const session = new Session({
      spreadsheet,
      check: () => inOneStep(answer.result),
      locale: 'zh-CN',
      noticeOf,
      now: () => 0,
      breathe: () => Promise.resolve(),
    });
    await session.recheck();
    session.desk.set({ live: true });
    const phases: Phase[] = [];
    session.subscribe(() => phases.push(session.getState().phase));
    return { spreadsheet, session, answer, phases };
  }

  test('an edit is read and checked at once; nothing is written while the marks know by themselves', async () => {
    const { spreadsheet, session, answer, phases } = await live();
    answer.result = resultOf();
    spreadsheet.change();
    await settled();
    expect(spreadsheet.asked.slice(3)).toEqual(['refresh C7']);
    expect(session.getState()).toMatchObject({ stale: false, outcome: { result: answer.result } });
    expect(new Set(phases)).toEqual(new Set(['done']));
  });

  test('a new difference is marked', async () => {
    const { spreadsheet, answer } = await live();
    answer.result = resultOf(equation(['表五!C6', '9.00'], [['表五!C7', '1.00']]));
    spreadsheet.change();
    await settled();
    expect(spreadsheet.asked.slice(3)).toEqual(['refresh C7', 'annotate']);
    spreadsheet.change();
    await settled();
    expect(spreadsheet.asked.slice(5)).toEqual(['refresh C7']);
  });

  test('edits in quick succession are checked together', async () => {
    const { spreadsheet } = await live();
    for (const address of ['C7', 'C8', 'C9']) spreadsheet.change({ sheet: '表三', address });
    await settled();
    expect(spreadsheet.asked.slice(3)).toEqual(['refresh C7 C8 C9']);
  });

  test('what another person changed is shown and not marked by us', async () => {
    const { spreadsheet, session, answer } = await live();
    answer.result = resultOf(equation(['表五!C6', '9.00'], [['表五!C7', '1.00']]));
    spreadsheet.change({ sheet: '表五', address: 'C6', remote: true });
    await settled();
    expect(spreadsheet.asked.slice(3)).toEqual(['refresh C6']);
    expect(session.getState().outcome?.result).toBe(answer.result);
  });

  test('where places have moved the workbook is read whole', async () => {
    const { spreadsheet } = await live();
    spreadsheet.refreshed = null;
    spreadsheet.change({ sheet: '表三', address: '3:3', moved: true });
    await settled();
    expect(spreadsheet.asked.slice(3)).toEqual(['refresh 3:3', 'read']);
  });

  test('an Excel that is busy leaves the findings, which are stale then', async () => {
    const { spreadsheet, session } = await live();
    spreadsheet.fail = 'refresh C7';
    spreadsheet.change();
    await settled();
    expect(session.getState()).toMatchObject({ stale: true, error: null, phase: 'done', outcome: { result: RESULT } });
  });
});

describe('the discrepancy sheet', () => {
  test('is made of the last check while it is fresh', async () => {
    const { session, spreadsheet } = setUp();
    await session.recheck();
    await session.makeSheet();
    expect(spreadsheet.asked).toEqual(['read', 'annotate', 'watch', 'writeSheet']);
    expect(spreadsheet.plan?.name).toBe('差异清单');
    expect(session.getState().done).toEqual({ id: 'pane.done.sheet', data: { name: '差异清单' } });
  });

  test('is made of a new check when there was none, or the workbook was changed', async () => {
    const { session, spreadsheet } = setUp();
    await session.makeSheet();
    spreadsheet.change();
    await session.makeSheet();
    expect(spreadsheet.asked.filter((what) => what === 'read')).toHaveLength(2);
  });
});

describe('a correction', () => {
  const table: Table = RESULT.tables[0]!;

  test('is kept in the workbook, then everything is checked anew', async () => {
    const { session, spreadsheet } = setUp();
    await session.recheck();
    await session.correct(table, { unit: '元', columns: [] });
    expect(spreadsheet.asked.slice(3)).toEqual(['changeSettings', 'read', 'annotate']);
    expect(decodeSettings(spreadsheet.settings).settings.corrections).toEqual([{ anchor: anchorOf(table), unit: '元', columns: [] }]);
  });

  test('takes the place of the one by which the table was found; other settings stay', async () => {
    const { session, spreadsheet } = setUp();
    spreadsheet.settings = `<settings xmlns="${SETTINGS_NAMESPACE}"><table sheet="旧" title="旧表" top="3" kind="gov-fund" note="n"/><later/></settings>`;
    const [correction] = decodeSettings(spreadsheet.settings).settings.corrections;
    const corrected = { ...table, corrected: { correction: correction!, kind: table.kind, unit: table.unit } };
    await session.correct(corrected, { unit: '元', columns: [] });
    expect(spreadsheet.settings).toMatch(/<table note="n" sheet="[^"]+" title="[^"]*" top="\d+" unit="元"\/><later\/>/);
    expect(spreadsheet.settings).not.toContain('旧表');
  });

  test('that says nothing is taken away, and the settings with it', async () => {
    const { session, spreadsheet } = setUp();
    await session.correct(table, { unit: '元', columns: [] });
    await session.correct(table, { columns: [] });
    expect(spreadsheet.settings).toBeNull();
  });

  test('that cannot be written leaves the findings, and says why', async () => {
    const { session, spreadsheet } = setUp();
    await session.recheck();
    spreadsheet.fail = 'changeSettings';
    await session.correct(table, { unit: '元', columns: [] });
    expect(session.getState()).toMatchObject({ phase: 'error', error: { id: 'edge.error.cell-edit' }, outcome: { result: RESULT } });
    expect(spreadsheet.asked.at(-1)).toBe('changeSettings');
  });
});

test('clearing keeps the findings in the pane', async () => {
  const { session } = setUp();
  await session.recheck();
  await session.clear();
  expect(session.getState()).toMatchObject({ phase: 'done', done: { id: 'pane.done.cleared' }, outcome: { result: RESULT } });
});

test('a cell that cannot be shown is said, and the findings stay', async () => {
  const { session, spreadsheet } = setUp();
  await session.recheck();
  spreadsheet.fail = 'select';
  await session.select(place('表三!C6'));
  expect(session.getState()).toMatchObject({ phase: 'done', error: { id: 'edge.error.cell-edit' } });
  expect(isBusy(session.getState().phase)).toBe(false);
});

describe('one sheet alone', () => {
  test('the whole workbook is read, what touches the active sheet is shown and marked', async () => {
    const other = equation(['表五!C6', '9.00'], [['表五!C7', '1.00']]);
    const { session, spreadsheet } = setUp(resultOf(equation(['表三!C6', '9.00'], [['表三!C7', '1.00']]), other));
    await session.checkSheet();
    expect(spreadsheet.asked).toEqual(['activeCell', 'read', 'annotate', 'watch']);
    expect(session.getState().outcome).toMatchObject({ scope: '表三', result: { findings: RESULT.findings } });
    expect(spreadsheet.annotations.map(({ cell }) => cell.sheet)).toEqual(['表三', '表三']);
  });
});

describe('from one difference to the next', () => {
  const first = equation(['表三!C6', '9.00'], [['表三!C7', '1.00']]);
  const second = equation(['表五!C6', '9.00'], [['表五!C7', '1.00']]);
  const gap = equation(['表七!C6', '9.00'], [['表七!C7', '9.01']]);

  test('in their order, round the end, past rounding gaps', async () => {
    const { session, spreadsheet } = setUp(resultOf(first, second, gap));
    await session.recheck();
    for (const direction of [1, 1, 1, -1] as const) await session.step(direction);
    expect(spreadsheet.selected).toEqual(['表三!C6', '表五!C6', '表三!C6', '表五!C6']);
    expect(session.getState().current).toBe(resultOf(second).findings[0]?.id);
  });

  test('rounding gaps are visited when there is nothing else', async () => {
    const { session, spreadsheet } = setUp(resultOf(gap));
    await session.recheck();
    await session.step(-1);
    expect(spreadsheet.selected).toEqual(['表七!C6']);
  });

  test('without a check, and without findings, it is said', async () => {
    const { session } = setUp(resultOf());
    await session.step(1);
    expect(session.getState().done?.id).toBe('pane.step.unchecked');
    await session.recheck();
    await session.step(1);
    expect(session.getState().done?.id).toBe('pane.step.none');
  });
});

describe('what the ribbon asks of the pane', () => {
  test('the settings, and the relations of the selected cell', async () => {
    const { session } = setUp();
    await session.ask('settings');
    expect(session.getState().request).toEqual({ view: 'settings' });
    await session.ask('relations');
    expect(session.getState().request).toEqual({ view: 'relations', cell: place('表三!C6') });
    session.dismiss('request');
    expect(session.getState().request).toBeNull();
  });
});

test('a cancelled check leaves the earlier findings and marks nothing', async () => {
  const { session, spreadsheet } = setUp();
  await session.recheck();
  const running = session.recheck();
  const stop = session.subscribe(() => {
    if (session.getState().phase === 'checking') session.cancel();
  });
  await running;
  stop();
  expect(spreadsheet.asked).toEqual(['read', 'annotate', 'watch', 'read']);
  expect(session.getState()).toMatchObject({
    phase: 'done',
    error: null,
    done: { id: 'pane.done.cancelled' },
    outcome: { result: RESULT },
  });
});

describe('a long check', () => {
  /** Ten steps of work, and a clock on which each takes as long as it is told. */
  function long(millisecondsAStep: number) {
    const { spreadsheet } = setUp();
    const done: number[] = [];
    const breaths: (number | null)[] = [];
    let clock = 0;
    function* check(): Steps<CheckResult> {
      for (let at = 0; at < 10; at += 1) {
        done.push(at);
        clock += millisecondsAStep;
        yield { phase: 'check', done: at, total: 10 };
      }
      return RESULT;
    }
    const session: Session = new Session({
      spreadsheet,
      check,
      locale: 'zh-CN',
      noticeOf,
      now: () => clock,
      breathe: () => Promise.resolve(void breaths.push(session.getState().step?.done ?? null)),
    });
    return { session, spreadsheet, done, breaths };
  }

  test('lets the page draw whenever it has worked for 50 ms, and tells how far it is', async () => {
    const { session, breaths } = long(20);
    await session.recheck();
    // Before the check, after every third step, before the marks.
    expect(breaths).toEqual([null, 2, 5, 8, 8]);
    expect(session.getState()).toMatchObject({ phase: 'done', step: null, progress: null });
  });

  test('a quick one does not stop at all', async () => {
    const { session, breaths } = long(1);
    await session.recheck();
    expect(breaths).toEqual([null, null]);
  });

  test('is given up between two steps; nothing is marked', async () => {
    const { session, spreadsheet, done } = long(60);
    session.subscribe(() => {
      if (session.getState().step?.done === 3) session.cancel();
    });
    await session.recheck();
    expect(done).toEqual([0, 1, 2, 3]);
    expect(spreadsheet.asked).toEqual(['read']);
    expect(session.getState()).toMatchObject({ phase: 'idle', step: null, done: { id: 'pane.done.cancelled' } });
  });
});

describe('the ribbon', () => {
  function ribbon(result?: CheckResult) {
    const { session, spreadsheet } = setUp(result);
    const commands = new Map<string, (event?: CommandEvent) => Promise<void>>();
    const showPane = jest.fn(() => Promise.resolve());
    const shown: ResultDialog[] = [];
    const ribbons: RibbonState[] = [];
    const office = { visible: false /** `null`: no window can be opened. */, choice: 'closed' as 'pane' | 'sheet' | 'closed' | null };
    registerCommands(session, {
      associate: (id, command) => commands.set(id, command),
      showPane,
      isPaneVisible: () => office.visible,
      showResult: (dialog) => {
        if (office.choice === null) return Promise.reject(new Error('blocked'));
        shown.push(dialog);
        return Promise.resolve(office.choice);
      },
      updateRibbon: (state) => ribbons.push(state),
    });
    const click = async (id: string): Promise<number> => {
      let completed = 0;
      await commands.get(id)?.({ completed: () => (completed += 1) });
      return completed;
    };
    return {
      session,
      spreadsheet,
      showPane,
      click,
      shown,
      ribbons,
      office,
      press: (id: string) => commands.get(id)?.(),
      ids: [...commands.keys()],
    };
  }

  test('every button has its function, and each completes once', async () => {
    const { click, ids } = ribbon();
    expect(ids).toEqual(COMMANDS);
    for (const id of COMMANDS) expect(await click(id)).toBe(1);
  });

  test('a check that marked cells opens nothing', async () => {
    const { click, showPane } = ribbon();
    await click('checkWorkbook');
    expect(showPane).not.toHaveBeenCalled();
  });

  test('an error opens the pane, which says it; the button is free again', async () => {
    const { click, showPane, spreadsheet, session } = ribbon();
    spreadsheet.fail = 'annotate';
    expect(await click('checkWorkbook')).toBe(1);
    expect(showPane).toHaveBeenCalledTimes(1);
    expect(session.getState().error).toEqual({ id: 'edge.error.cell-edit', data: {} });
  });

  test('with the pane closed a small window tells the numbers of a check; what is chosen in it is done', async () => {
    const { click, shown, office, showPane, spreadsheet } = ribbon();
    await click('checkWorkbook');
    expect(shown).toEqual([{ tables: 1, checked: 1, held: 0, rounding: 0, errors: 1, warnings: 0, marked: 2, sheetOnly: false }]);
    office.choice = 'sheet';
    await click('checkWorkbook');
    expect(spreadsheet.asked.at(-1)).toBe('writeSheet');
    office.choice = 'pane';
    await click('checkWorkbook');
    expect(showPane).toHaveBeenCalledTimes(1);
  });

  test('with the pane open it says everything itself', async () => {
    const { click, shown, office } = ribbon();
    office.visible = true;
    await click('checkWorkbook');
    expect(shown).toEqual([]);
  });

  test('the numbers survive the address of the window, and whatever else is there does not', async () => {
    const { session } = ribbon();
    await session.checkSheet();
    const outcome = session.getState().outcome;
    const dialog = outcome && dialogOf(outcome);
    const hash = dialog && `#${encodeDialog(dialog, { locale: 'en', dark: true })}`;
    expect(hash && [decodeDialog(hash), dialogLook(hash)]).toEqual([dialog, { locale: 'en', dark: true }]);
    expect(dialogLook('#lang=<b>')).toEqual({ locale: 'zh-CN', dark: false });
    expect(decodeDialog('#checked=<b>&held=-3&errors=1e999')).toMatchObject({ checked: 0, held: 0, errors: 0 });
  });

  test('settings and the relations of a cell are shown in the pane', async () => {
    const { click, showPane, session } = ribbon();
    await click('openSettings');
    await click('explainCell');
    expect(showPane).toHaveBeenCalledTimes(2);
    expect(session.getState().request).toMatchObject({ view: 'relations' });
  });

  test('a keyboard shortcut comes without an event', async () => {
    const { press, session } = ribbon();
    await press('nextDifference');
    expect(session.getState().done?.id).toBe('pane.step.unchecked');
  });

  test('a check that found nothing is told in the same way', async () => {
    const { click, showPane, shown } = ribbon(resultOf());
    await click('checkWorkbook');
    expect(shown).toMatchObject([{ errors: 0, warnings: 0, marked: 0 }]);
    expect(showPane).not.toHaveBeenCalled();
  });

  test('where no window can be opened the pane tells it; where that cannot be opened either, the 差异清单', async () => {
    const { click, showPane, office, spreadsheet } = ribbon();
    office.choice = null;
    await click('checkWorkbook');
    expect(showPane).toHaveBeenCalledTimes(1);
    expect(spreadsheet.asked).not.toContain('writeSheet');
    showPane.mockRejectedValue(new Error('no pane'));
    await click('checkSheet');
    expect(showPane).toHaveBeenCalledTimes(2);
    expect(spreadsheet.asked.at(-1)).toBe('writeSheet');
  });

  test('where Office has no such windows the pane tells it', async () => {
    const { session } = setUp();
    const commands = new Map<string, (event?: CommandEvent) => Promise<void>>();
    const showPane = jest.fn(() => Promise.resolve());
    registerCommands(session, { associate: (id, command) => commands.set(id, command), showPane, isPaneVisible: () => false });
    await commands.get('checkWorkbook')?.();
    expect(showPane).toHaveBeenCalledTimes(1);
  });

  test('what a sheet asked for in the window could not be written for is said in the pane', async () => {
    const { click, showPane, office, spreadsheet, session } = ribbon();
    office.choice = 'sheet';
    spreadsheet.fail = 'writeSheet';
    await click('checkWorkbook');
    expect(showPane).toHaveBeenCalledTimes(1);
    expect(session.getState().error).not.toBeNull();
  });

  test('going to the next difference opens nothing because of what an earlier operation said', async () => {
    const { click, showPane, spreadsheet } = ribbon();
    spreadsheet.notices = [{ id: 'edge.notice.protected', data: { sheet: '表三', count: '1' } }];
    await click('checkWorkbook');
    expect(showPane).toHaveBeenCalledTimes(1);
    await click('nextDifference');
    await click('writeDiscrepancySheet');
    await click('nextDifference');
    expect(showPane).toHaveBeenCalledTimes(1);
    expect(spreadsheet.selected).toEqual(['表三!C6', '表三!C6']);
  });

  test('that there was nothing to clear is said in the pane', async () => {
    const { click, showPane, spreadsheet } = ribbon();
    await click('clearAnnotations');
    expect(showPane).not.toHaveBeenCalled();
    spreadsheet.cleared = { annotations: 0, sheets: 0, notices: [] };
    await click('clearAnnotations');
    expect(showPane).toHaveBeenCalledTimes(1);
  });
});

describe('what the ribbon shows', () => {
  function ribbon(result: CheckResult = RESULT) {
    const { session } = setUp(result);
    const ribbons: RibbonState[] = [];
    registerCommands(session, {
      associate: () => undefined,
      showPane: () => Promise.resolve(),
      isPaneVisible: () => true,
      updateRibbon: (state) => ribbons.push(state),
    });
    return { session, ribbons };
  }

  test('the ways from one difference to the next open with a check that found some', async () => {
    const { session, ribbons } = ribbon();
    expect(ribbons.at(-1)?.['Gouji.ResultGroup']).toMatchObject({ 'Gouji.Next': false, 'Gouji.WriteSheet': true });
    await session.recheck();
    expect(ribbons.at(-1)?.['Gouji.ResultGroup']).toMatchObject({ 'Gouji.Next': true, 'Gouji.Previous': true });
    // Told only when something changed: idle, busy, done.
    expect(ribbons).toHaveLength(3);
  });

  test('without differences they stay shut', async () => {
    const { session, ribbons } = ribbon(resultOf());
    await session.recheck();
    expect(ribbons.at(-1)?.['Gouji.ResultGroup']).toMatchObject({ 'Gouji.Next': false });
  });
});

describe('a published budget in Excel', () => {
  function open(profile?: '2021' | '365') {
    const { office, session } = openSession(caseWorkbook('seed-000.xlsx'), profile ? { profile } : {});
    return { office, session, model: office.model };
  }

  test('checked, listed and cleared it is as it was; checked again it has the same findings', async () => {
    const { office, session, model } = open();
    const before = { ...dump(model), active: null };
    await session.makeSheet();
    expect(session.getState()).toMatchObject({ phase: 'done', error: null, notices: [] });
    const findings = session.getState().outcome?.result.findings.map(({ id }) => id);
    expect(findings?.length).toBeGreaterThan(0);
    expect(model.comments().length).toBeGreaterThan(0);
    await session.recheck();
    expect(session.getState().outcome?.result.findings.map(({ id }) => id)).toEqual(findings);
    await session.clear();
    expect({ ...dump(model), active: null }).toEqual(before);
    expect(office.host.faults).toEqual([]);
    expect(office.host.gaps.list()).toEqual([]);
  });

  test.each(['2021', '365'] as const)('corrected in Excel %s and taken back, it is checked accordingly', async (profile) => {
    const { office, session } = open(profile);
    await session.recheck();
    const table = (): Table => session.getState().outcome!.result.tables.find(({ sheet }) => sheet === '表三')!;
    const errors = (): number => session.getState().outcome!.result.findings.filter(({ severity }) => severity === 'error').length;
    const before = errors();
    await session.correct(table(), { unit: '元', columns: [] });
    expect(session.getState()).toMatchObject({ phase: 'done', error: null });
    expect(table()).toMatchObject({ unit: '元', corrected: { unit: '万元' } });
    expect(errors()).toBeGreaterThan(before);
    await session.correct(table(), { columns: [] });
    expect(errors()).toBe(before);
    expect(office.model.customXml().size).toBe(0);
    expect(office.host.faults).toEqual([]);
  });

  test("the user's edit makes the findings stale", async () => {
    const { office, session } = open();
    await session.recheck();
    await office.userEdit('表三', 'C7', 1);
    for (let turn = 0; turn < 50 && !session.getState().stale; turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(session.getState().stale).toBe(true);
  });
});
