/**
 * Which question this file answers: what may the ribbon and the pane ask for. One session is shared by both. It only names the
 * operations; each is a file of its own that takes the desk. No React, no Office here.
 */
import type { Cause, CellRef, Finding, Table } from '../core';
import { anchorOf } from '../core/recognise/corrections';
import { decodeSettings, encodeSettings, withCorrection, type Preferences, type TableCorrection } from '../core/settings';
import { acceptFinding, reopenFinding } from './accept';
import { adoptSuggestion, undoAdoption } from './adopt';
import { checkWorkbookNow } from './check';
import { Desk } from './desk';
import { addDocument, addText, removeDocument, setLastYear } from './documents';
import { writeSheet } from './listing';
import { cleanCopy, clearForPublication } from './publish';
import { loadPreferences, savePreferences, type Scope } from './preferences';
import type { PaneRequest, SessionState, SessionTools } from './state';
import { selectCell, stepToFinding } from './step';

export { isBusy, type Outcome, type PaneRequest, type Phase, type SessionState, type SessionTools } from './state';

export class Session {
  readonly desk: Desk;

  constructor(tools: SessionTools) {
    this.desk = new Desk(tools);
  }

  /** Bound, as React's useSyncExternalStore wants it. */
  readonly getState = (): SessionState => this.desk.now;

  readonly subscribe = (listener: () => void): (() => void) => this.desk.subscribe(listener);

  /** Reads, checks and marks. Like all that follow it never rejects: what goes wrong is in the state. */
  recheck(): Promise<void> {
    return this.desk.run('reading', () => checkWorkbookNow(this.desk));
  }

  /** The same, showing and marking only what touches the active sheet. */
  checkSheet(): Promise<void> {
    return this.desk.run('reading', async () => {
      const cell = await this.desk.tools.spreadsheet.activeCell();
      await checkWorkbookNow(this.desk, cell.sheet);
    });
  }

  makeSheet(): Promise<void> {
    return this.desk.run('writing', () => writeSheet(this.desk, 'discrepancies'));
  }

  /** Writes 勾稽关系底稿: every relation, those that hold too. */
  makePaper(): Promise<void> {
    return this.desk.run('writing', () => writeSheet(this.desk, 'working-paper'));
  }

  /** Keeps in the workbook what the user says of a table (nothing: takes an earlier correction back), and checks anew. */
  correct(table: Table, given: Omit<TableCorrection, 'anchor'>): Promise<void> {
    return this.desk.run('saving', async () => {
      const correction = { ...given, anchor: anchorOf(table) };
      await this.desk.tools.spreadsheet.changeSettings((xml) =>
        encodeSettings(withCorrection(decodeSettings(xml).settings, correction, table.corrected?.correction.anchor)),
      );
      await checkWorkbookNow(this.desk);
    });
  }

  /** Writes what the cause suggests, on the user's word. */
  adopt(cause: Cause): Promise<void> {
    return this.desk.run('adopting', () => adoptSuggestion(this.desk, cause));
  }

  /** Takes the last adopted suggestion back. */
  undo(): Promise<void> {
    return this.desk.run('adopting', () => undoAdoption(this.desk));
  }

  /** 忽略: the finding is accepted for a reason that the workbook keeps. */
  accept(finding: Finding, reason: string): Promise<void> {
    return this.desk.run('saving', () => acceptFinding(this.desk, finding, reason));
  }

  reopen(finding: Finding): Promise<void> {
    return this.desk.run('saving', () => reopenFinding(this.desk, finding));
  }

  /** A .docx or text file whose text is checked against the tables. */
  addDocument(name: string, bytes: Uint8Array): Promise<void> {
    return this.desk.run('reading', () => addDocument(this.desk, name, bytes));
  }

  /** Pasted text likewise. */
  addText(name: string, text: string): Promise<void> {
    return this.desk.run('reading', () => addText(this.desk, name, text));
  }

  removeDocument(name: string): Promise<void> {
    return this.desk.run('reading', () => removeDocument(this.desk, name));
  }

  /** Last year's workbook, against which this year's 上年 column and the text's 比上年 are checked; `null` takes it away. */
  setLastYear(file: { readonly name: string; readonly bytes: Uint8Array } | null): Promise<void> {
    return this.desk.run('reading', () => setLastYear(this.desk, file));
  }

  /** Reads the settings for the page that shows them. */
  loadPreferences(): Promise<void> {
    return this.desk.run('reading', () => loadPreferences(this.desk));
  }

  savePreferences(scope: Scope, preferences: Preferences): Promise<void> {
    return this.desk.run('saving', () => savePreferences(this.desk, scope, preferences));
  }

  /** A copy of the workbook with nothing of Gouji's in it; `null` when it could not be made. */
  async publicCopy(): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
    let copy: { readonly name: string; readonly bytes: Uint8Array } | null = null;
    await this.desk.run('writing', async () => {
      copy = await cleanCopy(this.desk);
    });
    return copy;
  }

  /** The same for the open workbook itself. */
  clearForPublication(): Promise<void> {
    return this.desk.run('clearing', () => clearForPublication(this.desk));
  }

  /** Takes marks, comments and generated sheets away; the findings stay in the pane. */
  clear(): Promise<void> {
    return this.desk.run('clearing', async () => {
      const { annotations, sheets, notices } = await this.desk.tools.spreadsheet.clear();
      const id = annotations + sheets === 0 ? 'pane.done.nothing-to-clear' : 'pane.done.cleared';
      this.desk.set({ notices, done: { id, data: {} } });
    });
  }

  select(cell: CellRef): Promise<void> {
    return this.desk.queue(() => selectCell(this.desk, cell));
  }

  /** To the next finding (`1`) or the one before (`-1`). */
  step(direction: 1 | -1): Promise<void> {
    return this.desk.queue(() => stepToFinding(this.desk, direction));
  }

  /** Asks the pane to show its settings, or all relations of the selected cell; whoever draws the pane takes the request up. */
  ask(view: PaneRequest['view']): Promise<void> {
    return this.desk.queue(async () => {
      if (view === 'settings') {
        this.desk.set({ request: { view } });
        return;
      }
      try {
        this.desk.set({ request: { view, cell: await this.desk.tools.spreadsheet.activeCell() } });
      } catch (error) {
        this.desk.set({ error: this.desk.tools.noticeOf(error) });
      }
    });
  }

  /** Ends the running operation as soon as it can be left; what is there stays. */
  cancel(): void {
    this.desk.cancel();
  }

  dismiss(what: 'error' | 'notices' | 'done' | 'request'): void {
    this.desk.set({ [what]: what === 'notices' ? [] : null, ...(what === 'error' ? { phase: this.desk.resting() } : {}) });
  }
}
