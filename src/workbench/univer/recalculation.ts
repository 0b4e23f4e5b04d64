/**
 * When is the grid done calculating? Univer waits a moment after a change, then calculates without anybody waiting for it,
 * and offers no promise that is armed early enough: so every change that can start a calculation is watched from the start.
 */
import { ICommandService, type ICommandInfo, type IDisposable, type IExecutionOptions } from '@univerjs/core';
import { FormulaDataModel, SetFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import {
  InsertSheetMutation,
  MoveRangeMutation,
  RemoveSheetMutation,
  SetBorderCommand,
  SetRangeValuesMutation,
  SetStyleCommand,
  SetWorksheetNameMutation,
} from '@univerjs/sheets';
import { RemoveDefinedNameMutation, SetDefinedNameMutation } from '@univerjs/engine-formula';
import { FormulaCalculationSessionService } from '@univerjs/sheets-formula';
import type { GridEngine } from './engine';

/** No calculation of a budget workbook takes this long; a stuck engine must not hold up a batch for ever. */
const PATIENCE_MS = 5000;

const STARTERS: ReadonlySet<string> = new Set([
  SetRangeValuesMutation.id,
  MoveRangeMutation.id,
  InsertSheetMutation.id,
  RemoveSheetMutation.id,
  SetWorksheetNameMutation.id,
  SetDefinedNameMutation.id,
  RemoveDefinedNameMutation.id,
]);
const STYLE_ONLY: ReadonlySet<string> = new Set([SetStyleCommand.id, SetBorderCommand.id]);

export class Recalculation {
  /** A change has been made that the engine has not begun to look at. */
  private waiting = false;
  private running = false;
  private listeners: (() => void)[] = [];
  private readonly subscriptions: IDisposable[] = [];

  constructor(private readonly engine: GridEngine) {
    const commands = engine.injector.get(ICommandService);
    this.subscriptions.push(commands.onCommandExecuted((command, options) => this.seen(command, options)));
    const state = engine.injector.get(FormulaCalculationSessionService).state$.subscribe((session) => {
      this.running = session.started && !((session.completed || session.stopped) && session.resultApplied);
      if (!this.running) this.wake();
    });
    this.subscriptions.push({ dispose: () => state.unsubscribe() });
  }

  /** Resolves when nothing is waiting or running; at once when the workbook has no formula to calculate. */
  async settle(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while ((this.waiting || this.running) && this.hasFormulas() && Date.now() < deadline) {
      await this.next(deadline - Date.now());
    }
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.listeners = [];
  }

  private seen(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    if (command.id === SetFormulaCalculationStartMutation.id) {
      this.waiting = false;
      this.running = true;
      return;
    }
    if (!STARTERS.has(command.id) || options?.onlyLocal === true) return;
    if (STYLE_ONLY.has((command.params as { readonly trigger?: string } | undefined)?.trigger ?? '')) return;
    this.waiting = true;
  }

  private hasFormulas(): boolean {
    const sheets = this.engine.injector.get(FormulaDataModel).getFormulaData()[this.engine.unitId];
    return Object.values(sheets ?? {}).some((sheet) => sheet && Object.keys(sheet).length > 0);
  }

  private next(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.listeners.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  private wake(): void {
    const waiters = this.listeners;
    this.listeners = [];
    for (const waiter of waiters) waiter();
  }
}
