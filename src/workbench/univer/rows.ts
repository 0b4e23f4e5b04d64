/**
 * What happens in the grid when rows come, go or are sorted? The cells move, everything that follows is set as `stateAfter` says, one event is told,
 * and the person can take it back: undo and redo run the two mutations below.
 */
import { CommandType, type IDisposable, IUndoRedoService } from '@univerjs/core';
import type { SheetId } from '../model';
import { inverse, type RowChange } from '../rows/change';
import { stateAfter, type RowState } from '../rows/state';
import { healed } from '../rows/undo';
import type { GridEngine } from './engine';
import { cutOf, measureRows, moveCells, putBack, putFormulasIn, takeFormulasOut, type CutRows } from './rowCells';

const CHANGE_ROWS = 'gouji.mutation.change-rows';
const TAKE_ROWS_BACK = 'gouji.mutation.take-rows-back';

/** What the model keeps, as far as it follows the rows of a sheet. */
export interface RowKeeper {
  state(sheet: SheetId): RowState;
  /** Everything but the formulas. */
  replace(sheet: SheetId, state: RowState): void;
  /** What `work` does to the grid is told as this one change. */
  telling(change: RowChange, work: () => void): void;
}

/** A change that was carried out, with what taking it back needs to know. */
interface Done {
  readonly change: RowChange;
  readonly before: RowState;
  readonly cut: CutRows | null;
}

export class Rows {
  private readonly mutations: readonly IDisposable[];
  /** The latest comes last, as in the person's list of steps; `null` for one whose sheet was gone. */
  private log: readonly (Done | null)[] = [];
  private changes: readonly RowChange[] = [];

  constructor(
    private readonly engine: GridEngine,
    private readonly keeper: RowKeeper,
  ) {
    const mutation = (id: string, handler: (params: object | undefined) => void): IDisposable =>
      engine.commands.registerCommand({
        id,
        type: CommandType.MUTATION,
        handler: (_accessor, params?: object) => {
          handler(params);
          return true;
        },
      });
    this.mutations = [
      mutation(CHANGE_ROWS, (change) => this.carryOut(change as RowChange)),
      mutation(TAKE_ROWS_BACK, () => this.takeBack()),
    ];
  }

  /** What was done and not taken back, in order; the same list until more is done. */
  get done(): readonly RowChange[] {
    return this.changes;
  }

  dispose(): void {
    for (const mutation of this.mutations) mutation.dispose();
  }

  /** As a person does it: with a step of undo. */
  change(change: RowChange): void {
    this.engine.run(CHANGE_ROWS, change, 'user');
    const { unitId } = this.engine;
    this.engine.injector.get(IUndoRedoService).pushUndoRedo({
      unitID: unitId,
      undoMutations: [{ id: TAKE_ROWS_BACK, params: { unitId } }],
      redoMutations: [{ id: CHANGE_ROWS, params: { unitId, ...change } }],
    });
  }

  private carryOut(change: RowChange): void {
    if (!this.isThere(change)) {
      this.remember([...this.log, null]);
      return;
    }
    const before = this.keeper.state(change.sheet);
    const cut = change.kind === 'delete' ? cutOf(this.engine, change) : null;
    this.keeper.telling(change, () => this.put(change, before, this.after(before, change), null));
    this.remember([...this.log, { change, before, cut }]);
  }

  /** Undo goes from the latest step backwards: it is the last change that is taken back. */
  private takeBack(): void {
    const last = this.log[this.log.length - 1];
    this.remember(this.log.slice(0, -1));
    if (!last || !this.isThere(last.change)) return;
    const { change, before, cut } = last;
    const back = inverse(change);
    this.keeper.telling(back, () => {
      const present = this.keeper.state(change.sheet);
      const expected = this.after(this.after(before, change), back);
      this.put(back, present, healed(this.after(present, back), expected, before), cut);
    });
  }

  private remember(log: readonly (Done | null)[]): void {
    this.log = log;
    this.changes = log.flatMap((done) => (done ? [done.change] : []));
  }

  /** A program may have taken the sheet away between the steps of a person. */
  private isThere({ sheet }: RowChange): boolean {
    return Boolean(this.engine.workbook.getSheetBySheetId(sheet));
  }

  private after(state: RowState, change: RowChange): RowState {
    return stateAfter(state, change, (sheet) => this.engine.workbook.getSheetBySheetId(sheet)?.getName() ?? '');
  }

  private put(change: RowChange, before: RowState, after: RowState, cut: CutRows | null): void {
    // Formulas are taken out of every sheet where one changes: what Univer keeps once for several cells must not come apart.
    const sheets = new Set([change.sheet, ...changedFormulas(before, after)]);
    for (const sheet of sheets) takeFormulasOut(this.engine, sheet);
    moveCells(this.engine, change);
    if (cut) putBack(this.engine, change.sheet, cut);
    measureRows(this.engine, change);
    putFormulasIn(
      this.engine,
      after.formulas.filter(({ sheet }) => sheets.has(sheet)),
    );
    this.keeper.replace(change.sheet, after);
  }
}

/** Sheets with a formula that reads otherwise than before. */
function changedFormulas(before: RowState, after: RowState): readonly SheetId[] {
  const key = ({ sheet, row, column, formula }: RowState['formulas'][number]): string => `${sheet} ${row} ${column} ${formula}`;
  const known = new Set(before.formulas.map(key));
  return after.formulas.flatMap((cell) => (known.has(key(cell)) ? [] : [cell.sheet]));
}
