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
import { cutOf, moveCells, putBack, putFormulasIn, takeFormulasOut, type CutRows } from './rowCells';

const CHANGE_ROWS = 'gouji.mutation.change-rows';
const RESTORE_ROWS = 'gouji.mutation.restore-rows';

/** What the model keeps, as far as it follows the rows of a sheet. */
export interface RowKeeper {
  state(sheet: SheetId): RowState;
  /** Everything but the formulas. */
  replace(sheet: SheetId, state: RowState): void;
  /** What `work` does to the grid is told as this one change. */
  telling(change: RowChange, work: () => void): void;
}

/** What taking a change back needs to know. */
interface Taken {
  readonly change: RowChange;
  readonly before: RowState;
  readonly cut: CutRows | null;
}

export class Rows {
  private readonly mutations: readonly IDisposable[];
  private log: readonly RowChange[] = [];

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
      mutation(RESTORE_ROWS, (taken) => this.takeBack(taken as Taken)),
    ];
  }

  /** What was done and not taken back, in order. */
  get done(): readonly RowChange[] {
    return this.log;
  }

  dispose(): void {
    for (const mutation of this.mutations) mutation.dispose();
  }

  /** As a person does it: with a step of undo. */
  change(change: RowChange): void {
    const taken: Taken = {
      change,
      before: this.keeper.state(change.sheet),
      cut: change.kind === 'delete' ? cutOf(this.engine, change) : null,
    };
    this.engine.run(CHANGE_ROWS, change, 'user');
    const { unitId } = this.engine;
    this.engine.injector.get(IUndoRedoService).pushUndoRedo({
      unitID: unitId,
      undoMutations: [{ id: RESTORE_ROWS, params: { unitId, ...taken } }],
      redoMutations: [{ id: CHANGE_ROWS, params: { unitId, ...change } }],
    });
  }

  private carryOut(change: RowChange): void {
    this.keeper.telling(change, () => {
      const before = this.keeper.state(change.sheet);
      this.put(change, before, this.after(before, change), null);
    });
    this.log = [...this.log, change];
  }

  private takeBack({ change, before, cut }: Taken): void {
    const back = inverse(change);
    this.keeper.telling(back, () => {
      const present = this.keeper.state(change.sheet);
      const expected = this.after(this.after(before, change), back);
      this.put(back, present, healed(this.after(present, back), expected, before), cut);
    });
    // Undo goes from the latest step backwards: it is the last one that was taken back.
    this.log = this.log.slice(0, -1);
  }

  private after(state: RowState, change: RowChange): RowState {
    return stateAfter(state, change, (sheet) => this.engine.sheet(sheet).getName());
  }

  private put(change: RowChange, before: RowState, after: RowState, cut: CutRows | null): void {
    // Formulas are taken out of every sheet where one changes: what Univer keeps once for several cells must not come apart.
    const sheets = new Set([change.sheet, ...changedFormulas(before, after)]);
    for (const sheet of sheets) takeFormulasOut(this.engine, sheet);
    moveCells(this.engine, change);
    if (cut) putBack(this.engine, change.sheet, cut);
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
