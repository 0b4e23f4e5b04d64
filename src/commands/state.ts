/** Which question this file answers: what does the session show to those who watch it. Types only, and what can be told of them. */
import type { CellRef, CheckProgress, CheckResult, EdgeNotice, Spreadsheet, Steps, Workbook } from '../core';
import type { Locale } from '../i18n';
import type { Preferences } from '../core/settings';
import type { Adoption } from './adopt';
import { NOTHING_BESIDE, type Beside } from './documents';
import type { DefaultsStore } from './preferences';

export type Phase = 'idle' | 'saving' | 'reading' | 'checking' | 'marking' | 'writing' | 'clearing' | 'adopting' | 'done' | 'error';

export interface Outcome {
  readonly workbook: Workbook;
  /** Of the whole workbook; with a `scope` only the findings and causes that touch that sheet. */
  readonly result: CheckResult;
  /** The sheet that 只查本表 was asked for; absent for the whole workbook. */
  readonly scope?: string;
  /** Cells marked by the last check. */
  readonly marked: number;
  /** From the click to the marked cells. */
  readonly milliseconds: number;
}

/** What the ribbon asks the pane to show; a new object at every request. */
export type PaneRequest = { readonly view: 'settings' } | { readonly view: 'relations'; readonly cell: CellRef };

/** `mark`: marks and comments that were written, of all; `write`: rows of a sheet of ours. */
export type Step = Pick<CheckProgress, 'done' | 'total'> & { readonly phase: CheckProgress['phase'] | 'mark' | 'write' };

export interface SessionState {
  readonly phase: Phase;
  /** 0 to 1 while something runs, `null` when it cannot be told. */
  readonly progress: number | null;
  /** How far the check, the marking or the writing has come, in numbers; `null` when none of them runs. */
  readonly step: Step | null;
  readonly outcome: Outcome | null;
  /** The workbook was changed after it was checked. */
  readonly stale: boolean;
  /** 随改随查: an edit is followed by a check of its own. */
  readonly live: boolean;
  /** The finding that 上一处 or 下一处 went to last. */
  readonly current: string | null;
  readonly request: PaneRequest | null;
  /** What counts for this workbook; the user's defaults until it was read. */
  readonly preferences: Preferences;
  /** What is laid down in the workbook and by the user, as it was read for the settings page; `null` until then. */
  readonly saved: { readonly workbook: Preferences; readonly user: Preferences } | null;
  /** What is checked together with the workbook. */
  readonly beside: Beside;
  /** Suggestions that were written and can be taken back, the last one last. */
  readonly adoptions: readonly Adoption[];
  /** What could not be done in the last operation. */
  readonly notices: readonly EdgeNotice[];
  /** Why the last operation ended early. */
  readonly error: EdgeNotice | null;
  /** What the last operation did, in one sentence, when its result is not seen in the pane itself. */
  readonly done: EdgeNotice | null;
}

export interface SessionTools {
  readonly spreadsheet: Spreadsheet;
  /** The check in steps: between two of them the page may draw and the user may cancel. */
  readonly check: (workbook: Workbook) => Steps<CheckResult>;
  readonly locale: Locale;
  /** The sentence for whatever the spreadsheet threw. */
  readonly noticeOf: (error: unknown) => EdgeNotice;
  /** Milliseconds; for how long an operation took. */
  readonly now: () => number;
  /** The user's own settings; absent: there are none and none can be kept. */
  readonly defaults?: DefaultsStore;
  /** Lets the page draw before work that blocks it. */
  readonly breathe: () => Promise<void>;
}

export const NOTHING: SessionState = {
  phase: 'idle',
  progress: null,
  step: null,
  outcome: null,
  stale: false,
  live: false,
  current: null,
  request: null,
  preferences: {},
  saved: null,
  beside: NOTHING_BESIDE,
  adoptions: [],
  notices: [],
  error: null,
  done: null,
};

/** True while an operation runs. */
export function isBusy(phase: Phase): boolean {
  return phase !== 'idle' && phase !== 'done' && phase !== 'error';
}
