/**
 * Which question this file answers: what is going on, and what came out of it. One session is shared by the ribbon and
 * the pane; it runs one operation at a time and tells its listeners of every change. No React, no Office here.
 */
import type { CellRef, CheckResult, EdgeNotice, Spreadsheet, Table, Workbook } from '../core';
import { anchorOf } from '../core/recognise/corrections';
import { decodeSettings, encodeSettings, withCorrection, type TableCorrection } from '../core/settings';
import type { Locale } from '../i18n';
import { annotationsOf } from '../present/annotations';
import { discrepancySheet } from '../present/discrepancySheet';

export type Phase = 'idle' | 'saving' | 'reading' | 'checking' | 'marking' | 'writing' | 'clearing' | 'done' | 'error';

export interface Outcome {
  readonly workbook: Workbook;
  readonly result: CheckResult;
  /** Cells marked by the last check. */
  readonly marked: number;
  /** From the click to the marked cells. */
  readonly milliseconds: number;
}

export interface SessionState {
  readonly phase: Phase;
  /** 0 to 1 while something runs, `null` when it cannot be told. */
  readonly progress: number | null;
  readonly outcome: Outcome | null;
  /** The workbook was changed after it was checked. */
  readonly stale: boolean;
  /** What could not be done in the last operation. */
  readonly notices: readonly EdgeNotice[];
  /** Why the last operation ended early. */
  readonly error: EdgeNotice | null;
  /** What the last operation did, in one sentence, when its result is not seen in the pane itself. */
  readonly done: EdgeNotice | null;
}

export interface SessionTools {
  readonly spreadsheet: Spreadsheet;
  readonly check: (workbook: Workbook) => CheckResult;
  readonly locale: Locale;
  /** The sentence for whatever the spreadsheet threw. */
  readonly noticeOf: (error: unknown) => EdgeNotice;
  /** Milliseconds; for how long an operation took. */
  readonly now: () => number;
  /** Lets the page draw before work that blocks it. */
  readonly breathe: () => Promise<void>;
}

const NOTHING: SessionState = { phase: 'idle', progress: null, outcome: null, stale: false, notices: [], error: null, done: null };

export class Session {
  private state: SessionState = NOTHING;
  private readonly listeners = new Set<() => void>();
  private last: Promise<unknown> = Promise.resolve();
  private watching = false;

  constructor(private readonly tools: SessionTools) {}

  /** Bound, as React's useSyncExternalStore wants it. */
  readonly getState = (): SessionState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads, checks and marks. Never rejects: what goes wrong is in the state. */
  recheck(): Promise<void> {
    return this.run('reading', () => this.check());
  }

  /** Writes 差异清单 for the workbook as it is now: it is checked first when it was not, or was changed since. */
  makeSheet(): Promise<void> {
    return this.run('writing', async () => {
      if (this.state.outcome === null || this.state.stale) await this.check();
      const { outcome } = this.state;
      if (outcome === null) return;
      this.set({ phase: 'writing', progress: null });
      const name = await this.tools.spreadsheet.writeSheet(discrepancySheet(outcome.result, this.tools.locale, outcome.workbook));
      this.set({ done: { id: 'pane.done.sheet', data: { name } } });
    });
  }

  /** Keeps in the workbook what the user says of a table (nothing: takes an earlier correction back), and checks anew. */
  correct(table: Table, given: Omit<TableCorrection, 'anchor'>): Promise<void> {
    return this.run('saving', async () => {
      const correction = { ...given, anchor: anchorOf(table) };
      await this.tools.spreadsheet.changeSettings((xml) =>
        encodeSettings(withCorrection(decodeSettings(xml).settings, correction, table.corrected?.correction.anchor)),
      );
      await this.check();
    });
  }

  /** Takes marks, comments and generated sheets away; the findings stay in the pane. */
  clear(): Promise<void> {
    return this.run('clearing', async () => {
      const { annotations, sheets, notices } = await this.tools.spreadsheet.clear();
      const id = annotations + sheets === 0 ? 'pane.done.nothing-to-clear' : 'pane.done.cleared';
      this.set({ notices, done: { id, data: {} } });
    });
  }

  /** Takes the user to a cell; the findings stay as they are, and a failure is only said. */
  select(cell: CellRef): Promise<void> {
    return this.queue(async () => {
      try {
        await this.tools.spreadsheet.select(cell);
        if (this.state.error !== null) this.set({ error: null, phase: this.resting() });
      } catch (error) {
        this.set({ error: this.tools.noticeOf(error) });
      }
    });
  }

  dismiss(what: 'error' | 'notices' | 'done'): void {
    this.set({ [what]: what === 'notices' ? [] : null, ...(what === 'error' ? { phase: this.resting() } : {}) });
  }

  private async check(): Promise<void> {
    const { spreadsheet, check, locale, now, breathe } = this.tools;
    const started = now();
    this.set({ phase: 'reading', progress: 0 });
    const workbook = await spreadsheet.read((done, total) => this.set({ progress: total === 0 ? 1 : done / total }));
    this.set({ phase: 'checking', progress: null });
    await breathe();
    const result = check(workbook);
    this.set({ phase: 'marking' });
    const { highlighted, notices } = await spreadsheet.annotate(annotationsOf(result, locale));
    this.set({ outcome: { workbook, result, marked: highlighted, milliseconds: now() - started }, stale: false, notices });
    await this.watch();
  }

  /** From the first check on, a change makes the findings stale. Without the event they simply are not marked so. */
  private async watch(): Promise<void> {
    if (this.watching) return;
    this.watching = true;
    try {
      await this.tools.spreadsheet.watch(() => this.set({ stale: this.state.outcome !== null }));
    } catch (error) {
      this.watching = false;
      this.set({ notices: [...this.state.notices, { id: 'pane.notice.no-watch', data: {} }, this.tools.noticeOf(error)] });
    }
  }

  private run(phase: Phase, operation: () => Promise<void>): Promise<void> {
    return this.queue(async () => {
      this.set({ phase, progress: null, error: null, notices: [], done: null });
      try {
        await operation();
        this.set({ phase: this.resting(), progress: null });
      } catch (error) {
        this.set({ phase: 'error', progress: null, error: this.tools.noticeOf(error) });
      }
    });
  }

  private resting(): Phase {
    return this.state.outcome === null ? 'idle' : 'done';
  }

  private queue(operation: () => Promise<void>): Promise<void> {
    const next = this.last.then(operation);
    this.last = next;
    return next;
  }

  private set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** True while an operation runs. */
export function isBusy(phase: Phase): boolean {
  return phase !== 'idle' && phase !== 'done' && phase !== 'error';
}
