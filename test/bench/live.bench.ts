/**
 * 随改随查: how long after an edit does the pane have the findings, and then the causes? In a workbook of 20,000 cells, with and without slips in it;
 * beside the 200 ms that a user does not notice, and beside a check by hand. First without Excel's own part and without drawing, then in the
 * workbench in a browser (livePage.ts).
 */
import { checkWorkbookSteps, type CheckResult, type SheetChange, type Spreadsheet, type Workbook } from '../../src/core';
import { Session } from '../../src/commands/session';
import { relationMap } from '../../src/present/relationMap';
import { filtered, NO_FILTER } from '../../src/taskpane/filter';
import { groupsOf } from '../../src/taskpane/grouping';
import { withValue } from '../support/cases';
import { LARGE_CELLS, largeBudget } from './largeBudget';
import { measureInBrowser } from './livePage';

const LIMIT = 200;
/** A spreadsheet in memory: what Excel would do in no time. */
function inMemory(first: Workbook) {
  let workbook = first;
  let tell: (change: SheetChange) => void = () => undefined;
  const never = (): Promise<never> => Promise.reject(new Error('Nobody asks for this here'));
  const spreadsheet: Spreadsheet = {
    read: () => Promise.resolve(workbook),
    refresh: () => Promise.resolve(workbook),
    annotate: (annotations) => Promise.resolve({ highlighted: annotations.length, commented: 0, notices: [] }),
    watch: (listener) => {
      tell = listener;
      return Promise.resolve(() => Promise.resolve());
    },
    writeSheet: never,
    clear: never,
    readSettings: never,
    changeSettings: never,
    writeCells: never,
    file: never,
    select: never,
    activeCell: never,
  };
  const edit = (sheet: string, row: number, column: number, value: number): void => {
    workbook = withValue(workbook, sheet, row, column, value);
    tell({ sheet, address: 'D5' });
  };
  return { spreadsheet, edit };
}

/** What the pane works out of a result before it draws. */
function drawn({ findings, causes, checks, ...result }: CheckResult): number {
  const groups = groupsOf(filtered(findings, NO_FILTER, 'zh-CN'), causes, 'cause', 'place');
  return groups.length + relationMap({ findings, causes, checks, ...result }).lines.length;
}

/** Milliseconds on the clock and of processor time: other work on the machine shows in the first only. */
interface Span {
  readonly clock: number;
  readonly processor: number;
}

function stopwatch(): () => Span {
  const [started, used] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { clock: performance.now() - started, processor: (user + system) / 1000 };
  };
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

async function measure(slips: number): Promise<void> {
  const { spreadsheet, edit } = inMemory(largeBudget(slips));
  const session = new Session({
    spreadsheet,
    check: checkWorkbookSteps,
    locale: 'zh-CN',
    noticeOf: (error) => ({ id: String(error), data: {} }),
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
  });
  const byHand: Span[] = [];
  for (let run = 0; run < 3; run += 1) {
    const taken = stopwatch();
    await session.recheck();
    byHand.push(taken());
  }
  session.desk.set({ live: true });
  const [findings, causes]: [Span[], Span[]] = [[], []];
  for (let run = 0; run < 12; run += 1) {
    const shown: Span[] = [];
    const taken = stopwatch();
    let last = session.getState().outcome;
    const stop = session.subscribe(() => {
      const { outcome } = session.getState();
      if (outcome === last || outcome === null) return;
      last = outcome;
      drawn(outcome.result);
      shown.push(taken());
    });
    edit('表三', 4 + run, 3, 100_000 + run);
    while (shown.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    stop();
    findings.push(shown[0] as Span);
    causes.push(shown[1] as Span);
  }
  const of = (spans: readonly Span[], key: keyof Span): number => median(spans.map((span) => span[key]));
  const told = (spans: readonly Span[]): string => {
    const [clock, processor] = [of(spans, 'clock'), of(spans, 'processor')];
    return `${clock.toFixed(0)} ms (${(clock / LIMIT).toFixed(2)} of ${LIMIT} ms; processor ${processor.toFixed(0)} ms, ${(processor / of(byHand, 'processor')).toFixed(2)} of a check by hand)`;
  };
  console.log(`${LARGE_CELLS} cells, ${slips} slips: findings after ${told(findings)}, causes after ${told(causes)}`);
}

async function main(): Promise<void> {
  for (const slips of [0, 20]) await measure(slips);
  for (const slips of [0, 20]) await measureInBrowser(slips, LIMIT);
}

void main();
