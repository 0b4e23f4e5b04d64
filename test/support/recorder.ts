/** A spreadsheet for tests of what is asked of it, and in which order. */
import type {
  CellAnnotation,
  CellRef,
  EdgeNotice,
  GeneratedSheet,
  Progress,
  SheetChange,
  SheetMaker,
  SheetPlan,
  Spreadsheet,
  Workbook,
} from '../../src/core';
import { EdgeError } from '../../src/excel';
import { placeName } from '../../src/present/messages';
import { place } from './findings';

/** What it holds. */
export const WORKBOOK: Workbook = { sheets: [{ name: '表三', rows: [] }] };

/** It writes down what it was asked, and fails where a test tells it to. */
export class Recorder implements Spreadsheet {
  readonly asked: string[] = [];
  annotations: readonly CellAnnotation[] = [];
  plan: SheetPlan | null = null;
  settings: string | null = null;
  notices: EdgeNotice[] = [];
  fail: string | null = null;
  active: CellRef = place('表三!C6');
  readonly selected: string[] = [];
  change: (change?: SheetChange) => void = () => undefined;

  private ask<T>(what: string, answer: T): Promise<T> {
    this.asked.push(what);
    return this.fail === what ? Promise.reject(new EdgeError({ id: 'edge.error.cell-edit', data: {} })) : Promise.resolve(answer);
  }

  read(progress?: Progress): Promise<Workbook> {
    progress?.(1, 2);
    return this.ask('read', WORKBOOK);
  }
  refreshed: Workbook | null = WORKBOOK;
  refresh(_workbook: Workbook, changes: readonly SheetChange[]) {
    return this.ask(`refresh ${changes.map(({ address }) => address).join(' ')}`, this.refreshed);
  }
  annotate(annotations: readonly CellAnnotation[], progress?: Progress) {
    this.annotations = annotations;
    progress?.(annotations.length, 2 * annotations.length);
    return this.ask('annotate', { highlighted: annotations.length, commented: annotations.length, notices: this.notices });
  }
  sheetNotices: EdgeNotice[] = [];
  writeSheet(_sheet: GeneratedSheet, make: SheetMaker, progress?: Progress) {
    this.plan = make(null);
    progress?.(0, this.plan.rows.length);
    return this.ask('writeSheet', { name: this.plan.name, notices: this.sheetNotices });
  }
  cleared = { annotations: 2, sheets: 1, notices: [] };
  clear() {
    return this.ask('clear', this.cleared);
  }
  file() {
    return this.ask('file', { name: '预算.xlsx', bytes: new Uint8Array() });
  }
  readSettings() {
    return Promise.resolve(this.settings);
  }
  async changeSettings(change: (xml: string | null) => string | null) {
    await this.ask('changeSettings', undefined);
    this.settings = change(this.settings);
  }
  writeCells() {
    return this.ask('writeCells', null);
  }
  select(cell: CellRef) {
    this.selected.push(placeName(cell));
    return this.ask('select', undefined);
  }
  activeCell() {
    return this.ask('activeCell', this.active);
  }
  watch(listener: (change: SheetChange) => void) {
    this.change = (change = { sheet: '表三', address: 'C7' }) => listener(change);
    return this.ask('watch', (): Promise<void> => Promise.resolve());
  }
}
